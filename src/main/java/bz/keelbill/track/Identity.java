package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.report.VesselIdentity.Names;

/**
 * What a craft has said of itself so far, merged field by field: the newest known value stays.
 *
 * @param mmsi AIS number, or null
 * @param address 24-bit address, or null
 * @param vmsMark the call sign or registration that its tracking box sends, or null
 * @param patrol the device on board that tells its position, or null
 * @param vessel merged static data, or null if none came
 * @param flight merged flight data, or null if none came
 */
public record Identity(
    Integer mmsi,
    ContactId.Icao24 address,
    String vmsMark,
    Patrol patrol,
    VesselIdentity vessel,
    FlightIdentity flight) {
  /** Nobody knows anything. */
  public static final Identity NONE = new Identity(null, null, null, null);

  /**
   * A device on board, and whether somebody who is trusted has called it one of ours.
   *
   * @param uid as Cursor on Target names it
   * @param ownUntilMillis up to when it is our own, Unix milliseconds; {@code Long.MIN_VALUE} if
   *     nobody called it so
   */
  public record Patrol(String uid, long ownUntilMillis) {}

  /** Of a craft without a tracking box or a patrol's device. */
  public Identity(
      Integer mmsi, ContactId.Icao24 address, VesselIdentity vessel, FlightIdentity flight) {
    this(mmsi, address, null, null, vessel, flight);
  }

  /** Whether the craft itself has said who it is. */
  public boolean isCooperative() {
    return mmsi != null || address != null || vmsMark != null || patrol != null;
  }

  /** Whether a feed that is trusted has called it our own, and lately. */
  public boolean isDeclaredOwn(long nowMillis) {
    return patrol != null && nowMillis <= patrol.ownUntilMillis();
  }

  /** The name to call it by: ship's name or flight callsign; null if none is known. */
  public String name() {
    if (vessel != null && vessel.name() != null && !vessel.name().isEmpty()) {
      return vessel.name();
    }
    return flight == null ? null : flight.callsign();
  }

  /** M.1371-5 ship type, or null. */
  public Integer shipType() {
    return vessel == null ? null : vessel.shipType();
  }

  Identity withContact(ContactId id) {
    if (id instanceof ContactId.Mmsi ship && mmsi == null) {
      return new Identity(ship.number(), address, vmsMark, patrol, vessel, flight);
    }
    if (id instanceof ContactId.Icao24 aircraft && address == null) {
      return new Identity(mmsi, aircraft, vmsMark, patrol, vessel, flight);
    }
    if (id instanceof ContactId.Vms box && vmsMark == null) {
      return new Identity(mmsi, address, box.mark(), patrol, vessel, flight);
    }
    if (id instanceof ContactId.Cot device && patrol == null) {
      return with(new Patrol(device.uid(), Long.MIN_VALUE));
    }
    return this;
  }

  Identity with(VesselIdentity said) {
    VesselIdentity ship = vessel == null ? said : merged(vessel, said);
    return new Identity(mmsi, address, vmsMark, patrol, ship, flight);
  }

  Identity with(FlightIdentity said) {
    FlightIdentity plane = flight == null ? said : merged(flight, said);
    return new Identity(mmsi, address, vmsMark, patrol, vessel, plane);
  }

  Identity with(OwnForce said) {
    return with(longest(patrol, new Patrol(said.contact().uid(), said.untilMillis())));
  }

  private Identity with(Patrol device) {
    return new Identity(mmsi, address, vmsMark, device, vessel, flight);
  }

  /** The two craft have turned out to be one. */
  Identity with(Identity other) {
    VesselIdentity ship =
        vessel == null || other.vessel == null
            ? first(vessel, other.vessel)
            : merged(other.vessel, vessel);
    FlightIdentity plane =
        flight == null || other.flight == null
            ? first(flight, other.flight)
            : merged(other.flight, flight);
    return new Identity(
        first(mmsi, other.mmsi),
        first(address, other.address),
        first(vmsMark, other.vmsMark),
        longest(patrol, other.patrol),
        ship,
        plane);
  }

  private static VesselIdentity merged(VesselIdentity old, VesselIdentity said) {
    return new VesselIdentity(
        said.origin(),
        said.contact(),
        merged(old.names(), said.names()),
        first(said.shipType(), old.shipType()),
        first(said.hull(), old.hull()),
        first(said.voyage(), old.voyage()),
        first(said.parentMmsi(), old.parentMmsi()),
        first(said.aid(), old.aid()));
  }

  private static Names merged(Names old, Names said) {
    return new Names(
        first(said.name(), old.name()),
        first(said.callsign(), old.callsign()),
        first(said.imoNumber(), old.imoNumber()),
        first(said.registration(), old.registration()),
        first(said.flag(), old.flag()));
  }

  private static FlightIdentity merged(FlightIdentity old, FlightIdentity said) {
    return new FlightIdentity(
        said.origin(),
        said.contact(),
        first(said.callsign(), old.callsign()),
        first(said.squawk(), old.squawk()),
        first(said.emergency(), old.emergency()),
        first(said.registration(), old.registration()),
        first(said.typeDesignator(), old.typeDesignator()),
        first(said.onGround(), old.onGround()),
        first(said.category(), old.category()));
  }

  /** Two devices may be on board; the craft is ours for as long as one of them says so. */
  private static Patrol longest(Patrol one, Patrol other) {
    boolean isOther = one == null || other != null && other.ownUntilMillis() > one.ownUntilMillis();
    return isOther ? other : one;
  }

  private static <T> T first(T one, T other) {
    return one != null ? one : other;
  }
}
