package bz.keelbill.feed;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A decoder without the ghosts whose address no State has given out: noise that passed for a frame.
 * Noise does not say the same address ten times in a minute: whoever does is an aircraft with a
 * wrong or an invented address, and there are reasons for inventing one.
 */
final class OnlyAllocated implements Decoder {
  private static final int TIMES = 10;
  private static final long WITHIN_MILLIS = 60_000;
  private static final int MOST_DOUBTED = 1_024;

  private final Decoder decoder;
  private final AddressBlocks blocks;
  private final Map<Integer, Doubt> doubted = new LinkedHashMap<>();

  OnlyAllocated(Decoder decoder, AddressBlocks blocks) {
    this.decoder = decoder;
    this.blocks = blocks;
  }

  /** How often an address was said, and when last; believed once it was said often enough. */
  private static final class Doubt {
    private int times;
    private long lastMillis;

    private boolean isOver(long atMillis) {
      if (times < TIMES) {
        times = Math.abs(atMillis - lastMillis) > WITHIN_MILLIS ? 1 : times + 1;
      }
      lastMillis = atMillis;
      return times >= TIMES;
    }
  }

  @Override
  public void decode(Line line, Output out) {
    decoder.decode(line, new Sieve(line, out));
  }

  @Override
  public long memoryMillis() {
    return decoder.memoryMillis();
  }

  private final class Sieve implements Output {
    private final Line line;
    private final Output out;
    private boolean refused;

    Sieve(Line line, Output out) {
      this.line = line;
      this.out = out;
    }

    @Override
    public void message(String type) {
      out.message(type);
    }

    @Override
    public void report(Report report) {
      if (isAllocated(report.contact()) || isInsisting(report)) {
        out.report(report);
      } else if (!refused) {
        refused = true;
        out.reject(new Reject(line, Reject.Reason.UNALLOCATED));
      }
    }

    @Override
    public void note(Note note) {
      out.note(note);
    }

    @Override
    public void reject(Reject reject) {
      out.reject(reject);
    }
  }

  private boolean isAllocated(ContactId contact) {
    return !(contact instanceof ContactId.Icao24 aircraft)
        || !aircraft.assigned()
        || blocks.of(aircraft.address()) != null;
  }

  private boolean isInsisting(Report report) {
    int address = ((ContactId.Icao24) report.contact()).address();
    Doubt doubt = doubted.get(address);
    if (doubt == null) {
      if (doubted.size() >= MOST_DOUBTED) {
        doubted.remove(doubted.keySet().iterator().next());
      }
      doubt = new Doubt();
      doubted.put(address, doubt);
    }
    return doubt.isOver(report.origin().eventAtMillis());
  }
}
