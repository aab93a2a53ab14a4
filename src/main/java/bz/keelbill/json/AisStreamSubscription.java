package bz.keelbill.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What aisstream.io wants to hear at once on a fresh connection, else it closes it. */
public final class AisStreamSubscription {
  private AisStreamSubscription() {}

  /**
   * The subscription as JSON.
   *
   * @param key the user's
   * @param boxes each south, west, north, east in degrees; at least one, for the service refuses a
   *     wish without
   * @param mmsis only these senders; empty for all
   * @param types only these messages, as the service names them; empty for all
   */
  public static String json(
      String key, List<double[]> boxes, List<Integer> mmsis, List<String> types) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("APIKey", key);
    ArrayNode areas = wish.putArray("BoundingBoxes");
    boxes.forEach(box -> addBox(areas, box));
    if (!mmsis.isEmpty()) {
      ArrayNode senders = wish.putArray("FiltersShipMMSI");
      mmsis.forEach(mmsi -> senders.add(String.format(Locale.ROOT, "%09d", mmsi)));
    }
    if (!types.isEmpty()) {
      types.forEach(wish.putArray("FilterMessageTypes")::add);
    }
    return wish.toString();
  }

  private static void addBox(ArrayNode areas, double[] box) {
    ArrayNode corners = areas.addArray();
    corners.addArray().add(box[0]).add(box[1]);
    corners.addArray().add(box[2]).add(box[3]);
  }
}
