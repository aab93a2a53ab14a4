package bz.keelbill.asterix;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** Records of random content and right form, as the tables of the categories have it. */
class RandomRecords {
  /** Category 062 tells in the fourth one that nothing was seen. */
  private static final int MOST_EXTENTS = 4;

  private static final int MOST_REPEATED = 3;
  private static final int MOST_EXPLICIT = 8;

  final SplittableRandom random;

  RandomRecords(SplittableRandom random) {
    this.random = random;
  }

  /**
   * One record's octets; its source is always there.
   *
   * @param chance of each item to be present
   */
  byte[] record(Form.Compound items, double chance) {
    return compound(items, chance, true);
  }

  /** One item of a record, or one part of an item. */
  byte[] item(Form.Compound of, int index) {
    return octets(of.forms().get(index));
  }

  private byte[] octets(Form form) {
    if (form instanceof Form.Fixed fixed) {
      return random(fixed.octets());
    }
    if (form instanceof Form.Extended extended) {
      return extended(extended.octets());
    }
    if (form instanceof Form.Repeated repeated) {
      int times = random.nextInt(MOST_REPEATED + 1);
      return AsterixEncoder.joined(new byte[] {(byte) times}, random(times * repeated.octets()));
    }
    if (form instanceof Form.Explicit) {
      byte[] octets = random(1 + random.nextInt(MOST_EXPLICIT));
      octets[0] = (byte) octets.length;
      return octets;
    }
    return compound((Form.Compound) form, 0.3, false);
  }

  private byte[] extended(int octets) {
    byte[] all = random(octets * (1 + random.nextInt(MOST_EXTENTS)));
    for (int end = octets; end <= all.length; end += octets) {
      all[end - 1] = (byte) (end < all.length ? all[end - 1] | 1 : all[end - 1] & ~1);
    }
    return all;
  }

  private byte[] compound(Form.Compound parts, double chance, boolean withFirst) {
    byte[] presence = new byte[(parts.forms().size() + 6) / 7];
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int last = 0;
    for (int index = 0; index < parts.forms().size(); index++) {
      boolean wanted = random.nextDouble() < chance || index == 0 && withFirst;
      if (wanted && parts.forms().get(index) != null) {
        presence[index / 7] |= (byte) (0x80 >> index % 7);
        content.writeBytes(item(parts, index));
        last = index / 7;
      }
    }
    for (int octet = 0; octet < last; octet++) {
      presence[octet] |= 1;
    }
    byte[] sent = java.util.Arrays.copyOf(presence, last + 1);
    return AsterixEncoder.joined(sent, content.toByteArray());
  }

  /** So many octets of content. */
  byte[] random(int count) {
    byte[] octets = new byte[count];
    for (int at = 0; at < count; at++) {
      octets[at] = (byte) random.nextInt(256);
    }
    return octets;
  }
}
