package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.track.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingBookTest {
  private static final long START = Listening.START;

  private static Sighting seen(String id, long atMillis, double latitude) {
    return new Sighting(
        id,
        new Sighting.When(atMillis, atMillis, 15),
        new Sighting.Witness("Ana", null, "B2"),
        new Sighting.Where(new Position(latitude, -87.7), 0.5, null, Double.NaN, Double.NaN),
        new Sighting.Moves(Double.NaN, 25, 60, null),
        new Sighting.Craft("panga", null, Double.NaN, null, null, null, 2, null),
        new Sighting.Notes("panga, fast", null));
  }

  private static Order.ReportSightings report(Sighting sighting, long atMillis) {
    return new Order.ReportSightings(new Order.Act("Ana", atMillis), List.of(sighting));
  }

  private static Track track(Watch watch, String name) {
    return watch.picture().tracks().stream()
        .filter(track -> track.name().startsWith(name))
        .findFirst()
        .orElse(null);
  }

  @Test
  void aSightingIsInThePictureAndALaterVersionOfItStandsBesideTheEarlier() {
    Watch watch = new Listening().watch();
    watch.apply(report(seen("a", START - 60_000, 17.2), START));
    assertNotNull(track(watch, "sighting:a"));
    watch.apply(report(seen("a", START - 60_000, 17.3), START + 1));
    SightingBook.Entry entry = watch.sightings().find("a");
    assertEquals(2, entry.versions().size());
    assertEquals(17.3, entry.newest().sighting().where().position().latitude());
    assertEquals(1, watch.sightings().entries().size());
  }

  @Test
  void whatIsWithdrawnCannotBeWithdrawnAgainButReportedAgain() {
    Watch watch = new Listening().watch();
    Order.WithdrawSighting back = new Order.WithdrawSighting(new Order.Act("Ana", START), "a");
    assertEquals("there is no sighting a", watch.objectionTo(back));
    watch.apply(report(seen("a", START, 17.2), START));
    assertNull(watch.objectionTo(back));
    watch.apply(back);
    assertEquals("the sighting is withdrawn already", watch.objectionTo(back));
    watch.apply(report(seen("a", START, 17.2), START));
    assertNull(watch.sightings().find("a").withdrawn());
  }

  @Test
  void afterARestartOnlyWhatCouldStillMatterIsInThePicture() {
    Listening before = new Listening();
    Watch restarted = new Watch(before.setup(), change -> {});
    long hour = 3_600_000;
    restarted.apply(report(seen("new", START - hour, 17.2), START - hour));
    restarted.apply(report(seen("old", START - 30 * hour, 17.6), START - 30 * hour));
    restarted.apply(report(seen("back", START - hour, 16.9), START - hour));
    restarted.apply(new Order.WithdrawSighting(new Order.Act("Ana", START - 1), "back"));
    restarted.tick(START);
    assertNotNull(track(restarted, "sighting:new"));
    assertNull(track(restarted, "sighting:old"));
    assertNull(track(restarted, "sighting:back"));
    assertEquals(3, restarted.sightings().entries().size());
  }

  @Test
  void theBookIsBoundedInNumberVersionsAndTime() {
    SightingBook book = new SightingBook();
    Order.Act act = new Order.Act("Ana", START);
    for (int i = 0; i < 5_100; i++) {
      book.report(seen("s" + i, START, 17), act);
    }
    assertEquals(5_000, book.entries().size());
    assertNull(book.find("s0"));
    for (int i = 0; i < 100; i++) {
      book.report(seen("s5000", START, 17 + i / 1000.0), act);
    }
    SightingBook.Entry entry = book.find("s5000");
    assertEquals(20, entry.versions().size());
    assertEquals(17, entry.versions().get(0).sighting().where().position().latitude());
    assertEquals(17.099, entry.newest().sighting().where().position().latitude());
    book.expire(START + 8 * 86_400_000L);
    assertTrue(book.entries().isEmpty());
  }
}
