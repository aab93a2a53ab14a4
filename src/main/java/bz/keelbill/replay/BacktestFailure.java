package bz.keelbill.replay;

/** A back-test came to no result; its message is one sentence for whoever asked for it. */
public final class BacktestFailure extends Exception {
  private static final long serialVersionUID = 1L;

  BacktestFailure(String why) {
    super(why);
  }
}
