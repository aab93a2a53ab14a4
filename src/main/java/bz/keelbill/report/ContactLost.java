package bz.keelbill.report;

/**
 * The sensor itself gave up a target (radar status L): its number is free for another craft.
 *
 * @param origin where and when
 * @param contact the target
 */
public record ContactLost(Origin origin, ContactId contact) implements Report {
  @Override
  public Kind kind() {
    return Kind.CONTACT_LOST;
  }
}
