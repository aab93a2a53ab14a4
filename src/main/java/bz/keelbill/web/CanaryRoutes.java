package bz.keelbill.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Whether the whole chain has been proved alive, and proving it now. */
final class CanaryRoutes {
  private final WatchDesk desk;

  CanaryRoutes(WatchDesk desk) {
    this.desk = desk;
  }

  void mount(Router router) {
    router
        .get("/api/canary")
        .handler(request -> Replies.json(request, desk.canary().state().json()));
    router.post("/api/canary").handler(this::begin);
  }

  private void begin(RoutingContext request) {
    if (desk.canary().begin(Officer.of(request).name())) {
      request.response().setStatusCode(202);
      Replies.json(request, desk.canary().state().json());
    } else {
      Problem.answer(request, 409, "Not now", "A canary is on its way; wait for its end.");
    }
  }
}
