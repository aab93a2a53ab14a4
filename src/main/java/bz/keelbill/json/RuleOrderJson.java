package bz.keelbill.json;

import bz.keelbill.watch.Order.Act;
import bz.keelbill.watch.Order.SetRules;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order that sets rules, both ways; what it leaves as it is is absent. */
final class RuleOrderJson {
  private RuleOrderJson() {}

  static void write(SetRules order, JsonGenerator json) throws IOException {
    writeValues(order.values(), json);
    writeConditions(order.conditions(), json);
    if (order.areas() == null) {
      return;
    }
    json.writeArrayFieldStart("areas");
    for (SetRules.Area area : order.areas()) {
      json.writeStartObject();
      json.writeStringField("fence", area.fence());
      writeValues(area.values(), json);
      writeConditions(area.conditions(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** By name: the map itself has no order that would be the same tomorrow. */
  private static void writeValues(Map<String, Double> values, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, Double> entry : new TreeMap<>(values).entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeConditions(Map<String, String> conditions, JsonGenerator json)
      throws IOException {
    if (conditions.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("conditions");
    for (Map.Entry<String, String> entry : new TreeMap<>(conditions).entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  static SetRules read(Act act, JsonNode json) {
    List<SetRules.Area> areas = json.has("areas") ? new ArrayList<>() : null;
    for (JsonNode area : json.path("areas")) {
      areas.add(
          new SetRules.Area(JournalMembers.text(area, "fence"), values(area), conditions(area)));
    }
    return new SetRules(act, values(json), conditions(json), areas);
  }

  private static Map<String, Double> values(JsonNode json) {
    Map<String, Double> values = new LinkedHashMap<>();
    JournalMembers.required(json, "values")
        .fields()
        .forEachRemaining(
            entry -> values.put(entry.getKey(), JournalMembers.real(entry.getValue())));
    return values;
  }

  private static Map<String, String> conditions(JsonNode json) {
    Map<String, String> conditions = new LinkedHashMap<>();
    json.path("conditions")
        .fields()
        .forEachRemaining(entry -> conditions.put(entry.getKey(), entry.getValue().asText()));
    return conditions;
  }
}
