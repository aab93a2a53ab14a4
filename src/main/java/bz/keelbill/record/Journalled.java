package bz.keelbill.record;

/**
 * An entry with its place in the journal.
 *
 * @param seq counts entries from 1 without a gap; 0 for one that could not be written yet
 * @param alertSeq counts alert entries from 1 without a gap, also across restarts: the sequence of
 *     the alerts channel; 0 for other entries
 * @param atMillis our clock when it was handed in, Unix milliseconds
 * @param entry what it says
 */
public record Journalled(long seq, long alertSeq, long atMillis, JournalEntry entry) {

  /** Whether it is safely on disk. */
  public boolean isRecorded() {
    return seq > 0;
  }

  Journalled at(long newSeq) {
    return new Journalled(newSeq, alertSeq, atMillis, entry);
  }
}
