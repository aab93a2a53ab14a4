package bz.keelbill.radar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.NmeaChecksum;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
          new Station("turned", SITE, 48, 40, 0.5, 0, 0, 30),
          new Station("biased", SITE, 48, 40, 0.5, 1, 100, Double.NaN));

  private final Heard heard = new Heard();
  private final RadarDecoder live = new RadarDecoder(STATIONS, "demo", false);
  private final RadarDecoder replay = new RadarDecoder(STATIONS, "demo", true);
  private long number;

  /** Writes down in short what a decoder says. */
  private static final class Heard implements Decoder.Output {
    private final List<String> said = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

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
  void aBadLineNeverTouchesTheNext() {
    String good = sentence("RATTM,07,8.42,141.5,T,,,T,,,N,,T,");
    feed(live, "\\s:turned,c:1*00\\$RATTM,,,", NOON);
    feed(live, "$RATTM" + "9".repeat(5_000), NOON);
    feed(live, good, NOON);
    assertEquals("too-long", heard.said.get(heard.said.size() - 2));
    assertEquals("demo", heard.fixes.get(0).origin().station());
  }

  @Test
  void mutatedLinesNeverThrowAndNeverMakeAnImpossibleReport() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    long rounds = Long.getLong("keelbill.fuzz.rounds", 1_000_000);
    System.out.println("RadarDecoder fuzz: seed " + seed + ", rounds " + rounds);
    Random random = new Random(seed);
    String[] seeds = {
      "RATTM,07,8.420,141.5,T,31.2,187.0,T,,,N,,T,,120000.00,A",
      "RATTM,07,8.420,141.5,R,31.2,187.0,R,3.10,12.4,K,NAME,Q,",
      "RATLL,07,1724.0000,N,08736.0000,W,,120000.00,T,",
      "RATTM,07,,,T,,,T,,,N,,L,,120009.00,A",
    };
    Judge judge = new Judge();
    for (long round = 0; round < rounds; round++) {
      byte[] body = mutated(bytes(seeds[random.nextInt(seeds.length)]), random);
      String text = sentence(new String(body, StandardCharsets.ISO_8859_1));
      String tag = tag(random.nextBoolean() ? "s:turned,c:1795435200" : "g:1-2-9,s:x");
      byte[] line = bytes(random.nextInt(4) == 0 ? tag + text : text);
      live.decode(
          new Line("radar", round, NOON, random.nextInt(4) == 0 ? mutated(line, random) : line),
          judge);
    }
    assertTrue(judge.fixes > rounds / 100, "mutations still reach the reports");
    assertTrue(judge.rejects > rounds / 100, "mutations are refused too");
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    String alphabet = ",,,.-*\\$!0123456789TRNKSLQ: \0\u00ff";
    byte[] mutated = bytes.clone();
    for (int change = random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(mutated.length);
      mutated[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    int length = random.nextInt(16) == 0 ? random.nextInt(mutated.length) : mutated.length;
    return Arrays.copyOf(mutated, length);
  }

  /** Judges every report of the fuzz. */
  private static final class Judge implements Decoder.Output {
    private long fixes;
    private long rejects;

    @Override
    public void report(Report report) {
      if (report instanceof Fix fix) {
        fixes++;
        double speed = fix.motion().speedKnots();
        double course = fix.motion().courseDegrees();
        assertNotNull(fix.position());
        assertTrue(Double.isNaN(speed) || speed >= 0 && speed <= 100);
        assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
        assertTrue(fix.state().accuracy().worstMetres() < 2_000);
        if (!"x".equals(fix.origin().station())) {
          double metres = Geodesy.exactDistanceMetres(SITE, fix.position());
          assertTrue(metres <= 48 * 1.1 * 1852 + 1, "too far");
        }
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
