package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import java.util.Arrays;

/**
 * Contacts, each once, up to so many. It is asked about each report and emptied each minute, so
 * that nothing is made for one that is put in.
 */
final class ContactSet {
  private final ContactId[] places;
  private final int most;
  private int size;

  /** Empty, for so many at most. */
  ContactSet(int most) {
    this.most = most;
    // A power of two, never more than half full.
    places = new ContactId[Integer.highestOneBit(most) << 2];
  }

  /** Puts one in; whether it was not there and there was room. */
  boolean add(ContactId contact) {
    if (size == most) {
      return false;
    }
    int place = placeOf(contact);
    if (places[place] != null) {
      return false;
    }
    places[place] = contact;
    size++;
    return true;
  }

  /** Where it is, or would be. */
  private int placeOf(ContactId contact) {
    int hash = contact.hashCode() * 0x9E3779B9;
    int mask = places.length - 1;
    int place = (hash ^ hash >>> 16) & mask;
    while (places[place] != null && !places[place].equals(contact)) {
      place = place + 1 & mask;
    }
    return place;
  }

  /** Takes all out. */
  void clear() {
    Arrays.fill(places, null);
    size = 0;
  }
}
