package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.replay.Comparison;
import bz.keelbill.replay.Load;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.Raised;
import bz.keelbill.watch.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The result of a back-test as a table for people. */
final class BacktestText {
  private static final int MOST_ROWS = 40;
  private static final DateTimeFormatter IN_BELIZE =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.of("America/Belize"));
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ENGLISH)
          .withZone(ZoneId.of("UTC"));

  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  private BacktestText(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The table, a line each. */
  static List<String> of(Proposal proposal, LawWord law, Comparison comparison) {
    BacktestText text = new BacktestText(comparison);
    text.head(proposal, law);
    text.loads();
    text.watches();
    Comparison.Difference difference = comparison.difference();
    text.list("new", difference.added(), text::row);
    text.list("lost", difference.lost(), text::row);
    text.list("changed", difference.changed(), text::row);
    text.known();
    return text.lines;
  }

  private void add(String form, Object... values) {
    lines.add(String.format(Locale.ROOT, form, values).stripTrailing());
  }

  private void head(Proposal proposal, LawWord law) {
    Comparison.Basis basis = comparison.basis();
    add(
        "%s to %s, %,d lines, against the fences and rules of %s",
        UTC.format(Instant.ofEpochMilli(basis.period().fromMillis())),
        UTC.format(Instant.ofEpochMilli(basis.period().toMillis())),
        basis.lines(),
        law == LawWord.TODAY ? "today" : "that time");
    proposal.orders().forEach(order -> add("proposed: %s", words(order)));
    if (basis.missing() > 0) {
      add("%,d entries are missing in the record", basis.missing());
    }
  }

  private static String words(Order order) {
    if (order instanceof Order.PutFence put) {
      return "fence " + put.fence().id() + " put";
    }
    if (order instanceof Order.RemoveFence gone) {
      return "fence " + gone.fenceId() + " removed";
    }
    Order.SetRules set = (Order.SetRules) order;
    return "%d values and %d conditions set%s"
        .formatted(
            set.values().size(),
            set.conditions().size(),
            set.areas() == null ? "" : ", rules of " + set.areas().size() + " areas");
  }

  private void loads() {
    Comparison.Difference difference = comparison.difference();
    Load before = comparison.before();
    Load after = comparison.after();
    add("");
    add("%-28s %8s %8s", "", "before", "after");
    add("%-28s %8d %8d", "alerts", before.alerts(), after.alerts());
    add("%-28s %8d %8d", "rings, warning and above", before.rings(), after.rings());
    add("%-28s %8s %8s", "worst ten minutes", count(before.worst()), count(after.worst()));
    add("%-28s %8s %8s", "  which began, in UTC", begin(before.worst()), begin(after.worst()));
    add("");
    add(
        "new %d   lost %d   changed %d   same %d",
        difference.added().size(),
        difference.lost().size(),
        difference.changed().size(),
        difference.same());
  }

  private static String count(Load.Worst worst) {
    return worst == null ? "0" : Integer.toString(worst.alerts());
  }

  private static String begin(Load.Worst worst) {
    return worst == null
        ? "-"
        : UTC.format(Instant.ofEpochMilli(worst.startMillis())).substring(5, 16);
  }

  private void watches() {
    add("");
    add("%-20s %17s %17s %17s", "", "alerts", "rings", "alarms");
    add(
        "%-20s %8s %8s %8s %8s %8s %8s",
        "watch from (Belize)", "before", "after", "before", "after", "before", "after");
    for (Load.OfWatch before : comparison.before().watches()) {
      Load.OfWatch after = comparison.after().at(before.startMillis());
      add(
          "%-20s %8d %8d %8d %8d %8d %8d",
          IN_BELIZE.format(Instant.ofEpochMilli(before.startMillis())),
          before.alerts(),
          after.alerts(),
          before.rings(),
          after.rings(),
          before.alarms(),
          after.alarms());
    }
  }

  private <T> void list(String title, List<T> rows, Function<T, String> text) {
    if (rows.isEmpty()) {
      return;
    }
    add("");
    add("%s", title);
    rows.stream().limit(MOST_ROWS).map(text).forEach(row -> add("  %s", row));
    if (rows.size() > MOST_ROWS) {
      add("  and %d more; --json tells all", rows.size() - MOST_ROWS);
    }
  }

  private String row(Raised raised) {
    Alert alert = raised.alert();
    return String.format(
        Locale.ROOT,
        "%s %-9s %-18s %s%s",
        UTC.format(Instant.ofEpochMilli(raised.atMillis())),
        raised.highest().word(),
        alert.finding().kind(),
        alert.finding().words().headline(),
        comparison.known().has(raised) ? " [true case]" : "");
  }

  private String row(Comparison.Changed changed) {
    Raised before = changed.before();
    long seconds = (changed.after().atMillis() - before.atMillis()) / 1_000;
    String when =
        seconds == 0
            ? ""
            : String.format(
                Locale.ROOT, "%d s %s", Math.abs(seconds), seconds > 0 ? "later" : "earlier");
    String priority =
        changed.after().highest() == before.highest() ? "" : changed.after().highest().word();
    String how = priority + (priority.isEmpty() || when.isEmpty() ? "" : ", ") + when;
    return row(before) + " -> " + (how.isEmpty() ? "rises at other times" : how);
  }

  private void known() {
    Comparison.Known known = comparison.known();
    if (known.raisedBefore() == 0) {
      return;
    }
    add("");
    add("true cases that would be missed: %d of %d", known.missed().size(), known.raisedBefore());
    known.missed().forEach(raised -> add("  %s", row(raised)));
  }
}
