package bz.keelbill.sim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A score in words: a table to read, or JSON. */
public final class ScoreText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScoreText() {}

  /** A table for people, lines ended by LF. */
  public static String table(Score score) {
    StringBuilder text = new StringBuilder(summary(score));
    for (Score.Outcome outcome : score.threats()) {
      text.append(line(outcome));
    }
    return text.append(remarks(score)).toString();
  }

  /** The same without the threats that were found. */
  public static String shortTable(Score score) {
    StringBuilder text = new StringBuilder(summary(score));
    score.threats().stream()
        .filter(outcome -> !outcome.isFound())
        .forEach(outcome -> text.append(line(outcome)));
    return text.append(remarks(score)).toString();
  }

  private static String summary(Score score) {
    StringBuilder text = new StringBuilder();
    text.append(format("Scenario %s, %.1f hours\n\n", score.scenario(), score.hours()));
    text.append(
        format(
            "%-22s %7s %6s %7s %9s %9s %9s %9s %6s\n",
            "family",
            "threats",
            "found",
            "recall",
            "at least",
            "median s",
            "p90 s",
            "min left",
            "most"));
    score.families().forEach((family, tally) -> text.append(row(family, tally)));
    text.append(row("all", score.overall())).append('\n');
    Rate wrong = score.falsePerTwelveHours();
    Rate ofTracks = score.falsePerThousandTrackHours();
    text.append(
        format(
            "False alerts at warning or higher: %d (%.2f in 12 h, at most %.2f; %.2f in 1,000"
                + " track-hours, at most %.2f)\n",
            wrong.count(), wrong.value(), wrong.atMost(), ofTracks.value(), ofTracks.atMost()));
    score
        .falseByKind()
        .forEach(
            (kind, rate) ->
                text.append(
                    format(
                        "  %-20s %7d %6.2f in 12 h, at most %.2f\n",
                        kind, rate.count(), rate.value(), rate.atMost())));
    text.append(
        format("Most alerts of one kind for one threat: %d\n", score.mostAlertsPerThreatAndKind()));
    return text.append(
            format(
                "Ringing: %.2f alerts an hour, %d in the worst ten minutes\n",
                score.load().ringingPerHour(), score.load().worstTenMinutes()))
        .toString();
  }

  private static String remarks(Score score) {
    StringBuilder text = new StringBuilder();
    for (Score.FalseAlert wrong : score.falseAlerts()) {
      text.append(line(wrong));
    }
    if (!score.unobservable().isEmpty()) {
      text.append("  left out, never to be seen: " + String.join(", ", score.unobservable()));
      text.append('\n');
    }
    text.append(score.isReleasable() ? "\nGood enough for release.\n" : "\nNot yet good enough.\n");
    return text.toString();
  }

  private static String row(String family, Tally tally) {
    return format(
        "%-22s %7d %6d %7.3f %9.3f %9s %9s %9s %6d\n",
        family,
        tally.threats(),
        tally.found(),
        tally.recall(),
        tally.recallAtLeast(),
        whole(tally.medianDetectSeconds()),
        whole(tally.p90DetectSeconds()),
        whole(tally.medianMinutesToAct()),
        tally.mostAlertsPerKind());
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "-" : format("%.0f", value);
  }

  private static String line(Score.Outcome outcome) {
    if (!outcome.isFound()) {
      return format("  missed  %s\n", outcome.id());
    }
    String kinds =
        outcome.alertsByKind().entrySet().stream()
            .map(kind -> kind.getKey() + " x" + kind.getValue())
            .collect(Collectors.joining(", "));
    return format("  found   %s after %.0f s: %s\n", outcome.id(), outcome.detectSeconds(), kinds);
  }

  private static String line(Score.FalseAlert wrong) {
    String about = wrong.craft() == null ? "" : ", near " + wrong.craft();
    if (wrong.aboutThreat() != null) {
      about = ", a kind not expected of " + wrong.aboutThreat();
    }
    return format(
        "  false   %s %s at %s%s\n",
        wrong.kind(), wrong.id(), Instant.ofEpochMilli(wrong.atMillis()), about);
  }

  /** One JSON object; numbers that are not known are absent. */
  public static String json(Score score) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("scenario", score.scenario()).put("hours", score.hours());
    tally(root.putObject("all"), score.overall());
    ObjectNode families = root.putObject("families");
    for (Map.Entry<String, Tally> family : score.families().entrySet()) {
      tally(families.putObject(family.getKey()), family.getValue());
    }
    root.put("falseAlerts", score.falseAlerts().size());
    root.put("falsePer12h", score.falsePerTwelveHours().value());
    root.put("falsePer12hAtMost", score.falsePerTwelveHours().atMost());
    root.put("falsePer1000TrackHours", score.falsePerThousandTrackHours().value());
    root.put("falsePer1000TrackHoursAtMost", score.falsePerThousandTrackHours().atMost());
    ObjectNode byKind = root.putObject("falseByKind");
    score.falseByKind().forEach((kind, rate) -> byKind.put(kind, rate.count()));
    root.put("ringingPerHour", score.load().ringingPerHour());
    root.put("worstTenMinutes", score.load().worstTenMinutes());
    root.put("mostAlertsPerThreatAndKind", score.mostAlertsPerThreatAndKind());
    root.put("releasable", score.isReleasable());
    ArrayNode threats = root.putArray("threats");
    score.threats().forEach(outcome -> threat(threats.addObject(), outcome));
    ArrayNode wrong = root.putArray("false");
    score.falseAlerts().forEach(alert -> wrong(wrong.addObject(), alert));
    ArrayNode left = root.putArray("unobservable");
    score.unobservable().forEach(left::add);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void tally(ObjectNode node, Tally tally) {
    node.put("threats", tally.threats()).put("found", tally.found());
    number(node, "recall", tally.recall());
    number(node, "recallAtLeast", tally.recallAtLeast());
    number(node, "medianDetectSeconds", tally.medianDetectSeconds());
    number(node, "p90DetectSeconds", tally.p90DetectSeconds());
    number(node, "medianMinutesToAct", tally.medianMinutesToAct());
    node.put("mostAlertsPerKind", tally.mostAlertsPerKind());
  }

  private static void threat(ObjectNode node, Score.Outcome outcome) {
    node.put("id", outcome.id()).put("family", outcome.family()).put("found", outcome.isFound());
    number(node, "detectSeconds", outcome.detectSeconds());
    number(node, "minutesToAct", outcome.minutesToAct());
    ObjectNode kinds = node.putObject("alerts");
    outcome.alertsByKind().forEach(kinds::put);
  }

  private static void wrong(ObjectNode node, Score.FalseAlert alert) {
    node.put("id", alert.id()).put("kind", alert.kind());
    node.put("time", Instant.ofEpochMilli(alert.atMillis()).toString());
    if (alert.aboutThreat() != null) {
      node.put("aboutThreat", alert.aboutThreat());
    }
    if (alert.craft() != null) {
      node.put("craft", alert.craft());
    }
  }

  private static void number(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
