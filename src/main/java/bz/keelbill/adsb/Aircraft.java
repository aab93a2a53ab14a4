package bz.keelbill.adsb;

/** What one feed has heard from one address; belongs to the thread of its {@link ModeSReader}. */
final class Aircraft {
  /** A time before everything. */
  static final long NEVER = Long.MIN_VALUE / 4;

  /** The address, with a bit on top if no State assigned it. */
  final int key;

  final Trail trail = new Trail();

  /** When it last told its address in a frame that the parity alone proves, milliseconds. */
  long announcedAtMillis = NEVER;

  /** When it last did so in an all-call reply that an interrogator's code makes less sure. */
  long suspectedAtMillis = NEVER;

  long heardAtMillis = NEVER;

  /** Accepted frames without a pause between them. */
  int frames;

  // The callsign read last, so that the same code gives the same text.
  long callsignCode;
  String callsign;

  /** The Comm-B identity heard last; a second one that is the same is believed. */
  long replyCode;

  /** NACp as it said last (DO-260B, table 2-70). */
  int positionAccuracy = ModeSMessage.UNKNOWN;

  Aircraft(int key) {
    this.key = key;
  }

  /** How an address is kept apart from a made-up one. */
  static int key(int address, boolean assigned) {
    return assigned ? address : address | 1 << 24;
  }
}
