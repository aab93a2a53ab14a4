package bz.keelbill.ais;

/**
 * Which messages call for help: those of AIS-SART, man-overboard and EPIRB devices (ITU-R M.585),
 * navigational status 14, and texts. No filter may take one of them for a mere copy.
 */
final class Beacon {
  private static final int ACTIVE = 14;

  private Beacon() {}

  /** Whether each copy of the message counts. */
  static boolean concerns(AisFields message) {
    return isDevice(message)
        || message.whole(AisField.STATUS, 0) == ACTIVE
        || message.carries(AisField.TEXT);
  }

  /** Whether a distress device sent it, whatever the type. */
  static boolean isDevice(AisFields message) {
    return MmsiClass.of(message.mmsi()).isDistress();
  }
}
