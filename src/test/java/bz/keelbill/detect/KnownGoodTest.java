package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.json.KnownGoodJson;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Suppression;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger keeps quiet what it says, shows why, and nothing else. */
class KnownGoodTest {
  private static final int TENDER = 312_000_011;
  private static final String YEAR =
      "'validFrom': '2026-11-01', 'validUntil': '2027-10-31', 'reason': 'As agreed'";
  private static final String OPEN_SEA =
      "'geometry': {'type': 'Polygon', 'coordinates': [[[-88.2, 16.7], [-87.4, 16.7],"
          + " [-87.4, 17.3], [-88.2, 17.3], [-88.2, 16.7]]]}, ";

  private static KnownGood.Entry entry(String members) {
    try {
      return KnownGoodJson.read(
          "sample",
          new ObjectMapper().readTree(("{" + members + YEAR + "}").replace('\'', '"')),
          GeodataJson.load(null).routes());
    } catch (IOException | GeoJsonException e) {
      throw new AssertionError(e);
    }
  }

  private static Order.Act act(Sea sea) {
    return new Order.Act("Ana", sea.nowMillis());
  }

  private static void put(Sea sea, String members) {
    sea.watch().apply(new Order.PutKnownGood(act(sea), entry(members)));
  }

  /** A dark boat that runs in from the open sea by night. */
  private static Sea run(String ledger) {
    Sea sea = new Sea(Sea.NIGHT);
    if (ledger != null) {
      put(sea, ledger);
    }
    sea.boat(90, 20_000).run(60, 270, 40);
    return sea.pass(15);
  }

  private static List<Suppression> quiet(Sea sea) {
    return sea.watch().picture().tracks().stream()
        .flatMap(track -> sea.watch().suppressions(track).stream())
        .toList();
  }

  @Test
  void aRunThatTheLedgerKnowsIsNoAlertAndItsReasonIsInSight() {
    assertEquals(1, run(null).alerts(GoFast.KIND).size());
    Sea sea = run("'id': 'race', 'kinds': ['go-fast'], " + OPEN_SEA);
    assertEquals(List.of(), sea.alerts(GoFast.KIND));
    Suppression why = quiet(sea).get(0);
    assertEquals(GoFast.KIND, why.kind());
    assertEquals(Suppression.By.KNOWN_GOOD, why.by());
    assertEquals("As agreed", why.why());
    assertEquals("race", why.entry());
    assertTrue(sea.nowMillis() - why.atMillis() < 20_000);
    assertFalse(why.headline().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "another kind; 'kinds': ['loitering'],",
        "by day only; 'activeFrom': '06:00', 'activeTo': '18:30',",
        "on Saturdays; 'days': ['sat'],",
        "in summer; 'seasonFrom': '06-01', 'seasonTo': '08-31',",
        "another craft; 'name': 'BLUE',",
        "an unknown fence; 'fence': 'gone',"
      })
  void whatTheLedgerDoesNotSayRings(String why, String members) {
    String area = members.contains("fence") ? "" : OPEN_SEA;
    Sea sea = run("'id': 'x', " + members + area);
    assertEquals(1, sea.alerts(GoFast.KIND).size(), why);
    assertEquals(List.of(), quiet(sea), why);
  }

  @Test
  void aRegattaWeighsAgainstARunAndDoesNotHideIt() {
    Alert plain = run(null).alerts(GoFast.KIND).get(0);
    Sea sea = run("'id': 'race', 'sort': 'regatta', 'kinds': ['go-fast'], " + OPEN_SEA);
    Alert weighed = sea.alerts(GoFast.KIND).get(0);
    assertEquals(List.of(), quiet(sea));
    assertEquals(Priority.ALARM, plain.priority());
    assertEquals(Priority.WARNING, weighed.priority());
    assertEquals(-2.0, weight(weighed, "event"));
    assertTrue(Double.isNaN(weight(plain, "event")));
  }

  private static double weight(Alert alert, String term) {
    return alert.finding().terms().stream()
        .filter(one -> one.term().equals(term))
        .mapToDouble(Finding.Term::weight)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void aBoatThatHasRungDoesNotBecomeGoodByTurningIntoACorridor() {
    Sea sea = run(null);
    put(sea, "'id': 'late', 'kinds': ['go-fast'], " + OPEN_SEA);
    sea.pass(2);
    Alert alert = sea.alerts(GoFast.KIND).get(0);
    assertEquals(Alert.State.ACTIVE_UNACKNOWLEDGED, alert.state());
    assertTrue(sea.nowMillis() - alert.history().lastTrueAtMillis() < 30_000);
  }

  @Test
  void anEntryThatEndedOrIsOverKeepsNothingQuiet() {
    Sea sea = new Sea(Sea.NIGHT);
    put(sea, "'id': 'race', 'kinds': ['go-fast'], " + OPEN_SEA);
    sea.watch().apply(new Order.EndKnownGood(act(sea), "race"));
    sea.boat(90, 20_000).run(60, 270, 40);
    sea.pass(15);
    assertEquals(1, sea.alerts(GoFast.KIND).size());
    assertEquals(1, sea.watch().knownGood().entries().size());
  }

  @Test
  void aReviewProlongsAnEntryByAYearAtMost() {
    Sea sea = new Sea(Sea.NIGHT);
    put(sea, "'id': 'race', 'kinds': ['go-fast'], " + OPEN_SEA);
    long day = 86_400_000L;
    Order tooLong = new Order.ReviewKnownGood(act(sea), "race", sea.nowMillis() + 400 * day);
    assertTrue(sea.watch().objectionTo(tooLong).contains("a year at most"));
    Order review = new Order.ReviewKnownGood(act(sea), "race", sea.nowMillis() + 300 * day);
    assertEquals(null, sea.watch().objectionTo(review));
    sea.watch().apply(review);
    KnownGood.Entry reviewed = sea.watch().knownGood().find("race");
    assertEquals("Ana", reviewed.paper().reviewedBy());
    assertEquals(sea.nowMillis() + 300 * day, reviewed.when().untilMillis());
    Order ofNone = new Order.EndKnownGood(act(sea), "none");
    assertEquals("there is no entry none", sea.watch().objectionTo(ofNone));
  }

  @Test
  void twoThatMeetAreGoodOnlyIfBothAre() {
    for (boolean both : new boolean[] {false, true}) {
      Sea sea = new Sea(Sea.NIGHT);
      put(sea, "'id': 'ship', 'mmsi': 312000001, ");
      if (both) {
        put(sea, "'id': 'tender', 'mmsi': " + TENDER + ", ");
      }
      sea.boat(Sea.OPEN).ais(312_000_001, 70, 90).lie(60);
      sea.boat(90, 8_000)
          .ais(TENDER, 37, 9)
          .runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25)
          .lie(40);
      sea.pass(35);
      assertEquals(both ? 0 : 1, sea.alerts(Rendezvous.KIND).size());
      assertEquals(both, quiet(sea).stream().anyMatch(why -> why.kind().equals(Rendezvous.KIND)));
    }
  }

  @Test
  void anEntryMadeForACraftEndsItsOpenAlert() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(Sea.OPEN).ais(312_000_001, 70, 90).lie(60);
    sea.boat(90, 8_000).ais(TENDER, 37, 9).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).lie(60);
    sea.pass(35);
    assertEquals(1, sea.alerts(Rendezvous.KIND).size());
    put(sea, "'id': 'ship', 'mmsi': 312000001, ");
    put(sea, "'id': 'tender', 'mmsi': " + TENDER + ", ");
    sea.pass(1);
    Alert.State state = sea.alerts(Rendezvous.KIND).get(0).state();
    assertTrue(
        state == Alert.State.RECTIFIED_UNACKNOWLEDGED || state == Alert.State.CLOSED, state.word());
  }

  /** A boat from near one end of the taxi's line towards the other. */
  private static Sea taxi(String ledger, Position from, double course, double knots) {
    Sea sea = new Sea(Sea.MORNING, new Position(17.5, -88.1), List.of());
    put(sea, ledger);
    sea.boat(from).run(30, course, knots);
    return sea.pass(10);
  }

  private static KnownGood.Entry match(Sea sea) {
    return sea.watch().picture().tracks().stream()
        .map(
            track ->
                sea.watch()
                    .knownGood()
                    .match(track, GoFast.KIND, sea.nowMillis(), sea.watch().fences()))
        .filter(entry -> entry != null)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    // from, course, knots, departure; nine in the morning is when it is born
    "0, 38, 27, 09:00, true",
    "0, 38, 27, 09:25, false",
    "0, 38, 27, , true",
    "0, 38, 45, , false",
    "0, 128, 27, , false",
    "6000, 218, 27, , false"
  })
  void aTaxiGoesAlongItsLineByItsTimetable(
      double aside, double course, double knots, String departure, boolean fits) {
    Position start = new Position(17.5, -88.15);
    String line =
        "'geometry': {'type': 'LineString', 'coordinates': [[-88.15, 17.5], [-88.02, 17.66]]}, ";
    String timetable = departure == null ? "" : "'departures': ['" + departure + "'], ";
    String ledger = "'id': 'taxi', 'sort': 'taxi-timetable', 'maxSpeedKnots': 35, " + line;
    Position from = aside == 0 ? start : Geodesy.destination(start, 128, aside);
    Sea sea = taxi(ledger + timetable, from, course, knots);
    assertEquals(fits, match(sea) != null);
  }
}
