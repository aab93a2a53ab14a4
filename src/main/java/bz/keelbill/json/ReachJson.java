package bz.keelbill.json;

import bz.keelbill.geo.Coast;
import bz.keelbill.track.Going;
import bz.keelbill.track.Reach;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a craft may have got to, as a GeoJSON feature with what was assumed; protocol.md has the
 * form. Stateless; any thread.
 */
public final class ReachJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DECIMALS = 5;

  private ReachJson() {}

  /**
   * What is to be worked out.
   *
   * @param track the track's name
   * @param atMillis for when
   */
  public record Question(String track, Reach reach, long atMillis) {}

  /** The feature; works the area out, which takes some milliseconds. */
  public static String text(Question question, Coast coast) {
    StringWriter text = new StringWriter(16_384);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("type", "Feature");
      out.writeStringField("id", question.track());
      out.writeObjectFieldStart("properties");
      writeAssumptions(question, out);
      out.writeEndObject();
      out.writeFieldName("geometry");
      writeShape(question.reach().area(coast, question.atMillis()).geometry(), out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  private static void writeAssumptions(Question question, JsonGenerator out) throws IOException {
    Reach reach = question.reach();
    Going last = reach.last();
    out.writeStringField("at", Instant.ofEpochMilli(question.atMillis()).toString());
    out.writeStringField("seenAt", Instant.ofEpochMilli(reach.seenAtMillis()).toString());
    writeKnown("minutes", reach.seconds(question.atMillis()) / 60, 1, out);
    writeKnown("timeErrorMinutes", reach.timeErrorMillis() / 60_000.0, 1, out);
    writeKnown("errorMetres", last.errorMetres(), 0, out);
    writeKnown("speedKnots", last.speedKnots(), 1, out);
    writeKnown("courseDegrees", last.courseDegrees(), 1, out);
    out.writeStringField("ability", reach.ability().word());
    writeKnown("maxKnots", Math.max(reach.ability().maxKnots(), reach.startKnots()), 1, out);
    out.writeNumberField("limitMinutes", reach.ability().limitMinutes());
    out.writeBooleanField("stoppedByLand", !reach.ability().flies());
  }

  private static void writeKnown(String name, double value, int decimals, JsonGenerator out)
      throws IOException {
    if (!Double.isNaN(value)) {
      out.writeFieldName(name);
      Decimals.writeOrNull(out, value, decimals);
    }
  }

  private static void writeShape(Geometry shape, JsonGenerator out) throws IOException {
    if (shape.isEmpty()) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeStringField("type", "MultiPolygon");
    out.writeArrayFieldStart("coordinates");
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon part = (Polygon) shape.getGeometryN(i);
      out.writeStartArray();
      writeRing(part.getExteriorRing(), out);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        writeRing(part.getInteriorRingN(hole), out);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeRing(LinearRing ring, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Coordinate corner : ring.getCoordinates()) {
      out.writeStartArray();
      Decimals.writeOrNull(out, corner.x, DECIMALS);
      Decimals.writeOrNull(out, corner.y, DECIMALS);
      out.writeEndArray();
    }
    out.writeEndArray();
  }
}
