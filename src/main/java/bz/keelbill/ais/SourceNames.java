package bz.keelbill.ais;

import bz.keelbill.report.Scan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The station names of tag blocks as strings, each made once: a feed repeats the same few names in
 * every line. Bounded: names that fall on one place push each other out.
 */
final class SourceNames {
  private static final int PLACE_BITS = 10;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final byte[][] bytes = new byte[PLACES][];
  private final String[] names = new String[PLACES];

  /** The name that stands from {@code from} to before {@code to}. */
  String name(byte[] line, int from, int to) {
    int place = place(line, from, to);
    byte[] known = bytes[place];
    if (known == null || !Arrays.equals(known, 0, known.length, line, from, to)) {
      bytes[place] = Arrays.copyOfRange(line, from, to);
      names[place] = new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return names[place];
  }

  private static int place(byte[] line, int from, int to) {
    long hash = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      hash = (hash ^ Scan.word(line, at)) * SPREAD;
    }
    for (; at < to; at++) {
      hash = (hash ^ line[at]) * SPREAD;
    }
    return (int) (hash >>> Long.SIZE - PLACE_BITS);
  }
}
