package bz.keelbill.record;

import bz.keelbill.report.Line;
import bz.keelbill.watch.Order;

/**
 * One entry of the recorded sequence: what reached the watch, in the order in which it applied it.
 *
 * <p>Sealed family of immutable records.
 */
public sealed interface Recorded {

  /** Which of the family. */
  enum Kind {
    /** {@link OfLine}. */
    LINE,
    /** {@link OfTick}. */
    TICK,
    /** {@link OfOrder}. */
    ORDER
  }

  /** Which of the family this is. */
  Kind kind();

  /** Its place in the sequence; rises by one with each entry, over all days. */
  long seq();

  /** Our clock when the watch applied it, Unix milliseconds. */
  long atMillis();

  /** A line of a feed. */
  record OfLine(long seq, long atMillis, Line line) implements Recorded {
    @Override
    public Kind kind() {
      return Kind.LINE;
    }
  }

  /** Time that passed: the watch advanced to {@code tickMillis}. */
  record OfTick(long seq, long atMillis, long tickMillis) implements Recorded {
    @Override
    public Kind kind() {
      return Kind.TICK;
    }
  }

  /** An order, with its entry in the journal. */
  record OfOrder(long seq, long atMillis, long journalSeq, Order order) implements Recorded {
    @Override
    public Kind kind() {
      return Kind.ORDER;
    }
  }
}
