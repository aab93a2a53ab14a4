package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.watch.Order;
import bz.keelbill.web.WatchDesk.AuditEntry;
import bz.keelbill.web.Worded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Journal entries as lines of the audit trail. */
final class AuditText {
  private static final String WATCH = "watch";

  private AuditText() {}

  static AuditEntry of(Journalled given) {
    return switch (given.entry().kind()) {
      case BEGINNING -> entry(given, WATCH, "journal begun", List.of());
      case ORDER -> order(given, ((JournalEntry.OfOrder) given.entry()).order());
      case ALERT -> alert(given, (JournalEntry.OfAlert) given.entry());
      case NOTE -> {
        JournalEntry.OfNote note = (JournalEntry.OfNote) given.entry();
        String actor = Objects.requireNonNullElse(note.person(), WATCH);
        yield entry(given, actor, note.what(), NoteText.of(note));
      }
    };
  }

  private static AuditEntry order(Journalled given, Order order) {
    List<Worded> detail = new ArrayList<>(detail(order));
    Order.Confirmation confirmation = order.act().confirmation();
    if (confirmation != null) {
      detail.add(
          Worded.of(
              "; confirmed by {who}: {because}",
              "who",
              confirmation.person(),
              "because",
              confirmation.reason()));
    }
    return entry(given, order.act().person(), words(order.kind()), detail);
  }

  private static List<Worded> detail(Order order) {
    return order.kind() == Order.Kind.SET_RULES
        ? rules((Order.SetRules) order)
        : List.of(sentence(order));
  }

  private static Worded sentence(Order order) {
    return switch (order.kind()) {
      case PUT_FENCE -> Worded.plain(((Order.PutFence) order).fence().id());
      case REMOVE_FENCE -> Worded.plain(((Order.RemoveFence) order).fenceId());
      case SET_RULES -> throw new IllegalStateException("rules are more than a sentence");
      case ACKNOWLEDGE, SILENCE, ACCEPT, UNSHELVE ->
          Worded.plain(((Order.OnAlert) order).alertId());
      case CLOSE_ALERT -> closing((Order.CloseAlert) order);
      case ASSIGN -> assignment((Order.Assign) order);
      case SHELVE -> shelving((Order.Shelve) order);
      case ESCALATE -> escalation((Order.Escalate) order);
      case COMMENT -> comment((Order.Comment) order);
      case CLEAR_FLIGHT -> clearance((Order.ClearFlight) order);
      case FILE_PLANS ->
          Worded.of("{n} messages or rows", "n", ((Order.FilePlans) order).pieces().size());
      case WITHDRAW_PLAN -> Worded.plain(((Order.WithdrawPlan) order).planId());
      case REPORT_SIGHTINGS -> sightings((Order.ReportSightings) order);
      case WITHDRAW_SIGHTING -> Worded.plain(((Order.WithdrawSighting) order).reportId());
      case PUT_KNOWN_GOOD -> entry(((Order.PutKnownGood) order).entry());
      case REVIEW_KNOWN_GOOD -> review((Order.ReviewKnownGood) order);
      case END_KNOWN_GOOD -> Worded.plain(((Order.EndKnownGood) order).entryId());
      case PUT_WATCH_LIST -> list(((Order.PutWatchList) order).list());
      case REMOVE_WATCH_LIST -> Worded.plain(((Order.RemoveWatchList) order).listId());
    };
  }

  private static Worded assignment(Order.Assign order) {
    return Worded.of("{alert} to {who}", "alert", order.alertId(), "who", order.to());
  }

  private static Worded escalation(Order.Escalate order) {
    String words =
        switch (order.step()) {
          case SECOND_CONSOLE -> "{alert} at the second console";
          case CONTACT -> "{alert} to the contacts";
          case SOUND -> "{alert} sounds again";
        };
    return Worded.of(words, "alert", order.alertId());
  }

  private static Worded comment(Order.Comment order) {
    return Worded.of("{alert}: {text}", "alert", order.alertId(), "text", order.text());
  }

  /** As "{go-fast.warningScore=2.8} go-fast when speed > 30; port: {}". */
  private static List<Worded> rules(Order.SetRules order) {
    List<Worded> pieces = new ArrayList<>(rules(order.values(), order.conditions()));
    if (order.areas() != null) {
      pieces.add(Worded.of("; areas {n}", "n", order.areas().size()));
      order
          .areas()
          .forEach(
              area -> {
                pieces.add(Worded.of("; in {fence} ", "fence", area.fence()));
                pieces.addAll(rules(area.values(), area.conditions()));
              });
    }
    return pieces;
  }

  private static List<Worded> rules(Map<String, Double> values, Map<String, String> conditions) {
    List<Worded> pieces = new ArrayList<>();
    pieces.add(Worded.plain(new TreeMap<>(values).toString()));
    new TreeMap<>(conditions)
        .forEach((detector, condition) -> pieces.add(condition(detector, condition)));
    return pieces;
  }

  private static Worded condition(String detector, String condition) {
    return condition.isBlank()
        ? Worded.of(" {detector} without condition", "detector", detector)
        : Worded.of(" {detector} when {condition}", "detector", detector, "condition", condition);
  }

  /** As "gf-8c1f0a52b3d4 nuisance: sport fishing". */
  private static Worded closing(Order.CloseAlert order) {
    String note = order.note().isEmpty() ? "" : ": " + order.note();
    return Worded.of(
        "{alert} {verdict}{text}",
        "alert",
        order.alertId(),
        "verdict",
        order.ruling().word(),
        "text",
        note);
  }

  /** As "gf-8c1f0a52b3d4 until 2026-11-26T18:00:00Z: dredging". */
  private static Worded shelving(Order.Shelve order) {
    return Worded.of(
        "{alert} until {until}: {because}",
        "alert",
        order.alertId(),
        "until",
        Instant.ofEpochMilli(order.untilMillis()),
        "because",
        order.reason());
  }

  /** As "kg-7 dive-boat, go-fast loitering: Blue Dive, until 2027-01-31T06:00:00Z". */
  private static Worded entry(KnownGood.Entry entry) {
    return Worded.of(
        "{id} {ledgerSort}, {detectors}: {because}, until {until}",
        "id",
        entry.id(),
        "ledgerSort",
        entry.sort().word(),
        "detectors",
        String.join(" ", entry.kinds()),
        "because",
        entry.paper().reason(),
        "until",
        Instant.ofEpochMilli(entry.when().untilMillis()));
  }

  private static Worded review(Order.ReviewKnownGood order) {
    Instant until = Instant.ofEpochMilli(order.untilMillis());
    return Worded.of("{id} until {until}", "id", order.entryId(), "until", until);
  }

  /** As "sg-0123456789ab panga, Gladden Spit" or "12 sightings". */
  private static Worded sightings(Order.ReportSightings order) {
    if (order.sightings().size() != 1) {
      return Worded.of("{n} sightings", "n", order.sightings().size());
    }
    Sighting seen = order.sightings().get(0);
    String kind = Objects.requireNonNullElse(seen.craft().kind(), "?");
    String place = seen.where().fromPoint();
    return place == null
        ? Worded.of("{id} {sightingKind}, position given", "id", seen.id(), "sightingKind", kind)
        : Worded.of(
            "{id} {sightingKind}, {place}", "id", seen.id(), "sightingKind", kind, "place", place);
  }

  /** As "ofac as of 2026-11-20, 4123 craft". */
  private static Worded list(PublishedList list) {
    return Worded.of(
        "{id} as of {asOf}, {n} craft",
        "id",
        list.id(),
        "asOf",
        list.asOf(),
        "n",
        list.entries().size());
  }

  /** As "V3HHA MZBZ-MZSP, cleared by Tower Belize City". */
  private static Worded clearance(Order.ClearFlight order) {
    String registration = order.details().registration();
    Integer address = order.details().address();
    String who =
        Stream.of(
                order.flight().callsign(),
                registration,
                address == null ? null : String.format(Locale.ROOT, "%06X", address),
                order.clearance().track(),
                order.details().squawk())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("?");
    return Worded.of(
        "{flight} {origin}-{goal}, cleared by {who}",
        "flight",
        who,
        "origin",
        Objects.requireNonNullElse(order.flight().departure(), "?"),
        "goal",
        Objects.requireNonNullElse(order.flight().destination(), "?"),
        "who",
        Objects.requireNonNullElse(order.clearance().clearedBy(), "?"));
  }

  private static AuditEntry alert(Journalled given, JournalEntry.OfAlert said) {
    Alert alert = said.alert();
    String headline = alert.finding().words().headline();
    return new AuditEntry(
        given.seq(),
        given.atMillis(),
        WATCH,
        "alert " + words(said.what()),
        List.of(Worded.of("{alert} {text}", "alert", alert.id(), "text", headline)),
        alert);
  }

  private static AuditEntry entry(Journalled given, String actor, String act, List<Worded> detail) {
    return new AuditEntry(given.seq(), given.atMillis(), actor, act, detail, null);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
