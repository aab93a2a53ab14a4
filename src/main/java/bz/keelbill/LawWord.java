package bz.keelbill;

import bz.keelbill.replay.ReplayScript.Law;

/** Under whose fences and rules, as the command line says it. */
enum LawWord {
  /** As they stood at each moment. */
  THEN(Law.OF_THAT_TIME),
  /** As they stand now. */
  TODAY(Law.OF_TODAY);

  private final Law law;

  LawWord(Law law) {
    this.law = law;
  }

  Law law() {
    return law;
  }
}
