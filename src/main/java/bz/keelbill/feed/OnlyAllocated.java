package bz.keelbill.feed;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;

/**
 * A decoder without the ghosts whose address no State has given out: noise that passed for a frame,
 * or a transponder set up wrongly.
 */
record OnlyAllocated(Decoder decoder, AddressBlocks blocks) implements Decoder {

  @Override
  public void decode(Line line, Output out) {
    decoder.decode(line, new Sieve(line, out));
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
      if (isAllocated(report.contact())) {
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
}
