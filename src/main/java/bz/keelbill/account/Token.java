package bz.keelbill.account;

/**
 * A program's way in. The token itself is shown once and not kept.
 *
 * @param id names it where it is listed
 * @param name what it is for, as the journal writes it after {@code api}
 * @param role what it may do
 * @param hash SHA-256 of the token, hexadecimal
 * @param madeBy who made it
 * @param madeAtMillis when, Unix milliseconds
 * @param endsAtMillis from when on it is good no longer, Unix milliseconds
 */
public record Token(
    String id,
    String name,
    Role role,
    String hash,
    String madeBy,
    long madeAtMillis,
    long endsAtMillis) {
  /** What every token begins with, so that one that got out is known for what it is. */
  public static final String MARK = "kbt_";

  /** A new token, to be shown once. */
  public static String fresh() {
    return MARK + Secret.fresh();
  }

  /** Who acts where it is used. */
  public String actor() {
    return "api " + name;
  }
}
