package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.plan.Route.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  @Test
  void everyElementOfTheAppendixIsKnown() {
    Route route =
        Route.of(
            "N0450F350 DCT SIGOM UB881 46N078W 4620N07805W DUB180040 LN/N0284A045 VFR"
                + " C/48N050W/M082F290F350 T");
    assertEquals(
        List.of(
            Kind.DIRECT,
            Kind.POINT,
            Kind.AIRWAY,
            Kind.PLACE,
            Kind.PLACE,
            Kind.BEARING,
            Kind.POINT,
            Kind.RULES,
            Kind.PLACE,
            Kind.TRUNCATED),
        route.elements().stream().map(Route.Element::kind).toList());
    assertEquals(new Position(46, -78), route.elements().get(3).position());
    assertEquals(46 + 20 / 60.0, route.elements().get(4).position().latitude(), 1e-9);
    assertEquals(284, route.elements().get(6).change().speedKnots());
    assertEquals(List.of(), route.notUnderstood());
  }

  @ParameterizedTest
  @CsvSource({
    "N0450F350,450,35000", "K0830S1130,448,37073", "M082F370,471,37000", "N0120VFR,120,NaN",
    "N0150A045,150,4500", "N0150M0840,150,27559", "DCT,NaN,NaN", "N015A045,NaN,NaN"
  })
  void speedAndLevelComeInEveryUnit(String first, double knots, double feet) {
    Route.Cruise cruise = Route.of(first + " DCT").cruise();
    assertEquals(knots, cruise.speedKnots(), 1);
    assertEquals(feet, cruise.levelFeet(), 1);
  }

  @Test
  void whatIsNoElementIsSaid() {
    assertEquals(
        List.of("field 15: 4670N07805W", "field 15: ??"),
        Route.of("N0150A045 4670N07805W ?? BZE").notUnderstood());
    assertTrue(Route.of(null).elements().isEmpty());
  }
}
