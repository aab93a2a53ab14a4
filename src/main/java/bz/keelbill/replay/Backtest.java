package bz.keelbill.replay;

import bz.keelbill.alert.Verdict;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a proposed change would have done: two watches hear the same recorded sequence, one with the
 * fences and rules of the script, one with the proposal besides, and what they raise is compared.
 *
 * <p>The recording is read and decoded once, a part at a time, so that memory does not grow with
 * its length. {@link #run} is called once, by one thread that may read files; the other methods by
 * any. The same recording gives the same result.
 */
public final class Backtest {
  /** More alerts than anybody would read; whatever raises them is not finished. */
  public static final int MOST_ALERTS = 10_000;

  private static final int PART = 500;

  /**
   * So many parts wait for the slower watch at most: more than the recording reads at once, so that
   * no watch waits for it.
   */
  private static final int AHEAD = 60;

  /**
   * What is tried on what.
   *
   * @param script the period, and the fences and rules without the proposal
   * @param knownTrue ids of alerts that people have marked as true cases
   */
  public record Trial(ReplayScript script, Proposal proposal, Set<String> knownTrue) {
    /** Copies the set. */
    public Trial {
      knownTrue = Set.copyOf(knownTrue);
    }

    /**
     * Takes for true cases what people judged so when they closed it.
     *
     * @param journalled all orders of the journal
     */
    public static Trial of(ReplayScript script, Proposal proposal, List<Journalled> journalled) {
      Set<String> knownTrue = new HashSet<>();
      for (Journalled given : journalled) {
        if (((JournalEntry.OfOrder) given.entry()).order() instanceof Order.CloseAlert closing
            && closing.ruling() == Verdict.Ruling.TRUE) {
          knownTrue.add(closing.alertId());
        }
      }
      return new Trial(script, proposal, knownTrue);
    }
  }

  /**
   * How it is run.
   *
   * @param sides runs the two watches, at once or one after the other
   * @param giveWay called before each part of the sequence: may wait for what is more urgent
   */
  public record Way(Executor sides, Runnable giveWay) {
    /** All in the caller's thread, without a pause. */
    public static final Way PLAIN = new Way(Runnable::run, () -> {});
  }

  private final Trial trial;
  private final Start start;
  private final Side before;
  private final Side after;
  private final boolean areTogether;
  private volatile double progress;
  private volatile boolean cancelled;
  private long lines;

  /** A back-test that is ready to run. */
  public Backtest(Trial trial) {
    this(trial, change -> {});
  }

  /**
   * The same with somebody who hears what the proposal makes of alerts.
   *
   * @param predicted called while it runs, by the thread of that watch
   */
  public Backtest(Trial trial, Consumer<Change.AlertChanged> predicted) {
    this.trial = trial;
    start = Start.of(trial.script());
    before = new Side(start, watch -> {}, change -> {});
    after = new Side(start, trial.proposal()::giveTo, predicted);
    areTogether = trial.proposal().isOfFences();
    if (areTogether) {
      before.lead(after);
    }
  }

  /** The part of the period that is done, 0 to 1. */
  public double progress() {
    return progress;
  }

  /** Ends it soon: {@link #run} then throws {@link CancellationException}. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Runs it.
   *
   * @throws IOException if the record cannot be listed
   * @throws BacktestFailure if there is no result to be had
   * @throws CancellationException if it was cancelled
   */
  public Comparison run(Way way) throws IOException, BacktestFailure {
    Decoders decoders = new Decoders(trial.script().decoders());
    try (Recording recording = start.open(decoders)) {
      hear(recording, decoders, way);
      return compared(recording);
    }
  }

  /**
   * Each watch hears the parts at its own pace, while the next ones are read: one of the two often
   * has more to do, and the other need not wait for it.
   */
  private void hear(Recording recording, Decoders decoders, Way way) throws BacktestFailure {
    Deque<InHand> inHand = new ArrayDeque<>();
    InHand last = InHand.NOTHING;
    try {
      for (List<Heard> part = read(recording, decoders);
          !part.isEmpty();
          part = read(recording, decoders)) {
        way.giveWay().run();
        last = last.andThen(part, this, way.sides());
        inHand.add(last);
        if (inHand.size() > AHEAD) {
          arrived(inHand.remove());
        }
      }
      while (!inHand.isEmpty()) {
        arrived(inHand.remove());
      }
    } finally {
      last.awaitEnd();
    }
  }

  /**
   * A part that is being heard.
   *
   * @param before when the one watch has heard it
   * @param after when the other has
   */
  private record InHand(
      long lastAtMillis, CompletableFuture<Void> before, CompletableFuture<Void> after) {
    private static final InHand NOTHING =
        new InHand(
            Long.MIN_VALUE,
            CompletableFuture.completedFuture(null),
            CompletableFuture.completedFuture(null));

    InHand andThen(List<Heard> part, Backtest backtest, Executor sides) {
      return new InHand(
          part.get(part.size() - 1).entry().atMillis(),
          before.thenRunAsync(() -> backtest.before.hear(part), sides),
          backtest.areTogether
              ? after
              : after.thenRunAsync(() -> backtest.after.hear(part), sides));
    }

    void join() {
      CompletableFuture.allOf(before, after).join();
    }

    /** However it ends: nothing is left at work. */
    void awaitEnd() {
      CompletableFuture.allOf(before, after).exceptionally(failed -> null).join();
    }
  }

  private List<Heard> read(Recording recording, Decoders decoders) {
    List<Heard> part = new ArrayList<>(PART);
    while (part.size() < PART) {
      Recorded entry = recording.next();
      if (entry == null) {
        return part;
      }
      Heard heard = Heard.of(entry, decoders);
      if (!start.isKnown(entry)) {
        lines += entry.kind() == Recorded.Kind.LINE ? 1 : 0;
        part.add(heard);
      }
    }
    return part;
  }

  private void arrived(InHand heard) throws BacktestFailure {
    heard.join();
    long atMillis = heard.lastAtMillis();
    ReplayScript.Period period = trial.script().period();
    double length = period.toMillis() - period.fromMillis() + period.warmUpMillis();
    double done = (atMillis - period.fromMillis() + period.warmUpMillis()) / length;
    progress = Math.max(progress, Math.min(1, done));
    if (cancelled) {
      throw new CancellationException("the back-test was cancelled");
    }
    refuseTooMany(before, "as things are", atMillis);
    refuseTooMany(after, "with the proposal", atMillis);
  }

  private static void refuseTooMany(Side side, String how, long atMillis) throws BacktestFailure {
    if (side.alerts() > MOST_ALERTS) {
      throw new BacktestFailure(
          "%s more than %d alerts are raised up to %s; a condition or a limit is missing"
              .formatted(how, MOST_ALERTS, Instant.ofEpochMilli(atMillis)));
    }
  }

  private Comparison compared(Recording recording) throws BacktestFailure {
    ReplayScript.Period period = trial.script().period();
    List<String> problems = new ArrayList<>(recording.problems());
    if (lines == 0) {
      throw new BacktestFailure(
          "nothing is recorded from %s to %s%s"
              .formatted(
                  Instant.ofEpochMilli(period.fromMillis()),
                  Instant.ofEpochMilli(period.toMillis()),
                  problems.isEmpty() ? "" : ": " + String.join("; ", problems)));
    }
    before.failures().forEach(failure -> problems.add(failure + " as things are"));
    after.failures().forEach(failure -> problems.add(failure + " with the proposal"));
    progress = 1;
    return Comparison.of(
        new Comparison.Basis(period, lines, recording.missing(), problems),
        before.raised(),
        after.raised(),
        trial.knownTrue());
  }
}
