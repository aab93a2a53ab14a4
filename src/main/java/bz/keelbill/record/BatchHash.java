package bz.keelbill.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of one batch: SHA-256 of the hash of the batch before it, its number, and the hashes of
 * its rows in ascending order. So no row can change, come or go, and no batch either, without
 * breaking the chain; in which order the tables are read does not matter. One thread.
 */
final class BatchHash {
  /** What stands as the hash before the first batch of all. */
  static final String NOTHING_BEFORE = "0".repeat(64);

  private final List<byte[]> rows = new ArrayList<>();

  /**
   * The end of the chain.
   *
   * @param batch the number of the last batch; 0 if there is none
   * @param hash its hash
   */
  record Head(long batch, String hash) {
    static final Head NONE = new Head(0, NOTHING_BEFORE);
  }

  void add(byte[] rowHash) {
    rows.add(rowHash);
  }

  int size() {
    return rows.size();
  }

  void clear() {
    rows.clear();
  }

  /** The hash of the rows as a batch of this number. */
  String after(String prev, long number) {
    MessageDigest digest = RowHash.sha256();
    digest.update(HexFormat.of().parseHex(prev));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    rows.sort(Arrays::compareUnsigned);
    rows.forEach(digest::update);
    return RowHash.hex(digest.digest());
  }
}
