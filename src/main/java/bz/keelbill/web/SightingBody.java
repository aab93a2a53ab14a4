package bz.keelbill.web;

import bz.keelbill.sighting.Column;
import bz.keelbill.sighting.Fault;
import bz.keelbill.sighting.Gazetteer;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.sighting.SightingCells;
import bz.keelbill.sighting.SightingText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A sighting as the page sends it: fields, or a line of text, or both, where a field goes before
 * what the text says. Every fault is named with its place.
 */
final class SightingBody {
  private static final String TEXT = "text";
  private static final String TOLD_AT = "told_at";
  private static final long LONGEST_QUEUED_MILLIS = 7 * 86_400_000L;

  private final Gazetteer gazetteer;
  private final Map<Column, String> cells = new EnumMap<>(Column.class);
  private final JsonArray errors = new JsonArray();
  private final long toldAtMillis;

  /**
   * Reads a body.
   *
   * @param nowMillis now; a page that was cut off says itself when the words were written
   */
  SightingBody(JsonObject body, Gazetteer gazetteer, long nowMillis) {
    this.gazetteer = gazetteer;
    toldAtMillis = toldAt(body, nowMillis);
    Map<Column, String> fields = new EnumMap<>(Column.class);
    for (String member : body.fieldNames()) {
      Column column = Column.ofName(member);
      if (column != null) {
        put(column, body.getValue(member), fields);
      } else if (!member.equals(TEXT) && !member.equals(TOLD_AT)) {
        errors.addAll(Problem.at("/" + member, "there is no such member"));
      }
    }
    if (body.containsKey(TEXT)) {
      readText(body.getValue(TEXT), fields);
    }
    cells.putAll(fields);
  }

  private long toldAt(JsonObject body, long nowMillis) {
    Object told = body.getValue(TOLD_AT);
    if (told == null) {
      return nowMillis;
    }
    try {
      long at = OffsetDateTime.parse((String) told).toInstant().toEpochMilli();
      if (at >= nowMillis - LONGEST_QUEUED_MILLIS) {
        return Math.min(at, nowMillis);
      }
    } catch (ClassCastException | DateTimeException | ArithmeticException noTime) {
      // Below.
    }
    errors.addAll(Problem.at("/" + TOLD_AT, "must be a time of the last seven days"));
    return nowMillis;
  }

  private void put(Column column, Object value, Map<Column, String> fields) {
    if (value instanceof String || value instanceof Number) {
      String text = value.toString();
      if (!text.isBlank()) {
        fields.put(column, text);
      }
    } else if (value != null) {
      errors.addAll(Problem.at("/" + column.word(), "must be a text or a number"));
    }
  }

  private void readText(Object text, Map<Column, String> fields) {
    if (!(text instanceof String)) {
      errors.addAll(Problem.at("/" + TEXT, "must be a text"));
      return;
    }
    SightingText.Reading read = SightingText.read((String) text, gazetteer, toldAtMillis);
    cells.putAll(read.cells());
    boolean isPlaced = fields.containsKey(Column.LAT) || fields.containsKey(Column.FROM_POINT);
    if (isPlaced) {
      // Another place than the text's: what the text says of its own does not hold for it.
      List.of(
              Column.LAT,
              Column.LON,
              Column.FROM_POINT,
              Column.BEARING_DEG,
              Column.RANGE_NM,
              Column.POS_ERROR_NM)
          .forEach(cells::remove);
    }
    for (Fault fault : read.faults()) {
      boolean isPlace = fault.column() == Column.LAT || fault.column() == Column.FROM_POINT;
      boolean isMended = isPlace ? isPlaced : fields.containsKey(fault.column());
      if (!isMended) {
        errors.add(error(fault));
      }
    }
  }

  /** What was understood, by column. */
  JsonObject fields() {
    JsonObject fields = new JsonObject();
    cells.forEach((column, cell) -> fields.put(column.word(), cell));
    return fields;
  }

  /** The sighting under an id, or, if that is null, its own; null if there are errors. */
  Sighting sighting(String idOrNull) {
    if (idOrNull != null) {
      cells.put(Column.REPORT_ID, idOrNull);
    }
    SightingCells reading = new SightingCells(cells, gazetteer, toldAtMillis);
    Sighting sighting = reading.read();
    for (Fault fault : reading.faults()) {
      String pointer = pointer(fault);
      boolean isTold =
          errors.stream()
              .anyMatch(each -> pointer.equals(((JsonObject) each).getString("pointer")));
      if (!isTold && !isPlaceToldOf(fault)) {
        errors.add(error(fault));
      }
    }
    return errors.isEmpty() ? sighting : null;
  }

  /** That a place is missing is no news where the text's position or place was complained of. */
  private boolean isPlaceToldOf(Fault fault) {
    return fault.kind() == Fault.Kind.PLACE_MISSING
        && errors.stream()
            .map(each -> ((JsonObject) each).getString("pointer"))
            .anyMatch(pointer -> pointer.equals("/lat") || pointer.equals("/from_point"));
  }

  /** What is wrong; complete after {@link #sighting}. */
  JsonArray errors() {
    return errors;
  }

  private static String pointer(Fault fault) {
    return fault.column() == null ? "/" + TEXT : "/" + fault.column().word();
  }

  private static JsonObject error(Fault fault) {
    return json(fault).put("pointer", pointer(fault));
  }

  /** A fault in words and as the page's own words name it. */
  static JsonObject json(Fault fault) {
    return new JsonObject()
        .put("fault", fault.word())
        .put("detail", fault.sentence())
        .put("values", new JsonArray(fault.values()));
  }
}
