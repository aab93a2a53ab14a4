package bz.keelbill.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import bz.keelbill.geo.Drawn;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class FenceMapTest {
  private final Fence one = FenceBuilder.fence("one", Drawn.box(-88, 17, -87, 18)).build();
  private final Fence two = FenceBuilder.fence("two", Drawn.box(-87.5, 17, -86.5, 18)).build();

  @Test
  void findsWhatTryingEveryFenceFinds() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    List<Fence> fences = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      double latitude = dice.nextDouble(15, 19);
      double size = Math.pow(10, dice.nextDouble(-2, 0));
      Geometry shape = Drawn.star(latitude, dice.nextDouble(-90, -85), size, dice);
      fences.add(FenceBuilder.fence("f" + i, shape).build());
    }
    FenceMap map = FenceMap.of(1, fences);
    for (int i = 0; i < 300; i++) {
      Coordinate from = new Coordinate(dice.nextDouble(-90, -85), dice.nextDouble(15, 19));
      double reach = Math.pow(10, dice.nextDouble(-4, 0));
      Coordinate to = new Coordinate(from.x + reach, from.y - reach);
      assertEquals(
          meeting(fences, Drawn.FACTORY.createPoint(from)), map.at(from.y, from.x), "seed " + seed);
      assertEquals(
          meeting(fences, Drawn.FACTORY.createLineString(new Coordinate[] {from, to})),
          touched(map, new Position(from.y, from.x), new Position(to.y, to.x)),
          "seed " + seed);
    }
  }

  private static List<Fence> touched(FenceMap map, Position from, Position to) {
    return map.near(from, to).stream().filter(fence -> fence.area().touches(from, to)).toList();
  }

  private static List<Fence> meeting(List<Fence> fences, Geometry shape) {
    return fences.stream()
        .filter(
            fence ->
                fence
                    .area()
                    .geometry()
                    .getEnvelopeInternal()
                    .intersects(shape.getEnvelopeInternal()))
        .filter(fence -> fence.area().geometry().intersects(shape))
        .toList();
  }

  @Test
  void keepsTheOrderGivenAndReplacesInPlace() {
    FenceMap map = FenceMap.of(7, List.of(two, one));
    assertEquals(List.of(two, one), map.at(17.5, -87.25));
    Fence smaller = FenceBuilder.fence("two", Drawn.box(-87.3, 17, -86.5, 18)).build();
    FenceMap next = map.with(smaller);
    assertEquals(8, next.version());
    assertEquals(List.of(smaller, one), next.fences());
    assertEquals(List.of(two, one), map.fences());
    assertEquals(List.of(smaller), next.at(17.5, -86.9));
    assertSame(smaller, next.find("two"));
  }

  @Test
  void addsAndRemoves() {
    FenceMap map = FenceMap.of(1, List.of()).with(one).with(two);
    assertEquals(3, map.version());
    FenceMap without = map.without("one");
    assertEquals(4, without.version());
    assertEquals(List.of(two), without.fences());
    assertNull(without.find("one"));
    assertSame(without, without.without("one"));
    assertEquals(List.of(), FenceMap.of(1, List.of()).at(17.5, -87.25));
  }

  @Test
  void manyChangesAtOnceGiveWhatTheyGiveOneByOne() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    FenceMap oneByOne = FenceMap.of(3, List.of(one, two));
    FenceMap.Draft draft = oneByOne.draft();
    for (int i = 0; i < 200; i++) {
      String id = "f" + dice.nextInt(20);
      if (dice.nextBoolean()) {
        double west = dice.nextDouble(-90, -87);
        Fence fence = FenceBuilder.fence(id, Drawn.box(west, 17, west + 1, 18)).build();
        oneByOne = oneByOne.with(fence);
        draft.put(id, () -> fence);
      } else {
        assertEquals(oneByOne.find(id) != null, draft.remove(id), "seed " + seed);
        oneByOne = oneByOne.without(id);
      }
      double longitude = dice.nextDouble(-90, -86);
      FenceMap anew = FenceMap.of(1, oneByOne.fences());
      assertEquals(anew.at(17.5, longitude), oneByOne.at(17.5, longitude), "seed " + seed);
    }
    assertEquals(oneByOne.fences(), draft.done().fences(), "seed " + seed);
    assertEquals(oneByOne.version(), draft.done().version(), "seed " + seed);
  }

  @Test
  void ofManyChangesOnlyTheLastIsReadAndTheOneBeforeItWhereThatCannotBe() {
    FenceMap.Draft draft = FenceMap.of(1, List.of(one)).draft();
    draft.put("two", () -> fail("it was changed since"));
    draft.put("two", () -> two);
    draft.put("two", () -> null);
    draft.put("one", () -> null);
    draft.put("three", () -> null);
    assertEquals(List.of(one, two), draft.done().fences());
    assertEquals(6, draft.done().version());
  }

  @Test
  void refusesTwoFencesOfOneId() {
    List<Fence> twice = List.of(one, one);
    assertThrows(IllegalArgumentException.class, () -> FenceMap.of(1, twice));
  }
}
