package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * "It has stayed in area X."
 *
 * <p>For the fences that ask for it by a time of their own, and for restricted ones. Craft that say
 * that they lie moored in a harbour or at an anchorage stay there by trade.
 */
public final class FenceDwell implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "fence-dwell";

  static final Setting ENABLED =
      Setting.onOff("fence-dwell.enabled", true, "Whether long stays in fences are reported");
  static final Setting DWELL =
      new Setting(
          "fence-dwell.time",
          600,
          "s",
          30,
          86400,
          "A stay in a restricted fence that says no time of its own is long from here on");
  static final List<Setting> SETTINGS = List.of(ENABLED, DWELL);

  private static final Set<String> RESTING = Set.of("harbour", "harbor", "anchorage", "mooring");

  private final boolean enabled;
  private final double dwellSeconds;

  /** Built for one version of the rules. */
  public FenceDwell(Rules rules) {
    enabled = rules.isOn(ENABLED);
    dwellSeconds = rules.value(DWELL);
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
      double limit = fence == null ? Double.NaN : limitSeconds(fence);
      if (!Double.isNaN(limit)) {
        judge(track, stay, fence, limit, scene, found);
      }
    }
  }

  private double limitSeconds(Fence fence) {
    double own = fence.limits().dwellSeconds();
    boolean asks = !Double.isNaN(own) || Fence.RESTRICTED.equals(fence.label().kind());
    return asks && Double.isNaN(own) ? dwellSeconds : own;
  }

  private void judge(
      Track track, Stay stay, Fence fence, double limit, Scene scene, Findings found) {
    double inside = (track.latest().atMillis() - stay.enteredAtMillis()) / 1000.0;
    if (inside < limit) {
      found.stoppedBy("inside: " + fence.id(), inside, "s", limit);
    } else if (isOutside(track.position(), fence)) {
      found.stoppedBy("on its way out of: " + fence.id());
    } else if (liesThereByTrade(track, fence)) {
      found.stoppedBy("lies at anchor or moored in: " + fence.id());
    } else if (!fence.isActive(scene.nowMillis())) {
      found.stoppedBy("not active: " + fence.id());
    } else if (!scene.saidLately(KIND, track, fence.id()) && !isKept(track, fence, found)) {
      found.holds(finding(track, stay, fence, inside, limit, scene));
    }
  }

  private static boolean isKept(Track track, Fence fence, Findings found) {
    Finding.Subject subject = Describe.subject(track, fence.id());
    return found.keeps(KIND, subject, fence.scope().priority(), track.latest().atMillis());
  }

  /** It has left only after three fixes; before that it may be out all the same. */
  private static boolean isOutside(Position at, Fence fence) {
    return !fence.area().contains(at.latitude(), at.longitude());
  }

  /** Where craft are meant to lie, those that say that they do may stay. */
  static boolean liesThereByTrade(Track track, Fence fence) {
    String kind = fence.label().kind();
    return kind != null && RESTING.contains(kind) && Build.isMoored(track);
  }

  private static Finding finding(
      Track track, Stay stay, Fence fence, double inside, double limit, Scene scene) {
    double minutes = Describe.rounded(inside / 60);
    return new Finding(
        KIND,
        fence.scope().priority(),
        Describe.subject(track, fence.id()),
        new Moment(stay.enteredAtMillis(), track.latest().atMillis(), track.position()),
        words(track, fence, minutes, scene),
        List.of(new Term("dwell", minutes, "min", Describe.rounded(limit / 60), Double.NaN)),
        new Outlook(Describe.rounded(Slack.minutesToShore(track, scene)), null, null),
        Describe.since(track, stay.enteredAtMillis()));
  }

  private static Words words(Track track, Fence fence, double minutes, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    values.put("who", who);
    values.put("fence", fence.label().name());
    values.put("minutes", Math.round(minutes));
    values.put("where", where);
    return new Words(
        "%s has been in %s for %d min, %s"
            .formatted(who, fence.label().name(), Math.round(minutes), where),
        "alert.fence-dwell",
        values,
        "leaving the area, or a longer time for this fence",
        Describe.unknown(track));
  }
}
