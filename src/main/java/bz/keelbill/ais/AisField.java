package bz.keelbill.ais;

/**
 * Every field of the AIS messages, under the name (in lower case) that {@code decode} prints.
 *
 * <p>Offsets and widths differ from message to message: see {@link AisTables}.
 */
public enum AisField {
  // Position and motion.
  /** Navigational status, 0 to 15 (table 45). */
  STATUS,
  /** Rate of turn as sent, −128 to 127. */
  ROT_RAW,
  /** Speed over ground, knots. */
  SOG,
  /** 1 if the position is better than 10 metres. */
  ACCURACY,
  /** Longitude, degrees, east positive. */
  LON,
  /** Latitude, degrees, north positive. */
  LAT,
  /** Course over ground, degrees. */
  COG,
  /** True heading, degrees. */
  HEADING,
  /** Second of the position's UTC minute as sent; above 59 it tells why there is none. */
  SECOND,
  /** Special manoeuvre indicator. */
  MANEUVER,
  /** 1 if the receiver watches its integrity. */
  RAIM,
  /** Altitude of an aircraft, metres. */
  ALT,
  /** 1 if that altitude is barometric. */
  ALT_SENSOR,
  /** Communication state as sent, 19 or 20 bits. */
  COMM_STATE,
  /** Type of position fixing device. */
  EPFD,
  /** Type 27's last flag as sent: whether the position is old. */
  GNSS,

  // Clock of a base station.
  /** UTC year. */
  YEAR,
  /** UTC month, 1 to 12. */
  MONTH,
  /** UTC day, 1 to 31. */
  DAY,
  /** UTC hour. */
  HOUR,
  /** UTC minute. */
  MINUTE,

  // Who and where to.
  /** AIS version indicator. */
  AIS_VERSION,
  /** IMO number as sent. */
  IMO,
  /** Call sign. */
  CALLSIGN,
  /** Name. */
  NAME,
  /** Type of ship and cargo (table 53). */
  SHIPTYPE,
  /** Metres from the reference point to the bow. */
  TO_BOW,
  /** Metres to the stern. */
  TO_STERN,
  /** Metres to port. */
  TO_PORT,
  /** Metres to starboard. */
  TO_STARBOARD,
  /** Month of arrival. */
  ETA_MONTH,
  /** Day of arrival. */
  ETA_DAY,
  /** Hour of arrival. */
  ETA_HOUR,
  /** Minute of arrival. */
  ETA_MINUTE,
  /** Draught, metres. */
  DRAUGHT,
  /** Destination. */
  DESTINATION,
  /** 1 if the data terminal is not ready. */
  DTE,
  /** Which half of a type 24: 0 is A, 1 is B. */
  PART,
  /** Maker of the equipment, three characters. */
  VENDORID,
  /** Maker's model code. */
  MODEL,
  /** Serial number. */
  SERIAL,
  /** MMSI of an auxiliary craft's parent. */
  MOTHERSHIP_MMSI,

  // Class B equipment.
  /** 1 if carrier-sense. */
  CS,
  /** 1 if it has a display. */
  DISPLAY,
  /** 1 if it has a DSC function. */
  DSC,
  /** 1 if it works in the whole marine band. */
  BAND,
  /** 1 if it obeys message 22. */
  MSG22,
  /** 1 if in assigned mode. */
  ASSIGNED,

  // Aids to navigation.
  /** Type of aid (table 74). */
  AID_TYPE,
  /** 1 if off position; only meaningful while the second is below 60. */
  OFF_POSITION,
  /** Status bits of the aid. */
  AID_STATUS,
  /** 1 if nothing floats there. */
  VIRTUAL_AID,

  // Addressed and binary messages.
  /** Sequence number of the sender. */
  SEQNO,
  /** MMSI of the addressee. */
  DEST_MMSI,
  /** 1 if sent again. */
  RETRANSMIT,
  /** Designated area code. */
  DAC,
  /** Function identifier. */
  FID,
  /** Safety-related text. */
  TEXT,
  /** First MMSI acknowledged. */
  ACK_1,
  /** Second MMSI acknowledged. */
  ACK_2,
  /** Third MMSI acknowledged. */
  ACK_3,
  /** Fourth MMSI acknowledged. */
  ACK_4,
  /** 1 if to one station. */
  ADDRESSED,
  /** 1 if an application identifier leads the data. */
  STRUCTURED,

  // Management of the radio link.
  /** First station asked or assigned. */
  MMSI1,
  /** First message asked of the first station. */
  TYPE1_1,
  /** Its slot offset. */
  OFFSET1_1,
  /** Second message asked of the first station. */
  TYPE1_2,
  /** Its slot offset. */
  OFFSET1_2,
  /** Second station asked or assigned. */
  MMSI2,
  /** Message asked of the second station. */
  TYPE2_1,
  /** Its slot offset. */
  OFFSET2_1,
  /** First slot offset. */
  OFFSET1,
  /** Number of slots. */
  NUMBER1,
  /** Minutes of the reservation. */
  TIMEOUT1,
  /** Slot increment. */
  INCREMENT1,
  /** Second slot offset. */
  OFFSET2,
  /** Number of slots. */
  NUMBER2,
  /** Minutes of the reservation. */
  TIMEOUT2,
  /** Slot increment. */
  INCREMENT2,
  /** Third slot offset. */
  OFFSET3,
  /** Number of slots. */
  NUMBER3,
  /** Minutes of the reservation. */
  TIMEOUT3,
  /** Slot increment. */
  INCREMENT3,
  /** Fourth slot offset. */
  OFFSET4,
  /** Number of slots. */
  NUMBER4,
  /** Minutes of the reservation. */
  TIMEOUT4,
  /** Slot increment. */
  INCREMENT4,
  /** First channel's number. */
  CHANNEL_A,
  /** Second channel's number. */
  CHANNEL_B,
  /** Transmit and receive mode. */
  TXRX,
  /** 1 if low power. */
  POWER,
  /** Longitude of an area's north-east corner, degrees. */
  NE_LON,
  /** Latitude of an area's north-east corner, degrees. */
  NE_LAT,
  /** Longitude of an area's south-west corner, degrees. */
  SW_LON,
  /** Latitude of an area's south-west corner, degrees. */
  SW_LAT,
  /** 1 if the first channel's band is narrow. */
  BAND_A,
  /** 1 if the second channel's band is narrow. */
  BAND_B,
  /** Nautical miles of transition around the area, less one. */
  ZONE_SIZE,
  /** Which stations an assignment is for. */
  STATIONTYPE,
  /** Reporting interval (table 77). */
  INTERVAL,
  /** Minutes of silence. */
  QUIET
}
