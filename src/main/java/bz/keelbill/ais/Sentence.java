package bz.keelbill.ais;

import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;

/**
 * One VDM or VDO sentence inside a line, taken apart where it stands: {@code
 * !ttVDM,total,number,sequence,channel,payload,fill*hh} (IEC 61162-1). Filled again for each
 * sentence.
 */
final class Sentence {
  /** From the "!" to the first character behind "VDM,". */
  private static final int TOTAL = 7;

  private static final int NUMBER = 9;
  private static final int SEQUENCE = 11;

  byte[] line;

  /** The sentence as it was sent, where a reader keeps it; the decoding one does not. */
  AisSentenceReader.Taken taken;

  int total;
  int number;

  /** '0' to '9', or a blank if empty. */
  char sequence;

  /** As sent, or a blank if empty. */
  char channel;

  boolean isOwnShip;
  int payloadFrom;
  int payloadTo;
  int fill;
  int checksum;

  /** The epoch that a logger wrote behind it, Unix milliseconds, or none. */
  long suffixAtMillis;

  /** Whether total, number, sequence and channel could be read, be the rest right or wrong. */
  boolean hasHeader;

  /** Where the sentence ends in its line: behind its checksum, or where it was cut. */
  int end;

  /** Whether a VDM or VDO sentence begins at this "!"; any talker will do. */
  static boolean beginsAt(byte[] line, int at, int to) {
    return to - at >= TOTAL
        && line[at + 3] == 'V'
        && line[at + 4] == 'D'
        && (line[at + 5] == 'M' || line[at + 5] == 'O')
        && line[at + 6] == ','
        && isTalker(line[at + 1])
        && isTalker(line[at + 2]);
  }

  private static boolean isTalker(byte letter) {
    return letter != '!' && letter != '\\' && letter != ',' && letter != '*';
  }

  /**
   * Reads the sentence that begins at a "!".
   *
   * @return null if it is right, else what is wrong with it
   */
  Reject.Reason parse(byte[] bytes, int at, int to) {
    line = bytes;
    isOwnShip = bytes[at + 5] == 'O';
    long starAndSum = Scan.xorUpTo('*', '!', bytes, at + 1, to);
    int star = (int) (starAndSum >>> Byte.SIZE);
    end = star;
    hasHeader = parseHeader(at, star);
    if (star + 2 >= to || bytes[star] != '*') {
      return Reject.Reason.CHECKSUM_MISSING;
    }
    checksum = Scan.checksum(bytes, star + 1);
    if (checksum < 0) {
      return Reject.Reason.CHECKSUM_MISSING;
    }
    if (checksum != (starAndSum & 0xff)) {
      return Reject.Reason.CHECKSUM;
    }
    end = star + 3;
    suffixAtMillis = LoggerTime.suffixMillis(bytes, end, to);
    return hasHeader ? parseFill(star) : Reject.Reason.MALFORMED;
  }

  private boolean parseHeader(int at, int star) {
    if (at + SEQUENCE >= star || line[at + NUMBER - 1] != ',' || line[at + SEQUENCE - 1] != ',') {
      return false;
    }
    total = line[at + TOTAL] - '0';
    number = line[at + NUMBER] - '0';
    int next = at + SEQUENCE;
    sequence = line[next] == ',' ? ' ' : (char) (line[next++] & 0xff);
    if (next + 1 >= star || line[next++] != ',') {
      return false;
    }
    channel = line[next] == ',' ? ' ' : (char) (line[next++] & 0xff);
    if (next >= star || line[next++] != ',') {
      return false;
    }
    payloadFrom = next;
    return number >= 1
        && total >= number
        && total <= 9
        && (sequence == ' ' || sequence >= '0' && sequence <= '9');
  }

  private Reject.Reason parseFill(int star) {
    payloadTo = star - 2;
    if (payloadTo < payloadFrom || line[payloadTo] != ',') {
      return Reject.Reason.FILL_BITS;
    }
    fill = line[star - 1] - '0';
    return fill >= 0 && fill <= 5 ? null : Reject.Reason.FILL_BITS;
  }
}
