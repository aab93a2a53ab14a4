package bz.keelbill.track;

import bz.keelbill.report.Fix;

/**
 * What all tracks of a picture share: room to compute in, how much each may remember, and how long
 * each radar takes for a turn.
 */
final class Room {
  private static final int POSITIONS_IN_ALL = 12_000_000;
  private static final int LEAST_POSITIONS = 60;
  private static final int OWN_POSITIONS = 256;

  private final Picture picture;
  private final Scans scans = new Scans();
  private final Filter.Workspace workspace = new Filter.Workspace();

  Room(Picture picture) {
    this.picture = picture;
  }

  Filter.Workspace workspace() {
    return workspace;
  }

  Scans scans() {
    return scans;
  }

  long scanMillis(Fix fix) {
    return scans.millis(fix.origin().station());
  }

  /** The more tracks, the shorter each one's memory. */
  int historyLimit() {
    int share = POSITIONS_IN_ALL / Math.max(1, picture.size());
    return Math.max(LEAST_POSITIONS, Math.min(History.MAX_CAPACITY, share));
  }

  int ownHistoryLimit() {
    return Math.min(OWN_POSITIONS, historyLimit());
  }
}
