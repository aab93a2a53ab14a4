package bz.keelbill.watch;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.detect.KnownAircraft;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Canary;
import bz.keelbill.report.Fix;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import java.util.List;

/**
 * A track as it stands at one moment: what leaves the Watch.
 *
 * @param serial number of the track in this Watch
 * @param name of its first contact
 * @param contacts names of all its contacts
 * @param domain sea or air
 * @param identity who it says it is
 * @param place where and how it moves
 * @param standing what the watch thinks of it
 * @param flight what is known of an aircraft besides; null for vessels
 */
public record TrackState(
    long serial,
    String name,
    List<String> contacts,
    Domain domain,
    Identity identity,
    Place place,
    Standing standing,
    Flight flight) {

  /** Whether it is the watch's own test craft. */
  public boolean isCanary() {
    return place.source() != null && Canary.is(place.source().station(), place.position());
  }

  /** Of a vessel. */
  public TrackState(
      long serial,
      String name,
      List<String> contacts,
      Domain domain,
      Identity identity,
      Place place,
      Standing standing) {
    this(serial, name, contacts, domain, identity, place, standing, null);
  }

  /**
   * Where a track is and how it moves; numbers are NaN when unknown.
   *
   * @param position newest, or null if it never had one
   * @param atMillis event time of that position
   * @param altitudeFeet NaN for vessels
   * @param onGround whether an aircraft is on the ground, or a vessel moored or at anchor
   * @param source the sensor kind of the newest position, or null
   * @param station that heard it, or null
   */
  public record Place(
      Position position,
      long atMillis,
      double speedKnots,
      double courseDegrees,
      double headingDegrees,
      double altitudeFeet,
      boolean onGround,
      Source source) {}

  /** Which sensor gave the newest position. */
  public record Source(Fix.Source kind, String station) {}

  /**
   * What the watch thinks of a track.
   *
   * @param freshness of its news
   * @param tentative whether it is not yet sure that it is a craft
   * @param own one of ours
   * @param listedBecause the reason of the watch list, or null
   * @param plan the flight plan that explains it, as {@code TGU101 MZBE-MZSP}, or null
   */
  public record Standing(
      Freshness freshness, boolean tentative, boolean own, String listedBecause, String plan) {}

  /**
   * What is known of an aircraft besides; all of it changes seldom.
   *
   * @param standing with the plans
   * @param sort its class
   * @param type its type as a feed or its plan gives it; null unknown
   * @param block the addresses that its own belongs to; null if there is none or it has none
   * @param registration as a data base gives it or its address computes to; null unknown
   * @param known who it is among the known aircraft; null if it is none of them
   * @param geometric whether its altitude is a satellite one
   */
  public record Flight(
      FlightVerdict.Standing standing,
      AircraftClass sort,
      String type,
      AddressBlocks.Block block,
      String registration,
      KnownAircraft.Entry known,
      boolean geometric) {}
}
