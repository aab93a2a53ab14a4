package bz.keelbill.takeout;

import bz.keelbill.geo.Units;
import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A feature for each part of a track: its way, and beside it a list of each measure. */
final class GeoJsonTracks extends ByTrack {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  GeoJsonTracks(OutputStream out) throws IOException {
    json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeArrayFieldStart("features");
  }

  @Override
  void write(Craft whose, List<PastFix> fixes) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("geometry");
    boolean isPoint = fixes.size() == 1;
    json.writeStringField("type", isPoint ? "Point" : "LineString");
    json.writeFieldName("coordinates");
    if (isPoint) {
      writePosition(fixes.get(0));
    } else {
      json.writeStartArray();
      for (PastFix fix : fixes) {
        writePosition(fix);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    writeCraft(whose);
    writeMeasures(fixes);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Longitude, latitude, and metres of height where they are known. */
  private void writePosition(PastFix fix) throws IOException {
    json.writeStartArray();
    json.writeNumber(decimal(fix.position().longitude(), 6));
    json.writeNumber(decimal(fix.position().latitude(), 6));
    if (!Double.isNaN(fix.altitudeFeet())) {
      json.writeNumber(decimal(fix.altitudeFeet() * Units.METRES_PER_FOOT, 1));
    }
    json.writeEndArray();
  }

  private void writeCraft(Craft craft) throws IOException {
    json.writeStringField("track", craft.track());
    writeKnown("domain", craft.domain());
    writeKnown("name", craft.name());
    if (craft.mmsi() != null) {
      json.writeNumberField("mmsi", craft.mmsi());
    }
    if (craft.imo() != null) {
      json.writeNumberField("imo", craft.imo());
    }
    writeKnown("callsign", craft.callsign());
    writeKnown("icaoAddress", craft.icaoAddress());
    writeKnown("registration", craft.registration());
  }

  private void writeMeasures(List<PastFix> fixes) throws IOException {
    json.writeStringField("fromLocal", Written.local(fixes.get(0).atMillis()));
    json.writeStringField("toLocal", Written.local(fixes.get(fixes.size() - 1).atMillis()));
    json.writeArrayFieldStart("times");
    for (PastFix fix : fixes) {
      json.writeString(Written.utc(fix.atMillis()));
    }
    json.writeEndArray();
    writeList("speedsKnots", fixes, PastFix::speedKnots, 2);
    writeList(
        "speedsMetresPerSecond", fixes, fix -> Units.knotsToMetresPerSecond(fix.speedKnots()), 3);
    writeList("coursesDegrees", fixes, PastFix::courseDegrees, 1);
    writeList("altitudesFeet", fixes, PastFix::altitudeFeet, 0);
  }

  /** A list of a measure, null where it is not known; none if it never was. */
  private void writeList(
      String field, List<PastFix> fixes, ToDoubleFunction<PastFix> measure, int decimals)
      throws IOException {
    if (fixes.stream().mapToDouble(measure).allMatch(Double::isNaN)) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (PastFix fix : fixes) {
      double value = measure.applyAsDouble(fix);
      if (Double.isNaN(value)) {
        json.writeNull();
      } else {
        json.writeNumber(decimal(value, decimals));
      }
    }
    json.writeEndArray();
  }

  private void writeKnown(String field, String text) throws IOException {
    if (text != null) {
      json.writeStringField(field, text);
    }
  }

  private static BigDecimal decimal(double value, int decimals) {
    return new BigDecimal(Written.number(value, decimals));
  }

  @Override
  void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
