package bz.keelbill.asterix;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one category in one edition: how its records are cut into items, and which bits of
 * them say what.
 */
final class Category {
  private static final int SOURCE_OCTETS = 2;

  private final int number;
  private final Form.Compound items;
  private final List<Row> rows = new ArrayList<>();
  private final int source;

  /** Bits of an item; of several rows for one field the first that is carried counts. */
  private record Row(
      AsterixField field, int item, int part, int bit, int bits, boolean signed, double scale) {}

  /**
   * Begins the tables.
   *
   * @param items in the notation of {@link Form}
   */
  Category(int number, String items) {
    this.number = number;
    this.items = Form.Compound.of(items);
    source = this.items.indexOf("010");
  }

  int number() {
    return number;
  }

  Form.Compound items() {
    return items;
  }

  /**
   * A number of an item without sign.
   *
   * @param item its name, or those of item and part with a slash between them
   * @param bit the first one, counted from the item's first
   * @param scale what one of it is
   */
  Category number(AsterixField field, String item, int bit, int bits, double scale) {
    return row(field, item, bit, bits, false, scale);
  }

  /** The same in two's complement. */
  Category signed(AsterixField field, String item, int bit, int bits, double scale) {
    return row(field, item, bit, bits, true, scale);
  }

  /** A whole number. */
  Category whole(AsterixField field, String item, int bit, int bits) {
    return row(field, item, bit, bits, false, 1);
  }

  /** One bit. */
  Category flag(AsterixField field, String item, int bit) {
    return row(field, item, bit, 1, false, 1);
  }

  private Category row(
      AsterixField field, String item, int bit, int bits, boolean signed, double scale) {
    int slash = item.indexOf('/');
    int index = items.indexOf(slash < 0 ? item : item.substring(0, slash));
    int part =
        slash < 0
            ? -1
            : ((Form.Compound) items.forms().get(index)).indexOf(item.substring(slash + 1));
    rows.add(new Row(field, index, part, bit, bits, signed, scale));
    return this;
  }

  /**
   * Reads one record.
   *
   * @param starts room for where each item begins
   * @return where it ends, or {@link Form#UNDECODABLE}
   */
  int read(byte[] bytes, int from, int to, int[] starts, AsterixMessage into) {
    int end = end(bytes, from, to, starts);
    into.begin(number);
    if (end < 0) {
      return end;
    }
    if (starts[source] >= 0) {
      into.setSource((int) bits(bytes, starts[source] * 8L, SOURCE_OCTETS * 8));
    }
    for (Row row : rows) {
      if (starts[row.item] >= 0 && !into.has(row.field)) {
        read(row, bytes, starts[row.item], end, into);
      }
    }
    return end;
  }

  /** Where a record ends that is looked at no closer. */
  int end(byte[] bytes, int from, int to, int[] starts) {
    // A record without any item is filling.
    return from < to && bytes[from] == 0 ? Form.UNDECODABLE : items.read(bytes, from, to, starts);
  }

  private void read(Row row, byte[] bytes, int itemStart, int to, AsterixMessage into) {
    Form form = items.forms().get(row.item);
    int start = itemStart;
    if (row.part >= 0) {
      Form.Compound parts = (Form.Compound) form;
      start = parts.startOf(row.part, bytes, itemStart, to);
      form = parts.forms().get(row.part);
    }
    // Extents that are not there say nothing.
    if (start >= 0 && row.bit + row.bits <= 8 * (form.end(bytes, start, to) - start)) {
      long raw = bits(bytes, start * 8L + row.bit, row.bits);
      int unused = Long.SIZE - row.bits;
      long value = row.signed ? raw << unused >> unused : raw;
      into.set(row.field, value * row.scale);
    }
  }

  private static long bits(byte[] bytes, long firstBit, int count) {
    int from = (int) (firstBit >> 3);
    int to = (int) (firstBit + count - 1 >> 3);
    long value = 0;
    for (int at = from; at <= to; at++) {
      value = value << 8 | bytes[at] & 0xFF;
    }
    int behind = (int) (8 * (to + 1L) - firstBit - count);
    return value >>> behind & (1L << count) - 1;
  }
}
