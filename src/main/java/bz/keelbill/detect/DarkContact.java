package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Radar sees a vessel that should transmit and does not."
 *
 * <p>One that has said who it is and goes on without a word where we would hear it; one without
 * identity inside a restricted fence; one that somebody saw to be large, under way where its like
 * is heard. Most small boats have no AIS and need none: an echo without a name is nothing by
 * itself.
 */
public final class DarkContact implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "dark-contact";

  static final Setting ENABLED =
      Setting.onOff("dark-contact.enabled", true, "Whether silent vessels on radar are looked for");
  static final Setting SURE_MINUTES =
      new Setting(
          "dark-contact.minutes",
          5,
          "min",
          1,
          60,
          "So long an echo has been followed, or a class A ship has been silent");
  static final Setting CLASS_B_MINUTES =
      new Setting(
          "dark-contact.minutesClassB",
          10,
          "min",
          1,
          120,
          "So long a class B boat has been silent");
  static final Setting CHANCE =
      new Setting(
          "dark-contact.chance",
          0.8,
          "",
          0.3,
          1,
          "Silence counts where its like is heard in a minute with at least this chance");
  static final Setting MISSED =
      new Setting(
          "dark-contact.missedByChance",
          0.001,
          "",
          0.000001,
          0.1,
          "Silence counts if it happens by chance less often than this");
  static final Setting UNDER_WAY =
      new Setting("dark-contact.minSpeed", 3, "kn", 0.5, 20, "Slower than this it may lie moored");
  static final Setting PORT_METRES =
      new Setting(
          "dark-contact.portDistance", 3000, "m", 0, 20000, "Nearer to a landing sets are put off");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, SURE_MINUTES, CLASS_B_MINUTES, CHANCE, MISSED, UNDER_WAY, PORT_METRES);

  private static final long SEEN_MILLIS = 30_000;
  private static final double BESIDE_METRES = 400;
  private static final double CLASS_A_METRES = 50;

  private final boolean enabled;
  private final long sureMillis;
  private final long classBMillis;
  private final double enoughChance;
  private final double mostMissed;
  private final double underWayKnots;
  private final double portMetres;

  /** Built for one version of the rules. */
  public DarkContact(Rules rules) {
    enabled = rules.isOn(ENABLED);
    sureMillis = rules.millis(SURE_MINUTES);
    classBMillis = rules.millis(CLASS_B_MINUTES);
    enoughChance = rules.value(CHANCE);
    mostMissed = rules.value(MISSED);
    underWayKnots = rules.value(UNDER_WAY);
    portMetres = rules.value(PORT_METRES);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled
        || !scene.isTenthSecond()
        || !Build.isVessel(track)
        || !isOnRadar(track, scene)
        || scene.isOwn(track)
        || scene.saidLately(KIND, track, null)) {
      return;
    }
    if (track.identity().mmsi() != null) {
      judgeSilenced(track, scene, found);
    } else if (track.isRadarOnly()) {
      judgeNameless(track, scene, found);
    }
  }

  /** Seen by radar now: what has vanished altogether may have gone home. */
  private static boolean isOnRadar(Track track, Scene scene) {
    Fix latest = track.latest();
    return latest.state().source() == Fix.Source.RADAR
        && scene.nowMillis() - latest.atMillis() <= SEEN_MILLIS;
  }

  private void judgeSilenced(Track track, Scene scene, Findings found) {
    long unseen = scene.nowMillis() - track.latest().atMillis();
    if (unseen > SEEN_MILLIS) {
      found.stoppedBy("seen by radar", unseen / 1000, "s ago", SEEN_MILLIS / 1000);
      return;
    }
    Fix word = track.ownWord();
    Coverage.Kind kind = word == null ? null : kindOf(word);
    if (kind == null) {
      found.stoppedBy("no AIS set");
      return;
    }
    long needed = kind == Coverage.Kind.AIS_A ? sureMillis : classBMillis;
    long silent = scene.nowMillis() - word.atMillis();
    if (silent < needed) {
      found.stoppedBy("silence", minutes(silent), "min", minutes(needed));
      return;
    }
    double knots = Math.min(track.velocity().lowerKnots(), word.motion().speedKnots());
    if (!(knots >= underWayKnots)) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", underWayKnots);
      return;
    }
    double landing =
        scene.geography().landingMetres(track.position().latitude(), track.position().longitude());
    if (landing < portMetres) {
      found.stoppedBy("landing", Math.round(landing), "m", portMetres);
      return;
    }
    Earshot earshot =
        Earshot.since(word.atMillis(), kind, word.position(), track.position(), scene);
    if (earshot.chance() < enoughChance) {
      found.stoppedBy("chance to be heard", percent(earshot.chance()), "%", percent(enoughChance));
    } else if (earshot.missed() > mostMissed) {
      found.stoppedBy("missed by chance", earshot.missed(), "", mostMissed);
    } else {
      found.holds(silenced(track, word, kind, earshot, scene));
    }
  }

  static Coverage.Kind kindOf(Fix word) {
    return switch (word.state().source()) {
      case AIS_CLASS_A -> Coverage.Kind.AIS_A;
      case AIS_CLASS_B -> Coverage.Kind.AIS_B;
      default -> null;
    };
  }

  private void judgeNameless(Track track, Scene scene, Findings found) {
    long followed = scene.nowMillis() - track.sureSinceMillis();
    if (followed < sureMillis) {
      found.stoppedBy("followed", minutes(followed), "min", minutes(sureMillis));
      return;
    }
    Fence fence = restricted(track, scene);
    double length = track.seenLengthMetres();
    boolean isLarge = length >= Build.BIG_METRES;
    if (fence == null && !isLarge) {
      found.stoppedBy("small or of unknown length, in no restricted fence");
    } else if (isBesideNamed(track, scene)) {
      found.stoppedBy("beside a vessel that says who it is");
    } else if (fence != null) {
      found.holds(inFence(track, fence, scene));
    } else {
      judgeLarge(track, length, scene, found);
    }
  }

  private static Fence restricted(Track track, Scene scene) {
    for (Stay stay : scene.occupancy(track).stays()) {
      Fence fence = stay.isOpen() ? scene.fences().find(stay.fenceId()) : null;
      if (fence != null && Fence.RESTRICTED.equals(fence.label().kind())) {
        return fence;
      }
    }
    return null;
  }

  private void judgeLarge(Track track, double length, Scene scene, Findings found) {
    double knots = track.velocity().lowerKnots();
    Coverage.Kind kind = length >= CLASS_A_METRES ? Coverage.Kind.AIS_A : Coverage.Kind.AIS_B;
    double chance =
        Earshot.since(track.sureSinceMillis(), kind, track.position(), track.position(), scene)
            .chance();
    if (!(knots >= underWayKnots)) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", underWayKnots);
    } else if (chance < enoughChance) {
      found.stoppedBy("chance to be heard", percent(chance), "%", percent(enoughChance));
    } else {
      found.holds(large(track, length, chance, scene));
    }
  }

  /** An echo that was not recognised as that of a ship which tells its place is that ship's. */
  private static boolean isBesideNamed(Track track, Scene scene) {
    boolean[] found = {false};
    scene
        .picture()
        .near(
            track.position(),
            BESIDE_METRES + 2 * track.sigmaMetres(),
            other ->
                found[0] |=
                    other.identity().isCooperative()
                        && other.domain() == track.domain()
                        && other.freshness(scene.nowMillis()) != Freshness.LOST);
    return found[0];
  }

  private static double minutes(long millis) {
    return Describe.rounded(millis / 60_000.0);
  }

  private static double percent(double share) {
    return Math.round(100 * share);
  }

  private Finding silenced(
      Track track, Fix word, Coverage.Kind kind, Earshot earshot, Scene scene) {
    double minutes = minutes(scene.nowMillis() - word.atMillis());
    String who = Describe.who(track);
    Map<String, Object> values = values(track, who, scene);
    values.put("minutes", Math.round(minutes));
    return finding(
        track,
        scene,
        Priority.WARNING,
        word.atMillis(),
        new Words(
            who
                + " has gone dark: radar sees it, AIS silent for "
                + Math.round(minutes)
                + " min"
                + at(values),
            "alert.dark-contact.silenced",
            values,
            "a report by its own set, or water where it is not well heard",
            List.of("why it is silent")),
        List.of(
            new Term("silence", minutes, "min", minutes(sureMillis), Double.NaN),
            speed(track),
            heard(earshot.chance())),
        "its class ("
            + kind.word()
            + ") is heard here with "
            + Math.round(percent(earshot.chance()))
            + " % a minute");
  }

  private Finding inFence(Track track, Fence fence, Scene scene) {
    Map<String, Object> values = values(track, Describe.who(track), scene);
    values.put("fence", fence.label().name());
    return finding(
        track,
        scene,
        Priority.CAUTION,
        track.bornAtMillis(),
        new Words(
            "Radar follows a vessel without identity in " + fence.label().name() + at(values),
            "alert.dark-contact.restricted",
            values,
            "an identity, or leaving the area",
            Describe.unknown(track)),
        List.of(followed(track, scene), Term.fact("in a restricted area", Double.NaN)),
        null);
  }

  private Finding large(Track track, double length, double chance, Scene scene) {
    Map<String, Object> values = values(track, Describe.who(track), scene);
    values.put("metres", Math.round(length));
    return finding(
        track,
        scene,
        Priority.CAUTION,
        track.bornAtMillis(),
        new Words(
            "A vessel of about " + Math.round(length) + " m is under way without AIS" + at(values),
            "alert.dark-contact.large",
            values,
            "an identity, or a length below " + Math.round(Build.BIG_METRES) + " m",
            Describe.unknown(track)),
        List.of(
            new Term("length", Describe.rounded(length), "m", Build.BIG_METRES, Double.NaN),
            speed(track),
            heard(chance)),
        null);
  }

  private static String at(Map<String, Object> values) {
    return ", " + values.get("where");
  }

  private static Map<String, Object> values(Track track, String who, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    Describe.putSpeed(track, values);
    return values;
  }

  private Term speed(Track track) {
    double knots = Describe.rounded(track.velocity().speedKnots());
    return new Term("speed", knots, "kn", underWayKnots, Double.NaN);
  }

  private Term heard(double chance) {
    return new Term("heard here", percent(chance), "%", percent(enoughChance), Double.NaN);
  }

  private Term followed(Track track, Scene scene) {
    double minutes = minutes(scene.nowMillis() - track.sureSinceMillis());
    return new Term("followed", minutes, "min", minutes(sureMillis), Double.NaN);
  }

  private static Finding finding(
      Track track,
      Scene scene,
      Priority priority,
      long onsetMillis,
      Words words,
      List<Term> terms,
      String coverage) {
    return new Finding(
        KIND,
        priority,
        Describe.subject(track),
        new Moment(onsetMillis, scene.nowMillis(), track.position()),
        words,
        new ArrayList<>(terms),
        new Outlook(Describe.rounded(Slack.minutesToShore(track, scene)), null, coverage),
        Describe.since(track, onsetMillis - 60_000));
  }
}
