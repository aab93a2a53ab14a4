package bz.keelbill.replay;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recordings;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Past;
import bz.keelbill.watch.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a replay plays, and under which fences and rules.
 *
 * @param recordings where from
 * @param period which time
 * @param setup the configuration: the fences and rules before any order
 * @param ordersBefore orders in force at the beginning, oldest first
 * @param law which of the recorded orders count
 * @param decoders makes a fresh decoder for a feed; null for a feed that is not to be heard
 * @param memory what the watch remembers at the beginning; null for nothing
 */
public record ReplayScript(
    Recordings recordings,
    Period period,
    Setup setup,
    List<Order> ordersBefore,
    Law law,
    Function<String, Decoder> decoders,
    Memory memory) {

  /** Whose fences and rules. */
  public enum Law {
    /** As they stood at each moment of the recording. */
    OF_THAT_TIME,
    /** As they stand now, from the beginning on. */
    OF_TODAY
  }

  /**
   * Which time, in Unix milliseconds of the recorder's clock.
   *
   * @param fromMillis the first moment
   * @param toMillis the first moment after it
   * @param warmUpMillis so long before it tracks are built, unseen and unjudged, where the watch
   *     begins with an empty picture
   */
  public record Period(long fromMillis, long toMillis, long warmUpMillis) {
    /** Checks the order of the times. */
    public Period {
      if (fromMillis >= toMillis || warmUpMillis < 0) {
        throw new IllegalArgumentException("a period ends after it begins");
      }
    }
  }

  /** Copies the list. */
  public ReplayScript {
    ordersBefore = List.copyOf(ordersBefore);
  }

  /** One that begins with an empty picture. */
  public ReplayScript(
      Recordings recordings,
      Period period,
      Setup setup,
      List<Order> ordersBefore,
      Law law,
      Function<String, Decoder> decoders) {
    this(recordings, period, setup, ordersBefore, law, decoders, null);
  }

  /**
   * A script under the fences and rules that a journal tells.
   *
   * @param journalled all of its orders, the oldest first
   */
  public static ReplayScript under(
      Law law,
      List<Journalled> journalled,
      Recordings recordings,
      Period period,
      Setup setup,
      Function<String, Decoder> decoders) {
    // What was ordered from there on stands in the recording.
    long beginMillis = period.fromMillis() - period.warmUpMillis();
    long lawAtMillis = law == Law.OF_TODAY ? Long.MAX_VALUE : beginMillis;
    List<Order> before = ordersBefore(lawAtMillis, beginMillis, journalled);
    return new ReplayScript(recordings, period, setup, before, law, decoders);
  }

  /**
   * The same beginning with what the live watch remembered, where that gives what the live watch
   * gave; else this one.
   *
   * @param checkpoint made at its beginning or before it; null for none
   * @param journalled all orders of the journal, the oldest first
   */
  public ReplayScript remembering(Checkpoint checkpoint, List<Journalled> journalled) {
    return remembering(memoryAt(period.fromMillis(), checkpoint, journalled));
  }

  /**
   * What the live watch remembered, where the script can go on with it at a time.
   *
   * @param checkpoint made at that time or before it; null for none
   * @param journalled all orders of the journal, the oldest first
   * @return null where that would not give what the script gives
   */
  public Memory memoryAt(long atMillis, Checkpoint checkpoint, List<Journalled> journalled) {
    return Memory.of(checkpoint, atMillis, this, journalled);
  }

  ReplayScript remembering(Memory other) {
    return new ReplayScript(recordings, period, setup, ordersBefore, law, decoders, other);
  }

  /**
   * The orders of a journal that are in force when a replay begins: those that make fences and
   * rules, and those that told of flights and sightings.
   *
   * @param lawAtMillis fences and rules as they stood then
   * @param fromMillis what was known of flights and sightings until then
   */
  public static List<Order> ordersBefore(
      long lawAtMillis, long fromMillis, List<Journalled> journalled) {
    List<Order> orders = new ArrayList<>();
    for (Journalled given : journalled) {
      Order order = ((JournalEntry.OfOrder) given.entry()).order();
      boolean law = makesLaw(order) && given.atMillis() < lawAtMillis;
      if (law || tellsOfCraft(order) && given.atMillis() < fromMillis) {
        orders.add(order);
      }
    }
    return orders;
  }

  /** What an order is about. */
  private enum Sort {
    /** Fences, rules, watch lists and the ledger of what is known to be good. */
    LAW,
    /** Flights and sightings, which is so under any law. */
    CRAFT,
    /** What people do with alerts. */
    ALERT
  }

  private static Sort sortOf(Past order) {
    return switch (order.kind()) {
      case PUT_FENCE,
          REMOVE_FENCE,
          SET_RULES,
          PUT_WATCH_LIST,
          REMOVE_WATCH_LIST,
          PUT_KNOWN_GOOD,
          REVIEW_KNOWN_GOOD,
          END_KNOWN_GOOD ->
          Sort.LAW;
      case CLEAR_FLIGHT, FILE_PLANS, WITHDRAW_PLAN, REPORT_SIGHTINGS, WITHDRAW_SIGHTING ->
          Sort.CRAFT;
      case ACKNOWLEDGE, CLOSE_ALERT, SILENCE, ASSIGN, ACCEPT, SHELVE, UNSHELVE, ESCALATE, COMMENT ->
          Sort.ALERT;
    };
  }

  /** Whether an order changes fences, rules, watch lists or the ledger. */
  static boolean makesLaw(Order order) {
    return sortOf(order) == Sort.LAW;
  }

  /** Whether an order says something of flights or sightings, which is so under any law. */
  static boolean tellsOfCraft(Order order) {
    return sortOf(order) == Sort.CRAFT;
  }

  /** Whether an order is what somebody does with an alert. */
  static boolean isOfAlerts(Order order) {
    return sortOf(order) == Sort.ALERT;
  }

  /** Whether an order has to be given again before anything is heard. */
  static boolean isLasting(Past order) {
    return sortOf(order) != Sort.ALERT;
  }

  boolean isWanted(Order recorded) {
    return law == Law.OF_THAT_TIME || !makesLaw(recorded);
  }
}
