package bz.keelbill.watch;

import bz.keelbill.track.PortCall;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The last thousand port calls of all vessels. Belongs to the one thread of its Watch. */
public final class PortLog {
  private static final int MOST_ENTRIES = 1_000;

  private final List<Entry> entries = new ArrayList<>();

  /**
   * One call.
   *
   * @param serial number of the track in this Watch
   * @param track its name
   * @param vessel what it calls itself; null if it does not say
   */
  public record Entry(long serial, String track, String vessel, PortCall call) {}

  /** A call has begun or ended. */
  void take(Track track, PortCall call) {
    Entry entry = new Entry(track.serial(), track.name(), track.identity().name(), call);
    for (int at = entries.size() - 1; !call.isOpen() && at >= 0; at--) {
      Entry old = entries.get(at);
      if (old.serial() == track.serial()
          && old.call().arrivedAtMillis() == call.arrivedAtMillis()) {
        entries.set(at, entry);
        return;
      }
    }
    entries.add(entry);
    if (entries.size() > MOST_ENTRIES) {
      entries.remove(0);
    }
  }

  /** The newest arrival first. */
  public List<Entry> newestFirst() {
    List<Entry> copy = new ArrayList<>(entries);
    Collections.reverse(copy);
    return copy;
  }
}
