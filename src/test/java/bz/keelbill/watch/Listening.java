package bz.keelbill.watch;

import bz.keelbill.ais.AisDecoder;
import bz.keelbill.ais.AisReader;
import bz.keelbill.alert.Alert;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geography;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A watch that hears AIS lines of several feeds as they arrive, each feed with its own decoder. */
public final class Listening {
  /** Noon UTC, a day's first second of a minute. */
  public static final long START = 1_795_435_200_000L;

  private static final Geography EARTH = GeodataJson.load(null);

  private final Map<String, Decoder> feeds = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final List<String> history = new ArrayList<>();
  private final Setup setup;
  private final Watch watch;
  private long nowMillis = START;
  private long lines;

  /** Begins at {@link #START}; the feeds named are expected to speak each minute. */
  public Listening(String... expected) {
    this(Set.of(), expected);
  }

  /** With ships of our own side. */
  public Listening(Set<Integer> own, String... expected) {
    this(own, List.of(), expected);
  }

  /** With stations that learn where they hear. */
  public Listening(List<Sensor> sensors) {
    this(Set.of(), sensors);
  }

  private Listening(Set<Integer> own, List<Sensor> sensors, String... expected) {
    Map<String, Long> patience = new LinkedHashMap<>();
    for (String feed : expected) {
      patience.put(feed, 60_000L);
    }
    setup =
        new Setup(
            EARTH,
            FenceMap.of(1, List.of()),
            Rules.defaults(),
            new OwnForces(own, Set.of()),
            new WatchList(List.of()),
            Map.of());
    watch =
        new Watch(setup.expecting(patience).with(new Stations(Map.of(), sensors)), this::changed);
    watch.tick(nowMillis);
  }

  /** The real earth, usual rules, and nothing else: no fences, own craft, lists or feeds. */
  static Setup bareSetup() {
    return new Setup(
        EARTH,
        FenceMap.of(1, List.of()),
        Rules.defaults(),
        new OwnForces(Set.of(), Set.of()),
        WatchList.NONE,
        Map.of());
  }

  /** What the watch knows of the earth. */
  public static Geography earth() {
    return EARTH;
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      alerts.put(changed.alert().id(), changed.alert());
      history.add(changed.what() + " " + changed.alert().finding().kind());
    }
  }

  /** A line arrives now by a feed, whose station has its name. */
  public Listening hear(String feed, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    feeds
        .computeIfAbsent(feed, name -> new AisDecoder(name, AisReader.Timing.LIVE))
        .decode(new Line(feed, ++lines, nowMillis, bytes), new ToWatch());
    return this;
  }

  /** Bytes arrive now by a feed with a decoder of its own. */
  public Listening hear(String feed, byte[] bytes, Supplier<Decoder> decoder) {
    feeds
        .computeIfAbsent(feed, name -> decoder.get())
        .decode(new Line(feed, ++lines, nowMillis, bytes), new ToWatch());
    return this;
  }

  /** A line of a recording, whose own time tells when it arrived; the watch has come so far. */
  public Listening read(String feed, String line) {
    feeds.computeIfAbsent(feed, name -> new AisDecoder(name, AisReader.Timing.REPLAY));
    return hear(feed, line);
  }

  /** Seconds pass, tick by tick. */
  public Listening pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      nowMillis += 1_000;
      watch.tick(nowMillis);
    }
    return this;
  }

  /** Nobody listens for so long; then the watch ticks again. */
  public Listening sleep(long seconds) {
    nowMillis += seconds * 1_000;
    watch.tick(nowMillis);
    return this;
  }

  public long nowMillis() {
    return nowMillis;
  }

  /** What the watch was told, for another one. */
  Setup setup() {
    return setup;
  }

  public Watch watch() {
    return watch;
  }

  /** The alerts of a kind as they stand, closed ones too, in the order of raising. */
  public List<Alert> alerts(String kind) {
    return alerts.values().stream().filter(a -> a.finding().kind().equals(kind)).toList();
  }

  /** What happened to alerts so far, as {@code RAISED distress}. */
  public List<String> history() {
    return history;
  }

  /** The track of a ship, or null. */
  public Track track(int mmsi) {
    return watch.picture().tracks().stream()
        .filter(track -> Integer.valueOf(mmsi).equals(track.identity().mmsi()))
        .findFirst()
        .orElse(null);
  }

  private final class ToWatch implements Decoder.Output {
    @Override
    public void report(Report report) {
      watch.apply(report);
    }

    @Override
    public void reject(Reject reject) {
      // Refused lines are other tests' matter.
    }
  }
}
