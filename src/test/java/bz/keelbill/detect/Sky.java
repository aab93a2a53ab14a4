package bz.keelbill.detect;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AircraftTypes;
import bz.keelbill.adsb.SbsDecoder;
import bz.keelbill.alert.Alert;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.plan.PlanDecoder;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A watch over a sky in which one aircraft at a time flies, heard as SBS lines, and plans come. */
final class Sky {
  /** 09:00 in Belize. */
  static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");

  /** 21:00 in Belize. */
  static final Instant NIGHT = Instant.parse("2026-11-25T03:00:00Z");

  static final Position MZBE = new Position(17.5172, -88.1958);
  static final Position MZSP = new Position(17.9139, -87.9711);

  private static final Geography EARTH = GeodataJson.load(null);
  private static final DateTimeFormatter DAY = format("yyyy/MM/dd,HH:mm:ss.SSS");
  private static final int STEP_SECONDS = 5;

  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Decoder flights = new SbsDecoder(SbsDecoder.Settings.recorded("mast"));
  private final Decoder plans = new PlanDecoder("plans", true);
  private final Map<Integer, Boat> boats = new LinkedHashMap<>();
  private final Watch watch;
  private final Random radarNoise = new Random(7);
  private double radarErrorMetres;
  private long nowMillis;
  private long lines;
  private Position at;
  private String callsign = "V3HHA";
  private String address = "0AB011";
  private String squawk = "4521";

  Sky(Instant start) {
    this(start, Rules.defaults(), new KnownAircraft(List.of()), Set.of());
  }

  Sky(Instant start, Rules rules, KnownAircraft known, Set<Integer> own) {
    this(start, rules, known, own, Map.of());
  }

  /** With the mast that hears it at a place. */
  static Sky heardAt(Position mast, Instant start) {
    return new Sky(
        start, Rules.defaults(), new KnownAircraft(List.of()), Set.of(), Map.of("mast", mast));
  }

  private Sky(
      Instant start,
      Rules rules,
      KnownAircraft known,
      Set<Integer> own,
      Map<String, Position> stations) {
    nowMillis = start.toEpochMilli();
    Setup setup =
        new Setup(
            EARTH,
            FenceMap.of(1, List.of()),
            rules,
            new OwnForces(Set.of(), own),
            new WatchList(List.of()),
            stations);
    watch =
        new Watch(
            setup.with(new AircraftRegister(blocks(), AircraftTypes.NONE, known)), this::changed);
    watch.tick(nowMillis);
  }

  private static AddressBlocks blocks() {
    return AddressBlocks.of(
        List.of(
            new AddressBlocks.Block(0x0AB000, 0x0AB3FF, "Belize", "BZ", List.of("V3-"), true),
            new AddressBlocks.Block(0x0D8000, 0x0DFFFF, "Venezuela", "VE", List.of("YV"), true)));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      alerts.put(changed.alert().id(), changed.alert());
    } else if (change instanceof Change.DetectorFailed failed) {
      throw new AssertionError(failed.toString());
    }
  }

  /** Who flies from now on; null for what it does not say. */
  Sky as(String newAddress, String newCallsign, String newSquawk) {
    address = newAddress;
    callsign = newCallsign;
    squawk = newSquawk;
    return this;
  }

  /** Where it is now, without having flown there. */
  Sky at(double latitude, double longitude) {
    at = new Position(latitude, longitude);
    return this;
  }

  /** A boat on a radar from now on, plotted every five seconds. */
  private final class Boat {
    private final int number;
    private Position place;
    private double degrees;
    private double knots;

    Boat(int number, Position place) {
      this.number = number;
      this.place = place;
    }

    void plot() {
      if (radarErrorMetres > 0) {
        plotBadly();
        return;
      }
      place = Geodesy.destination(place, degrees, knots * 1852 / 3600 * STEP_SECONDS);
      watch.apply(plotOf("radar-2", number, place, degrees, knots));
    }

    /** Off by so much to any side, three times in ten not at all, and of its speed no word. */
    private void plotBadly() {
      place = Geodesy.destination(place, degrees, knots * 1852 / 3600 * STEP_SECONDS);
      double off = radarErrorMetres * radarNoise.nextGaussian();
      Position seen = Geodesy.destination(place, radarNoise.nextInt(360), off);
      if (radarNoise.nextInt(10) < 7) {
        watch.apply(plotOf("radar-2", number, seen, Double.NaN, Double.NaN));
      }
    }
  }

  /** From now on the radar measures badly. */
  Sky radarErring(double metres) {
    radarErrorMetres = metres;
    return this;
  }

  /** A boat lies somewhere from now on, seen by a radar. */
  Sky boatAt(int number, double latitude, double longitude) {
    boats.put(number, new Boat(number, new Position(latitude, longitude)));
    return this;
  }

  /** The boat runs from now on. */
  Sky run(int number, double degrees, double knots) {
    boats.get(number).degrees = degrees;
    boats.get(number).knots = knots;
    return this;
  }

  /** Nothing but boats for some minutes. */
  Sky waitFor(double minutes) {
    for (int second = 0; second < minutes * 60; second += STEP_SECONDS) {
      pass(STEP_SECONDS);
    }
    return this;
  }

  /** Where it is. */
  Position place() {
    return at;
  }

  /** Flies on a course for some minutes at one height. */
  Sky fly(double degrees, double knots, double feet, double minutes) {
    return fly(degrees, knots, feet, 0, minutes);
  }

  /** Flies on a course for some minutes, climbing at a rate in feet a minute. */
  Sky fly(double degrees, double knots, double feet, double rate, double minutes) {
    double height = feet;
    for (int second = 0; second < minutes * 60; second += STEP_SECONDS) {
      at = Geodesy.destination(at, degrees, knots * 1852 / 3600 * STEP_SECONDS);
      height += Double.isNaN(rate) ? 0 : rate * STEP_SECONDS / 60;
      say(Math.rint(height), knots, degrees, rate, "0");
      pass(STEP_SECONDS);
    }
    return this;
  }

  /** Goes round to the right; a negative radius goes to the left. */
  Sky circle(double radiusMetres, double knots, double feet, double turns) {
    double perStep = StrictMath.toDegrees(knots * 1852 / 3600 * STEP_SECONDS / radiusMetres);
    double course = 0;
    for (double left = turns * 360; left > 0; left -= Math.abs(perStep)) {
      fly(Geodesy.normalDegrees(course), knots, feet, STEP_SECONDS / 60.0);
      course += perStep;
    }
    return this;
  }

  /** Flies straight to a place at one height. */
  Sky flyTo(Position to, double knots, double feet) {
    double minutes = Geodesy.distanceMetres(at, to) / 1852 / knots * 60;
    return fly(Geodesy.bearingDegrees(at, to), knots, feet, minutes);
  }

  /** Stands on the ground for some seconds. */
  Sky stand(int seconds) {
    for (int second = 0; second < seconds; second += STEP_SECONDS) {
      say(0, 5, 0, 0, "-1");
      pass(STEP_SECONDS);
    }
    return this;
  }

  private void say(double feet, double knots, double degrees, double rate, String ground) {
    String time = DAY.format(Instant.ofEpochMilli(nowMillis));
    hear(
        flights,
        String.format(
            Locale.ROOT,
            "MSG,3,1,1,%s,1,%s,%s,%s,%s,%.0f,%.0f,%.5f,%.5f,%s,%s,0,0,0,%s",
            address,
            time,
            time,
            callsign == null ? "" : callsign,
            Double.isNaN(feet) ? "" : Long.toString(Math.round(feet)),
            knots,
            degrees,
            at.latitude(),
            at.longitude(),
            Double.isNaN(rate) ? "" : Long.toString(Math.round(rate)),
            squawk == null ? "" : squawk,
            ground));
  }

  /** A message comes in now. */
  Sky file(String text) {
    hear(plans, text);
    return this;
  }

  /** A plan for now: filed an hour ago, off blocks some minutes from now. */
  Sky plan(String flight, String rules, String route, double inMinutes, String more) {
    long offBlock = nowMillis + (long) (inMinutes * 60_000);
    String filed = format("ddHHmm").format(Instant.ofEpochMilli(nowMillis - 3_600_000));
    String hour = format("HHmm").format(Instant.ofEpochMilli(offBlock));
    String day = format("yyMMdd").format(Instant.ofEpochMilli(offBlock));
    String[] way = route.split(" ", 3);
    return file(
        "FF MZBZZQZX\r\n"
            + filed
            + " MZBZZPZX\r\n(FPL-"
            + flight
            + "-"
            + rules
            + "S\r\n-C208/L-SDG/S\r\n-"
            + way[0]
            + hour
            + "\r\n-N0145A045 "
            + way[2]
            + "\r\n-"
            + way[1]
            + "\r\n-DOF/"
            + day
            + " "
            + more
            + ")");
  }

  private void hear(Decoder decoder, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    String feed = decoder == plans ? "plans" : "sky";
    decoder.decode(
        new Line(feed, ++lines, nowMillis, bytes),
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            watch.apply(report);
          }

          @Override
          public void reject(Reject reject) {
            throw new AssertionError(reject.reason() + ": " + line);
          }
        });
  }

  /**
   * Something that only a radar sees goes on a course for some minutes, plotted every five seconds.
   */
  Sky echo(double degrees, double knots, double minutes) {
    for (int second = 0; second < minutes * 60; second += STEP_SECONDS) {
      at = Geodesy.destination(at, degrees, knots * 1852 / 3600 * STEP_SECONDS);
      watch.apply(plotOf("radar-1", 49, at, degrees, knots));
      pass(STEP_SECONDS);
    }
    return this;
  }

  /** It goes on for some minutes where no radar sees it. */
  Sky unseen(double degrees, double knots, double minutes) {
    at = Geodesy.destination(at, degrees, knots * 1852 / 60 * minutes);
    return pass((int) (60 * minutes));
  }

  private Fix plotOf(String radar, int number, Position place, double degrees, double knots) {
    return new Fix(
        new Origin(radar, radar, ++lines, nowMillis, nowMillis),
        new ContactId.RadarTarget(radar, number),
        place,
        new Fix.Motion(knots, degrees, Double.NaN),
        null,
        new Fix.State(Fix.Source.RADAR, Fix.Accuracy.circle(Math.max(60, radarErrorMetres)), null));
  }

  /** Seconds pass in which the aircraft is silent. */
  Sky pass(int seconds) {
    boats.values().forEach(Boat::plot);
    for (int i = 0; i < seconds; i++) {
      nowMillis += 1000;
      watch.tick(nowMillis);
    }
    return this;
  }

  List<Alert> alerts(String kind) {
    return alerts.values().stream().filter(a -> a.finding().kind().equals(kind)).toList();
  }

  Alert only(String kind) {
    List<Alert> all = alerts(kind);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " alerts of " + kind + ": " + all);
    }
    return all.get(0);
  }

  static List<String> terms(Alert alert) {
    return alert.finding().terms().stream().map(Finding.Term::term).toList();
  }

  FlightVerdict verdict() {
    return watch.verdict(track());
  }

  Watch watch() {
    return watch;
  }

  Track track() {
    return watch.picture().tracks().stream()
        .filter(t -> t.name().equalsIgnoreCase("icao:" + address))
        .findFirst()
        .orElseThrow();
  }
}
