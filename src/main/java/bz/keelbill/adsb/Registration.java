package bz.keelbill.adsb;

import bz.keelbill.report.ContactId;

/**
 * The registration mark that an aircraft's address stands for, where the State computes one from
 * the other.
 *
 * <p>The United States number A00001 to ADF7C7 through all marks N1 to N99999 in the order of an
 * alphabet without I and O: a mark, then the mark with each suffix, then the mark with a further
 * digit. Other States need a data base.
 */
public final class Registration {
  private static final int FIRST_US = 0xA00001;
  private static final int LAST_US = 0xADF7C7;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** No suffix, 24 single letters and 24 × 24 pairs. */
  private static final int SUFFIXES = 1 + 24 * 25;

  // How many marks begin with a given first digit, two, three, four digits.
  private static final int[] MARKS = {101_711, 10_111, 951, 35};

  private Registration() {}

  /** The mark of a 24-bit address, or null if it cannot be computed. */
  public static String ofAddress(int address) {
    if (address < FIRST_US || address > LAST_US) {
      return null;
    }
    int rest = address - FIRST_US;
    StringBuilder mark = new StringBuilder("N");
    for (int place = 0; place < MARKS.length; place++) {
      mark.append((char) ((place == 0 ? '1' : '0') + rest / MARKS[place]));
      rest %= MARKS[place];
      if (place == MARKS.length - 1) {
        break;
      }
      if (rest < SUFFIXES) {
        return mark.append(suffix(rest)).toString();
      }
      rest -= SUFFIXES;
    }
    // Behind four digits there is room for one letter or one digit.
    return rest <= LETTERS.length()
        ? mark.append(rest == 0 ? "" : LETTERS.charAt(rest - 1)).toString()
        : mark.append(rest - LETTERS.length() - 1).toString();
  }

  /** The mark of a contact: a made-up address stands for none. */
  static String ofAddress(ContactId.Icao24 contact) {
    return contact.assigned() ? ofAddress(contact.address()) : null;
  }

  private static String suffix(int number) {
    if (number == 0) {
      return "";
    }
    String first = LETTERS.substring((number - 1) / 25, (number - 1) / 25 + 1);
    int second = (number - 1) % 25;
    return second == 0 ? first : first + LETTERS.charAt(second - 1);
  }
}
