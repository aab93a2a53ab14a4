package bz.keelbill.rule;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition that must hold for a detector to say its finding, written in ECQL, as {@code
 * ship_type <> 'Passenger' OR hour < 6}.
 *
 * <p>What is not known makes a comparison neither true nor false, and so AND, OR and NOT of it
 * where the rest does not decide; a condition that cannot be decided lets the finding through, for
 * an unknown craft is who an alert is about. Parsed once; immutable, any thread; two conditions are
 * equal if they are written alike.
 */
public final class Condition {
  /** The longest text. */
  public static final int LONGEST = 1_000;

  private static final Pattern ALL_OR_NOTHING =
      Pattern.compile("\\b(INCLUDE|EXCLUDE)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private final String text;
  private final Clause clause;

  private Condition(String text, Clause clause) {
    this.text = text;
    this.clause = clause;
  }

  /**
   * Reads and checks a condition.
   *
   * @throws BadCondition naming the place in the text and the remedy
   */
  public static Condition parse(String text) throws BadCondition {
    return new Condition(text.strip(), Ecql.parse(text.strip()));
  }

  /**
   * Reads a condition that is to be in force: one that says nothing of a craft limits nothing, or
   * everything, and is nobody's intention.
   *
   * @throws BadCondition naming the place in the text and the remedy
   */
  public static Condition limiting(String text) throws BadCondition {
    Condition condition = parse(text);
    Matcher all = ALL_OR_NOTHING.matcher(QUOTED.matcher(text).replaceAll("''"));
    if (all.find()) {
      throw new BadCondition(
          all.start() + 1, all.group() + " limits nothing: say what the craft must be");
    }
    return condition;
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /**
   * Whether the finding may be said.
   *
   * @param craft the values of attributes: texts (or a collection of them), numbers, booleans, a
   *     JTS point; null for what is not known
   */
  public boolean allows(Function<Attribute, Object> craft) {
    return clause.judge(craft) != Clause.Verdict.NO;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition && text.equals(condition.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
