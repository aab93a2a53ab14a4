package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.watch.Order;

/**
 * What stands in the journal: orders, alerts, and what is worth knowing besides.
 *
 * <p>Sealed family of immutable records.
 */
public sealed interface JournalEntry {

  /** Which of the family. */
  enum Kind {
    /** {@link OfBeginning}. */
    BEGINNING("begin"),
    /** {@link OfOrder}. */
    ORDER("order"),
    /** {@link OfAlert}. */
    ALERT("alert"),
    /** {@link OfNote}. */
    NOTE("note");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in the journal's lines. */
    public String word() {
      return word;
    }
  }

  /** Which of the family this is. */
  Kind kind();

  /**
   * Whether it may be kept in memory while the disk fails and be written when space returns. Other
   * entries are refused then.
   */
  default boolean canWait() {
    return false;
  }

  /**
   * The very first entry.
   *
   * @param epoch random name of this journal: sequence numbers are comparable within one epoch
   */
  record OfBeginning(String epoch) implements JournalEntry {
    @Override
    public Kind kind() {
      return Kind.BEGINNING;
    }

    @Override
    public boolean canWait() {
      return true;
    }
  }

  /** An order that was found good; it is applied after it is recorded. */
  record OfOrder(Order order) implements JournalEntry {
    @Override
    public Kind kind() {
      return Kind.ORDER;
    }

    @Override
    public boolean canWait() {
      return order instanceof Order.OnAlert && order.kind() != Order.Kind.CLOSE_ALERT;
    }
  }

  /** An alert as it stands, and what happened to it. */
  record OfAlert(AlertBook.What what, Alert alert) implements JournalEntry {
    @Override
    public Kind kind() {
      return Kind.ALERT;
    }

    @Override
    public boolean canWait() {
      return true;
    }
  }

  /**
   * Something else for the audit: a start, a deletion, a fault, somebody signing in.
   *
   * @param person who did it; null if it was nobody
   * @param what one word, as {@code deleted}
   * @param text one sentence
   */
  record OfNote(String person, String what, String text) implements JournalEntry {
    /** What nobody did. */
    public OfNote(String what, String text) {
      this(null, what, text);
    }

    @Override
    public Kind kind() {
      return Kind.NOTE;
    }

    @Override
    public boolean canWait() {
      return true;
    }
  }
}
