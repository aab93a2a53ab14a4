package bz.keelbill.asterix;

import java.util.Set;
import java.util.SplittableRandom;

/**
 * Records of one category whose numbers stand often at the limits of their bits, and whose
 * callsigns are often ones.
 */
final class EdgeRecords extends RandomRecords {
  private static final String MESSAGE_TYPE = "000";
  private static final int[] CALLSIGN_OCTETS = {6, 7};
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";

  private final Form.Compound items;
  private final Set<String> with;
  private final Set<String> without;

  /**
   * Begins.
   *
   * @param with names of items that are always there
   * @param without names of items that are never there
   */
  EdgeRecords(SplittableRandom random, Category category, Set<String> with, Set<String> without) {
    super(random);
    this.items = category.items();
    this.with = with;
    this.without = without;
  }

  /** The next one: of few items or of many. */
  byte[] record() {
    byte[] record = record(items, 0.05 + random.nextDouble(0.65));
    boolean isWanted =
        with.stream().allMatch(name -> has(record, name))
            && without.stream().noneMatch(name -> has(record, name));
    return isWanted ? record : record();
  }

  private boolean has(byte[] record, String item) {
    return items.startOf(items.indexOf(item), record, 0, record.length) >= 0;
  }

  /** Most messages are of the first type: a target, or a radar that passes north. */
  @Override
  byte[] item(Form.Compound of, int index) {
    boolean isType = of == items && of.names().get(index).equals(MESSAGE_TYPE);
    return isType && random.nextInt(4) > 0 ? new byte[] {1} : super.item(of, index);
  }

  @Override
  byte[] random(int count) {
    boolean mayCall = count == CALLSIGN_OCTETS[0] || count == CALLSIGN_OCTETS[1];
    if (mayCall && random.nextBoolean()) {
      return callsign(count);
    }
    return random.nextInt(3) == 0 ? super.random(count) : edges(count, 1 + random.nextInt(4));
  }

  /** Words of one width, each a power of two or beside one, of either sign. */
  private byte[] edges(int count, int octets) {
    byte[] all = new byte[count];
    for (int at = 0; at < count; at += octets) {
      long power = 1L << random.nextInt(octets * Byte.SIZE);
      long word = (random.nextBoolean() ? power : -power) + random.nextInt(-1, 2);
      write(word, all, at, Math.min(octets, count - at));
    }
    return all;
  }

  private static void write(long word, byte[] into, int from, int octets) {
    for (int octet = 0; octet < octets; octet++) {
      into[from + octet] = (byte) (word >> Byte.SIZE * (octets - 1 - octet));
    }
  }

  /** In the last six octets. */
  private byte[] callsign(int count) {
    long bits = 0;
    int length = 1 + random.nextInt(8);
    for (int at = 0; at < 8; at++) {
      int letter = at < length ? LETTERS.charAt(random.nextInt(LETTERS.length())) : ' ';
      bits = bits << 6 | letter & 0x3F;
    }
    byte[] octets = new byte[count];
    write(bits, octets, count - CALLSIGN_OCTETS[0], CALLSIGN_OCTETS[0]);
    return octets;
  }
}
