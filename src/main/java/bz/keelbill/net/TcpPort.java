package bz.keelbill.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;

/**
 * A port that others connect to. One that is taken by another program is tried again, further and
 * further apart, until it is free.
 *
 * <p>Belongs to the event loop that opens it.
 */
public final class TcpPort {

  /** Who lives behind a port. */
  public interface Keeper {

    /** The port is bound. */
    void bound(int port);

    /** The port cannot be bound now; it will be tried again. */
    void notBound(Throwable reason);

    /** Somebody has connected. */
    void connected(NetSocket socket);
  }

  private final Vertx vertx;
  private final NetServerOptions options;
  private final BackOff backOff;
  private final Keeper keeper;

  private NetServer server;
  private boolean closed;

  /**
   * A port that is not open yet.
   *
   * @param options say host and port; port 0 takes any free one
   */
  public TcpPort(Vertx vertx, NetServerOptions options, BackOff backOff, Keeper keeper) {
    this.vertx = vertx;
    this.options = options;
    this.backOff = backOff;
    this.keeper = keeper;
  }

  /** Binds the port, or goes on trying. */
  public void open() {
    if (closed) {
      return;
    }
    server = vertx.createNetServer(options).connectHandler(this::connected);
    server.listen().onSuccess(bound -> keeper.bound(bound.actualPort())).onFailure(this::notBound);
  }

  /** Gives the port back and ends its connections. */
  public Future<Void> close() {
    closed = true;
    return server == null ? Future.succeededFuture() : server.close();
  }

  private void connected(NetSocket socket) {
    if (closed) {
      socket.close();
    } else {
      keeper.connected(socket);
    }
  }

  private void notBound(Throwable reason) {
    if (!closed) {
      keeper.notBound(reason);
      vertx.setTimer(backOff.nextMillis() + 1, ignored -> open());
    }
  }
}
