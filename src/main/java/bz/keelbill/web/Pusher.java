package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.json.AlertJson;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells the clients of one watch what happens, as protocol.md says: alerts at once, moves together
 * a few times a second.
 *
 * <p>Belongs to the web's event loop.
 */
public final class Pusher {
  private static final short GOING_AWAY = 1001;
  static final short SIGN_IN = 4001;
  private static final long HEARTBEAT_MILLIS = 2_000;

  /** What a client is told of the watch in its welcome and heartbeats. */
  public interface Speaker {
    /** Adds to the welcome. */
    void welcome(JsonObject message);

    /** Adds to a heartbeat. */
    void heartbeat(JsonObject message);

    /** The feeds message, or null where there are none. */
    JsonArray feeds();
  }

  private final Board board;
  private final AlertLog alerts;
  private final Speaker speaker;
  private final LongSupplier clock;
  private final Set<Console> consoles = new LinkedHashSet<>();
  private long droppedFrames;

  /** A pusher without clients. */
  public Pusher(Board board, AlertLog alerts, Speaker speaker, LongSupplier clock) {
    this.board = board;
    this.alerts = alerts;
    this.speaker = speaker;
    this.clock = clock;
  }

  /** How many clients there are. */
  public int clients() {
    return consoles.size();
  }

  /** How many pages can be seen. */
  public int pagesSeen() {
    return (int) consoles.stream().filter(console -> console.seat().isSeen()).count();
  }

  /** How many of them have drawn that alert about the watch's own test craft. */
  public int pagesShowing(String canaryAlertId) {
    return (int) consoles.stream().filter(each -> each.seat().shows(canaryAlertId)).count();
  }

  /** How many move frames were left out for clients that were full. */
  public long droppedFrames() {
    return droppedFrames;
  }

  /** Takes a client; it is told nothing before its hello. */
  void open(ServerWebSocket socket, Seat seat) {
    Console console = new Console(socket, seat, clock);
    consoles.add(console);
    socket.closeHandler(closed -> left(console));
    socket.exceptionHandler(broken -> left(console));
    socket.textMessageHandler(text -> heard(console, text));
  }

  private void left(Console console) {
    consoles.remove(console);
    console.seat().left();
  }

  /** Sends away whose session is over, and tells whose is locked or unlocked; twice a second. */
  public void lookAtSeats() {
    for (Console console : List.copyOf(consoles)) {
      if (console.seat().isOver()) {
        console.socket().close(SIGN_IN, "sign in");
        left(console);
      } else if (console.isGreeted()) {
        String news = console.seat().news();
        if (news != null) {
          console.sendSurely(news);
        }
      }
    }
  }

  /** Messages of before the start, for clients that resume; as {@link AlertLog#addPast}. */
  public void remember(List<AlertLog.Entry> past) {
    alerts.addPast(past);
  }

  /** An alert is new or changed; one that the log has from the journal already is no news. */
  public void alert(long sequence, Alert alert) {
    if (sequence <= alerts.sequence()) {
      return;
    }
    String json = AlertJson.forClients(alert);
    alerts.add(sequence, json);
    String message = AlertLog.message(sequence, json);
    for (Console console : List.copyOf(consoles)) {
      if (console.isGreeted()) {
        console.sendSurely(message);
      }
    }
  }

  /** Tells what moved since the last time; called a few times a second. */
  public void pushMoves() {
    Board.News news = board.takeNews();
    String shared = null;
    for (Console console : consoles) {
      if (!console.isGreeted()) {
        continue;
      }
      if (console.isFull()) {
        fallBehind(console, news);
      } else if (!console.behindOn().isEmpty()) {
        catchUp(console, news);
      } else if (!news.isEmpty()) {
        shared = shared == null ? TrackFrames.delta(board, news, clock.getAsLong()) : shared;
        console.sendIfRoom(shared);
      }
    }
    if (board.takeConfigChanged()) {
      sendToAll(configMessage());
    }
  }

  /** Tells that the watch is alive; called each two seconds. */
  public void pushHeartbeat() {
    JsonObject message = new JsonObject().put("type", "hb").put("t", now());
    message.put("seqs", new JsonObject().put("alerts", alerts.sequence()));
    speaker.heartbeat(message);
    sendToAll(message.encode());
    JsonArray feeds = speaker.feeds();
    if (feeds != null) {
      sendToAll(new JsonObject().put("type", "feeds").put("items", feeds).encode());
    }
    for (Console console : List.copyOf(consoles)) {
      console.cutIfStuck();
    }
  }

  /** Tells every client something that must not be lost. */
  public void sendToAll(String message) {
    for (Console console : List.copyOf(consoles)) {
      if (console.isGreeted()) {
        console.sendSurely(message);
      }
    }
  }

  /**
   * The picture was begun anew, as after a jump in a replay: every client gets all of it again, and
   * who missed it cannot resume from before.
   */
  public void restartPicture() {
    alerts.startAnew();
    board.takeNews();
    for (Console console : List.copyOf(consoles)) {
      if (console.isGreeted()) {
        sendPicture(console, false);
      }
    }
  }

  /** Ends every connection: the watch is stopping. */
  public void close() {
    for (Console console : List.copyOf(consoles)) {
      console.socket().close(GOING_AWAY, "the watch is stopping");
    }
  }

  private void heard(Console console, String text) {
    JsonObject message;
    try {
      message = new JsonObject(text);
    } catch (DecodeException | ClassCastException notJson) {
      return;
    }
    if ("hello".equals(message.getValue("type")) && !console.isGreeted()) {
      welcome(console, message.getValue("resume"));
    } else if ("hbAck".equals(message.getValue("type")) && console.isGreeted()) {
      console.seat().answered(message);
    }
  }

  private void welcome(Console console, Object resume) {
    console.greet();
    boolean resumed = resume instanceof JsonObject asked && resumes(asked);
    JsonObject welcome =
        new JsonObject()
            .put("type", "welcome")
            .put("epoch", alerts.epoch())
            .put("seq", alerts.sequence())
            .put("resumed", resumed)
            .put("serverTime", now())
            .put("heartbeatMs", HEARTBEAT_MILLIS)
            .put("officer", console.seat().json());
    speaker.welcome(welcome);
    console.sendSurely(welcome.encode());
    if (resumed) {
      long seen = ((JsonObject) resume).getLong("seq");
      alerts.after(seen, message -> console.sendSurely(message));
    }
    sendPicture(console, resumed);
    JsonArray feeds = speaker.feeds();
    if (feeds != null) {
      console.sendIfRoom(new JsonObject().put("type", "feeds").put("items", feeds).encode());
    }
  }

  private boolean resumes(JsonObject asked) {
    return asked.getValue("epoch") instanceof String epoch
        && asked.getValue("seq") instanceof Number seen
        && alerts.canResume(epoch, seen.longValue());
  }

  private void sendPicture(Console console, boolean resumed) {
    long now = clock.getAsLong();
    if (!resumed) {
      console.sendSurely(alertsMessage());
    }
    console.behindOn().clear();
    TrackFrames.snapshot(board, now).forEach(frame -> console.sendSurely(frame));
    console.sendSurely(configMessage());
  }

  private String alertsMessage() {
    List<String> items = new ArrayList<>();
    board.alerts().forEach(alert -> items.add(AlertJson.forClients(alert)));
    return "{\"type\":\"alerts\",\"seq\":"
        + alerts.sequence()
        + ",\"items\":["
        + String.join(",", items)
        + "]}";
  }

  private String configMessage() {
    return new JsonObject()
        .put("type", "config")
        .put("fenceVersion", board.fences().version())
        .put("ruleVersion", board.rules().version())
        .encode();
  }

  private void fallBehind(Console console, Board.News news) {
    if (!news.isEmpty()) {
      droppedFrames++;
      console.behindOn().addAll(news.moved());
      console.behindOn().addAll(news.entered());
      console.behindOn().addAll(news.gone());
    }
  }

  /** One frame with the latest of everything it missed. */
  private void catchUp(Console console, Board.News news) {
    Set<Long> missed = new LinkedHashSet<>(console.behindOn());
    missed.addAll(news.moved());
    missed.addAll(news.entered());
    missed.addAll(news.gone());
    Set<Long> gone = new LinkedHashSet<>(missed);
    gone.removeIf(serial -> board.track(serial) != null);
    missed.removeAll(gone);
    console.behindOn().clear();
    Board.News all = new Board.News(Set.of(), missed, gone);
    console.sendIfRoom(TrackFrames.delta(board, all, clock.getAsLong()));
  }

  private String now() {
    return Instant.ofEpochMilli(clock.getAsLong()).toString();
  }
}
