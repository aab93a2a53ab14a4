package bz.keelbill.sim;

/** What a craft's AIS set says of it: mostly the truth. */
interface Voice {
  /** Says who and where the craft is. */
  Voice HONEST = (papers, state, atMillis) -> new Said(papers, state);

  /** As whom, and where, a craft gives itself out. */
  record Said(Papers.Vessel papers, Craft.State state) {}

  /**
   * What it would say now.
   *
   * @param papers its own
   * @param state where it truly is
   * @return null while it is silent
   */
  Said said(Papers.Vessel papers, Craft.State state, long atMillis);

  /** Honest, except between two times, when the set is off. */
  static Voice silentWhen(Quiet quiet) {
    return (papers, state, atMillis) -> quiet.isQuiet(atMillis) ? null : new Said(papers, state);
  }

  /** When a set is off. */
  interface Quiet {
    boolean isQuiet(long atMillis);
  }
}
