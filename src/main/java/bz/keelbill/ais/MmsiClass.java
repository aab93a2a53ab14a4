package bz.keelbill.ais;

/** What kind of station an MMSI says it belongs to (ITU-R M.585). */
public enum MmsiClass {
  /** MIDxxxxxx. */
  SHIP,
  /** 00MIDxxxx. */
  COAST_STATION,
  /** 0MIDxxxxx, several ships called together. */
  GROUP,
  /** 111MIDxxx; real ones also use other numbers: there message 9 tells. */
  SAR_AIRCRAFT,
  /** 970xxxxxx, an AIS search and rescue transmitter. */
  SART,
  /** 972xxxxxx, man overboard. */
  MAN_OVERBOARD,
  /** 974xxxxxx, an EPIRB with AIS. */
  EPIRB,
  /** 98MIDxxxx, a craft of a parent ship. */
  AUXILIARY_CRAFT,
  /** 99MIDxxxx. */
  AID_TO_NAVIGATION,
  /** 8xxxxxxxx. */
  HANDHELD,
  /** Everything else that thirty bits can hold. */
  IRREGULAR;

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
      case 9 -> ofDevice(millions);
      default -> IRREGULAR;
    };
  }

  private static MmsiClass ofShore(int mmsi) {
    if (isMid(mmsi / 100_000)) {
      return GROUP;
    }
    return isMid(mmsi / 10_000) ? COAST_STATION : IRREGULAR;
  }

  private static MmsiClass ofDevice(int millions) {
    return switch (millions) {
      case 970 -> SART;
      case 972 -> MAN_OVERBOARD;
      case 974 -> EPIRB;
      default ->
          switch (millions / 10) {
            case 98 -> AUXILIARY_CRAFT;
            case 99 -> AID_TO_NAVIGATION;
            default -> IRREGULAR;
          };
    };
  }

  /** Whether three digits can be a country's: the first is 2 to 7. */
  private static boolean isMid(int digits) {
    return digits >= 200 && digits <= 799;
  }
}
