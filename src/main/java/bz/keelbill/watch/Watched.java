package bz.keelbill.watch;

import bz.keelbill.detect.AircraftRegister;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.detect.Listing;
import bz.keelbill.detect.Scene;
import bz.keelbill.detect.WatchIndex;
import bz.keelbill.fence.Around;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Report;
import bz.keelbill.track.Destination;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Passages;
import bz.keelbill.track.PortCalls;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A track with what the watch keeps beside it: its stays in fences, and what was told of it. */
final class Watched {
  private static final long PLAN_AGAIN_MILLIS = 10_000;
  private static final int AT_ANCHOR = 1;
  private static final int MOORED = 5;
  private static final long LOOK_EVERY_MILLIS = 2_000;
  private static final int TENS_OF_HALF_MINUTE = 3;
  private static final long LATELY_MILLIS = 5_000;
  private static final double PASSING_KNOTS = 5;
  private static final double SLOW_KNOTS = 3;
  private static final long BERTH_MILLIS = 20 * 60_000L;
  private static final double AT_SHORE_METRES = 1_000;
  private static final double NEAR_LANDING_METRES = 3_000;

  private final Track track;
  private final Scene scene;
  private final Occupancy occupancy;
  private Watched twin;
  private final List<String> off = new ArrayList<>(0);
  private final List<Suppression> heldBack = new ArrayList<>(0);
  private Fix lastStep;
  private Position lastPlace;
  private long lookedAtMillis = Long.MIN_VALUE / 2;
  private long lastCell = Long.MIN_VALUE;
  private long inCellSinceMillis;
  private boolean hasLain;
  private Freshness toldFreshness;
  private Identity judgedIdentity;
  private WatchIndex judgedIndex;
  private Listing listing;
  private Identity readIdentity;
  private Destination destination = Destination.NONE;
  private final PortCalls calls;
  private boolean toldOwn;
  private FlightVerdict verdict;
  private TrackState.Flight flight;
  private String judgedCallsign;
  // Not the least number there is: the difference to it must not overflow.
  private long planAtMillis = Long.MIN_VALUE / 2;

  Watched(Track track, Scene scene) {
    this(track, scene, new Occupancy(), new PortCalls());
  }

  private Watched(Track track, Scene scene, Occupancy occupancy, PortCalls calls) {
    this.track = track;
    this.scene = scene;
    this.occupancy = occupancy;
    this.calls = calls;
  }

  /** The same craft for a watch under other fences, which knows nothing else of it yet. */
  Watched under(Scene other) {
    twin = new Watched(track, other, new Occupancy(), calls);
    return twin;
  }

  /**
   * The same craft for a watch under other fences that has followed it by itself until now.
   *
   * @param own what that watch keeps beside it
   */
  Watched under(Scene other, Watched own) {
    Watched same = new Watched(track, other, own.occupancy, calls);
    same.off.addAll(own.off);
    same.heldBack.addAll(own.heldBack);
    same.lastStep = lastStep;
    same.lastPlace = lastPlace;
    same.lookedAtMillis = own.lookedAtMillis;
    same.lastCell = own.lastCell;
    same.inCellSinceMillis = own.inCellSinceMillis;
    same.hasLain = own.hasLain;
    twin = same;
    return same;
  }

  /** The same craft as the watch under other fences keeps it; null without such a watch. */
  Watched twin() {
    return twin;
  }

  Track track() {
    return track;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  boolean isOff(Detector detector) {
    return !off.isEmpty() && off.contains(detector.kind());
  }

  /** Whether those who need not look at every report look now. */
  boolean isDueAt(long nowMillis) {
    long since = nowMillis - lookedAtMillis;
    boolean isDue = since < 0 || since >= LOOK_EVERY_MILLIS;
    lookedAtMillis = isDue ? nowMillis : lookedAtMillis;
    return isDue;
  }

  /** Whether a report within the last ten seconds had everybody look who looks at reports. */
  boolean wasLookedAtLately(long nowMillis) {
    return nowMillis - lookedAtMillis < Scene.TEN_SECONDS_MILLIS;
  }

  /** At each third of the ten seconds; tracks take turns. */
  boolean isDueByHalfMinutes(long nowMillis) {
    return isDueByHalfMinutes(track, nowMillis);
  }

  /** Whether it is an aircraft, or an echo that may be one. */
  boolean mayFly() {
    return mayFly(track);
  }

  /** Whether everybody who looks as time passes can wait. */
  static boolean isLeftAlone(Track track, long nowMillis) {
    return !mayFly(track) && !isDueByHalfMinutes(track, nowMillis);
  }

  private static boolean isDueByHalfMinutes(Track track, long nowMillis) {
    return (nowMillis / Scene.TEN_SECONDS_MILLIS + track.serial()) % TENS_OF_HALF_MINUTE == 0;
  }

  private static boolean mayFly(Track track) {
    return track.domain() == Domain.AIR || track.isRadarOnly();
  }

  void turnOff(Detector detector) {
    off.add(detector.kind());
  }

  /** Remembers what was kept quiet; of each kind the newest. */
  void holdBack(Suppression suppression) {
    heldBack.removeIf(old -> old.kind().equals(suppression.kind()));
    heldBack.add(suppression);
  }

  /** What was kept quiet, of each kind the newest. */
  List<Suppression> heldBack() {
    return List.copyOf(heldBack);
  }

  /** Whether the same was kept quiet within the last seconds. */
  boolean isHeldBackLately(String kind, String with, long nowMillis) {
    for (Suppression old : heldBack) {
      boolean isSame = old.kind().equals(kind) && Objects.equals(old.with(), with);
      if (isSame && nowMillis - old.atMillis() < LATELY_MILLIS) {
        return true;
      }
    }
    return false;
  }

  /** Moves through the fences if the report moved the track. */
  void step(Report report, FenceMap fences, Around.Anchors anchors) {
    Fix latest = track.latest();
    if (Watch.fixOf(report) == null || latest == null || latest == lastStep) {
      return;
    }
    occupancy.step(
        fences,
        new Occupancy.Step(
            lastStep == null ? 0 : lastStep.atMillis(),
            lastPlace,
            latest.atMillis(),
            track.position(),
            track.sigmaMetres(),
            track.altitudeFeet(),
            track.domain() == Domain.AIR),
        anchors);
    lastStep = latest;
    lastPlace = track.position();
  }

  /**
   * Tells of its way when it enters another cell, as far as it is ordinary: by day anybody's, else
   * it says who it is or left a known landing, and nothing is open about it.
   *
   * @return whether it told of its way
   */
  boolean pass(Passages passages) {
    Position at = track.position();
    if (track.domain() != Domain.SEA || at == null) {
      return false;
    }
    long cell = Passages.cellOf(at);
    if (cell == lastCell) {
      layIn(passages, at);
      return false;
    }
    setOut(passages);
    lastCell = cell;
    inCellSinceMillis = track.latest().atMillis();
    Velocity velocity = track.velocity();
    boolean tells = velocity.fixes() >= 3 && velocity.speedKnots() >= PASSING_KNOTS && isOrdinary();
    if (tells) {
      passages.entered(
          at, velocity.courseDegrees(), velocity.speedKnots(), track.latest().atMillis());
    }
    return tells;
  }

  /** Told once for each stay of a while. */
  private void layIn(Passages passages, Position at) {
    long now = track.latest().atMillis();
    boolean lies = now - inCellSinceMillis >= BERTH_MILLIS && track.isConfirmed();
    if (lies && !hasLain && !track.isAsFastAs(SLOW_KNOTS)) {
      hasLain = true;
      passages.lay(at, now);
    }
  }

  /** A craft that is first seen at the shore and leaves it has set out from there. */
  private void setOut(Passages passages) {
    Position born = track.bornAt();
    boolean isFirstMile = lastCell != Long.MIN_VALUE && lastCell == Passages.cellOf(born);
    if (isFirstMile && !hasLain && track.isConfirmed()) {
      Coast coast = scene.geography().coast();
      if (coast.isShoreWithin(born.latitude(), born.longitude(), AT_SHORE_METRES)) {
        passages.lay(born, track.latest().atMillis());
      }
    }
    // Who drifts from cell to cell lies there all the time, and is one craft.
    hasLain &= !track.isAsFastAs(SLOW_KNOTS);
  }

  private boolean isOrdinary() {
    if (!track.isConfirmed()) {
      return false;
    }
    Position at = track.position();
    if (!Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis())) {
      return true;
    }
    if (scene.isOpen(track)) {
      return false;
    }
    Position born = track.bornAt();
    return track.identity().isCooperative()
        || scene.geography().landingMetres(born.latitude(), born.longitude()) < NEAR_LANDING_METRES;
  }

  TrackState tell(long nowMillis) {
    toldFreshness = track.freshness(nowMillis);
    toldOwn = isOwn(nowMillis);
    return state(nowMillis);
  }

  TrackState state(long nowMillis) {
    judgePlan(nowMillis);
    return new TrackState(
        track.serial(),
        track.name(),
        track.contactNames(),
        track.domain(),
        track.identity(),
        place(),
        new TrackState.Standing(
            track.freshness(nowMillis),
            !track.isConfirmed(),
            isOwn(nowMillis),
            listedBecause(),
            planName()),
        flight);
  }

  /** Sentences for a vessel's card; what is to be said of an aircraft is in its verdict. */
  List<String> notes() {
    return track.domain() == Domain.SEA && isOwn(scene.nowMillis())
        ? List.of("One of our own forces: it rings only in distress.")
        : List.of();
  }

  /** Why an aircraft is or is not an alert, as of now; null for a vessel. */
  FlightVerdict verdict() {
    return track.domain() == Domain.AIR ? FlightVerdict.of(track, scene) : null;
  }

  private String planName() {
    return verdict == null || verdict.match().plan() == null ? null : verdict.match().plan().name();
  }

  private TrackState.Place place() {
    Fix latest = track.latest();
    Position position = track.position();
    return new TrackState.Place(
        position,
        latest == null ? track.heardAtMillis() : latest.atMillis(),
        track.speedKnots(),
        track.courseDegrees(),
        track.headingDegrees(),
        track.altitudeFeet(),
        isAtRest(),
        latest == null
            ? null
            : new TrackState.Source(latest.state().source(), latest.origin().station()));
  }

  private boolean isAtRest() {
    Integer status = track.navigationStatus();
    return track.isOnGround() || (status != null && (status == AT_ANCHOR || status == MOORED));
  }

  private boolean isOwn(long nowMillis) {
    return scene.ownForces().contains(track.identity(), nowMillis);
  }

  /** Whether it is no longer what was told: as fresh, or one of our own. */
  boolean isOtherThanTold(long nowMillis) {
    return track.freshness(nowMillis) != toldFreshness || isOwn(nowMillis) != toldOwn;
  }

  /** Its place on the lists, looked up only when its identity or the lists have changed. */
  Listing listing(WatchIndex index) {
    if (judgedIdentity != track.identity() || judgedIndex != index) {
      judgedIdentity = track.identity();
      judgedIndex = index;
      listing = index.find(judgedIdentity, track.domain());
    }
    return listing;
  }

  /** Where it says that it is bound, read only when its identity has changed. */
  Destination destination() {
    if (readIdentity != track.identity()) {
      readIdentity = track.identity();
      destination = destination.followedBy(readIdentity, scene.geography().harbours());
    }
    return destination;
  }

  PortCalls calls() {
    return calls;
  }

  private String listedBecause() {
    Listing found = scene.listing(track);
    if (found == null || !found.isExact()) {
      return null;
    }
    String reason = found.entry().reason();
    return found.list() == null
        ? reason
        : reason + " (" + found.list().keeper() + ", " + found.list().asOf() + ")";
  }

  private void judgePlan(long nowMillis) {
    if (track.domain() != Domain.AIR) {
      return;
    }
    FlightIdentity said = track.identity().flight();
    String callsign = said == null ? null : said.callsign();
    boolean renamed = callsign != null && !callsign.equals(judgedCallsign);
    if (renamed || nowMillis - planAtMillis >= PLAN_AGAIN_MILLIS) {
      planAtMillis = nowMillis;
      judgedCallsign = callsign;
      verdict = FlightVerdict.of(track, scene);
      flight = flight(verdict, nowMillis);
    }
  }

  /** Looks for its plan again; whether another is found than before. */
  boolean judgePlanAnew(long nowMillis) {
    String before = planName();
    planAtMillis = Long.MIN_VALUE / 2;
    judgePlan(nowMillis);
    return !Objects.equals(before, planName());
  }

  /** What was found when it was last looked for; null before. */
  PlanMatch planMatch() {
    return verdict == null ? null : verdict.match();
  }

  private TrackState.Flight flight(FlightVerdict found, long nowMillis) {
    Identity identity = track.identity();
    FlightPlan plan = found.match().plan();
    AircraftRegister register = scene.register();
    return new TrackState.Flight(
        found.standing(),
        register.sort(identity, plan),
        AircraftRegister.typeDesignator(identity, plan),
        register.block(identity),
        AircraftRegister.registration(identity),
        register.known(identity, nowMillis),
        track.height() != null && track.height().geometric());
  }
}
