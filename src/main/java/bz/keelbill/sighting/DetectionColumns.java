package bz.keelbill.sighting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which column of a table of satellite detections holds what. Immutable.
 *
 * @param names by field the names that its column may have, whatever their case; the first one that
 *     a header holds counts
 */
public record DetectionColumns(Map<Field, List<String>> names) {

  /** What a detection may tell. */
  public enum Field {
    /** Names the detection; without it, its scene, place and time do. */
    ID,
    /** Degrees, north positive. */
    LAT,
    /** Degrees, east positive. */
    LON,
    /** When the picture was taken; without it the scene's name may tell. */
    TIME,
    /** The picture in which it was found. */
    SCENE,
    /** Length of the craft in metres. */
    LENGTH_M,
    /** MMSI of the ship that the picture's maker takes it for. */
    MMSI,
    /** How sure he is of that, in his own measure. */
    MATCH_SCORE,
    /** Standard deviation of the position in metres. */
    POSITION_ERROR_M,
    /** Standard deviation of the time in seconds. */
    TIME_ERROR_S,
    /** Where its bow or stern points, true degrees. */
    HEADING_DEG,
    /** What kind of craft, a word. */
    KIND,
    /** How sure the picture's maker is that it is there or how large, in his own measure. */
    UNCERTAINTY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As the configuration writes it: lower case. */
    public String word() {
      return word;
    }
  }

  /** Global Fishing Watch's detections of Sentinel-1, as its documentation names the columns. */
  public static final DetectionColumns GLOBAL_FISHING_WATCH =
      of(
          Map.of(
              Field.ID, List.of("detect_id"),
              Field.LAT, List.of("detect_lat"),
              Field.LON, List.of("detect_lon"),
              Field.TIME, List.of("detect_timestamp"),
              Field.SCENE, List.of("scene_id"),
              Field.MMSI, List.of("ssvid"),
              Field.MATCH_SCORE, List.of("match_score"),
              Field.LENGTH_M, List.of("inferred_length_m"),
              Field.UNCERTAINTY, List.of("uncertainty")));

  /** What allenai's vessel-detection-sentinels writes; the time stands in the scene's name. */
  public static final DetectionColumns SENTINELS =
      of(
          Map.of(
              Field.ID, List.of("detect_id"),
              Field.LAT, List.of("lat"),
              Field.LON, List.of("lon"),
              Field.SCENE, List.of("scene_id"),
              Field.HEADING_DEG, List.of("orientation")));

  /** Any of the usual names. */
  public static final DetectionColumns ANY = any();

  /** The presets by the words of the configuration. */
  public static Map<String, DetectionColumns> presets() {
    Map<String, DetectionColumns> presets = new LinkedHashMap<>();
    presets.put("any", ANY);
    presets.put("global-fishing-watch", GLOBAL_FISHING_WATCH);
    presets.put("sentinels", SENTINELS);
    return presets;
  }

  /** Copies the map. */
  public DetectionColumns {
    Map<Field, List<String>> copy = new EnumMap<>(Field.class);
    names.forEach((field, all) -> copy.put(field, List.copyOf(all)));
    names = copy;
  }

  private static DetectionColumns of(Map<Field, List<String>> names) {
    return new DetectionColumns(names);
  }

  private static DetectionColumns any() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (DetectionColumns preset : List.of(GLOBAL_FISHING_WATCH, SENTINELS)) {
      preset.names.forEach(
          (field, all) -> names.computeIfAbsent(field, none -> new ArrayList<>()).addAll(all));
    }
    add(names, Field.ID, "detection_id", "id");
    add(names, Field.LAT, "latitude");
    add(names, Field.LON, "longitude", "lng");
    add(names, Field.TIME, "timestamp", "time", "datetime", "acquired_at", "date_time");
    add(names, Field.SCENE, "scene");
    add(names, Field.MMSI, "mmsi");
    add(names, Field.LENGTH_M, "length_m", "vessel_length_m", "length");
    add(names, Field.POSITION_ERROR_M, "position_error_m", "pos_error_m");
    add(names, Field.TIME_ERROR_S, "time_error_s");
    add(names, Field.HEADING_DEG, "heading_deg", "heading");
    add(names, Field.KIND, "kind", "vessel_class", "vessel_type");
    return of(names);
  }

  private static void add(Map<Field, List<String>> names, Field field, String... more) {
    names.computeIfAbsent(field, none -> new ArrayList<>()).addAll(List.of(more));
  }

  /** The same with other names for some fields. */
  public DetectionColumns with(Map<Field, String> others) {
    Map<Field, List<String>> all = new EnumMap<>(names);
    others.forEach((field, name) -> all.put(field, List.of(name)));
    return of(all);
  }

  /** Where each field stands in a header's cells; fields that it lacks are not there. */
  Map<Field, Integer> places(List<String> header) {
    List<String> plain =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    names.forEach(
        (field, all) ->
            all.stream()
                .map(name -> plain.indexOf(name.strip().toLowerCase(Locale.ROOT)))
                .filter(at -> at >= 0)
                .findFirst()
                .ifPresent(at -> places.put(field, at)));
    return places;
  }
}
