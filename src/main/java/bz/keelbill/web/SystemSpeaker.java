package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What clients of the live watch are told of the watch itself. */
public final class SystemSpeaker implements Pusher.Speaker {
  private final WatchDesk desk;
  private final String build;
  private final Area area;
  private final Door door;

  /** The first view of the map, degrees. */
  public record Area(double west, double south, double east, double north) {}

  /** Speaks for a desk. */
  public SystemSpeaker(WatchDesk desk, String build, Area area, Door door) {
    this.desk = desk;
    this.build = build;
    this.area = area;
    this.door = door;
  }

  @Override
  public void welcome(JsonObject message) {
    message
        .put("mode", "live")
        .put("build", build)
        .put(
            "area",
            new JsonObject()
                .put("west", area.west())
                .put("south", area.south())
                .put("east", area.east())
                .put("north", area.north()));
  }

  @Override
  public void heartbeat(JsonObject message) {
    Attendance attendance = door.attendance();
    Handovers.Offer offer = door.handovers().standing();
    if (offer != null) {
      message.put("handover", offer.json());
    }
    message
        .put("canary", desk.canary().state().json())
        .put("notes", new JsonArray(List.copyOf(desk.troubles())))
        .put("attended", attendance.consoles())
        .put("unattendedSince", Replies.time(attendance.unattendedSinceMillis()));
  }

  @Override
  public JsonArray feeds() {
    return SystemRoutes.feeds(desk.feeds());
  }
}
