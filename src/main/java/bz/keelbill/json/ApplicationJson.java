package bz.keelbill.json;

import bz.keelbill.ais.AisApplication;
import bz.keelbill.ais.ApplicationField;
import bz.keelbill.ais.ApplicationFields;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Applications of binary AIS messages as JSON objects: field names in lower case, "not available"
 * as null, groups as arrays of objects; ais-applications.md has the units.
 */
final class ApplicationJson implements ApplicationFields.Visitor {
  private static final String[] NAMES = names();

  private final JsonGenerator json;

  ApplicationJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes one application as one object.
   *
   * @throws IOException if the generator's target fails
   */
  void write(AisApplication application) throws IOException {
    json.writeStartObject();
    json.writeNumberField("dac", application.dac());
    json.writeNumberField("fid", application.fid());
    json.writeStringField("kind", application.kind());
    try {
      application.fields().visit(this);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    json.writeEndObject();
  }

  @Override
  public void number(ApplicationField field, double value, int decimals) {
    try {
      json.writeFieldName(NAMES[field.ordinal()]);
      Decimals.writeOrNull(json, value, decimals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void text(ApplicationField field, String value) {
    try {
      json.writeStringField(NAMES[field.ordinal()], value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void groups(ApplicationField field, List<ApplicationFields> groups) {
    try {
      json.writeArrayFieldStart(NAMES[field.ordinal()]);
      for (ApplicationFields group : groups) {
        json.writeStartObject();
        group.visit(this);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] names() {
    ApplicationField[] all = ApplicationField.values();
    String[] names = new String[all.length];
    for (ApplicationField field : all) {
      names[field.ordinal()] = field.name().toLowerCase(Locale.ROOT);
    }
    return names;
  }
}
