package bz.keelbill.detect;

import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.List;
import java.util.function.Consumer;

/** "Nobody told us about this aircraft." */
public final class UnreportedFlight implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "unreported-flight";

  static final Setting ENABLED =
      Setting.onOff("unreported-flight.enabled", true, "Whether unreported flights are looked for");
  static final List<Setting> SETTINGS = List.of(ENABLED);

  /** Built for one version of the rules. */
  public UnreportedFlight(Rules rules) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Consumer<Finding> found) {}
}
