package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.report.VesselIdentity.Names;

/**
 * What a craft has said of itself so far, merged field by field: the newest known value stays.
 *
 * @param mmsi AIS number, or null
 * @param address 24-bit address, or null
 * @param vessel merged static data, or null if none came
 * @param flight merged flight data, or null if none came
 */
public record Identity(
    Integer mmsi, ContactId.Icao24 address, VesselIdentity vessel, FlightIdentity flight) {
  /** Nobody knows anything. */
  public static final Identity NONE = new Identity(null, null, null, null);

  /** Whether the craft itself has said who it is. */
  public boolean isCooperative() {
    return mmsi != null || address != null;
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
      return new Identity(ship.number(), address, vessel, flight);
    }
    if (id instanceof ContactId.Icao24 aircraft && address == null) {
      return new Identity(mmsi, aircraft, vessel, flight);
    }
    return this;
  }

  Identity with(VesselIdentity said) {
    return new Identity(mmsi, address, vessel == null ? said : merged(vessel, said), flight);
  }

  Identity with(FlightIdentity said) {
    return new Identity(mmsi, address, vessel, flight == null ? said : merged(flight, said));
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
    return new Identity(first(mmsi, other.mmsi), first(address, other.address), ship, plane);
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
        first(said.imoNumber(), old.imoNumber()));
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

  private static <T> T first(T one, T other) {
    return one != null ? one : other;
  }
}
