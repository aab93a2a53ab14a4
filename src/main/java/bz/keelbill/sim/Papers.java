package bz.keelbill.sim;

/** Who a craft says it is. */
sealed interface Papers {

  /** Carries nothing that speaks. */
  record None() implements Papers {}

  /** An aircraft whose transponder is off. */
  record Silent() implements Papers {}

  /**
   * A vessel or a station with AIS.
   *
   * @param mmsi nine digits
   * @param imo 0 for none
   * @param shipType M.1371-5 table 53; for an aid its type (table 74)
   * @param set what equipment it has
   * @param hull how large
   */
  record Vessel(int mmsi, int imo, String callsign, String name, int shipType, Set set, Hull hull)
      implements Papers {}

  /** AIS equipment. */
  enum Set {
    /** Types 1 and 5. */
    CLASS_A,
    /** Types 18 and 24. */
    CLASS_B,
    /** Type 4. */
    BASE,
    /** Type 21. */
    AID,
    /** A search and rescue transmitter: type 1 with status 14 in bursts, and type 14. */
    BEACON
  }

  /** Metres from the antenna to the ends. */
  record Hull(int bow, int stern, int port, int starboard) {
    static Hull of(int length, int beam) {
      return new Hull(length / 2, length - length / 2, beam / 2, beam - beam / 2);
    }
  }

  /**
   * An aircraft with a transponder.
   *
   * @param address 24 bits
   * @param callsign null if it sends none
   * @param squawk four octal digits
   */
  record Aircraft(int address, String callsign, String registration, String type, String squawk)
      implements Papers {}
}
