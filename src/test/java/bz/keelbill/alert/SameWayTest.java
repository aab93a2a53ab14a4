package bz.keelbill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWayTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final long MINUTE = 60_000;
  private static final Position BEGIN = new Position(17.2, -87.8);
  private static final double METRES_PER_MINUTE = 30 * 1852 / 60.0;

  private final AlertBook book = new AlertBook((what, alert) -> {});

  /** Two minutes of a run at 30 kn. */
  private static Finding run(String boat, long fromMillis, Position from, double course) {
    long to = fromMillis + 2 * MINUTE;
    Position end = Geodesy.destination(from, course, 2 * METRES_PER_MINUTE);
    return new Finding(
        "go-fast",
        Priority.WARNING,
        new Finding.Subject(boat, List.of(boat), null),
        new Finding.Moment(fromMillis, to, end),
        new Finding.Words("headline", "alert.go-fast", Map.of(), null, List.of()),
        List.of(),
        Finding.Outlook.NONE,
        List.of(
            new Finding.Evidence("radar#1", fromMillis, from),
            new Finding.Evidence("radar#2", to, end)));
  }

  private static Position ahead(double course, double minutes) {
    return Geodesy.destination(BEGIN, course, minutes * METRES_PER_MINUTE);
  }

  private long cases() {
    return book.open().stream().map(Alert::caseId).distinct().count();
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "0, 4, 270, 1, behind it from the same water",
    "0, 14, 280, 1, a quarter of an hour behind",
    "20, 20, 270, 1, lost and found again where it would be by now",
    "20, 20, 290, 1, and has turned a little since",
    "0, 25, 270, 2, long after it",
    "40, 40, 270, 2, lost for too long",
    "20, 2, 270, 2, where it cannot be yet",
    "4, 4, 90, 2, the other way"
  })
  void aRunThatGoesOnWithAnotherIsOfItsCase(
      double minutesAhead, long minutesLater, double course, long cases, String what) {
    book.holds(run("radar:r/1@1", T0, BEGIN, 270), 1);
    Position from = ahead(270, minutesAhead);
    book.holds(run("radar:r/2@1", T0 + minutesLater * MINUTE, from, course), 1);
    assertEquals(cases, cases(), what);
  }

  @Test
  void aRunAMileAsideIsOfItThreeMilesAsideItIsNot() {
    book.holds(run("radar:r/1@1", T0, BEGIN, 270), 1);
    book.holds(run("radar:r/2@1", T0, Geodesy.destination(BEGIN, 0, 1_852), 270), 1);
    book.holds(run("radar:r/3@1", T0, Geodesy.destination(BEGIN, 180, 3 * 1_852), 270), 1);
    assertEquals(2, cases());
  }

  @Test
  void ofAPackTwoRing() {
    for (int i = 0; i < 5; i++) {
      book.holds(run("radar:r/" + i + "@1", T0 + i * 2 * MINUTE, BEGIN, 270), 1);
    }
    assertEquals(5, book.open().size(), "none is dropped");
    assertEquals(2, book.open().stream().filter(alert -> alert.priority().rings()).count());
  }

  @Test
  void aRunWithoutItsReportsIsByItself() {
    Finding whole = run("radar:r/1@1", T0, BEGIN, 270);
    Finding bare =
        new Finding(
            whole.kind(),
            whole.priority(),
            new Finding.Subject("radar:r/2@1", List.of("radar:r/2@1"), null),
            whole.moment(),
            whole.words(),
            whole.terms(),
            whole.outlook(),
            List.of());
    book.holds(whole, 1);
    book.holds(bare, 1);
    assertEquals(2, cases());
  }
}
