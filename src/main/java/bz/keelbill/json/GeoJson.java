package bz.keelbill.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads GeoJSON (RFC 7946): WGS 84 only, longitude first, every geometry valid.
 *
 * <p>A text is taken whole or refused with everything that is wrong with it. Limits: 32 MiB, 20,000
 * features, 1,000,000 positions. Third coordinates and the direction of rings do not matter.
 */
public final class GeoJson {
  /** The property of a fence that goes with a track. */
  static final String AROUND = "around";

  private static final int SIZE_LIMIT = 32 << 20;
  private static final int FEATURE_LIMIT = 20_000;
  private static final int NESTING_LIMIT = 60;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_LIMIT).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private GeoJson() {}

  /**
   * One feature.
   *
   * @param label as messages call it: {@code feature 3 "pass-caulker"}, counted from 1
   * @param id its {@code id} as a member or as a property, or null
   * @param properties never null; an object, empty if the feature has none
   * @param geometry degrees, longitude as x; never null
   */
  public record Feature(String label, String id, JsonNode properties, Geometry geometry) {}

  /**
   * A feature collection.
   *
   * @param metadata the member of that name, or a missing node
   * @param features in the order of the text
   */
  public record Collection(JsonNode metadata, List<Feature> features) {}

  /**
   * Reads a file.
   *
   * @throws GeoJsonException if it cannot be read or used
   */
  public static Collection read(Path file) throws GeoJsonException {
    return read(String.valueOf(file.getFileName()), bytes(file));
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   * @throws GeoJsonException if it cannot be used
   */
  public static Collection read(String file, byte[] json) throws GeoJsonException {
    return read(file, json, false);
  }

  /**
   * Reads a text.
   *
   * @param isOurs whether it came along with the program: its shapes were checked when it was built
   */
  static Collection read(String file, byte[] json, boolean isOurs) throws GeoJsonException {
    Complaints complaints = new Complaints(file);
    JsonNode root = parse(json, complaints);
    complaints.check();
    if (!"FeatureCollection".equals(root.path("type").asText())) {
      complaints.add("type", "must be \"FeatureCollection\"");
    }
    checkReferenceSystem(root, complaints);
    List<Feature> features =
        features(root.path("features"), new Shapes(complaints, isOurs), complaints);
    complaints.check();
    return new Collection(root.path("metadata"), features);
  }

  /**
   * Reads the text of a single feature.
   *
   * @param file what messages call it
   * @throws GeoJsonException if it cannot be used
   */
  public static Feature readFeature(String file, byte[] json) throws GeoJsonException {
    Complaints complaints = new Complaints(file);
    JsonNode root = parse(json, complaints);
    complaints.check();
    return readFeature(file, root);
  }

  /** Reads a single feature that has been parsed; as above. */
  static Feature readFeature(String file, JsonNode root) throws GeoJsonException {
    Complaints complaints = new Complaints(file);
    Feature feature = feature(root, "feature", new Shapes(complaints), complaints);
    complaints.check();
    return feature;
  }

  /** A file's content, bounded. */
  static byte[] bytes(Path file) throws GeoJsonException {
    Complaints complaints = new Complaints(String.valueOf(file.getFileName()));
    byte[] bytes = {};
    try {
      if (Files.size(file) > SIZE_LIMIT) {
        complaints.add(null, "is larger than " + (SIZE_LIMIT >> 20) + " MiB");
      } else {
        bytes = Files.readAllBytes(file);
      }
    } catch (NoSuchFileException e) {
      complaints.add(null, "there is no such file: " + file);
    } catch (IOException e) {
      complaints.add(null, "cannot be read: " + e.getMessage());
    }
    complaints.check();
    return bytes;
  }

  private static JsonNode parse(byte[] json, Complaints complaints) {
    if (json.length > SIZE_LIMIT) {
      complaints.add(null, "is larger than " + (SIZE_LIMIT >> 20) + " MiB");
      return MissingNode.getInstance();
    }
    try {
      JsonNode root = MAPPER.readTree(json);
      if (!root.isObject()) {
        complaints.add(null, "is not a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      complaints.add(null, "is not JSON" + place(e.getLocation()) + ": " + words(e));
    } catch (IOException e) {
      complaints.add(null, "is not JSON: " + e.getMessage());
    }
    return MissingNode.getInstance();
  }

  /** The parser's words without those about its own insides. */
  private static String words(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "nested too deeply, or a name, text or number is too long";
    }
    if (e instanceof MismatchedInputException) {
      return "there is more after its end";
    }
    return e.getOriginalMessage().replaceAll("(?s)( \\(start marker|: enable `).*", "");
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /** The member {@code crs} of the GeoJSON of 2008 may only say what RFC 7946 says anyway. */
  private static void checkReferenceSystem(JsonNode root, Complaints complaints) {
    JsonNode system = root.path("crs");
    String name = system.path("properties").path("name").asText();
    if (!system.isMissingNode() && !system.isNull() && !name.endsWith("CRS84")) {
      complaints.add("crs", "only WGS 84, longitude first, can be read");
    }
  }

  private static List<Feature> features(JsonNode nodes, Shapes shapes, Complaints complaints) {
    if (!nodes.isArray()) {
      complaints.add("features", "must be an array of features");
    }
    if (nodes.size() > FEATURE_LIMIT) {
      complaints.add("features", nodes.size() + " features, more than " + FEATURE_LIMIT);
      return List.of();
    }
    List<Feature> features = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : nodes) {
      Feature feature = feature(node, "feature " + (features.size() + 1), shapes, complaints);
      if (feature.id() != null && !ids.add(feature.id())) {
        complaints.add("id", "another feature has the same id");
      }
      features.add(feature);
    }
    complaints.about(null);
    return features;
  }

  private static Feature feature(
      JsonNode node, String number, Shapes shapes, Complaints complaints) {
    String id = id(node);
    String label = id == null ? number : number + " \"" + shortened(id) + '"';
    complaints.about(label);
    if (!"Feature".equals(node.path("type").asText())) {
      complaints.add("type", "must be \"Feature\"");
    }
    JsonNode properties = node.path("properties");
    if (!properties.isObject()) {
      if (!properties.isNull() && !properties.isMissingNode()) {
        complaints.add("properties", "must be an object");
      }
      properties = MAPPER.createObjectNode();
    }
    // What goes with a track has no place of its own.
    boolean moves = properties.path(AROUND).isObject();
    return new Feature(label, id, properties, moves ? null : shapes.read(node.path("geometry")));
  }

  private static String id(JsonNode feature) {
    JsonNode member = feature.path("id");
    JsonNode property = feature.path("properties").path("id");
    for (JsonNode id : List.of(member, property)) {
      if ((id.isTextual() && !id.asText().isBlank()) || id.isNumber()) {
        return id.asText();
      }
    }
    return null;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
