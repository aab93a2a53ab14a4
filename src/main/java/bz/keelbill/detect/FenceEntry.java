package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It entered area X."
 *
 * <p>Whether it entered is the fences' own judgement (inside by a margin, twice; or straight
 * through). What was inside when first seen has not entered.
 */
public final class FenceEntry implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "fence-entry";

  static final Setting ENABLED =
      Setting.onOff("fence-entry.enabled", true, "Whether entries into fences are reported");
  static final List<Setting> SETTINGS = List.of(ENABLED);

  /** A stay that was only a crossing is told for this long. */
  private static final long TOLD_AFTER_MILLIS = 60_000;

  private final boolean enabled;

  /** Built for one version of the rules. */
  public FenceEntry(Rules rules) {
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The fences' judgement is one moment's, and an officer hears of it within that second. */
  @Override
  public Pace pace() {
    return Pace.EVERY_REPORT;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    List<Stay> stays = enabled ? scene.occupancy(track).stays() : List.of();
    boolean isSaid = !stays.isEmpty() || found.isAsked();
    if (!isSaid || Spared.is(track, scene)) {
      return;
    }
    for (Stay stay : stays) {
      boolean news = stay.isOpen() || scene.nowMillis() - stay.sureAtMillis() <= TOLD_AFTER_MILLIS;
      Fence fence = scene.fence(stay.fenceId());
      boolean told = stay.seenEntering() && news && fence != null;
      if (told && !scene.saidLately(KIND, track, fence.id()) && !isKept(track, fence, found)) {
        found.holds(finding(track, scene, stay, fence));
      } else if (stay.isOpen() && fence != null && !stay.seenEntering()) {
        found.stoppedBy("inside when first seen");
      }
    }
    if (found.isAsked()) {
      tellNearest(track, scene, found);
    }
  }

  private static boolean isKept(Track track, Fence fence, Findings found) {
    Finding.Subject subject = Describe.subject(track, fence.id());
    return found.keeps(KIND, subject, fence.scope().priority(), track.latest().atMillis());
  }

  /** How far it is from the nearest fence that is for it and that it is not in. */
  private static void tellNearest(Track track, Scene scene, Findings found) {
    Position at = track.position();
    double nearest = Double.POSITIVE_INFINITY;
    for (Fence fence : at == null ? List.<Fence>of() : scene.fences().fences()) {
      boolean counts =
          fence.isActive(scene.nowMillis())
              && fence.appliesTo(track.domain() == Domain.AIR)
              && !fence.area().contains(at.latitude(), at.longitude());
      if (counts) {
        double metres = fence.area().edgeMetres(at.latitude(), at.longitude());
        nearest = Math.min(nearest, metres);
      }
    }
    if (nearest < Double.POSITIVE_INFINITY) {
      found.stoppedBy("distance", Math.round(nearest), "m", 0);
    }
  }

  private static Finding finding(Track track, Scene scene, Stay stay, Fence fence) {
    Position position = stay.isOpen() ? track.position() : stay.enteredAt();
    double minutesInside =
        Math.max(0, (track.latest().atMillis() - stay.enteredAtMillis()) / 60_000.0);
    return new Finding(
        KIND,
        priority(fence),
        Describe.subject(track, fence.id()),
        new Moment(stay.enteredAtMillis(), track.latest().atMillis(), position),
        words(track, scene, fence),
        List.of(new Term("inside", Describe.rounded(minutesInside), "min", Double.NaN, Double.NaN)),
        new Outlook(Describe.rounded(Slack.minutesToShore(track, scene)), null, null),
        Describe.since(track, stay.enteredAtMillis() - 30_000));
  }

  /**
   * Whoever keeps a limit of speed may enter where there is one: the fence's priority is for it.
   */
  private static Priority priority(Fence fence) {
    boolean isOpen =
        !"restricted".equals(fence.label().kind())
            && (fence.limits().minSpeedKnots() >= 0 || fence.limits().maxSpeedKnots() >= 0);
    return isOpen ? Priority.CAUTION : fence.scope().priority();
  }

  private static Words words(Track track, Scene scene, Fence fence) {
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("fence", fence.label().name());
    values.put("where", where);
    Describe.putSpeed(track, values);
    return new Words(
        who + " entered " + fence.label().name() + Describe.speed(track) + ", " + where,
        "alert.fence-entry." + ("restricted".equals(fence.label().kind()) ? "restricted" : "area"),
        values,
        "leaving the area, or a fence that does not apply to it",
        Describe.unknown(track));
  }
}
