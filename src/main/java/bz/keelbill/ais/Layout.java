package bz.keelbill.ais;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where the fields of one message stand. A message is whole when every printed field is complete;
 * what may follow (a communication state, a second station) is taken if it is there.
 */
final class Layout {

  /** No binary data. */
  static final int NO_DATA = -1;

  final int minimumBits;
  final AisField[] fields;
  final Row[] rows;
  final boolean[] isPrinted;
  final AisField[] textFields;
  final TextRow[] texts;
  final int dataOffset;
  final int trailerBits;
  private final boolean[] carries = new boolean[AisField.values().length];

  private Layout(Draft draft) {
    minimumBits = draft.minimumBits;
    fields = draft.fields.toArray(AisField[]::new);
    rows = draft.rows.toArray(Row[]::new);
    isPrinted = draft.printed();
    textFields = draft.textFields.toArray(AisField[]::new);
    texts = draft.texts.toArray(TextRow[]::new);
    dataOffset = draft.dataOffset;
    trailerBits = draft.trailerBits;
    draft.fields.forEach(field -> carries[field.ordinal()] = true);
    draft.textFields.forEach(field -> carries[field.ordinal()] = true);
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
    private final List<AisField> fields = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<AisField> kept = EnumSet.noneOf(AisField.class);
    private final List<AisField> textFields = new ArrayList<>();
    private final List<TextRow> texts = new ArrayList<>();
    private int minimumBits = AisMessage.HEADER_BITS;
    private int dataOffset = NO_DATA;
    private int trailerBits;

    /** A number without which there is no message. */
    Draft print(AisField field, int offset, int width, Quantity quantity) {
      minimumBits = Math.max(minimumBits, offset + width);
      return printIfThere(field, offset, width, quantity);
    }

    /** A number as sent, without which there is no message. */
    Draft print(AisField field, int offset, int width) {
      return print(field, offset, width, Quantity.NUMBER);
    }

    /** A number that a short message may lack. */
    Draft printIfThere(AisField field, int offset, int width, Quantity quantity) {
      fields.add(field);
      rows.add(new Row(field.ordinal(), offset, width, quantity));
      return this;
    }

    /** A number that is kept for readers inside the program, if it is there. */
    Draft keep(AisField field, int offset, int width, Quantity quantity) {
      kept.add(field);
      return printIfThere(field, offset, width, quantity);
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
      textFields.add(field);
      texts.add(new TextRow(offset, characters, moreOffset, more));
      minimumBits = Math.max(minimumBits, offset + 6 * characters);
      return this;
    }

    /** A text that reaches to the end of the message. */
    Draft textToEnd(AisField field, int offset, int most) {
      textFields.add(field);
      texts.add(new TextRow(offset, most));
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

    private boolean[] printed() {
      boolean[] printed = new boolean[fields.size()];
      for (int i = 0; i < printed.length; i++) {
        printed[i] = !kept.contains(fields.get(i));
      }
      return printed;
    }

    /** The layout, finished. */
    Layout layout() {
      return new Layout(this);
    }
  }
}
