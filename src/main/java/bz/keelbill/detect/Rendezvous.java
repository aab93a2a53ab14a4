package bz.keelbill.detect;

import bz.keelbill.detect.Haunts.Haunt;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * "Two boats met at sea."
 *
 * <p>Two craft that were apart come together, slow, and stay so for a while, away from where boats
 * ordinarily lie together. That they were apart tells two craft from one that two sensors see. Two
 * boats beside each other are one echo: one that came to another and has not been seen since, while
 * its radar still sees the other lie there, has met it too.
 */
public final class Rendezvous implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "rendezvous";

  static final Setting ENABLED =
      Setting.onOff("rendezvous.enabled", true, "Whether meetings at sea are looked for");
  static final Setting SEPARATION =
      new Setting(
          "rendezvous.separation", 200, "m", 20, 2000, "Boats no farther apart than this may meet");
  static final Setting MINUTES =
      new Setting("rendezvous.minutes", 5, "min", 1, 120, "So long boats lie together");
  static final Setting SHIP_SEPARATION =
      new Setting(
          "rendezvous.shipSeparation",
          500,
          "m",
          50,
          3000,
          "Ships no farther apart than this may meet");
  static final Setting SHIP_MINUTES =
      new Setting("rendezvous.shipMinutes", 30, "min", 5, 240, "So long ships lie together");
  static final Setting SLOW =
      new Setting("rendezvous.maxSpeed", 5, "kn", 1, 15, "Neither goes faster than this");
  static final Setting APART =
      new Setting(
          "rendezvous.apart", 700, "m", 100, 10000, "They must surely have been this far apart");
  static final Setting FAST =
      new Setting(
          "rendezvous.arrivalSpeed",
          15,
          "kn",
          5,
          60,
          "One that comes this fast by night makes a meeting ring");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, SEPARATION, MINUTES, SHIP_SEPARATION, SHIP_MINUTES, SLOW, APART, FAST);

  private static final double CAME_APART_METRES = 1_852;
  private static final long MERGED_MILLIS = 25 * 60_000L;
  private static final long SEEN_MILLIS = 30_000;
  private static final double REACH_METRES = 1_500;
  private static final double DRIFTING_KNOTS = 8;

  private final boolean enabled;
  private final Meeting.Limits boats;
  private final Meeting.Limits ships;
  private final long boatMillis;
  private final long shipMillis;
  private final double apartMetres;
  private final double fastKnots;
  private final Haunts haunts;

  /** Built for one version of the rules. */
  public Rendezvous(Rules rules) {
    enabled = rules.isOn(ENABLED);
    boats = new Meeting.Limits(rules.value(SEPARATION), rules.value(SLOW));
    ships = new Meeting.Limits(rules.value(SHIP_SEPARATION), rules.value(SLOW));
    boatMillis = rules.millis(MINUTES);
    shipMillis = rules.millis(SHIP_MINUTES);
    apartMetres = rules.value(APART);
    fastKnots = rules.value(FAST);
    haunts = new Haunts(rules);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.TEN_SECONDS;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled || !Build.isVessel(track)) {
      return;
    }
    if (!isSlow(track)) {
      found.stoppedBy("speed", Describe.rounded(track.speedKnots()), "kn", boats.knots());
      return;
    }
    if (isAboveSuspicion(track, scene)) {
      found.stoppedBy("own force, service or tracking box");
      return;
    }
    if (haunts.at(track.position(), scene.nowMillis(), false, scene) == Haunt.REST) {
      double miles = Haunts.landingMiles(track.position(), scene);
      found.stoppedBy("landing", Describe.rounded(miles), "nm", 1);
      return;
    }
    List<Track> near = neighbours(track, scene);
    if (near.isEmpty()) {
      found.stoppedBy("nobody near");
    }
    Meeting.Side side = new Meeting.Side(track, scene.nowMillis());
    for (Track other : near) {
      if (isSaidBy(track, other, scene)) {
        judge(side, track, other, near, scene, found);
      }
    }
  }

  /** What a radar says of a slow boat's speed is noise: only what is surely faster is. */
  private boolean isSlow(Track track) {
    return track.speedKnots() <= boats.knots()
        || !track.identity().isCooperative()
            && track.speedKnots() <= boats.knots() + DRIFTING_KNOTS
            && track.velocity().lowerKnots() <= boats.knots();
  }

  private static boolean isAboveSuspicion(Track track, Scene scene) {
    return Spared.is(track, scene) || Build.isAtService(track);
  }

  private List<Track> neighbours(Track track, Scene scene) {
    List<Track> near = new ArrayList<>();
    scene
        .picture()
        .near(
            track.position(),
            REACH_METRES,
            other -> {
              if (other != track && other.isConfirmed() && Build.isVessel(other)) {
                near.add(other);
              }
            });
    near.sort(Comparator.comparingLong(Track::serial));
    return near;
  }

  /** One of the two says it: the older one, unless it is the one that vanished. */
  private static boolean isSaidBy(Track track, Track other, Scene scene) {
    return isLost(other, scene) || track.serial() < other.serial();
  }

  private static boolean isLost(Track track, Scene scene) {
    return track.freshness(scene.nowMillis()) == Freshness.LOST;
  }

  private void judge(
      Meeting.Side side, Track track, Track other, List<Track> near, Scene scene, Findings found) {
    boolean isMerged = isLost(other, scene);
    if (isAboveSuspicion(other, scene)) {
      found.stoppedBy("partner is own force, service or tracking box");
      return;
    }
    if (!isMerged && !isSlow(other)) {
      found.stoppedBy("partner's speed", Describe.rounded(other.speedKnots()), "kn", boats.knots());
      return;
    }
    boolean areShips = Build.isShip(track) && Build.isShip(other);
    Meeting meeting =
        isMerged
            ? merged(track, other, near, scene)
            : Meeting.of(side, other, areShips ? ships : boats);
    if (meeting == null) {
      double metres = Geodesy.distanceMetres(track.position(), other.position());
      double limit = areShips && !isMerged ? ships.metres() : boats.metres();
      found.stoppedBy("separation", Math.round(metres), "m", limit);
      return;
    }
    double minutes = (scene.nowMillis() - meeting.sinceMillis()) / 60_000.0;
    long needed = areShips ? shipMillis : boatMillis;
    if (minutes * 60_000 < needed) {
      found.stoppedBy("duration", Describe.rounded(minutes), "min", needed / 60_000.0);
    } else if (meeting.apartMetres() < apartMetres) {
      found.stoppedBy("apart before", Math.round(meeting.apartMetres()), "m", apartMetres);
    } else {
      weigh(new Pair(track, other, meeting, minutes, isMerged), near, scene, found);
    }
  }

  /** Two that met, and for how long they have been together. */
  record Pair(Track one, Track other, Meeting meeting, double minutes, boolean isMerged) {
    Track older() {
      return one.serial() < other.serial() ? one : other;
    }

    Track younger() {
      return older() == one ? other : one;
    }

    boolean isBig() {
      return Build.isBig(one) || Build.isBig(other);
    }
  }

  /** Only while the radar that lost the one still sees the other, and nobody has left since. */
  private Meeting merged(Track track, Track vanished, List<Track> near, Scene scene) {
    long now = scene.nowMillis();
    long last = vanished.latest().atMillis();
    String station = vanished.latest().origin().station();
    boolean mayBe =
        !vanished.identity().isCooperative()
            && now - last <= MERGED_MILLIS
            && track.bornAtMillis() < last
            && track.isSeenBy(station, now - SEEN_MILLIS);
    for (Track one : near) {
      boolean cameOutOfIt = one.bornAtMillis() >= last && !one.identity().isCooperative();
      mayBe &= !cameOutOfIt || isLost(one, scene);
    }
    return mayBe ? Meeting.merged(track, vanished, now, boats) : null;
  }

  private void weigh(Pair pair, List<Track> near, Scene scene, Findings found) {
    long now = scene.nowMillis();
    Track one = pair.one();
    boolean isShip = Build.isShip(one) || Build.isShip(pair.other());
    Haunt haunt = haunts.at(one.position(), now, isShip, scene);
    boolean isNight = Haunts.isNight(one.position(), now);
    MeetingGroup group = new MeetingGroup(pair, near, scene);
    int company = group.company(this::isSlow);
    if (haunt == Haunt.REST) {
      double miles = Haunts.landingMiles(one.position(), scene);
      found.stoppedBy("ships wait here", Describe.rounded(miles), "nm", 3);
    } else if (Build.isMoored(one) && Build.isMoored(pair.other())) {
      found.stoppedBy("both at anchor");
    } else if (company > 0 && !(isNight && haunt == Haunt.NONE && hasCome(pair))) {
      found.stoppedBy("boats together", company + 2, "", 2);
    } else if (company > 0 && group.isSaid()) {
      found.stoppedBy("said of another pair of this group");
    } else if (!scene.saidLately(KIND, pair.older(), pair.younger().name())) {
      boolean isFast = isNight && pair.meeting().arrivedKnots() >= fastKnots && hasCome(pair);
      // Boats work over a reef by day; ships have nothing to do there.
      boolean isUnused = haunt == Haunt.NONE || haunt == Haunt.WORK && isShip;
      boolean rings = isUnused && (pair.isBig() || isFast);
      Priority priority = rings ? Priority.WARNING : Priority.CAUTION;
      found.holds(
          new MeetingWords(pair, scene, isNight, haunt).finding(priority, boatMillis, fastKnots));
    }
  }

  /** Those who came out together to fish lie near each other; who meets came from elsewhere. */
  private static boolean hasCome(Pair pair) {
    return pair.meeting().apartMetres() >= CAME_APART_METRES;
  }

  static double miles(double metres) {
    return Describe.rounded(Units.metresToNauticalMiles(metres));
  }
}
