package bz.keelbill.detect;

import static bz.keelbill.detect.Sky.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.alert.Alert;
import bz.keelbill.detect.LandingSites.Site;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.rule.Priority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an aircraft's last SBS line to the alarm, and to what stops it. */
class ClandestineLandingTest {
  private static final String KIND = ClandestineLanding.KIND;
  private static final Geography EARTH = GeodataJson.load(null);
  private static final Position DANGRIGA = new Position(16.98251, -88.230988);

  /** In from the sea and down towards the Coastal Road, last heard at 600 ft. */
  private static Sky downAtTheCoastalRoad(Sky sky) {
    return sky.as("0D8123", null, "1200").at(17.06, -88.05).fly(285, 200, 4000, -566, 6);
  }

  @Test
  void theAlarmComesHalfAMinuteAfterTheLastReport() {
    Sky sky = downAtTheCoastalRoad(new Sky(Sky.NIGHT)).pass(24);
    assertEquals(List.of(), sky.alerts(KIND));
    Alert alert = sky.pass(15).only(KIND);
    assertEquals(Priority.ALARM, alert.priority());
    assertTrue(
        terms(alert)
            .containsAll(List.of("silence", "low", "descending", "licensed-field", "night")),
        terms(alert).toString());
  }

  @Test
  void theLikeliestPlacesAreRankedAndTold() {
    Alert alert = downAtTheCoastalRoad(new Sky(Sky.NIGHT)).pass(40).only(KIND);
    Map<String, Object> values = alert.finding().words().values();
    assertEquals("Coastal Road and Manatee", values.get("site1"));
    assertTrue((Long) values.get("site1Chance") > 40, values.toString());
    assertTrue(values.containsKey("site2Lat"), values.toString());
    String headline = alert.finding().words().headline();
    assertTrue(headline.endsWith("likeliest: Coastal Road and Manatee"), headline);
  }

  @Test
  void itIsTheSameAlertWhenItComesUpAndGoesDownAgain() {
    Sky sky = downAtTheCoastalRoad(new Sky(Sky.NIGHT)).pass(240);
    sky.fly(285, 120, 100, 300, 3).fly(285, 150, 1000, -300, 3).pass(60);
    assertEquals(1, sky.alerts(KIND).size());
  }

  @Test
  void oneThatFliesOnIsNotDown() {
    Sky sky = downAtTheCoastalRoad(new Sky(Sky.NIGHT)).fly(285, 200, 600, 4);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void oneThatIsBoundForALicensedFieldHasLandedThere() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", null, "1200").at(17.2, -88.23);
    double course = Geodesy.bearingDegrees(new Position(17.2, -88.23), DANGRIGA);
    sky.fly(course, 140, 3000, -500, 3).pass(60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void whatAPlanExplainsIsNot() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", "YV1234", "1200");
    sky.plan("YV1234", "I", "MZBZ MZPL0050 DCT", 0, "CODE/0D8123");
    sky.at(17.25, -88.4).fly(200, 140, 2500, -300, 3).pass(60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void aPlanExplainsNoLandingOffItsWay() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", "YV1234", "1200");
    sky.plan("YV1234", "I", "MZBZ MZSP0050 DCT", 0, "CODE/0D8123");
    sky.at(17.25, -88.4).fly(200, 140, 2500, -300, 3).pass(60);
    assertEquals(1, sky.alerts(KIND).size());
  }

  @Test
  void whatAPlanExplainedIsNotToldWhenThePlanIsOver() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", "YV1234", "1200");
    sky.plan("YV1234", "I", "MZBZ MZPL0005 DCT", -20, "CODE/0D8123");
    sky.at(17.25, -88.4).fly(200, 140, 2500, -300, 3).pass(85 * 60);
    assertEquals(List.of(), sky.alerts(KIND));
  }

  @Test
  void oneThatWasHighAndLevelIsNot() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.3, -88.6);
    assertEquals(List.of(), sky.fly(350, 200, 3100, 4).pass(60).alerts(KIND));
    Sky lower = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.3, -88.6);
    assertEquals(1, lower.fly(350, 200, 2900, 4).pass(60).alerts(KIND).size());
  }

  @Test
  void overTheOpenSeaThereIsNoGround() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.0, -87.3);
    assertEquals(List.of(), sky.fly(180, 200, 3000, -500, 4).pass(60).alerts(KIND));
  }

  @Test
  void acrossTheBorderItIsNotOurs() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.3, -89.2);
    assertEquals(List.of(), sky.fly(270, 200, 3000, -500, 4).pass(60).alerts(KIND));
  }

  @Test
  void levelAndOutwardAtTheRadioHorizonItHasFlownOutOfHearing() {
    Position near = new Position(17.52, -88.19);
    Sky out = Sky.heardAt(new Position(18.39, -88.4), Sky.NIGHT).as("0D8123", null, "1200");
    assertEquals(List.of(), out.at(17.5, -88.6).fly(190, 180, 2000, 5).pass(60).alerts(KIND));
    Sky near1 = Sky.heardAt(near, Sky.NIGHT).as("0D8123", null, "1200");
    assertEquals(1, near1.at(17.5, -88.6).fly(190, 180, 2000, 5).pass(60).alerts(KIND).size());
  }

  @Test
  void whenAllThatAStationHearsFallSilentTogetherItIsTheStation() {
    Sky sky = new Sky(Sky.NIGHT);
    together(sky);
    assertEquals(List.of(), sky.pass(60).alerts(KIND));
  }

  @Test
  void whenTheStationHearsAnotherItIsTheAircraft() {
    Sky sky = new Sky(Sky.NIGHT);
    together(sky);
    sky.as("A81F33", "AVX720", "2413").at(17.9, -87.6).fly(20, 450, 35000, 1);
    assertEquals(1, sky.alerts(KIND).size());
  }

  /** One goes down while another is heard high up, until neither is. */
  private static void together(Sky sky) {
    Position low = new Position(17.06, -88.05);
    Position high = new Position(17.2, -87.9);
    for (int i = 0; i < 72; i++) {
      sky.as("A81F33", "AVX720", "2413").at(high.latitude(), high.longitude());
      sky.fly(20, 450, 35000, 1 / 12.0);
      high = sky.place();
      sky.as("0D8123", null, "1200").at(low.latitude(), low.longitude());
      sky.fly(285, 200, 4000 - 47 * i, -566, 1 / 12.0);
      low = sky.place();
    }
  }

  @Test
  void oneThatIsHeardWithGapsIsWaitedForLonger() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.1, -88.2);
    for (int i = 0; i < 10; i++) {
      sky.fly(285, 150, 2900 - 230 * i, -500, 1 / 12.0).pass(25);
    }
    sky.pass(60);
    assertEquals(List.of(), sky.alerts(KIND));
    assertEquals(1, sky.pass(100).alerts(KIND).size());
  }

  @Test
  void oneThatSaysThatItStandsInTheBushHasLanded() {
    Sky sky = downAtTheCoastalRoad(new Sky(Sky.MORNING)).stand(20);
    Alert alert = sky.only(KIND);
    assertEquals("alert.clandestine-landing.ground", alert.finding().words().messageKey());
  }

  @Test
  void oneThatHasStoodThereAllDayHasNot() {
    Sky sky = new Sky(Sky.MORNING).as("0D8123", null, null).at(17.16, -88.44).stand(60);
    assertEquals(List.of(), sky.pass(60).alerts(KIND));
  }

  @Test
  void anEchoThatSlowsDownAndIsGoneOverLandIsOne() {
    Sky sky = new Sky(Sky.NIGHT).at(17.06, -88.05).echo(285, 170, 5);
    for (int knots = 165; knots >= 110; knots -= 5) {
      sky.echo(285, knots, 1 / 6.0);
    }
    Alert alert = sky.pass(60).only(KIND);
    assertTrue(
        terms(alert).containsAll(List.of("primary-only", "altitude-unknown", "slowed")),
        terms(alert).toString());
    assertFalse(terms(alert).contains("low"));
  }

  @Test
  void theEchoOfOneThatIsHeardIsTheSameAircraft() {
    Sky sky = new Sky(Sky.NIGHT).as("0D8123", null, "1200").at(17.06, -88.05);
    for (int i = 0; i < 72; i++) {
      Position before = sky.place();
      sky.echo(285, 200, 1 / 12.0).at(before.latitude(), before.longitude());
      sky.fly(285, 200, 4000 - 47 * i, -566, 1 / 12.0);
    }
    assertEquals(1, sky.pass(150).alerts(KIND).size());
  }

  @Test
  void aJetIsNotExpectedOnAShortStrip() {
    FlightPath path = new FlightPath(new Position(16.75, -88.25), 250, 140, 1500, 600, 180);
    Position down = new Position(16.69, -88.35);
    String light = first(LandingSites.ranked(path, down, AircraftClass.PISTON_SINGLE, EARTH));
    String jet = first(LandingSites.ranked(path, down, AircraftClass.JET, EARTH));
    assertEquals("Riversdale International Airport", light);
    assertEquals("Riversdale International Airport", jet);
    double single = chance("Silver Creek Airport", AircraftClass.PISTON_SINGLE, path, down);
    double heavy = chance("Silver Creek Airport", AircraftClass.JET, path, down);
    assertTrue(heavy < single / 2, heavy + " of " + single);
  }

  @Test
  void whatCannotBeReachedInAQuarterOfAnHourIsNotNamed() {
    FlightPath path = new FlightPath(new Position(16.0, -88.9), 180, 100, 500, 500, 100);
    List<Site> sites =
        LandingSites.ranked(path, new Position(15.98, -88.9), AircraftClass.LIGHT, EARTH);
    for (Site site : sites) {
      double miles = Geodesy.distanceMetres(path.from(), site.position()) / 1852;
      assertTrue(miles < 26, site.name() + " " + miles);
    }
    assertEquals("Graham Creek, south Toledo", first(sites));
  }

  private static double chance(String name, AircraftClass sort, FlightPath path, Position down) {
    return LandingSites.ranked(path, down, sort, EARTH).stream()
        .filter(site -> site.name().equals(name))
        .mapToDouble(Site::chance)
        .sum();
  }

  private static String first(List<Site> sites) {
    return sites.get(0).name();
  }
}
