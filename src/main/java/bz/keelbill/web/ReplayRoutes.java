package bz.keelbill.web;

import io.vertx.ext.web.Router;

/** stub. */
final class ReplayRoutes {
  ReplayRoutes(Replays replays, WatchDesk desk) {}

  void mount(Router router) {}
}
