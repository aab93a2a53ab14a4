package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The earth's part of what a detector may look at: immutable, loaded once, for any number of
 * threads.
 */
public final class Geography {
  private final Coast coast;
  private final Area territorialSea;
  private final Area airspace;
  private final Area economicZone;
  private final List<Course> reefs;
  private final List<Course> routes;
  private final List<Course> inlandWaters;
  private final Harbours harbours;
  private final List<Place> landings;
  private final List<Aerodrome> aerodromes;
  private final List<Place> places;
  private final List<WatchArea> watchAreas;
  private final Barrier barrier;
  private final PlaceIndex landingIndex;
  private final PlaceIndex roadIndex;
  private final PlaceIndex placeIndex;

  /**
   * Puts the parts together.
   *
   * @param coast all land
   * @param territorialSea the computed territorial sea of Belize (small cayes lie inside it)
   * @param airspace land and territorial sea of Belize
   * @param economicZone all within the outer limit of Belize's exclusive economic zone, or null if
   *     the layers have none
   * @param reefs the schematic reef crest, good to 2 km
   * @param routes known corridors: water taxis, ferries, shipping
   * @param inlandWaters middle lines of navigable rivers and lagoons that lie within the land
   * @param harbours ports, docks and marinas where boats ordinarily come from
   * @param aerodromes known aerodromes
   * @param places towns and sea features, for words such as "south of Dangriga"
   * @param watchAreas where the press or experience has told of smuggling
   */
  public Geography(
      Coast coast,
      Area territorialSea,
      Area airspace,
      Area economicZone,
      List<Course> reefs,
      List<Course> routes,
      List<Course> inlandWaters,
      Harbours harbours,
      List<Aerodrome> aerodromes,
      List<Place> places,
      List<WatchArea> watchAreas) {
    this.coast = coast;
    this.territorialSea = territorialSea;
    this.airspace = airspace;
    this.economicZone = economicZone;
    this.reefs = List.copyOf(reefs);
    this.routes = List.copyOf(routes);
    this.inlandWaters = List.copyOf(inlandWaters);
    this.harbours = harbours;
    this.landings = harbours.ports().stream().map(Port::place).toList();
    this.aerodromes = List.copyOf(aerodromes);
    this.places = List.copyOf(places);
    this.watchAreas = List.copyOf(watchAreas);
    this.barrier = reefs.isEmpty() ? null : Barrier.of(this.reefs, coast);
    this.landingIndex = new PlaceIndex(this.landings);
    this.roadIndex = new PlaceIndex(roads());
    this.placeIndex =
        new PlaceIndex(places.stream().filter(place -> "BZ".equals(place.country())).toList());
  }

  /** All land. */
  public Coast coast() {
    return coast;
  }

  /** The computed territorial sea of Belize; small cayes lie inside it. */
  public Area territorialSea() {
    return territorialSea;
  }

  /** Land and territorial sea of Belize. */
  public Area airspace() {
    return airspace;
  }

  /**
   * All within the outer limit of Belize's exclusive economic zone: the zone itself with the
   * territorial sea and the land behind it; computed, not official. Null if no layer has it.
   */
  public Area economicZone() {
    return economicZone;
  }

  /** The schematic reef crest, good to 2 km. */
  public List<Course> reefs() {
    return reefs;
  }

  /** Known corridors: water taxis, ferries, shipping. */
  public List<Course> routes() {
    return routes;
  }

  /** Ports, docks and marinas where boats ordinarily come from. */
  public List<Place> landings() {
    return landings;
  }

  /** The same, found by place and by name. */
  public Harbours harbours() {
    return harbours;
  }

  /** Known aerodromes. */
  public List<Aerodrome> aerodromes() {
    return aerodromes;
  }

  /** Towns and sea features, for words such as "south of Dangriga". */
  public List<Place> places() {
    return places;
  }

  /** Where the press or experience has told of smuggling, by sea or by air. */
  public List<WatchArea> watchAreas() {
    return watchAreas;
  }

  /**
   * The first area of concern that holds a point, its edge included; null if there is none.
   *
   * @param byAir whether it is the aircraft's side that is asked for, not the boats'
   */
  public WatchArea watchAreaAt(boolean byAir, double latitude, double longitude) {
    for (WatchArea watchArea : watchAreas) {
      if (watchArea.byAir() == byAir && watchArea.area().contains(latitude, longitude)) {
        return watchArea;
      }
    }
    return null;
  }

  /**
   * Whether a point lies in the open sea outside the reef: at sea, more than 2 km from the barrier
   * reef's crest and east of it. The atolls lie out there, so the waters in their lee count too.
   * False everywhere if no reef is known.
   *
   * <p>Where the drawn crest has a gap it is bridged. Past its ends it goes on in its last
   * direction to the first land, which in the south closes the Gulf of Honduras at Punta de
   * Manabique, and from there, or if there is no land within 60 km, due north or south. Past its
   * ends the sea within 2 km of a shore is not outside either: a fringing reef has no drawn crest.
   */
  public boolean isSeawardOfReef(double latitude, double longitude) {
    return barrier != null
        && barrier.isOutside(latitude, longitude)
        && !coast.isLand(latitude, longitude);
  }

  /** Whether a point lies west of the barrier reef's crest as it is drawn, good to 2 km. */
  public boolean isLandwardOfReef(double latitude, double longitude) {
    return barrier != null && barrier.isInside(latitude, longitude);
  }

  /** Metres to the barrier reef's crest as it is drawn; infinite if none is known. */
  public double reefMetres(double latitude, double longitude) {
    return barrier == null ? Double.POSITIVE_INFINITY : barrier.metres(latitude, longitude);
  }

  /** Metres to the middle of the nearest navigable river or lagoon; infinite if none is known. */
  public double inlandWaterMetres(double latitude, double longitude) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Course water : inlandWaters) {
      nearest = Math.min(nearest, water.distanceMetres(latitude, longitude));
    }
    return nearest;
  }

  /** Metres to the nearest landing; infinite if none is known. */
  public double landingMetres(double latitude, double longitude) {
    return landingIndex.metres(latitude, longitude);
  }

  /** The nearest landing, or null if none is known. */
  public Place nearestLanding(double latitude, double longitude) {
    return landingIndex.nearest(latitude, longitude);
  }

  /**
   * Metres to the nearest place where ships wait: an anchorage, where the pilot boards, or an end
   * of a ship channel; infinite if none is known.
   */
  public double roadMetres(double latitude, double longitude) {
    return roadIndex.metres(latitude, longitude);
  }

  private List<Place> roads() {
    List<Place> roads = new ArrayList<>();
    landings.stream().filter(place -> "anchorage".equals(place.kind())).forEach(roads::add);
    places.stream()
        .filter(place -> place.name().toLowerCase(Locale.ROOT).contains("pilot"))
        .forEach(roads::add);
    for (Course route : routes) {
      if ("shipping".equals(route.kind())) {
        roads.add(end(route, 0));
        roads.add(end(route, route.points().size() - 1));
      }
    }
    return roads;
  }

  private static Place end(Course route, int point) {
    return new Place(
        route.id() + "/" + point, route.name(), "anchorage", null, route.points().get(point));
  }

  /** Whether the drawn reef crest is within a distance; it is good to 2 km. */
  public boolean isNearReef(double latitude, double longitude, double metres) {
    for (Course reef : reefs) {
      if (reef.isWithin(latitude, longitude, metres)) {
        return true;
      }
    }
    return false;
  }

  /** The nearest named place of Belize, or null if the layer is empty. */
  public Place nearestPlace(double latitude, double longitude) {
    return placeIndex.nearest(latitude, longitude);
  }
}
