package bz.keelbill.radar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.NmeaChecksum;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.VesselIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RadarDecoderTest {
  private static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();
  private static final Position SITE = new Position(17.5, -88.0);
  private static final List<Station> STATIONS =
      List.of(
          Station.of("demo", SITE),
          new Station("turned", SITE, Station.Reach.USUAL, Station.Noise.USUAL, 30, false),
          new Station(
              "biased",
              SITE,
              Station.Reach.USUAL,
              new Station.Noise(40, 0.5, 100, 1),
              Double.NaN,
              false),
          new Station(
              "boat", null, new Station.Reach(30, 24), Station.Noise.USUAL, Double.NaN, true));

  private final Heard heard = new Heard();
  private final RadarDecoder live = new RadarDecoder(STATIONS, "demo", false);
  private final RadarDecoder replay = new RadarDecoder(STATIONS, "demo", true);
  private long number;

  /** Writes down in short what a decoder says. */
  private static final class Heard implements Decoder.Output {
    private final List<String> said = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void report(Report report) {
      String time =
          LocalTime.ofInstant(Instant.ofEpochMilli(report.origin().eventAtMillis()), ZoneOffset.UTC)
              .toString();
      String paddedTime = time.length() == 5 ? time + ":00" : time;
      paddedTime = paddedTime.length() == 8 ? paddedTime + ".000" : paddedTime;
      if (report instanceof Fix fix) {
        fixes.add(fix);
        said.add("fix " + text(fix, paddedTime));
      } else if (report instanceof ContactLost lost) {
        said.add("lost " + lost.contact().name().substring(6) + " " + paddedTime);
      } else if (report instanceof VesselIdentity named) {
        said.add("name " + named.contact().name().substring(6) + " '" + named.name() + "'");
      }
    }

    private static String text(Fix fix, String time) {
      Fix.Motion motion = fix.motion();
      double sigma = fix.state().accuracy().acrossMetres();
      return fix.contact().name().substring(6)
          + String.format(
              Locale.ROOT, " %.6f %.6f", fix.position().latitude(), fix.position().longitude())
          + (Double.isNaN(motion.speedKnots())
              ? " -kn"
              : String.format(Locale.ROOT, " %.2fkn", motion.speedKnots()))
          + (Double.isNaN(motion.courseDegrees())
              ? " - "
              : String.format(Locale.ROOT, " %.1f ", motion.courseDegrees()))
          + time
          + (fix.state().accuracy().tentative() ? " tentative" : "")
          + (sigma > 1_000 ? String.format(Locale.ROOT, " %.0fm", sigma) : "");
    }

    @Override
    public void note(Note note) {
      notes.add(note.kind().word() + " " + note.about() + " " + note.value());
    }

    @Override
    public void reject(Reject reject) {
      said.add(reject.reason().word());
    }
  }

  private void feed(Decoder decoder, String text, long receivedAtMillis) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    decoder.decode(new Line("radar", ++number, receivedAtMillis, bytes), heard);
  }

  private static String sentence(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    int sum = NmeaChecksum.of(bytes, 0, bytes.length);
    return "$" + body + "*" + Character.forDigit(sum >> 4, 16) + Character.forDigit(sum & 15, 16);
  }

  private static String tag(String body) {
    return "\\" + sentence(body).substring(1) + "\\";
  }

  /** {@code {1B}} in the table stands for the byte 1B. */
  private static String unescaped(String text) {
    Matcher matcher = Pattern.compile("\\{([0-9A-F]{2})}").matcher(text);
    return matcher.replaceAll(
        hit -> Matcher.quoteReplacement("" + (char) Integer.parseInt(hit.group(1), 16)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/sentences/radar.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1)
  void everyLineOfTheTableReadsAsExpected(String why, String line, String expected) {
    feed(live, line == null ? "" : unescaped(line), NOON + 2_500);
    assertEquals(expected == null ? "" : expected, String.join(" ", heard.said), why);
  }

  @Test
  void theErrorEllipseLiesAlongTheBearing() {
    feed(live, sentence("RATTM,07,20,141.5,T,,,T,,,N,,T,"), NOON);
    Fix.Accuracy accuracy = heard.fixes.get(0).state().accuracy();
    assertEquals(40, accuracy.alongMetres());
    assertEquals(20 * 1852 * Math.toRadians(0.5), accuracy.acrossMetres(), 1e-9);
    assertEquals(141.5, accuracy.axisDegrees());
    assertEquals(Fix.Source.RADAR, heard.fixes.get(0).state().source());
  }

  @Test
  void aPlaceToldByAKnownRadarHasItsErrorEllipse() {
    feed(live, sentence("RATLL,07,1744.18964,N,08745.18336,W,,,T,"), NOON);
    Fix.Accuracy accuracy = heard.fixes.get(0).state().accuracy();
    assertEquals(45, accuracy.axisDegrees(), 0.01);
    assertEquals(20 * 1852 * Math.toRadians(0.5), accuracy.acrossMetres(), 0.1);
  }

  @Test
  void theSameSentenceFromTwoReceiversIsOneReport() {
    String target = sentence("RATTM,07,8.42,141.5,T,,,T,,,N,,T,");
    feed(live, tag("s:demo,c:1795435200") + target, NOON);
    feed(live, tag("s:demo,c:1795435200") + target, NOON + 300);
    assertEquals(1, heard.said.size());
    feed(live, tag("s:demo,c:1795435203") + target, NOON + 3_000);
    feed(live, tag("s:turned,c:1795435203") + target, NOON + 3_000);
    assertEquals(3, heard.fixes.size());
  }

  @Test
  void aSentenceJustAfterMidnightBelongsToTheNewDay() {
    long midnight = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();
    feed(live, sentence("RATTM,07,8,141,T,,,T,,,N,,T,,000001.00,A"), midnight - 1_000);
    feed(live, sentence("RATTM,07,8,141,T,,,T,,,N,,T,,235959.50,A"), midnight + 1_000);
    assertEquals(midnight + 1_000, heard.fixes.get(0).atMillis());
    assertEquals(midnight - 500, heard.fixes.get(1).atMillis());
  }

  @Test
  void inReplayTheLinesOwnTimeHoldsWhateverTheArrival() {
    long later = NOON + 5 * 86_400_000L;
    feed(replay, tag("s:demo,c:1795435200") + sentence("RATTM,7,8,141,T,,,T,,,N,,T,"), later);
    feed(replay, sentence("RATTM,7,8,141,T,,,T,,,N,,T,,093000.00,A"), later);
    assertEquals(NOON, heard.fixes.get(0).atMillis());
    assertEquals(later - 9_000_000, heard.fixes.get(1).atMillis());
  }

  @Test
  void theTimeOfALineIsKnownWithoutDecodingIt() {
    byte[] tagged =
        (tag("c:1795435200") + sentence("RATTM,7,8,141,T,,,T,,,N,,T,"))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] untagged =
        sentence("RATLL,07,1724.0,N,08736.0,W,,115959.00,T,").getBytes(StandardCharsets.US_ASCII);
    assertEquals(NOON, RadarDecoder.timeOf(tagged, 0));
    assertEquals(NOON - 1_000, RadarDecoder.timeOf(untagged, NOON + 3_600_000));
    assertNull(RadarDecoder.timeOf(new byte[0], NOON));
  }

  @Test
  void laterLinesOfAGroupInheritSourceAndTimeForTenSeconds() {
    feed(live, tag("g:1-3-17,s:turned,c:1795435200") + target(7), NOON + 3_000);
    feed(live, tag("g:2-3-17") + target(8), NOON + 4_000);
    feed(live, tag("g:2-3-18") + target(9), NOON + 5_000);
    feed(live, tag("g:3-3-17") + target(10), NOON + 14_000);
    List<String> contacts = heard.fixes.stream().map(fix -> fix.contact().name()).toList();
    assertEquals(
        List.of("radar:turned/7", "radar:turned/8", "radar:demo/9", "radar:demo/10"), contacts);
    assertEquals(NOON, heard.fixes.get(1).atMillis());
    assertEquals(NOON + 5_000, heard.fixes.get(2).atMillis());
  }

  private static String target(int number) {
    return sentence("RATTM," + number + ",8.42,141.5,T,,,T,,,N,,T,");
  }

  @Test
  void aLabelNamesATargetThatIsFollowed() {
    feed(live, tag("s:demo,c:1795435200") + target(7), NOON);
    feed(live, tag("s:demo,c:1795435201") + sentence("RATLB,7,GOFAST\u00071,12,X"), NOON + 1_000);
    feed(live, tag("s:demo,c:1795435202") + sentence("RATLB,7,"), NOON + 2_000);
    feed(live, tag("s:demo,c:1795435263") + sentence("RATLB,7,LATE"), NOON + 63_000);
    List<String> names = heard.said.subList(1, heard.said.size());
    assertEquals(List.of("name demo/7 'GOFAST1'", "name demo/7 ''", "not-used"), names);
  }

  @Test
  void aLabelDoesNotNameATargetThatIsLost() {
    feed(live, tag("s:demo,c:1795435200") + target(7), NOON);
    feed(live, tag("s:demo,c:1795435201") + sentence("RATTM,07,,,T,,,T,,,N,,L,"), NOON + 1_000);
    feed(live, tag("s:demo,c:1795435202") + sentence("RATLB,7,LATE"), NOON + 2_000);
    assertEquals("not-used", heard.said.get(2));
  }

  @Test
  void aBoatsRadarStandsWhereTheBoatIs() {
    RadarDecoder boat = new RadarDecoder(STATIONS, "boat", false);
    feed(boat, sentence("GPRMC,120000,A,1730.0,N,08800.0,W,0.0,,231126,,"), NOON);
    feed(boat, sentence("RATTM,07,8.42,141.5,T,31.2,187.0,T,,,N,,T,"), NOON + 1_000);
    feed(boat, sentence("HEHDT,30.0,T"), NOON + 1_500);
    feed(boat, sentence("RATTM,08,8.42,111.5,R,31.2,157.0,R,,,N,,T,"), NOON + 2_000);
    String place = " 17.389711 -87.908648 ";
    assertEquals(
        List.of(
            "fix boat/7" + place + "31.20kn 187.0 12:00:01.000",
            "fix boat/8" + place + "-kn - 12:00:02.000"),
        heard.said);
  }

  @Test
  void aBoatsPlaceMovesOnWithItsOwnSpeed() {
    RadarDecoder boat = new RadarDecoder(STATIONS, "boat", false);
    feed(boat, sentence("GPRMC,120000,A,1730.0,N,08800.0,W,36.0,90.0,231126,,"), NOON);
    feed(boat, sentence("GPGGA,120000,1730.0,N,08800.0,W,1,08,1.0,0,M,,M,,"), NOON + 100);
    feed(boat, sentence("RATTM,07,2.0,90.0,T,,,T,,,N,,T,"), NOON + 10_000);
    Position seen = heard.fixes.get(0).position();
    assertEquals(2.1 * 1852, Geodesy.exactDistanceMetres(SITE, seen), 0.5);
  }

  @Test
  void anOldHeadingOrAnOldPlacePlacesNothing() {
    RadarDecoder boat = new RadarDecoder(STATIONS, "boat", false);
    feed(boat, sentence("GPGGA,120000,1730.0,N,08800.0,W,1,08,1.0,0,M,,M,,"), NOON);
    feed(boat, sentence("HETHS,30.0,A"), NOON);
    String relative = sentence("RATTM,07,8.42,111.5,R,,,R,,,N,,T,");
    feed(boat, relative, NOON + 2_000);
    feed(boat, relative, NOON + 2_001);
    feed(boat, sentence("RATTM,07,8.42,111.5,T,,,R,,,N,,T,"), NOON + 10_000);
    feed(boat, sentence("RATTM,07,8.42,111.5,T,,,R,,,N,,T,"), NOON + 10_001);
    assertEquals(2, heard.fixes.size());
    assertEquals("heading-missing", heard.said.get(1));
    assertEquals("position-missing", heard.said.get(3));
  }

  @Test
  void aFixedRadarTurnsWithTheHeadingThatItSends() {
    feed(live, sentence("RAOSD,30.0,A,,,,,,,N"), NOON);
    feed(live, sentence("RATTM,07,8.42,111.5,R,31.2,157.0,R,,,N,,T,"), NOON + 500);
    assertEquals(List.of("fix demo/7 17.389711 -87.908648 31.20kn 187.0 12:00:00.500"), heard.said);
  }

  @Test
  void aCompassThatNamesItselfIsTheOneOfTheFeedsRadar() {
    feed(live, tag("s:gyro1,c:1795435200") + sentence("HEHDT,30.0,T"), NOON);
    feed(live, tag("s:demo,c:1795435200") + sentence("RATTM,7,8,111,R,,,R,,,N,,T,"), NOON);
    assertEquals(1, heard.fixes.size());
  }

  @Test
  void aBinaryTargetSaysWhereItsBowPoints() {
    String turned = "07F74pM>0`P=:00";
    feed(live, "!" + sentence("RATTD,01,01,1," + turned + ",0").substring(1), NOON);
    assertEquals(4.0, heard.fixes.get(0).motion().headingDegrees());
  }

  @Test
  void checksumsMayBeMissingOnlyWhereThatIsSaid() {
    RadarDecoder lax = new RadarDecoder(STATIONS, "demo", false, true);
    String body = "$RATTM,07,8.42,141.5,T,,,T,,,N,,T,";
    feed(lax, body, NOON);
    feed(lax, body + "*00", NOON);
    feed(lax, body + "*4", NOON);
    feed(live, body, NOON);
    assertEquals(1, heard.fixes.size());
    assertEquals(
        List.of("checksum", "checksum-missing", "checksum-missing"), heard.said.subList(1, 4));
  }

  @Test
  void twoReceiversCopiesAreKnownForOneTransmissionAndEachScanForItsOwn() {
    String target = target(7);
    RadarDecoder other = new RadarDecoder(STATIONS, "demo", false);
    feed(live, tag("s:demo,c:1795435200") + target, NOON);
    feed(other, tag("s:demo,c:1795435200") + target, NOON + 400);
    feed(live, tag("s:demo,c:1795435203") + target, NOON + 3_000);
    feed(live, target, NOON + 6_000);
    List<Long> told = heard.fixes.stream().map(fix -> fix.origin().transmission()).toList();
    assertEquals(told.get(0), told.get(1));
    assertTrue(told.get(0) != 0 && !told.get(0).equals(told.get(2)));
    assertEquals(0, told.get(3));
  }

  @Test
  void whatTheRadarsOwnClockSaidIsKept() {
    feed(
        live, tag("s:demo,c:1795435200") + sentence("RATTM,7,8,1,T,,,T,,,N,,T,,060000.00,A"), NOON);
    assertEquals(NOON, heard.fixes.get(0).atMillis());
    assertEquals(NOON - 6 * 3_600_000, heard.fixes.get(0).origin().stationAtMillis());
  }

  @Test
  void radarLinesAreToldFromAisLines() {
    String ais = "!AIVDM,1,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,0*78";
    assertFalse(RadarDecoder.isRadar(bytes(ais)));
    assertFalse(RadarDecoder.isRadar(bytes(tag("s:$RATTM") + ais)));
    assertFalse(RadarDecoder.isRadar(bytes("")));
    assertFalse(RadarDecoder.isRadar(bytes("$RAT")));
    assertFalse(RadarDecoder.isRadar(bytes("$GPRMC,,,,")));
    assertTrue(RadarDecoder.isRadar(bytes("$RATTM,07")));
    assertTrue(RadarDecoder.isRadar(bytes(tag("s:x") + tag("c:1") + "$IITLL,07")));
    assertTrue(RadarDecoder.isRadar(bytes("!RATTD,01,01")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void generatedTargetsComeBackWithinTenMetres() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    System.out.println("RadarDecoder round trips: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      double bearing = random.nextInt(3600) / 10.0;
      double miles = (50 + random.nextInt(23_950)) / 1000.0;
      String body = String.format(Locale.ROOT, "RATTM,5,%.3f,%.1f,T,,,T,,,N,,T,", miles, bearing);
      heard.fixes.clear();
      feed(live, sentence(body), NOON + round * 1_000L);
      Position position = heard.fixes.get(0).position();
      assertEquals(miles * 1852, Geodesy.exactDistanceMetres(SITE, position), 0.01, body);
      double turn = Geodesy.turnDegrees(bearing, Geodesy.exactBearingDegrees(SITE, position));
      assertTrue(Math.toRadians(turn) * miles * 1852 < 0.01, body);
    }
  }

  @Test
  void targetsOfAStationThatNobodyConfiguredAreNoted() {
    String target = sentence("RATTM,07,8.42,141.5,T,,,T,,,N,,T,");
    feed(live, tag("s:st\u0007range") + target, NOON);
    feed(live, tag("s:strange") + sentence("RATLL,07,1724.0000,N,08736.0000,W,,,T,"), NOON);
    assertEquals("unknown-station", heard.said.get(0));
    assertEquals(List.of("unknown-station strange "), heard.notes, "without its bell");
    assertEquals(1852, heard.fixes.get(0).state().accuracy().worstMetres(), "a mile of error");
  }

  @Test
  void manyTargetsBeyondTheRangeAreAWrongUnit() {
    for (int target = 0; target < 300; target++) {
      double miles = 10 + target % 50 * 1.5;
      feed(live, sentence("RATTM,%d,%.1f,141.5,T,,,T,,,N,,T,".formatted(target, miles)), NOON);
    }
    assertEquals(List.of(), heard.notes, "fewer than half of a hundred lie beyond 52.8 miles");
    for (int target = 0; target < 100; target++) {
      double kilometres = 35 + target;
      feed(live, sentence("RATTM,%d,%.1f,141.5,T,,,T,,,N,,T,".formatted(target, kilometres)), NOON);
    }
    assertEquals(List.of("units-suspected demo 82"), heard.notes);
  }

  @Test
  void nearerThanItsBlindRangeARadarSeesItself() {
    Station.Reach reach = new Station.Reach(400, 48);
    Station high = new Station("high", SITE, reach, Station.Noise.USUAL, Double.NaN, false);
    RadarDecoder decoder = new RadarDecoder(List.of(high), "high", false);
    feed(decoder, sentence("RATTM,07,0.21,141.5,T,,,T,,,N,,T,"), NOON);
    feed(decoder, sentence("RATTM,08,0.22,141.5,T,,,T,,,N,,T,"), NOON);
    feed(decoder, sentence("RATLL,09,1730.0,N,08800.1,W,,,T,"), NOON);
    assertEquals(List.of("out-of-range"), heard.said.subList(0, 1));
    assertEquals(1, heard.fixes.size());
    assertEquals("out-of-range", heard.said.get(2), "also where the radar says the place");
  }

  @Test
  void aBadLineNeverTouchesTheNext() {
    String good = sentence("RATTM,07,8.42,141.5,T,,,T,,,N,,T,");
    feed(live, "\\s:turned,c:1*00\\$RATTM,,,", NOON);
    feed(live, "$RATTM" + "9".repeat(5_000), NOON);
    feed(live, good, NOON);
    assertEquals("too-long", heard.said.get(heard.said.size() - 2));
    assertEquals("demo", heard.fixes.get(0).origin().station());
  }
}
