package bz.keelbill.ais;

import java.util.Arrays;
import java.util.List;

/**
 * Puts the sentences of long messages together, and rather loses one than glues parts of two: a
 * chimera is a false name on a right MMSI.
 *
 * <p>Parts belong together when kind, total, sequence number and channel agree and they share group
 * or source. A part that names no source joins only if exactly one unfinished message fits.
 */
final class Assembler {
  /** How long parts wait for each other. */
  static final long EXPIRY_MILLIS = 10_000;

  /** How many sentences parts wait where nothing tells the time. */
  static final long EXPIRY_SENTENCES = 1_000;

  /** How many unfinished messages are kept at most. */
  static final int MOST_PENDING = 1_024;

  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final boolean isLive;

  /** Unfinished ones from oldest to newest, then spare ones to use again. */
  private final Pending[] slots = new Pending[MOST_PENDING];

  private int count;
  private long sentences;
  private long newestTagMillis = AisMessage.NO_TIME;
  private int orphans;

  /**
   * Begins with nothing.
   *
   * @param isLive whether arrival times tell how long ago a part came; in a file they do not
   */
  Assembler(boolean isLive) {
    this.isLive = isLive;
  }

  /** Counts a good sentence, long message or not: where nothing tells the time, they do. */
  void countSentence(TagBlock tag) {
    sentences++;
    if (tag.atMillis != AisMessage.NO_TIME) {
      newestTagMillis = tag.atMillis;
    }
  }

  /** How many parts were given up since the last call. */
  int takeOrphans() {
    int taken = orphans;
    orphans = 0;
    return taken;
  }

  /** How many messages wait for their other parts. */
  int pending() {
    int waiting = 0;
    for (int i = 0; i < count; i++) {
      waiting += slots[i].isGivenUp ? 0 : 1;
    }
    return waiting;
  }

  /**
   * Gives up the unfinished message that a damaged sentence belongs to. If it is a first one that
   * says whose it is, the message is given up before it began.
   */
  void spoil(Sentence sentence, TagBlock tag, long arrivedAtMillis) {
    for (int i = count - 1; i >= 0; i--) {
      if (slots[i].fits(sentence, tag)) {
        giveUp(slots[i]);
      }
    }
    if (sentence.number == 1 && (tag.source != null || tag.group != TagBlock.NO_GROUP)) {
      drop(sentence, tag);
      Pending spoilt = open(arrivedAtMillis);
      spoilt.begin(sentence, tag);
      spoilt.isGivenUp = true;
    }
  }

  /**
   * A message that is given up goes on to claim its parts until it expires: one that does not say
   * whose it is must not join another message under the same number.
   */
  private void giveUp(Pending pending) {
    orphans += pending.parts;
    pending.parts = 0;
    pending.isGivenUp = true;
  }

  /**
   * Takes one part.
   *
   * @param arrivedAtMillis when its line arrived
   * @return the message if this part completes it, valid until the next call; else null
   */
  Pending add(Sentence sentence, TagBlock tag, LoggerTime wrapper, long arrivedAtMillis) {
    dropStale(arrivedAtMillis);
    if (sentence.number == 1) {
      begin(sentence, tag, wrapper, arrivedAtMillis);
      return null;
    }
    int found = find(sentence, tag, arrivedAtMillis);
    if (found < 0) {
      orphans++;
      return null;
    }
    return goOn(found, sentence);
  }

  private void begin(Sentence sentence, TagBlock tag, LoggerTime wrapper, long arrivedAtMillis) {
    for (int i = count - 1; i >= 0; i--) {
      boolean isRepeated = slots[i].hasKey(sentence, tag) && slots[i].holds(sentence);
      if (isRepeated && !isExpired(slots[i], tag.atMillis, arrivedAtMillis)) {
        return;
      }
    }
    drop(sentence, tag);
    Pending begun = open(arrivedAtMillis);
    begun.begin(sentence, tag);
    begun.wrap(sentence, wrapper);
    begun.append(sentence);
  }

  /** Drops the message whose place a new first part takes. */
  private void drop(Sentence sentence, TagBlock tag) {
    for (int i = count - 1; i >= 0; i--) {
      if (slots[i].hasKey(sentence, tag)) {
        drop(i);
      }
    }
  }

  /** A new, empty place, the oldest message's if need be. */
  private Pending open(long arrivedAtMillis) {
    if (count == MOST_PENDING) {
      drop(0);
    }
    if (slots[count] == null) {
      slots[count] = new Pending();
    }
    Pending opened = slots[count++];
    opened.arrivedAtMillis = arrivedAtMillis;
    opened.sentences = sentences;
    return opened;
  }

  /** The only unfinished message that the part fits. */
  private int find(Sentence sentence, TagBlock tag, long arrivedAtMillis) {
    int found = NONE;
    for (int i = count - 1; i >= 0; i--) {
      if (slots[i].fits(sentence, tag)) {
        if (isExpired(slots[i], tag.atMillis, arrivedAtMillis)) {
          drop(i);
          found = found > i ? found - 1 : found;
        } else {
          found = found == NONE ? i : SEVERAL;
        }
      }
    }
    return found;
  }

  private Pending goOn(int index, Sentence sentence) {
    Pending pending = slots[index];
    if (pending.holds(sentence)) {
      return null;
    }
    if (pending.isGivenUp || sentence.number != pending.parts + 1) {
      giveUp(pending);
      orphans++;
      return null;
    }
    pending.append(sentence);
    if (pending.parts < sentence.total) {
      return null;
    }
    remove(index);
    return pending;
  }

  private boolean isExpired(Pending pending, long tagAtMillis, long arrivedAtMillis) {
    if (pending.tagAtMillis != AisMessage.NO_TIME && tagAtMillis != AisMessage.NO_TIME) {
      return Math.abs(tagAtMillis - pending.tagAtMillis) > EXPIRY_MILLIS;
    }
    return isOld(pending, arrivedAtMillis);
  }

  private boolean isOld(Pending pending, long arrivedAtMillis) {
    return isLive
        ? Math.abs(arrivedAtMillis - pending.arrivedAtMillis) > EXPIRY_MILLIS
        : sentences - pending.sentences > EXPIRY_SENTENCES;
  }

  /** Drops from the oldest on what no part can join any more, so that the search stays short. */
  private void dropStale(long arrivedAtMillis) {
    while (count > 0
        && isOld(slots[0], arrivedAtMillis)
        && (slots[0].tagAtMillis == AisMessage.NO_TIME
            || isExpired(slots[0], newestTagMillis, arrivedAtMillis))) {
      drop(0);
    }
  }

  private void drop(int index) {
    orphans += slots[index].parts;
    remove(index);
  }

  private void remove(int index) {
    Pending removed = slots[index];
    count--;
    System.arraycopy(slots, index + 1, slots, index, count - index);
    slots[count] = removed;
  }

  /** An unfinished message. */
  static final class Pending {
    private static final int MOST_PARTS = 9;

    private boolean isGivenUp;
    private boolean isOwnShip;
    private int total;
    private char sequence;
    private char channel;
    private long group;
    private long arrivedAtMillis;
    private long sentences;

    private byte[] text = new byte[128];
    private final int[] ends = new int[MOST_PARTS + 1];
    private final int[] fills = new int[MOST_PARTS + 1];
    private final AisSentenceReader.Taken[] taken = new AisSentenceReader.Taken[MOST_PARTS + 1];
    private int parts;
    private int firstChecksum;
    private int checksums;

    private long wrappedAtMillis;
    private int wrappedChecksum;

    String source;
    long tagAtMillis;
    long suffixAtMillis;

    private void begin(Sentence sentence, TagBlock tag) {
      isGivenUp = false;
      isOwnShip = sentence.isOwnShip;
      total = sentence.total;
      sequence = sentence.sequence;
      channel = sentence.channel;
      group = tag.group;
      source = tag.source;
      tagAtMillis = tag.atMillis;
      parts = 0;
      checksums = 0;
    }

    private void wrap(Sentence sentence, LoggerTime wrapper) {
      wrappedAtMillis = wrapper.atMillis;
      wrappedChecksum = wrapper.checksum;
      firstChecksum = sentence.checksum;
      suffixAtMillis = sentence.suffixAtMillis;
    }

    private void append(Sentence sentence) {
      int from = ends[parts];
      int characters = sentence.payloadTo - sentence.payloadFrom;
      if (from + characters > text.length) {
        text = Arrays.copyOf(text, 2 * (from + characters));
      }
      System.arraycopy(sentence.line, sentence.payloadFrom, text, from, characters);
      parts++;
      ends[parts] = from + characters;
      fills[parts] = sentence.fill;
      checksums ^= sentence.checksum;
      taken[parts] = sentence.taken;
    }

    /** The parts as they were sent, if their reader kept them. */
    List<AisSentenceReader.Taken> taken() {
      return List.of(Arrays.copyOfRange(taken, 1, parts + 1));
    }

    /** Whether the same part with the same payload is here already. */
    private boolean holds(Sentence sentence) {
      int part = sentence.number;
      return part <= parts
          && fills[part] == sentence.fill
          && Arrays.equals(
              text,
              ends[part - 1],
              ends[part],
              sentence.line,
              sentence.payloadFrom,
              sentence.payloadTo);
    }

    private boolean agrees(Sentence sentence) {
      return total == sentence.total
          && sequence == sentence.sequence
          && channel == sentence.channel
          && isOwnShip == sentence.isOwnShip;
    }

    /** Whether a first part with that tag would take the place of this message. */
    private boolean hasKey(Sentence sentence, TagBlock tag) {
      return agrees(sentence) && group == tag.group && isSource(tag.source);
    }

    /** Whether a later part with that tag may belong to this message. */
    private boolean fits(Sentence sentence, TagBlock tag) {
      if (!agrees(sentence)) {
        return false;
      }
      if (tag.group != TagBlock.NO_GROUP) {
        return group == tag.group && (source == null || tag.source == null || isSource(tag.source));
      }
      return tag.source == null || isSource(tag.source);
    }

    private boolean isSource(String other) {
      return source == null ? other == null : source.equals(other);
    }

    /** The logger's time, if it spoke of this message; else {@link AisMessage#NO_TIME}. */
    long wrappedAtMillis() {
      boolean isMeant = wrappedChecksum == checksums || wrappedChecksum == firstChecksum;
      return isMeant ? wrappedAtMillis : AisMessage.NO_TIME;
    }

    /** Unarmours all parts; false if a character is foreign. */
    boolean unarmour(Bits bits) {
      bits.clear();
      for (int part = 1; part <= parts; part++) {
        if (!bits.append(text, ends[part - 1], ends[part], fills[part])) {
          return false;
        }
      }
      return true;
    }
  }
}
