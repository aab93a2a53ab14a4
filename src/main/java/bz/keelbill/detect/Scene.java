package bz.keelbill.detect;

import bz.keelbill.fence.Fence;
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
import bz.keelbill.track.Picture;
import bz.keelbill.track.Track;
import bz.keelbill.track.Usual;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything a detector may look at besides its track, read-only, at one instant of event time.
 *
 * <p>Implemented by the Watch; belongs to its thread.
 */
public interface Scene {
  /** How far apart the moments are at which what lasts for minutes is looked at. */
  long TEN_SECONDS_MILLIS = 10_000;

  /** The present, event time, Unix milliseconds. */
  long nowMillis();

  /** All tracks. */
  Picture picture();

  /**
   * Whether this is one of the moments, ten seconds apart, at which what lasts for minutes is
   * looked at.
   */
  default boolean isTenthSecond() {
    return nowMillis() % TEN_SECONDS_MILLIS == 0;
  }

  /** The rules in force. */
  Rules rules();

  /** The earth. */
  Geography geography();

  /** The fences in force. */
  FenceMap fences();

  /** The fence in force of an id, or null. */
  default Fence fence(String id) {
    return fences().find(id);
  }

  /** The fences in force whose area contains a place, whatever height and hour. */
  default List<Fence> fencesAt(Position at) {
    return fences().at(at.latitude(), at.longitude());
  }

  /** What a track has to do with the fences; never null. */
  Occupancy occupancy(Track track);

  /** The flight plans. */
  PlanBook plans();

  /** How the stations are heard. */
  Hearing hearing();

  /** Where the stations hear. */
  Coverage coverage();

  /** Which ways are usual, and how fast. */
  Usual passages();

  /** How far the stations' clocks are off. */
  Clocks clocks();

  /** Where the configured stations stand, by id. */
  Map<String, Position> stations();

  /** Our own side. */
  OwnForces ownForces();

  /** Whether a track is one of our own. */
  default boolean isOwn(Track track) {
    return ownForces().contains(track.identity(), nowMillis());
  }

  /** Our own vessels, in the order of their birth. */
  List<Track> ownVessels();

  /** The listed craft. */
  WatchList watchList();

  /** Where a vessel says that it is bound; never null. */
  Destination destination(Track track);

  /** The port that a vessel left last, as followed; null if it is not known. */
  Port lastPort(Track track);

  /** A craft's place on a watch list; null if it is on none. */
  Listing listing(Track track);

  /** What is known to be good. */
  KnownGood knownGood();

  /** What tables and lists say of aircraft. */
  AircraftRegister register();

  /**
   * Whether a detector has said the same of this track within the last seconds, so that working it
   * out again would tell nobody anything.
   *
   * @param with the fence's id or the partner's lineage, or null
   */
  boolean saidLately(String kind, Track track, String with);

  /** Whether anything is open about a track. */
  boolean isOpen(Track track);

  /** Whether something of a kind is open in which a track takes part. */
  boolean isOpen(String kind, Track track);

  /** What is open of a kind, in the order in which it was raised. */
  List<Finding> open(String kind);

  /** What satellites saw and no track explains, oldest first. */
  Collection<Glimpse> unexplained();
}
