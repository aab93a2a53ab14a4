package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The ADS-B receivers, whose messages one program merges and writes as SBS-1 in UTC: what any of
 * them hears is written once.
 */
final class FlightReceivers implements Sensor {
  private static final double HEARD = 0.93;
  static final double GROUND_FEET = 60;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<Station> stations;
  private final Chance chance;

  FlightReceivers(World world) {
    this.stations = world.stations(Station.ADSB);
    this.chance = Chance.of(world.seed(), "flights");
  }

  @Override
  public void listen(long atMillis, List<Craft> craft, Outbox out) {
    for (Craft one : craft) {
      boolean up = one.state() != null && one.state().altitudeFeet() >= GROUND_FEET;
      if (up && one.papers() instanceof Papers.Aircraft papers) {
        speak(papers, one.state(), atMillis, out);
      }
    }
  }

  /** Positions and velocities every other second, the rest more seldom. */
  private void speak(Papers.Aircraft papers, Craft.State state, long atMillis, Outbox out) {
    long turn = Math.floorDiv(atMillis, 1000L) + papers.address() % 10;
    if (turn % 2 == 0) {
      say(3, papers, state, position(state), atMillis, out);
    } else {
      say(4, papers, state, velocity(state), atMillis, out);
    }
    if (turn % 5 == 0 && papers.callsign() != null) {
      say(1, papers, state, format("%-8s,,,,,,,,,,,", papers.callsign()), atMillis, out);
    }
    if (turn % 10 == 3) {
      say(5, papers, state, format(",%d,,,,,,,0,,0,0", feet(state)), atMillis, out);
    }
    if (turn % 10 == 7) {
      say(6, papers, state, format(",,,,,,,%s,0,0,0,0", papers.squawk()), atMillis, out);
    }
  }

  private static String position(Craft.State state) {
    Position at = state.position();
    return format(",%d,,,%.5f,%.5f,,,0,0,0,0", feet(state), at.latitude(), at.longitude());
  }

  private static String velocity(Craft.State state) {
    long rate = Math.round(state.climbFeetPerMinute() / 64) * 64;
    double track = state.courseDegrees() % 359.95;
    return format(",,%.1f,%.1f,,,%d,,,,,0", state.speedKnots(), track, rate);
  }

  /** In steps of 25 ft, as transponders send it. */
  private static long feet(Craft.State state) {
    return Math.round(state.altitudeFeet() / 25) * 25;
  }

  /** One line, its fields from the eleventh on given, if a station hears the message. */
  private void say(
      int type,
      Papers.Aircraft papers,
      Craft.State state,
      String fields,
      long atMillis,
      Outbox out) {
    if (!isHeard(state)) {
      return;
    }
    Instant generated = Instant.ofEpochMilli(atMillis + chance.below(900));
    Instant logged = generated.plusMillis(20 + chance.below(60));
    String head = format("MSG,%d,1,1,%06X,1,", type, papers.address());
    String line = head + STAMP.format(generated) + ',' + STAMP.format(logged) + ',' + fields;
    out.say(Spoken.line(Spoken.FLIGHTS, logged.toEpochMilli(), line));
  }

  private boolean isHeard(Craft.State state) {
    for (Station station : stations) {
      if (station.milesTo(state.position()) < station.airReachNm(state.altitudeFeet())
          && chance.happens(HEARD)) {
        return true;
      }
    }
    return false;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
