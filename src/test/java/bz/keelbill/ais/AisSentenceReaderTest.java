package bz.keelbill.ais;

import static bz.keelbill.ais.AisEncoder.bytes;
import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static bz.keelbill.ais.AisEncoder.withChecksum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The sentences that are passed on are those of which the decoder makes messages. */
class AisSentenceReaderTest {
  private static final String ONE = position(312_000_001, 17.5, -88.25, 60).sentence();

  private final AisSentenceReader reader = new AisSentenceReader(AisReader.Timing.LIVE);
  private final Kept kept = new Kept();

  private static final class Kept implements AisSentenceReader.Output {
    private final List<AisSentences> messages = new ArrayList<>();
    private int orphans;

    @Override
    public void message(AisSentences message) {
      messages.add(message);
    }

    @Override
    public void orphans(int count) {
      orphans += count;
    }
  }

  private List<AisSentences> read(String... lines) {
    for (String line : lines) {
      reader.read(bytes(line), 1_000, kept);
    }
    return kept.messages;
  }

  private static List<String> ship(int mmsi, String sequence) {
    return message(5, mmsi, 424).text(112, 20, "SHIP " + mmsi).sentences(2, sequence, "A");
  }

  @Test
  void whatStandsAroundASentenceStaysBehind() {
    List<AisSentences> found =
        read("1272412800 \0" + ONE + ",r003669945,1272412827 and more", "# " + ONE, "$GPGGA,1");
    assertEquals(1, found.size());
    assertEquals(List.of(ONE), found.get(0).texts());
    assertEquals(312_000_001, found.get(0).mmsi());
  }

  @Test
  void theTagIsTheLastValueOfEachKeyAsItWasWritten() {
    String tags = tag("s:first,c:1272412800") + tag("g:1-2-77,s:mast,c:1272412800000,t:kb-a");
    AisSentences.Tag said = read(tags + ONE).get(0).tag();
    assertEquals(new AisSentences.Tag("mast", "1272412800000", 77L, "kb-a"), said);
  }

  @Test
  void aTagWithAWrongChecksumSaysNothing() {
    AisSentences.Tag said = read("\\s:mast,c:1272412800,t:x*00\\" + ONE).get(0).tag();
    assertEquals(new AisSentences.Tag(null, null, null, null), said);
  }

  @Test
  void aTagSpeaksOfItsOwnSentenceOnly() {
    List<AisSentences> found = read(tag("s:mast,t:x") + ONE + ONE, ONE);
    assertEquals(3, found.size());
    assertNull(found.get(1).tag().source());
    assertNull(found.get(2).tag().text());
  }

  @Test
  void theLongMessageHasTheTagOfItsFirstPart() {
    List<String> parts = ship(312_000_002, "3");
    List<AisSentences> found = read(tag("s:mast") + parts.get(0), ONE, parts.get(1));
    assertEquals(parts, found.get(1).texts());
    assertEquals("mast", found.get(1).tag().source());
    assertEquals(312_000_002, found.get(1).mmsi());
  }

  @Test
  void partsWithoutTheRestAreCountedAndGivenUp() {
    List<String> lost = ship(312_000_002, "3");
    String spoilt = lost.get(1).replaceFirst("\\*..", "*00");
    assertEquals(List.of(), read(lost.get(0), spoilt, lost.get(1)));
    assertEquals(2, kept.orphans);
    assertEquals(1, read(ship(312_000_003, "3").toArray(String[]::new)).size());
  }

  @Test
  void sentencesThatAreNotRightAreNotThere() {
    String foreign = withChecksum("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g20 CQ,0");
    String fill = withChecksum("AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,7");
    assertEquals(
        List.of(),
        read(ONE.replaceFirst("\\*..", "*00"), ONE.replaceFirst("\\*..", ""), foreign, fill));
    assertTrue(
        read(withChecksum("=IVDO,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0")).get(0).isOwnShip());
  }

  /**
   * Parts of many messages in disorder, some damaged, some tagged: what the decoder makes of it.
   */
  @Test
  void joinsExactlyWhatTheDecoderJoins() {
    long seed = Long.getLong("seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    List<String> decoded = new ArrayList<>();
    AisReader decoder = new AisReader(AisReader.Timing.LIVE);
    List<String> waiting = new ArrayList<>();
    for (int number = 1; number <= 60_000; number++) {
      if (waiting.size() < 6) {
        waiting.addAll(tagged(ship(312_000_000 + number, "" + random.nextInt(3)), random));
        waiting.add(position(312_100_000 + number, 17, -88, 3).sentence());
      }
      byte[] line = bytes(waiting.remove(random.nextInt(Math.min(2, waiting.size()))));
      if (random.nextInt(10) == 0) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      decoder.read(line, 0, line.length, number, number * 40L, new Names(decoded));
      reader.read(line, number * 40L, kept);
    }
    List<String> passedOn = new ArrayList<>();
    for (AisSentences each : kept.messages) {
      AisReader again = new AisReader(AisReader.Timing.LIVE);
      Names names = new Names(passedOn);
      names.source = each.tag().source();
      for (String text : each.texts()) {
        again.read(bytes(text), 0, text.length(), 1, 1, names);
      }
    }
    assertEquals(decoded, passedOn, "seed " + seed);
    assertTrue(decoded.size() > 20_000, "too few: " + decoded.size());
  }

  private static List<String> tagged(List<String> parts, SplittableRandom random) {
    String source = "s:mast" + random.nextInt(2);
    int group = random.nextInt(4);
    return switch (random.nextInt(3)) {
      case 0 -> parts;
      case 1 -> List.of(tag(source) + parts.get(0), tag(source) + parts.get(1));
      default ->
          List.of(
              tag("g:1-2-" + group + "," + source) + parts.get(0),
              tag("g:2-2-" + group) + parts.get(1));
    };
  }

  private static final class Names implements AisReader.Output {
    private final List<String> names;
    private String source;

    Names(List<String> names) {
      this.names = names;
    }

    @Override
    public void message(AisMessage message) {
      String said = source == null ? message.reception().source() : source;
      names.add(message.type() + " " + message.mmsi() + " of " + said);
    }

    @Override
    public void reject(Reject.Reason reason) {
      // What is refused is not passed on either.
    }
  }
}
