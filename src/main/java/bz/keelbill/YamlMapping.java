package bz.keelbill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file that is read key by key: what is missing gets its default, what is
 * wrong is noted with its line, and what nobody asked for is an error naming what is allowed.
 */
final class YamlMapping {
  private final ConfigFaults faults;
  private final String path;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  /**
   * @param path where the mapping stands in the file, as {@code web.}; empty at the top
   */
  YamlMapping(Node node, String path, ConfigFaults faults) {
    this.faults = faults;
    this.path = path;
    this.line = node == null ? 1 : lineOf(node);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else if (node != null && !isNull(node)) {
      faults.add(line, here() + " must hold keys and values");
    }
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(lineOf(tuple.getKeyNode()), "a key must be a plain word");
    } else if (values.containsKey(key.getValue())) {
      faults.add(lineOf(key), path + key.getValue() + " stands here twice");
    } else {
      values.put(key.getValue(), tuple.getValueNode());
      keyLines.put(key.getValue(), lineOf(key));
    }
  }

  int line() {
    return line;
  }

  int lineOf(String key) {
    return keyLines.getOrDefault(key, line);
  }

  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key) && !isNull(values.get(key));
  }

  /** The text of a key, or the default; a missing key without a default is a fault. */
  String text(String key, String otherwise) {
    if (!has(key)) {
      if (otherwise == null) {
        faults.add(line, here() + " lacks the key " + key);
      }
      return otherwise;
    }
    if (values.get(key) instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    faults.add(lineOf(key), path + key + " must be a plain value");
    return otherwise;
  }

  /** The text of a key, or null if it is not there. */
  String textOrNull(String key) {
    return has(key) ? text(key, "") : null;
  }

  /** A number within a range, or the default; NaN as default makes the key required. */
  double number(String key, double otherwise, double min, double max) {
    String text = has(key) ? text(key, "") : null;
    if (text == null) {
      if (Double.isNaN(otherwise)) {
        faults.add(line, here() + " lacks the key " + key);
      }
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    String range = " must be a number from " + plain(min) + " to " + plain(max);
    faults.add(lineOf(key), path + key + range + ", not " + text);
    return otherwise;
  }

  int whole(String key, int otherwise, int min, int max) {
    double value = number(key, otherwise, min, max);
    if (value != Math.rint(value)) {
      faults.add(lineOf(key), path + key + " must be a whole number");
      return otherwise;
    }
    return (int) value;
  }

  boolean flag(String key, boolean otherwise) {
    String text = text(key, Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(lineOf(key), path + key + " must be true or false, not " + text);
      return otherwise;
    }
    return text.equals("true");
  }

  /** One of the allowed words. */
  <T> T word(String key, T otherwise, Map<String, T> allowed) {
    String text = has(key) ? text(key, "") : null;
    if (text == null) {
      if (otherwise == null) {
        String words = String.join(", ", allowed.keySet());
        faults.add(line, here() + " lacks the key " + key + " (one of " + words + ")");
      }
      return otherwise;
    }
    T value = allowed.get(text);
    if (value == null) {
      String words = String.join(", ", allowed.keySet());
      faults.add(lineOf(key), path + key + " must be one of " + words + ", not " + text);
      return otherwise;
    }
    return value;
  }

  /** Reads something else from text; the reader's message becomes the fault. */
  <T> T read(String key, T otherwise, Function<String, T> reader) {
    if (!has(key)) {
      return otherwise;
    }
    try {
      return reader.apply(text(key, ""));
    } catch (RuntimeException unreadable) {
      faults.add(lineOf(key), path + key + ": " + unreadable.getMessage());
      return otherwise;
    }
  }

  YamlMapping mapping(String key) {
    asked.add(key);
    return new YamlMapping(has(key) ? values.get(key) : null, path + key + ".", faults);
  }

  /** The mappings of a list; an empty or missing key is an empty list. */
  List<YamlMapping> mappings(String key) {
    List<YamlMapping> all = new ArrayList<>();
    for (Node node : sequence(key)) {
      all.add(new YamlMapping(node, path + key + "[" + all.size() + "].", faults));
    }
    return all;
  }

  /** The plain values of a list. */
  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    for (Node node : sequence(key)) {
      if (node instanceof ScalarNode scalar) {
        all.add(scalar.getValue());
      } else {
        faults.add(lineOf(node), path + key + " must hold plain values");
      }
    }
    return all;
  }

  /** A list of lists of plain values. */
  List<List<String>> rows(String key) {
    List<List<String>> all = new ArrayList<>();
    for (Node node : sequence(key)) {
      List<String> row = new ArrayList<>();
      if (node instanceof SequenceNode values) {
        values
            .getValue()
            .forEach(value -> row.add(value instanceof ScalarNode one ? one.getValue() : ""));
      }
      all.add(row);
    }
    return all;
  }

  private List<Node> sequence(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    faults.add(lineOf(key), path + key + " must be a list");
    return List.of();
  }

  /** Every key with its text; for files whose keys are not known beforehand. */
  Map<String, String> rest() {
    Map<String, String> all = new LinkedHashMap<>();
    values.keySet().forEach(key -> all.put(key, text(key, "")));
    return all;
  }

  /** Called when all keys have been asked for: whatever is left is a fault. */
  void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        String allowed = String.join(", ", asked);
        faults.add(lineOf(key), "unknown key " + path + key + "; allowed here: " + allowed);
      }
    }
  }

  private String here() {
    return path.isEmpty() ? "the file" : path.substring(0, path.length() - 1);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
