package bz.keelbill.track;

import bz.keelbill.report.Fix;

/** One contact as a part of a track: what its sensor said last, and whether it still fits. */
final class Link {
  final Contact contact;
  private final boolean isCooperative;
  private final boolean isRadar;

  /** Which it is a part of now. */
  Track track;

  Fix last;
  long heardAtMillis;
  boolean isClosed;
  int contradictions;
  int rejectedJumps;

  /** Where it says to be although the craft cannot be there; null while it does not. */
  Elsewhere elsewhere;

  /** Tells its positions apart from those of other contacts in the track's history. */
  int ordinal;

  /** Serial number of the track with which it came, before that was joined to this one; else 0. */
  long family;

  /** What this sensor alone has seen, kept once there are others; null before. */
  History own;

  /** Who hears this contact, as the roll call knows; null until it has asked. */
  RollCall.Voice voice;

  Link(Contact contact, long heardAtMillis) {
    this.contact = contact;
    this.isCooperative = contact.id().isCooperative();
    this.isRadar = Associator.isRadar(contact.id());
    this.heardAtMillis = heardAtMillis;
  }

  Elsewhere elsewhere() {
    elsewhere = elsewhere == null ? new Elsewhere() : elsewhere;
    return elsewhere;
  }

  boolean isCooperative() {
    return isCooperative;
  }

  boolean isRadar() {
    return isRadar;
  }

  /** Whether the sensor has spoken within so many milliseconds before a time. */
  boolean isFresh(long atMillis, long withinMillis) {
    return last != null && atMillis - last.atMillis() <= withinMillis;
  }
}
