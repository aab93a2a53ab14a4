package bz.keelbill.detect;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.adsb.AircraftTypes;
import bz.keelbill.adsb.Registration;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.track.Identity;
import java.util.List;

/**
 * What tables and lists say of aircraft: State by address, class by type, names by identity.
 *
 * @param blocks which State gives out which addresses; null for no such table
 * @param types what type designators stand for
 * @param known aircraft that the watch knows by name
 */
public record AircraftRegister(AddressBlocks blocks, AircraftTypes types, KnownAircraft known) {
  /** Knows nothing. */
  public static final AircraftRegister NONE =
      new AircraftRegister(null, AircraftTypes.NONE, new KnownAircraft(List.of()));

  /** The registration that a data base behind a feed gives or the address computes to, or null. */
  public static String registration(Identity identity) {
    FlightIdentity flight = identity.flight();
    if (flight != null && flight.registration() != null) {
      return flight.registration();
    }
    Icao24 address = identity.address();
    return address == null || !address.assigned()
        ? null
        : Registration.ofAddress(address.address());
  }

  /** The block that the address belongs to; null if there is none, or no real address. */
  public AddressBlocks.Block block(Identity identity) {
    Icao24 address = identity.address();
    return blocks == null || address == null || !address.assigned()
        ? null
        : blocks.of(address.address());
  }

  /** The type as a feed gives it, else as the plan does; null unknown. */
  public static String typeDesignator(Identity identity, FlightPlan planOrNull) {
    FlightIdentity flight = identity.flight();
    if (flight != null && flight.typeDesignator() != null) {
      return flight.typeDesignator();
    }
    return planOrNull == null ? null : planOrNull.aircraft().type();
  }

  /** The class by type, else by the emitter category. */
  public AircraftClass sort(Identity identity, FlightPlan planOrNull) {
    AircraftTypes.Type type = types.of(typeDesignator(identity, planOrNull));
    FlightIdentity flight = identity.flight();
    return type != null
        ? type.sort()
        : AircraftClass.ofCategory(flight == null ? null : flight.category());
  }

  /** Who it is among the known aircraft at a moment; null if it is none of them. */
  public KnownAircraft.Entry known(Identity identity, long atMillis) {
    return known.entries().isEmpty()
        ? null
        : known.find(identity, registration(identity), atMillis);
  }

  /**
   * The State whose mark a registration bears, if that is not the State of the address.
   *
   * @return null if they agree, or one of them is not known
   */
  public AddressBlocks.Block otherState(Identity identity, String registrationOrNull) {
    AddressBlocks.Block own = block(identity);
    if (own == null || own.marks().isEmpty() || registrationOrNull == null) {
      return null;
    }
    return AddressBlocks.bears(own, registrationOrNull)
        ? null
        : blocks.ofRegistration(registrationOrNull);
  }
}
