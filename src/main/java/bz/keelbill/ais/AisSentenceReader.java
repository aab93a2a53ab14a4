package bz.keelbill.ais;

import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of one stream and gives out each whole message as the sentences that brought it,
 * for whoever passes them on undecoded: the same sentences of which {@link AisReader} makes
 * messages.
 *
 * <p>Never throws on any bytes; keeps at most 1,024 unfinished messages. One thread at a time.
 */
public final class AisSentenceReader extends AisFraming {
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

  private String time;
  private String text;
  private int orphans;
  private Output out;

  /** Begins a stream. */
  public AisSentenceReader(AisReader.Timing timing) {
    super(timing);
  }

  /**
   * Reads one line.
   *
   * @param line without its line end
   * @param receivedAtMillis when it arrived, Unix milliseconds
   */
  public void read(byte[] line, long receivedAtMillis, Output output) {
    out = output;
    orphans = 0;
    readLine(line, 0, line.length, receivedAtMillis);
    if (orphans > 0) {
      out.orphans(orphans);
    }
  }

  @Override
  void taken(int at) {
    boolean holdsMmsi = sentence.number == 1 && bits.length() >= MMSI_FROM + MMSI_BITS;
    sentence.taken =
        new Taken(
            string(sentence.line, at, sentence.end),
            string(sentence.line, sentence.payloadFrom, sentence.payloadTo),
            holdsMmsi ? bits.unsigned(MMSI_FROM, MMSI_BITS) : AisSentences.NO_MMSI,
            new AisSentences.Tag(
                tag.source, time, tag.group == TagBlock.NO_GROUP ? null : tag.group, text));
  }

  @Override
  void single() {
    out.message(message(List.of(sentence.taken)));
  }

  @Override
  void joined(Assembler.Pending whole) {
    out.message(message(whole.taken()));
  }

  @Override
  void refused(Reject.Reason reason) {
    orphans += reason == Reject.Reason.ORPHAN ? 1 : 0;
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

  @Override
  void tagsCleared() {
    time = null;
    text = null;
  }

  /** Keeps what is passed on as it was written. */
  @Override
  void tagTaken(byte[] line, int from, int to) {
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
