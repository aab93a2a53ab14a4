package bz.keelbill.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The map layers that the program brings along; their origins and licences are told in {@code
 * geodata/ORIGIN.md}.
 */
public final class Layers {
  private static final List<String> NAMES =
      List.of(
          "land-osm",
          "cayes-gshhg",
          "cayes-hand",
          "maritime-zones",
          "maritime-zones-1992",
          "maritime-lines",
          "osm-admin-maritime",
          "aerodromes",
          "places",
          "ports",
          "docks",
          "sea-features",
          "sea-names",
          "reef",
          "routes",
          "inland-waters",
          "fir",
          "watch-areas",
          "fences",
          "control-points");

  private Layers() {}

  /** The bundled layers' names, without the ending of a file. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The text of a bundled layer, as it was shipped.
   *
   * @throws IllegalArgumentException if there is no layer of the name
   */
  public static byte[] bytes(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no layer " + name);
    }
    String resource = "geodata/" + name + ".geojson";
    try (InputStream in = Layers.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program is damaged: " + resource + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SHA-256 of a layer's text, 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
