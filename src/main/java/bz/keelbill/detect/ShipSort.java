package bz.keelbill.detect;

/** AIS ship types (M.1371-5, table 53) in the words that conditions write. */
final class ShipSort {
  private ShipSort() {}

  /** The word of a type; null for one that says nothing (0) or is reserved below 30. */
  static String of(int type) {
    return switch (type) {
      case 30 -> "Fishing";
      case 31, 32, 52 -> "Tug";
      case 33 -> "Dredger";
      case 34 -> "Diving";
      case 35 -> "Military";
      case 36 -> "Sailing";
      case 37 -> "Pleasure";
      case 50 -> "Pilot";
      case 51 -> "Rescue";
      case 53 -> "Tender";
      case 55 -> "Law enforcement";
      case 58 -> "Medical";
      default -> byDecade(type / 10);
    };
  }

  private static String byDecade(int decade) {
    return switch (decade) {
      case 2 -> "Wing in ground";
      case 4 -> "High-speed";
      case 6 -> "Passenger";
      case 7 -> "Cargo";
      case 8 -> "Tanker";
      case 3, 5, 9 -> "Other";
      default -> null;
    };
  }
}
