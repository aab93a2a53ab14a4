package bz.keelbill.watch;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.PlanLook;
import bz.keelbill.detect.Scene;
import bz.keelbill.detect.Watchlisted;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A track with what the watch keeps beside it: its stays in fences, and what was told of it. */
final class Watched {
  private static final long PLAN_AGAIN_MILLIS = 10_000;
  private static final int AT_ANCHOR = 1;
  private static final int MOORED = 5;

  private final Track track;
  private final Scene scene;
  private final Occupancy occupancy = new Occupancy();
  private final List<Detector> off = new ArrayList<>(0);
  private Fix lastStep;
  private Freshness toldFreshness;
  private Identity judgedIdentity;
  private String listedBecause;
  private boolean own;
  private PlanMatch planMatch;
  private long planAtMillis;

  Watched(Track track, Scene scene) {
    this.track = track;
    this.scene = scene;
  }

  Track track() {
    return track;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  Freshness toldFreshness() {
    return toldFreshness;
  }

  boolean isOff(Detector detector) {
    return !off.isEmpty() && off.contains(detector);
  }

  void turnOff(Detector detector) {
    off.add(detector);
  }

  /** Moves through the fences if the report moved the track. */
  void step(Report report, FenceMap fences) {
    Fix latest = track.latest();
    if (Watch.fixOf(report) == null || latest == null || latest == lastStep) {
      return;
    }
    occupancy.step(
        fences,
        new Occupancy.Step(
            lastStep == null ? 0 : lastStep.atMillis(),
            lastStep == null ? null : lastStep.position(),
            latest.atMillis(),
            latest.position(),
            latest.state().accuracy().worstMetres(),
            track.altitudeFeet(),
            track.domain() == Domain.AIR));
    lastStep = latest;
  }

  TrackState tell(long nowMillis) {
    toldFreshness = track.freshness(nowMillis);
    return state(nowMillis);
  }

  TrackState state(long nowMillis) {
    judgeIdentity();
    judgePlan(nowMillis);
    return new TrackState(
        track.serial(),
        track.name(),
        track.contactNames(),
        track.domain(),
        track.identity(),
        place(),
        new TrackState.Standing(
            track.freshness(nowMillis), !track.isConfirmed(), own, listedBecause, planName()));
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (scene.ownForces().contains(track.identity())) {
      notes.add("One of our own forces: it rings only in distress.");
    }
    if (track.domain() == Domain.AIR) {
      notes.addAll(PlanLook.notes(track, scene));
    }
    return notes;
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

  private void judgeIdentity() {
    if (judgedIdentity != track.identity()) {
      judgedIdentity = track.identity();
      own = scene.ownForces().contains(judgedIdentity);
      listedBecause = Watchlisted.reason(scene.watchList(), judgedIdentity);
    }
  }

  private void judgePlan(long nowMillis) {
    boolean due = planMatch == null || nowMillis - planAtMillis >= PLAN_AGAIN_MILLIS;
    if (track.domain() == Domain.AIR && due) {
      planAtMillis = nowMillis;
      planMatch = PlanLook.of(track, scene);
    }
  }

  /** Looks for its plan again; whether another is found than before. */
  boolean judgePlanAnew(long nowMillis) {
    String before = planName();
    planMatch = null;
    judgePlan(nowMillis);
    return !Objects.equals(before, planName());
  }

  /** What was found when it was last looked for; null before. */
  PlanMatch planMatch() {
    return planMatch;
  }

  private String planName() {
    return planMatch == null || planMatch.plan() == null ? null : planMatch.plan().name();
  }
}
