package bz.keelbill.ais;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an application's data says, or one of the groups that repeat in it: numbers, texts, and
 * lists of further groups. "Not available" is NaN or an empty text. Immutable.
 */
public final class ApplicationFields {
  private static final int LONGEST_TEXT = 161;

  /** Takes the fields one by one: the numbers, the texts, the groups. */
  public interface Visitor {
    /**
     * A number.
     *
     * @param value in the field's unit; NaN "not available"
     * @param decimals how many decimals are enough to tell two values apart
     */
    void number(ApplicationField field, double value, int decimals);

    /** A text, which may be empty. */
    void text(ApplicationField field, String value);

    /** Groups in the order sent, perhaps none. */
    void groups(ApplicationField field, List<ApplicationFields> groups);
  }

  private final ApplicationLayout layout;
  private final double[] values;
  private final String[] texts;
  private final List<List<ApplicationFields>> groups;

  /**
   * Decodes.
   *
   * @param bits at least as many as the layout asks for
   */
  ApplicationFields(ApplicationLayout layout, Bits bits) {
    this.layout = layout;
    values = numbers(bits);
    texts = texts(bits);
    groups = groups(bits);
  }

  /** A number in the field's unit; NaN if not carried or "not available". */
  public double number(ApplicationField field) {
    for (int i = 0; i < values.length; i++) {
      if (layout.fields[i] == field) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** A text without its fill and trailing blanks, perhaps empty; null if not carried. */
  public String text(ApplicationField field) {
    for (int i = 0; i < texts.length; i++) {
      if (layout.textFields[i] == field) {
        return texts[i];
      }
    }
    return null;
  }

  /** Groups in the order sent; none if not carried. */
  public List<ApplicationFields> groups(ApplicationField field) {
    for (int i = 0; i < groups.size(); i++) {
      if (layout.groups[i].field() == field) {
        return groups.get(i);
      }
    }
    return List.of();
  }

  /** Shows all fields. */
  public void visit(Visitor visitor) {
    for (int i = 0; i < values.length; i++) {
      visitor.number(layout.fields[i], values[i], layout.rows[i].decimals);
    }
    for (int i = 0; i < texts.length; i++) {
      visitor.text(layout.textFields[i], texts[i]);
    }
    for (int i = 0; i < groups.size(); i++) {
      visitor.groups(layout.groups[i].field(), groups.get(i));
    }
  }

  private double[] numbers(Bits bits) {
    double[] numbers = new double[layout.rows.length];
    for (int i = 0; i < numbers.length; i++) {
      layout.rows[i].decode(bits, numbers);
      if (layout.rows[i].decimals == 0) {
        // Steps of five units are divided by 0.2, which is not exact.
        numbers[i] = Math.rint(numbers[i]);
      }
    }
    return numbers;
  }

  private String[] texts(Bits bits) {
    String[] all = new String[layout.texts.length];
    byte[] text = new byte[LONGEST_TEXT];
    for (int i = 0; i < all.length; i++) {
      int length = layout.texts[i].decode(bits, text);
      all[i] = new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
    return all;
  }

  private List<List<ApplicationFields>> groups(Bits bits) {
    List<List<ApplicationFields>> all = new ArrayList<>();
    for (ApplicationLayout.Groups each : layout.groups) {
      all.add(groups(each, bits));
    }
    return all;
  }

  private List<ApplicationFields> groups(ApplicationLayout.Groups rows, Bits bits) {
    int count = rows.countIn(bits.length());
    if (rows.counted() != null) {
      count = (int) Math.min(count, number(rows.counted()));
    }
    List<ApplicationFields> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = rows.offset() + i * rows.width();
      Bits group = bits.slice(from, from + rows.width());
      ApplicationFields fields = new ApplicationFields(rows.layoutOf(group), group);
      if (rows.needed() == null || !Double.isNaN(fields.number(rows.needed()))) {
        found.add(fields);
      }
    }
    return List.copyOf(found);
  }
}
