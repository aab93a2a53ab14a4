package bz.keelbill.asterix;

/** What one record says, field by field. The object is used again for the next record. */
public final class AsterixMessage {
  private static final AsterixField[] FIELDS = AsterixField.values();
  private static final int CALLSIGN_CHARACTERS = 8;
  private static final int UNSAID_SOURCE = -1;

  private final double[] values = new double[FIELDS.length];
  private long carried;
  private int category;
  private int source;

  /** Begins with nothing known. */
  void begin(int ofCategory) {
    category = ofCategory;
    carried = 0;
    source = UNSAID_SOURCE;
  }

  void setSource(int sacSic) {
    source = sacSic;
  }

  void set(AsterixField field, double value) {
    carried |= 1L << field.ordinal();
    values[field.ordinal()] = value;
  }

  /** The category, 0 to 255. */
  public int category() {
    return category;
  }

  /** Whether the record says who sends it. */
  public boolean hasSource() {
    return source != UNSAID_SOURCE;
  }

  /** System area code times 256 plus system identification code. */
  public int source() {
    return source;
  }

  /** Whether the record carries a field. */
  public boolean has(AsterixField field) {
    return (carried >> field.ordinal() & 1) != 0;
  }

  /** A field's value; NaN if it is not carried. */
  public double value(AsterixField field) {
    return has(field) ? values[field.ordinal()] : Double.NaN;
  }

  /** A whole field's value. */
  public int whole(AsterixField field, int otherwise) {
    return has(field) ? (int) values[field.ordinal()] : otherwise;
  }

  /** Whether a flag is carried and set. */
  public boolean is(AsterixField flag) {
    return has(flag) && values[flag.ordinal()] != 0;
  }

  /** Mode 3/A code, four octal digits, as sent; null if it is not carried. */
  public String squawk() {
    if (!has(AsterixField.SQUAWK)) {
      return null;
    }
    int code = whole(AsterixField.SQUAWK, 0);
    char[] digits = new char[4];
    for (int at = 3; at >= 0; at--, code >>= 3) {
      digits[at] = (char) ('0' + (code & 7));
    }
    return new String(digits);
  }

  /** Letters, digits and inner blanks; null if not carried, blank, or with other characters. */
  public String callsign() {
    long bits = has(AsterixField.CALLSIGN) ? (long) value(AsterixField.CALLSIGN) : 0;
    char[] text = new char[CALLSIGN_CHARACTERS];
    int length = 0;
    for (int at = CALLSIGN_CHARACTERS - 1; at >= 0; at--, bits >>= 6) {
      text[at] = letter((int) bits & 0x3F);
      if (text[at] == 0) {
        return null;
      }
      length = text[at] != ' ' ? Math.max(length, at + 1) : length;
    }
    return length == 0 ? null : new String(text, 0, length);
  }

  /** ICAO Annex 10, volume IV, table 3-9; 0 for what is none. */
  private static char letter(int sixBits) {
    if (sixBits >= 1 && sixBits <= 26) {
      return (char) ('A' + sixBits - 1);
    }
    return sixBits == 32 || sixBits >= 48 && sixBits <= 57 ? (char) sixBits : 0;
  }
}
