package bz.keelbill.ais;

import bz.keelbill.report.Reject;

/**
 * Finds the sentences of one feed's lines with what stands before them, checks them, and joins
 * those that make one message: framing, tag blocks, checksums and reassembly as IEC 61162-1 and
 * -450 have them. What becomes of a message its two readers say: one decodes it, one passes it on.
 *
 * <p>Never throws on any bytes; keeps at most {@value Assembler#MOST_PENDING} unfinished messages.
 * One thread at a time.
 */
abstract class AisFraming {
  final Bits bits = new Bits();
  final Sentence sentence = new Sentence();
  final TagBlock tag = new TagBlock();
  final LoggerTime wrapper = new LoggerTime();
  private final Assembler assembler;
  private long receivedAtMillis;

  AisFraming(AisReader.Timing timing) {
    assembler = new Assembler(timing == AisReader.Timing.LIVE);
  }

  /** A right sentence that is a whole message stands in {@link #sentence} and {@link #bits}. */
  abstract void single();

  /** The sentence read last was the last part of a message, valid until the next line. */
  abstract void joined(Assembler.Pending message);

  /** Something was refused. */
  abstract void refused(Reject.Reason reason);

  /** A right sentence has been read at a place and will be taken. */
  void taken(int at) {
    // Whoever only wants the message does not look at its sentences.
  }

  /** Tag blocks begin to be read. */
  void tagsCleared() {
    // Nothing is kept of them beside the tag itself.
  }

  /** A tag block with a right checksum stands from {@code from} to before {@code to}. */
  void tagTaken(byte[] line, int from, int to) {
    // The tag has it.
  }

  /** How many messages still wait for their other parts. */
  public final int unfinished() {
    return assembler.pending();
  }

  /**
   * Reads one line. Whatever stands around a sentence is skipped, and one cut short by the next "!"
   * does not hide what follows.
   *
   * @param arrivedAtMillis when it arrived, Unix milliseconds
   */
  final void readLine(byte[] line, int from, int to, long arrivedAtMillis) {
    receivedAtMillis = arrivedAtMillis;
    clearTags();
    boolean isOurs = false;
    int at = isComment(line, from, to) ? to : from;
    while (at < to) {
      int next =
          switch (line[at]) {
            case '!' -> sentence(line, at, to);
            case '\\' -> tagBlock(line, at, to);
            case '$' -> wrapper(line, at, to);
            default -> at;
          };
      isOurs |= next > at;
      at = Math.max(next, at + 1);
    }
    if (!isOurs && !isBlank(line, from, to)) {
      refused(Reject.Reason.NOT_USED);
    }
  }

  private void clearTags() {
    tag.clear();
    tagsCleared();
  }

  /** Returns where to go on, or {@code at} if there is no sentence. */
  private int sentence(byte[] line, int at, int to) {
    if (!Sentence.beginsAt(line, at, to)) {
      return at;
    }
    Reject.Reason fault = sentence.parse(line, at, to);
    if (fault == null && !unarmour()) {
      fault = Reject.Reason.ARMOUR;
    }
    if (fault == null) {
      taken(at);
      assembler.countSentence(tag);
      join();
    } else {
      refuse(fault);
    }
    clearTags();
    wrapper.clear();
    return fault == null ? sentence.end : at + 1;
  }

  private boolean unarmour() {
    bits.clear();
    return bits.append(sentence.line, sentence.payloadFrom, sentence.payloadTo, sentence.fill);
  }

  private void refuse(Reject.Reason fault) {
    refused(fault);
    if (sentence.hasHeader && sentence.total > 1) {
      assembler.spoil(sentence, tag, receivedAtMillis);
      refuseOrphans();
    }
  }

  private void join() {
    if (sentence.total == 1) {
      single();
      return;
    }
    Assembler.Pending whole = assembler.add(sentence, tag, wrapper, receivedAtMillis);
    refuseOrphans();
    if (whole != null) {
      joined(whole);
    }
  }

  private void refuseOrphans() {
    for (int i = assembler.takeOrphans(); i > 0; i--) {
      refused(Reject.Reason.ORPHAN);
    }
  }

  /** Returns the place behind the block, or {@code at} if there is none. */
  private int tagBlock(byte[] line, int at, int to) {
    int behind = tag.read(line, at, to);
    if (behind > at && tag.fault != null) {
      refused(tag.fault);
    } else if (behind > at) {
      tagTaken(line, at + 1, behind - TagBlock.END_BYTES);
    }
    return behind;
  }

  /** Returns the place behind the wrapper, or {@code at} if there is none. */
  private int wrapper(byte[] line, int at, int to) {
    if (!LoggerTime.beginsAt(line, at, to)) {
      return at;
    }
    Reject.Reason fault = wrapper.parse(line, at, to);
    if (fault != null) {
      refused(fault);
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
