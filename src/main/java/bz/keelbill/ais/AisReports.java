package bz.keelbill.ais;

import static bz.keelbill.ais.AisField.*;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.StationClock;
import bz.keelbill.report.VesselIdentity;

/**
 * What a message says in the words of reports. Types without any are understood, but say nothing.
 */
public final class AisReports {
  /** M.1371-5: a set accuracy flag means 10 metres or better. */
  private static final Fix.Accuracy FINE = Fix.Accuracy.circle(5);

  /** A satellite receiver without correction. */
  private static final Fix.Accuracy PLAIN = Fix.Accuracy.circle(15);

  /** Type 27 rounds to a tenth of a minute, 185 metres. */
  private static final Fix.Accuracy ROUNDED = Fix.Accuracy.circle(60);

  /** From here on a second says why there is none. */
  private static final int NO_SECOND = 60;

  private AisReports() {}

  /** Gives the reports of one message; nothing is kept of it. */
  public static void report(AisFields message, Origin origin, Decoder.Output out) {
    ContactId contact = new ContactId.Mmsi(message.mmsi());
    if (Beacon.isDevice(message) && !isAboutItsSender(message.type())) {
      out.report(signOfLife(origin, contact));
    }
    switch (message.type()) {
      case 1, 2, 3, 27 -> out.report(fix(message, origin, contact, Fix.Source.AIS_CLASS_A));
      case 4 -> {
        out.report(fix(message, origin, contact, Fix.Source.AIS_BASE));
        reportClock(message, origin, contact, out);
      }
      case 11 -> reportClock(message, origin, contact, out);
      case 5, 24 -> out.report(identity(message, origin, contact));
      case 9 -> out.report(fix(message, origin, contact, Fix.Source.AIS_AIRCRAFT));
      case 12, 14 -> out.report(safetyText(message, origin, contact));
      case 18 -> out.report(fix(message, origin, contact, Fix.Source.AIS_CLASS_B));
      case 19 -> {
        out.report(fix(message, origin, contact, Fix.Source.AIS_CLASS_B));
        out.report(identity(message, origin, contact));
      }
      case 21 -> {
        out.report(fix(message, origin, contact, Fix.Source.AIS_AID));
        out.report(identity(message, origin, contact));
      }
      default -> {
        // Binary messages, acknowledgements and the management of the radio link.
      }
    }
  }

  /** Whether the picture learns anything of the sender from a message of that type. */
  private static boolean isAboutItsSender(int type) {
    return switch (type) {
      case 1, 2, 3, 4, 5, 9, 12, 14, 18, 19, 21, 24, 27 -> true;
      default -> false;
    };
  }

  /** A distress device calls for help by every message, also by one that says nothing of it. */
  private static Fix signOfLife(Origin origin, ContactId contact) {
    Fix.State state = new Fix.State(Fix.Source.AIS_CLASS_A, PLAIN, null);
    return new Fix(origin, contact, null, Fix.Motion.UNKNOWN, null, state);
  }

  private static Fix fix(AisFields message, Origin origin, ContactId contact, Fix.Source source) {
    Fix.Motion motion =
        new Fix.Motion(message.number(SOG), message.number(COG), message.number(HEADING));
    Integer status = message.carries(STATUS) ? (Integer) message.whole(STATUS, 0) : null;
    Fix.State state = new Fix.State(source, accuracy(message), status);
    return new Fix(origin, contact, position(message), motion, height(message), state);
  }

  private static Position position(AisFields message) {
    double latitude = message.number(LAT);
    double longitude = message.number(LON);
    return Position.isValid(latitude, longitude) ? new Position(latitude, longitude) : null;
  }

  private static Fix.Accuracy accuracy(AisFields message) {
    if (message.type() == 27) {
      return ROUNDED;
    }
    return message.flag(ACCURACY) ? FINE : PLAIN;
  }

  private static Fix.Height height(AisFields message) {
    if (!message.carries(ALT)) {
      return null;
    }
    double feet = Units.metresToFeet(message.number(ALT));
    return new Fix.Height(feet, !message.flag(ALT_SENSOR), Double.NaN, null);
  }

  private static void reportClock(
      AisFields message, Origin origin, ContactId contact, Decoder.Output out) {
    long clock =
        LoggerTime.utcMillis(
            message.whole(YEAR, 0),
            message.whole(MONTH, 0),
            message.whole(DAY, 0),
            message.whole(HOUR, -1),
            message.whole(MINUTE, -1),
            message.whole(SECOND, -1));
    if (clock != AisMessage.NO_TIME) {
      out.report(new StationClock(origin, contact, clock, position(message)));
    }
  }

  private static SafetyText safetyText(AisFields message, Origin origin, ContactId contact) {
    Integer addressee = message.carries(DEST_MMSI) ? (Integer) message.whole(DEST_MMSI, 0) : null;
    return new SafetyText(origin, contact, message.text(TEXT), addressee);
  }

  private static VesselIdentity identity(AisFields message, Origin origin, ContactId contact) {
    int imo = message.whole(IMO, 0);
    return new VesselIdentity(
        origin,
        contact,
        new VesselIdentity.Names(
            knownText(message, NAME),
            knownText(message, CALLSIGN),
            ImoNumber.hasSevenDigits(imo) ? (Integer) imo : null),
        known(message, SHIPTYPE),
        hull(message),
        voyage(message),
        known(message, MOTHERSHIP_MMSI),
        aid(message));
  }

  /** Table 73: the off-position flag means something only while there is a real second. */
  private static VesselIdentity.Aid aid(AisFields message) {
    if (!message.carries(AID_TYPE)) {
      return null;
    }
    boolean knowsItsPlace = message.whole(SECOND, NO_SECOND) < NO_SECOND;
    return new VesselIdentity.Aid(
        known(message, AID_TYPE),
        knowsItsPlace ? (Boolean) message.flag(OFF_POSITION) : null,
        message.flag(VIRTUAL_AID));
  }

  private static String knownText(AisFields message, AisField field) {
    String text = message.text(field);
    return text == null || text.isEmpty() ? null : text;
  }

  /** A number of which 0 says "not available". */
  private static Integer known(AisFields message, AisField field) {
    int value = message.whole(field, 0);
    return value == 0 ? null : (Integer) value;
  }

  private static VesselIdentity.Hull hull(AisFields message) {
    int bow = message.whole(TO_BOW, 0);
    int stern = message.whole(TO_STERN, 0);
    int port = message.whole(TO_PORT, 0);
    int starboard = message.whole(TO_STARBOARD, 0);
    return (bow | stern | port | starboard) == 0
        ? null
        : new VesselIdentity.Hull(bow, stern, port, starboard);
  }

  private static VesselIdentity.Voyage voyage(AisFields message) {
    if (!message.carries(DESTINATION)) {
      return null;
    }
    double draught = message.number(DRAUGHT);
    return new VesselIdentity.Voyage(
        message.text(DESTINATION),
        draught == 0 ? Double.NaN : draught,
        whole(message, ETA_MONTH),
        whole(message, ETA_DAY),
        whole(message, ETA_HOUR),
        whole(message, ETA_MINUTE));
  }

  private static Integer whole(AisFields message, AisField field) {
    double value = message.number(field);
    return Double.isNaN(value) ? null : (Integer) (int) value;
  }
}
