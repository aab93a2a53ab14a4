package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceBuilder;
import bz.keelbill.geo.Drawn;
import bz.keelbill.watch.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StubReaderTest {
  private static final Order.Confirmation SECOND = new Order.Confirmation("Ben", "agreed");

  @Test
  void readsWhatThisProgramWritesAsAnyReaderOfJsonDoes() {
    for (JournalEntry entry : entries()) {
      byte[] line = line(entry);
      JournalLine.Stub expected = StubReader.ofAnyJson(line);
      assertEquals(expected, StubReader.of(line), () -> text(line));
    }
  }

  @Test
  void readsTheUsualLinesWithoutAParser() {
    for (String person : List.of("Ana", "José \"Pepe\" \\ Núñez", "鳥")) {
      assertNotNull(StubReader.asWritten(line(put(person, "reef-7"))), person);
      assertNotNull(StubReader.asWritten(line(remove(person, "reef-7"))), person);
    }
    assertNotNull(StubReader.asWritten(line(Samples.raised(3))));
    assertNotNull(StubReader.asWritten(line(Samples.order(3))));
  }

  @Test
  void leavesToTheParserWhatIsWrittenOtherwise() {
    String line = text(line(Samples.raised(3)));
    for (String other :
        List.of(
            line.replace("{\"seq\":7,", "{ \"seq\":7,"),
            line.replace("123Z", "123+00:00"),
            line.replaceFirst("\"seq\":7,(\"at\":\"[^\"]*\",)", "$1\"seq\":7,"))) {
      byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
      assertNull(StubReader.asWritten(bytes), other);
      assertEquals("gf-3", StubReader.of(bytes).alertId(), other);
    }
    byte[] confirmed =
        line(new JournalEntry.OfOrder(new Order.RemoveFence(act("Ana", SECOND), "reef-7")));
    assertNull(StubReader.asWritten(confirmed));
    assertEquals("reef-7", StubReader.of(confirmed).fenceId());
  }

  @Test
  void refusesAWordThatThisVersionDoesNotKnow() {
    byte[] line =
        text(line(Samples.raised(3)))
            .replace("\"type\":\"alert\"", "\"type\":\"omen\"")
            .getBytes(StandardCharsets.UTF_8);
    assertNull(StubReader.asWritten(line));
    assertThrows(IllegalArgumentException.class, () -> StubReader.of(line));
  }

  @Test
  void neverFailsOnALineThatEndsAnywhere() {
    for (JournalEntry entry : entries()) {
      byte[] line = line(entry);
      for (int length = 0; length < Math.min(400, line.length); length++) {
        JournalLine.Stub stub = StubReader.asWritten(Arrays.copyOf(line, length));
        assertEquals(stub == null ? 0 : 7, stub == null ? 0 : stub.seq());
      }
    }
  }

  private static List<JournalEntry> entries() {
    List<JournalEntry> all = new ArrayList<>();
    Random random = new Random(20261127);
    for (int i = 0; i < 50; i++) {
      all.add(
          Samples.alertEntry(
              i, What.values()[random.nextInt(What.values().length)], Alert.State.CLOSED));
      all.add(Samples.order(i));
    }
    for (String text : List.of("reef-7", "Año \"Nuevo\"\n\\", "tab\there", "", "鳥 🦜")) {
      all.add(put(text, "reef-7"));
      all.add(remove(text, "reef-7"));
      all.add(remove("Ana", text));
      all.add(new JournalEntry.OfNote(text, "signed-in", text));
    }
    all.add(new JournalEntry.OfOrder(new Order.RemoveFence(act("Ana", SECOND), "reef-7")));
    all.add(new JournalEntry.OfNote(null, "started", "the watch was cut off"));
    all.add(new JournalEntry.OfBeginning("a1b2"));
    return all;
  }

  private static JournalEntry put(String person, String id) {
    Fence fence = FenceBuilder.fence(id, Drawn.box(-88, 17, -87, 18)).build();
    return new JournalEntry.OfOrder(new Order.PutFence(act(person, null), fence));
  }

  private static JournalEntry remove(String person, String id) {
    return new JournalEntry.OfOrder(new Order.RemoveFence(act(person, null), id));
  }

  private static Order.Act act(String person, Order.Confirmation confirmation) {
    return new Order.Act(person, Samples.AT_MILLIS, confirmation);
  }

  private static byte[] line(JournalEntry entry) {
    long alertSeq = entry.kind() == JournalEntry.Kind.ALERT ? 5 : 0;
    Journalled journalled = new Journalled(7, alertSeq, Samples.AT_MILLIS, entry);
    byte[] written = JournalLine.write(journalled, JournalLine.NOTHING_BEFORE).bytes();
    return Arrays.copyOf(written, written.length - 1);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }
}
