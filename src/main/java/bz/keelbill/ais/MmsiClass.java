package bz.keelbill.ais;

/**
 * What kind of station an MMSI says it belongs to (ITU-R M.585), and where it carries the three
 * digits of its country.
 *
 * <p>The number is only a claim: half of the real aids to navigation and some rescue aircraft use
 * ships' numbers, and there the type of their messages tells.
 */
public enum MmsiClass {
  /** MIDxxxxxx. */
  SHIP(1_000_000),
  /** 00MIDxxxx. */
  COAST_STATION(10_000),
  /** 0MIDxxxxx, several ships called together. */
  GROUP(100_000),
  /** 111MIDxxx; real ones also use other numbers: there message 9 tells. */
  SAR_AIRCRAFT(1_000),
  /** 970xxxxxx, an AIS search and rescue transmitter; the rest is its maker and serial number. */
  SART(0),
  /** 972xxxxxx, man overboard. */
  MAN_OVERBOARD(0),
  /** 974xxxxxx, an EPIRB with AIS. */
  EPIRB(0),
  /** 98MIDxxxx, a craft of a parent ship. */
  AUXILIARY_CRAFT(10_000),
  /** 99MIDxxxx. */
  AID_TO_NAVIGATION(10_000),
  /** 99MID6xxx, an aid of which nothing floats there. */
  VIRTUAL_AID(10_000),
  /** 8MIDxxxxx, a radio carried by hand. */
  HANDHELD(100_000),
  /** Everything else that thirty bits can hold. */
  IRREGULAR(0);

  private static final int VIRTUAL = 6;

  private final int midUnit;

  /** The weight of the last of the country's digits in the number; 0 if there are none. */
  MmsiClass(int midUnit) {
    this.midUnit = midUnit;
  }

  /**
   * The Maritime Identification Digits in a number of this class, assigned or not.
   *
   * @param mmsi a number of this class
   * @return three digits, or 0 if the class carries none
   */
  int mid(int mmsi) {
    return midUnit == 0 ? 0 : mmsi / midUnit % 1_000;
  }

  /** Whether such a number is an emergency in itself, whatever the message. */
  public boolean isDistress() {
    return this == SART || this == MAN_OVERBOARD || this == EPIRB;
  }

  /**
   * The class of a number.
   *
   * @param mmsi 0 to 2^30−1, as sent
   */
  public static MmsiClass of(int mmsi) {
    int millions = mmsi / 1_000_000;
    return switch (millions / 100) {
      case 0 -> ofShore(mmsi);
      case 1 -> millions == 111 && isMid(mmsi / 1_000 % 1_000) ? SAR_AIRCRAFT : IRREGULAR;
      case 2, 3, 4, 5, 6, 7 -> SHIP;
      case 8 -> HANDHELD;
      case 9 -> ofDevice(mmsi);
      default -> IRREGULAR;
    };
  }

  private static MmsiClass ofShore(int mmsi) {
    if (isMid(mmsi / 100_000)) {
      return GROUP;
    }
    return isMid(mmsi / 10_000) ? COAST_STATION : IRREGULAR;
  }

  private static MmsiClass ofDevice(int mmsi) {
    int millions = mmsi / 1_000_000;
    return switch (millions) {
      case 970 -> SART;
      case 972 -> MAN_OVERBOARD;
      case 974 -> EPIRB;
      default ->
          switch (millions / 10) {
            case 98 -> AUXILIARY_CRAFT;
            case 99 -> mmsi / 1_000 % 10 == VIRTUAL ? VIRTUAL_AID : AID_TO_NAVIGATION;
            default -> IRREGULAR;
          };
    };
  }

  /** Whether three digits can be a country's: the first is 2 to 7. */
  private static boolean isMid(int digits) {
    return digits >= 200 && digits <= 799;
  }
}
