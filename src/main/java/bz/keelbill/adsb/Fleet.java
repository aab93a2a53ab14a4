package bz.keelbill.adsb;

import java.util.Arrays;

/**
 * The aircraft of one feed by their addresses: a table of open places, bounded. When it is full the
 * half that has been silent longest is forgotten.
 */
final class Fleet {
  private static final int PLACES = 1 << 14;
  private static final int MOST = PLACES / 2;

  private final Aircraft[] places = new Aircraft[PLACES];
  private int size;
  private Aircraft last;

  /** The aircraft of an address; null if it was never heard. */
  Aircraft find(int key) {
    if (last != null && last.key == key) {
      return last;
    }
    Aircraft found = places[place(key)];
    last = found == null ? last : found;
    return found;
  }

  /** The aircraft of an address, which is new if it was never heard. */
  Aircraft get(int key) {
    Aircraft found = find(key);
    return found == null ? add(key) : found;
  }

  int size() {
    return size;
  }

  private Aircraft add(int key) {
    if (size == MOST) {
      forgetHalf();
    }
    Aircraft aircraft = new Aircraft(key);
    put(aircraft);
    last = aircraft;
    return aircraft;
  }

  private void put(Aircraft aircraft) {
    places[place(aircraft.key)] = aircraft;
    size++;
  }

  private int place(int key) {
    int place = (key * 0x9E3779B1 >>> 18) & PLACES - 1;
    while (places[place] != null && places[place].key != key) {
      place = place + 1 & PLACES - 1;
    }
    return place;
  }

  private void forgetHalf() {
    Aircraft[] all = new Aircraft[size];
    int count = 0;
    for (Aircraft aircraft : places) {
      if (aircraft != null) {
        all[count++] = aircraft;
      }
    }
    Arrays.sort(all, (one, other) -> Long.compare(other.heardAtMillis, one.heardAtMillis));
    Arrays.fill(places, null);
    size = 0;
    for (int at = 0; at < MOST / 2; at++) {
      put(all[at]);
    }
  }
}
