package bz.keelbill.json;

import bz.keelbill.ais.AisMessage;
import bz.keelbill.ais.AisReader;
import bz.keelbill.ais.AisReports;
import bz.keelbill.ais.EventTime;
import bz.keelbill.ais.MmsiClass;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The JSON messages of aisstream.io as reports: {@code {"MessageType":T,"MetaData":{...},
 * "Message":{T:{...}}}}, one to a line.
 *
 * <p>Only what the craft itself sent counts: the name and the place that the service adds to every
 * message from its own memory are left alone. Keeps nothing between lines.
 */
public final class AisStreamDecoder implements Decoder {
  private final String station;
  private final AisReader.Timing timing;

  /**
   * Begins a feed.
   *
   * @param station the name under which the service's antennas are known here
   * @param timing whether arrival times may be believed
   */
  public AisStreamDecoder(String station, AisReader.Timing timing) {
    this.station = station;
    this.timing = timing;
  }

  /** Whether the service knows a {@code MessageType}, so that one may ask for it. */
  public static boolean isMessageType(String word) {
    return AisStreamTable.isKnown(word);
  }

  @Override
  public void decode(Line line, Output out) {
    JsonNode root = OutsideJson.read(line.bytes());
    Reject.Reason fault = root == null ? Reject.Reason.MALFORMED : read(root, line, out);
    if (fault != null) {
      out.reject(new Reject(line, fault));
    }
  }

  private Reject.Reason read(JsonNode root, Line line, Output out) {
    if (root.has("error")) {
      return Reject.Reason.SENDER_ERROR;
    }
    String messageType = root.path("MessageType").textValue();
    if (messageType == null) {
      return Reject.Reason.MALFORMED;
    }
    JsonNode body = root.path("Message").path(messageType);
    AisStreamTable table = AisStreamTable.of(messageType);
    if (table == null) {
      return Reject.Reason.UNKNOWN_TYPE;
    }
    int type = table.type(body.path("MessageID"));
    if (!body.isObject() || type == 0) {
      return Reject.Reason.MALFORMED;
    }
    if (!isValid(body)) {
      return Reject.Reason.INVALID;
    }
    JsonNode metaData = root.path("MetaData");
    double mmsi = mmsi(body.path("UserID"), metaData.path("MMSI"));
    if (!SpelledMessage.isMmsi(mmsi)) {
      return Reject.Reason.MALFORMED;
    }
    SpelledMessage message = new SpelledMessage(type, (int) mmsi);
    tableOf(table, body, message).read(body, message);
    out.message(Integer.toString(type));
    AisReports.report(message, origin(line, message, metaData), out);
    return null;
  }

  /** Type 24 comes in halves, each with a mark of its own. */
  private static boolean isValid(JsonNode body) {
    boolean isHalfValid = half(body).path("Valid").asBoolean(true);
    return body.path("Valid").asBoolean(true) && isHalfValid;
  }

  private static JsonNode half(JsonNode body) {
    return body.path(isPartB(body) ? "ReportB" : "ReportA");
  }

  private static boolean isPartB(JsonNode body) {
    return body.path("PartNumber").asBoolean(false);
  }

  private static AisStreamTable tableOf(
      AisStreamTable table, JsonNode body, SpelledMessage message) {
    if (table != AisStreamTable.STATIC_B) {
      return table;
    }
    if (!isPartB(body)) {
      return AisStreamTable.STATIC_B_NAME;
    }
    boolean isAuxiliary = MmsiClass.of(message.mmsi()) == MmsiClass.AUXILIARY_CRAFT;
    return isAuxiliary ? AisStreamTable.STATIC_B_AUXILIARY : AisStreamTable.STATIC_B;
  }

  /** NaN if there is none, or two that differ: then nobody knows whose message it is. */
  private static double mmsi(JsonNode inBody, JsonNode inMetaData) {
    if (!inBody.isNumber()) {
      return inMetaData.isNumber() ? inMetaData.doubleValue() : Double.NaN;
    }
    boolean agree = !inMetaData.isNumber() || inMetaData.doubleValue() == inBody.doubleValue();
    return agree ? inBody.doubleValue() : Double.NaN;
  }

  private Origin origin(Line line, SpelledMessage message, JsonNode metaData) {
    long stationAt = SpelledTime.millis(metaData.path("time_utc").textValue());
    long received = line.receivedAtMillis();
    return new Origin(
        line.feed(),
        station,
        line.number(),
        EventTime.of(message, stationAt, received, timing),
        received,
        stationAt == AisMessage.NO_TIME ? null : (Long) stationAt,
        0);
  }
}
