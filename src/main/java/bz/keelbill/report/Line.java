package bz.keelbill.report;

import java.nio.charset.StandardCharsets;

/**
 * The raw bytes of one sentence, frame or message as one feed delivered it.
 *
 * @param feed the feed's configured name
 * @param number counts the feed's lines from 1; empty and skipped ones count too, so in a file it
 *     is the physical line
 * @param receivedAtMillis our UTC at arrival, Unix time in milliseconds; in file replay the line's
 *     own time where it has one
 * @param bytes the line without its line end; the array is never changed after construction
 */
public record Line(String feed, long number, long receivedAtMillis, byte[] bytes) {

  /** The bytes one by one as characters (ISO 8859-1), so that no byte is lost. */
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
