package bz.keelbill.json;

import bz.keelbill.report.Fix;
import bz.keelbill.track.Domain;
import bz.keelbill.watch.TrackState;

/** The word by which a client chooses a track's symbol; see protocol.md. */
final class CraftKind {
  private CraftKind() {}

  static String of(TrackState track) {
    if (track.domain() == Domain.AIR) {
      return "aircraft";
    }
    String station = stationKind(track);
    if (station != null) {
      return station;
    }
    if (!track.identity().isCooperative()) {
      return "radar";
    }
    Integer type = track.identity().shipType();
    return type == null ? "other" : vessel(type);
  }

  private static String stationKind(TrackState track) {
    Integer mmsi = track.identity().mmsi();
    if (mmsi != null && isBeacon(mmsi / 1_000_000)) {
      return "beacon";
    }
    TrackState.Source source = track.place().source();
    if (source == null) {
      return null;
    }
    if (source.kind() == Fix.Source.AIS_AIRCRAFT) {
      return "helicopter";
    }
    if (source.kind() == Fix.Source.AIS_AID) {
      return "aid";
    }
    return source.kind() == Fix.Source.AIS_BASE ? "base" : null;
  }

  private static boolean isBeacon(int prefix) {
    return prefix == 970 || prefix == 972 || prefix == 974;
  }

  /** M.1371-5, table 53. */
  private static String vessel(int type) {
    return switch (type) {
      case 30 -> "fishing";
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
