package bz.keelbill.vms;

import bz.keelbill.report.Reject.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads records of the North Atlantic Format that tell a position (TM is ENT, POS, EXI or MAN).
 *
 * <p>Keeps no state; never throws on any bytes.
 */
public final class NafReader {
  private static final Set<String> TYPES = Set.of("ENT", "POS", "EXI", "MAN");
  private static final Pattern ANY_TYPE = Pattern.compile("[A-Z]{3}");
  private static final Pattern FLAG = Pattern.compile("[A-Z]{3}");
  private static final int MOST_MARK_LETTERS = 20;
  private static final int MOST_NAME_LETTERS = 40;
  private static final int FASTEST_TENTHS = 1000;
  private static final int FULL_CIRCLE_DEGREES = 360;

  /** Takes what a record says. */
  public interface Output {
    /** A position report. */
    void message(NafMessage message);

    /** A record was refused; or a field of it only, where a message follows. */
    void reject(Reason reason);
  }

  /** Reads one record, as {@link NafFraming} cuts it. */
  public void read(byte[] record, Output out) {
    if (record.length > NafFraming.MAX_BYTES) {
      out.reject(Reason.TOO_LONG);
      return;
    }
    NafFields fields = NafFields.of(record);
    Reason refused = fields.refused() != null ? fields.refused() : kept(fields);
    if (refused != null) {
      out.reject(refused);
      return;
    }
    NafMessage.Ship ship = ship(fields);
    Long atMillis = atMillis(fields, out);
    NafPlace place = NafPlace.of(fields);
    if (ship == null) {
      out.reject(Reason.IDENTITY_MISSING);
    } else if (atMillis != null && place.refused() != null) {
      out.reject(place.refused());
    } else if (atMillis != null) {
      out.message(
          new NafMessage(
              fields.value("TM"),
              atMillis,
              place.position(),
              place.sigmaMetres(),
              speedKnots(fields, out),
              courseDegrees(fields, out),
              ship));
    }
  }

  /** Why a record of another kind is not wanted; null for a position. */
  private static Reason kept(NafFields fields) {
    String type = fields.value("TM");
    if (type == null || !ANY_TYPE.matcher(type).matches()) {
      return Reason.UNKNOWN_TYPE;
    }
    // A reply (RS: taken or not, RE: why) repeats what it answers.
    return TYPES.contains(type) && !fields.has("RS") && !fields.has("RE") ? null : Reason.NOT_USED;
  }

  private static NafMessage.Ship ship(NafFields fields) {
    String callsign = fields.text("RC", MOST_MARK_LETTERS);
    String side = fields.text("XR", MOST_MARK_LETTERS);
    String registration = side != null ? side : fields.text("IR", MOST_MARK_LETTERS);
    String mark = callsign != null ? callsign : registration;
    String flag = fields.value("FS");
    return mark == null
        ? null
        : new NafMessage.Ship(
            mark,
            callsign,
            fields.text("NA", MOST_NAME_LETTERS),
            registration,
            flag != null && FLAG.matcher(flag).matches() ? flag : null);
  }

  /** DA yyyymmdd and TI hhmm or hhmmss, UTC; null, and a refusal, if it is no time. */
  private static Long atMillis(NafFields fields, Output out) {
    if (fields.value("DA") == null || fields.value("TI") == null) {
      out.reject(Reason.TIME_MISSING);
      return null;
    }
    int date = fields.digits("DA", 8, 8);
    int second = secondOfDay(fields);
    int month = date / 100 % 100;
    boolean isMonth = date >= 1970_00_00 && month >= 1 && month <= 12;
    int day = date % 100;
    int days = isMonth ? YearMonth.of(date / 10_000, month).lengthOfMonth() : 0;
    if (second < 0 || day < 1 || day > days) {
      out.reject(date < 0 || second == -1 ? Reason.MALFORMED : Reason.OUT_OF_RANGE);
      return null;
    }
    LocalDate of = LocalDate.of(date / 10_000, month, day);
    return (of.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + second) * 1000;
  }

  /** −1 for what are no digits, −2 for no time of day. */
  private static int secondOfDay(NafFields fields) {
    int minutes = fields.digits("TI", 4, 4);
    int time = minutes >= 0 ? minutes * 100 : fields.digits("TI", 6, 6);
    boolean isTime = time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 < 60;
    if (time < 0) {
      return -1;
    }
    return isTime ? time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100 : -2;
  }

  /** SP is tenths of a knot. */
  private static double speedKnots(NafFields fields, Output out) {
    int tenths = fields.digits("SP", 1, 4);
    if (tenths >= 0 && tenths <= FASTEST_TENTHS) {
      return tenths / 10.0;
    }
    return unread(fields, "SP", out);
  }

  /** CO is 1 to 360; 0 is what a box without a course sends. */
  private static double courseDegrees(NafFields fields, Output out) {
    int degrees = fields.digits("CO", 1, 3);
    if (degrees == 0) {
      return Double.NaN;
    }
    return degrees > 0 && degrees <= FULL_CIRCLE_DEGREES
        ? degrees % FULL_CIRCLE_DEGREES
        : unread(fields, "CO", out);
  }

  private static double unread(NafFields fields, String code, Output out) {
    if (fields.value(code) != null) {
      out.reject(Reason.FIELD_REFUSED);
    }
    return Double.NaN;
  }
}
