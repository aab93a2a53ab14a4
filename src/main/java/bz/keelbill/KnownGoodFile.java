package bz.keelbill;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGood.Entry;
import bz.keelbill.geo.Course;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeoJsonProblem;
import bz.keelbill.json.KnownGoodJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code known-good.yaml}: the ledger of what is known to be good, a list of entries under the key
 * {@code entries}. An entry has the members that it has in REST, so one reader serves both.
 */
final class KnownGoodFile {
  private static final String PACKAGED = "config/known-good.yaml";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ConfigFaults faults;
  private final List<Course> routes;

  private KnownGoodFile(ConfigFaults faults, List<Course> routes) {
    this.faults = faults;
    this.routes = routes;
  }

  /**
   * Reads a file.
   *
   * @param routes lines that entries may name as their corridor
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static KnownGood read(Path file, List<Course> routes) {
    ConfigFaults faults = new ConfigFaults(file);
    Node root = ConfigReader.root(file, faults);
    YamlMapping top = new YamlMapping(root, "", faults);
    KnownGood ledger = new KnownGoodFile(faults, routes).ledger(root);
    top.has("entries");
    top.finish();
    faults.throwIfAny();
    return ledger;
  }

  /** The ledger in the jar. */
  static KnownGood packaged(List<Course> routes) {
    try (InputStream in = KnownGoodFile.class.getClassLoader().getResourceAsStream(PACKAGED)) {
      Path folder = Files.createTempDirectory("keelbill-ledger");
      return read(Files.write(folder.resolve("known-good.yaml"), in.readAllBytes()), routes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the ledger", e);
    }
  }

  private KnownGood ledger(Node root) {
    List<Entry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node node : entryNodes(root)) {
      Entry entry = entry(node);
      if (entry != null && !ids.add(entry.id())) {
        faults.add(lineOf(node, "id"), "there are two entries called " + entry.id());
      } else if (entry != null) {
        entries.add(entry);
      }
    }
    return new KnownGood(entries);
  }

  private List<Node> entryNodes(Node root) {
    Node list = member(root, "entries");
    if (list instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    boolean isEmpty = list instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    if (list != null && !isEmpty) {
      faults.add(lineOf(list), "entries must be a list");
    }
    return List.of();
  }

  private Entry entry(Node node) {
    try {
      return KnownGoodJson.read("entry", json(node), routes);
    } catch (GeoJsonException wrong) {
      for (GeoJsonProblem problem : wrong.problems()) {
        String member = topMember(problem.member());
        String place = member == null ? "the entry" : member;
        faults.add(lineOf(node, member), place + " " + problem.reason());
      }
      return null;
    }
  }

  /** {@code entry.validUntil} and {@code geometry.coordinates[0]} as keys of the entry. */
  private static String topMember(String member) {
    if (member == null) {
      return null;
    }
    String own = member.startsWith("entry.") ? member.substring("entry.".length()) : member;
    return own.replaceFirst("[.\\[].*", "");
  }

  private static int lineOf(Node entry, String member) {
    if (member != null && entry instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(member)) {
          return lineOf(key);
        }
      }
    }
    return lineOf(entry);
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  private static Node member(Node root, String name) {
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  /** The same tree as JSON; a plain number is one, all else is text. */
  private static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          object.set(key.getValue(), json(tuple.getValueNode()));
        }
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(each -> array.add(json(each)));
      return array;
    }
    return node instanceof ScalarNode scalar ? json(scalar) : JSON.nullNode();
  }

  private static JsonNode json(ScalarNode scalar) {
    String text = scalar.getValue();
    boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    if (isPlain && (text.isEmpty() || text.equals("null") || text.equals("~"))) {
      return JSON.nullNode();
    }
    if (isPlain && text.matches("-?(0|[1-9]\\d{0,15})")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    boolean isReal = isPlain && text.matches("-?\\d{1,15}\\.\\d{1,15}");
    return isReal ? JSON.numberNode(Double.parseDouble(text)) : JSON.textNode(text);
  }
}
