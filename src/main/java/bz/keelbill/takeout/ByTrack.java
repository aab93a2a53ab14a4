package bz.keelbill.takeout;

import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the fixes of one track at a time, and parts it where nothing was heard for half an hour:
 * a line drawn over such a gap would say what nobody knows.
 */
abstract class ByTrack implements TrackFormat.Output {
  private static final long GAP_MILLIS = 30 * 60_000;
  private static final int MOST_FIXES = 50_000;

  private final List<PastFix> part = new ArrayList<>();
  private Craft craft;

  @Override
  public final void track(Craft next) throws IOException {
    flush();
    craft = next;
  }

  @Override
  public final void fix(PastFix fix) throws IOException {
    boolean isGap =
        !part.isEmpty() && fix.atMillis() - part.get(part.size() - 1).atMillis() > GAP_MILLIS;
    if (isGap || part.size() == MOST_FIXES) {
      flush();
    }
    part.add(fix);
  }

  @Override
  public final void end() throws IOException {
    flush();
    finish();
  }

  private void flush() throws IOException {
    if (!part.isEmpty()) {
      write(craft, part);
      part.clear();
    }
  }

  /** Writes one part of a track, which has one fix at least. */
  abstract void write(Craft whose, List<PastFix> fixes) throws IOException;

  /** Writes what stands behind the last one. */
  abstract void finish() throws IOException;
}
