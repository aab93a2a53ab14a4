package bz.keelbill.watch;

import bz.keelbill.detect.AircraftRegister;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.Listing;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.Scene;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Port;
import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.report.Glimpse;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Clocks;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Destination;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Picture;
import bz.keelbill.track.Track;
import bz.keelbill.track.Usual;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The read-only scene that the detectors of a watch look at, at the moment they are to judge. */
class WatchScene implements Scene {
  private final Watch watch;
  private long atMillis = Long.MIN_VALUE;
  private Identity ownAsked;
  private long ownAskedMillis;
  private boolean ownAnswer;

  WatchScene(Watch watch) {
    this.watch = watch;
  }

  /** What is taken for the present from now on, unless the watch itself is further. */
  void setNow(long millis) {
    atMillis = millis;
  }

  @Override
  public long nowMillis() {
    Watch leader = watch.leader();
    return leader != null ? leader.scene().nowMillis() : Math.max(atMillis, watch.timeMillis());
  }

  @Override
  public Picture picture() {
    return watch.picture();
  }

  @Override
  public Rules rules() {
    return watch.rulesLookedUnder();
  }

  @Override
  public Geography geography() {
    return watch.setup().geography();
  }

  @Override
  public FenceMap fences() {
    return watch.fences();
  }

  @Override
  public Occupancy occupancy(Track track) {
    return watch.watched(track).occupancy();
  }

  @Override
  public PlanBook plans() {
    return watch.plans();
  }

  @Override
  public Hearing hearing() {
    return watch.hearing();
  }

  @Override
  public Coverage coverage() {
    return watch.coverage();
  }

  @Override
  public Usual passages() {
    return watch.passages();
  }

  @Override
  public Clocks clocks() {
    return watch.clocks();
  }

  @Override
  public Map<String, Position> stations() {
    return watch.setup().stations().positions();
  }

  @Override
  public OwnForces ownForces() {
    return watch.setup().ownForces();
  }

  /** One detector after the other asks the same of the same craft. */
  @Override
  public boolean isOwn(Track track) {
    long now = nowMillis();
    if (track.identity() != ownAsked || now != ownAskedMillis) {
      ownAsked = track.identity();
      ownAskedMillis = now;
      ownAnswer = ownForces().contains(ownAsked, now);
    }
    return ownAnswer;
  }

  @Override
  public List<Track> ownVessels() {
    return watch.ownVessels().at(nowMillis(), ownForces());
  }

  @Override
  public WatchList watchList() {
    return watch.lists().inForce();
  }

  @Override
  public Destination destination(Track track) {
    return watch.watched(track).destination();
  }

  @Override
  public Port lastPort(Track track) {
    return watch.watched(track).calls().lastPort();
  }

  @Override
  public Listing listing(Track track) {
    return watch.watched(track).listing(watch.lists().index());
  }

  @Override
  public KnownGood knownGood() {
    return watch.knownGood();
  }

  @Override
  public AircraftRegister register() {
    return watch.setup().register();
  }

  @Override
  public boolean saidLately(String kind, Track track, String with) {
    return watch.watched(track).isHeldBackLately(kind, with, nowMillis())
        || watch.alerts().saidLately(kind, track.name(), with, nowMillis());
  }

  @Override
  public boolean isOpen(Track track) {
    return watch.alerts().isOpen(track.name());
  }

  @Override
  public boolean isOpen(String kind, Track track) {
    return watch.alerts().isOpen(kind, track.name());
  }

  @Override
  public List<Finding> open(String kind) {
    return watch.alerts().open(kind);
  }

  @Override
  public Collection<Glimpse> unexplained() {
    return watch.unexplained();
  }
}
