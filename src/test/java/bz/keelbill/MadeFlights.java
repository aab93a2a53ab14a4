package bz.keelbill;

import bz.keelbill.adsb.Sender;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two minutes over Belize as a receiver hears them: an airliner high up, a departure from the
 * runway of MZBZ and a landing on it, each frame with the place where its sender truly was.
 */
final class MadeFlights {
  static final String AIRLINER = "0ab001";
  static final String DEPARTURE = "0ab123";
  static final String LANDING = "0ab456";

  private static final Map<String, String> CALLSIGNS =
      Map.of(AIRLINER, "BZE701", DEPARTURE, "V3HHA", LANDING, "TROPIC9");
  private static final double LAT = 17.5391;
  private static final double LON = -88.3082;
  private static final double MILE_EAST = 1 / 60.0 / Math.cos(Math.toRadians(LAT));
  private static final int LIFT_OFF = 30;
  private static final int TOUCH_DOWN = 60;
  private static final long TICKS_PER_SECOND = 12_000_000;

  /** One frame; latitude and longitude are NaN if it carries no position. */
  record Said(long ticks, String icao, byte[] frame, double latitude, double longitude) {}

  private record Moment(double lat, double lon, double knots, int feet, boolean onGround) {}

  private final List<Said> all = new ArrayList<>();

  private MadeFlights() {}

  /** So many seconds, in order of time. */
  static List<Said> seconds(int seconds) {
    MadeFlights made = new MadeFlights();
    for (int half = 0; half < 2 * seconds; half++) {
      made.speak(AIRLINER, half, airliner(half / 2.0));
      made.speak(DEPARTURE, half, departure(half / 2.0));
      made.speak(LANDING, half, landing(half / 2.0));
    }
    return made.all;
  }

  static byte[] beast(List<Said> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    frames.forEach(said -> out.writeBytes(Sender.beast(said.frame(), said.ticks())));
    return out.toByteArray();
  }

  static String avr(List<Said> frames) {
    StringBuilder text = new StringBuilder();
    frames.forEach(said -> text.append(Sender.avr(said.frame(), said.ticks())).append("\r\n"));
    return text.toString();
  }

  private static Moment airliner(double second) {
    return new Moment(16.5 + 480 / 3_600.0 * second / 60, -87.9, 480, 38_000, false);
  }

  private static Moment departure(double second) {
    if (second < LIFT_OFF) {
      double miles = second * second / LIFT_OFF * 80 / 3_600 / 2;
      return new Moment(LAT, LON + miles * MILE_EAST, 80 * second / LIFT_OFF, 0, true);
    }
    double miles = LIFT_OFF * 80 / 3_600.0 / 2 + (second - LIFT_OFF) * 80 / 3_600;
    int feet = 25 * (int) (second - LIFT_OFF);
    return new Moment(LAT, LON + miles * MILE_EAST, 80, feet, false);
  }

  private static Moment landing(double second) {
    double left = Math.max(0, TOUCH_DOWN - second);
    double lon = LON - left * 90 / 3_600 * MILE_EAST;
    boolean onGround = second >= TOUCH_DOWN;
    double rolled = onGround ? (second - TOUCH_DOWN) * 20 / 3_600 : 0;
    int feet = 25 * (int) (left / 2);
    return new Moment(LAT, lon + rolled * MILE_EAST, onGround ? 20 : 90, feet, onGround);
  }

  private void speak(String icao, int half, Moment at) {
    Sender sender = new Sender(Integer.parseInt(icao, 16));
    boolean isAirliner = icao.equals(AIRLINER);
    boolean odd = half % 2 == 1;
    String track = Sender.track(90);
    String position =
        at.onGround
            ? Sender.surface(7, movement(at.knots), track, odd, at.lat, at.lon)
            : Sender.airborne(11, Sender.squitterAltitude(at.feet), odd, at.lat, at.lon);
    int capability = at.onGround ? Sender.GROUND : Sender.AIRBORNE;
    add(half, 0, icao, sender.squitter(capability, position), at.lat, at.lon);
    if (!at.onGround && half % 2 == 0) {
      String velocity = Sender.velocity(at.knots, isAirliner ? 0 : 90, 0);
      add(half, 1, icao, sender.squitter(velocity), Double.NaN, Double.NaN);
    }
    if (half % 10 == 1) {
      String name = Sender.identity(4, isAirliner ? 3 : 1, CALLSIGNS.get(icao));
      add(half, 2, icao, sender.squitter(capability, name), Double.NaN, Double.NaN);
      byte[] reply = sender.reply(5, at.onGround ? 1 : 0, Sender.identityCode("2000"));
      add(half, 3, icao, reply, Double.NaN, Double.NaN);
    }
    if (isAirliner && half == 200) {
      String emergency = Sender.emergency(1, Sender.identityCode("7700"));
      add(half, 4, icao, sender.squitter(emergency), Double.NaN, Double.NaN);
    }
  }

  private void add(int half, int order, String icao, byte[] frame, double lat, double lon) {
    long ticks = half * TICKS_PER_SECOND / 2 + order * 1_000 + Integer.parseInt(icao, 16) % 1_000;
    all.add(new Said(1_000 + ticks, icao, frame, lat, lon));
  }

  /** The step of a surface speed, 2 to 99 knots. */
  private static int movement(double knots) {
    if (knots < 2) {
      return 1;
    }
    return (int)
        (knots < 15 ? 13 + (knots - 2) * 2 : knots < 70 ? 39 + knots - 15 : 94 + (knots - 70) / 2);
  }
}
