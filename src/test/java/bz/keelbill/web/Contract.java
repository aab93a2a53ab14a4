package bz.keelbill.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract in {@code openapi.yaml}, and whether values fit its schemas. It knows the words of
 * JSON Schema that the contract uses, and fails on any other, so that none is there for nothing.
 */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "const",
          "enum",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "allOf",
          "anyOf",
          "default",
          "description");

  private final Map<?, ?> document;

  /** One operation. */
  public record Operation(
      String method, String path, Set<String> roles, boolean isOpen, Map<?, ?> json) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private Contract(Map<?, ?> document) {
    this.document = document;
  }

  /** Reads it as it is served. */
  public static Contract read() {
    try (InputStream in = Contract.class.getResourceAsStream("/web/openapi.yaml")) {
      return new Contract(new Yaml().load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<?, ?> document() {
    return document;
  }

  /** All operations in the order of the document. */
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    map(document, "paths")
        .forEach(
            (path, methods) ->
                ((Map<?, ?>) methods)
                    .forEach(
                        (method, json) -> {
                          if (METHODS.contains(method)) {
                            all.add(operation((String) method, (String) path, (Map<?, ?>) json));
                          }
                        }));
    return all;
  }

  private static Operation operation(String method, String path, Map<?, ?> json) {
    Set<String> roles = new TreeSet<>();
    ((List<?>) json.get("x-keelbill-roles")).forEach(role -> roles.add((String) role));
    boolean open = List.of().equals(json.get("security"));
    return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, roles, open, json);
  }

  /** The operation of a method and a path as the document writes it. */
  public Operation operation(String method, String path) {
    return operations().stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What is wrong with an answer.
   *
   * @param mediaType without parameters; null if there was none
   * @param body as parsed JSON; null if it is none
   */
  public List<String> faults(Operation operation, int status, String mediaType, Object body) {
    Map<?, ?> responses = map(operation.json(), "responses");
    Map<?, ?> response = resolved((Map<?, ?>) responses.get(String.valueOf(status)));
    if (response == null) {
      return List.of(operation + " does not say that it answers " + status);
    }
    Map<?, ?> content = (Map<?, ?>) response.get("content");
    if (content == null) {
      return mediaType == null ? List.of() : List.of("an answer of " + mediaType);
    }
    Map<?, ?> media = (Map<?, ?>) content.get(mediaType);
    if (media == null) {
      return List.of(operation + " does not say that it answers " + mediaType);
    }
    List<String> faults = new ArrayList<>();
    check((Map<?, ?>) media.get("schema"), body, operation + " " + status, faults);
    return faults;
  }

  private static Map<?, ?> map(Map<?, ?> from, String key) {
    return (Map<?, ?>) Objects.requireNonNull(from.get(key), key);
  }

  private Map<?, ?> resolved(Map<?, ?> json) {
    if (json == null || !(json.get("$ref") instanceof String reference)) {
      return json;
    }
    Object at = document;
    for (String part : reference.substring(2).split("/")) {
      at = ((Map<?, ?>) at).get(part);
    }
    return (Map<?, ?>) Objects.requireNonNull(at, reference);
  }

  private void check(Map<?, ?> written, Object value, String where, List<String> faults) {
    Map<?, ?> schema = resolved(written);
    schema.keySet().stream()
        .filter(word -> !KNOWN.contains(word))
        .forEach(word -> faults.add(where + ": the checker does not know " + word));
    checkType(schema, value, where, faults);
    if (schema.containsKey("const") && !schema.get("const").equals(value)) {
      faults.add(where + " is " + value + ", not " + schema.get("const"));
    }
    if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
      faults.add(where + " is " + value + ", not one of " + words);
    }
    if (schema.get("allOf") instanceof List<?> all) {
      all.forEach(each -> check((Map<?, ?>) each, value, where, faults));
    }
    if (schema.get("anyOf") instanceof List<?> any
        && any.stream().noneMatch(each -> fits(each, value))) {
      faults.add(where + " fits none: " + value);
    }
    if (value instanceof String text) {
      checkText(schema, text, where, faults);
    } else if (value instanceof Number number) {
      checkNumber(schema, new BigDecimal(number.toString()), where, faults);
    } else if (value instanceof List<?> list) {
      checkList(schema, list, where, faults);
    } else if (value instanceof Map<?, ?> object) {
      checkObject(schema, object, where, faults);
    }
  }

  private boolean fits(Object schema, Object value) {
    List<String> faults = new ArrayList<>();
    check((Map<?, ?>) schema, value, "", faults);
    return faults.isEmpty();
  }

  private static void checkType(Map<?, ?> schema, Object value, String where, List<String> faults) {
    Object type = schema.get("type");
    List<?> allowed = type instanceof List<?> list ? list : type == null ? null : List.of(type);
    if (allowed != null && allowed.stream().noneMatch(each -> isOfType((String) each, value))) {
      faults.add(where + " is no " + type + ": " + value);
    }
  }

  private static boolean isOfType(String type, Object value) {
    return switch (type) {
      case "null" -> value == null;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "number" -> value instanceof Number;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "array" -> value instanceof List<?>;
      case "object" -> value instanceof Map<?, ?>;
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static void checkText(Map<?, ?> schema, String text, String where, List<String> faults) {
    if (schema.get("pattern") instanceof String pattern
        && !Pattern.compile(pattern).matcher(text).find()) {
      faults.add(where + " does not fit " + pattern);
    }
    if (schema.get("minLength") instanceof Integer least && text.length() < least
        || schema.get("maxLength") instanceof Integer most && text.length() > most) {
      faults.add(where + " is too short or too long: " + text);
    }
    if ("date-time".equals(schema.get("format"))) {
      try {
        Instant.parse(text);
      } catch (DateTimeException noTime) {
        faults.add(where + " is no time: " + text);
      }
    }
  }

  private static void checkNumber(
      Map<?, ?> schema, BigDecimal number, String where, List<String> faults) {
    boolean low =
        schema.get("minimum") instanceof Number least
            && number.compareTo(new BigDecimal(least.toString())) < 0;
    boolean high =
        schema.get("maximum") instanceof Number most
            && number.compareTo(new BigDecimal(most.toString())) > 0;
    if (low || high) {
      faults.add(where + " is out of range: " + number);
    }
  }

  private void checkList(Map<?, ?> schema, List<?> list, String where, List<String> faults) {
    if (schema.get("minItems") instanceof Integer least && list.size() < least
        || schema.get("maxItems") instanceof Integer most && list.size() > most) {
      faults.add(where + " has " + list.size() + " items");
    }
    if (schema.get("items") instanceof Map<?, ?> each) {
      for (int i = 0; i < list.size(); i++) {
        check(each, list.get(i), where + "/" + i, faults);
      }
    }
  }

  private void checkObject(Map<?, ?> schema, Map<?, ?> object, String where, List<String> faults) {
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !object.containsKey(name))
          .forEach(name -> faults.add(where + " lacks " + name));
    }
    Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> named ? named : Map.of();
    Object others = schema.get("additionalProperties");
    object.forEach(
        (name, value) -> {
          if (properties.get(name) instanceof Map<?, ?> known) {
            check(known, value, where + "/" + name, faults);
          } else if (Boolean.FALSE.equals(others)) {
            faults.add(where + " has " + name + ", of which the contract knows nothing");
          } else if (others instanceof Map<?, ?> other) {
            check(other, value, where + "/" + name, faults);
          }
        });
  }
}
