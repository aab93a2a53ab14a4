package bz.keelbill.record;

/**
 * Something in the journal that is not as it was written.
 *
 * @param file the file's name
 * @param line its line, from 1
 * @param seq the entry's sequence number as the entries before it make it
 * @param what one sentence
 */
public record JournalDefect(String file, int line, long seq, String what) {
  @Override
  public String toString() {
    return file + " line " + line + ", entry " + seq + ": " + what;
  }
}
