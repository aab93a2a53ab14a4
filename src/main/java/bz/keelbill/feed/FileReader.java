package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;

/**
 * Reads a file as a feed, whole or growing, as fast as the watch takes it or at the pace of its own
 * times. The reading itself is done on a worker thread, one piece at a time.
 */
final class FileReader implements Transport {

  private static final System.Logger LOG = System.getLogger(FileReader.class.getName());

  private final Vertx vertx;
  private final Feed feed;
  private final FileTail tail;
  private final Inlet inlet;
  private final Pacing pacing;
  private boolean looking;
  private boolean ended;
  private boolean closed;

  FileReader(Vertx vertx, Feed feed) {
    this.vertx = vertx;
    this.feed = feed;
    tail = new FileTail(feed.config().file());
    inlet = feed.newInlet();
    boolean realtime = feed.config().file().pace() == FeedConfig.Pace.REALTIME;
    pacing = realtime ? new Pacing(feed, inlet) : null;
  }

  @Override
  public void start() {
    next();
  }

  @Override
  public void pause() {
    // Whoever asks for the next piece looks whether the feed is paused.
  }

  @Override
  public void resume() {
    next();
  }

  @Override
  public void silent() {
    // A growing file is looked at all the time.
  }

  @Override
  public Future<?> close() {
    closed = true;
    return vertx.executeBlocking(
        () -> {
          tail.close();
          return null;
        });
  }

  /** Goes on where it stands: with lines that wait for their time, or with the next piece. */
  private void next() {
    if (closed || looking || feed.isPaused()) {
      return;
    }
    long waitMillis = pacing == null ? 0 : pacing.release(Feed.monotonicMillis());
    if (waitMillis > 0) {
      after(waitMillis);
    } else if (ended) {
      done();
    } else if (!feed.isPaused()) {
      looking = true;
      vertx.executeBlocking(tail::look).onComplete(this::looked, this::unreadable);
    }
  }

  private void after(long millis) {
    looking = true;
    vertx.setTimer(
        millis,
        ignored -> {
          looking = false;
          next();
        });
  }

  private void looked(FileTail.Look look) {
    looking = false;
    if (closed) {
      return;
    }
    switch (look.found()) {
      case BYTES -> take(look.bytes());
      case REPLACED -> finish();
      case END -> end();
      case BROKEN -> broken();
      case MISSING -> feed.become(FeedState.State.DOWN);
      case NOTHING_YET -> {}
    }
    boolean idle =
        look.found() == FileTail.Found.NOTHING_YET || look.found() == FileTail.Found.MISSING;
    if (idle) {
      after(feed.timing().pollMillis());
    } else {
      next();
    }
  }

  private void unreadable(Throwable reason) {
    looking = false;
    if (!closed) {
      LOG.log(Level.WARNING, "feed {0}: {1}", feed.config().name(), reason.getMessage());
      feed.become(FeedState.State.DOWN);
      after(feed.timing().mostBackOffMillis());
    }
  }

  private void take(byte[] bytes) {
    if (pacing == null) {
      inlet.read(bytes);
    } else {
      pacing.take(bytes);
    }
  }

  private void finish() {
    if (pacing == null) {
      inlet.end();
    } else {
      pacing.end();
    }
  }

  private void end() {
    finish();
    ended = true;
  }

  private void broken() {
    LOG.log(
        Level.WARNING, "feed {0}: {1} is damaged", feed.config().name(), feed.config().address());
    if (pacing == null) {
      inlet.cut();
    } else {
      pacing.cut();
    }
  }

  private void done() {
    closed = true;
    feed.become(FeedState.State.DONE);
  }
}
