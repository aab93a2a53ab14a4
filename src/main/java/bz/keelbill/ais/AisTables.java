package bz.keelbill.ais;

import static bz.keelbill.ais.AisField.*;
import static bz.keelbill.ais.Quantity.*;

import bz.keelbill.ais.Layout.Draft;

/**
 * The messages of ITU-R M.1371-5, annex 8, field by field: offset and width in bits, and how the
 * number is coded.
 */
final class AisTables {

  /** Messages 1, 2 and 3, table 48. */
  private static final Layout POSITION_A =
      Layout.draft()
          .print(STATUS, 38, 4)
          .print(ROT_RAW, 42, 8, SIGNED)
          .print(SOG, 50, 10, TENTH_KNOTS)
          .print(ACCURACY, 60, 1)
          .position(61)
          .print(COG, 116, 12, TENTH_DEGREES)
          .print(HEADING, 128, 9, HEADING_DEGREES)
          .print(SECOND, 137, 6)
          .print(MANEUVER, 143, 2)
          .print(RAIM, 148, 1)
          .keep(COMM_STATE, 149, 19)
          .layout();

  /** Messages 4 and 11, table 51. */
  private static final Layout BASE_STATION =
      Layout.draft()
          .print(YEAR, 38, 14, POSITIVE)
          .print(MONTH, 52, 4, POSITIVE)
          .print(DAY, 56, 5, POSITIVE)
          .print(AisField.HOUR, 61, 5, Quantity.HOUR)
          .print(MINUTE, 66, 6, SIXTIETH)
          .print(SECOND, 72, 6, SIXTIETH)
          .print(ACCURACY, 78, 1)
          .position(79)
          .print(EPFD, 134, 4)
          .print(RAIM, 148, 1)
          .keep(COMM_STATE, 149, 19)
          .layout();

  /** Message 5, table 52; often sent a few bits short, but never without its destination. */
  private static final Layout STATIC_A =
      Layout.draft()
          .print(AIS_VERSION, 38, 2)
          .print(IMO, 40, 30, POSITIVE)
          .text(CALLSIGN, 70, 7)
          .text(NAME, 112, 20)
          .print(SHIPTYPE, 232, 8)
          .dimensions(240)
          .print(EPFD, 270, 4)
          .print(ETA_MONTH, 274, 4, POSITIVE)
          .print(ETA_DAY, 278, 5, POSITIVE)
          .print(ETA_HOUR, 283, 5, Quantity.HOUR)
          .print(ETA_MINUTE, 288, 6, SIXTIETH)
          .print(DRAUGHT, 294, 8, TENTH_METRES)
          .text(DESTINATION, 302, 20)
          .keep(DTE, 422, 1)
          .layout();

  /** Message 6, table 54. */
  private static final Layout ADDRESSED_BINARY =
      addressed().print(DAC, 72, 10).print(FID, 82, 6).data(88, 0).layout();

  /** Messages 7 and 13, table 56. */
  private static final Layout ACKNOWLEDGE =
      Layout.draft()
          .print(ACK_1, 40, 30, POSITIVE)
          .printIfThere(ACK_2, 72, 30, POSITIVE)
          .printIfThere(ACK_3, 104, 30, POSITIVE)
          .printIfThere(ACK_4, 136, 30, POSITIVE)
          .layout();

  /** Message 8, table 57. */
  private static final Layout BROADCAST_BINARY =
      Layout.draft().print(DAC, 40, 10).print(FID, 50, 6).data(56, 0).layout();

  /** Message 9, table 59. */
  private static final Layout SAR_AIRCRAFT =
      Layout.draft()
          .print(ALT, 38, 12, ALTITUDE_METRES)
          .print(SOG, 50, 10, AIRCRAFT_KNOTS)
          .print(ACCURACY, 60, 1)
          .position(61)
          .print(COG, 116, 12, TENTH_DEGREES)
          .print(SECOND, 128, 6)
          .keep(ALT_SENSOR, 134, 1)
          .keep(DTE, 142, 1)
          .keep(ASSIGNED, 146, 1)
          .print(RAIM, 147, 1)
          .keep(COMM_STATE, 148, 20)
          .layout();

  /** Message 10, table 60. */
  private static final Layout UTC_INQUIRY = Layout.draft().print(DEST_MMSI, 40, 30).layout();

  /** Message 12, table 61; 1,008 bits at most. */
  private static final Layout ADDRESSED_TEXT = addressed().textToEnd(TEXT, 72, 156).layout();

  /** Message 14, table 63; 1,008 bits at most. */
  private static final Layout BROADCAST_TEXT = Layout.draft().textToEnd(TEXT, 40, 161).layout();

  /** Message 15, table 66. */
  private static final Layout INTERROGATION =
      Layout.draft()
          .print(MMSI1, 40, 30)
          .print(TYPE1_1, 70, 6)
          .keep(OFFSET1_1, 76, 12)
          .keep(TYPE1_2, 90, 6)
          .keep(OFFSET1_2, 96, 12)
          .keep(MMSI2, 110, 30)
          .keep(TYPE2_1, 140, 6)
          .keep(OFFSET2_1, 146, 12)
          .layout();

  /** Message 16, table 67. */
  private static final Layout ASSIGNMENT =
      Layout.draft()
          .print(MMSI1, 40, 30)
          .print(OFFSET1, 70, 12)
          .print(INCREMENT1, 82, 10)
          .keep(MMSI2, 92, 30)
          .keep(OFFSET2, 122, 12)
          .keep(INCREMENT2, 134, 10)
          .layout();

  /** Message 17, table 68. */
  private static final Layout DIFFERENTIAL =
      Layout.draft()
          .print(LON, 40, 18, COARSE_LONGITUDE)
          .print(LAT, 58, 17, COARSE_LATITUDE)
          .data(80, 0)
          .layout();

  /** Message 18, table 70. */
  private static final Layout POSITION_B =
      positionB()
          .print(CS, 141, 1)
          .print(DISPLAY, 142, 1)
          .print(DSC, 143, 1)
          .print(BAND, 144, 1)
          .print(MSG22, 145, 1)
          .print(ASSIGNED, 146, 1)
          .print(RAIM, 147, 1)
          .keep(COMM_STATE, 148, 20)
          .layout();

  /** Message 19, table 71. */
  private static final Layout EXTENDED_B =
      positionB()
          .text(NAME, 143, 20)
          .print(SHIPTYPE, 263, 8)
          .dimensions(271)
          .print(EPFD, 301, 4)
          .print(RAIM, 305, 1)
          .print(DTE, 306, 1)
          .print(ASSIGNED, 307, 1)
          .layout();

  /** Message 20, table 72. */
  private static final Layout DATA_LINK =
      Layout.draft()
          .print(OFFSET1, 40, 12)
          .print(NUMBER1, 52, 4)
          .print(TIMEOUT1, 56, 3)
          .print(INCREMENT1, 59, 11)
          .keep(OFFSET2, 70, 12)
          .keep(NUMBER2, 82, 4)
          .keep(TIMEOUT2, 86, 3)
          .keep(INCREMENT2, 89, 11)
          .keep(OFFSET3, 100, 12)
          .keep(NUMBER3, 112, 4)
          .keep(TIMEOUT3, 116, 3)
          .keep(INCREMENT3, 119, 11)
          .keep(OFFSET4, 130, 12)
          .keep(NUMBER4, 142, 4)
          .keep(TIMEOUT4, 146, 3)
          .keep(INCREMENT4, 149, 11)
          .layout();

  /** Message 21, table 73; the name goes on behind the fixed part. */
  private static final Layout AID_TO_NAVIGATION =
      Layout.draft()
          .print(AID_TYPE, 38, 5)
          .text(NAME, 43, 20, 272, 14)
          .print(ACCURACY, 163, 1)
          .position(164)
          .dimensions(219)
          .print(EPFD, 249, 4)
          .print(SECOND, 253, 6)
          .print(OFF_POSITION, 259, 1)
          .keep(AID_STATUS, 260, 8)
          .print(RAIM, 268, 1)
          .print(VIRTUAL_AID, 269, 1)
          .print(ASSIGNED, 270, 1)
          .layout();

  /** Message 22, table 75, for an area. */
  private static final Layout CHANNELS_OF_AREA =
      channels()
          .keep(NE_LON, 69, 18, COARSE_LONGITUDE)
          .keep(NE_LAT, 87, 17, COARSE_LATITUDE)
          .keep(SW_LON, 104, 18, COARSE_LONGITUDE)
          .keep(SW_LAT, 122, 17, COARSE_LATITUDE)
          .layout();

  /** Message 22, table 75, for two stations. */
  private static final Layout CHANNELS_OF_STATIONS =
      channels().keep(MMSI1, 69, 30).keep(MMSI2, 104, 30).layout();

  /** Message 23, table 76. */
  private static final Layout GROUP_ASSIGNMENT =
      Layout.draft()
          .keep(NE_LON, 40, 18, COARSE_LONGITUDE)
          .keep(NE_LAT, 58, 17, COARSE_LATITUDE)
          .keep(SW_LON, 75, 18, COARSE_LONGITUDE)
          .keep(SW_LAT, 93, 17, COARSE_LATITUDE)
          .print(STATIONTYPE, 110, 4)
          .print(SHIPTYPE, 114, 8)
          .print(TXRX, 144, 2)
          .print(INTERVAL, 146, 4)
          .print(QUIET, 150, 4)
          .layout();

  /** Message 24 part A, table 78. */
  private static final Layout STATIC_B_NAME =
      Layout.draft().print(PART, 38, 2).text(NAME, 40, 20).layout();

  /** Message 24 part B, table 79. */
  private static final Layout STATIC_B = staticB().dimensions(132).keep(EPFD, 162, 4).layout();

  /** Message 24 part B of an auxiliary craft: its parent stands where others give their size. */
  private static final Layout STATIC_B_AUXILIARY =
      staticB().print(MOTHERSHIP_MMSI, 132, 30).keep(EPFD, 162, 4).layout();

  /** Message 25, table 80. */
  private static final Layout BINARY = binary().data(40, 0).layout();

  /** Message 25 to one station. */
  private static final Layout BINARY_TO_ONE =
      binary().print(DEST_MMSI, 40, 30).data(70, 0).layout();

  /** Message 26, table 82: as 25 with a communication state behind. */
  private static final Layout LONG_BINARY = binary().data(40, 20).layout();

  /** Message 26 to one station. */
  private static final Layout LONG_BINARY_TO_ONE =
      binary().print(DEST_MMSI, 40, 30).data(70, 20).layout();

  /** Message 27, table 84. */
  private static final Layout LONG_RANGE =
      Layout.draft()
          .print(ACCURACY, 38, 1)
          .print(RAIM, 39, 1)
          .print(STATUS, 40, 4)
          .print(LON, 44, 18, COARSE_LONGITUDE)
          .print(LAT, 62, 17, COARSE_LATITUDE)
          .print(SOG, 79, 6, COARSE_KNOTS)
          .print(COG, 85, 9, COARSE_DEGREES)
          .print(GNSS, 94, 1)
          .layout();

  private AisTables() {}

  /**
   * The layout of a message, or null if there is no such message.
   *
   * @param type 0 to 63
   * @param mmsi the sender, which tells an auxiliary craft
   * @param flags bits 38 and 39, which tell the variants of types 24 to 26
   * @param isForStations bit 139, which tells those of type 22
   */
  static Layout of(int type, int mmsi, int flags, boolean isForStations) {
    return switch (type) {
      case 1, 2, 3 -> POSITION_A;
      case 4, 11 -> BASE_STATION;
      case 5 -> STATIC_A;
      case 6 -> ADDRESSED_BINARY;
      case 7, 13 -> ACKNOWLEDGE;
      case 8 -> BROADCAST_BINARY;
      case 9 -> SAR_AIRCRAFT;
      case 10 -> UTC_INQUIRY;
      case 12 -> ADDRESSED_TEXT;
      case 14 -> BROADCAST_TEXT;
      case 15 -> INTERROGATION;
      case 16 -> ASSIGNMENT;
      case 17 -> DIFFERENTIAL;
      case 18 -> POSITION_B;
      case 19 -> EXTENDED_B;
      case 20 -> DATA_LINK;
      case 21 -> AID_TO_NAVIGATION;
      case 22 -> isForStations ? CHANNELS_OF_STATIONS : CHANNELS_OF_AREA;
      case 23 -> GROUP_ASSIGNMENT;
      case 24 -> staticB(flags, mmsi);
      case 25 -> isAddressed(flags) ? BINARY_TO_ONE : BINARY;
      case 26 -> isAddressed(flags) ? LONG_BINARY_TO_ONE : LONG_BINARY;
      case 27 -> LONG_RANGE;
      default -> null;
    };
  }

  private static Layout staticB(int part, int mmsi) {
    return switch (part) {
      case 0 -> STATIC_B_NAME;
      case 1 -> MmsiClass.of(mmsi) == MmsiClass.AUXILIARY_CRAFT ? STATIC_B_AUXILIARY : STATIC_B;
      default -> null;
    };
  }

  private static boolean isAddressed(int flags) {
    return (flags & 2) != 0;
  }

  private static Draft addressed() {
    return Layout.draft().print(SEQNO, 38, 2).print(DEST_MMSI, 40, 30).print(RETRANSMIT, 70, 1);
  }

  private static Draft positionB() {
    return Layout.draft()
        .print(SOG, 46, 10, TENTH_KNOTS)
        .print(ACCURACY, 56, 1)
        .position(57)
        .print(COG, 112, 12, TENTH_DEGREES)
        .print(HEADING, 124, 9, HEADING_DEGREES)
        .print(SECOND, 133, 6);
  }

  private static Draft channels() {
    return Layout.draft()
        .print(CHANNEL_A, 40, 12)
        .print(CHANNEL_B, 52, 12)
        .print(TXRX, 64, 4)
        .print(POWER, 68, 1)
        .print(ADDRESSED, 139, 1)
        .keep(BAND_A, 140, 1)
        .keep(BAND_B, 141, 1)
        .keep(ZONE_SIZE, 142, 3);
  }

  private static Draft staticB() {
    return Layout.draft()
        .print(PART, 38, 2)
        .print(SHIPTYPE, 40, 8)
        .text(VENDORID, 48, 3)
        .keep(MODEL, 66, 4)
        .keep(SERIAL, 70, 20)
        .text(CALLSIGN, 90, 7);
  }

  private static Draft binary() {
    return Layout.draft().print(ADDRESSED, 38, 1).print(STRUCTURED, 39, 1);
  }
}
