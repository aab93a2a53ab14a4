package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.sighting.Column;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.watch.Order.Act;
import bz.keelbill.watch.Order.ReportSightings;
import bz.keelbill.watch.SightingBook;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sightings both ways, for the journal and for the page: members named as the table's columns, what
 * is not known absent. Stateless; any thread.
 */
public final class SightingJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SightingJson() {}

  /** A sighting as the page shows it to officers, with its versions. */
  public static String entry(SightingBook.Entry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members(entry.newest().sighting(), true, json);
      act("entered", entry.newest().by(), json);
      if (entry.withdrawn() != null) {
        act("withdrawn", entry.withdrawn(), json);
      }
      json.writeArrayFieldStart("earlier");
      for (SightingBook.Version version :
          entry.versions().subList(0, entry.versions().size() - 1)) {
        json.writeStartObject();
        members(version.sighting(), true, json);
        act("entered", version.by(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A sighting as officers see it. */
  public static String forOfficers(Sighting sighting) {
    return text(sighting, true);
  }

  /** A sighting as a partner may see it: not who saw it. */
  public static String forPartners(Sighting sighting) {
    return text(sighting, false);
  }

  private static String text(Sighting sighting, boolean withWitness) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members(sighting, withWitness, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void act(String what, Act act, JsonGenerator json) throws IOException {
    json.writeStringField(what + "_by", act.person());
    json.writeStringField(what + "_at", Instant.ofEpochMilli(act.atMillis()).toString());
  }

  static void write(ReportSightings order, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sightings");
    for (Sighting sighting : order.sightings()) {
      json.writeStartObject();
      members(sighting, true, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void members(Sighting seen, boolean withWitness, JsonGenerator json)
      throws IOException {
    write(json, Column.REPORT_ID, seen.id());
    write(json, Column.OBSERVED_AT, time(seen.when().observedAtMillis()));
    write(json, Column.RECEIVED_AT, time(seen.when().receivedAtMillis()));
    write(json, Column.TIME_ERROR_MIN, seen.when().errorMinutes());
    if (withWitness) {
      write(json, Column.REPORTER, seen.witness().reporter());
      write(json, Column.UNIT, seen.witness().unit());
    }
    write(json, Column.RELIABILITY, seen.witness().reliability());
    JournalMembers.write(json, seen.where().position());
    write(json, Column.POS_ERROR_NM, seen.where().errorNauticalMiles());
    write(json, Column.FROM_POINT, seen.where().fromPoint());
    write(json, Column.BEARING_DEG, seen.where().bearingDegrees());
    write(json, Column.RANGE_NM, seen.where().rangeNauticalMiles());
    write(json, Column.COURSE_DEG, seen.moves().courseDegrees());
    writeSpeed(json, seen.moves());
    write(json, Column.HEADING_TO, seen.moves().headingTo());
    craft(seen.craft(), json);
    write(json, Column.REMARKS, seen.notes().remarks());
    write(json, Column.MARKING, seen.notes().marking());
  }

  private static void craft(Sighting.Craft craft, JsonGenerator json) throws IOException {
    write(json, Column.KIND, craft.kind());
    write(json, Column.COUNT, craft.count());
    write(json, Column.LENGTH_M, craft.lengthMetres());
    write(json, Column.COLOUR, craft.colour());
    write(json, Column.MARKS, craft.marks());
    write(json, Column.ENGINES, craft.engines());
    write(json, Column.PERSONS, craft.persons());
    write(json, Column.CARGO, craft.cargo());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** A number, or a text such as 25-60 for what is between two. */
  private static void writeSpeed(JsonGenerator json, Sighting.Moves moves) throws IOException {
    if (moves.slowestKnots() == moves.fastestKnots()) {
      write(json, Column.SPEED_KN, moves.slowestKnots());
    } else if (!Double.isNaN(moves.slowestKnots())) {
      String range = plain(moves.slowestKnots()) + "-" + plain(moves.fastestKnots());
      write(json, Column.SPEED_KN, range);
    }
  }

  private static String plain(double knots) {
    return knots == Math.rint(knots) ? Long.toString((long) knots) : Double.toString(knots);
  }

  private static void write(JsonGenerator json, Column column, String text) throws IOException {
    JournalMembers.write(json, column.word(), text);
  }

  private static void write(JsonGenerator json, Column column, double number) throws IOException {
    JournalMembers.write(json, column.word(), number);
  }

  private static void write(JsonGenerator json, Column column, Integer number) throws IOException {
    if (number != null) {
      json.writeNumberField(column.word(), number);
    }
  }

  /**
   * Reads an order of the journal.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ReportSightings sightings(Act act, JsonNode json) {
    List<Sighting> sightings = new ArrayList<>();
    for (JsonNode each : JournalMembers.required(json, "sightings")) {
      sightings.add(sighting(each));
    }
    return new ReportSightings(act, sightings);
  }

  private static Sighting sighting(JsonNode json) {
    Position position = JournalMembers.position(json);
    if (position == null) {
      throw new IllegalArgumentException("a sighting without a position");
    }
    return new Sighting(
        JournalMembers.text(json, Column.REPORT_ID.word()),
        new Sighting.When(
            millis(json, Column.OBSERVED_AT),
            millis(json, Column.RECEIVED_AT),
            number(json, Column.TIME_ERROR_MIN)),
        new Sighting.Witness(
            text(json, Column.REPORTER), text(json, Column.UNIT), text(json, Column.RELIABILITY)),
        new Sighting.Where(
            position,
            number(json, Column.POS_ERROR_NM),
            text(json, Column.FROM_POINT),
            number(json, Column.BEARING_DEG),
            number(json, Column.RANGE_NM)),
        moves(json),
        craft(json),
        new Sighting.Notes(text(json, Column.REMARKS), text(json, Column.MARKING)));
  }

  private static Sighting.Moves moves(JsonNode json) {
    String speed = text(json, Column.SPEED_KN);
    String[] ends = speed == null ? new String[] {"NaN"} : speed.split("-");
    return new Sighting.Moves(
        number(json, Column.COURSE_DEG),
        Double.parseDouble(ends[0]),
        Double.parseDouble(ends[ends.length - 1]),
        text(json, Column.HEADING_TO));
  }

  private static Sighting.Craft craft(JsonNode json) {
    return new Sighting.Craft(
        text(json, Column.KIND),
        whole(json, Column.COUNT),
        number(json, Column.LENGTH_M),
        text(json, Column.COLOUR),
        text(json, Column.MARKS),
        text(json, Column.ENGINES),
        whole(json, Column.PERSONS),
        text(json, Column.CARGO));
  }

  private static long millis(JsonNode json, Column column) {
    try {
      return Instant.parse(JournalMembers.text(json, column.word())).toEpochMilli();
    } catch (java.time.DateTimeException noTime) {
      throw new IllegalArgumentException("no time in " + column.word(), noTime);
    }
  }

  private static String text(JsonNode json, Column column) {
    return JournalMembers.textOrNull(json, column.word());
  }

  private static double number(JsonNode json, Column column) {
    return JournalMembers.number(json, column.word());
  }

  private static Integer whole(JsonNode json, Column column) {
    boolean isThere = json.has(column.word());
    return isThere ? Integer.valueOf((int) JournalMembers.whole(json, column.word())) : null;
  }
}
