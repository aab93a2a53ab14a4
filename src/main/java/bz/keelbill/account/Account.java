package bz.keelbill.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One person who may sign in. An account is never deleted, for the journal names it; it is
 * disabled.
 *
 * @param name as journal and alerts write it
 * @param role what it may do
 * @param isSupervisor whether it may sign what another began
 * @param isDisabled whether it may not come in now
 * @param passwordHash as {@link Passwords} writes it
 * @param passwordSetAtMillis when, Unix milliseconds
 * @param secondFactor what it has beside its password; null for nothing
 */
public record Account(
    String name,
    Role role,
    boolean isSupervisor,
    boolean isDisabled,
    String passwordHash,
    long passwordSetAtMillis,
    SecondFactor secondFactor) {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} .'_-]{0,38}[\\p{L}\\p{N}.])?");

  /** What names of machines begin with; no person's may. */
  private static final String MACHINE = "api ";

  /** Without a second factor. */
  public Account(
      String name,
      Role role,
      boolean isSupervisor,
      boolean isDisabled,
      String passwordHash,
      long passwordSetAtMillis) {
    this(name, role, isSupervisor, isDisabled, passwordHash, passwordSetAtMillis, null);
  }

  /** Whether it should have a second factor: it opens doors, or carries away. */
  public boolean needsSecondFactor() {
    return role == Role.ADMIN || role == Role.ANALYST || isSupervisor;
  }

  /** The same with another second factor, or with none. */
  public Account with(SecondFactor other) {
    return new Account(
        name, role, isSupervisor, isDisabled, passwordHash, passwordSetAtMillis, other);
  }

  /** Whether somebody can be called so: 1 to 40 letters, figures and {@code . ' _ -} or blanks. */
  public static boolean isName(String name) {
    return name != null
        && NAME.matcher(name).matches()
        && !name.contains("  ")
        && !key(name).startsWith(MACHINE)
        && !key(name).equals("watch")
        && !key(name).equals("demo officer");
  }

  /** What two names have in common that are the same person's. */
  public static String key(String name) {
    return Passwords.normal(name).toLowerCase(Locale.ROOT);
  }

  /** The same with another role and grant. */
  public Account as(Role otherRole, boolean supervisor) {
    return new Account(
        name, otherRole, supervisor, isDisabled, passwordHash, passwordSetAtMillis, secondFactor);
  }

  /** The same, let in or not. */
  public Account disabled(boolean disabled) {
    return new Account(
        name, role, isSupervisor, disabled, passwordHash, passwordSetAtMillis, secondFactor);
  }

  /** The same with another password. */
  public Account withPassword(String hash, long atMillis) {
    return new Account(name, role, isSupervisor, isDisabled, hash, atMillis, secondFactor);
  }
}
