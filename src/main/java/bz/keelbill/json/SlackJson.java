package bz.keelbill.json;

import bz.keelbill.detect.Patrol;
import bz.keelbill.detect.Slack;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Intercept;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How long there is to act on a craft, for its card; protocol.md has the form. Stateless. */
public final class SlackJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SlackJson() {}

  /** One object whose members are there when they apply; null for no slack. */
  public static String text(Slack slack) {
    if (slack == null) {
      return null;
    }
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      if (slack.shore() != null) {
        writeShore(slack.shore(), out);
      }
      writeCrossing("border", slack.border(), out);
      writeCrossing("economicZone", slack.economicZone(), out);
      if (slack.patrol() != null) {
        writePatrol(slack.patrol(), out);
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  private static void writeShore(Slack.Shore shore, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("coast");
    write("minutes", shore.minutes(), 1, out);
    write("landfall", shore.landfall(), out);
    write("earliestMinutes", shore.earliestMinutes(), 1, out);
    write("nearestNauticalMiles", Units.metresToNauticalMiles(shore.nearestMetres()), 2, out);
    write("nearestMinutes", shore.nearestMinutes(), 1, out);
    out.writeEndObject();
  }

  private static void writeCrossing(String name, Slack.Crossing crossing, JsonGenerator out)
      throws IOException {
    if (crossing != null) {
      out.writeObjectFieldStart(name);
      out.writeBooleanField("inward", crossing.isInward());
      write("minutes", crossing.minutes(), 1, out);
      write("at", crossing.at(), out);
      out.writeEndObject();
    }
  }

  /** Writes {@code patrol}: who of ours, and how they meet. */
  static void writePatrol(Patrol patrol, JsonGenerator out) throws IOException {
    Intercept intercept = patrol.intercept();
    out.writeObjectFieldStart("patrol");
    out.writeStringField("track", patrol.track());
    out.writeStringField("name", patrol.who());
    write("from", patrol.from(), out);
    write("speedKnots", patrol.knots(), 1, out);
    write("rangeNauticalMiles", Units.metresToNauticalMiles(patrol.metres()), 2, out);
    out.writeBooleanField("possible", intercept.isPossible());
    write("minutes", intercept.minutes(), 1, out);
    write("courseDegrees", intercept.courseDegrees(), 1, out);
    write("at", intercept.at(), out);
    write("earliestMinutes", intercept.earliestMinutes(), 1, out);
    write("latestMinutes", intercept.latestMinutes(), 1, out);
    write("neededKnots", intercept.neededKnots(), 1, out);
    out.writeBooleanField("overLand", patrol.isOverLand());
    out.writeEndObject();
  }

  private static void write(String name, double value, int decimals, JsonGenerator out)
      throws IOException {
    if (!Double.isNaN(value)) {
      out.writeFieldName(name);
      Decimals.writeOrNull(out, value, decimals);
    }
  }

  private static void write(String name, Position at, JsonGenerator out) throws IOException {
    if (at != null) {
      out.writeObjectFieldStart(name);
      out.writeFieldName("lat");
      Decimals.writeOrNull(out, at.latitude(), 5);
      out.writeFieldName("lon");
      Decimals.writeOrNull(out, at.longitude(), 5);
      out.writeEndObject();
    }
  }
}
