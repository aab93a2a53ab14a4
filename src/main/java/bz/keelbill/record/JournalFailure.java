package bz.keelbill.record;

/** An entry could not be written, and will not be: whatever it stands for must not happen. */
public final class JournalFailure extends Exception {
  private static final long serialVersionUID = 1L;

  JournalFailure(String reason) {
    super(reason);
  }
}
