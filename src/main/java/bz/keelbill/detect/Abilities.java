package bz.keelbill.detect;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.report.Fix;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Ability;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Track;
import java.util.EnumMap;
import java.util.Map;

/** What a track's craft can do, by what is known of it; who says nothing may be a fast boat. */
public final class Abilities {
  /** Longer than this it is a ship whatever it calls itself. */
  private static final double SHIP_METRES = 60;

  /** M.1371-5, table 53: cargo ships 70 to 79, tankers 80 to 89. */
  private static final int FIRST_SHIP_TYPE = 70;

  private static final int LAST_SHIP_TYPE = 89;

  /** As long as the picture remembers an aircraft. */
  private static final int AIR_MINUTES = 90;

  private static final Map<AircraftClass, Ability> FLYING = flying();

  private Abilities() {}

  /** What it can do at most; null for what does not move. */
  public static Ability of(Track track, AircraftRegister register) {
    Fix latest = track.latest();
    Fix.Source source = latest == null ? null : latest.state().source();
    if (source == Fix.Source.AIS_BASE || source == Fix.Source.AIS_AID) {
      return null;
    }
    if (track.domain() == Domain.AIR) {
      return FLYING.get(register.sort(track.identity(), null));
    }
    if (source == Fix.Source.AIS_AIRCRAFT) {
      return FLYING.get(AircraftClass.TURBOPROP);
    }
    return isShip(track.identity()) ? Ability.SHIP : Ability.SMALL_CRAFT;
  }

  private static boolean isShip(Identity identity) {
    VesselIdentity said = identity.vessel();
    if (said == null) {
      return false;
    }
    if (said.hull() != null) {
      return said.hull().lengthMetres() >= SHIP_METRES;
    }
    Integer type = said.shipType();
    return type != null && type >= FIRST_SHIP_TYPE && type <= LAST_SHIP_TYPE;
  }

  private static Map<AircraftClass, Ability> flying() {
    Map<AircraftClass, Ability> flying = new EnumMap<>(AircraftClass.class);
    flying.put(AircraftClass.PISTON_SINGLE, flying("piston-single", 220, 12));
    flying.put(AircraftClass.PISTON_TWIN, flying("piston-twin", 280, 10));
    flying.put(AircraftClass.TURBOPROP, flying("turboprop", 350, 8));
    flying.put(AircraftClass.JET, flying("jet", 560, 6));
    flying.put(AircraftClass.HELICOPTER, flying("helicopter", 180, 30));
    flying.put(AircraftClass.GLIDER, flying("glider", 150, 20));
    flying.put(AircraftClass.DRONE, flying("drone", 150, 30));
    flying.put(AircraftClass.LIGHT, flying("light", 280, 12));
    flying.put(AircraftClass.UNKNOWN, flying("aircraft", 560, 12));
    return flying;
  }

  private static Ability flying(String word, double maxKnots, double turnDegreesPerSecond) {
    return new Ability(word, true, maxKnots, 4, turnDegreesPerSecond, AIR_MINUTES);
  }
}
