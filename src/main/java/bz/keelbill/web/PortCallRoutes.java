package bz.keelbill.web;

import bz.keelbill.geo.Port;
import bz.keelbill.json.VoyageJson;
import bz.keelbill.watch.PortLog;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code /api/port-calls}: who arrived where and left when, the newest arrival first. */
final class PortCallRoutes {
  private final WatchDesk desk;
  private final LongSupplier clock;

  PortCallRoutes(WatchDesk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/port-calls").handler(this::list);
  }

  /** Of a port, by id, code or country; of a track; {@code open=true}: of those still there. */
  private void list(RoutingContext request) {
    desk.portCalls()
        .onSuccess(
            all -> {
              List<String> items =
                  all.stream()
                      .filter(entry -> isWanted(entry, request))
                      .limit(Replies.limit(request))
                      .map(entry -> VoyageJson.text(entry, clock.getAsLong()))
                      .toList();
              Replies.items(request, items, null);
            })
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private static boolean isWanted(PortLog.Entry entry, RoutingContext request) {
    String port = request.queryParams().get("port");
    String track = request.queryParams().get("track");
    boolean isOpenOnly = "true".equals(request.queryParams().get("open"));
    return (port == null || is(port, entry.call().port()))
        && (track == null || track.equals(entry.track()))
        && (!isOpenOnly || entry.call().isOpen());
  }

  private static boolean is(String wanted, Port port) {
    return port != null
        && (wanted.equals(port.place().id())
            || wanted.equalsIgnoreCase(port.unlocode())
            || wanted.equalsIgnoreCase(port.place().country()));
  }
}
