package bz.keelbill.ais;

import bz.keelbill.report.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of one stream and gives out each whole message as the sentences that brought it,
 * for whoever passes them on undecoded. It takes and joins exactly what {@link AisReader} takes and
 * joins: the same sentences, the same assembler.
 *
 * <p>Never throws on any bytes; keeps at most 1,024 unfinished messages. One thread at a time.
 */
public final class AisSentenceReader {
  private static final int MMSI_FROM = 8;
  private static final int MMSI_BITS = 30;

  /** Where messages go. */
  public interface Output {

    /** Takes one whole message. */
    void message(AisSentences message);

    /** So many right sentences are given up, for the rest of their messages never came. */
    void orphans(int count);
  }

  /** A sentence as it was sent, with what its tag blocks say. */
  record Taken(String text, String payload, int mmsi, AisSentences.Tag tag) {}

  private final Bits bits = new Bits();
  private final Sentence sentence = new Sentence();
  private final TagBlock tag = new TagBlock();
  private final LoggerTime unused = new LoggerTime();
  private final Assembler assembler;
  private String time;
  private String text;

  /** Begins a stream. */
  public AisSentenceReader(AisReader.Timing timing) {
    assembler = new Assembler(timing == AisReader.Timing.LIVE);
  }

  /**
   * Reads one line.
   *
   * @param line without its line end
   * @param receivedAtMillis when it arrived, Unix milliseconds
   */
  public void read(byte[] line, long receivedAtMillis, Output out) {
    clear();
    int at = line.length > 0 && line[0] == '#' ? line.length : 0; // a comment was not heard
    while (at < line.length) {
      int next =
          switch (line[at]) {
            case '!' -> sentence(line, at, receivedAtMillis, out);
            case '\\' -> tagBlock(line, at);
            case '$' -> LoggerTime.beginsAt(line, at, line.length) ? line.length : at;
            default -> at;
          };
      at = Math.max(next, at + 1);
    }
    int orphans = assembler.takeOrphans();
    if (orphans > 0) {
      out.orphans(orphans);
    }
  }

  private void clear() {
    tag.clear();
    time = null;
    text = null;
  }

  private int sentence(byte[] line, int at, long receivedAtMillis, Output out) {
    if (!Sentence.beginsAt(line, at, line.length)) {
      return at;
    }
    boolean isRight = sentence.parse(line, at, line.length) == null && unarmour();
    if (isRight) {
      sentence.taken = taken(at);
      assembler.countSentence(tag);
      join(receivedAtMillis, out);
    } else if (sentence.hasHeader && sentence.total > 1) {
      assembler.spoil(sentence, tag, receivedAtMillis);
    }
    clear();
    return isRight ? sentence.end : at + 1;
  }

  private boolean unarmour() {
    bits.clear();
    return bits.append(sentence.line, sentence.payloadFrom, sentence.payloadTo, sentence.fill);
  }

  private void join(long receivedAtMillis, Output out) {
    if (sentence.total == 1) {
      out.message(message(List.of(sentence.taken)));
      return;
    }
    Assembler.Pending whole = assembler.add(sentence, tag, unused, receivedAtMillis);
    if (whole != null) {
      out.message(message(whole.taken()));
    }
  }

  private AisSentences message(List<Taken> parts) {
    List<String> texts = new ArrayList<>();
    StringBuilder payload = new StringBuilder();
    for (Taken part : parts) {
      texts.add(part.text());
      payload.append(part.payload());
    }
    Taken first = parts.get(0);
    return new AisSentences(
        texts, payload.toString(), sentence.isOwnShip, first.mmsi(), first.tag());
  }

  private Taken taken(int at) {
    boolean holdsMmsi = sentence.number == 1 && bits.length() >= MMSI_FROM + MMSI_BITS;
    return new Taken(
        string(sentence.line, at, sentence.end),
        string(sentence.line, sentence.payloadFrom, sentence.payloadTo),
        holdsMmsi ? bits.unsigned(MMSI_FROM, MMSI_BITS) : AisSentences.NO_MMSI,
        new AisSentences.Tag(
            tag.source, time, tag.group == TagBlock.NO_GROUP ? null : tag.group, text));
  }

  /** Returns the place behind the block, or {@code at} if there is none. */
  private int tagBlock(byte[] line, int at) {
    int behind = tag.read(line, at, line.length);
    if (behind > at && tag.fault == null) {
      addTexts(line, at + 1, behind - 4);
    }
    return behind;
  }

  /** Keeps what is passed on as it was written. */
  private void addTexts(byte[] line, int from, int to) {
    for (int at = from; at < to; ) {
      int end = Scan.indexOf(',', line, at, to);
      if (end - at >= 3 && line[at + 1] == ':') {
        addText(line[at], line, at + 2, end);
      }
      at = end + 1;
    }
  }

  private void addText(byte key, byte[] line, int from, int to) {
    if (key == 'c' && TagBlock.unixMillis(line, from, to) != AisMessage.NO_TIME) {
      time = string(line, from, to);
    } else if (key == 't') {
      text = string(line, from, to);
    }
  }

  private static String string(byte[] line, int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
