package bz.keelbill.report;

import java.util.Locale;

/**
 * The name under which one sensor follows one craft.
 *
 * <p>Sealed: a cooperative craft says its own number, a radar gives it one.
 */
public sealed interface ContactId {

  /** The contact's name as alerts and the page write it, without a birth time. */
  String name();

  /** Whether the craft itself said who it is. */
  default boolean isCooperative() {
    return true;
  }

  /**
   * An AIS station.
   *
   * @param number the MMSI as sent, 0 to 2^30−1: every value is kept, even an irregular one
   */
  record Mmsi(int number) implements ContactId {
    @Override
    public String name() {
      return String.format(Locale.ROOT, "mmsi:%09d", number);
    }

    // Looked up several times for every report: what a record makes of itself is slower.
    @Override
    public boolean equals(Object other) {
      return other instanceof Mmsi mmsi && mmsi.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  /**
   * An aircraft's 24-bit address.
   *
   * @param address 0 to 0xFFFFFF
   * @param assigned false for a track number that a ground station made up, written with a '~'
   */
  record Icao24(int address, boolean assigned) implements ContactId {
    @Override
    public String name() {
      return String.format(Locale.ROOT, "icao:%s%06x", assigned ? "" : "~", address);
    }
  }

  /**
   * A radar's target number. Numbers are used again within minutes; the track that opens an epoch
   * of the number adds its birth to the name.
   *
   * @param station the radar's station
   * @param number 0 to 1023 of a marine radar, 0 to 65535 of an ASTERIX source
   */
  record RadarTarget(String station, int number) implements ContactId {
    @Override
    public String name() {
      return "radar:" + station + "/" + number;
    }

    @Override
    public boolean isCooperative() {
      return false;
    }
  }

  /**
   * One echo that its radar does not follow. All echoes of a station have this one name: nothing
   * but its place tells whether the next is of the same craft.
   *
   * @param station the radar's station
   */
  record Plot(String station) implements ContactId {
    @Override
    public String name() {
      return "plot:" + station;
    }

    @Override
    public boolean isCooperative() {
      return false;
    }
  }

  /**
   * A fishing vessel's tracking box (VMS): the ship says who it is.
   *
   * @param mark its radio call sign, else its registration, as sent; never empty
   */
  record Vms(String mark) implements ContactId {
    @Override
    public String name() {
      return "vms:" + mark;
    }
  }

  /**
   * A patrol's device that tells its own position.
   *
   * @param uid as its Cursor on Target events name it; never empty
   * @param isAirborne whether it says that it is on board an aircraft
   */
  record Cot(String uid, boolean isAirborne) implements ContactId {
    /** On a vessel or on land. */
    public Cot(String uid) {
      this(uid, false);
    }

    @Override
    public String name() {
      return "cot:" + uid;
    }
  }

  /**
   * What a person saw.
   *
   * @param reportId of the report; an edited report keeps it
   */
  record Sighting(String reportId) implements ContactId {
    @Override
    public String name() {
      return "sighting:" + reportId;
    }

    @Override
    public boolean isCooperative() {
      return false;
    }
  }

  /**
   * What a satellite's picture shows.
   *
   * @param detectId as the importer's file names it; a file read again says the same ones
   */
  record Detection(String detectId) implements ContactId {
    @Override
    public String name() {
      return "detection:" + detectId;
    }

    @Override
    public boolean isCooperative() {
      return false;
    }
  }
}
