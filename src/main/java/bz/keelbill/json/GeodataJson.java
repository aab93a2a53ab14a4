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
import org.locationtech.jts.geom.Polygon;

/**
 * Loads the layers: the bundled ones, or the operator's own. A file {@code <layer>.geojson} in the
 * operator's folder takes the place of the bundled layer as a whole; a bad one is named in the
 * notes, and the bundled layer stays. Immutable once opened.
 */
public final class GeodataJson {
  private final Path overrides;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /** Of the layers read so far, while they are read: some are wanted twice. */
  private final Map<String, List<GeoJson.Feature>> features = new HashMap<>();

  private final Geography geography;
  private final Gazetteer gazetteer;

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

  private GeodataJson(Path overrides) {
    this.overrides = overrides;
    this.geography = readGeography();
    this.gazetteer = readGazetteer();
    for (String name : Layers.names()) {
      if (!layers.containsKey(name)) {
        shown(name);
      }
    }
    features.clear();
  }

  /**
   * Loads every layer.
   *
   * @param overridesOrNull the operator's folder; it need not exist
   */
  public static GeodataJson open(Path overridesOrNull) {
    return new GeodataJson(overridesOrNull);
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

  /** The places by the names that people give them. */
  public Gazetteer gazetteer() {
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
    List<Polygon> land = layer("land-osm", LayerFeatures::polygons);
    List<Polygon> cayes = new ArrayList<>(layer("cayes-gshhg", LayerFeatures::polygons));
    cayes.addAll(layer("cayes-hand", LayerFeatures::polygons));
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
        Coast.of(land, cayes),
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

  /** What is said at sea means a place at sea first, a town only where there is no such place. */
  private Gazetteer readGazetteer() {
    List<NamedPlace> sea =
        new ArrayList<>(layer("sea-names", (all, complaints) -> NamedFeatures.places(all)));
    for (String name : List.of("sea-features", "ports", "docks", "cayes-hand", "land-osm")) {
      sea.addAll(NamedFeatures.places(inUse(name)));
    }
    List<GeoJson.Feature> towns = inUse("places");
    return new Gazetteer(
        List.of(sea, NamedFeatures.placesHere(towns), NamedFeatures.places(towns)));
  }

  /** The features of a layer that has been read before. */
  private List<GeoJson.Feature> inUse(String name) {
    return features.get(name);
  }

  /**
   * A layer that is only shown on the map. What came along with the program is good as it is and is
   * not read at each start.
   */
  private void shown(String name) {
    if (own(name, (all, complaints) -> all) == null) {
      byte[] text = Layers.bytes(name);
      layers.put(name, new Layer(name, text, Layers.sha256(text), true));
    }
  }

  /** Reads the operator's layer, or else the bundled one. */
  private <T> T layer(String name, Reader<T> reader) {
    T own = own(name, reader);
    if (own != null) {
      return own;
    }
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
    layers.put(name, new Layer(name, text, Layers.sha256(text), bundled));
    return read;
  }
}
