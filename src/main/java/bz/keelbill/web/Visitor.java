package bz.keelbill.web;

import bz.keelbill.account.Session;
import bz.keelbill.account.Token;

/**
 * Somebody who was let in, and by what.
 *
 * @param officer who it is
 * @param session at a browser; else null
 * @param token with a program; else null
 */
record Visitor(Officer officer, Session session, Token token) {
  static final Visitor DEMO = new Visitor(Officer.demoOfficer(), null, null);

  /**
   * Somebody at a browser.
   *
   * @param lacksFactor whether he should have a second factor and has none: he signs nothing then
   */
  static Visitor of(Session session, boolean lacksFactor) {
    var account = session.account();
    boolean supervisor = account.isSupervisor() && !lacksFactor;
    Officer officer = new Officer(account.name(), account.role(), supervisor, false);
    return new Visitor(officer, session, null);
  }

  static Visitor of(Token token) {
    return new Visitor(new Officer(token.actor(), token.role(), false, false), null, token);
  }

  /** Whether acts wait for the password. */
  boolean isLocked() {
    return session != null && session.isLocked();
  }
}
