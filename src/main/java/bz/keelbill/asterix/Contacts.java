package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.ADDRESS;
import static bz.keelbill.asterix.AsterixField.ADDRESS_TYPE;
import static bz.keelbill.asterix.AsterixField.NUMBER;
import static bz.keelbill.asterix.AsterixField.OLD_ADDRESS_TYPE;

import bz.keelbill.report.ContactId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Under which name a record's target is followed: the address that it says itself, else its number,
 * else it is an echo that nobody follows.
 *
 * <p>A track whose aircraft did not answer this turn keeps the address it had within the last
 * minute. The last 8,192 numbers are remembered.
 */
final class Contacts {
  private static final int MOST_NUMBERS = 8_192;
  private static final long KEPT_MILLIS = 60_000;
  private static final int OLD_STATE_ADDRESS = 1;

  private final Map<ContactId.RadarTarget, Named> byNumber = new LinkedHashMap<>(64, 0.75f, true);

  /** What a number stood for, and when that was last said. */
  private record Named(ContactId contact, long atMillis) {}

  /**
   * The target's name.
   *
   * @param contact null if it has none: only radars give echoes without a name
   * @param before the name by which it was known until now; null if it had no other
   */
  record Name(ContactId contact, ContactId before) {}

  /** Names a record's target. */
  Name of(AsterixMessage message, String station, long atMillis) {
    ContactId said = said(message);
    if (!message.has(NUMBER) || message.category() == Categories.ADSB) {
      boolean isEcho = said == null && givesEchoes(message.category());
      return new Name(isEcho ? new ContactId.Plot(station) : said, null);
    }
    ContactId.RadarTarget number = number(message, station);
    Named known = byNumber.get(number);
    boolean isKnown = known != null && Math.abs(atMillis - known.atMillis) <= KEPT_MILLIS;
    if (said == null && isKnown && known.contact instanceof ContactId.Icao24) {
      return new Name(known.contact, null);
    }
    ContactId contact = said == null ? number : said;
    remember(number, new Named(contact, atMillis));
    boolean isRenamed = isKnown && known.contact.equals(number) && said != null;
    return new Name(contact, isRenamed ? number : null);
  }

  private static boolean givesEchoes(int category) {
    return category == Categories.PLOTS || category == Categories.SURFACE;
  }

  /** A track has ended: its number is free. */
  void forget(AsterixMessage message, String station) {
    byNumber.remove(number(message, station));
  }

  private static ContactId.RadarTarget number(AsterixMessage message, String station) {
    return new ContactId.RadarTarget(station, message.whole(NUMBER, 0));
  }

  /** The address in the record; null if there is none, or one that nobody has. */
  private static ContactId said(AsterixMessage message) {
    int address = message.whole(ADDRESS, 0);
    if (address == 0 || address == 0xFFFFFF) {
      return null;
    }
    boolean assigned =
        message.has(OLD_ADDRESS_TYPE)
            ? message.whole(OLD_ADDRESS_TYPE, 0) == OLD_STATE_ADDRESS
            : message.whole(ADDRESS_TYPE, 0) == 0;
    return new ContactId.Icao24(address, assigned);
  }

  private void remember(ContactId.RadarTarget number, Named named) {
    byNumber.put(number, named);
    if (byNumber.size() > MOST_NUMBERS) {
      Iterator<ContactId.RadarTarget> eldest = byNumber.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }
}
