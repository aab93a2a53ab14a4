package bz.keelbill.web;

import io.vertx.core.json.JsonObject;
import java.util.function.LongSupplier;

/** Who sits at a client of the websocket. */
final class Seat {
  private final Door door;
  private final Visitor visitor;
  private final boolean isLive;
  private final LongSupplier clock;
  private boolean saidLocked;
  private boolean isSeen;
  private String canary;

  /**
   * A seat that was just taken.
   *
   * @param isLive whether it looks at the live watch, not at a replay
   */
  Seat(Door door, Visitor visitor, boolean isLive, LongSupplier clock) {
    this.door = door;
    this.visitor = visitor;
    this.isLive = isLive;
    this.clock = clock;
  }

  Officer officer() {
    return visitor.officer();
  }

  /** Whether he who sits here must go. */
  boolean isOver() {
    return door.isOver(visitor);
  }

  /** As the welcome says it. */
  JsonObject json() {
    saidLocked = visitor.isLocked();
    return visitor.officer().json().put("locked", saidLocked);
  }

  /** What the client must be told of its session now; null if it knows. */
  String news() {
    if (visitor.isLocked() == saidLocked) {
      return null;
    }
    return new JsonObject().put("type", "session").put("officer", json()).encode();
  }

  /** It has answered a heartbeat. */
  void answered(JsonObject answer) {
    if (Boolean.TRUE.equals(answer.getValue("active")) && visitor.session() != null) {
      visitor.session().touch(clock.getAsLong());
    }
    isSeen = Boolean.TRUE.equals(answer.getValue("visible"));
    canary = answer.getValue("canary") instanceof String shown ? shown : null;
    if (isLive && visitor.token() == null) {
      door.attendance().answered(this, isSeen && "running".equals(answer.getValue("audio")));
    }
  }

  /** Whether its page can be seen, as it last said. */
  boolean isSeen() {
    return isSeen;
  }

  /** Whether its page shows that alert about the watch's own test craft, as it last said. */
  boolean shows(String canaryAlertId) {
    return isSeen && canaryAlertId.equals(canary);
  }

  /** It is gone. */
  void left() {
    door.attendance().left(this);
  }
}
