package bz.keelbill.rule;

/** A condition cannot be used; the message says what is wrong, where, and what to write instead. */
public final class BadCondition extends Exception {
  private static final long serialVersionUID = 1;

  private final int column;

  BadCondition(int column, String reason) {
    super("column " + column + ": " + reason);
    this.column = column;
  }

  /** Where in the text, counted from 1. */
  public int column() {
    return column;
  }
}
