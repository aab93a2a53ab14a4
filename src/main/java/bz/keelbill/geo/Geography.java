package bz.keelbill.geo;

import java.util.List;

/**
 * The earth's part of what a detector may look at: immutable, loaded once.
 *
 * @param coast all land
 * @param territorialSea the computed territorial sea of Belize (small cayes lie inside it)
 * @param airspace land and territorial sea of Belize
 * @param reefs the schematic reef crest, good to 2 km
 * @param routes known corridors: water taxis, ferries, shipping
 * @param landings ports, docks and marinas where boats ordinarily come from
 * @param aerodromes known aerodromes
 * @param places towns and sea features, for words such as "south of Dangriga"
 */
public record Geography(
    Coast coast,
    Area territorialSea,
    Area airspace,
    List<Course> reefs,
    List<Course> routes,
    List<Place> landings,
    List<Aerodrome> aerodromes,
    List<Place> places) {

  /** Copies the lists. */
  public Geography {
    reefs = List.copyOf(reefs);
    routes = List.copyOf(routes);
    landings = List.copyOf(landings);
    aerodromes = List.copyOf(aerodromes);
    places = List.copyOf(places);
  }

  /**
   * Whether a point lies in the open sea outside the reef: at sea and more than 2 km seaward of the
   * reef crest, or east of it where an atoll stands between.
   */
  public boolean isSeawardOfReef(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Metres to the nearest landing. */
  public double landingMetres(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** The nearest named place of Belize, or null if the layer is empty. */
  public Place nearestPlace(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }
}
