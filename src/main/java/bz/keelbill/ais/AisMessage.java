package bz.keelbill.ais;

import bz.keelbill.report.Reject;
import java.nio.charset.StandardCharsets;

/**
 * One decoded message: every field of M.1371-5, annex 8, in its unit, with what is "not available"
 * as NaN or an empty text.
 *
 * <p>One object is filled again for each message, so nothing is allocated: whoever receives it
 * reads what it needs before it returns and keeps no reference. See the decision record
 * "ais-message".
 */
public final class AisMessage implements AisFields {

  /** A time that is not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  static final int HEADER_BITS = 38;
  private static final int LONGEST_TEXT = 161;
  private static final int MOST_TEXTS = 3;

  /** Takes the fields of a message one by one, in the order of the table. */
  public interface Visitor {
    /**
     * A number.
     *
     * @param value in the field's unit; NaN "not available"
     * @param decimals how many decimals are enough to tell two values apart
     */
    void number(AisField field, double value, int decimals);

    /** A text, which may be empty. */
    void text(AisField field, String value);
  }

  private final double[] values = new double[AisField.values().length];
  private final byte[][] texts = new byte[MOST_TEXTS][LONGEST_TEXT];
  private final int[] textLengths = new int[MOST_TEXTS];
  private final Reception reception = new Reception();

  private Bits bits;
  private Layout layout;
  private int type;
  private int repeat;
  private int mmsi;

  AisMessage() {}

  @Override
  public int type() {
    return type;
  }

  /** How often it has been repeated, 0 to 3. */
  public int repeat() {
    return repeat;
  }

  @Override
  public int mmsi() {
    return mmsi;
  }

  /** How the message came here. */
  public Reception reception() {
    return reception;
  }

  @Override
  public boolean carries(AisField field) {
    return layout.carries(field);
  }

  @Override
  public double number(AisField field) {
    return layout.carries(field) ? values[field.ordinal()] : Double.NaN;
  }

  @Override
  public String text(AisField field) {
    for (int i = 0; i < layout.texts.length; i++) {
      if (layout.textFields[i] == field) {
        return text(i);
      }
    }
    return null;
  }

  /** The binary payload of types 6, 8, 17, 25 and 26, left-aligned; null for other types. */
  public byte[] data() {
    return layout.dataOffset == Layout.NO_DATA ? null : bits.copy(layout.dataOffset, dataEnd());
  }

  /** How many bits the binary payload has; 0 for types without. */
  public int dataBits() {
    return layout.dataOffset == Layout.NO_DATA ? 0 : Math.max(0, dataEnd() - layout.dataOffset);
  }

  /**
   * A number made from all that the sender said: the same for each copy, also one that a repeater
   * has counted in the repeat indicator; never 0.
   */
  public long hash() {
    return bits.hash(~(3L << Long.SIZE - 8));
  }

  /**
   * What the binary payload of types 6 and 8, and of 25 and 26 if an application identifier leads
   * it, says to its application; null if there is none or it is not known here. Decoded anew, and
   * allocated, at each call: a message of which nobody asks pays nothing.
   */
  public AisApplication application() {
    if (dataBits() == 0) {
      return null;
    }
    if (layout.carries(AisField.DAC)) {
      return AisApplication.of(whole(AisField.DAC, 0), whole(AisField.FID, 0), payload());
    }
    return flag(AisField.STRUCTURED) ? AisApplication.ofStructured(payload()) : null;
  }

  private Bits payload() {
    return bits.slice(layout.dataOffset, dataEnd());
  }

  /** Shows the fields that {@code decode} prints. */
  public void visit(Visitor visitor) {
    for (int i = 0; i < layout.rows.length; i++) {
      if (layout.isPrinted[i]) {
        Row row = layout.rows[i];
        visitor.number(layout.fields[i], row.in(values), row.decimals);
      }
    }
    for (int i = 0; i < layout.texts.length; i++) {
      visitor.text(layout.textFields[i], text(i));
    }
  }

  /** Fills itself from the bits; returns null, or why there is no message in them. */
  Reject.Reason decode(Bits source) {
    bits = source;
    int length = bits.length();
    if (length < HEADER_BITS) {
      return Reject.Reason.SHORT;
    }
    type = bits.unsigned(0, 6);
    repeat = bits.unsigned(6, 2);
    mmsi = bits.unsigned(8, 30);
    layout =
        AisTables.of(type, mmsi, bits.unsigned(38, 2), length > 139 && bits.unsigned(139, 1) == 1);
    if (layout == null) {
      return Reject.Reason.UNKNOWN_TYPE;
    }
    if (length < layout.minimumBits) {
      return Reject.Reason.SHORT;
    }
    for (Row row : layout.rows) {
      row.decode(bits, values);
    }
    for (int i = 0; i < layout.texts.length; i++) {
      textLengths[i] = layout.texts[i].decode(bits, texts[i]);
    }
    return null;
  }

  private String text(int index) {
    return new String(texts[index], 0, textLengths[index], StandardCharsets.ISO_8859_1);
  }

  private int dataEnd() {
    return bits.length() - layout.trailerBits;
  }
}
