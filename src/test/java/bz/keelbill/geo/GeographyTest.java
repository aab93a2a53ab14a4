package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeographyTest {
  /** Land in the west, a cape in the south, an island in the east. */
  private static final Coast COAST =
      Coast.of(
          List.of(
              Drawn.box(-90, 15, -88.5, 19),
              Drawn.box(-88.6, 15, -88.2, 16.2),
              Drawn.box(-87.6, 17, -87.5, 17.1)));

  private static final Course NORTH =
      new Course("n", "north", "reef-crest", List.of(at(18, -88), at(17.1, -88)));

  /** Drawn from south to north, and running south-west at its end. */
  private static final Course SOUTH =
      new Course("s", "south", "reef-crest", List.of(at(16.5, -88.1), at(16.6, -88), at(17, -88)));

  private static final Geography GEOGRAPHY = geography(List.of(SOUTH, NORTH), List.of());

  private static Position at(double latitude, double longitude) {
    return new Position(latitude, longitude);
  }

  private static Geography geography(List<Course> reefs, List<Place> places) {
    Area everywhere = Area.of(Drawn.box(-90, 15, -85, 19));
    return new Geography(
        COAST,
        everywhere,
        everywhere,
        everywhere,
        reefs,
        List.of(),
        List.of(),
        Harbours.of(places.stream().map(place -> new Port(place, null)).toList()),
        List.of(),
        places,
        List.of());
  }

  @Test
  void theSeaMoreThanTwoKilometresEastOfTheCrestIsSeaward() {
    assertTrue(GEOGRAPHY.isSeawardOfReef(17.5, -87.97));
    assertFalse(GEOGRAPHY.isSeawardOfReef(17.5, -87.985));
    assertFalse(GEOGRAPHY.isSeawardOfReef(17.5, -88.1));
    assertTrue(GEOGRAPHY.isSeawardOfReef(16.55, -87.99));
  }

  @Test
  void aGapInTheCrestIsBridged() {
    assertTrue(GEOGRAPHY.isSeawardOfReef(17.05, -87.97));
    assertFalse(GEOGRAPHY.isSeawardOfReef(17.05, -88.03));
  }

  @Test
  void theLeeOfAnAtollIsSeawardButItsLandIsNot() {
    assertTrue(GEOGRAPHY.isSeawardOfReef(17.05, -87.7));
    assertFalse(GEOGRAPHY.isSeawardOfReef(17.05, -87.55));
  }

  @Test
  void northOfTheCrestWithoutLandAheadItsLastLongitudeDecides() {
    assertTrue(GEOGRAPHY.isSeawardOfReef(18.5, -87.9));
    assertFalse(GEOGRAPHY.isSeawardOfReef(18.5, -88.1));
  }

  @Test
  void theCrestGoesOnInItsDirectionToTheCape() {
    assertFalse(GEOGRAPHY.isSeawardOfReef(16.3, -88.4), "behind the line to the cape");
    assertTrue(GEOGRAPHY.isSeawardOfReef(16.3, -88.2), "before it");
    assertTrue(GEOGRAPHY.isSeawardOfReef(15.5, -88.1), "south of the cape's end");
    assertFalse(GEOGRAPHY.isSeawardOfReef(15.5, -88.19), "within 2 km of the cape's shore");
  }

  @Test
  void withoutAReefNothingIsSeaward() {
    assertFalse(geography(List.of(), List.of()).isSeawardOfReef(17.5, -87));
  }

  @Test
  void findsTheNearestPlaceAsTryingAllDoes() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Position position = at(dice.nextDouble(15, 19), dice.nextDouble(-90, -85));
      places.add(new Place("p" + i, "P" + i, "PPL", i % 3 == 0 ? "GT" : "BZ", position));
    }
    Geography geography = geography(List.of(), places);
    for (int i = 0; i < 500; i++) {
      Position from = at(dice.nextDouble(15, 19), dice.nextDouble(-90, -85));
      double landing = geography.landingMetres(from.latitude(), from.longitude());
      assertEquals(metres(from, places), landing, 0.001 * landing, "seed " + seed);
      Place nearest = geography.nearestPlace(from.latitude(), from.longitude());
      assertEquals("BZ", nearest.country());
      List<Place> belize = places.stream().filter(p -> p.country().equals("BZ")).toList();
      double metres = metres(from, belize);
      assertEquals(metres, metres(from, List.of(nearest)), 0.001 * metres, "seed " + seed);
    }
  }

  private static double metres(Position from, List<Place> places) {
    return places.stream()
        .mapToDouble(place -> Geodesy.exactDistanceMetres(from, place.position()))
        .min()
        .orElseThrow();
  }

  @Test
  void withoutPlacesNoneIsNearest() {
    Geography empty = geography(List.of(), List.of());
    assertNull(empty.nearestPlace(17, -88));
    assertEquals(Double.POSITIVE_INFINITY, empty.landingMetres(17, -88));
  }
}
