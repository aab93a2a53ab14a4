package bz.keelbill.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Reads a serial device, which never ends: on a thread of its own, since opening and reading may
 * block for ever. A device that is absent, unplugged or at its end is opened again and again.
 *
 * <p>The thread hands over at most {@value #MOST_PIECES} pieces that the feed has not taken yet, so
 * the device waits while the watch does. The line's speed is set outside the program.
 */
final class SerialReader implements Transport {

  private static final System.Logger LOG = System.getLogger(SerialReader.class.getName());
  private static final int PIECE_BYTES = 4096;
  private static final int MOST_PIECES = 4;

  private final Context context;
  private final Feed feed;
  private final Path device;
  private final Attempts attempts;
  private Opening opening;
  private volatile boolean closed;

  SerialReader(Vertx vertx, Feed feed, AttemptSpacing spacing) {
    this.context = vertx.getOrCreateContext();
    this.feed = feed;
    device = feed.config().file().path();
    attempts = new Attempts(vertx, feed, spacing, this::attempt);
  }

  @Override
  public void start() {
    attempts.begin();
  }

  @Override
  public void pause() {
    // The thread waits for the pieces that it handed over.
  }

  @Override
  public void resume() {
    if (opening != null) {
      opening.release();
    }
  }

  @Override
  public void silent() {
    if (opening != null && opening.isOpen()) {
      opening.end(); // an adapter may hang; the reading thread then tells that it ended
    }
  }

  @Override
  public Future<?> close() {
    closed = true;
    attempts.stop();
    if (opening != null) {
      opening.end();
    }
    return Future.succeededFuture();
  }

  private void attempt() {
    opening = new Opening();
    Thread thread = new Thread(opening, "serial " + feed.config().name());
    thread.setDaemon(true); // a device whose opening blocks must not keep the program
    thread.start();
  }

  /** One opening of the device and all that is read until it ends. */
  private final class Opening implements Runnable {
    private final Semaphore room = new Semaphore(MOST_PIECES);
    private int held;
    private Inlet inlet;
    private volatile FileChannel channel;
    private volatile boolean ended;

    @Override
    public void run() {
      String reason = "its end";
      try (FileChannel open = open()) {
        channel = open;
        onLoop(this::opened);
        read(open);
      } catch (IOException failed) {
        reason = failed.getClass().getSimpleName() + " " + failed.getMessage();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      String why = reason;
      onLoop(() -> over(why));
    }

    private FileChannel open() throws IOException {
      if (Files.isRegularFile(device)) {
        throw new IOException("it is a file, not a device: use the transport file");
      }
      return FileChannel.open(device, StandardOpenOption.READ);
    }

    private void read(FileChannel open) throws IOException, InterruptedException {
      ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
      while (!ended) {
        room.acquire();
        piece.clear();
        int count = open.read(piece);
        if (count < 0) {
          return;
        }
        byte[] bytes = Arrays.copyOf(piece.array(), count);
        onLoop(() -> take(bytes));
      }
    }

    private void onLoop(Runnable act) {
      try {
        context.runOnContext(ignored -> act.run());
      } catch (RejectedExecutionException stopped) {
        ended = true; // the program is going down
      }
    }

    /** On the event loop, like all that follows. */
    private void opened() {
      if (this == opening && !closed) {
        inlet = feed.newInlet();
        feed.connected();
      }
    }

    private void take(byte[] bytes) {
      if (this != opening || closed) {
        return;
      }
      inlet.read(bytes);
      held++;
      if (!feed.isPaused()) {
        release();
      }
    }

    private void release() {
      room.release(held);
      held = 0;
    }

    private boolean isOpen() {
      return channel != null && !ended;
    }

    private void end() {
      ended = true;
      room.release(MOST_PIECES);
      FileChannel open = channel;
      if (open != null) {
        closeApart(open);
      }
    }

    private void over(String reason) {
      if (this != opening || closed) {
        return;
      }
      opening = null;
      LOG.log(Level.DEBUG, "feed {0}: {1}", feed.config().name(), reason);
      if (inlet != null) {
        inlet.cut();
        attempts.ended(inlet);
      }
      feed.lost();
      attempts.again();
    }
  }

  /** Closing a device may wait for its driver, so no event loop does it. */
  private static void closeApart(FileChannel open) {
    Thread closing =
        new Thread(
            () -> {
              try {
                open.close();
              } catch (IOException alreadyGone) {
                // It is what was wanted.
              }
            },
            "serial close");
    closing.setDaemon(true);
    closing.start();
  }
}
