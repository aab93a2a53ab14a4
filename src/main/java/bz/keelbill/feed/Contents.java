package bz.keelbill.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens recorded files, compressed or not, whatever their names say. */
public final class Contents {

  private static final int BUFFER_BYTES = 1 << 16;

  private Contents() {}

  /** Opens a file; gzip is known by its header (RFC 1952, 2.3.1). */
  public static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return unzipped(raw);
    } catch (IOException | RuntimeException failed) {
      raw.close();
      throw failed;
    }
  }

  /** The same for a stream that is already open, such as standard input; it supports marks. */
  public static InputStream unzipped(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    return isGzip(in) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES)) : in;
  }

  /** Whether a stream that supports marks begins as gzip with a whole header does. */
  static boolean isGzip(InputStream in) throws IOException {
    in.mark(BUFFER_BYTES);
    try {
      new GZIPInputStream(in, 1); // reads the header and nothing more
      return true;
    } catch (ZipException | EOFException notGzip) {
      return false;
    } finally {
      in.reset();
    }
  }
}
