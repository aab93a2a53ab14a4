package bz.keelbill.ais;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of one message stand. A message is whole when every printed field is complete;
 * what may follow (a communication state, a second station) is taken if it is there.
 */
final class Layout {

  /**
   * A number. All that decoding needs stands in this one object: it is read some fifteen times for
   * each message.
   */
  static final class Row {
    final AisField field;
    final boolean isPrinted;
    final int decimals;
    private final int slot;
    private final int offset;
    private final int width;
    private final int end;
    private final int sign;
    private final int lowest;
    private final int highest;
    private final double divisor;

    private Row(AisField field, int offset, int width, Quantity quantity, boolean isPrinted) {
      this.field = field;
      this.isPrinted = isPrinted;
      this.decimals = quantity.decimals;
      this.slot = field.ordinal();
      this.offset = offset;
      this.width = width;
      this.end = offset + width;
      this.sign = quantity.isSigned() ? 1 << width - 1 : 0;
      this.lowest = quantity.lowest;
      this.highest = quantity.highest;
      this.divisor = quantity.divisor;
    }

    /** Puts the number into its place: NaN if the message ends before it or says it has none. */
    void decode(Bits bits, double[] values) {
      double value = Double.NaN;
      if (end <= bits.length()) {
        int raw = (bits.unsigned(offset, width) ^ sign) - sign;
        if (raw >= lowest && raw <= highest) {
          value = raw / divisor;
        }
      }
      values[slot] = value;
    }
  }

  /**
   * A text, in one piece or two.
   *
   * @param characters how many at most
   * @param more how many more at most stand at {@code moreOffset}
   */
  record TextRow(AisField field, int offset, int characters, int moreOffset, int more) {

    /** How many whole characters a message of so many bits holds. */
    int charactersIn(int bits) {
      int first = Math.min(characters, (bits - offset) / 6);
      return more == 0 ? first : first + Math.max(0, Math.min(more, (bits - moreOffset) / 6));
    }

    /** Where the character of that index stands. */
    int offsetOf(int index) {
      return index < characters ? offset + 6 * index : moreOffset + 6 * (index - characters);
    }
  }

  /** No binary data. */
  static final int NO_DATA = -1;

  final int minimumBits;
  final Row[] rows;
  final TextRow[] texts;
  final int dataOffset;
  final int trailerBits;
  private final boolean[] carries = new boolean[AisField.values().length];

  private Layout(Draft draft) {
    minimumBits = draft.minimumBits;
    rows = draft.rows.toArray(Row[]::new);
    texts = draft.texts.toArray(TextRow[]::new);
    dataOffset = draft.dataOffset;
    trailerBits = draft.trailerBits;
    draft.rows.forEach(row -> carries[row.field.ordinal()] = true);
    draft.texts.forEach(text -> carries[text.field.ordinal()] = true);
  }

  /** Whether the message has such a field at all. */
  boolean carries(AisField field) {
    return carries[field.ordinal()];
  }

  /** Begins a layout. */
  static Draft draft() {
    return new Draft();
  }

  /** A layout being written down. */
  static final class Draft {
    private final List<Row> rows = new ArrayList<>();
    private final List<TextRow> texts = new ArrayList<>();
    private int minimumBits = AisMessage.HEADER_BITS;
    private int dataOffset = NO_DATA;
    private int trailerBits;

    /** A number without which there is no message. */
    Draft print(AisField field, int offset, int width, Quantity quantity) {
      rows.add(new Row(field, offset, width, quantity, true));
      minimumBits = Math.max(minimumBits, offset + width);
      return this;
    }

    /** A number as sent, without which there is no message. */
    Draft print(AisField field, int offset, int width) {
      return print(field, offset, width, Quantity.NUMBER);
    }

    /** A number that a short message may lack. */
    Draft printIfThere(AisField field, int offset, int width, Quantity quantity) {
      rows.add(new Row(field, offset, width, quantity, true));
      return this;
    }

    /** A number that is kept for readers inside the program, if it is there. */
    Draft keep(AisField field, int offset, int width, Quantity quantity) {
      rows.add(new Row(field, offset, width, quantity, false));
      return this;
    }

    /** A number as sent that is kept for readers inside the program, if it is there. */
    Draft keep(AisField field, int offset, int width) {
      return keep(field, offset, width, Quantity.NUMBER);
    }

    /** A text of fixed length. */
    Draft text(AisField field, int offset, int characters) {
      return text(field, offset, characters, 0, 0);
    }

    /** A text that goes on elsewhere, as far as the message reaches. */
    Draft text(AisField field, int offset, int characters, int moreOffset, int more) {
      texts.add(new TextRow(field, offset, characters, moreOffset, more));
      minimumBits = Math.max(minimumBits, offset + 6 * characters);
      return this;
    }

    /** A text that reaches to the end of the message. */
    Draft textToEnd(AisField field, int offset, int most) {
      texts.add(new TextRow(field, offset, most, 0, 0));
      minimumBits = Math.max(minimumBits, offset);
      return this;
    }

    /** Binary data to the end of the message but for a trailer. */
    Draft data(int offset, int trailer) {
      dataOffset = offset;
      trailerBits = trailer;
      return this;
    }

    /** The four dimensions, 30 bits. */
    Draft dimensions(int offset) {
      return print(AisField.TO_BOW, offset, 9)
          .print(AisField.TO_STERN, offset + 9, 9)
          .print(AisField.TO_PORT, offset + 18, 6)
          .print(AisField.TO_STARBOARD, offset + 24, 6);
    }

    /** Longitude and latitude of 28 and 27 bits. */
    Draft position(int offset) {
      return print(AisField.LON, offset, 28, Quantity.LONGITUDE)
          .print(AisField.LAT, offset + 28, 27, Quantity.LATITUDE);
    }

    /** The layout, finished. */
    Layout layout() {
      return new Layout(this);
    }
  }
}
