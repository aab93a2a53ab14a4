package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** Stations put elsewhere: by landings on coast and cayes, and at fields. */
final class Sites {
  private static final double APART_METRES = 28_000;
  private static final int TRIES = 300;

  private final Geography geography;
  private final Chance chance;

  Sites(Geography geography, Chance chance) {
    this.geography = geography;
    this.chance = chance;
  }

  /** As many of each kind as usual. */
  List<Station> stations() {
    List<Position> shores =
        geography.landings().stream()
            .filter(landing -> "BZ".equals(landing.country()))
            .map(Place::position)
            .toList();
    List<Position> fields =
        geography.aerodromes().stream()
            .filter(field -> "BZ".equals(field.country()) && field.open())
            .map(Aerodrome::position)
            .toList();
    List<Station> all = new ArrayList<>();
    put(all, Station.AIS, shores, new double[] {30, 45, 15, 40});
    put(all, Station.RADAR, shores, new double[] {20, 36, 15, 35});
    put(all, Station.ADSB, fields, new double[] {150, 220, 10, 40});
    return all;
  }

  /** Least and greatest range in nautical miles, least and greatest height in metres. */
  private void put(List<Station> all, String kind, List<Position> sites, double[] limits) {
    List<Position> taken = new ArrayList<>();
    int count = Station.of(kind).size();
    for (int i = 1; i <= count; i++) {
      Position site = free(sites, taken);
      taken.add(site);
      all.add(
          new Station(
              kind + "-" + i,
              kind,
              site,
              Math.rint(chance.between(limits[0], limits[1])),
              chance.between(limits[2], limits[3])));
    }
  }

  private Position free(List<Position> sites, List<Position> taken) {
    Position site = chance.pick(sites);
    for (int i = 0; i < TRIES && isNear(site, taken); i++) {
      site = chance.pick(sites);
    }
    return site;
  }

  private static boolean isNear(Position site, List<Position> taken) {
    return taken.stream().anyMatch(other -> Geodesy.distanceMetres(site, other) < APART_METRES);
  }
}
