package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Sensor;
import bz.keelbill.watch.Listening;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole station that goes quiet is one alert, not one for each craft that it followed. */
class StationDiesTest {
  private static final int CRAFT = 40;
  private static final int MINUTES = 10;
  private static final Position MAST = new Position(16.9, -87.7);

  /** Whether the station is also all that its feed carries, and the feed must speak. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fortyShipsOfAnAisStationThatDiesAreOneAlert(boolean isExpected) {
    Listening watch = isExpected ? new Listening("mast") : new Listening();
    for (int second = 0; second < MINUTES * 60; second++) {
      watch.pass(1);
      for (int ship = second % 10; ship < CRAFT; ship += 10) {
        double east = -87.6 + ship * 0.01 + second * 1e-5;
        watch.hear("mast", position(312_000_001 + ship, 16.5 + ship * 0.02, east, 60).sentence());
      }
    }
    watch.pass(45 * 60);
    assertEquals(List.of("RAISED feed-silent"), raised(watch), watch.history().toString());
  }

  @Test
  void fortyTargetsOfARadarThatDiesAreOneAlert() {
    Listening watch = new Listening();
    for (int second = 0; second < MINUTES * 60; second++) {
      watch.pass(1);
      for (int target = second % 3; target < CRAFT; target += 3) {
        watch.watch().apply(target(target, second, watch.nowMillis()));
      }
    }
    watch.pass(45 * 60);
    assertEquals(
        CRAFT,
        watch
            .watch()
            .hearing()
            .station("radar")
            .craftInWholeMinuteBefore(
                watch.watch().hearing().station("radar").lastHeardAtMillis(), 0));
    assertEquals(List.of("RAISED feed-silent"), raised(watch), watch.history().toString());
  }

  @Test
  void theLossOfAnAreasOnlyStationIsAnAlarmThatSaysHowMuchIsUnseen() {
    Listening watch = withStations(MAST);
    Alert alert = silence(watch);
    assertEquals(Priority.ALARM, alert.priority());
    String headline = alert.finding().words().headline();
    assertTrue(headline.matches(".*; about \\d{4} square miles are unseen"), headline);
  }

  @Test
  void theLossOfAStationWhoseWaterAnotherHearsIsAWarning() {
    Listening watch = withStations(MAST, Geodesy.offset(MAST, 0, 100));
    Alert alert = silence(watch);
    assertEquals(Priority.WARNING, alert.priority());
    assertFalse(alert.finding().words().headline().contains("unseen"));
  }

  @Test
  void inAQuietNightTwoShipsThatTheOthersHearTellThatAStationIsDeaf() {
    Listening watch = withStations(2, MAST, Geodesy.offset(MAST, 0, 100));
    assertEquals("station:mast-0", silence(watch).finding().subject().lineage());
  }

  @Test
  void twoShipsThatStopInTheSameMomentAreTheirStationAlsoInAQuietNight() {
    Alert alert = silence(withStations(2, MAST));
    assertEquals("station:mast-0", alert.finding().subject().lineage());
    assertEquals(Priority.ALARM, alert.priority());
  }

  @Test
  void oneShipThatNobodyHearsAnyMoreHasGone() {
    assertEquals(List.of(), withStations(1, MAST).alerts(FeedSilent.KIND));
  }

  @Test
  void twoShipsThatNobodyHearsAnyMoreOneAfterTheOtherHaveGone() {
    Listening watch = new Listening(List.of(new Sensor("mast-0", Sensor.Kind.AIS, MAST, 40)));
    for (int second = 0; second < 3 * MINUTES * 60; second++) {
      watch.pass(1);
      boolean isFirstGone = second > MINUTES * 60;
      boolean isOtherGone = second > MINUTES * 60 + 120;
      if (second % 10 == 0 && !isFirstGone) {
        watch.hear("mast-0", ship(0));
      }
      if (second % 10 == 5 && !isOtherGone) {
        watch.hear("mast-0", ship(1));
      }
    }
    assertEquals(List.of(), watch.alerts(FeedSilent.KIND));
  }

  private static String ship(int number) {
    return position(312_000_001 + number, 16.5 + number * 0.02, -87.6, 60).sentence();
  }

  private static Listening withStations(Position... places) {
    return withStations(CRAFT, places);
  }

  /** The first station follows ships for ten minutes and dies; the others go on hearing them. */
  private static Listening withStations(int craft, Position... places) {
    List<Sensor> sensors = new ArrayList<>();
    for (Position place : places) {
      sensors.add(new Sensor("mast-" + sensors.size(), Sensor.Kind.AIS, place, 40));
    }
    Listening watch = new Listening(sensors);
    for (int second = 0; second < 2 * MINUTES * 60; second++) {
      watch.pass(1);
      for (int ship = second % 10; ship < craft; ship += 10) {
        String line = ship(ship);
        if (second < MINUTES * 60) {
          watch.hear("mast-0", line);
        }
        for (int other = 1; other < places.length; other++) {
          watch.hear("mast-" + other, line);
        }
      }
    }
    return watch;
  }

  private static Alert silence(Listening watch) {
    List<Alert> silences = watch.alerts(FeedSilent.KIND);
    assertEquals(1, silences.size());
    return silences.get(0);
  }

  private static Fix target(int number, int second, long millis) {
    Position start = Geodesy.offset(MAST, number * 9, 5_000 + number * 700);
    return new Fix(
        new Origin("radar", "radar", second, millis, millis),
        new ContactId.RadarTarget("radar", number),
        Geodesy.offset(start, 90, 3.0 * second),
        Fix.Motion.UNKNOWN,
        null,
        new Fix.State(Fix.Source.RADAR, new Fix.Accuracy(40, 60, number * 9, false), null));
  }

  private static List<String> raised(Listening watch) {
    return watch.history().stream().filter(each -> each.startsWith("RAISED")).toList();
  }
}
