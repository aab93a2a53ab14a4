package bz.keelbill.report;

/**
 * A feed that the configuration trusts calls a device one of our own.
 *
 * @param origin where and when
 * @param contact the device
 * @param untilMillis how long that holds unless it is said again, Unix time in milliseconds
 */
public record OwnForce(Origin origin, ContactId.Cot contact, long untilMillis) implements Report {
  @Override
  public Kind kind() {
    return Kind.OWN_FORCE;
  }
}
