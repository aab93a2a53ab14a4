package bz.keelbill.json;

import bz.keelbill.ais.AisMessage;
import bz.keelbill.ais.AisReader;
import bz.keelbill.ais.AisReports;
import bz.keelbill.ais.EventTime;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * AISHub's documents, cut by {@link AisHubFraming}, as reports: each vessel gives a position and an
 * identity. Keeps nothing between lines.
 *
 * <p>The service also tells the last place of vessels that it has not heard for days: live, those
 * are not used, for they would look like news.
 */
public final class AisHubDecoder implements Decoder {
  private static final long OLD_MILLIS = 24 * 3_600_000L;
  private static final int MOST_VESSELS = 64;

  private final String station;
  private final AisReader.Timing timing;

  /**
   * Begins a feed.
   *
   * @param station the name under which the service's antennas are known here
   * @param timing whether arrival times may be believed
   */
  public AisHubDecoder(String station, AisReader.Timing timing) {
    this.station = station;
    this.timing = timing;
  }

  @Override
  public void decode(Line line, Output out) {
    String start = line.text().stripLeading();
    boolean isJson = start.startsWith("[") || start.startsWith("{");
    Reject.Reason fault = isJson ? readJson(line, out) : readText(line, out);
    if (fault != null) {
      out.reject(new Reject(line, fault));
    }
  }

  private Reject.Reason readJson(Line line, Output out) {
    JsonNode root = OutsideJson.read(line.bytes());
    if (root == null) {
      return Reject.Reason.MALFORMED;
    }
    if (root.isObject()) {
      return object(root, null, line, out);
    }
    String format = null;
    Reject.Reason first = null;
    int vessels = 0;
    for (JsonNode item : root) {
      for (JsonNode object : item.isArray() ? item : List.of(item)) {
        if (++vessels > MOST_VESSELS) {
          return Reject.Reason.TOO_LONG;
        }
        Reject.Reason fault = object(object, format, line, out);
        first = first == null ? fault : first;
        format = isVessel(object) ? format : AisHubVessel.knownFormat(format(object));
      }
    }
    return first;
  }

  private static String format(JsonNode header) {
    return header.path("FORMAT").asText();
  }

  private static boolean isVessel(JsonNode object) {
    return object.has("MMSI");
  }

  private Reject.Reason object(JsonNode object, String format, Line line, Output out) {
    if (isVessel(object)) {
      return vessel(new AisHubVessel(columns(object), format), line, out);
    }
    if (object.path("ERROR").asBoolean()) {
      return Reject.Reason.SENDER_ERROR;
    }
    return object.has("ERROR") || object.has("FORMAT") ? null : Reject.Reason.MALFORMED;
  }

  private static Map<String, String> columns(JsonNode object) {
    Map<String, String> columns = new HashMap<>();
    object
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                columns.put(upperCase(member.getKey()), member.getValue().asText().strip());
              }
            });
    return columns;
  }

  /** CSV: the columns and one row; anything else may be a complaint of the service. */
  private Reject.Reason readText(Line line, Output out) {
    String text = new String(line.bytes(), StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    if (end < 0) {
      return isComplaint(text) ? Reject.Reason.SENDER_ERROR : Reject.Reason.MALFORMED;
    }
    List<String> names = CsvRow.of(text.substring(0, end));
    List<String> values = CsvRow.of(text.substring(end + 1));
    if (names.size() != values.size()) {
      return Reject.Reason.SHORT;
    }
    Map<String, String> columns = new HashMap<>();
    for (int index = 0; index < names.size(); index++) {
      columns.put(upperCase(names.get(index)), values.get(index));
    }
    return vessel(new AisHubVessel(columns, null), line, out);
  }

  private static boolean isComplaint(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("too frequent") || lower.contains("error");
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private Reject.Reason vessel(AisHubVessel vessel, Line line, Output out) {
    if (!SpelledMessage.isMmsi(vessel.mmsi())) {
      return Reject.Reason.MALFORMED;
    }
    long stationAt = vessel.atMillis();
    boolean isKnown = stationAt != AisMessage.NO_TIME;
    boolean isOld = isKnown && line.receivedAtMillis() - stationAt > OLD_MILLIS;
    if (isOld && timing == AisReader.Timing.LIVE) {
      return Reject.Reason.NOT_USED;
    }
    SpelledMessage position = vessel.position();
    long received = line.receivedAtMillis();
    Origin origin =
        new Origin(
            line.feed(),
            station,
            line.number(),
            EventTime.of(position, stationAt, received, timing),
            received,
            isKnown ? (Long) stationAt : null,
            0);
    AisReports.report(position, origin, out);
    AisReports.report(vessel.identity(), origin, out);
    return null;
  }
}
