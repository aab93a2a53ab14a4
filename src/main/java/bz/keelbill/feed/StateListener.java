package bz.keelbill.feed;

/** Hears of each change of a feed's state: an input of the watch, since silence is one too. */
public interface StateListener {

  /**
   * A feed's state has changed. Called on the feed's event loop; must not block.
   *
   * @param feed the feed's name
   * @param state the new state
   * @param atMillis when, Unix time in milliseconds
   */
  void stateChanged(String feed, FeedState.State state, long atMillis);
}
