package bz.keelbill.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key that a service gave us: shown nowhere, and struck out of what the service sends back, for
 * lines are recorded and shown.
 */
public final class Secret {
  /** No key. */
  public static final Secret NONE = new Secret("");

  /** Shorter ones would strike out what is no key. */
  private static final int SHORTEST_STRUCK_OUT = 4;

  private final String value;
  private final byte[] bytes;

  /** Holds a key. */
  public Secret(String value) {
    this.value = value;
    this.bytes = value.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether there is one. */
  public boolean isThere() {
    return !value.isEmpty();
  }

  /** Whether it is of ASCII letters, digits and signs alone, as a header may hold. */
  public boolean isPlain() {
    return value.chars().allMatch(sign -> sign > ' ' && sign < 0x7F);
  }

  /** The key itself, for the service alone. */
  String reveal() {
    return value;
  }

  /** The same bytes with a star in place of each byte of the key. */
  byte[] strikeOut(byte[] line) {
    byte[] clean = line;
    for (int at = 0;
        bytes.length >= SHORTEST_STRUCK_OUT && at + bytes.length <= line.length;
        at++) {
      int end = at + bytes.length;
      if (Arrays.equals(line, at, end, bytes, 0, bytes.length)) {
        clean = clean == line ? line.clone() : clean;
        Arrays.fill(clean, at, end, (byte) '*');
      }
    }
    return clean;
  }

  @Override
  public String toString() {
    return isThere() ? "***" : "none";
  }
}
