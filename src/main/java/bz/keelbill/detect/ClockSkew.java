package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.StationTime;
import bz.keelbill.track.StationTime.Skew;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Station X's clock is wrong."
 *
 * <p>Where and when a craft was hangs on it: a clock that is minutes off puts a fast boat miles
 * from its place and makes one craft of two stations look like two. Where most stations are off
 * from us by the same, it is our own clock.
 */
public final class ClockSkew implements Detector.OfScene {
  /** The catalogue's word. */
  public static final String KIND = "clock-skew";

  static final Setting ENABLED =
      Setting.onOff("clock-skew.enabled", true, "Whether wrong clocks of stations are reported");
  static final Setting CAUTION =
      new Setting(
          "clock-skew.cautionSeconds", 10, "s", 2, 3600, "Beyond this a clock is worth knowing of");
  static final Setting WARNING =
      new Setting(
          "clock-skew.warningSeconds", 60, "s", 2, 86_400, "Beyond this a clock is a warning");
  static final List<Setting> SETTINGS = List.of(ENABLED, CAUTION, WARNING);

  private static final long SPOKE_LATELY_MILLIS = 10 * 60_000;
  private static final long AGREEING_MILLIS = 5_000;
  private static final int FEWEST_AGAINST_US = 3;

  private final boolean enabled;
  private final long cautionMillis;
  private final long warningMillis;

  /** Built for one version of the rules. */
  public ClockSkew(Rules rules) {
    enabled = rules.isOn(ENABLED);
    cautionMillis = rules.millis(CAUTION);
    warningMillis = rules.millis(WARNING);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Scene scene, Findings found) {
    if (!enabled || !scene.isTenthSecond()) {
      return;
    }
    Map<String, StationTime> speaking = new LinkedHashMap<>();
    scene
        .clocks()
        .forEach(
            (name, station) -> {
              if (speaks(scene, station)) {
                speaking.put(name, station);
              }
            });
    speaking.forEach((name, station) -> look(scene, name, speaking, found));
  }

  private static boolean speaks(Scene scene, StationTime station) {
    return scene.nowMillis() - station.newest().receivedAtMillis() <= SPOKE_LATELY_MILLIS;
  }

  private void look(Scene scene, String name, Map<String, StationTime> speaking, Findings found) {
    StationTime station = speaking.get(name);
    Skew skew = station.skew();
    if (skew == null || Math.abs(skew.offsetMillis()) <= cautionMillis) {
      return;
    }
    int agreeing = agreeing(skew, speaking);
    boolean isOurs = agreeing >= FEWEST_AGAINST_US && 2 * agreeing > speaking.size();
    found.holds(
        isOurs ? ours(scene, station, skew, agreeing) : finding(scene, name, station, skew));
  }

  /**
   * How many stations' newest lines are off from us by as much. When our own clock jumps, all are
   * at once, while their medians follow one after the other.
   */
  private static int agreeing(Skew skew, Map<String, StationTime> speaking) {
    int count = 0;
    for (StationTime station : speaking.values()) {
      Origin newest = station.newest();
      long offset = newest.stationAtMillis() - newest.receivedAtMillis();
      boolean agrees = Math.abs(offset - skew.offsetMillis()) <= AGREEING_MILLIS;
      count += agrees && skew.witness() == StationTime.Witness.ARRIVAL ? 1 : 0;
    }
    return count;
  }

  private Finding ours(Scene scene, StationTime station, Skew theirs, int stations) {
    boolean isWarning = Math.abs(theirs.offsetMillis()) > warningMillis;
    long seconds = Math.round(Math.abs(theirs.offsetMillis()) / 1_000.0);
    String way = theirs.offsetMillis() > 0 ? "slow" : "fast";
    return new Finding(
        KIND,
        isWarning ? Priority.WARNING : Priority.CAUTION,
        new Subject("watch:clock", List.of(), null),
        new Moment(scene.nowMillis(), scene.nowMillis(), null),
        new Words(
            "The clock of this watch is "
                + seconds
                + " s "
                + way
                + ", say "
                + stations
                + " stations",
            "alert.clock-skew.own-" + way,
            Words.values("seconds", seconds, "stations", stations),
            "the clock of this computer set right",
            List.of("cause")),
        List.of(term(theirs, isWarning ? warningMillis : cautionMillis)),
        Outlook.NONE,
        List.of());
  }

  private Finding finding(Scene scene, String name, StationTime station, Skew skew) {
    boolean isWarning = Math.abs(skew.offsetMillis()) > warningMillis;
    Origin newest = station.newest();
    String evidence = newest.feed() + "#" + newest.lineNumber();
    return new Finding(
        KIND,
        isWarning ? Priority.WARNING : Priority.CAUTION,
        new Subject("station:" + name, List.of(), null),
        new Moment(scene.nowMillis(), scene.nowMillis(), scene.stations().get(name)),
        words(name, skew),
        List.of(term(skew, isWarning ? warningMillis : cautionMillis)),
        Outlook.NONE,
        List.of(new Evidence(evidence, newest.eventAtMillis(), null)));
  }

  private static Words words(String name, Skew skew) {
    long seconds = Math.round(Math.abs(skew.offsetMillis()) / 1_000.0);
    String way = skew.offsetMillis() > 0 ? "fast" : "slow";
    return new Words(
        "The clock of station " + name + " is " + seconds + " s " + way + ", by " + by(skew),
        "alert.clock-skew." + way,
        Words.values("station", name, "seconds", seconds),
        "the station's clock set right",
        List.of("cause"));
  }

  private static String by(Skew skew) {
    return switch (skew.witness()) {
      case UTC -> "the UTC of shore stations";
      case ARRIVAL -> "the arrival of its lines here";
      case OTHERS -> "other stations that heard the same";
      case SECOND -> "the second that ships name; whole minutes are not seen";
    };
  }

  private static Term term(Skew skew, long limitMillis) {
    String name = "offset-to-" + skew.witness().name().toLowerCase(java.util.Locale.ROOT);
    double seconds = Describe.rounded(skew.offsetMillis() / 1_000.0);
    return new Term(name, seconds, "s", limitMillis / 1_000.0, Double.NaN);
  }
}
