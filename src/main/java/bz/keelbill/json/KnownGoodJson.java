package bz.keelbill.json;

import bz.keelbill.detect.Corridor;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGood.Entry;
import bz.keelbill.detect.KnownGood.Where;
import bz.keelbill.detect.KnownGoodWho;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Course;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Entries of the ledger of what is known to be good, both ways: for the file, the journal, REST and
 * the page. What is not said is absent. Stateless; any thread.
 */
public final class KnownGoodJson {
  private KnownGoodJson() {}

  /**
   * Reads one entry.
   *
   * @param what messages call it
   * @param routes lines that it may name as its corridor
   * @throws GeoJsonException with everything that is wrong; members stand under {@code entry.}
   */
  public static Entry read(String what, JsonNode json, List<Course> routes)
      throws GeoJsonException {
    Complaints complaints = new Complaints(what);
    if (!json.isObject()) {
      complaints.add(null, "must be an object");
      complaints.check();
    }
    Entry entry = new KnownGoodReader(json, routes, complaints).entry();
    complaints.check();
    return entry;
  }

  /** One entry, as {@link #read} takes it. */
  public static ObjectNode write(Entry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", entry.id());
    json.put("sort", entry.sort().word());
    writeWho(entry.who(), json);
    ArrayNode kinds = json.putArray("kinds");
    entry.kinds().forEach(kinds::add);
    writeWhere(entry.where(), json);
    writeHours(entry.when().hours(), json);
    if (!entry.when().days().isEmpty()) {
      ArrayNode days = json.putArray("days");
      new TreeSet<>(entry.when().days()).forEach(day -> days.add(KnownGoodReader.word(day)));
    }
    put(json, "seasonFrom", season(entry.when().seasonFrom()));
    put(json, "seasonTo", season(entry.when().seasonUntil()));
    writePaper(entry.paper(), json);
    return json;
  }

  private static void writeWho(KnownGoodWho who, ObjectNode json) {
    if (who.mmsi() != null) {
      json.put("mmsi", who.mmsi());
    }
    put(json, "callsign", who.callsign());
    put(json, "name", who.name());
    if (who.icao24() != null) {
      json.put("icao24", String.format(Locale.ROOT, "%06x", who.icao24()));
    }
  }

  private static void writeWhere(Where where, ObjectNode json) {
    put(json, "fence", where.fence());
    if (where.area() != null) {
      json.set("geometry", FenceShapes.write(where.area().geometry()));
    }
    Corridor corridor = where.corridor();
    if (corridor != null) {
      put(json, "route", corridor.line().id().isEmpty() ? null : corridor.line().id());
      json.set("geometry", line(corridor.line()));
      json.put("halfWidthMetres", corridor.halfWidthMetres());
      if (!Double.isNaN(corridor.maxSpeedKnots())) {
        json.put("maxSpeedKnots", corridor.maxSpeedKnots());
      }
      if (corridor.timetable() != null) {
        ArrayNode departures = json.putArray("departures");
        corridor.timetable().departures().forEach(time -> departures.add(time.toString()));
        json.put("withinMinutes", corridor.timetable().withinMinutes());
      }
    }
  }

  private static ObjectNode line(Course course) {
    ObjectNode geometry = JsonNodeFactory.instance.objectNode();
    geometry.put("type", "LineString");
    ArrayNode coordinates = geometry.putArray("coordinates");
    course
        .points()
        .forEach(point -> coordinates.addArray().add(point.longitude()).add(point.latitude()));
    return geometry;
  }

  private static void writeHours(Fence.Hours hours, ObjectNode json) {
    put(json, "activeFrom", hours.from() == null ? null : hours.from().toString());
    put(json, "activeTo", hours.to() == null ? null : hours.to().toString());
    json.put("timezone", hours.zone().getId());
    json.put("validFrom", Instant.ofEpochMilli(hours.validFromMillis()).toString());
    json.put("validUntil", Instant.ofEpochMilli(hours.validUntilMillis()).toString());
  }

  private static void writePaper(KnownGood.Paper paper, ObjectNode json) {
    json.put("reason", paper.reason());
    json.put("enteredBy", paper.enteredBy());
    putMoment(json, "enteredAt", paper.enteredAtMillis());
    put(json, "reviewedBy", paper.reviewedBy());
    putMoment(json, "reviewedAt", paper.reviewedAtMillis());
  }

  private static void putMoment(ObjectNode json, String member, long millis) {
    put(json, member, millis == 0 ? null : Instant.ofEpochMilli(millis).toString());
  }

  private static String season(MonthDay day) {
    return day == null ? null : day.toString().substring(2);
  }

  private static void put(ObjectNode json, String member, String text) {
    if (text != null) {
      json.put(member, text);
    }
  }
}
