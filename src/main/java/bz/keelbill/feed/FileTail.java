package bz.keelbill.feed;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Reads a file piece by piece, and if wished goes on as it grows, is cut short or is replaced by
 * another of its name. Blocking; one thread at a time.
 */
final class FileTail implements Closeable {

  private static final int PIECE_BYTES = 1 << 16;

  /** What a look at the file brought. */
  enum Found {
    /** More of it. */
    BYTES,
    /** Nothing new yet. */
    NOTHING_YET,
    /** Another file, or the same begun anew, stands in its place; the next look reads it. */
    REPLACED,
    /** Its end. */
    END,
    /** It cannot be read further. */
    BROKEN,
    /** There is no such file, or it may not be read. */
    MISSING
  }

  /** One look: what was found, and the bytes, which are empty unless that is BYTES. */
  record Look(Found found, byte[] bytes) {
    private static Look of(Found found) {
      return new Look(found, new byte[0]);
    }
  }

  private final Path path;
  private final boolean follow;
  private final byte[] piece = new byte[PIECE_BYTES];
  private boolean skipToEnd;
  private InputStream in;
  private boolean isZipped;
  private Object key;
  private long position;
  private boolean broken;
  private boolean drained;

  FileTail(FeedConfig.Source source) {
    path = source.path();
    follow = source.follow();
    skipToEnd = source.follow() && source.fromEnd();
  }

  /** Looks once; never throws for a file's sake. */
  Look look() {
    try {
      if (in == null) {
        open();
      }
    } catch (IOException unreadable) {
      closeQuietly();
      skipToEnd = false; // a file that comes later is new to us from its start
      return Look.of(Found.MISSING);
    }
    int count = broken ? -1 : read();
    if (count > 0) {
      position += count;
      drained = false;
      return new Look(Found.BYTES, Arrays.copyOf(piece, count));
    }
    if (broken && !drained) {
      drained = true;
      return Look.of(Found.BROKEN);
    }
    return follow ? atEnd() : Look.of(Found.END);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }

  private void open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), PIECE_BYTES);
    in = raw;
    isZipped = Contents.isGzip(raw);
    in = isZipped ? new GZIPInputStream(raw, PIECE_BYTES) : raw;
    key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    position = 0;
    broken = false;
    drained = false;
    if (skipToEnd && !isZipped) {
      in.skipNBytes(Files.size(path));
      position = Files.size(path);
    }
    skipToEnd = false;
  }

  private int read() {
    try {
      return in.read(piece);
    } catch (IOException unreadable) {
      broken = true;
      return -1;
    }
  }

  private Look atEnd() {
    if (!isReplaced()) {
      return Look.of(Found.NOTHING_YET);
    }
    if (!drained) {
      // The writer may have added to the old file between our last look and its replacement.
      drained = true;
      return look();
    }
    closeQuietly();
    return Look.of(Found.REPLACED);
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException alreadyGone) {
      in = null;
    }
  }

  private boolean isReplaced() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      boolean cutShort = !isZipped && now.size() < position;
      return cutShort || !Objects.equals(key, now.fileKey());
    } catch (IOException gone) {
      return false; // between the old name's going and the new one's coming
    }
  }
}
