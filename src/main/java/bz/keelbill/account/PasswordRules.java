package bz.keelbill.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken: long ones that are on no list of those that everybody tries. What
 * signs they are made of is their owner's affair. Any thread.
 */
public final class PasswordRules {
  private static final int LEAST_LENGTH = 12;
  private static final int MOST_LENGTH = 128;
  private static final int LEAST_DIFFERENT = 5;
  private static final String LIST = "leaked-passwords.txt";
  private static final Set<String> LEAKED = leaked();

  /** What is wrong with a password. */
  public enum Fault {
    /** Fewer than 12 signs. */
    TOO_SHORT("The password must have at least 12 characters."),
    /** More than 128. */
    TOO_LONG("The password may have 128 characters at most."),
    /** On the list of those that everybody tries, or as good as one of them. */
    LEAKED("This password is on lists that every attacker tries first; choose another."),
    /** Holds the account's name. */
    NAME("The password must not hold the account's name.");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** One sentence for whoever chose it. */
    public String words() {
      return words;
    }

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private PasswordRules() {}

  /** What is wrong with a password for an account; null if nothing is. */
  public static Fault faultOf(String password, String accountName) {
    String normal = Passwords.normal(password);
    int length = normal.codePointCount(0, normal.length());
    String low = normal.toLowerCase(Locale.ROOT);
    if (length < LEAST_LENGTH) {
      return Fault.TOO_SHORT;
    }
    if (length > MOST_LENGTH) {
      return Fault.TOO_LONG;
    }
    if (isLeaked(low)) {
      return Fault.LEAKED;
    }
    String name = accountName.toLowerCase(Locale.ROOT);
    return name.length() > 3 && low.contains(name) ? Fault.NAME : null;
  }

  /** A known one with figures and signs behind it is no other. */
  private static boolean isLeaked(String low) {
    String bare = low.replaceAll("[^\\p{L}]+$", "");
    return low.chars().distinct().count() < LEAST_DIFFERENT
        || isRow(low)
        || LEAKED.contains(low)
        || LEAKED.contains(bare);
  }

  /** As 123456789012 or abcdefghijkl, and backwards. */
  private static boolean isRow(String low) {
    int steps = 0;
    for (int i = 1; i < low.length(); i++) {
      int step = Math.floorMod(low.charAt(i) - low.charAt(i - 1), 10);
      steps += step == 1 || step == 9 ? 1 : 0;
    }
    return steps == low.length() - 1;
  }

  private static Set<String> leaked() {
    try (BufferedReader list =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      return list.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
