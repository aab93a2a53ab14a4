package bz.keelbill.account;

import java.util.EnumSet;
import java.util.Set;

/** What a request is for, and whose role allows it: the table of who may do what. */
public enum Deed {
  /** Signing in, setting up, asking who one is: open to everybody, also without a session. */
  ENTER(EnumSet.allOf(Role.class)),
  /** Looking after one's own session and password, also while it is locked. */
  OWN(EnumSet.allOf(Role.class)),
  /** The live picture with its alerts, fences and rules. */
  SEE(EnumSet.of(Role.VIEWER, Role.WATCH, Role.OPERATOR, Role.ANALYST, Role.ADMIN)),
  /** An officer's work: acknowledging, commenting, writing down sightings and clearances. */
  ACT(EnumSet.of(Role.WATCH, Role.OPERATOR)),
  /** Trying what a change of fences or rules would do, without making it. */
  DRAFT(EnumSet.of(Role.WATCH, Role.OPERATOR, Role.ANALYST)),
  /** Changing what rings: fences, rules, watch lists, the ledger of what is known to be good. */
  PUBLISH(EnumSet.of(Role.OPERATOR, Role.ADMIN)),
  /** Replays and searches in the record, as far back as the role may look. */
  LOOK_BACK(EnumSet.of(Role.VIEWER, Role.WATCH, Role.OPERATOR, Role.ANALYST)),
  /** Taking tracks, reports and evidence away. */
  EXPORT(EnumSet.of(Role.WATCH, Role.OPERATOR, Role.ANALYST)),
  /** Reading the audit trail: watch and operator what they did themselves, the admin all of it. */
  AUDIT(EnumSet.of(Role.WATCH, Role.OPERATOR, Role.ADMIN)),
  /** Sending the canary: whoever must be able to trust the watch. */
  PROVE(EnumSet.of(Role.WATCH, Role.OPERATOR, Role.ADMIN)),
  /** Accounts and tokens. */
  ADMINISTER(EnumSet.of(Role.ADMIN));

  private final Set<Role> roles;

  Deed(Set<Role> roles) {
    this.roles = roles;
  }

  /** Whether a role may do it. */
  public boolean isFor(Role role) {
    return roles.contains(role);
  }

  /** Whether a role may do it only with a second factor, where one is asked for. */
  public boolean needsSecondFactor(Role role) {
    return role == Role.ADMIN && !isForLocked() || role == Role.ANALYST && this == EXPORT;
  }

  /** Whether a locked console may do it: the picture and the sound go on, acts wait. */
  public boolean isForLocked() {
    return this == ENTER || this == OWN || this == SEE;
  }
}
