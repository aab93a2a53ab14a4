package bz.keelbill.replay;

import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** So many that were left elsewhere are kept, for whoever comes back: each is a whole watch. */
  private static final int MOST_LEFT = 2;

  /** Whoever steers it waits no longer than such a step takes. */
  private static final int STEP_LIMIT = 20_000;

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
   * @param goalMillis the time that was asked for, while it is on its way there; else null
   * @param speed seconds of the recording per second; infinite for as fast as it goes
   * @param lines given to the watch since it was begun
   * @param missing entries that the record does not have
   * @param problems what could not be read, a sentence each
   */
  public record Status(
      ReplayScript.Period period,
      long atMillis,
      Long goalMillis,
      double speed,
      State state,
      long lines,
      long missing,
      List<String> problems) {}

  private final Start home;
  private final ReplayScript script;
  private final Audience audience;
  private final Marks marks;
  private final Memories memories;
  private final Scout scout;
  private final Deque<Showing> left = new ArrayDeque<>();
  private Showing showing;
  private long seekingMillis;
  private boolean seeking;
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
   *     ReplayScript#memoryAt}; null where there is none. Called by seeks and the scout
   */
  public ReplaySession(ReplayScript script, Audience audience, LongFunction<Memory> past)
      throws IOException {
    this.home = Start.of(script);
    this.script = home.script();
    this.audience = audience;
    this.marks =
        new Marks(
            script.recordings().tempDir(),
            script.period().toMillis() - script.period().fromMillis());
    this.memories = new Memories(past, marks, home.atMillis());
    this.scout = new Scout(home, memories, marks);
    seekingMillis = script.period().fromMillis();
    seeking = true;
    showing = atHome();
  }

  /** The watch that hears it; another one after a seek backwards. */
  public Watch watch() {
    return showing.watch();
  }

  /** Where it stands. */
  public Status status() {
    return new Status(
        script.period(),
        showing.atMillis(),
        seeking ? (Long) seekingMillis : null,
        speed,
        state,
        showing.lines(),
        showing.missing(),
        showing.problems());
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
   * Goes to a time: the next steps play up to it unseen. It begins where this replay stands or was
   * left a moment ago, or else at the nearest moment of before it at which this replay or the live
   * watch left what it remembered.
   *
   * @throws IOException if the recording cannot be found
   */
  public void seek(long toMillis) throws IOException {
    ReplayScript.Period period = script.period();
    long target = Math.max(period.fromMillis(), Math.min(toMillis, period.toMillis()));
    boolean wasSeeking = seeking;
    seeking = true;
    seekingMillis = target;
    try {
      goOnWith(from(target));
    } catch (IOException | RuntimeException failed) {
      seeking = wasSeeking;
      throw failed;
    }
    if (state == State.ENDED) {
      state = State.PAUSED;
    }
  }

  /** What comes to a time soonest. */
  private Showing from(long target) throws IOException {
    Showing near = nearestStanding(target);
    // What is remembered is read from the disk: not for a step that is sooner played.
    boolean isFar = near == null || target > near.atMillis() + Memories.WORTH_MILLIS;
    Memory memory = isFar ? memories.before(target) : null;
    boolean isShorter =
        memory != null
            && near != null
            && memory.checkpoint().atMillis() > near.atMillis() + Memories.WORTH_MILLIS;
    return near == null || isShorter ? begun(memory, target) : near;
  }

  private Showing begun(Memory memory, long target) throws IOException {
    if (memory == null) {
      return atHome();
    }
    try {
      return remembering(home.at(memory), target);
    } catch (ImageFailure otherProgram) {
      memories.leaveAside(memory);
      return from(target);
    }
  }

  private Showing atHome() throws IOException {
    return new Showing(home, home.newWatch(this::changed), new Ahead(home));
  }

  /** The recording is opened and read while the watch learns what was remembered. */
  private Showing remembering(Start there, long target) throws IOException, ImageFailure {
    CompletableFuture<Ahead> opening = Ahead.begun(there, target);
    try {
      Watch watch = there.watch(this::changed);
      return new Showing(there, watch, opening.join());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException notFound) {
        throw notFound.getCause();
      }
      throw failed;
    } catch (ImageFailure | RuntimeException failed) {
      opening.thenAccept(Ahead::close);
      throw failed;
    }
  }

  private Showing nearestStanding(long target) {
    Showing near = showing.atMillis() <= target ? showing : null;
    for (Showing other : left) {
      if (other.mayGoTo(target) && (near == null || other.atMillis() > near.atMillis())) {
        near = other;
      }
    }
    return near;
  }

  private void goOnWith(Showing other) {
    // On its way nobody looks at its picture.
    other.watch().setTelling(false);
    if (other == showing) {
      return;
    }
    left.remove(other);
    left.addFirst(showing);
    showing = other;
    while (left.size() > MOST_LEFT) {
      left.removeLast().close();
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

  /**
   * Whether {@link #scout} is of use: nothing was remembered where this replay begins, and it is
   * not in a hurry.
   */
  public boolean wantsScout() {
    boolean hurries = seeking || state == State.PLAYING && Double.isInfinite(speed);
    return !hurries && !home.remembers() && !scout.isOver();
  }

  /**
   * Goes ahead unseen by a piece of the way, some hundredth of a second, and leaves there what a
   * seek can begin with. What is shown stays as it is.
   *
   * @throws IOException if the recording cannot be found
   */
  public void scout() throws IOException {
    scout.goOn();
  }

  /** Nobody will seek: from now on no marks are left on the way. */
  public void leaveNoMarks() {
    marks.rest();
  }

  /** Plays everything to its end as fast as it goes, in this thread. */
  public void run() {
    leaveNoMarks();
    setSpeed(Double.POSITIVE_INFINITY);
    play();
    while (state != State.ENDED) {
      step(0);
    }
  }

  private long later(long passedMillis) {
    double target = showing.atMillis() + passedMillis * speed;
    // 0 * infinity: as fast as it goes needs no time to pass.
    return Double.isNaN(target) || target > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : (long) target;
  }

  private void playTo(long targetMillis) {
    Showing.End end = showing.playTo(targetMillis, seeking, marks, STEP_LIMIT);
    if (end != Showing.End.NOT_YET) {
      arrive();
    }
    if (end == Showing.End.OVER) {
      state = State.ENDED;
    }
  }

  private void arrive() {
    if (seeking) {
      seeking = false;
      stepped = false;
      showing.watch().setTelling(true);
      audience.jumped(showing.watch());
    }
  }

  private void changed(Change change) {
    if (!seeking) {
      audience.changed(change);
    }
  }

  /** Gives the recordings back. */
  @Override
  public void close() {
    scout.close();
    marks.close();
    left.forEach(Showing::close);
    showing.close();
  }
}
