package bz.keelbill.cot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.Report;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.StationClock;
import bz.keelbill.report.VesselIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CotDecoderTest extends DecoderContract {
  static final String PATROL =
      "<event version=\"2.0\" uid=\"BZ-PATROL-1\" type=\"a-f-S-X-L\" time=\"2026-11-23T12:00:00Z\""
          + " start=\"2026-11-23T12:00:00Z\" stale=\"2026-11-23T12:05:00Z\" how=\"m-g\"><point"
          + " lat=\"17.4\" lon=\"-87.6\" hae=\"0.0\" ce=\"9.5\" le=\"9999999.0\"/><detail><contact"
          + " callsign=\"TROPIC 1\"/><track course=\"187.0\" speed=\"18.5\"/></detail></event>";
  private static final long ARRIVAL = Instant.parse("2026-11-23T12:01:00Z").toEpochMilli();

  @Override
  protected Decoder newDecoder() {
    return new CotDecoder("tak", false, true);
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(PATROL, PATROL.replace("a-f-S-X-L", "a-f-A-C-H"))
        .map(Mutations::bytes)
        .toList();
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  /** Writes down in short what a decoder says. */
  private static final class Heard implements Decoder.Output {
    private final List<String> said = new ArrayList<>();

    @Override
    public void report(Report report) {
      String who = report.contact() == null ? "" : report.contact().name();
      said.add(
          switch (report.kind()) {
            case OWN_FORCE -> "own " + who + " until " + time(((OwnForce) report).untilMillis());
            case VESSEL_IDENTITY -> "who " + who + " '" + ((VesselIdentity) report).name() + "'";
            case FLIGHT_IDENTITY ->
                "flight " + who + " '" + ((FlightIdentity) report).callsign() + "'";
            case SAFETY_TEXT -> "text " + who + " '" + ((SafetyText) report).text() + "'";
            case STATION_CLOCK -> ((StationClock) report).position() == null ? "alive" : "clock";
            case FIX -> "fix " + who + " " + text((Fix) report);
            default -> report.toString();
          });
    }

    private static String time(long millis) {
      return Instant.ofEpochMilli(millis).toString().substring(11, 19);
    }

    private static String text(Fix fix) {
      double speed = fix.motion().speedKnots();
      double course = fix.motion().courseDegrees();
      String height =
          fix.height() == null ? "" : " " + Math.round(fix.height().altitudeFeet()) + "ft";
      boolean isUnknown = fix.height() != null && Double.isNaN(fix.height().altitudeFeet());
      return String.format(
          Locale.ROOT,
          "%s %.6f %.6f %.1fm %skn %s%s",
          time(fix.atMillis()),
          fix.position().latitude(),
          fix.position().longitude(),
          fix.state().accuracy().worstMetres(),
          Double.isNaN(speed) ? "-" : String.format(Locale.ROOT, "%.1f", speed),
          Double.isNaN(course) ? "-" : Double.toString(course),
          isUnknown ? " NaNft" : height);
    }

    @Override
    public void reject(Reject reject) {
      said.add(reject.reason().word());
    }
  }

  private static String said(Decoder decoder, String event) {
    Heard heard = new Heard();
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    decoder.decode(new Line("feed", 1, ARRIVAL, bytes), heard);
    return String.join("; ", heard.said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/sentences/cot.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1)
  void everyEventOfTheTableReadsAsExpected(
      String why, String event, String expected, String origin) {
    assertEquals(expected, said(newDecoder(), event));
  }

  @Test
  void fromAFeedThatNobodyTrustsAFriendIsANameAndNoMore() {
    assertEquals(
        "who cot:BZ-PATROL-1 'TROPIC 1';"
            + " fix cot:BZ-PATROL-1 12:00:00 17.400000 -87.600000 9.5m 36.0kn 187.0",
        said(new CotDecoder("tak", false, false), PATROL));
  }

  @Test
  void fromAFeedThatNobodyTrustsNoCallForHelpIsTaken() {
    Decoder decoder = new CotDecoder("tak", false, false);
    String calls = PATROL.replace("</detail>", "<emergency type=\"911 Alert\"/></detail>");
    assertTrue(!said(decoder, calls).contains("SOS"), said(decoder, calls));
    assertEquals("not-used", said(decoder, calls.replace("a-f-S-X-L", "b-a-o-tbl")));
  }

  /** Twelve ways in which XML has been turned against its reader. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE event [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE event [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE event [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]>",
        "<!DOCTYPE event SYSTEM \"http://127.0.0.1:1/event.dtd\">",
        "<!DOCTYPE event PUBLIC \"-//x//y\" \"http://127.0.0.1:1/event.dtd\">",
        "<!DOCTYPE event [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>",
        "<!DOCTYPE event [<!ATTLIST event uid CDATA \"made up\">]>",
        "<!DOCTYPE event [<!NOTATION x SYSTEM \"x\">]>",
        "<?xml version=\"1.0\"?><!DOCTYPE event>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?><!DOCTYPE event []>",
        "<!DOCTYPE event [<!ENTITY x \"<event>\">]>",
        "<!DOCTYPE event ["
      })
  void noDocumentTypeIsTaken(String prologue) {
    assertEquals("malformed", said(newDecoder(), prologue + PATROL));
    String used = prologue + PATROL.replace("TROPIC 1", "&x;&b;");
    assertEquals("malformed", said(newDecoder(), used));
  }

  @Test
  void depthAndAttributesAreBounded() {
    String deep = "<a>".repeat(63) + "</a>".repeat(63);
    assertEquals("malformed", said(newDecoder(), inDetail(deep)));
    String notSoDeep = "<a>".repeat(62) + "</a>".repeat(62);
    assertTrue(said(newDecoder(), inDetail(notSoDeep)).startsWith("own"));
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 33; i++) {
      wide.append(" a").append(i).append("=\"\"");
    }
    assertEquals("malformed", said(newDecoder(), inDetail(wide + "/>")));
  }

  @Test
  void anEventBeyondSixtyFourKilobytesIsTooLong() {
    Outcome outcome = decode(newDecoder(), List.of(new byte[CotFraming.MAX_BYTES + 1]));
    assertEquals(List.of(Reason.TOO_LONG), outcome.reasons());
  }

  private static String inDetail(String more) {
    return PATROL.replace("</detail>", more + "</detail>");
  }
}
