package bz.keelbill.replay;

import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * One replay: a watch of its own that hears a recording again, at a chosen speed, beside the live
 * watch.
 *
 * <p>It has no clock: {@link #step} is called several times a second with a monotonic time. Belongs
 * to one thread at a time, and reads files: no event loop.
 */
public final class ReplaySession implements AutoCloseable {
  /** The slowest speed. */
  public static final double SLOWEST = 0.1;

  private static final int STEP_LIMIT = 20_000;

  /** To begin elsewhere costs as much as to play on for some minutes. */
  private static final long WORTH_MILLIS = 5 * 60_000L;

  private static final long GAP_MILLIS = 10_000;

  /** Who watches it. */
  public interface Audience {
    /** Something changed. */
    void changed(Change change);

    /**
     * The watch was begun anew, or moved on unseen: what was shown is void, and the picture is that
     * of this watch. Comes before the first change, and after each seek.
     */
    void jumped(Watch watch);
  }

  /** What it is doing. */
  public enum State {
    /** Time passes. */
    PLAYING("playing"),
    /** Time stands. */
    PAUSED("paused"),
    /** Everything was played; a seek begins again. */
    ENDED("ended");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * Where it stands.
   *
   * @param atMillis the time reached, of the recorder's clock
   * @param speed seconds of the recording per second; infinite for as fast as it goes
   * @param lines given to the watch since it was begun
   * @param missing entries that the record does not have
   * @param problems what could not be read, a sentence each
   */
  public record Status(
      ReplayScript.Period period,
      long atMillis,
      double speed,
      State state,
      long lines,
      long missing,
      List<String> problems) {}

  private final Start home;
  private final ReplayScript script;
  private final Audience audience;
  private final LongFunction<Memory> past;
  private final Marks marks;
  private final List<Order> orders = new ArrayList<>();
  private Start start;
  private Recording recording;
  private Watch watch;
  private Playback playback;
  private Recorded next;
  private long atMillis;
  private long seekingMillis;
  private boolean seeking;
  private boolean warmingUp;
  private boolean isMarking = true;
  private double speed = 1;
  private State state = State.PLAYING;
  private long lastStepMillis;
  private boolean stepped;

  /**
   * Makes a replay ready at its beginning, playing.
   *
   * @throws IOException if the recording cannot be found
   */
  public ReplaySession(ReplayScript script, Audience audience) throws IOException {
    this(script, audience, atMillis -> null);
  }

  /**
   * The same where the live watch has left what it remembered.
   *
   * @param past gives, for a time, the newest of before with which the script can go on, as {@link
   *     ReplayScript#memoryAt}; null where there is none. Called by seeks
   */
  public ReplaySession(ReplayScript script, Audience audience, LongFunction<Memory> past)
      throws IOException {
    this.home = Start.of(script);
    this.script = home.script();
    this.audience = audience;
    this.past = past;
    this.marks =
        new Marks(
            script.recordings().tempDir(),
            script.period().toMillis() - script.period().fromMillis());
    begin(home, home.newWatch(this::changed), script.period().fromMillis());
  }

  /** The watch that hears it; another one after a seek backwards. */
  public Watch watch() {
    return watch;
  }

  /** Where it stands. */
  public Status status() {
    return new Status(
        script.period(),
        atMillis,
        speed,
        state,
        playback.lines(),
        recording.missing(),
        recording.problems());
  }

  /** Lets time pass; at the end it stays ended. */
  public void play() {
    if (state == State.PAUSED) {
      state = State.PLAYING;
      stepped = false;
    }
  }

  /** Lets time stand. */
  public void pause() {
    if (state == State.PLAYING) {
      state = State.PAUSED;
    }
  }

  /**
   * Sets the speed.
   *
   * @param times seconds of the recording per second, {@link #SLOWEST} or more; infinite for as
   *     fast as it goes
   * @throws IllegalArgumentException if it is slower or no number
   */
  public void setSpeed(double times) {
    if (!(times >= SLOWEST)) {
      throw new IllegalArgumentException("a replay goes at " + SLOWEST + " or faster");
    }
    speed = times;
  }

  /** Whether it is on its way to a time that was asked for. */
  public boolean isSeeking() {
    return seeking;
  }

  /**
   * Goes to a time: the next steps play up to it unseen, from the nearest moment of before it at
   * which this replay or the live watch left what it remembered.
   *
   * @throws IOException if the recording cannot be found
   */
  public void seek(long toMillis) throws IOException {
    ReplayScript.Period period = script.period();
    long target = Math.max(period.fromMillis(), Math.min(toMillis, period.toMillis()));
    // What is remembered is read from the disk: not for a step that is sooner played.
    boolean isFar = target < atMillis || target > atMillis + WORTH_MILLIS;
    Memory nearest = isFar ? nearest(target) : null;
    boolean isShorter =
        nearest != null && nearest.checkpoint().atMillis() > atMillis + WORTH_MILLIS;
    if (target < atMillis || isShorter) {
      begin(nearest, target);
    } else {
      seekingMillis = target;
      seeking = true;
    }
    if (state == State.ENDED) {
      state = State.PAUSED;
    }
  }

  /**
   * Goes on.
   *
   * @param nowMillis a monotonic time; only differences count
   */
  public void step(long nowMillis) {
    long passed = stepped ? nowMillis - lastStepMillis : 0;
    lastStepMillis = nowMillis;
    stepped = true;
    if (seeking) {
      playTo(seekingMillis);
    } else if (state == State.PLAYING) {
      playTo(later(passed));
    }
  }

  /** Plays everything to its end as fast as it goes, in this thread. */
  public void run() {
    isMarking = false;
    setSpeed(Double.POSITIVE_INFINITY);
    play();
    while (state != State.ENDED) {
      step(0);
    }
  }

  private long later(long passedMillis) {
    double target = atMillis + passedMillis * speed;
    // 0 * infinity: as fast as it goes needs no time to pass.
    return Double.isNaN(target) || target > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : (long) target;
  }

  /** What is remembered of before a time, by this replay or by the live watch; null if nothing. */
  private Memory nearest(long targetMillis) {
    Memory own = marks.before(targetMillis);
    // What was recorded at that very moment is not to be heard yet.
    Memory live = past.apply(targetMillis - 1);
    boolean isLater =
        live != null
            && live.checkpoint().atMillis() > home.atMillis()
            && (own == null || live.checkpoint().atMillis() > own.checkpoint().atMillis());
    return isLater ? live : own;
  }

  private void begin(Memory memory, long targetMillis) throws IOException {
    seeking = true;
    if (memory != null) {
      try {
        Start there = home.at(memory);
        begin(there, there.watch(this::changed), targetMillis);
        return;
      } catch (ImageFailure otherProgram) {
        // What a live watch of another version left is passed over.
      }
    }
    begin(home, home.newWatch(this::changed), targetMillis);
  }

  private void begin(Start from, Watch fresh, long targetMillis) throws IOException {
    closeRecording();
    start = from;
    watch = fresh;
    recording = script.recordings().open(start.fromMillis(), script.period().toMillis());
    playback = new Playback(watch, script.decoders(), script::isWanted);
    orders.clear();
    orders.addAll(start.ordersBefore());
    next = null;
    atMillis = start.atMillis();
    seekingMillis = targetMillis;
    seeking = true;
    warmingUp = !start.remembers();
  }

  private void playTo(long targetMillis) {
    for (int i = 0; i < STEP_LIMIT; i++) {
      next = next == null ? recording.next() : next;
      if (next == null) {
        atMillis = script.period().toMillis();
        arrive();
        state = State.ENDED;
        return;
      }
      if (start.isKnown(next)) {
        playback.decode(next);
        next = null;
        continue;
      }
      skipGap();
      if (next.atMillis() > targetMillis || (seeking && next.atMillis() == targetMillis)) {
        atMillis = Math.max(atMillis, targetMillis);
        arrive();
        return;
      }
      playNext();
    }
  }

  /** Hours in which the watch did not run are not sat through. */
  private void skipGap() {
    if (next.atMillis() - atMillis > GAP_MILLIS && !seeking) {
      atMillis = next.atMillis();
    }
  }

  private void playNext() {
    atMillis = Math.max(atMillis, next.atMillis());
    endWarmUp(next.atMillis());
    playback.apply(next);
    remember(next);
    next = null;
  }

  private void remember(Recorded heard) {
    if (heard instanceof Recorded.OfOrder given
        && script.isWanted(given.order())
        && ReplayScript.isLasting(given.order())) {
      orders.add(given.order());
    }
    if (isMarking && !warmingUp && marks.isWanted(heard.atMillis())) {
      marks.add(heard.atMillis(), heard.seq(), WatchImage.of(watch), orders);
    }
  }

  private void endWarmUp(long millis) {
    if (warmingUp && millis >= script.period().fromMillis()) {
      warmingUp = false;
      watch.setCatchingUp(false);
    }
  }

  private void arrive() {
    endWarmUp(atMillis);
    if (seeking) {
      seeking = false;
      stepped = false;
      audience.jumped(watch);
    }
  }

  private void changed(Change change) {
    if (!seeking) {
      audience.changed(change);
    }
  }

  /** Gives the recording back. */
  @Override
  public void close() {
    marks.close();
    closeRecording();
  }

  private void closeRecording() {
    if (recording != null) {
      recording.close();
    }
  }
}
