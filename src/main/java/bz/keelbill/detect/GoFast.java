package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "A fast unidentified boat running like a load boat."
 *
 * <p>A sum of log-odds, every term shown. Speed alone never rings: water taxis are as fast. Without
 * a speed or a stop-and-go term it does not ring whatever else adds up.
 */
public final class GoFast implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "go-fast";

  static final Setting ENABLED =
      Setting.onOff("go-fast.enabled", true, "Whether go-fast runs are looked for");
  static final Setting CAUTION =
      score("cautionScore", 1.5, "Score from which a run is noted in the quiet log");
  static final Setting WARNING = score("warningScore", 2.5, "Score from which a run rings");
  static final Setting ALARM = score("alarmScore", 4.0, "Score from which a run is an alarm");
  static final Setting MIN_SECONDS =
      new Setting(
          "go-fast.minSeconds",
          90,
          "s",
          30,
          600,
          "How long a boat must have been followed before its speed is judged");
  static final Setting MAX_MARGIN =
      new Setting(
          "go-fast.maxSpeedMargin",
          5,
          "kn",
          1,
          20,
          "Speeds less certain than this (95 %) are not judged");

  static final Setting AMONG =
      new Setting(
          "go-fast.amongOthers",
          300,
          "m",
          0,
          3000,
          "Where one is no farther from the beginning of a run, and was from its end, two were mistaken");

  static final List<Setting> SETTINGS = settings();

  private static final double MOST_MISFIT = 12;

  /** No boat runs faster: the positions are those of two, or of an aircraft. */
  static final double MOST_KNOTS = 75;

  private static final double MOST_APART_KNOTS = 15;
  private static final long OWN_WORD_MILLIS = 10 * 60_000L;

  private final boolean enabled;
  private final double cautionScore;
  private final double warningScore;
  private final double alarmScore;
  private final long minMillis;
  private final double maxMarginKnots;
  private final double amongMetres;
  private final double slowestKnots;
  private final double fastKnots;
  private final GoFastTerms terms;

  /** Built for one version of the rules. */
  public GoFast(Rules rules) {
    enabled = rules.isOn(ENABLED);
    cautionScore = rules.value(CAUTION);
    warningScore = rules.value(WARNING);
    alarmScore = rules.value(ALARM);
    minMillis = rules.millis(MIN_SECONDS);
    maxMarginKnots = rules.value(MAX_MARGIN);
    amongMetres = rules.value(AMONG);
    slowestKnots = rules.value(GoFastSettings.SLOWEST);
    fastKnots = rules.value(GoFastSettings.FAST);
    terms = new GoFastTerms(rules);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled || !isCandidate(track)) {
      return;
    }
    if (scene.isOwn(track)) {
      found.stoppedBy("own force");
      return;
    }
    if (!track.isAsFastAs(slowestKnots)) {
      found.stoppedBy("speed", track.speedKnots(), "kn", fastKnots);
      return;
    }
    if (Spared.isAircraft(track, scene)) {
      found.stoppedBy("an aircraft's echo");
      return;
    }
    if (isJudged(track, found) && mayRing(track, found) && !isEcho(track, scene, found)) {
      judge(track, scene, found);
    }
  }

  private void judge(Track track, Scene scene, Findings found) {
    if (!terms.hasCause(track, scene.geography())) {
      found.stoppedBy("speed", track.velocity().lowerKnots(), "kn", fastKnots);
      return;
    }
    GoFastTerms.Sum sum = terms.of(track, scene);
    if (sum.score() < cautionScore) {
      found.stoppedBy("score", Describe.rounded(sum.score()), "", cautionScore);
    } else if (isAmongOthers(track, scene)) {
      found.stoppedBy("among boats that lie together");
    } else if (!isKept(track, priority(sum.score()), found)) {
      found.holds(finding(track, scene, sum));
    }
  }

  private boolean isAmongOthers(Track track, Scene scene) {
    long since = track.latest().atMillis() - track.velocity().spanMillis();
    return AmongOthers.is(track, since, amongMetres, scene);
  }

  private static boolean isKept(Track track, Priority priority, Findings found) {
    return found.keeps(KIND, Describe.subject(track), priority, track.latest().atMillis());
  }

  private static boolean isCandidate(Track track) {
    return track.domain() == Domain.SEA
        && track.position() != null
        && !Spared.isByTrackingBox(track);
  }

  /** Whether its speed is known well enough to say anything. */
  private boolean isJudged(Track track, Findings found) {
    Velocity velocity = track.velocity();
    long followed = track.latest().atMillis() - track.bornAtMillis();
    if (followed < minMillis) {
      found.stoppedBy("followed for", followed / 1000, "s", minMillis / 1000);
      return false;
    }
    if (velocity.fixes() < 3 || velocity.marginKnots() > maxMarginKnots) {
      found.stoppedBy("speed margin", velocity.marginKnots(), "kn", maxMarginKnots);
      return false;
    }
    return isOneWay(track, velocity, found);
  }

  /** Whether its positions are a way at all, and not those of two craft or of a wrong number. */
  private static boolean isOneWay(Track track, Velocity velocity, Findings found) {
    if (velocity.misfit() > MOST_MISFIT) {
      found.stoppedBy("misfit of its way", Describe.rounded(velocity.misfit()), "", MOST_MISFIT);
      return false;
    }
    if (velocity.speedKnots() > MOST_KNOTS) {
      found.stoppedBy("no boat's speed", Describe.rounded(velocity.speedKnots()), "kn", MOST_KNOTS);
      return false;
    }
    double apart = Math.abs(ownWordKnots(track) - velocity.speedKnots());
    if (apart > MOST_APART_KNOTS) {
      found.stoppedBy("its own word differs", Describe.rounded(apart), "kn", MOST_APART_KNOTS);
      return false;
    }
    return true;
  }

  /**
   * What it says, or said minutes ago: beside a station whose clock is wrong its positions and its
   * echoes make a way that nobody went. NaN if it has said nothing lately.
   */
  private static double ownWordKnots(Track track) {
    Fix word = track.ownWord();
    boolean isLately =
        word != null && track.latest().atMillis() - word.atMillis() <= OWN_WORD_MILLIS;
    return isLately ? word.motion().speedKnots() : Double.NaN;
  }

  /** The cheap part: what runs slowly and has no other cause to ring is not added up. */
  private boolean mayRing(Track track, Findings found) {
    double lower = track.velocity().lowerKnots();
    if (lower < slowestKnots) {
      found.stoppedBy("speed", Describe.rounded(lower), "kn", fastKnots);
      return false;
    }
    return true;
  }

  private static boolean isEcho(Track track, Scene scene, Findings found) {
    boolean isEcho = PrimaryEcho.is(track, scene, scene.rules());
    if (isEcho) {
      found.stoppedBy("an aircraft by its speed");
    }
    return isEcho;
  }

  private Priority priority(double score) {
    if (score >= alarmScore) {
      return Priority.ALARM;
    }
    return score >= warningScore ? Priority.WARNING : Priority.CAUTION;
  }

  private Finding finding(Track track, Scene scene, GoFastTerms.Sum sum) {
    Velocity velocity = track.velocity();
    Fix latest = track.latest();
    return new Finding(
        KIND,
        priority(sum.score()),
        Describe.subject(track),
        new Moment(latest.atMillis() - velocity.spanMillis(), latest.atMillis(), latest.position()),
        words(track, scene, sum),
        sum.terms(),
        new Outlook(
            Describe.rounded(minutesToLand(sum, velocity)), Describe.normal(track, scene), null),
        Describe.since(track, latest.atMillis() - velocity.spanMillis()));
  }

  private static double minutesToLand(GoFastTerms.Sum sum, Velocity velocity) {
    double metresPerMinute = Units.knotsToMetresPerSecond(velocity.speedKnots()) * 60;
    return sum.metresToLand() / metresPerMinute;
  }

  private static Words words(Track track, Scene scene, GoFastTerms.Sum sum) {
    Position position = track.position();
    long knots = Math.round(track.velocity().speedKnots());
    String who = Describe.who(track);
    String where = Whereabouts.of(position, scene.geography());
    StringBuilder headline = new StringBuilder(who).append(", ").append(knots).append(" kn");
    headline.append(sum.has("sea-origin") ? ", came in from open sea" : ", running fast");
    headline.append(sum.has("night") ? " by night, " : ", ").append(where);
    if (sum.landfall() != null) {
      headline
          .append(", heading for the coast ")
          .append(Whereabouts.towards(sum.landfall(), scene.geography()));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("speedKnots", knots);
    values.put("night", sum.has("night"));
    values.put("where", where);
    return new Words(
        headline.toString(),
        "alert.go-fast." + pattern(sum),
        values,
        "departure from a known landing, or an identity that agrees",
        Describe.unknown(track));
  }

  private static String pattern(GoFastTerms.Sum sum) {
    if (sum.has("stop-and-go")) {
      return "stop-and-go";
    }
    return sum.has("sea-origin") ? "sea-origin" : "fast";
  }

  /** A number of the score: a weight, or a sum from which on it counts. */
  static Setting score(String name, double value, String explanation) {
    return new Setting("go-fast." + name, value, "", -10, 20, explanation);
  }

  private static List<Setting> settings() {
    List<Setting> own = List.of(ENABLED, CAUTION, WARNING, ALARM, MIN_SECONDS, MAX_MARGIN, AMONG);
    List<Setting> all = new java.util.ArrayList<>(own);
    all.addAll(GoFastSettings.SETTINGS);
    all.addAll(Runs.SETTINGS);
    return List.copyOf(all);
  }

  /** A term's line in the explanation. */
  static Term speedTerm(double lowerKnots, double limitKnots, double weight) {
    return new Term("speed", Describe.rounded(lowerKnots), "kn", limitKnots, weight);
  }
}
