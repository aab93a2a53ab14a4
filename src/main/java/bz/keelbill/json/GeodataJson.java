package bz.keelbill.json;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Port;
import bz.keelbill.sighting.Gazetteer;
import bz.keelbill.sighting.NamedPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Polygon;

/**
 * Loads the layers: the bundled ones, or the operator's own. A file {@code <layer>.geojson} in the
 * operator's folder takes the place of the bundled layer as a whole; a bad one is named in the
 * notes, and the bundled layer stays. Safe for any thread once opened.
 */
public final class GeodataJson {
  private static final List<String> LAND = List.of("land-osm", "cayes-gshhg", "cayes-hand");

  private final Path overrides;
  private final JoinedLand joinedLand;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /** Of the layers read so far, until the gazetteer is made: some are wanted twice. */
  private final Map<String, List<GeoJson.Feature>> features = new HashMap<>();

  private final Geography geography;
  private Gazetteer gazetteer;

  /**
   * A layer in use.
   *
   * @param name without the ending of a file
   * @param text the file as it is; not to be changed
   * @param sha256 of the text, hexadecimal
   * @param bundled false for the operator's own
   */
  public record Layer(String name, byte[] text, String sha256, boolean bundled) {}

  /** What the law of the sea gives; the economic zone is null where the layer has none. */
  private record Zones(Area territorialSea, Area economicZone) {}

  /** Makes something of a layer's features, or complains. */
  private interface Reader<T> {
    T read(List<GeoJson.Feature> features, Complaints complaints);
  }

  /** Where the land of the layers is to be had, joined. */
  public interface JoinedLand {
    /**
     * Gives it.
     *
     * @param layers the SHA-256 of each of the layers
     * @param joining joins them, which takes long
     */
    Coast of(String layers, Supplier<Coast> joining);
  }

  private GeodataJson(Path overrides, JoinedLand joinedLand) {
    this.overrides = overrides;
    this.joinedLand = joinedLand;
    this.geography = readGeography();
    for (String name : Layers.names()) {
      if (!layers.containsKey(name)) {
        shown(name);
      }
    }
  }

  /**
   * Loads every layer.
   *
   * @param overridesOrNull the operator's folder; it need not exist
   */
  public static GeodataJson open(Path overridesOrNull) {
    return open(overridesOrNull, (layers, joining) -> joining.get());
  }

  /**
   * Loads every layer.
   *
   * @param overridesOrNull the operator's folder; it need not exist
   */
  public static GeodataJson open(Path overridesOrNull, JoinedLand joinedLand) {
    return new GeodataJson(overridesOrNull, joinedLand);
  }

  /**
   * Loads what detectors look at.
   *
   * @param overridesOrNull the operator's folder; it need not exist
   */
  public static Geography load(Path overridesOrNull) {
    return open(overridesOrNull).geography();
  }

  /** What detectors look at. */
  public Geography geography() {
    return geography;
  }

  /** The places by the names that people give them; made when it is first asked for. */
  public synchronized Gazetteer gazetteer() {
    if (gazetteer == null) {
      gazetteer = readGazetteer();
      features.clear();
    }
    return gazetteer;
  }

  /** Which layers are the operator's own, and which of them could not be used and why. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The layer in use under a name, or null if there is none such. */
  public Layer layer(String name) {
    return layers.get(name);
  }

  /** Every layer in use. */
  public List<Layer> layers() {
    return List.copyOf(layers.values());
  }

  private Geography readGeography() {
    Supplier<List<Polygon>> land = polygons("land-osm");
    Supplier<List<Polygon>> cayes = polygons("cayes-gshhg");
    Supplier<List<Polygon>> smallCayes = polygons("cayes-hand");
    List<Port> ports = new ArrayList<>(layer("ports", LayerFeatures::ports));
    ports.addAll(layer("docks", LayerFeatures::ports));
    List<Place> places = new ArrayList<>(layer("places", LayerFeatures::places));
    places.addAll(layer("sea-features", LayerFeatures::places));
    Area air =
        layer("fences", (all, complaints) -> LayerFeatures.area(all, "airspace", complaints));
    Zones zones =
        layer(
            "maritime-zones",
            (all, complaints) ->
                new Zones(
                    LayerFeatures.territorialSea(all, complaints),
                    LayerFeatures.economicZone(all, air)));
    return new Geography(
        joinedLand.of(landHashes(), () -> join(land, cayes, smallCayes)),
        zones.territorialSea(),
        air,
        zones.economicZone(),
        layer("reef", LayerFeatures::courses),
        layer("routes", LayerFeatures::courses),
        layer("inland-waters", LayerFeatures::courses),
        Harbours.of(ports),
        layer("aerodromes", LayerFeatures::aerodromes),
        places,
        layer("watch-areas", LayerFeatures::watchAreas));
  }

  private static Coast join(
      Supplier<List<Polygon>> land,
      Supplier<List<Polygon>> cayes,
      Supplier<List<Polygon>> smallCayes) {
    List<Polygon> rough = new ArrayList<>(cayes.get());
    rough.addAll(smallCayes.get());
    return Coast.of(land.get(), rough);
  }

  /** Of the operator's layer, which is read at once, or else of the bundled one. */
  private Supplier<List<Polygon>> polygons(String name) {
    List<Polygon> own = own(name, LayerFeatures::polygons);
    if (own == null) {
      unread(name);
      return () -> bundled(name, LayerFeatures::polygons);
    }
    return () -> own;
  }

  private String landHashes() {
    return LAND.stream().map(name -> layers.get(name).sha256()).collect(Collectors.joining());
  }

  /** What is said at sea means a place at sea first, a town only where there is no such place. */
  private Gazetteer readGazetteer() {
    List<NamedPlace> sea = new ArrayList<>(NamedFeatures.places(inUse("sea-names")));
    for (String name : List.of("sea-features", "ports", "docks", "cayes-hand", "land-osm")) {
      sea.addAll(NamedFeatures.places(inUse(name)));
    }
    List<GeoJson.Feature> towns = inUse("places");
    return new Gazetteer(
        List.of(sea, NamedFeatures.placesHere(towns), NamedFeatures.places(towns)));
  }

  private List<GeoJson.Feature> inUse(String name) {
    List<GeoJson.Feature> read = features.get(name);
    return read == null ? bundled(name, (all, complaints) -> all) : read;
  }

  /**
   * A layer that is only shown on the map. What came along with the program is good as it is and is
   * not read at each start.
   */
  private void shown(String name) {
    if (own(name, (all, complaints) -> all) == null) {
      unread(name);
    }
  }

  private void unread(String name) {
    byte[] text = Layers.bytes(name);
    layers.put(name, new Layer(name, text, Layers.sha256(text), true));
  }

  /** Reads the operator's layer, or else the bundled one. */
  private <T> T layer(String name, Reader<T> reader) {
    T own = own(name, reader);
    return own == null ? bundled(name, reader) : own;
  }

  private <T> T bundled(String name, Reader<T> reader) {
    try {
      return read(name, Layers.bytes(name), true, reader);
    } catch (GeoJsonException e) {
      throw new IllegalStateException("a bundled layer is damaged: " + e.getMessage(), e);
    }
  }

  /** Reads the operator's layer; null if there is none that can be used. */
  private <T> T own(String name, Reader<T> reader) {
    Path own = overrides == null ? null : overrides.resolve(name + ".geojson");
    if (own == null || !Files.exists(own)) {
      return null;
    }
    try {
      T read = read(name, GeoJson.bytes(own), false, reader);
      notes.add("layer " + name + " is the operator's own: " + own);
      return read;
    } catch (GeoJsonException e) {
      notes.add("the bundled layer " + name + " stays, for in " + own + ":\n" + e.getMessage());
      return null;
    }
  }

  private <T> T read(String name, byte[] text, boolean bundled, Reader<T> reader)
      throws GeoJsonException {
    String file = name + ".geojson";
    Complaints complaints = new Complaints(file);
    List<GeoJson.Feature> all = GeoJson.read(file, text, bundled).features();
    T read = reader.read(all, complaints);
    complaints.check();
    features.put(name, all);
    layers.computeIfAbsent(name, first -> new Layer(name, text, Layers.sha256(text), bundled));
    return read;
  }
}
