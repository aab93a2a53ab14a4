package bz.keelbill.report;

/**
 * A safety-related text from a station (AIS types 12 and 14).
 *
 * @param origin where and when
 * @param contact who sent it
 * @param text as sent, hostile
 * @param addressedTo the addressee's MMSI, or null for a broadcast
 */
public record SafetyText(Origin origin, ContactId contact, String text, Integer addressedTo)
    implements Report {
  @Override
  public Kind kind() {
    return Kind.SAFETY_TEXT;
  }
}
