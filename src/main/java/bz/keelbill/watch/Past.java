package bz.keelbill.watch;

/**
 * An order that was given before. What it does may be known before it is read to its end: of a
 * fence that was changed a hundred times only the last is wanted.
 */
public interface Past {
  /** What it does. */
  Order.Kind kind();

  /** The fence that it puts or takes away; null for other orders. */
  String fenceId();

  /** The order itself; null for one that this version does not understand. */
  Order order();
}
