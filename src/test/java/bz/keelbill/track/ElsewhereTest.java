package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import org.junit.jupiter.api.Test;

/** What a contact keeps of the places where it cannot be. */
class ElsewhereTest {
  private static final Position HERE = new Position(17.2, -87.6);
  private static final Position THERE = new Position(16.5, -87.6);
  private static final long T0 = 1_795_500_000_000L;

  private final Associator associator =
      new Associator(
          new Associator.Listener() {
            @Override
            public void born(Track track) {}

            @Override
            public void merged(Track gone, Track kept) {}

            @Override
            public void forgotten(Track track) {}
          });
  private long seconds;
  private Track track;

  private ElsewhereTest at(Position position) {
    long at = T0 + seconds * 1000;
    seconds += 10;
    Fix fix =
        new Fix(
            new Origin("feed", "station", seconds, at, at),
            new ContactId.Mmsi(312_000_001),
            position,
            new Fix.Motion(8, 0, Double.NaN),
            null,
            new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0));
    track = associator.apply(fix);
    return this;
  }

  private Elsewhere elsewhere() {
    return track.elsewhere();
  }

  @Test
  void oneWayIsNowhereElse() {
    at(HERE).at(HERE).at(HERE);
    assertNull(elsewhere());
  }

  @Test
  void eachChangeOfPlaceIsAnAlternation() {
    at(HERE).at(THERE);
    assertEquals(1, elsewhere().alternations());
    at(HERE);
    assertEquals(2, elsewhere().alternations());
    at(THERE).at(THERE);
    assertEquals(3, elsewhere().alternations());
    assertEquals(3, elsewhere().places().size());
    assertEquals(2, elsewhere().inARow());
  }

  @Test
  void aStrayPositionDoesNotWipeOutWhatWasCounted() {
    at(HERE).at(THERE).at(HERE).at(new Position(18, -86)).at(HERE).at(THERE);
    assertEquals(3, elsewhere().alternations());
  }

  @Test
  void wrongPositionsThatAgreeWithNoneAreNoPlaceAndNoJump() {
    at(HERE);
    for (int i = 0; i < 10; i++) {
      at(Geodesy.destination(HERE, 77 * i, 40_000 + 5_000 * i)).at(HERE).at(HERE);
    }
    assertEquals(1, elsewhere().places().size());
    assertNull(elsewhere().jump());
  }

  @Test
  void twoOfThreeAreAJump() {
    at(HERE).at(HERE).at(THERE);
    assertNull(elsewhere().jump());
    at(HERE).at(THERE);
    assertNotNull(elsewhere().jump());
    assertEquals(HERE, elsewhere().jump().from().position());
    assertEquals(2, elsewhere().jump().there().size());
  }

  @Test
  void jumpingAboutIsOneJumpThatGoesOn() {
    at(HERE);
    for (int i = 0; i < 20; i++) {
      at(Geodesy.destination(HERE, 77 * i, 20_000));
    }
    assertEquals(T0 + 10_000, elsewhere().jump().first().atMillis());
    assertTrue(elsewhere().jump().newest().atMillis() >= T0 + 180_000);
  }

  @Test
  void whatIsBelievedAfterManyLeavesTheOldPlaceElsewhere() {
    at(HERE);
    for (int i = 0; i < 9; i++) {
      at(THERE);
    }
    assertEquals(THERE, track.latest().position());
    assertEquals(HERE, elsewhere().places().get(0).position());
    assertTrue(elsewhere().jump().there().size() <= 8);
    at(HERE);
    assertEquals(2, elsewhere().alternations());
  }
}
