package bz.keelbill.replay;

import bz.keelbill.json.AlertJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The result of a back-test as the world outside reads it. The same result gives the same bytes.
 * Stateless; any thread.
 */
public final class ComparisonJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ComparisonJson() {}

  /** One object, with so many alerts of each list at most. */
  public static String object(Comparison comparison, int limit) {
    Comparison.Difference difference = comparison.difference();
    ObjectNode json = summary(comparison);
    json.set("watches", array(watches(comparison), Integer.MAX_VALUE, watch -> watch));
    json.set("new", array(difference.added(), limit, raised -> row(raised, comparison)));
    json.set("lost", array(difference.lost(), limit, raised -> row(raised, comparison)));
    json.set("changed", array(difference.changed(), limit, change -> row(change, comparison)));
    json.put("omitted", omitted(difference, limit));
    return json.toString();
  }

  /** Lines without their ends, each an object with its {@code type}: the summary comes first. */
  public static List<String> lines(Comparison comparison) {
    Comparison.Difference difference = comparison.difference();
    List<ObjectNode> rows = new ArrayList<>();
    rows.add(typed("summary", summary(comparison)));
    watches(comparison).forEach(watch -> rows.add(typed("watch", watch)));
    difference.added().forEach(each -> rows.add(typed("new", row(each, comparison))));
    difference.lost().forEach(each -> rows.add(typed("lost", row(each, comparison))));
    difference.changed().forEach(each -> rows.add(typed("changed", row(each, comparison))));
    return rows.stream().map(ObjectNode::toString).toList();
  }

  private static ObjectNode typed(String type, ObjectNode row) {
    ObjectNode typed = NODES.objectNode().put("type", type);
    return typed.setAll(row);
  }

  private static ObjectNode summary(Comparison comparison) {
    Comparison.Basis basis = comparison.basis();
    Comparison.Difference difference = comparison.difference();
    ObjectNode json = NODES.objectNode();
    json.put("from", time(basis.period().fromMillis()));
    json.put("to", time(basis.period().toMillis()));
    json.put("lines", basis.lines()).put("missing", basis.missing());
    ArrayNode problems = json.putArray("problems");
    basis.problems().forEach(problems::add);
    json.set("before", load(comparison.before()));
    json.set("after", load(comparison.after()));
    ObjectNode counts = json.putObject("counts");
    counts.put("new", difference.added().size()).put("lost", difference.lost().size());
    counts.put("changed", difference.changed().size()).put("same", difference.same());
    ObjectNode known = json.putObject("known");
    known.put("raisedBefore", comparison.known().raisedBefore());
    ArrayNode missed = known.putArray("missed");
    comparison.known().missed().forEach(raised -> missed.add(raised.alert().id()));
    return json;
  }

  private static ObjectNode load(Load load) {
    ObjectNode json = NODES.objectNode();
    json.put("alerts", load.alerts()).put("rings", load.rings());
    if (load.worst() == null) {
      return json.putNull("worstTenMinutes");
    }
    json.putObject("worstTenMinutes")
        .put("from", time(load.worst().startMillis()))
        .put("alerts", load.worst().alerts());
    return json;
  }

  private static List<ObjectNode> watches(Comparison comparison) {
    List<ObjectNode> watches = new ArrayList<>();
    for (Load.OfWatch before : comparison.before().watches()) {
      ObjectNode json = NODES.objectNode().put("from", time(before.startMillis()));
      json.set("before", watch(before));
      json.set("after", watch(comparison.after().at(before.startMillis())));
      watches.add(json);
    }
    return watches;
  }

  private static ObjectNode watch(Load.OfWatch watch) {
    return NODES
        .objectNode()
        .put("alerts", watch.alerts())
        .put("rings", watch.rings())
        .put("alarms", watch.alarms());
  }

  private static ObjectNode row(Raised raised, Comparison comparison) {
    ObjectNode json = NODES.objectNode();
    json.put("time", time(raised.atMillis())).put("priority", raised.highest().word());
    json.put("known", comparison.known().has(raised));
    return json.putRawValue("alert", new RawValue(AlertJson.line(raised.alert())));
  }

  private static ObjectNode row(Comparison.Changed changed, Comparison comparison) {
    ObjectNode json = NODES.objectNode();
    json.set("before", row(changed.before(), comparison));
    json.set("after", row(changed.after(), comparison));
    return json;
  }

  private static <T> ArrayNode array(List<T> rows, int limit, Function<T, ObjectNode> row) {
    ArrayNode array = NODES.arrayNode();
    rows.stream().limit(limit).map(row).forEach(array::add);
    return array;
  }

  private static int omitted(Comparison.Difference difference, int limit) {
    return Math.max(0, difference.added().size() - limit)
        + Math.max(0, difference.lost().size() - limit)
        + Math.max(0, difference.changed().size() - limit);
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
