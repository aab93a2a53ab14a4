package bz.keelbill.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of one row: its table's name, then each column with a mark for its type, so that no
 * two rows have the same bytes. The same row gives the same hash when it is written and when it is
 * read. One thread.
 */
final class RowHash {
  private static final byte NOTHING = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;
  private static final byte BYTES = 3;

  private final MessageDigest sha256 = sha256();
  private byte[] row = new byte[512];
  private int length;

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  void begin(String table) {
    length = 0;
    text(table);
  }

  void nothing() {
    add(NOTHING);
  }

  void number(long value) {
    add(NUMBER);
    addNumber(value);
  }

  void number(double value) {
    number(Double.doubleToRawLongBits(value));
  }

  void number(float value) {
    number(Float.floatToRawIntBits(value));
  }

  void text(String text) {
    sized(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] bytes) {
    sized(BYTES, bytes);
  }

  /** The hash of what was put in since the beginning. */
  byte[] end() {
    sha256.update(row, 0, length);
    return sha256.digest();
  }

  /**
   * The first four bytes of a hash. It stands in the row itself: where a batch is wrong, it says
   * which of its rows.
   */
  static int mark(byte[] hash) {
    return hash[0] << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff;
  }

  private void sized(byte type, byte[] bytes) {
    add(type);
    addNumber(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, row, length, bytes.length);
    length += bytes.length;
  }

  private void add(byte value) {
    room(1);
    row[length++] = value;
  }

  private void addNumber(long value) {
    room(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      row[length++] = (byte) (value >>> shift);
    }
  }

  private void room(int more) {
    if (length + more > row.length) {
      row = Arrays.copyOf(row, Math.max(2 * row.length, length + more));
    }
  }
}
