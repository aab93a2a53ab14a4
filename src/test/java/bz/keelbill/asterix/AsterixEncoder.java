package bz.keelbill.asterix;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes records for tests, by an order of items of its own. */
final class AsterixEncoder {
  private static final Map<Integer, List<String>> ORDERS =
      Map.of(
          10,
          order(
              "010 000 020 140 041 040 042 200 202 161 170 060 220 245 250 300 090 091 270 550 310"
                  + " 500 280 131 210 - SP RE"),
          21,
          order(
              "010 040 161 015 071 130 131 072 150 151 080 073 074 075 076 140 090 210 070 230 145"
                  + " 152 200 155 157 160 165 077 170 020 220 146 148 110 016 008 271 132 250 260"
                  + " 400 295 - - - - - RE SP"),
          34,
          order("010 000 030 020 041 050 060 070 100 110 120 090 RE SP"),
          48,
          order(
              "010 140 020 040 070 090 130 220 240 250 161 042 200 170 210 030 080 100 110 120 230"
                  + " 260 055 050 065 060 SP RE"),
          62,
          order(
              "010 - 015 070 105 100 185 210 060 245 380 040 080 290 200 295 136 130 135 220 390"
                  + " 270 300 110 120 510 500 340 - - - - - RE SP"));

  /** Category 021, edition 0.26. */
  static final List<String> OLD_ADSB =
      order(
          "010 040 030 130 080 140 090 210 230 145 150 151 152 155 157 160 165 170 095 032 200 020"
              + " 220 146 148 110 070 131 - - - - - RE SP");

  private final int category;
  private final List<String> order;
  private final Map<Integer, byte[]> items = new TreeMap<>();

  AsterixEncoder(int category) {
    this(category, ORDERS.get(category));
  }

  AsterixEncoder(int category, List<String> order) {
    this.category = category;
    this.order = order;
  }

  private static List<String> order(String items) {
    return List.of(items.split(" "));
  }

  /** An item by its octets. */
  AsterixEncoder put(String item, byte[] octets) {
    int index = order.indexOf(item);
    if (index < 0) {
      throw new IllegalArgumentException(item);
    }
    items.put(index, octets);
    return this;
  }

  /** An item by its octets in hexadecimal digits. */
  AsterixEncoder put(String item, String hex) {
    return put(item, hex(hex));
  }

  AsterixEncoder source(int sac, int sic) {
    return put("010", new byte[] {(byte) sac, (byte) sic});
  }

  /** Three octets of time of day. */
  AsterixEncoder time(String item, double seconds) {
    return put(item, "%06x".formatted(Math.round(seconds * 128)));
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  byte[] record() {
    int last = items.isEmpty() ? 0 : ((TreeMap<Integer, byte[]>) items).lastKey();
    byte[] presence = new byte[last / 7 + 1];
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    items.forEach(
        (index, octets) -> {
          presence[index / 7] |= (byte) (0x80 >> index % 7);
          content.writeBytes(octets);
        });
    for (int octet = 0; octet < presence.length - 1; octet++) {
      presence[octet] |= 1;
    }
    return joined(presence, content.toByteArray());
  }

  /** A block of this one record. */
  byte[] block() {
    return block(category, record());
  }

  /** A block of records. */
  static byte[] block(int category, byte[]... records) {
    byte[] content = joined(records);
    int length = content.length + 3;
    byte[] header = {(byte) category, (byte) (length >> 8), (byte) length};
    return joined(header, content);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
