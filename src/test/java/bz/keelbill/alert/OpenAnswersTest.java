package bz.keelbill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is kept of open alerts is what a walk through all of them would find. */
class OpenAnswersTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final List<String> KINDS = List.of("go-fast", "loitering", "rendezvous");
  private static final int CRAFT = 12;

  private final SplittableRandom dice = new SplittableRandom(20261127);
  private final AlertBook book = new AlertBook((what, alert) -> {});
  private long atMillis = T0;
  private int merges;

  @Test
  void areThoseOfAWalkThroughAllOpenAlerts() {
    int most = 0;
    for (int i = 0; i < 5_000; i++) {
      atMillis += dice.nextInt(200) == 0 ? 20 * 60_000 : dice.nextLong(5_000);
      something();
      book.advanceTo(atMillis);
      compare();
      most = Math.max(most, book.open().size());
    }
    assertTrue(most >= 20, most + " were open at once");
    assertTrue(merges >= 100, merges + " tracks were merged");
  }

  private void something() {
    List<Alert> open = new ArrayList<>(book.open());
    int what = dice.nextInt(20);
    if (what == 0) {
      String gone = craft();
      String kept = craft();
      if (!gone.equals(kept)) {
        book.merged(gone, kept);
        merges++;
      }
    } else if (what <= 2 && !open.isEmpty()) {
      Alert any = open.get(dice.nextInt(open.size()));
      book.acknowledge(any.id(), "Ana", atMillis);
      Verdict verdict = new Verdict("Ana", atMillis, Verdict.Ruling.TRUE, null);
      if (what == 2) {
        book.close(any.id(), verdict);
      }
    } else {
      book.holds(finding(), 1);
    }
  }

  private Finding finding() {
    String craft = craft();
    String other = craft();
    boolean isOfTwo = dice.nextBoolean() && !craft.equals(other);
    Finding one =
        AlertBookTest.finding(
            KINDS.get(dice.nextInt(KINDS.size())),
            craft,
            dice.nextBoolean() ? "reef" : null,
            Priority.values()[dice.nextInt(4)],
            atMillis);
    return isOfTwo
        ? one.withSubject(new Finding.Subject(craft, List.of(craft, other), null, other))
        : one;
  }

  private String craft() {
    return "radar:r/" + dice.nextInt(CRAFT) + "@1";
  }

  private void compare() {
    Map<String, List<Finding>> byKind = new LinkedHashMap<>();
    KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
    for (Alert alert : book.open()) {
      List<Finding> found = byKind.get(alert.finding().kind());
      if (found != null) {
        found.add(alert.finding());
      }
    }
    String craft = craft();
    String kind = KINDS.get(dice.nextInt(KINDS.size()));
    assertEquals(byKind.get(kind), book.open(kind));
    assertEquals(
        byKind.get(kind).stream().anyMatch(each -> each.subject().tracks().contains(craft)),
        book.isOpen(kind, craft));
    assertEquals(
        book.open().stream()
            .map(alert -> alert.finding().subject())
            .anyMatch(each -> each.lineage().equals(craft) || craft.equals(each.partner())),
        book.isOpen(craft));
    if (!book.open().isEmpty()) {
      compareCase(new ArrayList<>(book.open()).get(dice.nextInt(book.open().size())).caseId());
    }
  }

  private void compareCase(String caseId) {
    assertEquals(
        book.open().stream().filter(each -> each.caseId().equals(caseId)).map(Alert::id).toList(),
        book.inCase(caseId));
  }
}
