package bz.keelbill.watch;

import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.fence.Fence;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.sighting.Sighting;
import java.util.List;
import java.util.Map;

/**
 * A person's act. It is checked, recorded durably, then applied, then answered.
 *
 * <p>Sealed family; each carries who and when.
 */
public sealed interface Order extends Past {

  /** Which of the family. */
  enum Kind {
    /** {@link PutFence}. */
    PUT_FENCE,
    /** {@link RemoveFence}. */
    REMOVE_FENCE,
    /** {@link SetRules}. */
    SET_RULES,
    /** {@link Acknowledge}. */
    ACKNOWLEDGE,
    /** {@link CloseAlert}. */
    CLOSE_ALERT,
    /** {@link Silence}. */
    SILENCE,
    /** {@link Assign}. */
    ASSIGN,
    /** {@link Accept}. */
    ACCEPT,
    /** {@link Shelve}. */
    SHELVE,
    /** {@link Unshelve}. */
    UNSHELVE,
    /** {@link Escalate}. */
    ESCALATE,
    /** {@link Comment}. */
    COMMENT,
    /** {@link ClearFlight}. */
    CLEAR_FLIGHT,
    /** {@link FilePlans}. */
    FILE_PLANS,
    /** {@link WithdrawPlan}. */
    WITHDRAW_PLAN,
    /** {@link ReportSightings}. */
    REPORT_SIGHTINGS,
    /** {@link WithdrawSighting}. */
    WITHDRAW_SIGHTING,
    /** {@link PutKnownGood}. */
    PUT_KNOWN_GOOD,
    /** {@link ReviewKnownGood}. */
    REVIEW_KNOWN_GOOD,
    /** {@link EndKnownGood}. */
    END_KNOWN_GOOD,
    /** {@link PutWatchList}. */
    PUT_WATCH_LIST,
    /** {@link RemoveWatchList}. */
    REMOVE_WATCH_LIST
  }

  /** Which of the family this is. */
  @Override
  Kind kind();

  @Override
  default String fenceId() {
    return null;
  }

  @Override
  default Order order() {
    return this;
  }

  /** Who acts, and when. */
  Act act();

  /**
   * Who acts, and when.
   *
   * @param person the account's name
   * @param atMillis Unix milliseconds
   * @param confirmation by whom else and why, where one person is not enough; else null
   */
  record Act(String person, long atMillis, Confirmation confirmation) {
    /** Of one person alone. */
    public Act(String person, long atMillis) {
      this(person, atMillis, null);
    }
  }

  /**
   * A second person's word.
   *
   * @param person the account's name; another than that of the act
   * @param reason why it is done all the same, in that person's words
   */
  record Confirmation(String person, String reason) {}

  /** An act on one alert. */
  interface OnAlert {
    /** Which one. */
    String alertId();
  }

  /** Puts a fence in place of the one with its id, or adds it. */
  record PutFence(Act act, Fence fence) implements Order {
    @Override
    public Kind kind() {
      return Kind.PUT_FENCE;
    }

    @Override
    public String fenceId() {
      return fence.id();
    }
  }

  /** Takes a fence away. */
  record RemoveFence(Act act, String fenceId) implements Order {
    @Override
    public Kind kind() {
      return Kind.REMOVE_FENCE;
    }
  }

  /**
   * Sets rules; what is not named stays as it is.
   *
   * @param values by key
   * @param conditions by detector, in ECQL; an empty text takes one away
   * @param areas all areas with rules of their own; null leaves them as they are
   */
  record SetRules(
      Act act, Map<String, Double> values, Map<String, String> conditions, List<Area> areas)
      implements Order {
    /** Copies the collections. */
    public SetRules {
      values = Map.copyOf(values);
      conditions = Map.copyOf(conditions);
      areas = areas == null ? null : List.copyOf(areas);
    }

    /** Sets values alone. */
    public SetRules(Act act, Map<String, Double> values) {
      this(act, values, Map.of(), null);
    }

    /**
     * Rules of an area.
     *
     * @param fence its id
     * @param values by key, where they are other than everywhere
     * @param conditions by detector likewise
     */
    public record Area(String fence, Map<String, Double> values, Map<String, String> conditions) {
      /** Copies the maps. */
      public Area {
        values = Map.copyOf(values);
        conditions = Map.copyOf(conditions);
      }
    }

    @Override
    public Kind kind() {
      return Kind.SET_RULES;
    }
  }

  /** Acknowledges an alert. */
  record Acknowledge(Act act, String alertId) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.ACKNOWLEDGE;
    }
  }

  /**
   * Closes an alert and says what it was, or says so of one that is closed.
   *
   * @param note why, in the officer's words; may be empty
   */
  record CloseAlert(Act act, String alertId, Verdict.Ruling ruling, String note)
      implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.CLOSE_ALERT;
    }
  }

  /** Stops an alert's sound for half a minute. */
  record Silence(Act act, String alertId) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.SILENCE;
    }
  }

  /**
   * Gives an alert to somebody, who accepts it or lets it come back.
   *
   * @param to the account's name; one's own takes it at once
   */
  record Assign(Act act, String alertId, String to) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.ASSIGN;
    }
  }

  /** Takes an alert that one was given. */
  record Accept(Act act, String alertId) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.ACCEPT;
    }
  }

  /**
   * Lays an alert aside.
   *
   * @param untilMillis until when, Unix milliseconds; twelve hours at most
   * @param reason why, in the officer's words
   */
  record Shelve(Act act, String alertId, long untilMillis, String reason)
      implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.SHELVE;
    }
  }

  /** Takes an alert back to the desk before its shelf ends. */
  record Unshelve(Act act, String alertId) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.UNSHELVE;
    }
  }

  /** Makes an alert heard by another way; the watch itself does so when nobody answers. */
  record Escalate(Act act, String alertId, Tending.Step step) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.ESCALATE;
    }
  }

  /** Writes something beside an alert. */
  record Comment(Act act, String alertId, String text) implements Order, OnAlert {
    @Override
    public Kind kind() {
      return Kind.COMMENT;
    }
  }

  /**
   * Writes down that a flight is cleared, as word came by telephone.
   *
   * @param flight who, from where, when and where to; what is not known is null
   * @param details by what else it can be recognised
   * @param clearance who cleared it, until when, and for which track
   */
  record ClearFlight(
      Act act,
      PlanMessage.Flight flight,
      PlanMessage.Details details,
      PlanMessage.Clearance clearance)
      implements Order {
    @Override
    public Kind kind() {
      return Kind.CLEAR_FLIGHT;
    }
  }

  /** Files flight plan messages, or rows of clearances, that somebody brought in as text. */
  record FilePlans(Act act, List<Piece> pieces) implements Order {
    /** Copies the list. */
    public FilePlans {
      pieces = List.copyOf(pieces);
    }

    /**
     * One message with its envelope, or one row under its header line.
     *
     * @param line the line of the text on which it stands, from 1
     */
    public record Piece(long line, String text) {}

    @Override
    public Kind kind() {
      return Kind.FILE_PLANS;
    }
  }

  /** Takes a plan or a clearance back: from now on it explains nobody. */
  record WithdrawPlan(Act act, String planId) implements Order {
    @Override
    public Kind kind() {
      return Kind.WITHDRAW_PLAN;
    }
  }

  /**
   * Writes down what people saw: one report, or all of a table. A report whose id is known is a new
   * version of it.
   */
  record ReportSightings(Act act, List<Sighting> sightings) implements Order {
    /** Copies the list. */
    public ReportSightings {
      sightings = List.copyOf(sightings);
    }

    @Override
    public Kind kind() {
      return Kind.REPORT_SIGHTINGS;
    }
  }

  /**
   * Puts a watch list in force in place of the one of its id.
   *
   * @param list its version does not matter: the watch counts
   */
  record PutWatchList(Act act, PublishedList list) implements Order {
    @Override
    public Kind kind() {
      return Kind.PUT_WATCH_LIST;
    }
  }

  /** Takes a watch list out of force. */
  record RemoveWatchList(Act act, String listId) implements Order {
    @Override
    public Kind kind() {
      return Kind.REMOVE_WATCH_LIST;
    }
  }

  /** Takes a sighting back: it was none, or was another's. */
  record WithdrawSighting(Act act, String reportId) implements Order {
    @Override
    public Kind kind() {
      return Kind.WITHDRAW_SIGHTING;
    }
  }

  /** Writes into the ledger what is known to be good, in place of the entry with its id. */
  record PutKnownGood(Act act, KnownGood.Entry entry) implements Order {
    @Override
    public Kind kind() {
      return Kind.PUT_KNOWN_GOOD;
    }
  }

  /**
   * Says that an entry of the ledger has been looked at and is right.
   *
   * @param untilMillis until when it counts from now on, Unix milliseconds
   */
  record ReviewKnownGood(Act act, String entryId, long untilMillis) implements Order {
    @Override
    public Kind kind() {
      return Kind.REVIEW_KNOWN_GOOD;
    }
  }

  /** Ends an entry of the ledger: it stays there to be read, and counts no longer. */
  record EndKnownGood(Act act, String entryId) implements Order {
    @Override
    public Kind kind() {
      return Kind.END_KNOWN_GOOD;
    }
  }
}
