package bz.keelbill.ais;

import static bz.keelbill.ais.AisEncoder.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Long messages of many ships, interleaved, repeated, damaged and with later parts lost: whatever
 * comes out must be of one piece. Each message says who it is in its first, middle and last part.
 *
 * <p>Left out is what no rule can tell apart: a first part that never came at all, and the late
 * echo of a last part that names no source.
 */
class ChimeraTest {
  private static final int ROUNDS = 400;
  private static final int MESSAGES_PER_ROUND = 40;

  private int ship;
  private int whole;
  private int sent;

  @Test
  void neverGluesPartsOfTwoMessages() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      AisReader reader = new AisReader(AisReader.Timing.REPLAY);
      Tagging tagging = Tagging.values()[round % Tagging.values().length];
      List<UnderWay> underWay = new ArrayList<>();
      for (int i = 0; i < MESSAGES_PER_ROUND; i++) {
        underWay.add(begin(random, tagging, underWay));
        while (underWay.size() > random.nextInt(4)) {
          UnderWay next = underWay.get(random.nextInt(underWay.size()));
          read(reader, next.lines.remove(0));
          underWay.removeIf(message -> message.lines.isEmpty());
        }
      }
    }
    assertTrue(whole > sent / 4, whole + " of " + sent);
  }

  private enum Tagging {
    NONE,
    SOURCE_ON_ALL,
    SOURCE_ON_FIRST,
    GROUP
  }

  /** A message on its way, under the number that its sender gave it. */
  private record UnderWay(String number, List<String> lines) {}

  /** A sender gives no number again while a message under it is still on its way. */
  private UnderWay begin(Random random, Tagging tagging, List<UnderWay> others) {
    while (true) {
      String source = tagging == Tagging.NONE ? "" : "s:station" + random.nextInt(3);
      int sequence = random.nextInt(4);
      String number = source + "/" + sequence;
      if (others.stream().noneMatch(other -> other.number.equals(number))) {
        return new UnderWay(number, lines(random, tagging, source, sequence));
      }
    }
  }

  /** One message's sentences, some of them lost, repeated or damaged, but never the first lost. */
  private List<String> lines(Random random, Tagging tagging, String source, int sequence) {
    ship++;
    sent++;
    String name = "S%06d".formatted(ship);
    AisEncoder encoder = message(5, 312_000_000 + ship, 424).text(70, 7, name);
    encoder.text(112, 20, name).text(302, 20, name).text(380, 7, name);
    String channel = "AB".substring(random.nextInt(2)).substring(0, 1);
    int total = 2 + random.nextInt(2);
    List<String> sentences = encoder.sentences(total, "" + sequence, channel);
    List<String> lines = new ArrayList<>();
    for (int part = 1; part <= total; part++) {
      String line = tag(tagging, source, part, total) + sentences.get(part - 1);
      int fate = random.nextInt(20);
      if (fate == 0 && part > 1) {
        continue;
      }
      lines.add(fate == 1 ? line.replaceFirst(",0\\*|,2\\*", ",3*") : line);
      if (fate == 2 && (part < total || tagging != Tagging.SOURCE_ON_FIRST)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String tag(Tagging tagging, String source, int part, int total) {
    return switch (tagging) {
      case NONE -> "";
      case SOURCE_ON_ALL -> AisEncoder.tag(source);
      case SOURCE_ON_FIRST -> part == 1 ? AisEncoder.tag(source) : "";
      case GROUP -> AisEncoder.tag("g:%d-%d-%d".formatted(part, total, ship % 64));
    };
  }

  private void read(AisReader reader, String line) {
    byte[] bytes = AisEncoder.bytes(line);
    reader.read(
        bytes,
        0,
        bytes.length,
        1,
        0,
        new AisReader.Output() {
          @Override
          public void message(AisMessage message) {
            whole++;
            String name = "S%06d".formatted(message.mmsi() - 312_000_000);
            assertEquals(name, message.text(AisField.CALLSIGN));
            assertEquals(name, message.text(AisField.NAME));
            assertEquals(name, message.text(AisField.DESTINATION).substring(0, 7));
          }

          @Override
          public void reject(Reject.Reason reason) {
            // Lost and damaged parts are what this is about.
          }
        });
  }
}
