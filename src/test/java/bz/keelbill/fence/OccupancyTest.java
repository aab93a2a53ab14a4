package bz.keelbill.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence.AppliesTo;
import bz.keelbill.fence.Fence.Hours;
import bz.keelbill.fence.Occupancy.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class OccupancyTest {
  /** Two by two kilometres, its western edge at 0. */
  private static final Polygon SQUARE = Walk.box(0, -1_000, 2_000, 1_000);

  private static Fence square() {
    return FenceBuilder.fence("square", SQUARE).build();
  }

  // Entering.

  @Test
  void aBoatEntersWithTwoFixesInsideAndTheStayBeginsAtTheEdge() {
    Walk walk = new Walk(square()).to(0, -300).to(10, -100).to(20, 100);
    assertEquals(List.of(), walk.stays());
    Stay stay = walk.to(30, 300).only();
    assertTrue(stay.seenEntering());
    assertTrue(stay.isOpen());
    assertEquals(0, Walk.east(stay.enteredAt()), 0.1);
    assertEquals(15, Walk.seconds(stay.enteredAtMillis()), 0.01);
    assertEquals("square", stay.fenceId());
    assertEquals(30, Walk.seconds(stay.sureAtMillis()));
  }

  @Test
  void fixesWithinTheMarginOfTheEdgeDoNotCount() {
    Walk walk = new Walk(square()).to(0, -100);
    for (int i = 1; i < 20; i++) {
      walk.to(10 * i, 45);
    }
    assertEquals(List.of(), walk.stays());
    assertEquals(0, Walk.east(walk.to(200, 60).to(210, 60).only().enteredAt()), 0.1);
  }

  @Test
  void halfAMinuteInsideIsEnoughWithOneFixBeyondTheMargin() {
    Walk walk = new Walk(square()).to(0, -100).to(10, 60).to(39, 40);
    assertEquals(List.of(), walk.stays());
    assertTrue(walk.to(40, 40).only().seenEntering());
  }

  @Test
  void aFixOutsideBeginsTheCountAnew() {
    Walk walk = new Walk(square()).to(0, -100).to(10, 60).to(20, -5).to(30, 60);
    assertEquals(List.of(), walk.stays());
    Stay stay = walk.to(40, 60).only();
    assertEquals(20.8, Walk.seconds(stay.enteredAtMillis()), 0.1);
  }

  @Test
  void aCraftFirstSeenInsideIsInsideButDidNotEnter() {
    Stay stay = new Walk(square()).to(0, 500).to(10, 500).only();
    assertFalse(stay.seenEntering());
    assertEquals(0, Walk.seconds(stay.enteredAtMillis()));
    assertEquals(500, Walk.east(stay.enteredAt()), 0.1);
  }

  @Test
  void aCraftFirstSeenJustInsideIsNotTakenForEnteringAfterOneFixOutside() {
    Walk walk = new Walk(square()).to(0, 20).to(10, -5).to(20, 70).to(30, -2).to(40, 60);
    Stay stay = walk.to(50, 60).only();
    assertFalse(stay.seenEntering());
    assertEquals(0, Walk.seconds(stay.enteredAtMillis()));
    Walk gone = new Walk(square()).to(0, 20).to(10, -110).to(20, -120).to(30, -120);
    assertTrue(gone.to(40, 100).to(50, 100).only().seenEntering());
  }

  @Test
  void aCraftThatComesBackAfterLongSilenceEnteredAtItsFirstFixInside() {
    Stay stay = new Walk(square()).to(0, -5_000).to(7_200, 500).to(7_210, 500).only();
    assertTrue(stay.seenEntering());
    assertEquals(7_200, Walk.seconds(stay.enteredAtMillis()));
  }

  @Test
  void aFarRadarNeedsNineChancesInTen() {
    Walk walk = new Walk(FenceBuilder.fence("wide", Walk.box(0, -9_000, 9_000, 9_000)).build());
    walk.sigmaMetres = 500;
    walk.to(0, -2_000).to(10, 600).to(20, 620).to(30, 630);
    assertEquals(List.of(), walk.stays(), "630 m is 1.26 sigma");
    assertTrue(walk.to(40, 650).to(50, 650).only().isOpen(), "650 m is 1.3 sigma");
  }

  @Test
  void aFenceSmallerThanTheErrorIsNotEntered() {
    Walk walk = new Walk(FenceBuilder.fence("pond", Walk.box(-300, -300, 300, 300)).build());
    walk.sigmaMetres = 500;
    for (int i = 0; i < 50; i++) {
      walk.to(3 * i, 0);
    }
    assertEquals(List.of(), walk.stays());
  }

  @Test
  void aFenceNarrowerThanTheMarginCanBeEntered() {
    Walk walk = new Walk(FenceBuilder.fence("dock", Walk.box(0, -30, 60, 30)).build());
    assertTrue(walk.to(0, -200).to(10, 30).to(20, 30).only().seenEntering());
  }

  // Leaving.

  @Test
  void aBoatLeavesWithThreeFixesOutsideAndTheStayEndsAtTheEdge() {
    Walk walk = new Walk(square()).to(0, 300).to(10, 300).to(20, 100);
    walk.to(30, -105).to(40, -110);
    assertTrue(walk.only().isOpen());
    Stay stay = walk.to(50, -120).only();
    assertFalse(stay.isOpen());
    assertEquals(24.878, Walk.seconds(stay.leftAtMillis()), 0.01);
    assertNotNull(stay.leftAt());
    assertEquals(0, Walk.east(stay.leftAt()), 0.1);
    assertEquals(50, Walk.seconds(stay.sureAtMillis()));
  }

  @Test
  void aHundredMetresOrTwoSigmasIsOutside() {
    Walk near = new Walk(square()).to(0, 300).to(10, 300);
    Walk loose = new Walk(square()).to(0, 300).to(10, 300);
    loose.sigmaMetres = 80;
    for (int i = 2; i < 20; i++) {
      near.to(10 * i, -95);
      loose.to(10 * i, -155);
    }
    assertTrue(near.only().isOpen());
    assertTrue(loose.only().isOpen());
    assertFalse(near.to(210, -101).to(220, -101).to(230, -101).only().isOpen());
    assertFalse(loose.to(210, -161).to(220, -161).to(230, -161).only().isOpen());
  }

  @Test
  void aFixNotOutsideBeginsTheCountOfLeavingAnew() {
    Walk slow = new Walk(square()).to(0, 300).to(10, 300).to(20, -150).to(30, -150).to(40, -50);
    assertTrue(slow.to(50, -150).to(60, -150).only().isOpen());
    assertEquals(16.667, Walk.seconds(slow.to(70, -150).only().leftAtMillis()), 0.1);
    Walk walk = new Walk(square()).to(0, 300).to(10, 300).to(20, -150).to(30, -150).to(40, 5);
    walk.to(50, -150).to(60, -150);
    assertTrue(walk.only().isOpen());
    assertEquals(40.3, Walk.seconds(walk.to(70, -150).only().leftAtMillis()), 0.1);
  }

  @Test
  void aClosedStayIsRememberedForAnHourOfEventTime() {
    Walk walk = new Walk(square()).to(0, 300).to(10, 300);
    walk.to(20, -300).to(30, -300).to(40, -300);
    assertEquals(1, walk.to(3_600, -300).stays().size());
    assertEquals(List.of(), walk.to(3_620, -300).stays());
  }

  // Jitter.

  @Test
  void jitterOnTheEdgeMakesOneEntryAtMostAndNoExit() {
    long seed = 20_261_123;
    for (double sigma : new double[] {5, 15, 40, 150, 400}) {
      SplittableRandom dice = new SplittableRandom(seed);
      Walk walk = new Walk(FenceBuilder.fence("wide", Walk.box(0, -9_000, 9_000, 9_000)).build());
      walk.sigmaMetres = sigma;
      for (int i = 0; i < 5_000; i++) {
        walk.to(3 * i, dice.nextGaussian(0, sigma), dice.nextGaussian(0, sigma));
        for (Stay stay : walk.stays()) {
          assertTrue(stay.isOpen(), "left with sigma " + sigma + ", seed " + seed);
        }
      }
      assertTrue(walk.stays().size() <= 1, "sigma " + sigma + ", seed " + seed);
    }
  }

  @Test
  void aBoatMooredBesideANarrowFenceNeverJumpsIt() {
    long seed = 20_261_123;
    SplittableRandom dice = new SplittableRandom(seed);
    Walk walk = new Walk(FenceBuilder.fence("cable", Walk.box(0, -900, 4, 900)).build());
    walk.sigmaMetres = 15;
    for (int i = 0; i < 20_000; i++) {
      walk.to(3 * i, 2 + dice.nextGaussian(0, 15), dice.nextGaussian(0, 15));
      assertEquals(List.of(), walk.stays(), "seed " + seed);
    }
  }

  // Jumping.

  @Test
  void aFastBoatCannotJumpANarrowFence() {
    Walk walk = new Walk(FenceBuilder.fence("narrow", Walk.box(0, -900, 60, 900)).build());
    double knots45 = 23.15;
    walk.to(0, -400);
    walk.to(10, -400 + 10 * knots45);
    walk.to(20, -400 + 20 * knots45);
    Stay stay = walk.only();
    assertTrue(stay.seenEntering());
    assertFalse(stay.isOpen());
    assertEquals(0, Walk.east(stay.enteredAt()), 0.1);
    assertEquals(60, Walk.east(stay.leftAt()), 0.1);
    assertEquals(400 / knots45, Walk.seconds(stay.enteredAtMillis()), 0.01);
    assertEquals(460 / knots45, Walk.seconds(stay.leftAtMillis()), 0.01);
  }

  @Test
  void aSlowBoatWithManyFixesPassesANarrowFenceToo() {
    Walk walk = new Walk(FenceBuilder.fence("narrow", Walk.box(0, -900, 20, 900)).build());
    for (int i = 0; i < 60; i++) {
      walk.to(2 * i, -503 + 17 * i);
    }
    Stay stay = walk.only();
    assertFalse(stay.isOpen());
    assertEquals(0, Walk.east(stay.enteredAt()), 0.1);
    assertEquals(20, Walk.east(stay.leftAt()), 0.1);
  }

  @Test
  void oneFixInsideOnTheWayThroughIsAStay() {
    Walk walk = new Walk(FenceBuilder.fence("narrow", Walk.box(0, -900, 150, 900)).build());
    walk.to(0, -200).to(10, 75).to(20, 350);
    assertEquals(150, Walk.east(walk.only().leftAt()), 0.1);
    assertEquals(0, Walk.east(walk.only().enteredAt()), 0.1);
  }

  @Test
  void cuttingACornerByLessThanTheMarginIsNoStay() {
    Walk walk = new Walk(square()).to(0, -300, 680).to(30, 320, 1_300).to(60, 900, 1_900);
    assertEquals(List.of(), walk.stays());
    Walk deep = new Walk(square()).to(0, -300, 400).to(40, 700, 1_400);
    assertEquals(1, deep.stays().size());
  }

  @Test
  void fixesMoreThanTenMinutesApartAreNotJoined() {
    assertEquals(List.of(), new Walk(square()).to(0, -500).to(601, 2_500).stays());
    assertEquals(1, new Walk(square()).to(0, -500).to(600, 2_500).stays().size());
  }

  @Test
  void farRadarJumpsAreSeenOnceTheWayIsLongEnough() {
    Walk walk = new Walk(FenceBuilder.fence("lane", Walk.box(0, -9_000, 800, 9_000)).build());
    walk.sigmaMetres = 300;
    for (int i = 0; i < 60; i++) {
      walk.to(10 * i, -3_000 + 230 * i);
    }
    Stay stay = walk.only();
    assertTrue(stay.seenEntering());
    assertFalse(stay.isOpen());
  }

  // Hours.

  @Test
  void aFenceThatBecomesActiveAroundACraftIsEnteredThen() {
    Fence night = FenceBuilder.fence("night", SQUARE).hours("18:00", "06:00").build();
    Walk walk = new Walk(night).to(0, 500);
    for (int i = 1; i < 720; i++) {
      assertEquals(List.of(), walk.to(30 * i, 500).stays());
    }
    Stay stay = walk.to(21_600, 500).to(21_630, 500).only();
    assertTrue(stay.seenEntering());
    assertEquals(21_600, Walk.seconds(stay.enteredAtMillis()));
  }

  @Test
  void aStayThatEndsWithTheHoursHasNoPlaceOfLeaving() {
    long end = Walk.START + 100_000;
    Fence brief =
        FenceBuilder.fence("brief", SQUARE)
            .hours(new Hours(null, null, null, Long.MIN_VALUE, end))
            .build();
    Walk walk = new Walk(brief).to(0, -500).to(30, 500).to(60, 500).to(90, 500);
    assertTrue(walk.only().isOpen());
    Stay stay = walk.to(120, 500).only();
    assertFalse(stay.isOpen());
    assertNull(stay.leftAt());
  }

  // Changes of the fences.

  @Test
  void aFencePutUpAroundACraftIsInsideNotEntered() {
    Walk walk = new Walk().to(0, 500).to(10, 510);
    walk.fences = walk.fences.with(square());
    assertFalse(walk.to(20, 520).to(30, 530).only().seenEntering());
  }

  @Test
  void aCraftThatCrossesTheEdgeOfANewFenceEntersIt() {
    Walk walk = new Walk().to(0, -100);
    walk.fences = walk.fences.with(square());
    assertTrue(walk.to(10, 100).to(20, 200).only().seenEntering());
  }

  @Test
  void anEditAroundACraftKeepsItsStay() {
    Walk walk = new Walk(square()).to(0, -100).to(10, 100).to(20, 300);
    Stay before = walk.only();
    walk.fences =
        walk.fences.with(FenceBuilder.fence("square", Walk.box(-50, -900, 2_000, 900)).build());
    assertEquals(before, walk.to(30, 400).only());
    walk.fences = walk.fences.with(FenceBuilder.fence("other", SQUARE).build());
    assertEquals(before, walk.to(40, 500).stays().get(0));
  }

  @Test
  void anEditThatLeavesTheCraftOutsideEndsTheStayWithoutAPlace() {
    Walk walk = new Walk(square()).to(0, -100).to(10, 100).to(20, 300);
    walk.fences =
        walk.fences.with(FenceBuilder.fence("square", Walk.box(1_000, -900, 2_000, 900)).build());
    Stay stay = walk.to(30, 310).only();
    assertFalse(stay.isOpen());
    assertNull(stay.leftAt());
  }

  @Test
  void aRemovedFenceEndsTheStayWithoutAPlace() {
    Walk walk = new Walk(square()).to(0, -100).to(10, 100).to(20, 300);
    walk.fences = walk.fences.without("square");
    Stay stay = walk.to(30, 310).only();
    assertFalse(stay.isOpen());
    assertNull(stay.leftAt());
  }

  @Test
  void anEditThatGrowsOverACraftIsInsideNotEntered() {
    Walk walk = new Walk(square()).to(0, -500).to(10, -500);
    walk.fences =
        walk.fences.with(FenceBuilder.fence("square", Walk.box(-900, -900, 900, 900)).build());
    assertFalse(walk.to(20, -500).to(30, -500).only().seenEntering());
  }

  // Craft and heights.

  @Test
  void aFenceForVesselsDoesNotSeeAircraft() {
    Walk walk = new Walk(FenceBuilder.fence("v", SQUARE).appliesTo(AppliesTo.VESSEL).build());
    walk.aircraft = true;
    assertEquals(List.of(), walk.to(0, -100).to(10, 500).to(20, 600).to(30, 3_000).stays());
  }

  @Test
  void anAircraftEntersWhenItDescendsIntoTheBand() {
    Walk walk = new Walk(FenceBuilder.fence("low", SQUARE).band(0, 3_000).build());
    walk.aircraft = true;
    walk.altitudeFeet = 5_000;
    walk.to(0, -500).to(10, 200).to(20, 500);
    assertEquals(List.of(), walk.stays());
    walk.altitudeFeet = 2_900;
    Stay stay = walk.to(30, 800).to(40, 1_000).only();
    assertTrue(stay.seenEntering());
    assertEquals(30, Walk.seconds(stay.enteredAtMillis()));
  }

  @Test
  void jitterAtTheCeilingEndsNoStay() {
    Walk walk = new Walk(FenceBuilder.fence("low", SQUARE).band(0, 3_000).build());
    walk.aircraft = true;
    walk.altitudeFeet = 2_950;
    walk.to(0, -500).to(10, 500).to(20, 500);
    for (int i = 3; i < 50; i++) {
      walk.altitudeFeet = i % 4 == 0 ? 2_975 : 3_150;
      walk.to(10 * i, 500);
    }
    assertTrue(walk.only().isOpen());
    walk.altitudeFeet = 3_225;
    assertFalse(walk.to(500, 500).to(510, 500).to(520, 500).only().isOpen());
  }

  @Test
  void aMissingHeightIsTheLastKnownOne() {
    Walk walk = new Walk(FenceBuilder.fence("low", SQUARE).band(0, 3_000).build());
    walk.aircraft = true;
    walk.altitudeFeet = 35_000;
    walk.to(0, -500);
    walk.altitudeFeet = Double.NaN;
    assertEquals(List.of(), walk.to(10, 200).to(20, 500).to(110, 900).stays());
    assertEquals(1, walk.to(130, 900).to(140, 950).stays().size());
  }

  @Test
  void anUnknownHeightCountsInABandOnTheSurfaceOnly() {
    Walk walk =
        new Walk(
            FenceBuilder.fence("ground", SQUARE).band(0, 3_000).build(),
            FenceBuilder.fence("high", SQUARE).band(1_000, 3_000).build());
    walk.aircraft = true;
    assertEquals("ground", walk.to(0, -100).to(10, 100).to(20, 300).only().fenceId());
  }

  @Test
  void aVesselIsBelowNoFloor() {
    Walk walk = new Walk(FenceBuilder.fence("f", SQUARE).band(1_000, 3_000).build());
    assertEquals(1, walk.to(0, -100).to(10, 100).to(20, 300).stays().size());
  }

  // The whole.

  @Test
  void remembersManyPassagesWithinBounds() {
    Walk walk = new Walk(FenceBuilder.fence("narrow", Walk.box(0, -900, 60, 900)).build());
    for (int i = 0; i < 500; i++) {
      walk.to(7 * i, i % 2 == 0 ? -300 : 300);
    }
    assertEquals(64, walk.stays().size());
  }

  @Test
  void theSameStepsGiveTheSameStays() {
    long seed = System.nanoTime();
    assertEquals(stroll(seed), stroll(seed), "seed " + seed);
  }

  private static List<List<Stay>> stroll(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    Walk walk =
        new Walk(square(), FenceBuilder.fence("lane", Walk.box(500, -3_000, 560, 3_000)).build());
    double east = -500;
    double north = 0;
    List<List<Stay>> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      east += dice.nextGaussian(0, 120);
      north += dice.nextGaussian(0, 120);
      all.add(walk.to(10 * i, east, north).stays());
    }
    return all;
  }

  @Test
  void staysOfOneFenceFollowOneAnother() {
    long seed = System.nanoTime();
    for (List<Stay> stays : stroll(seed)) {
      for (int i = 0; i < stays.size(); i++) {
        for (int k = i + 1; k < stays.size(); k++) {
          boolean same = stays.get(i).fenceId().equals(stays.get(k).fenceId());
          boolean after = stays.get(k).enteredAtMillis() >= stays.get(i).leftAtMillis();
          assertTrue(!same || after, () -> "seed " + seed + ": " + stays);
        }
      }
    }
  }

  @Test
  void anUnknownErrorCountsAsNone() {
    Walk walk = new Walk(square());
    walk.sigmaMetres = Double.NaN;
    assertEquals(1, walk.to(0, -100).to(10, 60).to(20, 60).stays().size());
  }
}
