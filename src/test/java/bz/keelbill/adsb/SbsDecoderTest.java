package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SbsDecoderTest {
  private static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");

  private final List<Report> reports = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private long number;

  private final Decoder.Output out =
      new Decoder.Output() {
        @Override
        public void report(Report report) {
          reports.add(report);
        }

        @Override
        public void reject(Reject reject) {
          rejects.add(reject);
        }
      };

  private final SbsDecoder live = new SbsDecoder(SbsDecoder.Settings.live("belize-city"));

  private void feed(Decoder decoder, String text, long receivedAtMillis) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    decoder.decode(new Line("sbs", ++number, receivedAtMillis, bytes), out);
  }

  private static String message(int subtype, String time, String rest) {
    return "MSG," + subtype + ",1,1,0AB001,1,2026/11/23," + time + ",2026/11/23," + time + rest;
  }

  private FlightIdentity identity(int index) {
    return (FlightIdentity) reports.get(index);
  }

  private Fix fix(int index) {
    return (Fix) reports.get(index);
  }

  @Test
  void aPositionBecomesAFixWithHeightAndOrigin() {
    feed(live, message(3, "12:00:00.250", ",,3500,,,17.5,-88.25,,,0,0,0,0"), NOON + 400);
    assertEquals(1, reports.size());
    Fix fix = fix(0);
    assertEquals(new ContactId.Icao24(0x0AB001, true), fix.contact());
    assertEquals(17.5, fix.position().latitude());
    assertEquals(-88.25, fix.position().longitude());
    assertEquals(3500, fix.height().altitudeFeet());
    assertFalse(fix.height().geometric());
    assertFalse(fix.height().onGround());
    assertEquals(Fix.Source.ADSB, fix.state().source());
    assertEquals(NOON + 250, fix.atMillis());
    assertEquals(NOON + 400, fix.origin().receivedAtMillis());
    assertEquals("belize-city", fix.origin().station());
    assertEquals(1, fix.origin().lineNumber());
  }

  @Test
  void velocityBecomesAFixWithoutAPosition() {
    feed(live, message(4, "12:00:00.000", ",,,120.5,270,,,-640,,0,,0,0"), NOON);
    assertNull(fix(0).position());
    assertEquals(120.5, fix(0).motion().speedKnots());
    assertEquals(270, fix(0).motion().courseDegrees());
    assertEquals(-640, fix(0).height().verticalRateFeetPerMinute());
    assertTrue(Double.isNaN(fix(0).height().altitudeFeet()));
  }

  @Test
  void anAirbornePositionMessageWithoutOneIsNeverAtZeroZero() {
    feed(live, message(3, "12:00:00.000", ",,3500,,,,,,,0,,0,0"), NOON);
    assertNull(fix(0).position());
    assertEquals(3500, fix(0).height().altitudeFeet());
  }

  @Test
  void groundFlagAloneIsToldAsIdentity() {
    feed(live, message(8, "12:00:00.000", ",,,,,,,,,,,,-1"), NOON);
    assertEquals(1, reports.size());
    assertTrue(identity(0).onGround());
  }

  @Test
  void aFeedOfComputedPositionsSaysSo() {
    SbsDecoder mlat =
        new SbsDecoder(new SbsDecoder.Settings("belize-city", ZoneOffset.UTC, true, false));
    feed(mlat, message(3, "12:00:00.000", ",,3500,,,17.5,-88.25,,,0,0,0,0"), NOON);
    assertEquals(Fix.Source.MLAT, fix(0).state().source());
    assertTrue(fix(0).state().accuracy().worstMetres() > 100);
  }

  @Test
  void aChangedCallsignCountsFromTheSecondMessage() {
    feed(live, message(1, "12:00:00.000", ",V3HHA,,,,,,,,,,,"), NOON);
    feed(live, message(1, "12:00:05.000", ",TROPIC12,,,,,,,,,,,"), NOON);
    feed(live, message(1, "12:00:10.000", ",V3HHA,,,,,,,,,,,"), NOON);
    feed(live, message(1, "12:00:15.000", ",TROPIC12,,,,,,,,,,,"), NOON);
    feed(live, message(1, "12:00:20.000", ",TROPIC12,,,,,,,,,,,"), NOON);
    List<String> told = reports.stream().map(r -> ((FlightIdentity) r).callsign()).toList();
    assertEquals(List.of("V3HHA", "V3HHA", "TROPIC12"), told);
  }

  @Test
  void anEmergencyFlagCountsFromTheSecondMessageAndItsEndAtOnce() {
    feed(live, message(6, "12:00:00.000", ",,,,,,,,7700,0,-1,0,0"), NOON);
    feed(live, message(6, "12:00:01.000", ",,,,,,,,7700,0,-1,0,0"), NOON);
    feed(live, message(6, "12:00:02.000", ",,,,,,,,1200,0,0,0,0"), NOON);
    feed(live, message(6, "12:00:03.000", ",,,,,,,,1200,0,0,0,0"), NOON);
    assertEquals("7700", identity(0).squawk());
    assertNull(identity(0).emergency());
    assertEquals(Emergency.GENERAL, identity(1).emergency());
    assertEquals(Emergency.NONE, identity(2).emergency());
    assertNull(identity(3).emergency());
  }

  @Test
  void anEmergencyFlagWithoutASquawkSpeaksOfTheSquawkBefore() {
    feed(live, message(6, "12:00:00.000", ",,,,,,,,7600,0,-1,0,0"), NOON);
    feed(live, message(3, "12:00:01.000", ",,3500,,,17.5,-88.2,,,0,-1,0,0"), NOON);
    assertEquals(Emergency.NO_RADIO, identity(1).emergency());
  }

  @Test
  void aComputableRegistrationComesWithTheIdentity() {
    feed(live, "MSG,1,,,A00002,,,,,,N1A,,,,,,,,,,,", NOON);
    assertEquals("N1A", identity(0).registration());
    feed(live, "MSG,1,,,~A00002,,,,,,N1A,,,,,,,,,,,", NOON);
    assertNull(identity(1).registration());
  }

  @Test
  void liveTheTimeHoldsUpToFiveMinutesOffArrival() {
    String line = message(5, "12:00:00.000", ",,900,,,,,,,,,,");
    feed(live, line, NOON + 300_000);
    feed(live, line, NOON + 300_001);
    feed(live, line, NOON - 300_001);
    assertEquals(NOON, fix(0).atMillis());
    assertEquals(NOON + 300_001, fix(1).atMillis());
    assertEquals(NOON - 300_001, fix(2).atMillis());
  }

  @Test
  void inReplayTheLinesOwnTimeAlwaysHolds() {
    SbsDecoder replay = new SbsDecoder(SbsDecoder.Settings.recorded("belize-city"));
    feed(replay, message(5, "12:00:00.000", ",,900,,,,,,,,,,"), NOON + 86_400_000);
    feed(replay, "MSG,5,,,0AB001,,,,,,,900", NOON + 5);
    assertEquals(NOON, fix(0).atMillis());
    assertEquals(NOON + 5, fix(1).atMillis());
  }

  @Test
  void aFeedInLocalTimeIsBroughtToUtc() {
    SbsDecoder local = new SbsDecoder(new SbsDecoder.Settings("x", BELIZE, false, false));
    feed(local, message(5, "06:00:00.000", ",,900,,,,,,,,,,"), NOON + 1_000);
    assertEquals(NOON, fix(0).atMillis());
    byte[] line = message(5, "06:00:00.5", ",,900").getBytes(StandardCharsets.US_ASCII);
    assertEquals(NOON + 500, SbsDecoder.timeOf(line, BELIZE));
    assertNull(SbsDecoder.timeOf(new byte[0], BELIZE));
  }

  @Test
  void withoutAGeneratedTimeTheLoggedOneCounts() {
    feed(live, "MSG,5,,,0AB001,,,,2026/11/23,12:00:01.5,,900", NOON + 9_000);
    assertEquals(NOON + 1_500, fix(0).atMillis());
  }

  @Test
  void aBadLineNeverTouchesTheNext() {
    String good = message(3, "12:00:00.000", ",,3500,,,17.5,-88.25,,,0,0,0,0");
    feed(live, "MSG,3,\0\u00ff" + good, NOON);
    feed(live, good, NOON);
    assertEquals(1, rejects.size());
    assertEquals(Reject.Reason.MALFORMED, rejects.get(0).reason());
    assertEquals(1, reports.size());
  }

  @Test
  void mutatedLinesNeverThrowAndNeverMakeAnImpossibleReport() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    long rounds = Long.getLong("keelbill.fuzz.rounds", 1_000_000);
    System.out.println("SbsDecoder fuzz: seed " + seed + ", rounds " + rounds);
    Random random = new Random(seed);
    String[] seeds = {
      message(1, "12:00:00.000", ",V3HHA   ,,,,,,,,,,,"),
      message(3, "12:00:00.000", ",,37000H,,,17.5,-88.25,,,0,0,0,0"),
      message(4, "12:00:00.000", ",,,120.5,270,,,-640,,0,,0,0"),
      message(6, "12:00:00.000", ",,,,,,,,7700,0,-1,0,0"),
    };
    Checked checked = new Checked();
    SbsDecoder decoder = new SbsDecoder(SbsDecoder.Settings.recorded("x"));
    for (long round = 0; round < rounds; round++) {
      byte[] bytes = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.ISO_8859_1);
      decoder.decode(new Line("sbs", round, NOON, mutated(bytes, random)), checked);
    }
    assertTrue(checked.reports > rounds / 100, "mutations still reach the reports");
    assertTrue(checked.rejects > rounds / 100, "mutations are refused too");
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    String alphabet = ",,,.-~0123456789ABCDEFHMSG/: \0\u00ff";
    byte[] mutated = bytes.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(mutated.length);
      mutated[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    int length = random.nextInt(8) == 0 ? random.nextInt(mutated.length) : mutated.length;
    return java.util.Arrays.copyOf(mutated, length);
  }

  /** Judges every report of the fuzz. */
  private static final class Checked implements Decoder.Output {
    private long reports;
    private long rejects;

    @Override
    public void report(Report report) {
      reports++;
      if (report instanceof Fix fix) {
        double speed = fix.motion().speedKnots();
        double course = fix.motion().courseDegrees();
        assertTrue(Double.isNaN(speed) || speed >= 0 && speed < 6_000);
        assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
        assertFalse(Math.abs(fix.height().altitudeFeet()) > 130_000);
      } else if (report instanceof FlightIdentity identity) {
        assertTrue(identity.squawk() == null || identity.squawk().matches("[0-7]{4}"));
        assertTrue(identity.callsign() == null || identity.callsign().matches("[A-Z0-9 ]{1,8}"));
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
