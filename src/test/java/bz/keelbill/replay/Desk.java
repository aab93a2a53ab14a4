package bz.keelbill.replay;

import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recorder;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A watch with its journal and its recorder on one thread, put together as the program does it, and
 * a format of lines that needs no checksum: {@code mmsi lat lon knots course}.
 */
final class Desk implements AutoCloseable {
  static final long START_MILLIS = 1_795_402_800_000L;
  private static final Geography EARTH = GeodataJson.load(null);

  final List<String> alertLines = new ArrayList<>();
  final Journal journal;
  final Recorder recorder;
  Watch watch;
  private final Map<String, Decoder> decoders = new HashMap<>();
  private long nowMillis;
  long lines;

  Desk(Path dir, long nowMillis) throws IOException {
    this.nowMillis = nowMillis;
    journal = Journal.open(dir, () -> this.nowMillis);
    recorder = Recorder.open(RecordSettings.in(dir), () -> this.nowMillis, journal::append);
    watch = new Watch(setup(), this::changed);
  }

  /** A watch that has heard nothing, in place of the one before. */
  Watch fresh() {
    watch = new Watch(setup(), this::changed);
    return watch;
  }

  /** What the watch remembers, at this point of journal and record. */
  Checkpoint checkpoint(boolean isLast) {
    List<Journalled> orders = journal.journalledOrders();
    return new Checkpoint(
        nowMillis,
        recorder.lastSeq(),
        orders.isEmpty() ? 0 : orders.get(orders.size() - 1).seq(),
        journal.epoch(),
        isLast,
        WatchImage.of(watch));
  }

  static Setup setup() {
    return new Setup(
        EARTH,
        FenceMap.of(1, List.of(box("first", 17.20, Priority.WARNING))),
        Rules.defaults(),
        new OwnForces(Set.of(), Set.of()),
        new WatchList(
            List.of(
                new WatchList.Entry(
                    null, 312_000_003, null, null, null, null, "stolen", Priority.WARNING))),
        Map.of());
  }

  static Fence box(String id, double south, Priority priority) {
    return new Fence(
        id,
        new Fence.Label("Box " + id, Fence.RESTRICTED, null),
        Area.of(
            new GeometryFactory().toGeometry(new Envelope(-87.60, -87.50, south, south + 0.05))),
        new Fence.Scope(Fence.AppliesTo.VESSEL, priority),
        Fence.Band.ALL,
        Fence.Hours.ALWAYS,
        Fence.Limits.NONE);
  }

  private void changed(Change change) {
    recorder.change(change);
    if (change instanceof Change.AlertChanged changed) {
      journal.append(new JournalEntry.OfAlert(changed.what(), changed.alert()));
      alertLines.add(changed.what() + " " + AlertJson.line(changed.alert()));
    }
  }

  /** A ship says where it is. */
  void line(String feed, int mmsi, Position at, double knots, double course) {
    String text = mmsi + " " + at.latitude() + " " + at.longitude() + " " + knots + " " + course;
    raw(feed, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void raw(String feed, byte[] bytes) {
    Line line = new Line(feed, ++lines, nowMillis, bytes);
    recorder.line(line);
    decoders
        .computeIfAbsent(feed, WordDecoder::new)
        .decode(
            line,
            new Decoder.Output() {
              @Override
              public void report(bz.keelbill.report.Report report) {
                watch.apply(report);
              }

              @Override
              public void reject(Reject reject) {}
            });
  }

  void tick(long millis) {
    nowMillis = millis;
    recorder.tick(millis);
    watch.advanceTo(millis);
  }

  /** Checked, recorded, applied. */
  void order(Order order) throws Exception {
    String objection = watch.objectionTo(order);
    if (objection != null) {
      throw new IllegalStateException(objection);
    }
    Journalled given =
        journal
            .append(new JournalEntry.OfOrder(order))
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    recorder.order(given);
    watch.apply(order);
  }

  Order.Act act() {
    return new Order.Act("Ana", nowMillis);
  }

  @Override
  public void close() {
    recorder.close();
    journal.close();
  }

  /** Twenty-five minutes in which everything happens once. */
  void playScene() throws Exception {
    playScene(0, 1_500);
  }

  /** Some seconds of them, the last included. */
  void playScene(int from, int to) throws Exception {
    for (int second = from; second <= to; second++) {
      long now = START_MILLIS + second * 1_000L;
      tick(now);
      if (second % 10 == 0 && second < 1_200) {
        ships(second);
      }
      orders(second);
    }
  }

  private void ships(int second) {
    double east = -87.70 + second * 0.0002;
    line("ais", 312_000_001, new Position(17.22, east), 42, 90);
    line("ais", 312_000_002, new Position(17.32, east), 42, 90);
    for (int anchored = 0; anchored < 3; anchored++) {
      Position berth = new Position(16.8, -87.2 + anchored * 0.05);
      line("ais", 312_000_010 + anchored, berth, 0.1, 10);
    }
    if (second > 600) {
      line("ais-two", 312_000_003, new Position(17.0, -87.3), 0.1, 10);
    }
    raw("ais", new byte[] {'x', (byte) second, '\n', (byte) 0xff, 0});
  }

  private void orders(int second) throws Exception {
    if (second == 200) {
      order(new Order.PutFence(act(), box("second", 17.30, Priority.CAUTION)));
    } else if (second == 400) {
      order(new Order.SetRules(act(), Map.of("feed-silent.minSeconds", 90.0)));
    } else if (second == 900) {
      order(new Order.Acknowledge(act(), watch.alerts().open().iterator().next().id()));
    } else if (second == 950) {
      order(new Order.RemoveFence(act(), "first"));
    }
  }

  /** Reads what {@link #line} writes; rejects anything else. */
  static final class WordDecoder implements Decoder {
    private final String feed;

    WordDecoder(String feed) {
      this.feed = feed;
    }

    @Override
    public void decode(Line line, Output out) {
      String[] words = line.text().split(" ");
      if (words.length != 5) {
        out.reject(new Reject(line, Reject.Reason.MALFORMED));
        return;
      }
      Origin origin =
          new Origin(feed, feed, line.number(), line.receivedAtMillis(), line.receivedAtMillis());
      out.report(
          new Fix(
              origin,
              new ContactId.Mmsi(Integer.parseInt(words[0])),
              new Position(Double.parseDouble(words[1]), Double.parseDouble(words[2])),
              new Fix.Motion(
                  Double.parseDouble(words[3]), Double.parseDouble(words[4]), Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0)));
    }
  }
}
