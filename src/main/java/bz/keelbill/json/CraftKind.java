package bz.keelbill.json;

import bz.keelbill.ais.MmsiClass;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.TrackState;

/**
 * The word by which a client chooses a track's symbol; see protocol.md. What a station sends
 * decides over what its number claims, and only a beacon's number over everything.
 */
final class CraftKind {
  private static final int FISHING = 30;

  private CraftKind() {}

  static String of(TrackState track) {
    if (track.domain() == Domain.AIR) {
      return aircraft(track.flight());
    }
    if (!track.identity().isCooperative()) {
      return unnamed(track.place().source());
    }
    Integer mmsi = track.identity().mmsi();
    MmsiClass claimed = mmsi == null ? MmsiClass.IRREGULAR : MmsiClass.of(mmsi);
    if (claimed.isDistress()) {
      return "beacon";
    }
    String heard = byMessage(track);
    return heard != null ? heard : byNumber(claimed, typeOf(track.identity()));
  }

  /** Its type; only fishing vessels carry tracking boxes. */
  private static Integer typeOf(Identity identity) {
    boolean hasBoxOnly = identity.shipType() == null && identity.vmsMark() != null;
    return hasBoxOnly ? Integer.valueOf(FISHING) : identity.shipType();
  }

  /** Who only was seen. */
  private static String unnamed(TrackState.Source source) {
    if (source == null) {
      return "radar";
    }
    return switch (source.kind()) {
      case SIGHTING -> "sighting";
      case SATELLITE -> "detection";
      default -> "radar";
    };
  }

  private static String aircraft(TrackState.Flight flight) {
    if (flight == null) {
      return "aircraft";
    }
    return switch (flight.sort()) {
      case JET -> "jet";
      case PISTON_SINGLE, PISTON_TWIN, TURBOPROP, LIGHT -> "prop";
      case HELICOPTER -> "helicopter";
      case GLIDER -> "glider";
      case DRONE -> "drone";
      case UNKNOWN -> "aircraft";
    };
  }

  /** What only one kind of station sends: it decides over the number. */
  private static String byMessage(TrackState track) {
    VesselIdentity said = track.identity().vessel();
    if (said != null && said.aid() != null) {
      return "aid";
    }
    TrackState.Source source = track.place().source();
    if (source == null) {
      return null;
    }
    return switch (source.kind()) {
      case AIS_AIRCRAFT -> "sar-aircraft";
      case AIS_AID -> "aid";
      case AIS_BASE -> "base";
      default -> null;
    };
  }

  /** What the number claims, and for a ship, an odd number or none its type. */
  private static String byNumber(MmsiClass claimed, Integer shipType) {
    return switch (claimed) {
      case COAST_STATION -> "base";
      case GROUP -> "group";
      case SAR_AIRCRAFT -> "sar-aircraft";
      case AUXILIARY_CRAFT -> "auxiliary";
      case AID_TO_NAVIGATION, VIRTUAL_AID -> "aid";
      case HANDHELD -> "handheld";
      case SART, MAN_OVERBOARD, EPIRB -> "beacon";
      case SHIP, IRREGULAR -> shipType == null ? "other" : vessel(shipType);
    };
  }

  /** M.1371-5, table 53. */
  private static String vessel(int type) {
    return switch (type) {
      case FISHING -> "fishing";
      case 31, 32, 52, 53 -> "tug";
      case 34 -> "dive";
      case 35, 55 -> "law";
      case 36, 37 -> "pleasure";
      case 50 -> "pilot";
      case 51 -> "sar";
      default -> byDecade(type / 10);
    };
  }

  private static String byDecade(int decade) {
    return switch (decade) {
      case 4 -> "high-speed";
      case 6 -> "passenger";
      case 7 -> "cargo";
      case 8 -> "tanker";
      default -> "other";
    };
  }
}
