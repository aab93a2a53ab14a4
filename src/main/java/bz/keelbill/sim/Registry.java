package bz.keelbill.sim;

import java.util.List;
import java.util.Locale;

/** Papers of vessels that do not exist. */
final class Registry {
  static final int FISHING = 30;
  static final int TUG = 52;
  static final int SAILING = 36;
  static final int PLEASURE = 37;
  static final int PASSENGER = 60;
  static final int CARGO = 70;
  static final int TANKER = 80;
  static final int OTHER = 90;

  private static final List<Integer> FLAGS =
      List.of(312, 312, 312, 334, 332, 345, 352, 371, 538, 636, 235, 368);
  private static final List<String> FIRST =
      List.of(
          "GULF",
          "CORAL",
          "SOUTHERN",
          "LADY",
          "MISS",
          "DON",
          "SANTA",
          "BLUE",
          "SILVER",
          "GRAND",
          "PELICAN",
          "ISLA",
          "MAYA",
          "OCEAN",
          "LUCKY",
          "NEW",
          "RIO",
          "STELLA");
  private static final List<String> SECOND =
      List.of(
          "HOPE",
          "TRADER",
          "PEARL",
          "MARINER",
          "ELENA",
          "QUEST",
          "SPIRIT",
          "WANDERER",
          "ROSA",
          "DAWN",
          "PIONEER",
          "BREEZE",
          "ISABEL",
          "HORIZON",
          "FORTUNE",
          "CARIBE",
          "HERON",
          "TIDE");

  private Registry() {}

  /** A vessel with class A equipment; from 60 m it has an IMO number. */
  static Papers.Vessel classA(Chance chance, int shipType, int length) {
    return vessel(chance, shipType, length, Papers.Set.CLASS_A);
  }

  static Papers.Vessel classB(Chance chance, int shipType, int length) {
    return vessel(chance, shipType, length, Papers.Set.CLASS_B);
  }

  private static Papers.Vessel vessel(Chance chance, int shipType, int length, Papers.Set set) {
    int flag = chance.pick(FLAGS);
    int own = 400_000 + chance.below(590_000);
    boolean large = set == Papers.Set.CLASS_A && length >= 60;
    return new Papers.Vessel(
        flag * 1_000_000 + own,
        large ? imo(chance) : 0,
        String.format(
            Locale.ROOT, "%c%c%04d", 'A' + chance.below(26), 'A' + flag % 26, own % 10_000),
        chance.pick(FIRST) + " " + chance.pick(SECOND),
        shipType,
        set,
        Papers.Hull.of(length, Math.max(3, length / 5)));
  }

  /** Seven digits, the last of which checks the others. */
  static int imo(Chance chance) {
    int six = 900_000 + chance.below(99_999);
    int sum = 0;
    for (int rest = six, weight = 2; rest > 0; rest /= 10, weight++) {
      sum += rest % 10 * weight;
    }
    return six * 10 + sum % 10;
  }
}
