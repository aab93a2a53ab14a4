package bz.keelbill.report;

/**
 * What one sensor said at one instant.
 *
 * <p>Sealed family: a {@link Fix} is the positional one; the others add identity, words or the end
 * of a contact. Unknown numbers are NaN, other unknown values null.
 */
public sealed interface Report
    permits Fix,
        VesselIdentity,
        FlightIdentity,
        SafetyText,
        StationClock,
        ContactLost,
        PlanMessage,
        Glimpse,
        OwnForce {

  /** Which of the family; for the few places that must treat every kind. */
  enum Kind {
    /** {@link Fix}. */
    FIX,
    /** {@link VesselIdentity}. */
    VESSEL_IDENTITY,
    /** {@link FlightIdentity}. */
    FLIGHT_IDENTITY,
    /** {@link SafetyText}. */
    SAFETY_TEXT,
    /** {@link StationClock}. */
    STATION_CLOCK,
    /** {@link ContactLost}. */
    CONTACT_LOST,
    /** {@link PlanMessage}. */
    PLAN_MESSAGE,
    /** {@link Glimpse}. */
    GLIMPSE,
    /** {@link OwnForce}. */
    OWN_FORCE
  }

  /** Which of the family this is. */
  Kind kind();

  /** Where and when it comes from. */
  Origin origin();

  /**
   * Whom it is about; null for a plan, which is about nobody in sight yet, and for a radar's own
   * clock.
   */
  ContactId contact();
}
