package bz.keelbill.takeout;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.Finding;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.JournalExcerpt;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.TrackQuery;
import bz.keelbill.record.TracksFound;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows one alert from the lines to what people did with it, link by link. */
final class ProofChain {
  private static final long DAY_MILLIS = 86_400_000;

  private final Recordings recordings;
  private final String alertId;
  private final List<Journalled> entries;
  private final List<String> links = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Alert raised;

  ProofChain(Recordings recordings, String alertId, List<Journalled> entries) {
    this.recordings = recordings;
    this.alertId = alertId;
    this.entries = entries;
  }

  /** The links that were found, a sentence each. */
  List<String> links() {
    return links;
  }

  /** The links that are not there. */
  List<String> missing() {
    return missing;
  }

  /** The alert as it was raised; null if that is missing. */
  Alert raised() {
    return raised;
  }

  void follow() throws IOException {
    Journalled raising = null;
    for (Journalled entry : entries) {
      Alert alert = JournalExcerpt.alert(entry);
      if (raising == null && alert != null && JournalExcerpt.isRaising(entry)) {
        raising = alert.id().equals(alertId) ? entry : null;
      }
    }
    if (raising == null) {
      missing.add("the journal has no entry that raises " + alertId);
      return;
    }
    raised = JournalExcerpt.alert(raising);
    followLines();
    followTracks();
    followRules(raising);
    links.add("alert " + alertId + ": raised by entry " + raising.seq() + " of the journal");
    followActs();
  }

  /** Each line that the finding names as its evidence. */
  private void followLines() throws IOException {
    Map<String, Long> wanted = new HashMap<>();
    for (Finding.Evidence evidence : raised.finding().evidence()) {
      wanted.put(evidence.line(), null);
    }
    try (Recording recording = recordings.open(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4)) {
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        if (entry instanceof Recorded.OfLine heard) {
          String line = heard.line().feed() + "#" + heard.line().number();
          wanted.replace(line, heard.seq());
        }
      }
    }
    wanted.forEach(
        (line, seq) -> {
          if (seq == null) {
            links.add("line " + line + ": heard before the period of this bundle");
          } else {
            links.add("line " + line + ": entry " + seq + " of the record");
          }
        });
  }

  private void followTracks() throws IOException {
    Set<String> tracks = new HashSet<>(raised.finding().subject().tracks());
    long at = raised.finding().moment().atMillis();
    for (String track : tracks.stream().sorted().toList()) {
      TrackQuery query =
          new TrackQuery(
              at - 4 * DAY_MILLIS,
              at + DAY_MILLIS,
              new TrackQuery.Who(track, null, null, null, null, null, null),
              null);
      TracksFound found = recordings.tracks(query, "", 10);
      long fixes = found.tracks().stream().mapToLong(each -> each.fixes()).sum();
      links.add("track " + track + ": " + fixes + " fixes in the record");
    }
  }

  private void followRules(Journalled raising) {
    Journalled last = null;
    for (Journalled entry : entries) {
      boolean rules =
          entry.entry() instanceof JournalEntry.OfOrder given
              && given.order().kind() == Order.Kind.SET_RULES
              && entry.seq() < raising.seq();
      last = rules ? entry : last;
    }
    String from = last == null ? "those of the configuration" : "last set by entry " + last.seq();
    links.add("rules version " + raised.ruleVersion() + ": " + from);
  }

  private void followActs() {
    for (Journalled entry : entries) {
      if (entry.entry() instanceof JournalEntry.OfOrder given
          && alertId.equals(alertOf(given.order()))) {
        links.add(said(given.order()) + ": entry " + entry.seq() + " of the journal");
      }
    }
  }

  private static String said(Order order) {
    String person = order.act().person();
    return switch (order.kind()) {
      case CLOSE_ALERT ->
          "closed by " + person + " as " + ((Order.CloseAlert) order).ruling().word();
      case SILENCE -> "silenced by " + person;
      case ASSIGN -> "given by " + person + " to " + ((Order.Assign) order).to();
      case ACCEPT -> "accepted by " + person;
      case SHELVE -> "shelved by " + person + ": " + ((Order.Shelve) order).reason();
      case UNSHELVE -> "taken from the shelf by " + person;
      case ESCALATE -> "escalated by " + person + ": " + ((Order.Escalate) order).step().word();
      case COMMENT -> "commented on by " + person;
      default -> "acknowledged by " + person;
    };
  }

  /** The alert on which an order is somebody's act; null if it is none. */
  static String alertOf(Order order) {
    return order instanceof Order.OnAlert act ? act.alertId() : null;
  }
}
