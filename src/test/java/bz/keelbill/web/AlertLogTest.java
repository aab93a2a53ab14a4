package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertLogTest {
  private static List<AlertLog.Entry> entries(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(number -> new AlertLog.Entry(number, "{\"n\":" + number + "}"))
        .toList();
  }

  private static List<String> after(AlertLog log, long seen) {
    List<String> messages = new ArrayList<>();
    log.after(seen, messages::add);
    return messages;
  }

  @Test
  void whatIsReadLaterComesBeforeWhatIsHeld() {
    AlertLog log = new AlertLog("e", 50);
    assertTrue(log.canResume("e", 50));
    assertFalse(log.canResume("e", 49));
    log.addPast(entries(48, 50));
    assertTrue(log.canResume("e", 47));
    assertFalse(log.canResume("e", 46));
    log.add(51, "{\"n\":51}");
    log.addPast(entries(40, 51));
    assertTrue(log.canResume("e", 39));
    assertEquals(12, after(log, 39).size());
    assertEquals("{\"type\":\"alert\",\"seq\":40,\"alert\":{\"n\":40}}", after(log, 39).get(0));
    assertEquals(51, log.sequence());
  }

  @Test
  void aGapEndsThePast() {
    AlertLog log = new AlertLog("e", 50);
    List<AlertLog.Entry> past = new ArrayList<>(entries(1, 20));
    past.addAll(entries(30, 50));
    log.addPast(past);
    assertTrue(log.canResume("e", 29));
    assertFalse(log.canResume("e", 28));
  }

  @Test
  void keepsNoMoreOfThePastThanOfThePresent() {
    AlertLog log = new AlertLog("e", AlertLog.KEPT + 10);
    log.addPast(entries(1, AlertLog.KEPT + 10));
    assertEquals(AlertLog.KEPT, after(log, 0).size());
    assertFalse(log.canResume("e", 9));
  }

  @Test
  void nobodyResumesFromBeforeAnotherPicture() {
    AlertLog log = new AlertLog("e", 50);
    log.add(51, "{\"n\":51}");
    log.startAnew();
    assertFalse(log.canResume("e", 51));
    assertTrue(log.canResume("e", 52));
    log.add(53, "{\"n\":53}");
    assertEquals(1, after(log, 52).size());
    assertFalse(log.canResume("e", 51));
  }
}
