package bz.keelbill.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a watch made of a simulated one. Only alerts of warning or higher count; a threat that can
 * never be told apart physically is left out.
 *
 * @param scenario what was played
 * @param hours how long
 * @param threats how each threat fared, in order
 * @param falseAlerts alerts that match no threat, in order
 * @param unobservable ids of threats left out
 */
public record Score(
    String scenario,
    double hours,
    List<Outcome> threats,
    List<FalseAlert> falseAlerts,
    List<String> unobservable) {

  /** Copies the lists. */
  public Score {
    threats = List.copyOf(threats);
    falseAlerts = List.copyOf(falseAlerts);
    unobservable = List.copyOf(unobservable);
  }

  /**
   * How one threat fared.
   *
   * @param alertsByKind how many alerts of each kind were raised for it; empty if it was missed
   * @param detectSeconds from the moment it was plain to the first alert, 0 if that came before;
   *     NaN if it was missed
   */
  public record Outcome(
      String id, String family, Map<String, Integer> alertsByKind, double detectSeconds) {
    /** Whether it was seen. */
    public boolean isFound() {
      return !alertsByKind.isEmpty();
    }
  }

  /**
   * An alert that matches no threat.
   *
   * @param aboutThreat the threat whose actor it is about, though its kind is not expected there;
   *     null if it is about nobody who does wrong
   * @param craft the innocent craft that was near, by its id; null if none is known
   */
  public record FalseAlert(
      String id, String kind, long atMillis, String aboutThreat, String craft) {}

  /**
   * Scores the alerts of one simulated watch.
   *
   * @param directory as {@link SimulationFiles} writes it; only {@code truth.json} is read
   * @param alerts JSON lines as {@code detect} writes them
   * @throws IOException if a file cannot be read or is not of its form; the message says which
   */
  public static Score read(Path directory, Path alerts) throws IOException {
    return of(TruthJson.read(directory.resolve("truth.json")), RaisedAlert.read(alerts));
  }

  static Score of(Truth truth, List<RaisedAlert> alerts) {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> unobservable = new ArrayList<>();
    for (Truth.Act threat : truth.threats()) {
      Outcome outcome = outcome(threat, alerts);
      if (threat.clockStartsMillis() == null && !outcome.isFound()) {
        unobservable.add(threat.id());
      } else {
        outcomes.add(outcome);
      }
    }
    List<FalseAlert> wrong = new ArrayList<>();
    for (RaisedAlert alert : alerts) {
      if (truth.threats().stream().noneMatch(threat -> Matching.matches(alert, threat))) {
        wrong.add(falseAlert(truth, alert));
      }
    }
    double hours = (truth.toMillis() - truth.fromMillis()) / 3_600_000.0;
    return new Score(truth.scenario(), hours, outcomes, wrong, unobservable);
  }

  private static Outcome outcome(Truth.Act threat, List<RaisedAlert> alerts) {
    Map<String, Integer> byKind = new LinkedHashMap<>();
    long first = Long.MAX_VALUE;
    for (RaisedAlert alert : alerts) {
      if (Matching.matches(alert, threat)) {
        byKind.merge(alert.kind(), 1, Integer::sum);
        first = Math.min(first, alert.atMillis());
      }
    }
    Long clock = threat.clockStartsMillis();
    double seconds =
        byKind.isEmpty() ? Double.NaN : clock == null ? 0 : Math.max(0, first - clock) / 1000.0;
    return new Outcome(threat.id(), threat.family(), byKind, seconds);
  }

  private static FalseAlert falseAlert(Truth truth, RaisedAlert alert) {
    String threat =
        truth.threats().stream()
            .filter(act -> Matching.isAbout(alert, act))
            .map(Truth.Act::id)
            .findFirst()
            .orElse(null);
    String craft =
        truth.craft().stream()
            .filter(actor -> Matching.isAbout(alert, actor))
            .map(Truth.Actor::id)
            .findFirst()
            .orElse(null);
    return new FalseAlert(alert.id(), alert.kind(), alert.atMillis(), threat, craft);
  }

  /** All threats together. */
  public Tally overall() {
    return Tally.of(threats);
  }

  /** The threats of each family, in order of first appearance. */
  public Map<String, Tally> families() {
    Map<String, List<Outcome>> byFamily = new LinkedHashMap<>();
    for (Outcome outcome : threats) {
      byFamily.computeIfAbsent(outcome.family(), family -> new ArrayList<>()).add(outcome);
    }
    Map<String, Tally> tallies = new LinkedHashMap<>();
    byFamily.forEach((family, outcomes) -> tallies.put(family, Tally.of(outcomes)));
    return tallies;
  }

  /** False alerts for twelve hours of watch. */
  public double falsePerTwelveHours() {
    return hours == 0 ? 0 : falseAlerts.size() * 12 / hours;
  }

  /** The most alerts of one kind for one threat. */
  public int mostAlertsPerThreatAndKind() {
    return threats.stream()
        .flatMap(outcome -> outcome.alertsByKind().values().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  /** Whether the watch is good enough for release, as the specification's table has it. */
  public boolean isReleasable() {
    Tally all = overall();
    return all.recall() >= 0.95
        && falsePerTwelveHours() <= 1
        && mostAlertsPerThreatAndKind() <= 2
        && all.medianDetectSeconds() <= 90
        && all.p90DetectSeconds() <= 300;
  }
}
