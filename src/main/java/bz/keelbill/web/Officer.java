package bz.keelbill.web;

import bz.keelbill.account.Deed;
import bz.keelbill.account.Role;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Who acts. Whatever a request does, this says whose act it is: {@code Officer.of(request)}.
 *
 * @param name the account's, as journal, alerts and audit write it
 * @param role what it may do; null for the demo officer
 * @param isSupervisor whether it may sign what another began
 * @param demo whether it is the demo officer of a loopback watch without accounts, who may do all
 */
record Officer(String name, Role role, boolean isSupervisor, boolean demo) {
  private static final String KEY = "officer";
  private static final long SLACK_MILLIS = 10 * 60_000;
  private static final Officer DEMO = new Officer("Demo officer", null, true, true);

  /**
   * Who makes a request that was let in.
   *
   * @throws IllegalStateException if nobody was: then nothing may be done in anybody's name
   */
  static Officer of(RoutingContext request) {
    Officer officer = request.get(KEY);
    if (officer == null) {
      throw new IllegalStateException("nobody was let in for " + request.normalizedPath());
    }
    return officer;
  }

  /** Everybody at a loopback watch without accounts. */
  static Officer demoOfficer() {
    return DEMO;
  }

  /** Says for the rest of a request who makes it. */
  void makes(RoutingContext request) {
    request.put(KEY, this);
  }

  /** Whether that may be done. */
  boolean may(Deed deed) {
    return demo || deed.isFor(role);
  }

  /** Whether it stands watch at its console. */
  boolean keepsWatch() {
    return demo || role.keepsWatch();
  }

  /** Whether it reads what others did. */
  boolean readsAllAudit() {
    return demo || role == Role.ADMIN;
  }

  /** Whether it may look at what was at a moment; some minutes more than its hours are given. */
  boolean mayLookBackTo(long atMillis, long nowMillis) {
    return demo || nowMillis - atMillis <= role.lookBackMillis() + SLACK_MILLIS;
  }

  /** As clients are told. */
  JsonObject json() {
    JsonObject json = new JsonObject().put("name", name).put("demo", demo);
    return role == null ? json : json.put("role", role.word()).put("supervisor", isSupervisor);
  }
}
