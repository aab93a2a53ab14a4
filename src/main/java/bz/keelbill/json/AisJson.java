package bz.keelbill.json;

import bz.keelbill.ais.AisApplication;
import bz.keelbill.ais.AisField;
import bz.keelbill.ais.AisMessage;
import bz.keelbill.ais.ImoNumber;
import bz.keelbill.ais.Reception;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Decoded AIS messages as JSON objects: field names in lower case, numbers in degrees, knots and
 * metres, "not available" as null.
 */
public final class AisJson {
  private static final String[] NAMES = names();

  private final JsonGenerator json;
  private final ApplicationJson applications;
  private final Fields fields = new Fields();

  /** Writes to a generator, which stays the caller's. */
  public AisJson(JsonGenerator json) {
    this.json = json;
    this.applications = new ApplicationJson(json);
  }

  /**
   * Writes one message as one object.
   *
   * @throws IOException if the generator's target fails
   */
  public void write(AisMessage message) throws IOException {
    json.writeStartObject();
    writeReception(message.reception());
    json.writeNumberField("type", message.type());
    json.writeNumberField("repeat", message.repeat());
    json.writeNumberField("mmsi", message.mmsi());
    try {
      message.visit(fields);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writeAcknowledged(message);
    writeRemarks(message);
    json.writeEndObject();
  }

  private void writeReception(Reception reception) throws IOException {
    json.writeNumberField("line", reception.lineNumber());
    if (reception.tagAtMillis() != AisMessage.NO_TIME) {
      json.writeFieldName("tag_time");
      writeSeconds(reception.tagAtMillis());
    }
    if (reception.source() != null) {
      json.writeStringField("tag_source", reception.source());
    }
    if (reception.isOwnShip()) {
      json.writeBooleanField("own_ship", true);
    }
  }

  private void writeSeconds(long millis) throws IOException {
    boolean isWhole = millis % 1000 == 0;
    Decimals.write(json, isWhole ? millis / 1000 : millis, isWhole ? 0 : 3);
  }

  private void writeAcknowledged(AisMessage message) throws IOException {
    if (!message.carries(AisField.ACK_1)) {
      return;
    }
    json.writeArrayFieldStart("acks");
    for (int field = AisField.ACK_1.ordinal(); field <= AisField.ACK_4.ordinal(); field++) {
      int mmsi = message.whole(AisField.values()[field], 0);
      if (mmsi != 0) {
        json.writeNumber(mmsi);
      }
    }
    json.writeEndArray();
  }

  private void writeRemarks(AisMessage message) throws IOException {
    int imo = message.whole(AisField.IMO, 0);
    if (imo != 0 && !ImoNumber.isValid(imo)) {
      json.writeBooleanField("imo_valid", false);
    }
    byte[] data = message.data();
    if (data != null) {
      json.writeNumberField("data_bits", message.dataBits());
      json.writeStringField("data", HexFormat.of().formatHex(data));
    }
    AisApplication application = message.application();
    if (application != null) {
      json.writeFieldName("application");
      applications.write(application);
    }
  }

  private static String[] names() {
    AisField[] all = AisField.values();
    String[] names = new String[all.length];
    for (AisField field : all) {
      names[field.ordinal()] = field.name().toLowerCase(Locale.ROOT);
    }
    return names;
  }

  private final class Fields implements AisMessage.Visitor {
    @Override
    public void number(AisField field, double value, int decimals) {
      try {
        switch (field) {
          case ACK_1, ACK_2, ACK_3, ACK_4 -> {
            // Written as one list.
          }
          case PART -> json.writeStringField("part", value == 0 ? "A" : "B");
          default -> {
            json.writeFieldName(NAMES[field.ordinal()]);
            Decimals.writeOrNull(json, value, decimals);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void text(AisField field, String value) {
      try {
        json.writeStringField(NAMES[field.ordinal()], value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
