package bz.keelbill.web;

import bz.keelbill.replay.Comparison;
import bz.keelbill.replay.Load;
import io.vertx.core.json.JsonObject;

/**
 * What a tried change would lay upon the officers.
 *
 * @param rings in the worst watch with the change, among those in which it rings more than without
 * @param ringsBefore in the same watch without it
 * @param missed true cases that would be missed
 */
record Burden(int rings, int ringsBefore, int missed) {
  /** As it was kept. */
  static Burden read(JsonObject kept) {
    return new Burden(
        kept.getInteger("rings"), kept.getInteger("ringsBefore"), kept.getInteger("missed"));
  }

  /** To be kept over a restart. */
  JsonObject json() {
    return new JsonObject()
        .put("rings", rings)
        .put("ringsBefore", ringsBefore)
        .put("missed", missed);
  }

  static Burden of(Comparison comparison) {
    int worst = 0;
    int before = 0;
    for (Load.OfWatch watch : comparison.after().watches()) {
      int without = comparison.before().at(watch.startMillis()).rings();
      if (watch.rings() > without && watch.rings() > worst) {
        worst = watch.rings();
        before = without;
      }
    }
    return new Burden(worst, before, comparison.known().missed().size());
  }
}
