package bz.keelbill.watch;

import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Coverage.Kind;
import bz.keelbill.track.Sensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A watch learns where its stations hear while it does everything else. */
class CoverageLearningTest {
  private static final Position MAST = new Position(16.9, -87.7);
  private static final Position SHIP = Geodesy.offset(MAST, 45, 12_000);
  private static final List<Sensor> SENSORS =
      List.of(
          new Sensor("always", Sensor.Kind.AIS, MAST, 40),
          new Sensor("sometimes", Sensor.Kind.AIS, Geodesy.offset(MAST, 90, 5_000), 40));

  private static String ship(int number) {
    return position(312_000_001 + number, SHIP.latitude(), SHIP.longitude(), 60).sentence();
  }

  /** The second station hears the same sentence, a copy, in one minute of three. */
  private static Listening after(int minutes) {
    Listening watch = new Listening(SENSORS);
    for (int minute = 0; minute < minutes; minute++) {
      for (int ship = 0; ship < 3; ship++) {
        watch.hear("always", ship(ship));
        if (minute % 3 == ship) {
          watch.hear("sometimes", ship(ship));
        }
      }
      watch.pass(60);
    }
    return watch;
  }

  @Test
  void aCopyThatSaysNothingNewIsStillHearing() {
    Listening watch = after(120);
    assertTrue(watch.watch().copies() > 100, "they were copies: " + watch.watch().copies());
    Coverage coverage = watch.watch().coverage();
    assertTrue(coverage.chance("always", Kind.AIS_A, SHIP) > 0.97);
    assertEquals(1 / 3.0, coverage.chance("sometimes", Kind.AIS_A, SHIP), 0.04);
  }

  @Test
  void twoWatchesThatHearTheSameLearnTheSame() {
    assertEquals(after(20).watch().coverage().snapshot(), after(20).watch().coverage().snapshot());
  }

  @Test
  void whatWasLearnedBeforeARestartIsNotLearnedAgainFromTheRecord() {
    Listening before = after(20);
    Coverage.Snapshot kept = before.watch().coverage().snapshot();
    Listening again = new Listening(SENSORS);
    again.watch().coverage().restore(kept);
    // The same lines are heard again, as from the record.
    for (int minute = 0; minute < 20; minute++) {
      again.hear("always", ship(0)).pass(60);
    }
    assertEquals(kept, again.watch().coverage().snapshot());
  }

  @Test
  void aPlaceInReachOfALivingStationIsQuietAndOneBeyondIsUnseen() {
    Watch watch = after(20).watch();
    assertEquals(Lookout.Verdict.HEARD, verdict(watch, SHIP));
    assertEquals(Lookout.Verdict.QUIET, verdict(watch, Geodesy.offset(MAST, 180, 20_000)));
    assertEquals(Lookout.Verdict.UNSEEN, verdict(watch, Geodesy.offset(MAST, 90, 150_000)));
  }

  @Test
  void aPlaceIsUnseenOnceItsStationsAreSilent() {
    Listening listening = after(20);
    Position empty = Geodesy.offset(MAST, 180, 20_000);
    listening.pass(11 * 60);
    Lookout.View view = Lookout.at(listening.watch(), empty).get(0);
    assertEquals(Lookout.Verdict.UNSEEN, view.verdict());
    assertEquals(0, view.chance());
    assertTrue(view.usualChance() > 0.8);
    assertEquals(2, view.ears().stream().filter(ear -> !ear.isAlive()).count());
  }

  private static Lookout.Verdict verdict(Watch watch, Position place) {
    return Lookout.at(watch, place).get(0).verdict();
  }
}
