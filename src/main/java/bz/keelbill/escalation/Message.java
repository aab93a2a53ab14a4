package bz.keelbill.escalation;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What contacts are told: the alerts that nobody answers, and whether anybody keeps the watch.
 *
 * @param atMillis when it is told, Unix milliseconds
 * @param alerts the first one names the message
 * @param unattendedSinceMillis since when no console is attended; null while one is
 * @param trouble what is wrong with the watch itself, one sentence; null if nothing is
 */
record Message(long atMillis, List<Alert> alerts, Long unattendedSinceMillis, String trouble) {
  private static final int MOST_ALERTS = 20;

  Message {
    alerts = List.copyOf(alerts);
  }

  /** One line, without signs that end one. */
  String subject() {
    if (alerts.isEmpty()) {
      return trouble == null
          ? "Keelbill: nobody keeps the watch"
          : plain("Keelbill is not well: " + trouble);
    }
    Alert first = alerts.get(0);
    String more = alerts.size() > 1 ? " (and " + (alerts.size() - 1) + " more)" : "";
    String line =
        "Keelbill "
            + first.priority().word().toUpperCase(Locale.ROOT)
            + " not answered: "
            + first.finding().words().headline()
            + more;
    return plain(line);
  }

  /** Some lines for people. */
  String text() {
    List<String> lines = new ArrayList<>();
    if (trouble != null) {
      lines.add("The watch is not well: " + plain(trouble) + ".");
    }
    if (unattendedSinceMillis != null) {
      lines.add("No attended console since " + time(unattendedSinceMillis) + ".");
    }
    for (Alert alert : alerts.subList(0, Math.min(MOST_ALERTS, alerts.size()))) {
      lines.add(line(alert));
    }
    if (alerts.size() > MOST_ALERTS) {
      lines.add("and " + (alerts.size() - MOST_ALERTS) + " more");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Alert alert) {
    Position position = alert.finding().moment().position();
    String where =
        position == null
            ? ""
            : String.format(
                Locale.ROOT, " at %.4f, %.4f", position.latitude(), position.longitude());
    return plain(
        "%s %s %s, waits since %s%s (%s)"
            .formatted(
                alert.priority().word(),
                alert.finding().kind(),
                alert.finding().words().headline(),
                time(alert.tending().waitsSinceMillis()),
                where,
                alert.id()));
  }

  /** Names of craft come over the air: no line ends, no marks that turn writing round. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
  }

  /** The alerts as JSON, each as clients of the watch read it. */
  List<String> alertsJson() {
    return alerts.stream().map(AlertJson::forClients).toList();
  }

  private static String time(long millis) {
    return Instant.ofEpochSecond(millis / 1_000).toString();
  }
}
