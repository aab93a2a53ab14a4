package bz.keelbill.ais;

/** The ship number of the International Maritime Organization: seven digits, the last a check. */
public final class ImoNumber {
  private static final int LOWEST = 1_000_000;
  private static final int HIGHEST = 9_999_999;

  private ImoNumber() {}

  /** Whether the number has seven digits at all; the check digit is wrong in one of seven. */
  public static boolean hasSevenDigits(int number) {
    return number >= LOWEST && number <= HIGHEST;
  }

  /** Whether the check digit is right: the digits times 7, 6, 5, 4, 3, 2 add up to it. */
  public static boolean isValid(int number) {
    int sum = 0;
    int rest = number / 10;
    for (int weight = 2; weight <= 7; weight++) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return hasSevenDigits(number) && sum % 10 == number % 10;
  }
}
