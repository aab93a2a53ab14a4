package bz.keelbill.ais;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The station names of tag blocks as strings, each made once: a feed repeats the same few names in
 * every line. Bounded: names that fall on one place push each other out.
 */
final class SourceNames {
  private static final int PLACES = 1024;

  private final byte[][] bytes = new byte[PLACES][];
  private final String[] names = new String[PLACES];

  /** The name that stands from {@code from} to before {@code to}. */
  String name(byte[] line, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + line[at];
    }
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    byte[] known = bytes[place];
    if (known == null || !Arrays.equals(known, 0, known.length, line, from, to)) {
      bytes[place] = Arrays.copyOfRange(line, from, to);
      names[place] = new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return names[place];
  }
}
