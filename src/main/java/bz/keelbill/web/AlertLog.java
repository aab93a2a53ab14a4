package bz.keelbill.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The alerts channel: every alert message with its number, the last ones kept so that a client can
 * resume.
 *
 * <p>Belongs to the web's event loop.
 */
public final class AlertLog {
  /**
   * A message with its number.
   *
   * @param alertJson the alert as clients are told it
   */
  public record Entry(long sequence, String alertJson) {}

  /** How many messages a client may have missed and still resume. */
  public static final int KEPT = 10_000;

  private final String epoch;
  private final int kept;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long sequence;

  /**
   * A channel whose numbers are meaningful together with its epoch.
   *
   * @param lastSequence the last number given out before
   */
  public AlertLog(String epoch, long lastSequence) {
    this(epoch, lastSequence, KEPT);
  }

  /** The same with so many messages kept. */
  AlertLog(String epoch, long lastSequence, int kept) {
    this.epoch = epoch;
    this.sequence = lastSequence;
    this.kept = kept;
  }

  /** Names the run of numbers. */
  public String epoch() {
    return epoch;
  }

  /** The last number. */
  public long sequence() {
    return sequence;
  }

  /** Takes the next message; numbers rise by exactly one. */
  public void add(long number, String alertJson) {
    if (!entries.isEmpty() && number != sequence + 1) {
      throw new IllegalStateException("alert message " + number + " after " + sequence);
    }
    sequence = number;
    entries.addLast(new Entry(number, alertJson));
    if (entries.size() > kept) {
      entries.removeFirst();
    }
  }

  /** Takes all alerts as they stand now for the next message: nobody can resume from before it. */
  void startAnew() {
    entries.clear();
    sequence++;
  }

  /**
   * Puts earlier messages before those that are held, up to the number kept; until then a client
   * that missed one of them is given everything anew.
   *
   * @param past in order, without a gap up to the first that is held or the last number; what comes
   *     after that is passed over
   */
  public void addPast(List<Entry> past) {
    long next = entries.isEmpty() ? sequence : first() - 1;
    for (int i = past.size() - 1; i >= 0 && entries.size() < kept; i--) {
      if (past.get(i).sequence() == next) {
        entries.addFirst(past.get(i));
        next--;
      }
    }
  }

  /** Whether a client that has seen this number of this epoch can be brought up to date. */
  boolean canResume(String clientEpoch, long seen) {
    boolean held = seen == sequence || (!entries.isEmpty() && seen >= first() - 1);
    return epoch.equals(clientEpoch) && seen <= sequence && held;
  }

  /** The messages after a number, in order. */
  void after(long seen, Consumer<String> message) {
    for (Entry entry : entries) {
      if (entry.sequence() > seen) {
        message.accept(message(entry.sequence(), entry.alertJson()));
      }
    }
  }

  static String message(long sequence, String alertJson) {
    return "{\"type\":\"alert\",\"seq\":" + sequence + ",\"alert\":" + alertJson + "}";
  }

  private long first() {
    return entries.getFirst().sequence();
  }
}
