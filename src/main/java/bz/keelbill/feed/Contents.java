package bz.keelbill.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens recorded files, compressed or not, whatever their names say. */
public final class Contents {

  private static final int BUFFER_BYTES = 1 << 16;

  private Contents() {}

  /** Opens a file; gzip is known by its first two bytes (RFC 1952, 2.3.1). */
  public static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return unzipped(raw);
    } catch (IOException | RuntimeException failed) {
      raw.close();
      throw failed;
    }
  }

  /** The same for a stream that is already open, such as standard input. */
  public static InputStream unzipped(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
  }
}
