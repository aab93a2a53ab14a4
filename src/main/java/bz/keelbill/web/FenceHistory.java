package bz.keelbill.web;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a fence was: as the watch began with it, then as it was put or taken away. Stateless. */
final class FenceHistory {
  private FenceHistory() {}

  /**
   * The versions of a fence, the newest first.
   *
   * @param first as the configuration has it; null if it does not
   * @param orders all of the journal, the oldest first
   */
  static JsonArray of(String id, Fence first, List<Journalled> orders) {
    List<JsonObject> versions = new ArrayList<>();
    if (first != null) {
      versions.add(version(1, "configured").put("fence", json(first)));
    }
    for (Journalled journalled : orders) {
      Order order = ((JournalEntry.OfOrder) journalled.entry()).order();
      if (order instanceof Order.PutFence put && put.fence().id().equals(id)) {
        JsonObject version = version(versions.size() + 1, "put").put("fence", json(put.fence()));
        versions.add(by(version, order));
      } else if (order instanceof Order.RemoveFence removed && removed.fenceId().equals(id)) {
        versions.add(by(version(versions.size() + 1, "removed"), order));
      }
    }
    JsonArray items = new JsonArray();
    for (int i = versions.size() - 1; i >= 0; i--) {
      items.add(versions.get(i));
    }
    return items;
  }

  private static JsonObject version(int number, String what) {
    return new JsonObject().put("version", number).put("what", what);
  }

  private static JsonObject by(JsonObject version, Order order) {
    return version.put("by", order.act().person()).put("at", Replies.time(order.act().atMillis()));
  }

  private static JsonObject json(Fence fence) {
    return new JsonObject(FenceGeoJson.write(fence).toString());
  }
}
