package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * How many alerts officers can take, and when a change of fences or rules needs a second person.
 *
 * @param ringsPerWatch warnings and above in a watch of twelve hours
 * @param trialFirst whether a change that nobody has tried needs one too
 */
public record Budget(int ringsPerWatch, boolean trialFirst) {
  private static final int TIMES = 3;

  /** The usual one: twenty in twelve hours. */
  public static final Budget USUAL = new Budget(20, false);

  /**
   * Why a second person is needed, an object each; empty if none is.
   *
   * @param tried what the change would do; null if nobody has tried it
   */
  JsonArray reasons(Burden tried) {
    JsonArray reasons = new JsonArray();
    if (tried == null) {
      if (trialFirst) {
        reasons.add(new JsonObject().put("why", "untried"));
      }
      return reasons;
    }
    int limit = TIMES * ringsPerWatch;
    if (tried.rings() > limit) {
      reasons.add(
          new JsonObject()
              .put("why", "over-budget")
              .put("rings", tried.rings())
              .put("before", tried.ringsBefore())
              .put("limit", limit));
    }
    if (tried.missed() > 0) {
      reasons.add(new JsonObject().put("why", "loses-true-cases").put("count", tried.missed()));
    }
    return reasons;
  }
}
