package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Silence;
import java.util.List;
import java.util.Map;

/**
 * "Station X is deaf."
 *
 * <p>Silence counts only where we would have heard: the craft usually heard in a minute of the last
 * hour make it less likely than one in a thousand that so few came by chance; or a shore station
 * that never sails away is missing; or a radar that told each turn of its antenna has not told
 * some. A quiet night is not silence. A feed that can never be quiet for long, as a coast's AIS, is
 * silent after three times its usual gap, also if it never spoke. Where an area has lost all its
 * stations, the alert is an alarm and says how large it is.
 */
public final class FeedSilent implements Detector.OfScene {
  /** The catalogue's word. */
  public static final String KIND = "feed-silent";

  static final Setting ENABLED =
      Setting.onOff("feed-silent.enabled", true, "Whether deaf stations are reported");
  static final Setting SHARE =
      new Setting(
          "feed-silent.share",
          0.2,
          "",
          0,
          1,
          "Below this share of its usual rate, three minutes running, a station is deaf");
  static final Setting MIN_SECONDS =
      new Setting(
          "feed-silent.minSeconds", 60, "s", 15, 3600, "The shortest complete silence that counts");
  static final Setting TURNS =
      new Setting(
          "feed-silent.turns",
          3,
          "",
          2,
          100,
          "After so many turns without a north mark a radar has stopped, but not under 15 s");
  static final Setting STATION_SECONDS =
      new Setting(
          "feed-silent.stationSeconds",
          180,
          "s",
          15,
          3600,
          "The same of one station of a feed that goes on: a clock set ahead looks like a gap too");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, SHARE, MIN_SECONDS, STATION_SECONDS, TURNS);

  /** Expected reports in a silence that is then less likely than 1 in 1,000: −ln 0.001. */
  private static final double EXPECTED_FOR_CERTAINTY = 6.91;

  private static final int MINUTES_JUDGED = 3;
  private static final long EVERY_MILLIS = 10_000;
  private static final int MINUTES_LEARNED = 3;
  private static final double QUIET_EXPECTATION = 5;
  private static final double FEWEST_CRAFT = 4;
  private static final double STEADY_PER_MINUTE = 3;
  private static final int FEWEST_STOPPED = 2;

  /** For so long the watch itself may have been busy. */
  private static final long LEAST_STILL_MILLIS = 15_000;

  private static final int MINUTES_JUST_BEFORE = 5;

  private final boolean enabled;
  private final double share;
  private final long minMillis;
  private final long stationMillis;
  private final double turns;

  /** Built for one version of the rules. */
  public FeedSilent(Rules rules) {
    enabled = rules.isOn(ENABLED);
    share = rules.value(SHARE);
    minMillis = rules.millis(MIN_SECONDS);
    stationMillis = rules.millis(STATION_SECONDS);
    turns = rules.value(TURNS);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Scene scene, Findings found) {
    if (!enabled) {
      return;
    }
    scene.hearing().forEachFeed((name, silence) -> lookAtFeed(scene, name, silence, found));
    scene.hearing().forEach((name, station) -> lookAtStation(scene, name, station, found));
  }

  private void lookAtFeed(Scene scene, String name, Silence silence, Findings found) {
    long now = scene.nowMillis();
    if (silence.isSilent(now) && now - silence.sinceMillis() >= minMillis) {
      found.holds(finding(scene, name, silence));
    }
  }

  private void lookAtStation(Scene scene, String name, Hearing.Station station, Findings found) {
    long now = scene.nowMillis();
    if (scene.hearing().isBehindSilentFeed(station, now)) {
      return;
    }
    if (standsStill(station, now)) {
      found.holds(stopped(scene, name, station));
      return;
    }
    boolean deaf =
        isMute(station, now)
            || isDeafened(station, now)
            || isAloneDeaf(scene, name, station)
            || haveAllStopped(scene, name, station);
    if (deaf) {
      found.holds(finding(scene, name, station, usual(station, now)));
    }
  }

  private boolean standsStill(Hearing.Station station, long now) {
    double usualMillis = station.turns().usualMillis();
    double limitMillis = Math.max(LEAST_STILL_MILLIS, turns * usualMillis);
    return usualMillis > 0 && station.stillMillis(now) >= limitMillis;
  }

  private static double usual(Hearing.Station station, long now) {
    // The hour before the silence began: the silence itself must not become the usual.
    long whenHeard = Math.min(now, station.lastHeardAtMillis());
    return station.usualCraft(whenHeard, 0, MINUTES_LEARNED);
  }

  private boolean isMute(Hearing.Station station, long now) {
    long silent = station.silentMillis(now);
    if (silent < stationMillis || !station.isPauseUnusual(now)) {
      return false;
    }
    double steady = station.usualFixedReports(station.lastHeardAtMillis(), 0, MINUTES_LEARNED);
    double craft = Math.min(usual(station, now), lately(station, station.lastHeardAtMillis(), 0));
    double expected = craft >= FEWEST_CRAFT ? craft * silent / 60_000 : 0;
    double expectedFixed = steady >= STEADY_PER_MINUTE ? steady * silent / 60_000 : 0;
    return Math.max(expected, expectedFixed) >= EXPECTED_FOR_CERTAINTY;
  }

  /** Others hear craft all the time that it would hear. */
  private boolean isAloneDeaf(Scene scene, String name, Hearing.Station station) {
    long silent = station.silentMillis(scene.nowMillis());
    return silent >= stationMillis
        && scene.nowMillis() % EVERY_MILLIS == 0
        && station.isPauseUnusual(scene.nowMillis())
        && !Double.isNaN(usual(station, scene.nowMillis()))
        && MissedByOne.aMinute(name, scene) * silent / 60_000 >= EXPECTED_FOR_CERTAINTY;
  }

  /** A few vessels that it heard to the end stopped in the same moment. */
  private boolean haveAllStopped(Scene scene, String name, Hearing.Station station) {
    long now = scene.nowMillis();
    return now % EVERY_MILLIS == 0
        && station.silentMillis(now) >= stationMillis
        && station.isPauseUnusual(now)
        && LastHeard.missed(name, station, scene) >= FEWEST_STOPPED;
  }

  /** Craft in a minute just before it fell silent: traffic may have ebbed since the hour began. */
  private static double lately(Hearing.Station station, long millis, int skipNewest) {
    double craft = 0;
    for (int back = skipNewest; back < skipNewest + MINUTES_JUST_BEFORE; back++) {
      craft += station.craftInWholeMinuteBefore(millis, back);
    }
    return craft / MINUTES_JUST_BEFORE;
  }

  /** Three whole minutes with so few reports that chance does not explain them. */
  private boolean isDeafened(Hearing.Station station, long now) {
    double lately = lately(station, now, MINUTES_JUDGED);
    // The usual number is no more than that; it takes sorting an hour, and this is asked each
    // second.
    if (lately < FEWEST_CRAFT || !isBelowShare(station, lately, now)) {
      return false;
    }
    double hour = station.usualCraft(now, MINUTES_JUDGED, MINUTES_LEARNED);
    double usual = Math.min(hour, lately);
    double expected = usual * MINUTES_JUDGED;
    if (!station.wasListenedTo(now, (MINUTES_JUDGED + 1) * 60_000L)
        || Double.isNaN(usual)
        || Double.isNaN(usual(station, now))
        || usual < FEWEST_CRAFT
        || expected < QUIET_EXPECTATION
        || !isBelowShare(station, usual, now)) {
      return false;
    }
    int heard = 0;
    for (int back = 0; back < MINUTES_JUDGED; back++) {
      heard += station.craftInWholeMinuteBefore(now, back);
    }
    return chanceOfAtMost(heard, expected) < 0.001;
  }

  /** Whether each of the minutes is below the share of a usual number. */
  private boolean isBelowShare(Hearing.Station station, double usual, long now) {
    for (int back = 0; back < MINUTES_JUDGED; back++) {
      if (station.craftInWholeMinuteBefore(now, back) >= share * usual) {
        return false;
      }
    }
    return true;
  }

  /** The Poisson probability of at most so many events. */
  static double chanceOfAtMost(int count, double expected) {
    double term = StrictMath.exp(-expected);
    double sum = term;
    for (int i = 1; i <= count; i++) {
      term *= expected / i;
      sum += term;
    }
    return sum;
  }

  private static Finding finding(Scene scene, String name, Silence silence) {
    long since = silence.sinceMillis();
    double minutes = Describe.rounded((scene.nowMillis() - since) / 60_000.0);
    LostWater lost = LostWater.by(scene, station -> speaksBy(scene, station, name));
    return new Finding(
        KIND,
        priority(lost),
        new Subject("feed:" + name, List.of(), null),
        new Moment(since, scene.nowMillis(), null),
        new Words(
            "Feed "
                + name
                + " is silent: nothing valid has come from it for too long"
                + lost.words(),
            lost.isAny() ? "alert.feed-silent.feed.unseen" : "alert.feed-silent.feed",
            lost.isAny() ? Words.values("feed", name, "area", lost.area()) : Map.of("feed", name),
            "valid lines from the feed",
            List.of("cause")),
        List.of(new Term("silence", minutes, "min", Double.NaN, Double.NaN)),
        Outlook.NONE,
        List.of());
  }

  private static boolean speaksBy(Scene scene, String station, String feed) {
    Hearing.Station known = scene.hearing().station(station);
    return known != null && feed.equals(known.feed());
  }

  private static Priority priority(LostWater lost) {
    return lost.isAny() ? Priority.ALARM : Priority.WARNING;
  }

  private static Finding finding(Scene scene, String name, Hearing.Station station, double usual) {
    long now = scene.nowMillis();
    LostWater lost = LostWater.by(scene, name::equals);
    double minutes = Describe.rounded((now - station.lastHeardAtMillis()) / 60_000.0);
    return new Finding(
        KIND,
        priority(lost),
        new Subject("station:" + name, List.of(), null),
        new Moment(station.lastHeardAtMillis(), now, scene.stations().get(name)),
        new Words(
            "Station "
                + name
                + " is deaf: it usually gives "
                + Math.round(usual)
                + " reports a minute"
                + lost.words(),
            lost.isAny() ? "alert.feed-silent.unseen" : "alert.feed-silent",
            lost.isAny()
                ? Words.values("station", name, "area", lost.area())
                : Map.of("station", name),
            "reports from the station",
            List.of("cause")),
        List.of(new Term("silence", minutes, "min", Double.NaN, Double.NaN)),
        new Outlook(Double.NaN, Math.round(usual) + " craft heard in a minute", null),
        List.of());
  }

  private Finding stopped(Scene scene, String name, Hearing.Station station) {
    long now = scene.nowMillis();
    long last = station.turns().lastMillis();
    double turnSeconds = Describe.rounded(station.turns().usualMillis() / 1_000.0);
    double seconds = Describe.rounded((now - last) / 1_000.0);
    return new Finding(
        KIND,
        Priority.WARNING,
        new Subject("station:" + name, List.of(), null),
        new Moment(last, now, scene.stations().get(name)),
        new Words(
            "Radar " + name + " gives no north mark: its antenna turns in " + turnSeconds + " s",
            "alert.feed-silent.turns",
            Words.values("station", name, "seconds", turnSeconds),
            "north marks from the radar",
            List.of("cause")),
        List.of(new Term("silence", seconds, "s", turns * turnSeconds, Double.NaN)),
        new Outlook(Double.NaN, "a north mark each " + turnSeconds + " s", null),
        List.of());
  }
}
