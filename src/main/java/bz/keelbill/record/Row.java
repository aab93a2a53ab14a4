package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.json.AlertJson;
import bz.keelbill.watch.TrackState;
import java.sql.SQLException;

/**
 * A row on its way to a day file. Immutable; made by the watch's thread, read by the recorder's.
 */
interface Row {
  /** The entry of the sequence that it is or that it came from. */
  long seq();

  /** Our clock, Unix milliseconds. */
  long atMillis();

  /** Puts itself into its table. */
  void into(DayFile file) throws SQLException;

  /** An entry of the sequence itself. */
  record OfSequence(Recorded recorded) implements Row {
    @Override
    public long seq() {
      return recorded.seq();
    }

    @Override
    public long atMillis() {
      return recorded.atMillis();
    }

    @Override
    public void into(DayFile file) throws SQLException {
      switch (recorded.kind()) {
        case LINE -> file.append((Recorded.OfLine) recorded);
        case TICK -> file.append((Recorded.OfTick) recorded);
        case ORDER -> file.append((Recorded.OfOrder) recorded);
      }
    }
  }

  /** Where a track was. */
  record OfFix(long seq, long atMillis, TrackState track) implements Row {
    @Override
    public void into(DayFile file) throws SQLException {
      file.append(this);
    }
  }

  /** Who a track is, when that became known. */
  record OfCraft(long seq, long atMillis, Craft craft) implements Row {
    @Override
    public void into(DayFile file) throws SQLException {
      file.append(this);
    }
  }

  /** What became of an alert. */
  record OfAlert(long seq, long atMillis, AlertBook.What what, Alert alert) implements Row {
    @Override
    public void into(DayFile file) throws SQLException {
      file.append(this);
    }

    String body() {
      return AlertJson.line(alert);
    }
  }
}
