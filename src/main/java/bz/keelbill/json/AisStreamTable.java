package bz.keelbill.json;

import static bz.keelbill.ais.AisField.*;

import bz.keelbill.ais.AisField;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages of aisstream.io, field by field: under which name each stands, and between which
 * values it is one. Its sentinels are scaled like the rest (102.3 knots, 360 and 511 degrees), so
 * the range of M.1371-5 tells them.
 */
final class AisStreamTable {
  private static final int NAME_LENGTH = 20;
  private static final int NAME_WITH_EXTENSION = 34;
  private static final int CALLSIGN_LENGTH = 7;
  private static final int TEXT_LENGTH = 161;
  private static final double MOST_KNOTS = 102.25;
  private static final double BELOW_NORTH = Math.nextDown(360.0);

  /** Types 1, 2 and 3. */
  private static final AisStreamTable POSITION =
      new AisStreamTable(1, 2, 3)
          .number(STATUS, "NavigationalStatus", 0, 15)
          .number(ROT_RAW, "RateOfTurn", -128, 127)
          .motion()
          .second();

  /** Type 18. */
  private static final AisStreamTable POSITION_B = new AisStreamTable(18).motion().second();

  /** Type 19. */
  private static final AisStreamTable EXTENDED_B =
      new AisStreamTable(19)
          .motion()
          .second()
          .text(NAME, NAME_LENGTH, "Name")
          .number(SHIPTYPE, "Type", 0, 255)
          .dimensions();

  /** Type 27: whole knots and degrees. */
  private static final AisStreamTable LONG_RANGE =
      new AisStreamTable(27)
          .number(STATUS, "NavigationalStatus", 0, 15)
          .place()
          .number(SOG, "Sog", 0, 62)
          .number(COG, "Cog", 0, BELOW_NORTH);

  /** Type 5. */
  private static final AisStreamTable STATIC =
      new AisStreamTable(5)
          .number(IMO, "ImoNumber", 1, Integer.MAX_VALUE)
          .text(CALLSIGN, CALLSIGN_LENGTH, "CallSign")
          .text(NAME, NAME_LENGTH, "Name")
          .number(SHIPTYPE, "Type", 0, 255)
          .dimensions()
          .number(ETA_MONTH, "Eta.Month", 1, 12)
          .number(ETA_DAY, "Eta.Day", 1, 31)
          .number(ETA_HOUR, "Eta.Hour", 0, 23)
          .number(ETA_MINUTE, "Eta.Minute", 0, 59)
          .number(DRAUGHT, "MaximumStaticDraught", 0, 25.5)
          .text(DESTINATION, NAME_LENGTH, "Destination");

  /** Types 4 and 11. */
  private static final AisStreamTable BASE_STATION =
      new AisStreamTable(4, 11)
          .number(YEAR, "UtcYear", 1, 9999)
          .number(MONTH, "UtcMonth", 1, 12)
          .number(DAY, "UtcDay", 1, 31)
          .number(HOUR, "UtcHour", 0, 23)
          .number(MINUTE, "UtcMinute", 0, 59)
          .number(SECOND, "UtcSecond", 0, 59)
          .place();

  /** Type 21. */
  private static final AisStreamTable AID =
      new AisStreamTable(21)
          .number(AID_TYPE, "Type", 0, 31)
          .text(NAME, NAME_WITH_EXTENSION, "Name", "NameExtension")
          .place()
          .number(OFF_POSITION, "OffPosition", 0, 1)
          .number(VIRTUAL_AID, "VirtualAtoN", 0, 1)
          .second()
          .dimensions();

  /** Type 9: whole knots. */
  private static final AisStreamTable AIRCRAFT =
      new AisStreamTable(9)
          .number(ALT, "Altitude", 0, 4094)
          .number(ALT_SENSOR, "AltFromBaro", 0, 1)
          .number(SOG, "Sog", 0, 1022)
          .place()
          .number(COG, "Cog", 0, BELOW_NORTH)
          .second();

  /** Type 14. */
  private static final AisStreamTable BROADCAST_TEXT =
      new AisStreamTable(14).text(TEXT, TEXT_LENGTH, "Text");

  /** Type 12. */
  private static final AisStreamTable ADDRESSED_TEXT =
      new AisStreamTable(12)
          .number(DEST_MMSI, "DestinationID", 0, (1 << 30) - 1)
          .text(TEXT, TEXT_LENGTH, "Text");

  /** Type 24, part A. */
  static final AisStreamTable STATIC_B_NAME =
      new AisStreamTable(24).text(NAME, NAME_LENGTH, "ReportA.Name");

  /** Type 24, part B of an auxiliary craft: its parent stands where others give their size. */
  static final AisStreamTable STATIC_B_AUXILIARY =
      new AisStreamTable(24)
          .number(SHIPTYPE, "ReportB.ShipType", 0, 255)
          .text(CALLSIGN, CALLSIGN_LENGTH, "ReportB.CallSign")
          .parent("ReportB.Dimension");

  /** Type 24, part B. */
  static final AisStreamTable STATIC_B =
      new AisStreamTable(24)
          .number(SHIPTYPE, "ReportB.ShipType", 0, 255)
          .text(CALLSIGN, CALLSIGN_LENGTH, "ReportB.CallSign")
          .dimensions("ReportB.Dimension");

  private static final Map<String, AisStreamTable> BY_NAME =
      Map.ofEntries(
          Map.entry("PositionReport", POSITION),
          Map.entry("StandardClassBPositionReport", POSITION_B),
          Map.entry("ExtendedClassBPositionReport", EXTENDED_B),
          Map.entry("LongRangeAisBroadcastMessage", LONG_RANGE),
          Map.entry("ShipStaticData", STATIC),
          Map.entry("StaticDataReport", STATIC_B),
          Map.entry("BaseStationReport", BASE_STATION),
          Map.entry("AidsToNavigationReport", AID),
          Map.entry("StandardSearchAndRescueAircraftReport", AIRCRAFT),
          Map.entry("SafetyBroadcastMessage", BROADCAST_TEXT),
          Map.entry("AddressedSafetyMessage", ADDRESSED_TEXT));

  /** What says nothing of its sender; from a distress device it is a call for help all the same. */
  private static final AisStreamTable NOTHING =
      new AisStreamTable(8, 6, 7, 10, 13, 15, 16, 17, 20, 22, 23, 25, 26);

  /** The names of messages that say nothing of their sender. */
  private static final Set<String> SILENT =
      Set.of(
          "AddressedBinaryMessage",
          "AssignedModeCommand",
          "BinaryAcknowledge",
          "BinaryBroadcastMessage",
          "ChannelManagement",
          "CoordinatedUTCInquiry",
          "DataLinkManagementMessage",
          "DataLinkManagementMessageData",
          "GnssBroadcastBinaryMessage",
          "GroupAssignmentCommand",
          "Interrogation",
          "MultiSlotBinaryMessage",
          "SingleSlotBinaryMessage");

  /** Reads one field of a message's body. */
  private interface Row {
    void read(JsonNode body, SpelledMessage into);
  }

  private final List<Integer> types;
  private final List<Row> rows = new ArrayList<>();

  private AisStreamTable(Integer... types) {
    this.types = List.of(types);
  }

  /** The table of a {@code MessageType}; null if there is no such type. */
  static AisStreamTable of(String messageType) {
    return SILENT.contains(messageType) ? NOTHING : BY_NAME.get(messageType);
  }

  /** Every {@code MessageType} that there is, for whoever may ask for them. */
  static boolean isKnown(String messageType) {
    return of(messageType) != null;
  }

  /** The AIS message type: as the body says, where it may be one of several; 0 if it may not. */
  int type(JsonNode messageId) {
    if (!messageId.isInt()) {
      return types.get(0);
    }
    return types.contains(messageId.intValue()) ? messageId.intValue() : 0;
  }

  /** Reads every field of a body. */
  void read(JsonNode body, SpelledMessage into) {
    rows.forEach(row -> row.read(body, into));
  }

  private AisStreamTable number(AisField field, String path, double lowest, double highest) {
    String[] names = path.split("\\.");
    rows.add((body, into) -> into.put(field, between(at(body, names), lowest, highest)));
    return this;
  }

  private AisStreamTable text(AisField field, int longest, String... paths) {
    rows.add(
        (body, into) -> {
          StringBuilder text = new StringBuilder();
          for (String path : paths) {
            text.append(at(body, path.split("\\.")).asText(""));
          }
          into.put(field, text.toString(), longest);
        });
    return this;
  }

  private AisStreamTable place() {
    return number(LON, "Longitude", -180, 180)
        .number(LAT, "Latitude", -90, 90)
        .number(ACCURACY, "PositionAccuracy", 0, 1);
  }

  private AisStreamTable motion() {
    return place()
        .number(SOG, "Sog", 0, MOST_KNOTS)
        .number(COG, "Cog", 0, BELOW_NORTH)
        .number(HEADING, "TrueHeading", 0, 359);
  }

  private AisStreamTable second() {
    return number(SECOND, "Timestamp", 0, 63);
  }

  private AisStreamTable dimensions() {
    return dimensions("Dimension");
  }

  private AisStreamTable dimensions(String path) {
    return number(TO_BOW, path + ".A", 0, 511)
        .number(TO_STERN, path + ".B", 0, 511)
        .number(TO_PORT, path + ".C", 0, 63)
        .number(TO_STARBOARD, path + ".D", 0, 63);
  }

  /** The thirty bits of a size, as which the service spells the parent's MMSI out. */
  private AisStreamTable parent(String path) {
    AisStreamTable size = new AisStreamTable().dimensions(path);
    rows.add(
        (body, into) -> {
          SpelledMessage bits = new SpelledMessage(24, 0);
          size.read(body, bits);
          double mmsi = bits.number(TO_BOW) * (1 << 21) + bits.number(TO_STERN) * (1 << 12);
          into.put(MOTHERSHIP_MMSI, mmsi + bits.number(TO_PORT) * 64 + bits.number(TO_STARBOARD));
        });
    return this;
  }

  private static JsonNode at(JsonNode body, String[] names) {
    JsonNode node = body;
    for (String name : names) {
      node = node.path(name);
    }
    return node;
  }

  private static double between(JsonNode node, double lowest, double highest) {
    if (node.isBoolean()) {
      return node.booleanValue() ? 1 : 0;
    }
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    return value >= lowest && value <= highest ? value : Double.NaN;
  }
}
