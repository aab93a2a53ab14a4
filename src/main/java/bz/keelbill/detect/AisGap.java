package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It stopped transmitting where we hear ships well."
 *
 * <p>Silence is evidence only where it would have been heard: along its way by its last word, by
 * stations that hear others meanwhile, and so often that chance does not explain it. A vessel that
 * may have reached a port, or that fell silent together with its neighbours, is no gap.
 */
public final class AisGap implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "ais-gap";

  static final Setting ENABLED =
      Setting.onOff("ais-gap.enabled", true, "Whether vessels are missed that stop transmitting");
  static final Setting CLASS_A =
      minutes("classAMinutes", 10, "A class A set is silent for as long before it is missed");
  static final Setting CLASS_B =
      minutes("classBMinutes", 20, "A class B set is silent for as long before it is missed");
  static final Setting UNTIL =
      new Setting(
          "ais-gap.until",
          90,
          "min",
          15,
          720,
          "What has been silent for longer is no news any more");
  static final Setting CHANCE =
      new Setting(
          "ais-gap.heard",
          0.7,
          "",
          0.1,
          1,
          "Where a vessel is heard in a minute less surely than this, silence proves nothing");
  static final Setting MISSED =
      new Setting(
          "ais-gap.missedByChance",
          0.001,
          "",
          0.000001,
          0.1,
          "Silence counts if it happens by chance less often than this");
  static final Setting SPEED =
      new Setting("ais-gap.minSpeed", 3, "kn", 0, 20, "Slower than this it may have moored");
  static final Setting PORT =
      new Setting(
          "ais-gap.portDistance", 3000, "m", 0, 20000, "As near to a landing sets are put off");
  static final Setting LEAVING =
      new Setting(
          "ais-gap.leavingDistance",
          4000,
          "m",
          0,
          30000,
          "As far from every landing it has left port for good");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, CLASS_A, CLASS_B, UNTIL, CHANCE, MISSED, SPEED, PORT, LEAVING);

  private static final long SEEN_MILLIS = 60_000;
  private static final long TOGETHER_MILLIS = 120_000;
  private static final double LOST_BY_CHANCE = 0.1;
  private static final double STEP_METRES = 1_000;
  private static final double SHORE_METRES = 400;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public AisGap(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.HALF_MINUTE;
  }

  @Override
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    boolean isVessel = track.domain() == Domain.SEA && track.identity().mmsi() != null;
    Fix word = enabled && isVessel ? track.ownWord() : null;
    Coverage.Kind kind = word == null ? null : DarkContact.kindOf(word);
    if (kind == null) {
      return;
    }
    long silent = scene.nowMillis() - word.atMillis();
    long floor = rules.millis(kind == Coverage.Kind.AIS_A ? CLASS_A : CLASS_B);
    if (silent < floor) {
      found.stoppedBy("silence", minutes(silent), "min", minutes(floor));
    } else if (silent > rules.millis(UNTIL)) {
      found.stoppedBy("silent for too long", minutes(silent), "min", rules.value(UNTIL));
    } else if (scene.isOwn(track)) {
      found.stoppedBy("own force");
    } else {
      judge(track, word, kind, scene, found);
    }
  }

  private void judge(Track track, Fix word, Coverage.Kind kind, Scene scene, Findings found) {
    double knots = word.motion().speedKnots();
    double landing = landingMetres(word.position(), scene);
    if (!(knots >= rules.value(SPEED))) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", rules.value(SPEED));
    } else if (landing < rules.value(LEAVING)) {
      found.stoppedBy("landing", Math.round(landing), "m", rules.value(LEAVING));
    } else if (scene.passages().isBerth(word.position())) {
      found.stoppedBy("fell silent at a berth");
    } else {
      weigh(track, word, kind, scene, found);
    }
  }

  private void weigh(Track track, Fix word, Coverage.Kind kind, Scene scene, Findings found) {
    boolean isSeen = isSeenByRadar(track, scene);
    double course = course(track, word);
    if (!isSeen && Double.isNaN(course)) {
      found.stoppedBy("course unknown");
      return;
    }
    Position there = isSeen ? track.position() : ahead(word, course, scene);
    if (there == null) {
      found.stoppedBy("may have reached the shore or a landing");
      return;
    }
    Earshot earshot = Earshot.since(word.atMillis(), kind, word.position(), there, scene);
    if (earshot.chance() < rules.value(CHANCE)) {
      found.stoppedBy("heard here", percent(earshot.chance()), "%", percent(rules.value(CHANCE)));
    } else if (earshot.missed() > rules.value(MISSED)) {
      found.stoppedBy("missed by chance", earshot.missed(), "", rules.value(MISSED));
    } else if (LostStation.isToldOf(word.origin(), scene)) {
      found.stoppedBy("its station is silent");
    } else if (fellSilentTogether(track, word, scene)) {
      found.stoppedBy("others fell silent together with it");
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(finding(track, word, kind, there, earshot, isSeen, scene));
    }
  }

  /** By its last word, or by its last positions; NaN if neither tells. */
  private static double course(Track track, Fix word) {
    double said = word.motion().courseDegrees();
    return Double.isNaN(said) ? track.velocity().courseDegrees() : said;
  }

  private static boolean isSeenByRadar(Track track, Scene scene) {
    return track.latest().state().source() == Fix.Source.RADAR
        && scene.nowMillis() - track.latest().atMillis() <= SEEN_MILLIS;
  }

  /** Where it is if it goes on; null if it comes to a shore or near a landing before. */
  private Position ahead(Fix word, double course, Scene scene) {
    double seconds = (scene.nowMillis() - word.atMillis()) / 1000.0;
    double metres = Units.knotsToMetresPerSecond(word.motion().speedKnots()) * seconds;
    Coast coast = scene.geography().coast();
    for (double gone = STEP_METRES; gone < metres + STEP_METRES; gone += STEP_METRES) {
      double here = Math.min(gone, metres);
      Position at = Geodesy.offset(word.position(), course, here);
      boolean isAshore =
          coast.isLand(at.latitude(), at.longitude())
              || coast.isShoreWithin(at.latitude(), at.longitude(), SHORE_METRES);
      if (isAshore || landingMetres(at, scene) < rules.value(PORT)) {
        return null;
      }
    }
    return Geodesy.offset(word.position(), course, metres);
  }

  /** More than half of those that the same station heard fell silent in the same two minutes. */
  private static boolean fellSilentTogether(Track track, Fix word, Scene scene) {
    int silent = 0;
    int heard = 0;
    for (Track other : scene.picture().tracks()) {
      Fix others = other == track || other.identity().mmsi() == null ? null : other.ownWord();
      if (others != null && others.origin().station().equals(word.origin().station())) {
        boolean isTogether = Math.abs(others.atMillis() - word.atMillis()) <= TOGETHER_MILLIS;
        silent += isTogether ? 1 : 0;
        heard += others.atMillis() > word.atMillis() + TOGETHER_MILLIS ? 1 : 0;
      }
    }
    return silent >= 2 && silent > heard;
  }

  private Finding finding(
      Track track,
      Fix word,
      Coverage.Kind kind,
      Position there,
      Earshot earshot,
      boolean isSeen,
      Scene scene) {
    double silent = minutes(scene.nowMillis() - word.atMillis());
    double toShore = isSeen ? Slack.minutesToShore(track, scene) : Double.NaN;
    return new Finding(
        KIND,
        priority(track, hasVanished(track, word, earshot, scene), toShore),
        Describe.subject(track),
        new Moment(word.atMillis(), scene.nowMillis(), isSeen ? there : word.position()),
        words(track, word, silent, isSeen, scene),
        terms(track, word, kind, there, earshot, silent, scene),
        new Outlook(Describe.rounded(toShore), null, coverage(kind, earshot)),
        Describe.since(track, word.atMillis() - 3 * 60_000L));
  }

  /**
   * Whether the radar that followed it lost it at the same time, so far as words that chance may
   * lose let one tell: a set that is turned off leaves the echo, so it has gone behind something,
   * or under.
   */
  private static boolean hasVanished(Track track, Fix word, Earshot earshot, Scene scene) {
    long together =
        word.atMillis() + Math.min(TOGETHER_MILLIS, earshot.millisToMiss(LOST_BY_CHANCE));
    boolean wasFollowed = false;
    for (Sensor sensor : scene.coverage().sensors()) {
      if (sensor.kind() == Sensor.Kind.RADAR) {
        wasFollowed |= track.isSeenBy(sensor.id(), word.atMillis() - SEEN_MILLIS);
        if (track.isSeenBy(sensor.id(), together)) {
          return false;
        }
      }
    }
    return wasFollowed;
  }

  private static Priority priority(Track track, boolean hasVanished, double minutesToShore) {
    if (!Double.isNaN(minutesToShore)) {
      return Priority.ALARM;
    }
    return hasVanished || Build.isMoored(track) ? Priority.CAUTION : Priority.WARNING;
  }

  private List<Term> terms(
      Track track,
      Fix word,
      Coverage.Kind kind,
      Position there,
      Earshot earshot,
      double silent,
      Scene scene) {
    List<Term> terms = new ArrayList<>();
    double floor = minutes(rules.millis(kind == Coverage.Kind.AIS_A ? CLASS_A : CLASS_B));
    terms.add(new Term("silence", silent, "min", floor, Double.NaN));
    double knots = Describe.rounded(word.motion().speedKnots());
    terms.add(new Term("speed", knots, "kn", rules.value(SPEED), Double.NaN));
    double limit = percent(rules.value(CHANCE));
    terms.add(new Term("heard here", percent(earshot.chance()), "%", limit, Double.NaN));
    if (hasVanished(track, word, earshot, scene)) {
      terms.add(Term.fact("radar-lost-it-too", Double.NaN));
    }
    scene
        .coverage()
        .sensors()
        .forEach(
            sensor -> {
              double chance = scene.coverage().chance(sensor.id(), kind, there);
              if (chance >= 0.1) {
                double expected = Describe.rounded(chance * silent);
                terms.add(
                    new Term("missed by " + sensor.id(), expected, "min", Double.NaN, Double.NaN));
              }
            });
    return terms;
  }

  private static String coverage(Coverage.Kind kind, Earshot earshot) {
    return "its class (%s) is heard here with %d %% a minute"
        .formatted(kind.word(), Math.round(percent(earshot.chance())));
  }

  private static Words words(Track track, Fix word, double silent, boolean isSeen, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(word.position(), scene.geography());
    values.put("who", who);
    values.put("minutes", Math.round(silent));
    values.put("where", where);
    return new Words(
        who
            + " stopped transmitting "
            + Math.round(silent)
            + " min ago where ships are well heard, "
            + where
            + (isSeen ? "; radar still sees it" : ""),
        isSeen ? "alert.ais-gap.seen" : "alert.ais-gap.lost",
        values,
        "a report by its own set",
        List.of("why it is silent", "where it is"));
  }

  private static double landingMetres(Position at, Scene scene) {
    return scene.geography().landingMetres(at.latitude(), at.longitude());
  }

  private static double minutes(long millis) {
    return Describe.rounded(millis / 60_000.0);
  }

  private static double percent(double share) {
    return Math.round(100 * share);
  }

  private static Setting minutes(String name, double value, String explanation) {
    return new Setting("ais-gap." + name, value, "min", 1, 240, explanation);
  }
}
