package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a record, its contact, height, motion, place and time, if what Wireshark's
 * dissector reads in it is taken for true: 300 targets of each category, each alone on a feed, more
 * with {@code -Dasterix.records=5000}. Where there is no tshark 4.0 nothing is compared.
 */
class TsharkReportsTest {
  private static final int RECORDS = Integer.getInteger("asterix.records", 300);

  /** 2026-11-23T12:00:00Z. */
  private static final long NOON = 1_795_435_200_000L;

  private static final long DAY_MILLIS = 86_400_000;
  private static final double KNOTS = 3600 / 1852.0;
  private static final Site SITE = Site.of("feed", null, new Position(17.5, -88));

  private final long seed = Long.getLong("seed", System.nanoTime());
  private int plots;
  private int heights;
  private int places;

  @BeforeAll
  static void isInstalled() throws InterruptedException {
    assumeTrue(Tshark.isInstalled(), "no tshark 4.0");
  }

  @ParameterizedTest
  @CsvSource({
    "10, Version 1.1, 041",
    "21, Version 2.6, 131",
    "48, Version 1.31, 010",
    "62, Version 1.19, 105",
  })
  void whatIsReportedIsWhatTheRecordSays(int category, String theirs, String always)
      throws Exception {
    Set<String> never = category == Categories.TRACKS ? Set.of(Tshark.LOSES_PLACE) : Set.of();
    Category table = Dialect.NEWEST.categories()[category];
    EdgeRecords records = new EdgeRecords(new SplittableRandom(seed), table, Set.of(always), never);
    List<byte[]> blocks =
        Stream.generate(() -> AsterixEncoder.block(category, records.record()))
            .limit(RECORDS)
            .toList();
    List<List<Map<String, String>>> dissected = Tshark.dissect(blocks, category, theirs);
    TsharkFields fields = TsharkFields.of(category, Dialect.NEWEST.adsb());
    for (int at = 0; at < RECORDS; at++) {
      Map<String, String> leaves = dissected.get(at).get(0);
      Target target = new Target(category, fields.values(leaves), fields.callsign(leaves));
      check(target, decoded(blocks.get(at)), HexFormat.of().formatHex(blocks.get(at)));
    }
    boolean givesPlots = category == Categories.SURFACE || category == Categories.PLOTS;
    assertEquals(givesPlots, plots > 0, plots + " plots, seed " + seed);
    assertTrue(heights > 0, heights + " heights, seed " + seed);
    boolean givesPlaces = category != Categories.PLOTS;
    assertEquals(givesPlaces, places > 0, places + " places, seed " + seed);
  }

  private static Found decoded(byte[] block) {
    Found found = new Found();
    new AsterixDecoder(List.of(SITE), "feed", true).decode(new Line("feed", 1, NOON, block), found);
    return found;
  }

  private void check(Target target, Found found, String octets) {
    String where = ", " + octets + ", seed " + seed;
    if (target.mayHaveFix()) {
      assertTrue(found.fix != null || !target.mustHaveFix(), "no fix" + where);
    } else {
      assertEquals(null, found.fix, where);
    }
    if (found.identity != null) {
      assertEquals(target.contact(), found.identity.contact(), where);
      assertEquals(target.squawk(), found.identity.squawk(), where);
      boolean isCalled = found.identity.callsign() != null;
      assertTrue(
          !isCalled || found.identity.callsign().equals(target.callsign.stripTrailing()), where);
    }
    if (found.fix != null) {
      check(target, found.fix, where);
    }
  }

  private void check(Target target, Fix fix, String where) {
    boolean isPlot = fix.contact() instanceof ContactId.Plot;
    plots += isPlot ? 1 : 0;
    assertEquals(target.contact(), fix.contact(), where);
    assertEquals(target.isAircraft(), fix.height() != null, where);
    if (fix.height() != null) {
      double feet = target.feet();
      heights += Double.isNaN(feet) ? 0 : 1;
      assertEquals(feet, fix.height().altitudeFeet(), 1e-6, where);
      assertEquals(target.isGeometric(), fix.height().geometric(), where);
      assertEquals(target.rate(), fix.height().verticalRateFeetPerMinute(), 1e-6, where);
    }
    assertEquals(isPlot ? Double.NaN : target.knots(), fix.motion().speedKnots(), 1e-6, where);
    if (target.said.containsKey(LAT) && fix.position() != null) {
      places++;
      assertEquals(target.value(LAT), fix.position().latitude(), 1e-9, where);
      assertEquals(target.value(LON), fix.position().longitude(), 1e-9, where);
    }
    long ofDay = Math.round(target.value(TIME_S) * 1000);
    if (target.said.containsKey(TIME_S) && ofDay < DAY_MILLIS) {
      assertEquals(ofDay, Math.floorMod(fix.atMillis(), DAY_MILLIS), where);
    }
  }

  /** A record by what tshark reads in it. */
  private record Target(int category, Map<AsterixField, Double> said, String callsign) {
    double value(AsterixField field) {
      return said.getOrDefault(field, Double.NaN);
    }

    boolean is(AsterixField flag) {
      return said.getOrDefault(flag, 0.0) != 0;
    }

    ContactId contact() {
      int address = said.getOrDefault(ADDRESS, 0.0).intValue();
      if (address != 0 && address != 0xFFFFFF) {
        return new ContactId.Icao24(address, !is(ADDRESS_TYPE));
      }
      if (said.containsKey(NUMBER) && category != Categories.ADSB) {
        return new ContactId.RadarTarget("feed", said.get(NUMBER).intValue());
      }
      boolean isRadar = category == Categories.SURFACE || category == Categories.PLOTS;
      return isRadar ? new ContactId.Plot("feed") : null;
    }

    /** Real, followed still, seen, and not refused by its own station. */
    boolean mayHaveFix() {
      boolean isOver = is(ENDED) && !(contact() instanceof ContactId.Plot);
      boolean isReal = Stream.of(SIMULATED, TEST, FIELD_MONITOR, GHOST).noneMatch(this::is);
      boolean isTarget = category != Categories.SURFACE || said.getOrDefault(MESSAGE, 1.0) == 1;
      return isTarget
          && isReal
          && contact() != null
          && !isOver
          && !is(COASTED)
          && !is(POSITION_REFUSED);
    }

    boolean mustHaveFix() {
      return Math.abs(value(LAT)) <= 90
          && Math.abs(value(LON)) <= 180
          && (value(LAT) != 0 || value(LON) != 0);
    }

    boolean isAircraft() {
      boolean speaks =
          said.containsKey(SQUAWK)
              || callsign != null
              || !Double.isNaN(pressureFeet())
              || said.containsKey(ALTITUDE_FT);
      return said.containsKey(ADDRESS) || category != Categories.SURFACE || speaks;
    }

    private double pressureFeet() {
      return is(FL_INVALID) || is(FL_GARBLED) ? Double.NaN : believed(value(FL) * 100);
    }

    double feet() {
      double pressure = pressureFeet();
      return Double.isNaN(pressure) ? believed(value(ALTITUDE_FT)) : pressure;
    }

    boolean isGeometric() {
      return Double.isNaN(pressureFeet()) && !Double.isNaN(feet());
    }

    private static double believed(double feet) {
      return feet >= -1_500 && feet <= 150_000 ? feet : Double.NaN;
    }

    double rate() {
      return Math.abs(value(RATE_FPM)) <= 33_000 ? value(RATE_FPM) : Double.NaN;
    }

    double knots() {
      double across = StrictMath.hypot(value(VX_MS), value(VY_MS)) * KNOTS;
      double knots = said.getOrDefault(SPEED_KN, across);
      return knots >= 0 && knots <= 5_800 ? knots : Double.NaN;
    }

    String squawk() {
      boolean isDoubted = is(SQUAWK_INVALID) || is(SQUAWK_GARBLED);
      return isDoubted || !said.containsKey(SQUAWK)
          ? null
          : "%04o".formatted(said.get(SQUAWK).intValue());
    }
  }

  /** The last of each. */
  private static final class Found implements Decoder.Output {
    private Fix fix;
    private FlightIdentity identity;

    @Override
    public void report(Report report) {
      fix = report instanceof Fix one ? one : fix;
      identity = report instanceof FlightIdentity one ? one : identity;
    }

    @Override
    public void reject(Reject reject) {
      // What is refused has no fix, and that is looked at.
    }
  }
}
