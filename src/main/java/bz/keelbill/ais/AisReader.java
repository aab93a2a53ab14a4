package bz.keelbill.ais;

import bz.keelbill.report.Reject;

/**
 * Reads the lines of one feed and gives out each whole message, decoded: framing, tag blocks,
 * checksums and reassembly as IEC 61162-1 and -450 have them.
 *
 * <p>Never throws on any bytes; keeps at most 1,024 unfinished messages. One thread at a time.
 */
public final class AisReader {

  /** How time is told. */
  public enum Timing {
    /** Lines come as they are heard: their arrival tells the time. */
    LIVE,
    /** Lines come from a file: only what is written in them tells the time. */
    REPLAY
  }

  /** Where messages go. */
  public interface Output {

    /** Takes a message; the object is filled again for the next one. */
    void message(AisMessage message);

    /** Takes one refusal. */
    void reject(Reject.Reason reason);
  }

  private final Bits bits = new Bits();
  private final AisMessage message = new AisMessage();
  private final Reception reception = message.reception();
  private final Sentence sentence = new Sentence();
  private final TagBlock tag = new TagBlock();
  private final LoggerTime wrapper = new LoggerTime();
  private final Assembler assembler;

  /** Begins a feed. */
  public AisReader(Timing timing) {
    assembler = new Assembler(timing == Timing.LIVE);
  }

  /** How many messages still wait for their other parts. */
  public int unfinished() {
    return assembler.pending();
  }

  /**
   * Reads one line. Whatever stands around a sentence is skipped, and one cut short by the next "!"
   * does not hide what follows.
   *
   * @param line holds the line from {@code from} to before {@code to}, without its line end
   * @param number the line's number in its feed
   * @param receivedAtMillis when it arrived, Unix milliseconds
   */
  public void read(byte[] line, int from, int to, long number, long receivedAtMillis, Output out) {
    reception.lineNumber = number;
    reception.receivedAtMillis = receivedAtMillis;
    tag.clear();
    boolean isOurs = false;
    int at = isComment(line, from, to) ? to : from;
    while (at < to) {
      int next =
          switch (line[at]) {
            case '!' -> sentence(line, at, to, out);
            case '\\' -> tagBlock(line, at, to, out);
            case '$' -> wrapper(line, at, to, out);
            default -> at;
          };
      isOurs |= next > at;
      at = Math.max(next, at + 1);
    }
    if (!isOurs && !isBlank(line, from, to)) {
      out.reject(Reject.Reason.NOT_USED);
    }
  }

  /** Returns where to go on, or {@code at} if there is no sentence. */
  private int sentence(byte[] line, int at, int to, Output out) {
    if (!Sentence.beginsAt(line, at, to)) {
      return at;
    }
    Reject.Reason fault = sentence.parse(line, at, to);
    if (fault == null && !unarmour()) {
      fault = Reject.Reason.ARMOUR;
    }
    if (fault == null) {
      assembler.countSentence(tag);
      join(out);
    } else {
      refuse(fault, out);
    }
    tag.clear();
    wrapper.clear();
    return fault == null ? sentence.end : at + 1;
  }

  private boolean unarmour() {
    bits.clear();
    return bits.append(sentence.line, sentence.payloadFrom, sentence.payloadTo, sentence.fill);
  }

  private void refuse(Reject.Reason fault, Output out) {
    out.reject(fault);
    if (sentence.hasHeader && sentence.total > 1) {
      assembler.spoil(sentence, tag, reception.receivedAtMillis);
      rejectOrphans(out);
    }
  }

  private void join(Output out) {
    reception.channel = sentence.channel;
    reception.isOwnShip = sentence.isOwnShip;
    if (sentence.total == 1) {
      boolean isMeant = wrapper.checksum == sentence.checksum;
      receive(
          tag.source,
          tag.atMillis,
          isMeant ? wrapper.atMillis : AisMessage.NO_TIME,
          sentence.suffixAtMillis);
      give(out);
      return;
    }
    Assembler.Pending whole = assembler.add(sentence, tag, wrapper, reception.receivedAtMillis);
    rejectOrphans(out);
    if (whole != null && whole.unarmour(bits)) {
      receive(whole.source, whole.tagAtMillis, whole.wrappedAtMillis(), whole.suffixAtMillis);
      give(out);
    }
  }

  private void receive(String source, long tagged, long wrapped, long suffixed) {
    reception.source = source;
    reception.tagAtMillis = tagged;
    reception.wrappedAtMillis = wrapped;
    reception.suffixAtMillis = suffixed;
  }

  private void give(Output out) {
    Reject.Reason fault = message.decode(bits);
    if (fault == null) {
      out.message(message);
    } else {
      out.reject(fault);
    }
  }

  private void rejectOrphans(Output out) {
    for (int i = assembler.takeOrphans(); i > 0; i--) {
      out.reject(Reject.Reason.ORPHAN);
    }
  }

  /** Returns the place behind the block, or {@code at} if there is none. */
  private int tagBlock(byte[] line, int at, int to, Output out) {
    int behind = tag.read(line, at, to);
    if (behind > at && tag.fault != null) {
      out.reject(tag.fault);
    }
    return behind;
  }

  /** Returns the place behind the wrapper, or {@code at} if there is none. */
  private int wrapper(byte[] line, int at, int to, Output out) {
    if (!LoggerTime.beginsAt(line, at, to)) {
      return at;
    }
    Reject.Reason fault = wrapper.parse(line, at, to);
    if (fault != null) {
      out.reject(fault);
    }
    return to;
  }

  /** A sentence that somebody commented out was not heard. */
  private static boolean isComment(byte[] line, int from, int to) {
    return from < to && line[from] == '#';
  }

  private static boolean isBlank(byte[] line, int from, int to) {
    for (int at = from; at < to; at++) {
      if (line[at] < 0 || line[at] > ' ') {
        return false;
      }
    }
    return true;
  }
}
