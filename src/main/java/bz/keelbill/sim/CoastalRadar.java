package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A coastal radar with a tracker: scans, misses, measures with noise, numbers its targets from a
 * small stock that it uses again, and reports them as TTM.
 */
final class CoastalRadar implements Sensor {

  /**
   * How good it is.
   *
   * @param scanMillis one turn of the antenna
   * @param detection probability to see a boat in one scan, well inside its reach
   * @param rangeSigmaMetres noise along the beam
   * @param bearingSigmaDegrees noise across it
   * @param wavesPerScan how many patches of sea clutter begin in a scan on average
   * @param oldForm whether it sends the 13 fields of older radars, without time and acquisition
   */
  record Fit(
      long scanMillis,
      double detection,
      double rangeSigmaMetres,
      double bearingSigmaDegrees,
      double wavesPerScan,
      boolean oldForm) {}

  /** Hears which number the radar gave to which craft. */
  interface Witness {
    void followed(String craft, String station, int number, long fromMillis, long toMillis);
  }

  private static final int NUMBERS = 100;

  /** How near in range two echoes run into one. */
  private static final double PATCH_METRES = 40;

  /** The width of the beam. */
  private static final double BEAM_DEGREES = 0.9;

  private static final double WAVES_PER_SCAN = 0.004;

  /** Half of a vertical beam of some twenty degrees. */
  static final double BEAM_SLOPE = 0.18;

  private static final double FOOT = 0.3048;

  private final Station station;
  private final Fit fit;
  private final StationFaults faults;
  private final Chance chance;
  private final Witness witness;
  private final Map<String, RadarTarget> targets = new LinkedHashMap<>();
  private final TreeSet<Integer> free = new TreeSet<>();
  private RadarTarget clutter;
  private long nextScan = Long.MIN_VALUE;

  CoastalRadar(Station station, Fit fit, Chance chance, Witness witness) {
    this(station, fit, new StationFaults(), chance, witness);
  }

  /** One that may go deaf, or whose clock may go wrong. */
  CoastalRadar(Station station, Fit fit, StationFaults faults, Chance chance, Witness witness) {
    this.station = station;
    this.fit = fit;
    this.faults = faults;
    this.chance = chance;
    this.witness = witness;
    for (int number = 1; number < NUMBERS; number++) {
      free.add(number);
    }
  }

  @Override
  public void listen(long atMillis, List<Craft> craft, Outbox out) {
    if (atMillis < nextScan) {
      return;
    }
    nextScan = atMillis + fit.scanMillis();
    Set<String> about = new HashSet<>();
    List<Craft> echoes = craft.stream().filter(this::isSeen).toList();
    for (Craft one : craft) {
      about.add(one.id());
      scan(one, echoes.contains(one) && !isHidden(one, echoes), atMillis, out);
    }
    for (String id : List.copyOf(targets.keySet())) {
      if (!about.contains(id)) {
        miss(id, targets.get(id), atMillis, out);
      }
    }
    clutter(atMillis, out);
  }

  private void scan(Craft craft, boolean seen, long atMillis, Outbox out) {
    RadarTarget target = targets.get(craft.id());
    if (target == null && seen) {
      target = new RadarTarget(station, fit);
      targets.put(craft.id(), target);
    }
    if (target == null) {
      return;
    }
    if (seen) {
      see(target, measure(craft, atMillis), out);
    } else {
      miss(craft.id(), target, atMillis, out);
    }
  }

  private void see(RadarTarget target, RadarTarget.Plot plot, Outbox out) {
    target.update(plot);
    if (target.wantsNumber() && !free.isEmpty()) {
      target.name(free.pollFirst(), plot.atMillis());
    }
    if (target.number() >= 0) {
      say(target, plot.atMillis(), target.status(), out);
    }
  }

  private void miss(String id, RadarTarget target, long atMillis, Outbox out) {
    if (!target.isLostAfterMiss()) {
      return;
    }
    targets.remove(id);
    if (target.number() >= 0) {
      say(target, atMillis, 'L', out);
      free.add(target.number());
      witness.followed(id, station.id(), target.number(), target.namedAtMillis(), atMillis);
    }
  }

  /** Tells the witness of the targets that are still followed. */
  void conclude(long atMillis) {
    targets.forEach(
        (id, target) -> {
          if (target.number() >= 0) {
            witness.followed(id, station.id(), target.number(), target.namedAtMillis(), atMillis);
          }
        });
  }

  private boolean isSeen(Craft craft) {
    Craft.State state = craft.state();
    if (state == null || state.moor() == Leg.Moor.DOCK || craft.flies() && !isInBeam(craft)) {
      return false;
    }
    double mast = craft.flies() ? FOOT * state.altitudeFeet() : craft.make().mastMetres();
    double part = station.milesTo(state.position()) / station.radarReachNm(mast);
    double fading = part >= 1 ? 0 : 1 - StrictMath.pow(part, 8);
    return mast > 0 && part < 1 && chance.happens(fit.detection() * fading);
  }

  /** Its beam is flat, and it leaves out the echoes of aircraft that say who they are. */
  private boolean isInBeam(Craft craft) {
    Craft.State state = craft.state();
    double metres = Units.nauticalMilesToMetres(station.milesTo(state.position()));
    boolean low = FOOT * state.altitudeFeet() < BEAM_SLOPE * metres;
    return craft.papers() instanceof Papers.Silent && low;
  }

  /** Two boats in one patch of the beam give one echo: that of the taller. */
  private boolean isHidden(Craft craft, List<Craft> echoes) {
    double mast = craft.make().mastMetres();
    boolean before = true;
    for (Craft other : echoes) {
      before &= other != craft;
      double its = other.make().mastMetres();
      if (other != craft && (its > mast || its == mast && before) && isOnePatch(craft, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnePatch(Craft one, Craft other) {
    Position here = one.state().position();
    Position there = other.state().position();
    double metres = Geodesy.distanceMetres(station.position(), here);
    if (Math.abs(metres - Geodesy.distanceMetres(station.position(), there)) > PATCH_METRES) {
      return false;
    }
    double bearing = Geodesy.bearingDegrees(station.position(), here);
    double between =
        Geodesy.wrapDegrees(Geodesy.bearingDegrees(station.position(), there) - bearing);
    return Math.abs(between) < BEAM_DEGREES;
  }

  private RadarTarget.Plot measure(Craft craft, long atMillis) {
    Position at = craft.state().position();
    double bearing =
        Geodesy.exactBearingDegrees(station.position(), at)
            + chance.gauss(fit.bearingSigmaDegrees());
    double metres =
        Geodesy.exactDistanceMetres(station.position(), at) + chance.gauss(fit.rangeSigmaMetres());
    return new RadarTarget.Plot(Math.max(50, metres), Geodesy.normalDegrees(bearing), atMillis);
  }

  /** A wave that looks like a target for a few scans. */
  private void clutter(long atMillis, Outbox out) {
    if (clutter == null && chance.happens(fit.wavesPerScan())) {
      clutter = new RadarTarget(station, fit);
      clutter.drift(
          Units.nauticalMilesToMetres(chance.between(1, 6)), chance.between(0, 360), atMillis);
    } else if (clutter != null && chance.happens(0.6)) {
      see(clutter, clutter.wave(chance, atMillis), out);
    } else if (clutter != null && chance.happens(0.6)) {
      if (clutter.number() >= 0) {
        say(clutter, atMillis, 'L', out);
        free.add(clutter.number());
      }
      clutter = null;
    }
  }

  private void say(RadarTarget target, long atMillis, char status, Outbox out) {
    long arrival = atMillis + 150 + chance.below(200);
    if (faults.isDeaf(station.id(), atMillis)) {
      return;
    }
    long stamp = faults.clock(station.id(), atMillis);
    String line = Nmea.tagged(station.id(), stamp, target.sentence(status, stamp));
    out.say(Spoken.line(Spoken.RADAR, arrival, line));
  }

  /** The radars of a world, the last of them old, each made better or worse. */
  static List<CoastalRadar> all(World world, Witness witness, UnaryOperator<Fit> change) {
    List<CoastalRadar> radars = new ArrayList<>();
    List<Station> stations = world.stations(Station.RADAR);
    for (Station station : stations) {
      boolean old = station == stations.get(stations.size() - 1);
      Fit fit =
          old
              ? new Fit(4000, 0.82, 40, 0.5, WAVES_PER_SCAN, true)
              : new Fit(3000, 0.88, 25, 0.3, WAVES_PER_SCAN, false);
      radars.add(
          new CoastalRadar(
              station,
              change.apply(fit),
              world.faults(),
              Chance.of(world.seed(), station.id()),
              witness));
    }
    return radars;
  }
}
