package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.watch.Order;
import bz.keelbill.web.WatchDesk.AuditEntry;
import java.time.Instant;
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
      case BEGINNING -> entry(given, WATCH, "journal begun", "");
      case ORDER -> order(given, ((JournalEntry.OfOrder) given.entry()).order());
      case ALERT -> alert(given, (JournalEntry.OfAlert) given.entry());
      case NOTE -> {
        JournalEntry.OfNote note = (JournalEntry.OfNote) given.entry();
        String actor = Objects.requireNonNullElse(note.person(), WATCH);
        yield entry(given, actor, note.what(), note.text());
      }
    };
  }

  private static AuditEntry order(Journalled given, Order order) {
    String detail =
        switch (order.kind()) {
          case PUT_FENCE -> ((Order.PutFence) order).fence().id();
          case REMOVE_FENCE -> ((Order.RemoveFence) order).fenceId();
          case SET_RULES -> rules((Order.SetRules) order);
          case ACKNOWLEDGE -> ((Order.Acknowledge) order).alertId();
          case CLOSE_ALERT -> closing((Order.CloseAlert) order);
          case SILENCE, ACCEPT, UNSHELVE -> ((Order.OnAlert) order).alertId();
          case ASSIGN -> ((Order.Assign) order).alertId() + " to " + ((Order.Assign) order).to();
          case SHELVE -> shelving((Order.Shelve) order);
          case ESCALATE ->
              ((Order.Escalate) order).alertId() + " " + ((Order.Escalate) order).step().word();
          case COMMENT -> ((Order.Comment) order).alertId() + ": " + ((Order.Comment) order).text();
          case CLEAR_FLIGHT -> clearance((Order.ClearFlight) order);
          case FILE_PLANS -> ((Order.FilePlans) order).pieces().size() + " messages or rows";
          case WITHDRAW_PLAN -> ((Order.WithdrawPlan) order).planId();
          case REPORT_SIGHTINGS -> sightings((Order.ReportSightings) order);
          case WITHDRAW_SIGHTING -> ((Order.WithdrawSighting) order).reportId();
          case PUT_KNOWN_GOOD -> entry(((Order.PutKnownGood) order).entry());
          case REVIEW_KNOWN_GOOD -> review((Order.ReviewKnownGood) order);
          case END_KNOWN_GOOD -> ((Order.EndKnownGood) order).entryId();
          case PUT_WATCH_LIST -> list(((Order.PutWatchList) order).list());
          case REMOVE_WATCH_LIST -> ((Order.RemoveWatchList) order).listId();
        };
    String all = detail + confirmed(order.act().confirmation());
    return entry(given, order.act().person(), words(order.kind()), all);
  }

  private static String confirmed(Order.Confirmation confirmation) {
    return confirmation == null
        ? ""
        : "; confirmed by " + confirmation.person() + ": " + confirmation.reason();
  }

  /** As "{go-fast.warningScore=2.8} go-fast when speed > 30; port: {}". */
  private static String rules(Order.SetRules order) {
    StringBuilder text = new StringBuilder(rules(order.values(), order.conditions()));
    if (order.areas() != null) {
      text.append("; areas ").append(order.areas().size());
      order
          .areas()
          .forEach(
              area ->
                  text.append("; in ")
                      .append(area.fence())
                      .append(' ')
                      .append(rules(area.values(), area.conditions())));
    }
    return text.toString();
  }

  private static String rules(Map<String, Double> values, Map<String, String> conditions) {
    StringBuilder text = new StringBuilder(new TreeMap<>(values).toString());
    new TreeMap<>(conditions)
        .forEach(
            (detector, condition) ->
                text.append(' ')
                    .append(detector)
                    .append(condition.isBlank() ? " without condition" : " when " + condition));
    return text.toString();
  }

  /** As "gf-8c1f0a52b3d4 nuisance: sport fishing". */
  private static String closing(Order.CloseAlert order) {
    String note = order.note().isEmpty() ? "" : ": " + order.note();
    return order.alertId() + " " + order.ruling().word() + note;
  }

  /** As "gf-8c1f0a52b3d4 until 2026-11-26T18:00:00Z: dredging". */
  private static String shelving(Order.Shelve order) {
    return "%s until %s: %s"
        .formatted(order.alertId(), Instant.ofEpochMilli(order.untilMillis()), order.reason());
  }

  /** As "kg-7 dive-boat, go-fast loitering: Blue Dive, until 2027-01-31T06:00:00Z". */
  private static String entry(KnownGood.Entry entry) {
    return "%s %s, %s: %s, until %s"
        .formatted(
            entry.id(),
            entry.sort().word(),
            String.join(" ", entry.kinds()),
            entry.paper().reason(),
            Instant.ofEpochMilli(entry.when().untilMillis()));
  }

  private static String review(Order.ReviewKnownGood order) {
    return order.entryId() + " until " + Instant.ofEpochMilli(order.untilMillis());
  }

  /** As "sg-0123456789ab panga, Gladden Spit" or "12 sightings". */
  private static String sightings(Order.ReportSightings order) {
    if (order.sightings().size() != 1) {
      return order.sightings().size() + " sightings";
    }
    Sighting seen = order.sightings().get(0);
    String kind = Objects.requireNonNullElse(seen.craft().kind(), "?");
    String place = Objects.requireNonNullElse(seen.where().fromPoint(), "position given");
    return seen.id() + " " + kind + ", " + place;
  }

  /** As "ofac as of 2026-11-20, 4123 craft". */
  private static String list(PublishedList list) {
    return "%s as of %s, %d craft".formatted(list.id(), list.asOf(), list.entries().size());
  }

  /** As "V3HHA MZBZ-MZSP, cleared by Tower Belize City". */
  private static String clearance(Order.ClearFlight order) {
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
    return "%s %s-%s, cleared by %s"
        .formatted(
            who,
            Objects.requireNonNullElse(order.flight().departure(), "?"),
            Objects.requireNonNullElse(order.flight().destination(), "?"),
            Objects.requireNonNullElse(order.clearance().clearedBy(), "?"));
  }

  private static AuditEntry alert(Journalled given, JournalEntry.OfAlert said) {
    Alert alert = said.alert();
    return entry(
        given,
        WATCH,
        "alert " + words(said.what()),
        alert.id() + " " + alert.finding().words().headline());
  }

  private static AuditEntry entry(Journalled given, String actor, String act, String detail) {
    return new AuditEntry(given.seq(), given.atMillis(), actor, act, detail);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
