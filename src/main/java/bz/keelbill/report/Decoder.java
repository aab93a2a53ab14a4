package bz.keelbill.report;

/**
 * Turns the lines of one feed into reports.
 *
 * <p>A decoder never throws on any bytes, never lets a bad line affect the next, and holds bounded
 * state (unfinished multi-part messages, recent addresses). The same lines in the same order give
 * the same reports. One instance serves one feed and is called by one thread at a time.
 */
public interface Decoder {
  /** No decoder remembers longer than this. */
  long LONGEST_MEMORY_MILLIS = 65 * 60_000L;

  /**
   * Decodes one line.
   *
   * @param line never null
   * @param out takes the reports that the line completes, in order, and the reason if it was
   *     refused; a line that is merely part of a message, or nothing for us, may give neither
   */
  void decode(Line line, Output out);

  /**
   * How long what it has heard bears on what it says, in milliseconds of arrival: one that hears a
   * feed from so long before a moment says from that moment on what one says that has heard all of
   * it. An hour is what those of aircraft remember, where one stood on the ground; who forgets
   * sooner says so, and recordings are begun anew the sooner.
   */
  default long memoryMillis() {
    return LONGEST_MEMORY_MILLIS;
  }

  /** Where a decoder puts what it finds. */
  interface Output {

    /**
     * One whole message was understood, whether it gives reports or not; it is counted by its type.
     *
     * @param type the format's own word for it, one of a few dozen
     */
    default void message(String type) {
      // Only whoever counts wants to know.
    }

    /** Takes one report. */
    void report(Report report);

    /** Takes what is wrong with the feed as a whole; the same may be said again and again. */
    default void note(Note note) {
      // Only whoever speaks to an operator wants to know.
    }

    /** Takes one refusal; it is counted, never thrown. */
    void reject(Reject reject);
  }
}
