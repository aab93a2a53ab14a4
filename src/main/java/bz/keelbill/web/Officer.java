package bz.keelbill.web;

import io.vertx.ext.web.RoutingContext;

/**
 * Who is at the console.
 *
 * @param name as the journal writes it
 * @param demo whether it is the demo officer of a loopback watch without accounts
 */
record Officer(String name, boolean demo) {
  private static final Officer DEMO = new Officer("Demo officer", true);

  /** Who makes a request: without accounts, on loopback, everybody is the demo officer. */
  static Officer of(RoutingContext request) {
    return DEMO;
  }

  static Officer demoOfficer() {
    return DEMO;
  }
}
