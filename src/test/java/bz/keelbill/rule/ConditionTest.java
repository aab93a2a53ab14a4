package bz.keelbill.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Conditions as officers write them, held against one craft. */
class ConditionTest {
  private static final Map<Attribute, Object> TAXI = taxi();

  private static Map<Attribute, Object> taxi() {
    Map<Attribute, Object> taxi = new EnumMap<>(Attribute.class);
    taxi.put(Attribute.KIND, "go-fast");
    taxi.put(Attribute.NAME, "Caye Runner");
    taxi.put(Attribute.SHIP_TYPE, "Passenger");
    taxi.put(Attribute.SPEED, 27.5);
    taxi.put(Attribute.HOUR, 9);
    taxi.put(Attribute.NIGHT, false);
    taxi.put(Attribute.WEEKDAY, "tue");
    taxi.put(Attribute.FENCE, List.of("port", "reef"));
    taxi.put(Attribute.POSITION, new GeometryFactory().createPoint(new Coordinate(-88.1, 17.5)));
    return taxi;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ship_type <> 'Passenger' OR hour < 6 | false",
        "ship_type = 'passenger' AND speed > 25 | true",
        "NOT (ship_type = 'Passenger') | false",
        "NIGHT = false AND Hour BETWEEN 6 AND 18 | true",
        "speed NOT BETWEEN 20 AND 30 | false",
        "weekday IN ('sat', 'sun') | false",
        "weekday NOT IN ('sat', 'sun') | true",
        "name LIKE 'caye%' | true",
        "name LIKE '_ayer%' | false",
        "fence = 'reef' | true",
        "fence <> 'reef' | false",
        "speed > 20 + 10 | false",
        "speed * 2 >= 55 | true",
        "30 > speed | true",
        "BBOX(position, -88.2, 17.4, -88, 17.6) | true",
        "BBOX(position, -87, 17.4, -86, 17.6) | false",
        "INTERSECTS(position, POLYGON((-88.2 17.4, -88 17.4, -88 17.6, -88.2 17.4))) | true",
        "DWITHIN(position, POINT(-88.1 17.55), 3.1, nautical miles) | true",
        "DWITHIN(position, POINT(-88.1 17.55), 5.4, kilometers) | false",
        "BEYOND(position, POINT(-88.1 17.55), 5400, meters) | true",
        // What is not known decides nothing; what cannot be decided is said.
        "mmsi = 312000001 | true",
        "mmsi <> 312000001 | true",
        "mmsi = 312000001 AND hour < 6 | false",
        "NOT (mmsi = 312000001 AND hour < 6) | true",
        "mmsi = 312000001 OR hour < 6 | true",
        "flag LIKE 'B%' | true",
        "length BETWEEN 1 AND 2 | true",
        "mmsi IS NULL | true",
        "mmsi IS NOT NULL AND mmsi = 312000001 | false",
        "INCLUDE | true",
        "EXCLUDE | false"
      })
  void isDecidedByWhatIsKnown(String text, boolean allows) throws BadCondition {
    assertEquals(allows, Condition.parse(text).allows(TAXI::get), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hour < 6 AND sped > 25 | 14 | there is no sped; there are kind, priority, name,",
        "speed > | 7 | something is missing here; write comparisons as",
        "hour < 6 hour | 10 | cannot be read from `hour` on; write comparisons as",
        "speed > 'fast' | 10 | fast is a text, as 'Cargo', but is compared with a number",
        "name = 5 | 1 | name is a text, as 'Cargo', but is compared with a number",
        "name > 'A' | 1 | name is a text, as 'Cargo', but can be compared by = and <> only",
        "night = 'yes' | 10 | yes is a text, as 'Cargo', but is compared with true or false",
        "weekday = 'monday' | 12 | weekday is never 'monday'; it is 'mon', 'tue',",
        "ship_type IN ('Cargo', 'Boat') | 25 | ship_type is never 'Boat'; it is 'Fishing',",
        "speed LIKE '3%' | 1 | speed is a number, but is compared with a text",
        "INTERSECTS(speed, POINT(1 2)) | 12 | speed is a number, but is compared with a place",
        "position = 3 | 1 | position is a place, but is compared with a number",
        "strToLowerCase(name) = 'a' | 1 | functions cannot be used",
        "BBOX(position, -88, 17, -87, 18, 'EPSG:4326') | 1 | a reference system cannot be given",
        "name = 'x | 9 | ",
        "IN ('a.1') | 1 | only comparisons, LIKE, IN, BETWEEN, IS NULL and places are known",
        "hour AFTER 2020-01-01T00:00:00Z | 1 | only comparisons,"
      })
  void isRefusedWithThePlaceAndTheRemedy(String text, int column, String reason) {
    BadCondition bad = assertThrows(BadCondition.class, () -> Condition.parse(text), text);
    String wanted = "column " + column + ": " + (reason == null ? "" : reason.replace('`', '"'));
    assertTrue(bad.getMessage().startsWith(wanted), bad.getMessage());
    assertEquals(column, bad.column());
  }

  @Test
  void hasBounds() {
    assertThrows(BadCondition.class, () -> Condition.parse("  "));
    assertThrows(
        BadCondition.class, () -> Condition.parse("hour < 6 OR ".repeat(200) + "hour < 6"));
    assertThrows(BadCondition.class, () -> Condition.parse("(".repeat(990)));
  }

  @Test
  void whatIsToBeInForceMustSaySomethingOfTheCraft() throws BadCondition {
    for (String limitless : List.of("INCLUDE", "exclude", "speed > 5 OR INCLUDE")) {
      assertThrows(BadCondition.class, () -> Condition.limiting(limitless), limitless);
    }
    assertEquals("name = 'INCLUDE'", Condition.limiting("name = 'INCLUDE'").text());
  }
}
