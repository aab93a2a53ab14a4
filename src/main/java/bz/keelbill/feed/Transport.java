package bz.keelbill.feed;

import io.vertx.core.Future;

/** Brings a feed's bytes. Every method is called on the feed's own event loop. */
interface Transport {

  /** Begins; what fails is tried again by the transport itself. */
  void start();

  /** The intake is full: read no further. */
  void pause();

  /** There is room again. */
  void resume();

  /** Nothing valid has come for too long: if the way may be broken, make it anew. */
  void silent();

  /** Ends for good; nothing is delivered afterwards. */
  Future<?> close();
}
