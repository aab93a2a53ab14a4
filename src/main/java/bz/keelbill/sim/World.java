package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.List;

/** The stage on which craft are put. */
record World(
    Geography geography,
    Waters waters,
    PlanOffice plans,
    Hours hours,
    List<Station> stations,
    StationFaults faults,
    List<RestrictedWater> restricted,
    long seed) {

  static World of(Geography geography, Hours hours, List<Station> stations, long seed) {
    return of(geography, hours, stations, RestrictedWater.ALL, seed);
  }

  /** A world with waters of its own that are closed or have a limit, and no ponds. */
  static World of(
      Geography geography,
      Hours hours,
      List<Station> stations,
      List<RestrictedWater> restricted,
      long seed) {
    Waters waters =
        new Waters(Waters.Shore.of(geography.coast()), RestrictedWater.closed(restricted));
    if (!restricted.equals(RestrictedWater.ALL)) {
      waters.leaveOutPonds();
    }
    return new World(
        geography,
        waters,
        new PlanOffice(),
        hours,
        stations,
        new StationFaults(),
        List.copyOf(restricted),
        seed);
  }

  /** The sensors of one kind, in a fixed order. */
  List<Station> stations(String kind) {
    return stations.stream().filter(station -> station.kind().equals(kind)).toList();
  }

  /** Where a boat lies at a landing of the layers. */
  Position berth(String landing) {
    for (Place place : geography.landings()) {
      if (place.id().equals(landing)) {
        return waters.berth(place.position());
      }
    }
    throw new IllegalArgumentException("no landing " + landing + " in the layers");
  }

  /** Metres between two aerodromes. */
  double metres(Aerodrome from, Aerodrome to) {
    return Geodesy.distanceMetres(from.position(), to.position());
  }

  /** A path over water through some places. */
  Path path(double turnRadiusMetres, Position... places) {
    return Path.of(waters.way(places), turnRadiusMetres);
  }

  /** A slow drift that stays over open water, whichever way the wind allows. */
  Leg.Hold drift(Position from, double seconds, Chance chance) {
    double towards = chance.between(0, 360);
    double knots = chance.between(0.3, 0.8);
    for (int turn = 0; turn < 12; turn++) {
      Leg.Hold hold = Leg.Hold.drifting(seconds, knots, (towards + 30 * turn) % 360);
      if (waters.isOpenWay(from, hold.endFrom(from))) {
        return hold;
      }
    }
    return Leg.Hold.drifting(seconds, 0, 0);
  }

  /** A route of the layers. */
  Path route(String id, double turnRadiusMetres) {
    return geography.routes().stream()
        .filter(route -> route.id().equals(id))
        .findFirst()
        .map(route -> Path.of(route.points(), turnRadiusMetres))
        .orElseThrow(() -> new IllegalArgumentException("no route " + id + " in the layers"));
  }
}
