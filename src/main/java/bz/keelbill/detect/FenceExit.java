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
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It left area X."
 *
 * <p>A stay that ended because the fence's hours did, or because the fence was changed, is no exit.
 * A quiet note by default, even for a restricted fence: its entry has rung already.
 */
public final class FenceExit implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "fence-exit";

  static final Setting ENABLED =
      Setting.onOff("fence-exit.enabled", true, "Whether exits from fences are noted");
  static final Setting RINGS =
      Setting.onOff(
          "fence-exit.fencePriority",
          false,
          "Whether an exit has its fence's priority, instead of caution");
  static final List<Setting> SETTINGS = List.of(ENABLED, RINGS);

  private static final long TOLD_AFTER_MILLIS = 60_000;

  private final boolean enabled;
  private final boolean withFencePriority;

  /** Built for one version of the rules. */
  public FenceExit(Rules rules) {
    enabled = rules.isOn(ENABLED);
    withFencePriority = rules.isOn(RINGS);
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
    if (!enabled || Spared.is(track, scene)) {
      return;
    }
    for (Stay stay : scene.occupancy(track).stays()) {
      Fence fence = stay.isOpen() ? null : scene.fence(stay.fenceId());
      boolean news =
          fence != null
              && stay.leftAt() != null
              && scene.nowMillis() - stay.sureAtMillis() <= TOLD_AFTER_MILLIS;
      if (news && !scene.saidLately(KIND, track, fence.id())) {
        found.holds(finding(track, scene, stay, fence));
      } else if (stay.isOpen()) {
        found.stoppedBy("still inside");
      }
    }
    if (scene.occupancy(track).stays().isEmpty()) {
      found.stoppedBy("inside no fence");
    }
  }

  private Finding finding(Track track, Scene scene, Stay stay, Fence fence) {
    double minutes = (stay.leftAtMillis() - stay.enteredAtMillis()) / 60_000.0;
    String who = Describe.who(track);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("fence", fence.label().name());
    values.put("where", Whereabouts.of(stay.leftAt(), scene.geography()));
    Describe.putSpeed(track, values);
    return new Finding(
        KIND,
        withFencePriority ? fence.scope().priority() : Priority.CAUTION,
        Describe.subject(track, fence.id()),
        new Moment(stay.leftAtMillis(), track.latest().atMillis(), stay.leftAt()),
        new Words(
            who + " left " + fence.label().name() + Describe.speed(track),
            "alert.fence-exit",
            values,
            null,
            Describe.unknown(track)),
        List.of(new Term("stayed", Describe.rounded(minutes), "min", Double.NaN, Double.NaN)),
        Outlook.NONE,
        Describe.since(track, stay.leftAtMillis() - 30_000));
  }
}
