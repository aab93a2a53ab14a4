package bz.keelbill.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of an answer, written from a worker's thread: a piece at a time, the next one when the
 * client has taken the last, so that nothing gathers here.
 */
final class ResponseStream extends OutputStream {
  private static final int PIECE_BYTES = 64 * 1024;
  private static final long PATIENCE_SECONDS = 60;

  private final HttpServerResponse response;
  private Buffer piece = Buffer.buffer(PIECE_BYTES);

  ResponseStream(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, PIECE_BYTES - piece.length());
      piece.appendBytes(bytes, from + done, part);
      done += part;
      if (piece.length() == PIECE_BYTES) {
        send();
      }
    }
  }

  /** Formats flush where it suits them; a piece goes when it is full, or at the end. */
  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    if (piece.length() > 0) {
      send();
    }
  }

  private void send() throws IOException {
    Buffer full = piece;
    piece = Buffer.buffer(PIECE_BYTES);
    try {
      response
          .write(full)
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the client has gone or takes nothing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", e);
    }
  }
}
