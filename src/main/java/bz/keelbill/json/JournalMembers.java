package bz.keelbill.json;

import bz.keelbill.geo.Position;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JournalMembers of objects, both ways, in the house's way: what is unknown is absent. */
final class JournalMembers {
  private JournalMembers() {}

  /** Writes a text unless it is null. */
  static void write(JsonGenerator json, String name, String text) throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  /** Writes a number with all its digits unless it is NaN. */
  static void write(JsonGenerator json, String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumberField(name, value);
    }
  }

  /** Writes a list of texts. */
  static void write(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Writes {@code lat} and {@code lon} with all their digits unless the position is null. */
  static void write(JsonGenerator json, Position position) throws IOException {
    if (position != null) {
      json.writeNumberField("lat", position.latitude());
      json.writeNumberField("lon", position.longitude());
    }
  }

  /**
   * A member that must be there.
   *
   * @throws IllegalArgumentException if it is not
   */
  static JsonNode required(JsonNode object, String name) {
    JsonNode member = object.get(name);
    if (member == null || member.isNull()) {
      throw new IllegalArgumentException("no member " + name);
    }
    return member;
  }

  /** A text that must be there. */
  static String text(JsonNode object, String name) {
    return required(object, name).asText();
  }

  /** A text, or null. */
  static String textOrNull(JsonNode object, String name) {
    JsonNode member = object.get(name);
    return member == null || member.isNull() ? null : member.asText();
  }

  /** A whole number that must be there. */
  static long whole(JsonNode object, String name) {
    return required(object, name).asLong();
  }

  /** A number; NaN where it is absent. */
  static double number(JsonNode object, String name) {
    JsonNode member = object.get(name);
    return member == null ? Double.NaN : real(member);
  }

  /** A number, also an infinite one, which JSON has only as a text. */
  static double real(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /** The position in {@code lat} and {@code lon}, or null. */
  static Position position(JsonNode object) {
    return object.has("lat") ? new Position(number(object, "lat"), number(object, "lon")) : null;
  }

  /** A list of texts that must be there. */
  static List<String> texts(JsonNode object, String name) {
    List<String> texts = new ArrayList<>();
    required(object, name).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
