package bz.keelbill.json;

import bz.keelbill.fence.Around;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Fence.AppliesTo;
import bz.keelbill.fence.Fence.Band;
import bz.keelbill.fence.Fence.Hours;
import bz.keelbill.fence.Fence.Label;
import bz.keelbill.fence.Fence.Limits;
import bz.keelbill.fence.Fence.Scope;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Fences as GeoJSON, both ways.
 *
 * <p>A feature has {@code id} (as a member or a property; without one it is made from the name) and
 * the properties {@code name kind priority appliesTo floorFeet ceilingFeet activeFrom activeTo
 * timezone dwellSeconds minSpeedKnots maxSpeedKnots validFrom validUntil reason}, all but {@code
 * name} optional. Besides polygons, a point with {@code radiusMetres} is a circle and a line with
 * {@code bufferMetres} a corridor, and a polygon with it reaches so much further; they become
 * polygons. With {@code around: {track, radiusMetres}} it is a circle that goes with a track, and
 * has no geometry of its own. Other properties are not kept.
 */
public final class FenceGeoJson {
  /** Fences that one file may hold. */
  public static final int FENCE_LIMIT = 2_000;

  /** Corners that one fence may have. */
  public static final int VERTEX_LIMIT = 5_000;

  /** Whose clock hours are in when the file does not say. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Belize");

  private static final String AROUND = GeoJson.AROUND;
  private static final String DEFAULT_KIND = "monitored";

  private FenceGeoJson() {}

  /**
   * Reads a file.
   *
   * @throws GeoJsonException if it cannot be read or used
   */
  public static List<Fence> read(Path file) throws GeoJsonException {
    return read(String.valueOf(file.getFileName()), GeoJson.bytes(file));
  }

  /**
   * Reads a feature collection.
   *
   * @param file what messages call it
   * @throws GeoJsonException if it cannot be used
   */
  public static List<Fence> read(String file, byte[] json) throws GeoJsonException {
    GeoJson.Collection collection = GeoJson.read(file, json);
    Complaints complaints = new Complaints(file);
    if (collection.features().size() > FENCE_LIMIT) {
      complaints.add(
          "features", collection.features().size() + " fences, more than " + FENCE_LIMIT);
    }
    complaints.check();
    Set<String> ids = new HashSet<>();
    List<Fence> fences = new ArrayList<>();
    for (GeoJson.Feature feature : collection.features()) {
      Fence fence = fence(feature, ids, complaints);
      if (!ids.add(fence.id())) {
        complaints.add("id", "another fence of the file has the same id");
      }
      fences.add(fence);
    }
    complaints.check();
    return List.copyOf(fences);
  }

  /**
   * Reads one feature.
   *
   * @param file what messages call it
   * @throws GeoJsonException if it cannot be used
   */
  public static Fence readFeature(String file, byte[] json) throws GeoJsonException {
    return fence(file, GeoJson.readFeature(file, json));
  }

  /** The same of one that has been parsed. */
  static Fence readFeature(String file, JsonNode json) throws GeoJsonException {
    return fence(file, GeoJson.readFeature(file, json));
  }

  private static Fence fence(String file, GeoJson.Feature feature) throws GeoJsonException {
    Complaints complaints = new Complaints(file);
    Fence fence = fence(feature, Set.of(), complaints);
    complaints.check();
    return fence;
  }

  /** The fences that the program brings along, for an operator to begin with. */
  public static List<Fence> starter() {
    try {
      return read("fences.geojson", Layers.bytes("fences"));
    } catch (GeoJsonException e) {
      throw new IllegalStateException("the bundled fences are damaged: " + e.getMessage(), e);
    }
  }

  private static Fence fence(GeoJson.Feature feature, Set<String> taken, Complaints complaints) {
    complaints.about(feature.label());
    Members members = new Members(feature.properties(), "properties", complaints);
    String name = members.text("name", 200, "");
    if (!members.has("name")) {
      complaints.add("properties.name", "is missing: every fence has a name");
    }
    String kind = members.text("kind", 60, DEFAULT_KIND);
    Around around = around(feature, complaints);
    return new Fence(
        id(feature, name, taken, complaints),
        new Label(name, kind, members.text("reason", 2_000, null)),
        around == null
            ? area(feature.geometry(), members, complaints)
            : around.circle(Around.MIDDLE),
        new Scope(appliesTo(members), priority(members, kind)),
        band(members),
        hours(members),
        limits(members),
        around);
  }

  private static String id(
      GeoJson.Feature feature, String name, Set<String> taken, Complaints complaints) {
    String id = feature.id();
    if (id != null) {
      if (id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
        complaints.add("id", "must have at most 100 characters and no control character");
      }
      return id.strip();
    }
    String made = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    made = made.substring(0, Math.min(90, made.length()));
    String free = made;
    for (int i = 2; taken.contains(free); i++) {
      free = made + '-' + i;
    }
    return free;
  }

  /** The track that it goes with, or null. */
  private static Around around(GeoJson.Feature feature, Complaints complaints) {
    JsonNode node = feature.properties().path(AROUND);
    if (!node.isObject()) {
      return null;
    }
    Members members = new Members(node, "properties." + AROUND, complaints);
    String track = members.text("track", 120, null);
    double radius = members.number("radiusMetres", 50, 50_000);
    if (track == null || Double.isNaN(radius)) {
      complaints.add("properties." + AROUND, "needs track and radiusMetres");
      return null;
    }
    return new Around(track, radius);
  }

  private static Area area(Geometry given, Members members, Complaints complaints) {
    Geometry shape = FenceShapes.polygonal(given, members, complaints);
    if (shape != null && shape.getNumPoints() > VERTEX_LIMIT) {
      complaints.add("geometry", shape.getNumPoints() + " positions, more than " + VERTEX_LIMIT);
      return null;
    }
    return shape == null ? null : Area.of(shape);
  }

  private static AppliesTo appliesTo(Members members) {
    String word = members.text("appliesTo", 20, "any");
    return switch (word) {
      case "vessel" -> AppliesTo.VESSEL;
      case "aircraft" -> AppliesTo.AIRCRAFT;
      case "any" -> AppliesTo.ANY;
      default -> members.refuse("appliesTo", "must be vessel, aircraft or any", AppliesTo.ANY);
    };
  }

  private static Priority priority(Members members, String kind) {
    Priority byDefault = Fence.RESTRICTED.equals(kind) ? Priority.WARNING : Priority.CAUTION;
    Priority priority = Priority.ofWord(members.text("priority", 20, byDefault.word()));
    return priority != null
        ? priority
        : members.refuse("priority", "must be emergency, alarm, warning or caution", byDefault);
  }

  private static Band band(Members members) {
    double floor = members.number("floorFeet", -2_000, 200_000);
    double ceiling = members.number("ceilingFeet", -2_000, 200_000);
    if (floor >= ceiling) {
      members.refuse("ceilingFeet", "must be above floorFeet", null);
    }
    return new Band(floor, ceiling);
  }

  private static Hours hours(Members members) {
    LocalTime from = members.time("activeFrom");
    LocalTime to = members.time("activeTo");
    if (members.has("activeFrom") != members.has("activeTo")) {
      members.refuse("activeFrom", "goes together with activeTo", null);
    }
    ZoneId zone = members.zone("timezone", DEFAULT_ZONE);
    long validFrom = members.moment("validFrom", zone, 0, Long.MIN_VALUE);
    long validUntil = members.moment("validUntil", zone, 1, Long.MAX_VALUE);
    if (validFrom >= validUntil) {
      members.refuse("validUntil", "must be after validFrom", null);
    }
    return new Hours(from, to, zone, validFrom, validUntil);
  }

  private static Limits limits(Members members) {
    double dwell = members.number("dwellSeconds", 0, 31_536_000);
    double slowest = members.number("minSpeedKnots", 0, 5_000);
    double fastest = members.number("maxSpeedKnots", 0, 5_000);
    if (slowest > fastest) {
      members.refuse("maxSpeedKnots", "must not be below minSpeedKnots", null);
    }
    return new Limits(dwell, slowest, fastest);
  }

  /** A feature collection of fences, as {@link #read} takes it. */
  public static ObjectNode write(List<Fence> fences) {
    ObjectNode collection = JsonNodeFactory.instance.objectNode();
    collection.put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    fences.forEach(fence -> features.add(write(fence)));
    return collection;
  }

  /** One fence as a feature, as {@link #readFeature} takes it. */
  public static ObjectNode write(Fence fence) {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    feature.put("id", fence.id());
    ObjectNode properties = feature.putObject("properties");
    properties.put("name", fence.label().name());
    properties.put("kind", fence.label().kind());
    properties.put("reason", fence.label().reason());
    properties.put("appliesTo", fence.scope().appliesTo().name().toLowerCase(Locale.ROOT));
    properties.put("priority", fence.scope().priority().word());
    put(properties, "floorFeet", fence.band().floorFeet());
    put(properties, "ceilingFeet", fence.band().ceilingFeet());
    writeHours(properties, fence.hours());
    put(properties, "dwellSeconds", fence.limits().dwellSeconds());
    put(properties, "minSpeedKnots", fence.limits().minSpeedKnots());
    put(properties, "maxSpeedKnots", fence.limits().maxSpeedKnots());
    if (fence.around() == null) {
      feature.set("geometry", FenceShapes.write(fence.area().geometry()));
    } else {
      ObjectNode around = properties.putObject(AROUND);
      around.put("track", fence.around().track());
      put(around, "radiusMetres", fence.around().radiusMetres());
      feature.putNull("geometry");
    }
    return feature;
  }

  /** The circle of a moving fence where its track is now. */
  public static ObjectNode circle(Fence fence, Position middle) {
    return FenceShapes.write(fence.around().circle(middle).geometry());
  }

  private static void writeHours(ObjectNode properties, Hours hours) {
    properties.put("activeFrom", hours.from() == null ? null : hours.from().toString());
    properties.put("activeTo", hours.to() == null ? null : hours.to().toString());
    properties.put("timezone", hours.zone() == null ? "UTC" : hours.zone().getId());
    properties.put("validFrom", moment(hours.validFromMillis()));
    properties.put("validUntil", moment(hours.validUntilMillis()));
  }

  private static String moment(long millis) {
    boolean unbounded = millis == Long.MIN_VALUE || millis == Long.MAX_VALUE;
    return unbounded ? null : Instant.ofEpochMilli(millis).toString();
  }

  private static void put(ObjectNode properties, String member, double value) {
    if (Double.isNaN(value)) {
      properties.putNull(member);
    } else if (value == Math.rint(value)) {
      properties.put(member, (long) value);
    } else {
      properties.put(member, value);
    }
  }
}
