package bz.keelbill.record;

/**
 * What a watch remembered at one moment.
 *
 * @param atMillis when, the recorder's clock
 * @param recordSeq the last entry of the record that it had taken
 * @param journalSeq the last order of the journal that it had carried out; 0 if there was none
 * @param epoch the name of that journal
 * @param isLast whether the watch was then stopped in order: nothing came after it
 * @param image its memory
 */
public record Checkpoint(
    long atMillis, long recordSeq, long journalSeq, String epoch, boolean isLast, byte[] image) {}
