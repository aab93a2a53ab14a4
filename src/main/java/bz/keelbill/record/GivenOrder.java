package bz.keelbill.record;

import bz.keelbill.watch.Order;
import bz.keelbill.watch.Past;

/**
 * An order of the journal with its place. One that puts a fence is not read to its end before it is
 * asked for: most of them were changed or taken away long since. Safe for any thread.
 */
public final class GivenOrder implements Past {
  private final Held held;
  private final Order.Kind kind;
  private final String fenceId;

  /** One that is read already. */
  GivenOrder(Held held, Order order) {
    this(held, order.kind(), order.fenceId());
  }

  /** One that is not. */
  GivenOrder(Held held, Order.Kind kind, String fenceId) {
    this.held = held;
    this.kind = kind;
    this.fenceId = fenceId;
  }

  /** Its number in the journal. */
  public long seq() {
    return held.seq();
  }

  /** Our clock when it was handed in, Unix milliseconds. */
  public long atMillis() {
    return held.atMillis();
  }

  @Override
  public Order.Kind kind() {
    return kind;
  }

  @Override
  public String fenceId() {
    return fenceId;
  }

  @Override
  public Order order() {
    return held.get().entry() instanceof JournalEntry.OfOrder of ? of.order() : null;
  }

  /** It with its place; null where {@link #order} is. */
  Journalled journalled() {
    return order() == null ? null : held.get();
  }
}
