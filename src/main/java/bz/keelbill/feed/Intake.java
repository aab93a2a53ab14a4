package bz.keelbill.feed;

/**
 * What takes the feeds' batches: the watch, seen from its feeds.
 *
 * <p>A full intake still takes what it is given, for a read cannot be undone; but every TCP feed
 * and file then stops reading, so that the sender feels it, and UDP is dropped and counted. All
 * methods may be called from any thread and none may block.
 */
public interface Intake {

  /** Takes one batch; batches of one feed come in order. */
  void accept(Batch batch);

  /** Whether feeds should stop reading. */
  boolean isFull();

  /**
   * Asks for one call when there is room.
   *
   * @param resume called once, from any thread: at once if there is room already
   */
  void whenRoom(Runnable resume);
}
