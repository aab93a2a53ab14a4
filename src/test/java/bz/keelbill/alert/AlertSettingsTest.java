package bz.keelbill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers by which alerts are kept, as an operator changes them. */
class AlertSettingsTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final long MINUTE = 60_000;

  private static AlertBook book(Map<String, Double> changed) {
    AlertBook book = new AlertBook((what, alert) -> {});
    book.follow(new Rules(2, changed));
    return book;
  }

  private static Finding run(String boat, List<String> tracks, long at) {
    return new Finding(
        "go-fast",
        Priority.WARNING,
        new Finding.Subject(boat, tracks, null),
        new Finding.Moment(at, at, new Position(17, -87.9)),
        new Finding.Words("headline", "alert.go-fast", Map.of(), null, List.of()),
        List.of(),
        Finding.Outlook.NONE,
        List.of());
  }

  private static long ringing(AlertBook book, String kind) {
    return book.open().stream()
        .filter(alert -> alert.finding().kind().equals(kind) && alert.priority().rings())
        .count();
  }

  @Test
  void moreBoatsOfACaseRing() {
    AlertBook book = book(Map.of("case.ringingOfAKind", 4.0, "alert-storm.mostOfAKind", 3.0));
    for (int i = 0; i < 6; i++) {
      book.holds(run("radar:r/" + i, List.of("radar:r/" + i, "icao:0ab001"), T0 + i), 1);
    }
    assertEquals(4, ringing(book, "go-fast"));
    assertEquals(1, ringing(book, "alert-storm"), "a fourth of one kind is a storm");
  }

  @Test
  void anAlertIsOverAsSoonAsTheRuleSays() {
    AlertBook book = book(Map.of("alert.clearAfter", 5.0));
    book.holds(run("radar:r/1", List.of("radar:r/1"), T0), 1);
    book.advanceTo(T0 + 5 * MINUTE);
    assertEquals(Alert.State.ACTIVE_UNACKNOWLEDGED, book.open().iterator().next().state());
    book.advanceTo(T0 + 5 * MINUTE + 1);
    assertEquals(Alert.State.RECTIFIED_UNACKNOWLEDGED, book.open().iterator().next().state());
  }

  @Test
  void aCaseIsRememberedAsLongAsTheRuleSays() {
    for (double minutes : new double[] {30, 90}) {
      AlertBook book = book(Map.of("case.memory", minutes));
      book.holds(run("radar:r/1", List.of("radar:r/1", "icao:0ab001"), T0), 1);
      book.advanceTo(T0 + 60 * MINUTE);
      book.holds(run("radar:r/2", List.of("radar:r/2", "icao:0ab001"), T0 + 60 * MINUTE), 1);
      long cases = book.open().stream().map(Alert::caseId).distinct().count();
      assertEquals(minutes < 60 ? 2 : 1, cases);
    }
  }
}
