package bz.keelbill.json;

import bz.keelbill.detect.Corridor;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGood.Entry;
import bz.keelbill.detect.KnownGood.Paper;
import bz.keelbill.detect.KnownGood.Sort;
import bz.keelbill.detect.KnownGood.Where;
import bz.keelbill.detect.KnownGoodHours;
import bz.keelbill.detect.KnownGoodKinds;
import bz.keelbill.detect.KnownGoodWho;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Position;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;

/** Reads one entry of the ledger and complains about what is wrong in it. One thread. */
final class KnownGoodReader {
  /** Every member that an entry may have. */
  static final List<String> MEMBERS =
      List.of(
          "id",
          "sort",
          "mmsi",
          "callsign",
          "name",
          "icao24",
          "kinds",
          "fence",
          "route",
          "geometry",
          "halfWidthMetres",
          "maxSpeedKnots",
          "departures",
          "withinMinutes",
          "activeFrom",
          "activeTo",
          "days",
          "seasonFrom",
          "seasonTo",
          "timezone",
          "validFrom",
          "validUntil",
          "reason",
          "enteredBy",
          "enteredAt",
          "reviewedBy",
          "reviewedAt");

  private static final double HALF_WIDTH_METRES = 926;
  private static final double WITHIN_MINUTES = 20;
  private static final long LONGEST_MILLIS = KnownGood.LONGEST_DAYS * 86_400_000L;
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final JsonNode json;
  private final Members members;
  private final Complaints complaints;
  private final Map<String, Course> routes = new LinkedHashMap<>();

  KnownGoodReader(JsonNode json, List<Course> routes, Complaints complaints) {
    this.json = json;
    this.complaints = complaints;
    this.members = new Members(json, "entry", complaints);
    routes.forEach(route -> this.routes.put(route.id(), route));
  }

  /** The entry; to be thrown away if there were complaints. */
  Entry entry() {
    json.fieldNames().forEachRemaining(this::refuseUnknown);
    Sort sort = word("sort", Sort.values(), Sort::word, Sort.OTHER);
    KnownGoodWho who = who();
    KnownGoodHours when = when();
    Where where = where();
    boolean isForAll = who.equals(KnownGoodWho.ANYBODY) && sort != Sort.VMS;
    if (isForAll && where.equals(Where.EVERYWHERE)) {
      members.refuse("mmsi", "names no craft and no place; give at least one of them", null);
    }
    return new Entry(required("id", 100), sort, who, kinds(isForAll), where, when, paper());
  }

  private void refuseUnknown(String member) {
    if (!MEMBERS.contains(member)) {
      members.refuse(member, "is unknown; allowed are " + String.join(", ", MEMBERS), null);
    }
  }

  private String required(String member, int longest) {
    return members.has(member)
        ? members.text(member, longest, "")
        : members.refuse(member, "is missing", "");
  }

  private KnownGoodWho who() {
    double mmsi = members.number("mmsi", 1, (1 << 30) - 1);
    return new KnownGoodWho(
        Double.isNaN(mmsi) ? null : Integer.valueOf((int) mmsi),
        members.text("callsign", 20, null),
        members.text("name", 60, null),
        address());
  }

  private Integer address() {
    if (!members.has("icao24")) {
      return null;
    }
    String text = json.get("icao24").asText();
    return text.matches("[0-9A-Fa-f]{6}")
        ? Integer.valueOf(text, 16)
        : members.refuse("icao24", "must be six hexadecimal digits", null);
  }

  private List<String> kinds(boolean isForAll) {
    if (!members.has("kinds")) {
      return isForAll ? KnownGoodKinds.OF_PLACE : KnownGoodKinds.OF_CRAFT;
    }
    Set<String> kinds = new LinkedHashSet<>();
    for (JsonNode kind : json.get("kinds")) {
      if (KnownGoodKinds.NEVER.contains(kind.asText())) {
        members.refuse("kinds", "may not hold " + kind.asText() + ", which is never quiet", null);
      } else if (!KnownGoodKinds.ALLOWED.contains(kind.asText())) {
        members.refuse("kinds", "may hold " + String.join(", ", KnownGoodKinds.ALLOWED), null);
      }
      kinds.add(kind.asText());
    }
    return kinds.isEmpty()
        ? members.refuse("kinds", "must be a list of at least one kind", List.of())
        : List.copyOf(kinds);
  }

  private Where where() {
    Geometry shape =
        members.has("geometry") ? new Shapes(complaints).read(json.get("geometry")) : null;
    boolean isLine = shape instanceof LineString || (shape == null && members.has("route"));
    int places = (members.has("fence") ? 1 : 0) + (shape == null && !isLine ? 0 : 1);
    if (places > 1) {
      members.refuse("fence", "cannot stand beside a route or geometry; take one away", null);
    }
    if (shape != null && !isLine && !(shape instanceof Polygonal)) {
      members.refuse("geometry", "must be a LineString, Polygon or MultiPolygon", null);
    }
    Area area = shape instanceof Polygonal ? Area.of(shape) : null;
    return new Where(members.text("fence", 100, null), area, corridor(isLine, shape));
  }

  private Corridor corridor(boolean isLine, Geometry shape) {
    double halfWidth = members.number("halfWidthMetres", 50, 20_000);
    double fastest = members.number("maxSpeedKnots", 1, 200);
    Corridor.Timetable timetable = timetable();
    if (!isLine) {
      for (String member :
          List.of("halfWidthMetres", "maxSpeedKnots", "departures", "withinMinutes")) {
        if (members.has(member)) {
          members.refuse(member, "needs a corridor: give route, or a LineString", null);
        }
      }
      return null;
    }
    List<Position> line = shape instanceof LineString drawn ? points(drawn) : route();
    String id = members.text("route", 100, "");
    return line == null
        ? null
        : new Corridor(
            new Course(id, id, "known-good", line),
            Double.isNaN(halfWidth) ? HALF_WIDTH_METRES : halfWidth,
            fastest,
            timetable);
  }

  private List<Position> route() {
    Course route = routes.get(members.text("route", 100, ""));
    return route != null
        ? route.points()
        : members.refuse("route", "must be one of " + String.join(", ", routes.keySet()), null);
  }

  private static List<Position> points(LineString drawn) {
    List<Position> points = new ArrayList<>();
    for (Coordinate point : drawn.getCoordinates()) {
      points.add(new Position(point.y, point.x));
    }
    return points;
  }

  private Corridor.Timetable timetable() {
    if (!members.has("departures")) {
      return null;
    }
    List<LocalTime> departures = new ArrayList<>();
    for (JsonNode departure : json.get("departures")) {
      try {
        departures.add(LocalTime.parse(departure.asText()));
      } catch (DateTimeException notATime) {
        members.refuse("departures", "must be a list of times such as \"07:30\"", null);
      }
    }
    double within = members.number("withinMinutes", 1, 120);
    return new Corridor.Timetable(departures, Double.isNaN(within) ? WITHIN_MINUTES : within);
  }

  private KnownGoodHours when() {
    ZoneId zone = members.zone("timezone", FenceGeoJson.DEFAULT_ZONE);
    LocalTime from = members.time("activeFrom");
    LocalTime to = members.time("activeTo");
    if (members.has("activeFrom") != members.has("activeTo")) {
      members.refuse("activeFrom", "goes together with activeTo", null);
    }
    MonthDay seasonFrom = season("seasonFrom");
    MonthDay seasonTo = season("seasonTo");
    if (members.has("seasonFrom") != members.has("seasonTo")) {
      members.refuse("seasonFrom", "goes together with seasonTo", null);
    }
    long validFrom = validity("validFrom", zone, 0);
    long validUntil = validity("validUntil", zone, 1);
    boolean isGiven = members.has("validFrom") && members.has("validUntil");
    if (isGiven && (validUntil <= validFrom || validUntil - validFrom > LONGEST_MILLIS)) {
      members.refuse(
          "validUntil", "must be after validFrom, and by a year at most: review it then", null);
    }
    return new KnownGoodHours(
        new Fence.Hours(from, to, zone, validFrom, validUntil),
        days(),
        seasonTo == null ? null : seasonFrom,
        seasonTo);
  }

  private long validity(String member, ZoneId zone, int daysAfter) {
    if (!members.has(member)) {
      members.refuse(member, "is missing: every entry ends", null);
    }
    return members.moment(member, zone, daysAfter, daysAfter);
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (JsonNode day : json.path("days")) {
      int index = WEEKDAYS.indexOf(day.asText().toLowerCase(Locale.ROOT));
      if (index < 0) {
        members.refuse("days", "must be a list of " + String.join(", ", WEEKDAYS), null);
      } else {
        days.add(DayOfWeek.of(index + 1));
      }
    }
    return days;
  }

  static String word(DayOfWeek day) {
    return WEEKDAYS.get(day.getValue() - 1);
  }

  private MonthDay season(String member) {
    String text = members.text(member, 5, null);
    try {
      return text == null ? null : MonthDay.parse("--" + text);
    } catch (DateTimeException notADay) {
      return members.refuse(member, "must be month and day such as \"11-15\"", null);
    }
  }

  private Paper paper() {
    ZoneId zone = FenceGeoJson.DEFAULT_ZONE;
    return new Paper(
        required("reason", 500),
        members.text("enteredBy", 100, "file"),
        members.moment("enteredAt", zone, 0, 0),
        members.text("reviewedBy", 100, null),
        members.moment("reviewedAt", zone, 0, 0));
  }

  private <T> T word(
      String member, T[] all, java.util.function.Function<T, String> word, T byDefault) {
    String text = members.text(member, 40, word.apply(byDefault));
    for (T each : all) {
      if (word.apply(each).equals(text)) {
        return each;
      }
    }
    List<String> words = Arrays.stream(all).map(word).toList();
    return members.refuse(member, "must be one of " + String.join(", ", words), byDefault);
  }
}
