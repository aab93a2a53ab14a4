package bz.keelbill.json;

import bz.keelbill.ais.AisField;
import bz.keelbill.ais.AisFields;
import java.util.EnumMap;
import java.util.Map;

/** An AIS message put together field by field from what a service spells out. */
final class SpelledMessage implements AisFields {
  private static final int HIGHEST_MMSI = (1 << 30) - 1;

  private final int type;
  private final int mmsi;
  private final Map<AisField, Double> numbers = new EnumMap<>(AisField.class);
  private final Map<AisField, String> texts = new EnumMap<>(AisField.class);

  SpelledMessage(int type, int mmsi) {
    this.type = type;
    this.mmsi = mmsi;
  }

  /** Whether a number can be an MMSI as AIS sends it: whole, in thirty bits. */
  static boolean isMmsi(double number) {
    return number >= 0 && number <= HIGHEST_MMSI && number == Math.rint(number);
  }

  /** Sets a number; NaN for "not available". */
  void put(AisField field, double value) {
    numbers.put(field, value);
  }

  /**
   * Sets a text: cut at the first "@" and after {@code longest} characters, trailing blanks
   * stripped; what no AIS text can hold becomes a question mark.
   */
  void put(AisField field, String text, int longest) {
    int fill = text.indexOf('@');
    int end = Math.min(longest, fill < 0 ? text.length() : fill);
    StringBuilder plain = new StringBuilder(end);
    for (int at = 0; at < end; at++) {
      char letter = text.charAt(at);
      plain.append(letter >= ' ' && letter <= '~' ? letter : '?');
    }
    texts.put(field, plain.toString().stripTrailing());
  }

  @Override
  public int type() {
    return type;
  }

  @Override
  public int mmsi() {
    return mmsi;
  }

  @Override
  public boolean carries(AisField field) {
    return numbers.containsKey(field) || texts.containsKey(field);
  }

  @Override
  public double number(AisField field) {
    return numbers.getOrDefault(field, Double.NaN);
  }

  @Override
  public String text(AisField field) {
    return texts.get(field);
  }
}
