package bz.keelbill.web;

import io.vertx.core.Vertx;

/** The replay sessions that are open. */
public final class Replays {
  void start(Vertx vertx) {}

  void close() {}

  Pusher pusher(String id) {
    return null;
  }
}
