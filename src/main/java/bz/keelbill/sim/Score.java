package bz.keelbill.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a watch made of a simulated one, or of several. Only alerts of warning or higher count; a
 * threat that can never be told apart physically is left out.
 *
 * @param scenario what was played
 * @param load how much rang in how long
 * @param threats how each threat fared, in order
 * @param falseAlerts alerts that match no threat, in order
 * @param unobservable ids of threats left out
 */
public record Score(
    String scenario,
    Load load,
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
   * @param minutesToAct that the first alert to say so left; NaN if none did
   */
  public record Outcome(
      String id,
      String family,
      Map<String, Integer> alertsByKind,
      double detectSeconds,
      double minutesToAct) {
    /** Whether it was seen. */
    public boolean isFound() {
      return !alertsByKind.isEmpty();
    }

    private Outcome of(String watch) {
      return new Outcome(watch + "/" + id, family, alertsByKind, detectSeconds, minutesToAct);
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
      String id, String kind, long atMillis, String aboutThreat, String craft) {
    private FalseAlert of(String watch) {
      return new FalseAlert(
          watch + "/" + id, kind, atMillis, within(watch, aboutThreat), within(watch, craft));
    }

    private static String within(String watch, String id) {
      return id == null ? null : watch + "/" + id;
    }
  }

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

  /**
   * Several watches as one long one; ids are preceded by the watch's name and a slash.
   *
   * @param byName scores under the names of their watches, in order
   */
  public static Score together(Map<String, Score> byName) {
    List<Outcome> threats = new ArrayList<>();
    List<FalseAlert> wrong = new ArrayList<>();
    List<String> unobservable = new ArrayList<>();
    byName.forEach(
        (name, score) -> {
          score.threats.forEach(outcome -> threats.add(outcome.of(name)));
          score.falseAlerts.forEach(alert -> wrong.add(alert.of(name)));
          score.unobservable.forEach(id -> unobservable.add(name + "/" + id));
        });
    Load load = byName.values().stream().map(Score::load).reduce(Load.NONE, Load::and);
    return new Score(byName.size() + " watches", load, threats, wrong, unobservable);
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
    return new Score(truth.scenario(), Load.of(truth, alerts), outcomes, wrong, unobservable);
  }

  private static Outcome outcome(Truth.Act threat, List<RaisedAlert> alerts) {
    Map<String, Integer> byKind = new LinkedHashMap<>();
    List<RaisedAlert> about =
        alerts.stream()
            .filter(alert -> Matching.matches(alert, threat))
            .sorted(Comparator.comparingLong(RaisedAlert::atMillis))
            .toList();
    about.forEach(alert -> byKind.merge(alert.kind(), 1, Integer::sum));
    long first = about.isEmpty() ? 0 : about.get(0).atMillis();
    Long clock = threat.clockStartsMillis();
    double seconds =
        byKind.isEmpty() ? Double.NaN : clock == null ? 0 : Math.max(0, first - clock) / 1000.0;
    double minutes =
        about.stream()
            .mapToDouble(RaisedAlert::minutesToAct)
            .filter(value -> !Double.isNaN(value))
            .findFirst()
            .orElse(Double.NaN);
    return new Outcome(threat.id(), threat.family(), byKind, seconds, minutes);
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

  /** Hours of watch. */
  public double hours() {
    return load.hours();
  }

  /** False alerts in twelve hours of watch. */
  public Rate falsePerTwelveHours() {
    return new Rate(falseAlerts.size(), load.hours() / 12);
  }

  /** False alerts in a thousand hours that a craft was about. */
  public Rate falsePerThousandTrackHours() {
    return new Rate(falseAlerts.size(), load.trackHours() / 1000);
  }

  /** False alerts in twelve hours of watch by kind of alert, those kinds only that had one. */
  public Map<String, Rate> falseByKind() {
    Map<String, Integer> counts = new TreeMap<>();
    falseAlerts.forEach(alert -> counts.merge(alert.kind(), 1, Integer::sum));
    Map<String, Rate> rates = new LinkedHashMap<>();
    counts.forEach((kind, count) -> rates.put(kind, new Rate(count, load.hours() / 12)));
    return rates;
  }

  /** The most alerts of one kind for one threat. */
  public int mostAlertsPerThreatAndKind() {
    return overall().mostAlertsPerKind();
  }

  /** Whether the watch is good enough for release, as the specification's table has it. */
  public boolean isReleasable() {
    Tally all = overall();
    return all.recall() >= 0.95
        && falsePerTwelveHours().value() <= 1
        && mostAlertsPerThreatAndKind() <= 2
        && all.medianDetectSeconds() <= 90
        && all.p90DetectSeconds() <= 300;
  }
}
