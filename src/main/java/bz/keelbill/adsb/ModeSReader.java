package bz.keelbill.adsb;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Scan;

/**
 * Reads the Mode S frames of one feed and gives out each that its parity proves, decoded.
 *
 * <p>A squitter or an all-call reply proves itself. Any other reply carries its sender's address in
 * its parity, so that noise always looks like a reply of somebody: it counts only if that address
 * has announced itself within the last minute and a half. Never throws on any bytes; remembers at
 * most 8,192 aircraft. One thread at a time.
 */
public final class ModeSReader {
  /** The time of a message when nobody knows it: its recording has no clock. */
  public static final long TIMELESS = Long.MIN_VALUE;

  private static final int SHORT_BYTES = 7;
  private static final int LONG_BYTES = 14;
  private static final long ANNOUNCED_MILLIS = 90_000;
  private static final long PAUSE_MILLIS = 60_000;
  private static final int INTERROGATOR_BITS = 0x7F;
  private static final int FIRST_ADDRESS_BIT = 5;
  private static final long IDENTITY_REGISTER = 0x20;

  /** Where messages go. */
  public interface Output {

    /** Takes a message; the object is filled again for the next one. */
    void message(ModeSMessage message);

    /** Takes one refusal. */
    void reject(Reject.Reason reason);
  }

  private final Fleet fleet = new Fleet();
  private final ModeSMessage message = new ModeSMessage();
  private final Squitter squitter = new Squitter();
  private final Cpr cpr = new Cpr();
  private final boolean repairs;

  // Within 45 degrees of the receiver: where it stands, then where it heard an aircraft last.
  private double nearLatitude = Double.NaN;
  private double nearLongitude = Double.NaN;
  private final byte[] mended = new byte[LONG_BYTES];
  private Aircraft sender;

  /**
   * Begins a feed.
   *
   * @param near where its receiver stands, or a place within 45 degrees of it; null if none is
   *     known before the first aircraft in the air
   * @param repairs whether a squitter with one wrong bit is put right, if its aircraft is known
   */
  public ModeSReader(Position near, boolean repairs) {
    if (near != null) {
      nearLatitude = near.latitude();
      nearLongitude = near.longitude();
    }
    this.repairs = repairs;
  }

  /**
   * Reads one frame.
   *
   * @param frame holds it from {@code from} on; not changed
   * @param length bytes of the frame
   * @param ticks the receiver's counter, or {@link ModeSMessage#NO_TICKS}
   * @param atMillis when it was sent, by a clock that runs evenly; {@link #TIMELESS} unknown
   * @param isMlat whether a ground station made the frame up from arrival times
   */
  void read(
      byte[] frame, int from, int length, long ticks, long atMillis, boolean isMlat, Output out) {
    if (length != SHORT_BYTES && length != LONG_BYTES) {
      out.reject(Reject.Reason.MALFORMED);
      return;
    }
    message.clear();
    message.ticks = ticks;
    message.atMillis = atMillis;
    message.source = isMlat ? Fix.Source.MLAT : Fix.Source.ADSB;
    Reject.Reason refused = read(frame, from, length);
    if (refused != null) {
      out.reject(refused);
    } else {
      out.message(message);
    }
  }

  /** A place within 45 degrees of the receiver; null if none is known yet. */
  public Position near() {
    return Double.isNaN(nearLatitude) ? null : new Position(nearLatitude, nearLongitude);
  }

  /** How many accepted frames in a row, without a pause of a minute, its sender has given. */
  int framesOfSender() {
    return sender.frames;
  }

  private Reject.Reason read(byte[] frame, int from, int length) {
    int format = (frame[from] & 0xFF) >>> 3;
    message.format = format;
    if (length == LONG_BYTES != format >= 16) {
      return Reject.Reason.MALFORMED;
    }
    int remainder = Parity.remainder(frame, from, length);
    return switch (format) {
      case 17, 18 ->
          remainder == 0 ? squitter(frame, from, format) : repaired(frame, from, remainder);
      case 11 -> allCall(frame, from, remainder);
      case 0, 4, 5, 16, 20, 21 -> reply(frame, from, format, remainder);
      default -> Reject.Reason.NOT_USED;
    };
  }

  private Reject.Reason squitter(byte[] frame, int from, int format) {
    int capability = frame[from] & 7;
    long me = me(frame, from);
    if (format == 17) {
      message.assigned = true;
      message.onGround = onGround(capability);
    } else if (!isIcaoOrNot(capability, me)) {
      return Reject.Reason.NOT_USED;
    }
    announced(address(frame, from), message.atMillis);
    if (format == 18 && capability == 3) {
      return null; // coarse TIS-B: another layout, of which only the address is taken
    }
    read(me);
    return null;
  }

  private void read(long me) {
    squitter.read(me, sender, message);
    if (!Double.isNaN(message.speedKnots)) {
      sender.trail.fly(message.speedKnots);
    }
    if (message.positionAccuracy != ModeSMessage.UNKNOWN) {
      sender.positionAccuracy = message.positionAccuracy;
    }
    message.positionAccuracy = sender.positionAccuracy;
    if (message.hasCpr) {
      sender.trail.follow(message, cpr, nearLatitude, nearLongitude);
      if (message.positionBy != null) {
        nearLatitude = message.latitude;
        nearLongitude = message.longitude;
      }
    }
  }

  /** DO-260B, 2.2.3.2.1.3: who sends a DF 18, by its control field. */
  private boolean isIcaoOrNot(int control, long me) {
    switch (control) {
      case 0 -> message.assigned = true;
      case 1 -> message.assigned = false;
      case 2, 6 -> message.assigned = !isMadeUp(me);
      case 3 -> message.assigned = !Squitter.bit(me, 1);
      case 5 -> message.assigned = false;
      default -> {
        return false;
      }
    }
    if (control > 1 && message.source == Fix.Source.ADSB) {
      message.source = Fix.Source.REBROADCAST;
    }
    return true;
  }

  /** The bit that tells a track number from an address, at a place of each type of its own. */
  private static boolean isMadeUp(long me) {
    int type = Squitter.bits(me, 1, 5);
    return switch (type) {
      case 5, 6, 7, 8 -> Squitter.bit(me, 21);
      case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22 -> Squitter.bit(me, 8);
      case 19 -> Squitter.bit(me, 9);
      case 28, 31 -> Squitter.bit(me, 56);
      case 29 -> Squitter.bit(me, 51);
      default -> false;
    };
  }

  private static Boolean onGround(int capability) {
    return switch (capability) {
      case 4 -> Boolean.TRUE;
      case 5 -> Boolean.FALSE;
      default -> null;
    };
  }

  /** One wrong bit of a DF 17, behind the format itself; never makes an aircraft known. */
  private Reject.Reason repaired(byte[] frame, int from, int remainder) {
    int bit = repairs && message.format == 17 ? Parity.bitOf(remainder) : -1;
    if (bit < FIRST_ADDRESS_BIT) {
      return Reject.Reason.CHECKSUM;
    }
    System.arraycopy(frame, from, mended, 0, LONG_BYTES);
    mended[bit / 8] ^= (byte) (0x80 >> bit % 8);
    if (!isAnnounced(address(mended, 0))) {
      return Reject.Reason.UNANNOUNCED;
    }
    message.assigned = true;
    message.onGround = onGround(mended[0] & 7);
    message.repaired = true;
    sender.heardAtMillis = message.atMillis;
    read(me(mended, 0));
    return null;
  }

  /** The interrogator's code is laid over the parity, so this reply is less sure of itself. */
  private Reject.Reason allCall(byte[] frame, int from, int remainder) {
    if ((remainder & ~INTERROGATOR_BITS) != 0) {
      return Reject.Reason.CHECKSUM;
    }
    message.assigned = true;
    message.onGround = onGround(frame[from] & 7);
    int address = address(frame, from);
    Aircraft caller = fleet.get(address);
    boolean isSure =
        remainder == 0
            || isRecent(caller.announcedAtMillis, ANNOUNCED_MILLIS)
            || isRecent(caller.suspectedAtMillis, PAUSE_MILLIS);
    caller.suspectedAtMillis = message.atMillis;
    if (isSure) {
      announced(address, message.atMillis);
    } else {
      sender = caller;
      message.address = address;
      heard();
    }
    return null;
  }

  private Reject.Reason reply(byte[] frame, int from, int format, int address) {
    if (!isAnnounced(address)) {
      return Reject.Reason.UNANNOUNCED;
    }
    heard();
    message.assigned = true;
    int code = (frame[from + 2] & 0x1F) << 8 | frame[from + 3] & 0xFF;
    if (format == 5 || format == 21) {
      message.squawk = ModeAc.squawk(code);
    } else {
      message.altitudeFeet = ModeAc.altitudeFeet(code);
    }
    int status = frame[from] & 7;
    boolean isAirToAir = format == 0 || format == 16;
    boolean saysGround = isAirToAir ? (status & 4) != 0 : status == 1 || status == 3;
    message.onGround = saysGround ? Boolean.TRUE : null;
    if (format >= 20) {
      commB(me(frame, from));
    }
    return null;
  }

  /**
   * A Comm-B reply does not say which register it holds. Only aircraft identification (BDS 2,0) is
   * read: its first byte names it, its characters must be a callsign, and it must come twice.
   */
  private void commB(long register) {
    if (register >>> 48 != IDENTITY_REGISTER) {
      return;
    }
    long code = register & 0xFFFF_FFFF_FFFFL;
    if (code == sender.replyCode) {
      String text = squitter.callsign(code, null);
      message.replyCallsign = text != null && text.indexOf(' ') < 0 ? text : null;
    }
    sender.replyCode = code;
  }

  private boolean isAnnounced(int address) {
    Aircraft known = fleet.find(address);
    if (known == null || !isRecent(known.announcedAtMillis, ANNOUNCED_MILLIS)) {
      return false;
    }
    sender = known;
    message.address = address;
    return true;
  }

  private void announced(int address, long atMillis) {
    message.address = address;
    sender = fleet.get(Aircraft.key(address, message.assigned));
    sender.announcedAtMillis = atMillis;
    heard();
  }

  private void heard() {
    boolean goesOn = isRecent(sender.heardAtMillis, PAUSE_MILLIS);
    sender.frames = goesOn ? sender.frames + 1 : 1;
    sender.heardAtMillis = message.atMillis;
  }

  private boolean isRecent(long atMillis, long withinMillis) {
    return atMillis != Aircraft.NEVER
        && (message.atMillis == TIMELESS || message.atMillis - atMillis <= withinMillis);
  }

  private static int address(byte[] frame, int from) {
    return (frame[from + 1] & 0xFF) << 16 | (frame[from + 2] & 0xFF) << 8 | frame[from + 3] & 0xFF;
  }

  /** The 56 bits behind the address. */
  private static long me(byte[] frame, int from) {
    return Scan.word(frame, from + 3) & 0xFF_FFFF_FFFF_FFFFL;
  }
}
