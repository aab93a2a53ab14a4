package bz.keelbill;

import bz.keelbill.geo.Coast;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.record.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The joined land, kept beside the record: joining it anew is a tenth of what a start takes.
 *
 * <p>A SHA-256 of all that follows, one of what the land was joined of, and both lands as
 * well-known binary. A file that is damaged, or of other layers, counts for nothing and is replaced
 * once the watch stands. On workers, one at a time.
 */
final class CoastFile implements GeodataJson.JoinedLand {
  private static final Logger LOG = System.getLogger(CoastFile.class.getName());
  private static final int HASH_BYTES = 32;

  /** To be raised when the same layers are joined otherwise. */
  private static final String HOW = "1";

  private final Path path;
  private byte[] unwritten;

  CoastFile(Path recordDir) {
    path = recordDir.resolve("coast.bin");
  }

  @Override
  public Coast of(String layers, Supplier<Coast> joining) {
    byte[] key = sha256((HOW + layers).getBytes(StandardCharsets.UTF_8), 0);
    Coast kept = read(key);
    if (kept != null) {
      return kept;
    }
    Coast joined = joining.get();
    unwritten = bytes(key, joined);
    return joined;
  }

  private Coast read(byte[] key) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      boolean isOurs =
          bytes.length > 2 * HASH_BYTES
              && Arrays.equals(bytes, 0, HASH_BYTES, sha256(bytes, HASH_BYTES), 0, HASH_BYTES)
              && Arrays.equals(bytes, HASH_BYTES, 2 * HASH_BYTES, key, 0, HASH_BYTES);
      return isOurs ? coast(Arrays.copyOfRange(bytes, 2 * HASH_BYTES, bytes.length)) : null;
    } catch (NoSuchFileException firstStart) {
      return null;
    } catch (IOException | ParseException | RuntimeException unusable) {
      LOG.log(Level.WARNING, path + " is not used: " + unusable.getMessage());
      return null;
    }
  }

  private static Coast coast(byte[] binary) throws ParseException {
    Geometry both = new WKBReader().read(binary);
    return Coast.joined((MultiPolygon) both.getGeometryN(0), (MultiPolygon) both.getGeometryN(1));
  }

  private static byte[] bytes(byte[] key, Coast coast) {
    Geometry[] both = {coast.land().geometry(), coast.sureLand().geometry()};
    byte[] binary = new WKBWriter().write(new GeometryFactory().createGeometryCollection(both));
    ByteBuffer bytes = ByteBuffer.allocate(2 * HASH_BYTES + binary.length);
    bytes.position(HASH_BYTES).put(key).put(binary);
    bytes.put(0, sha256(bytes.array(), HASH_BYTES));
    return bytes.array();
  }

  /** Writes the land if it was joined anew; a disk that takes no more only costs time. */
  Void write() {
    try {
      if (unwritten != null) {
        WholeFile.write(path, unwritten);
      }
    } catch (IOException failed) {
      LOG.log(Level.WARNING, path + " cannot be written: " + failed.getMessage());
    }
    unwritten = null;
    return null;
  }

  private static byte[] sha256(byte[] bytes, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, bytes.length - from);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
