package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PlanDecoderTest {
  static final long NOON = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

  private final List<PlanMessage> messages = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final PlanDecoder live = new PlanDecoder("aftn", false);

  private final Decoder.Output out =
      new Decoder.Output() {
        @Override
        public void report(Report report) {
          messages.add((PlanMessage) report);
        }

        @Override
        public void reject(Reject reject) {
          rejects.add(reject);
        }
      };

  private void feed(Decoder decoder, String text) {
    decoder.decode(new Line("plans", 1, NOON, text.getBytes(StandardCharsets.ISO_8859_1)), out);
  }

  private static String unescaped(String text) {
    Matcher matcher = Pattern.compile("\\{([0-9A-F]{2})}").matcher(text);
    return matcher.replaceAll(
        hit -> Matcher.quoteReplacement("" + (char) Integer.parseInt(hit.group(1), 16)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/sentences/plans.csv",
      delimiter = '|',
      quoteCharacter = '\u0001',
      numLinesToSkip = 1)
  void everyMessageOfTheTableReadsAsExpected(String why, String message, String expected) {
    feed(live, message == null ? "" : unescaped(message));
    String said = messages.isEmpty() ? "" : text(messages.get(0));
    said += rejects.isEmpty() ? "" : rejects.get(0).reason().word();
    assertEquals(expected == null ? "" : expected, said, why);
  }

  private static String text(PlanMessage message) {
    PlanMessage.Flight flight = message.flight();
    PlanMessage.Details details = message.details();
    StringBuilder text = new StringBuilder();
    text.append(message.type()).append(' ').append(flight.callsign());
    text.append(' ').append(flight.departure());
    text.append(flight.offBlockAtMillis() == null ? "" : "@" + time(flight.offBlockAtMillis()));
    text.append(flight.destination() == null ? "" : " " + flight.destination());
    text.append(details.enrouteMinutes() == null ? "" : "+" + details.enrouteMinutes());
    Integer address = details.address();
    text.append(address == null ? "" : String.format(" code=%06x", address));
    text.append(details.registration() == null ? "" : " reg=" + details.registration());
    text.append(details.squawk() == null ? "" : " squawk=" + details.squawk());
    text.append(details.rules() == null ? "" : " rules=" + details.rules());
    text.append(details.aircraftType() == null ? "" : " type=" + details.aircraftType());
    text.append(details.route() == null ? "" : " route=[" + details.route() + "]");
    text.append(details.arrivedAt() == null ? "" : " arrived=" + details.arrivedAt());
    long filed = message.origin().eventAtMillis();
    return text.append(" filed=").append(filed == NOON ? "arrival" : time(filed)).toString();
  }

  private static LocalDateTime time(long millis) {
    return LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC);
  }

  @Test
  void aRecordedMessageWithoutEnvelopeCountsFromTheStart() {
    feed(new PlanDecoder("aftn", true), "(CNL-V3HHA-MZBZ1430-MZSP-DOF/261123)");
    assertEquals(PlanDecoder.FROM_THE_START, messages.get(0).origin().eventAtMillis());
    assertEquals(NOON, messages.get(0).origin().receivedAtMillis());
  }

  @Test
  void theTextIsKeptWithLineBreaksAsBlanks() {
    feed(live, "231130 MZBZZTZX\r\n(CNL-V3HHA\r\n-MZBZ1430-MZSP\r\n-RMK/Late  boat)\r\nNNNN");
    assertEquals("(CNL-V3HHA -MZBZ1430-MZSP -RMK/Late boat)", messages.get(0).text());
    assertEquals("aftn", messages.get(0).origin().station());
  }

  @Test
  void aBadMessageNeverTouchesTheNext() {
    feed(live, "(FPL" + "-".repeat(10_000) + ")");
    feed(live, "(".repeat(17_000));
    feed(live, "(CNL-V3HHA-MZBZ1430-MZSP-0)");
    assertEquals(2, rejects.size());
    assertEquals(Reject.Reason.TOO_LONG, rejects.get(1).reason());
    assertEquals(1, messages.size());
  }

  @Test
  void hostileMessagesOfFullLengthTakeNoTime() {
    String[] fillers = {"-", "\n", " ", "(", "A", "\n1", "REG/", "DOF/", "MZBZ1430 ", "-8/"};
    long start = System.nanoTime();
    for (String filler : fillers) {
      feed(live, filler.repeat(16_000 / filler.length()) + "(CHG-V3HHA-MZBZ1430-MZSP-0)");
      feed(live, "(CHG-V3HHA-MZBZ1430-MZSP-" + filler.repeat(16_000 / filler.length()) + ")");
      feed(live, "(FPL-" + filler.repeat(16_000 / filler.length()) + ")");
    }
    long perMessageMillis = (System.nanoTime() - start) / 1_000_000 / fillers.length / 3;
    assertTrue(perMessageMillis < 50, perMessageMillis + " ms a message");
  }

  @Test
  void mutatedMessagesNeverThrowNorUpsetTheBook() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    long rounds = Long.getLong("keelbill.fuzz.rounds", 1_000_000);
    System.out.println("PlanDecoder fuzz: seed " + seed + ", rounds " + rounds);
    Random random = new Random(seed);
    String[] seeds = {
      "231130 MZBZZTZX\n(FPL-V3HHA-VG-C208/L-S/C-MZBZ1430-DCT-MZSP0020-DOF/261123 REG/V3HHA)",
      "(CHG-V3HHA-MZBZ1430-MZSP-DOF/261123-13/MZBZ1500-16/MZPL0035)",
      "(ARR-AFR154-LFPO0803-ELLX-ZZZZ0920 SOMEWHERE)",
      "(DEP-AFR1/A3440-ESSA1150-LFPG-0)",
      "231420 MZBZZTZX\n(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)",
      "(CNL-V3HHA-MZBZ1430-MZSP-0)",
    };
    Judge judge = new Judge();
    for (long round = 0; round < rounds; round++) {
      byte[] bytes = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.ISO_8859_1);
      live.decode(new Line("plans", round, NOON, mutated(bytes, random)), judge);
      if (round % 4_096 == 0) {
        judge.book.restore(List.of());
      }
    }
    assertTrue(judge.messages > rounds / 100, "mutations still reach the reports");
    assertTrue(judge.rejects > rounds / 100, "mutations are refused too");
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    String alphabet = "--(()/0123456789ABCDEFMZ \n\r\0\u00ff";
    byte[] mutated = bytes.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(mutated.length);
      mutated[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    int length = random.nextInt(8) == 0 ? random.nextInt(mutated.length) : mutated.length;
    return Arrays.copyOf(mutated, length);
  }

  /** Puts every message of the fuzz into a book. */
  private static final class Judge implements Decoder.Output {
    private final PlanBook book = new PlanBook();
    private long messages;
    private long rejects;

    @Override
    public void report(Report report) {
      messages++;
      PlanMessage message = (PlanMessage) report;
      assertEquals(message.flight().callsign(), AtsMessage.letters(message.flight().callsign()));
      assertFalse(message.flight().callsign().isEmpty());
      assertNotNull(message.flight().departure());
      if (messages % 16 == 0) {
        book.apply(message);
        assertNotNull(book.match(new PlanQuery(1, null, "V3HHA", "1234", NOON)).outcome());
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
