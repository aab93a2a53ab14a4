package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import bz.keelbill.detect.Slack;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Reach;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long there is to act, from sentences on the air. */
class SlackTest {
  private static final int SHIP = 312_000_001;
  private static final int PATROL = 312_990_001;
  private static final int OTHER_PATROL = 312_990_002;

  private final Listening watch = new Listening(Set.of(PATROL, OTHER_PATROL));

  private void hear(int mmsi, Position at, double knots, double course) {
    AisEncoder said = AisEncoder.position(mmsi, at.latitude(), at.longitude(), 60);
    said.put(50, 10, (int) Math.round(knots * 10)).put(116, 12, (int) Math.round(course * 10));
    watch.hear("mast", said.sentence());
  }

  private Slack slack(int mmsi) {
    return watch.watch().slack(watch.track(mmsi));
  }

  @Test
  void aBoatThatHoldsCourseForTheCoastLandsThenAndNotEarlierThanItsEarliest() {
    Position at = new Position(16.95, -88.0);
    hear(SHIP, at, 30, 270);
    Slack.Shore shore = slack(SHIP).shore();
    double metres = Geodesy.exactDistanceMetres(at, shore.landfall());
    assertEquals(metres, Units.knotsToMetresPerSecond(30) * shore.minutes() * 60, 50);
    assertTrue(shore.earliestMinutes() <= shore.minutes());
    assertTrue(shore.nearestMetres() <= metres);
    assertTrue(shore.nearestMinutes() <= shore.earliestMinutes());
  }

  @Test
  void oneThatComesInFromTheSeaCrossesTheZoneThenTheBorder() {
    hear(SHIP, new Position(17.2, -86.2), 25, 270);
    Slack slack = slack(SHIP);
    assertTrue(slack.economicZone().isInward());
    assertTrue(slack.border().isInward());
    assertTrue(slack.economicZone().minutes() < slack.border().minutes());
    Position border = slack.border().at();
    double off = Geodesy.metresPerDegreeLongitude(17.2) * 0.002;
    double edge = Listening.earth().airspace().edgeMetres(border.latitude(), border.longitude());
    assertTrue(edge < off, "on the border: " + edge);
  }

  @Test
  void oneThatRunsOutLeavesAndHasNoCoastAhead() {
    hear(SHIP, new Position(17.3, -87.6), 25, 80);
    Slack slack = slack(SHIP);
    assertFalse(slack.border().isInward());
    assertFalse(slack.economicZone().isInward());
    assertTrue(Double.isNaN(slack.shore().minutes()));
    assertTrue(slack.shore().nearestMetres() > 0);
  }

  @Test
  void oneThatLiesStillHasAShoreButNoTimeToIt() {
    hear(SHIP, new Position(17.3, -87.6), 0, 0);
    Slack slack = slack(SHIP);
    assertNull(slack.border());
    assertTrue(Double.isNaN(slack.shore().minutes()));
    assertTrue(Double.isNaN(slack.shore().nearestMinutes()));
    assertNull(slack.patrol());
  }

  @Test
  void thePatrolThatIsThereFirstIsNamedWithItsCourse() {
    hear(PATROL, new Position(17.35, -87.6), 5, 0);
    hear(OTHER_PATROL, new Position(17.9, -87.6), 5, 0);
    hear(SHIP, new Position(17.25, -87.6), 20, 90);
    Slack slack = slack(SHIP);
    assertEquals("mmsi:" + PATROL, slack.patrol().track());
    assertEquals(30, slack.patrol().knots());
    assertTrue(slack.patrol().intercept().isPossible());
    double course = slack.patrol().intercept().courseDegrees();
    assertTrue(course > 100 && course < 180, "south-east: " + course);
    assertFalse(slack.patrol().isOverLand());
    assertNull(slack(PATROL).patrol(), "one of ours needs no patrol");
  }

  @Test
  void aPatrolWithLandBetweenComesAfterOneWithout() {
    hear(PATROL, new Position(17.3, -87.93), 5, 0);
    hear(OTHER_PATROL, new Position(17.3, -87.5), 5, 0);
    hear(SHIP, new Position(17.3, -87.78), 0, 0);
    assertEquals("mmsi:" + OTHER_PATROL, slack(SHIP).patrol().track());
  }

  @Test
  void aShipThatIsLostHasAReachAndNoSlack() {
    hear(SHIP, new Position(17.3, -87.6), 12, 80);
    assertNotNull(slack(SHIP));
    watch.pass(12 * 60);
    assertNull(slack(SHIP));
    Reach reach = watch.watch().reach(watch.track(SHIP));
    assertEquals(12 * 60, reach.seconds(watch.nowMillis()), 2);
    assertTrue(
        reach.area(Listening.earth().coast(), watch.nowMillis()).contains(17.305, -87.565),
        "where it is if it went on");
  }

  @Test
  void aBuoyReachesNothing() {
    AisEncoder aid = AisEncoder.message(21, 993_121_001, 272).text(43, 20, "CAY LIGHT");
    aid.put(164, 28, -88 * 600_000).put(192, 27, 17 * 600_000).put(253, 6, 30);
    watch.hear("mast", aid.sentence());
    assertNull(watch.watch().reach(watch.track(993_121_001)));
  }
}
