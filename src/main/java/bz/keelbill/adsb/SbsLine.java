package bz.keelbill.adsb;

import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject;
import java.time.LocalDateTime;

/**
 * One line of an SBS-1 (BaseStation) feed, TCP port 30003: comma separated, 22 fields of which the
 * last may be missing and nearly all may be empty.
 *
 * <p>The format has no checksum, so a line with a number that is none is refused whole: it is
 * damaged. Texts out of form (callsign, squawk) are left out, the rest stands.
 */
public sealed interface SbsLine {

  /** An empty line: the sender lives. */
  record Heartbeat() implements SbsLine {}

  /**
   * Not taken.
   *
   * @param reason why
   */
  record Refused(Reject.Reason reason) implements SbsLine {}

  /**
   * One transmission.
   *
   * @param subtype 1 identity, 2 surface position, 3 airborne position, 4 velocity, 5 and 7
   *     altitude, 6 squawk, 8 all-call; 0 for an ID line
   * @param generatedAt fields 7 and 8, else 9 and 10, in the sender's zone; null if absent
   * @param flight what it says
   */
  record Message(int subtype, LocalDateTime generatedAt, FlightMessage flight) implements SbsLine {}

  /** Whether a byte-order mark stands first, with which some programs begin a text file. */
  private static boolean hasMark(byte[] line) {
    return line.length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  /** The longest line read, bytes. */
  int MAX_BYTES = 1024;

  /** Reads one line without its line end; never throws. */
  static SbsLine of(byte[] line) {
    if (line.length > MAX_BYTES) {
      return new Refused(Reject.Reason.TOO_LONG);
    }
    CommaFields fields = new CommaFields(line, hasMark(line) ? 3 : 0, line.length);
    if (fields.count() == 1 && fields.isEmpty(0)) {
      return new Heartbeat();
    }
    return SbsFields.read(fields);
  }
}
