package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceBuilder;
import bz.keelbill.geo.Drawn;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Past;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenOrderTest {
  private static final Order.Act ACT = new Order.Act("Ana", Samples.AT_MILLIS);

  private final List<Order> orders =
      List.of(put("one", -88), put("two", -87), put("one", -86), new Order.RemoveFence(ACT, "two"));
  @TempDir Path dir;

  private static Order put(String id, double west) {
    Fence fence =
        FenceBuilder.fence(id, Drawn.box(west, 17, west + 1, 18)).hours("06:00", "18:00").build();
    return new Order.PutFence(ACT, fence);
  }

  private void write() throws Exception {
    try (Journal journal = Journal.open(dir, () -> Samples.AT_MILLIS)) {
      for (Order order : orders) {
        journal
            .append(new JournalEntry.OfOrder(order))
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void saysWhatItIsAboutAsTheOrderItselfDoes() throws Exception {
    write();
    try (Journal journal = Journal.open(dir, () -> Samples.AT_MILLIS)) {
      List<GivenOrder> given = journal.givenOrders();
      assertEquals(orders.stream().map(Past::kind).toList(), kinds(given));
      assertEquals(List.of("one", "two", "one", "two"), given.stream().map(Past::fenceId).toList());
      assertEquals(List.of(2L, 3L, 4L, 5L), given.stream().map(GivenOrder::seq).toList());
      assertEquals(orders, given.stream().map(Past::order).toList());
      assertEquals(orders, journal.orders());
    }
  }

  private static List<Order.Kind> kinds(List<GivenOrder> given) {
    return given.stream().map(Past::kind).toList();
  }

  @Test
  void aFenceThatThisVersionDoesNotUnderstandIsNoOrder() throws Exception {
    write();
    Path file = JournalFile.in(dir).get(0).path();
    List<String> lines = Files.readAllLines(file);
    String last = lines.get(lines.size() - 3).replace("\"Polygon\"", "\"Dodecahedron\"");
    lines = lines.subList(0, lines.size() - 3);
    Files.writeString(file, String.join("\n", lines) + "\n" + hashed(last) + "\n");
    try (Journal journal = Journal.open(dir, () -> Samples.AT_MILLIS)) {
      assertEquals(List.of(), journal.state().defects());
      assertNull(journal.givenOrders().get(1).order());
      assertEquals(orders.subList(0, 1), journal.orders());
    }
  }

  private static String hashed(String line) throws Exception {
    String head = line.substring(0, line.lastIndexOf(",\"hash\""));
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return head + ",\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"}";
  }
}
