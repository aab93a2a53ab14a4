package bz.keelbill.json;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeoJson.Feature;
import bz.keelbill.sighting.NamedPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/**
 * The features of a layer that have a name, as places that people may name; of areas the middle.
 */
final class NamedFeatures {
  private static final double USUAL_ERROR_METRES = 1_000;

  private NamedFeatures() {}

  /** Those of Belize. */
  static List<NamedPlace> placesHere(List<Feature> features) {
    return places(
        features.stream()
            .filter(feature -> "BZ".equals(feature.properties().path("country").asText()))
            .toList());
  }

  /** Every one with a name; others are nobody's to name. */
  static List<NamedPlace> places(List<Feature> features) {
    List<NamedPlace> places = new ArrayList<>();
    for (Feature feature : features) {
      JsonNode name = feature.properties().path("name");
      if (name.isTextual() && !name.asText().isBlank()) {
        places.add(place(feature, name.asText()));
      }
    }
    return places;
  }

  private static NamedPlace place(Feature feature, String name) {
    List<String> aliases = new ArrayList<>();
    feature.properties().path("aliases").forEach(alias -> aliases.add(alias.asText()));
    Point middle = feature.geometry().getInteriorPoint();
    double accuracy =
        feature.properties().path("positionalAccuracyMetres").asDouble(USUAL_ERROR_METRES);
    double error = Math.max(accuracy, halfSizeMetres(feature.geometry().getEnvelopeInternal()));
    return new NamedPlace(name, aliases, new Position(middle.getY(), middle.getX()), error);
  }

  private static double halfSizeMetres(Envelope box) {
    Position corner = new Position(box.getMinY(), box.getMinX());
    return Geodesy.distanceMetres(corner, new Position(box.getMaxY(), box.getMaxX())) / 2;
  }
}
