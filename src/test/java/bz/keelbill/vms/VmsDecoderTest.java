package bz.keelbill.vms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.VesselIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class VmsDecoderTest extends DecoderContract {
  static final String GOOD =
      "//SR//AD/BLZ//TM/POS//RC/V3AA//NA/SEA STAR//DA/20261123//TI/1200"
          + "//LT/+17.400//LG/-087.600//SP/125//CO/187//ER//";
  static final String MINUTES =
      "//SR//TM/ENT//XR/BZ-1234//FS/BLZ//DA/20261123//TI/120030//LA/N1724//LO/W08736//ER//";
  private static final long ARRIVAL = Instant.parse("2026-11-23T12:01:00Z").toEpochMilli();

  @Override
  protected Decoder newDecoder() {
    return new VmsDecoder("fisheries", false);
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(GOOD, MINUTES).map(Mutations::bytes).toList();
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
      String who = report.contact().name();
      if (report instanceof Fix fix) {
        said.add("fix " + who + " " + text(fix));
      } else {
        VesselIdentity.Names names = ((VesselIdentity) report).names();
        said.add(
            "who %s '%s' %s %s %s"
                .formatted(
                    who,
                    names.name(),
                    names.callsign(),
                    orDash(names.registration()),
                    orDash(names.flag())));
      }
    }

    private static String orDash(String text) {
      return text == null ? "-" : text;
    }

    private static String text(Fix fix) {
      double speed = fix.motion().speedKnots();
      double course = fix.motion().courseDegrees();
      return String.format(
          Locale.ROOT,
          "%s %.6f %.6f %.0fm %skn %s",
          Instant.ofEpochMilli(fix.atMillis()),
          fix.position().latitude(),
          fix.position().longitude(),
          fix.state().accuracy().worstMetres(),
          Double.isNaN(speed) ? "-" : Double.toString(speed),
          Double.isNaN(course) ? "-" : Long.toString(Math.round(course)));
    }

    @Override
    public void reject(Reject reject) {
      said.add(reject.reason().word());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/sentences/vms.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1)
  void everyRecordOfTheTableReadsAsExpected(
      String why, String record, String expected, String origin) {
    Heard heard = new Heard();
    byte[] bytes = Mutations.bytes(record.replace("{1B}", "\u001b"));
    newDecoder().decode(new Line("feed", 1, ARRIVAL, bytes), heard);
    assertEquals(expected, String.join("; ", heard.said));
  }

  @Test
  void aRecordedRecordsOwnTimeHolds() {
    Outcome outcome = new Outcome();
    byte[] tomorrow = Mutations.bytes(GOOD.replace("20261123", "20261124"));
    new VmsDecoder("fisheries", true).decode(new Line("feed", 1, ARRIVAL, tomorrow), outcome);
    assertEquals(
        Instant.parse("2026-11-24T12:00:00Z").toEpochMilli(),
        outcome.reports.get(1).origin().eventAtMillis());
  }
}
