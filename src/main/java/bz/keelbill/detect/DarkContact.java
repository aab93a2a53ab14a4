package bz.keelbill.detect;

import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import java.util.List;

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

  private final Rules rules;
  private final boolean enabled;
  private final long sureMillis;
  private final long classBMillis;
  private final double enoughChance;
  private final double mostMissed;
  private final double underWayKnots;
  private final double portMetres;

  /** Built for one version of the rules. */
  public DarkContact(Rules rules) {
    this.rules = rules;
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
  public Pace pace() {
    return Pace.HALF_MINUTE;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled
        || !Build.isVessel(track)
        || !isOnRadar(track, scene)
        || scene.isOwn(track)
        || Spared.isAircraft(track, scene)
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
    if (scene.passages().isBerth(word.position())) {
      found.stoppedBy("fell silent at a berth");
      return;
    }
    if (landing < portMetres) {
      found.stoppedBy("landing", Math.round(landing), "m", portMetres);
      return;
    }
    Earshot earshot =
        Earshot.ofSeen(word.atMillis(), kind, word.position(), track.position(), scene);
    if (earshot.chance() < enoughChance) {
      found.stoppedBy("chance to be heard", percent(earshot.chance()), "%", percent(enoughChance));
    } else if (earshot.missed() > mostMissed) {
      found.stoppedBy("missed by chance", earshot.missed(), "", mostMissed);
    } else {
      found.holds(words(track, scene).silenced(word, kind, earshot));
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
      found.holds(words(track, scene).inFence(fence));
    } else {
      judgeLarge(track, length, scene, found);
    }
  }

  private static Fence restricted(Track track, Scene scene) {
    for (Stay stay : scene.occupancy(track).stays()) {
      Fence fence = stay.isOpen() ? scene.fence(stay.fenceId()) : null;
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
        Earshot.ofSeen(track.sureSinceMillis(), kind, track.position(), track.position(), scene)
            .chance();
    if (!(knots >= underWayKnots)) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", underWayKnots);
    } else if (chance < enoughChance) {
      found.stoppedBy("chance to be heard", percent(chance), "%", percent(enoughChance));
    } else {
      found.holds(words(track, scene).large(length, chance));
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

  private DarkContactWords words(Track track, Scene scene) {
    return new DarkContactWords(track, scene, rules);
  }

  static double minutes(long millis) {
    return Describe.rounded(millis / 60_000.0);
  }

  static double percent(double share) {
    return Math.round(100 * share);
  }
}
