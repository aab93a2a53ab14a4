package bz.keelbill.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What people and time have done with an alert besides acknowledging and judging it. Times are Unix
 * milliseconds.
 *
 * @param waitsSinceMillis since when it waits for somebody: raised, risen, or back on the desk
 * @param silencedUntilMillis until when it makes no sound; 0 if it was not silenced
 * @param transfer to whom it was given; null if to nobody
 * @param shelf until when and why it is laid aside; null if it is not
 * @param comments oldest first
 * @param escalations what was done because nobody answered, since it waits; oldest first
 */
public record Tending(
    long waitsSinceMillis,
    long silencedUntilMillis,
    Transfer transfer,
    Shelf shelf,
    List<Comment> comments,
    List<Escalation> escalations) {
  /** A comment is a few sentences. */
  public static final int LONGEST_COMMENT = 1_000;

  /** More is a log, and belongs elsewhere. */
  public static final int MOST_COMMENTS = 100;

  /** Copies the lists. */
  public Tending {
    comments = List.copyOf(comments);
    escalations = List.copyOf(escalations);
  }

  /**
   * Responsibility given to somebody.
   *
   * @param person who gave it
   * @param to who is to have it
   * @param acceptedAtMillis 0 while it is not accepted
   */
  public record Transfer(String person, String to, long atMillis, long acceptedAtMillis) {
    /** Whether whoever is to have it has said that he has it. */
    public boolean isAccepted() {
      return acceptedAtMillis > 0;
    }

    Transfer accepted(long whenMillis) {
      return new Transfer(person, to, atMillis, whenMillis);
    }
  }

  /**
   * Laid aside for a while.
   *
   * @param reason in the officer's words
   */
  public record Shelf(String person, long atMillis, long untilMillis, String reason) {
    /** Nothing is laid aside for longer. */
    public static final long LONGEST_MILLIS = 12 * 3_600_000L;

    /** A reason is a sentence. */
    public static final int LONGEST_REASON = 200;
  }

  /**
   * What somebody writes beside an alert.
   *
   * @param text as it was typed: hostile until proved otherwise
   */
  public record Comment(String person, long atMillis, String text) {}

  /**
   * Somebody else is told.
   *
   * @param person who asked for it; {@code watch} if time did
   */
  public record Escalation(Step step, long atMillis, String person) {}

  /** How an alert that nobody answers is made heard. */
  public enum Step {
    /** It rings at the second console too. */
    SECOND_CONSOLE,
    /** The contacts are called. */
    CONTACT,
    /** It sounds once like an alarm. */
    SOUND;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of a word, or null. */
    public static Step ofWord(String word) {
      for (Step step : values()) {
        if (step.word().equals(word)) {
          return step;
        }
      }
      return null;
    }
  }

  /** Of an alert that nobody has touched. */
  public static Tending untouched(long waitsSinceMillis) {
    return new Tending(waitsSinceMillis, 0, null, null, List.of(), List.of());
  }

  /** Whether a step was taken since it waits. */
  public boolean has(Step step) {
    return escalations.stream().anyMatch(taken -> taken.step() == step);
  }

  /** It waits for somebody from now on; what was written beside it stays. */
  Tending waiting(long sinceMillis) {
    return new Tending(sinceMillis, 0, null, null, comments, List.of());
  }

  /** It is in somebody's hands, or over: neither silenced, given away nor laid aside. */
  Tending settled() {
    return new Tending(waitsSinceMillis, 0, null, null, comments, escalations);
  }

  Tending silenced(long untilMillis) {
    return new Tending(waitsSinceMillis, untilMillis, null, null, comments, escalations);
  }

  Tending given(Transfer given) {
    return new Tending(waitsSinceMillis, 0, given, null, comments, escalations);
  }

  Tending shelved(Shelf until) {
    return new Tending(waitsSinceMillis, 0, null, until, comments, escalations);
  }

  Tending commented(Comment comment) {
    return new Tending(
        waitsSinceMillis,
        silencedUntilMillis,
        transfer,
        shelf,
        and(comments, comment),
        escalations);
  }

  Tending escalated(Escalation taken) {
    return new Tending(
        waitsSinceMillis, silencedUntilMillis, transfer, shelf, comments, and(escalations, taken));
  }

  private static <T> List<T> and(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
