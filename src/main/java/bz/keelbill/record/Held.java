package bz.keelbill.record;

/** An entry at hand, read out of its line only when it is asked for. Safe for any thread. */
final class Held {
  private final long seq;
  private final long alertSeq;
  private final long atMillis;
  private JournalLine line;
  private Journalled journalled;

  Held(JournalLine line) {
    this.line = line;
    seq = line.stub().seq();
    alertSeq = line.stub().alertSeq();
    atMillis = line.stub().atMillis();
  }

  Held(Journalled journalled) {
    this.journalled = journalled;
    seq = journalled.seq();
    alertSeq = journalled.alertSeq();
    atMillis = journalled.atMillis();
  }

  long seq() {
    return seq;
  }

  long alertSeq() {
    return alertSeq;
  }

  /** Our clock when it was handed in, Unix milliseconds. */
  long atMillis() {
    return atMillis;
  }

  /** The entry; a note that says so if this version does not understand it. */
  synchronized Journalled get() {
    if (journalled == null) {
      journalled = read(line);
      line = null;
    }
    return journalled;
  }

  private static Journalled read(JournalLine line) {
    try {
      return line.journalled();
    } catch (IllegalArgumentException e) {
      JournalLine.Stub stub = line.stub();
      JournalEntry note = new JournalEntry.OfNote("not-understood", e.getMessage());
      return new Journalled(stub.seq(), stub.alertSeq(), stub.atMillis(), note);
    }
  }
}
