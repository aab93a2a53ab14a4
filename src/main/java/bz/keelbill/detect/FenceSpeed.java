package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Too fast, or too slow, in area X."
 *
 * <p>Certainly so: the lower 95 % bound of the speed is above the fence's limit, or the upper one
 * below it, by the positions of a whole minute inside.
 */
public final class FenceSpeed implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "fence-speed";

  static final Setting ENABLED =
      Setting.onOff("fence-speed.enabled", true, "Whether speeds beyond a fence's are reported");
  static final Setting SECONDS =
      new Setting("fence-speed.time", 60, "s", 10, 3600, "For so long beyond the fence's speed");
  static final Setting MAX_MARGIN =
      new Setting(
          "fence-speed.maxSpeedMargin",
          5,
          "kn",
          1,
          20,
          "Speeds less certain than this (95 %) are not judged");
  static final List<Setting> SETTINGS = List.of(ENABLED, SECONDS, MAX_MARGIN);

  private static final double WHOLE = 0.9;
  private static final int FEWEST = 3;
  private static final int LONGEST = 4;
  private static final double STRAIGHT = 9;

  private static final double RADAR_SIGMAS = 3;

  private final boolean enabled;
  private final long minMillis;
  private final double maxMarginKnots;

  /** Built for one version of the rules. */
  public FenceSpeed(Rules rules) {
    enabled = rules.isOn(ENABLED);
    minMillis = rules.millis(SECONDS);
    maxMarginKnots = rules.value(MAX_MARGIN);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    List<Stay> stays = enabled ? scene.occupancy(track).stays() : List.of();
    if (stays.isEmpty() || Spared.is(track, scene)) {
      return;
    }
    for (Stay stay : stays) {
      Fence fence = stay.isOpen() ? scene.fence(stay.fenceId()) : null;
      if (fence != null && hasLimit(fence)) {
        judge(track, stay, fence, scene, found);
      }
    }
  }

  private static boolean hasLimit(Fence fence) {
    return !Double.isNaN(fence.limits().maxSpeedKnots())
        || !Double.isNaN(fence.limits().minSpeedKnots());
  }

  private void judge(Track track, Stay stay, Fence fence, Scene scene, Findings found) {
    long inside = track.latest().atMillis() - stay.enteredAtMillis();
    if (inside < minMillis) {
      found.stoppedBy("inside: " + fence.id(), inside / 1000.0, "s", minMillis / 1000.0);
      return;
    }
    Velocity velocity = velocity(track.history(), inside);
    if (velocity.fixes() < FEWEST || velocity.spanMillis() < WHOLE * minMillis) {
      found.stoppedBy("positions inside", velocity.fixes(), "", FEWEST);
      return;
    }
    if (velocity.marginKnots() > maxMarginKnots) {
      double margin = Describe.rounded(velocity.marginKnots());
      found.stoppedBy("margin of the speed", margin, "kn", maxMarginKnots);
      return;
    }
    double most = fence.limits().maxSpeedKnots();
    double least = fence.limits().minSpeedKnots();
    double upper = velocity.speedKnots() + velocity.marginKnots();
    if (surely(track, velocity) > most) {
      tell(track, fence, true, velocity, most, scene, found);
    } else if (upper < least && FenceDwell.liesThereByTrade(track, fence)) {
      found.stoppedBy("lies at anchor or moored in: " + fence.id());
    } else if (upper < least && !(velocity.misfit() < STRAIGHT)) {
      // Who turns goes farther than the line through his places is long.
      found.stoppedBy("straight", Describe.rounded(velocity.misfit()), "", STRAIGHT);
    } else if (upper < least) {
      tell(track, fence, false, velocity, least, scene, found);
    } else {
      double limit = Double.isNaN(most) ? least : most;
      found.stoppedBy("speed", Describe.rounded(velocity.speedKnots()), "kn", limit);
    }
  }

  /** Over the least time, or longer where its positions are too few or too rough; all inside. */
  private Velocity velocity(History history, long insideMillis) {
    Velocity velocity = Velocity.UNKNOWN;
    for (int times = 1; times <= LONGEST && times * minMillis <= insideMillis; times++) {
      velocity = Velocity.fit(history, times * minMillis);
      boolean isEnough =
          velocity.fixes() >= FEWEST
              && velocity.spanMillis() >= WHOLE * minMillis
              && velocity.marginKnots() <= maxMarginKnots;
      if (isEnough) {
        return velocity;
      }
    }
    return velocity;
  }

  private static void tell(
      Track track,
      Fence fence,
      boolean tooFast,
      Velocity velocity,
      double limit,
      Scene scene,
      Findings found) {
    if (!fence.isActive(scene.nowMillis()) || scene.saidLately(KIND, track, fence.id())) {
      return;
    }
    double bound =
        tooFast ? surely(track, velocity) : velocity.speedKnots() + velocity.marginKnots();
    long now = track.latest().atMillis();
    found.holds(
        new Finding(
            KIND,
            priority(fence),
            Describe.subject(track, fence.id()),
            new Moment(now - velocity.spanMillis(), now, track.position()),
            words(track, fence, tooFast, velocity, scene),
            List.of(
                new Term(
                    tooFast ? "speed" : "speed-at-most",
                    Describe.rounded(bound),
                    "kn",
                    limit,
                    Double.NaN)),
            new Outlook(Describe.rounded(Slack.minutesToShore(track, scene)), null, null),
            Describe.since(track, now - velocity.spanMillis())));
  }

  /** A speed is worth a look at most, however urgent an entry may be. */
  private static Priority priority(Fence fence) {
    Priority own = fence.scope().priority();
    return own.isAbove(Priority.WARNING) ? Priority.WARNING : own;
  }

  private static Words words(
      Track track, Fence fence, boolean tooFast, Velocity velocity, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    values.put("who", who);
    values.put("fence", fence.label().name());
    values.put("speedKnots", Math.round(velocity.speedKnots()));
    values.put("where", where);
    return new Words(
        "%s runs %d kn in %s, too %s there, %s"
            .formatted(
                who,
                Math.round(velocity.speedKnots()),
                fence.label().name(),
                tooFast ? "fast" : "slow",
                where),
        "alert.fence-speed." + (tooFast ? "fast" : "slow"),
        values,
        "a speed within the fence's limits",
        Describe.unknown(track));
  }

  /** What radar tells of its own error is hoped for: how far its plots stray tells more. */
  private static double surely(Track track, Velocity velocity) {
    if (track.identity().isCooperative()) {
      return velocity.lowerKnots();
    }
    double strays = Math.sqrt(Math.max(1, velocity.misfit()));
    return velocity.speedKnots() - RADAR_SIGMAS * velocity.sigmaKnots() * strays;
  }
}
