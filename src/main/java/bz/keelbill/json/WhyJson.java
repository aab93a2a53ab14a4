package bz.keelbill.json;

import bz.keelbill.watch.Suppression;
import bz.keelbill.watch.Why;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Why there is an alert or none, as JSON: an object for each detector. Stateless; any thread. */
public final class WhyJson {
  private static final JsonFactory JSON = new JsonFactory();

  private WhyJson() {}

  /**
   * One object.
   *
   * @param track whose it is
   * @param atMillis of when it is told
   */
  public static String text(String track, long atMillis, Why why) {
    StringWriter text = new StringWriter(200);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("track", track);
      json.writeStringField("time", Instant.ofEpochMilli(atMillis).toString());
      json.writeStringField("kind", why.kind());
      json.writeStringField("outcome", why.outcome().word());
      JournalMembers.write(json, "alert", why.alert());
      write(why.stop(), json);
      write(why.suppression(), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  /** What was kept quiet on a track, one object. */
  public static String text(Suppression quiet) {
    StringWriter text = new StringWriter(200);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("kind", quiet.kind());
      write(quiet, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  private static void write(Why.Stop stop, JsonGenerator json) throws IOException {
    if (stop != null) {
      json.writeStringField("condition", stop.condition());
      writeRounded("value", stop.value(), json);
      writeRounded("limit", stop.limit(), json);
      if (!stop.unit().isEmpty()) {
        json.writeStringField("unit", stop.unit());
      }
      writeRounded("apart", stop.apart(), json);
    }
  }

  private static void writeRounded(String member, double value, JsonGenerator json)
      throws IOException {
    if (!Double.isNaN(value) && !Double.isInfinite(value)) {
      double rounded = Math.round(value * 100) / 100.0;
      if (rounded == Math.rint(rounded)) {
        json.writeNumberField(member, (long) rounded);
      } else {
        json.writeNumberField(member, rounded);
      }
    }
  }

  private static void write(Suppression quiet, JsonGenerator json) throws IOException {
    if (quiet != null) {
      json.writeStringField("by", quiet.by().word());
      json.writeStringField("why", quiet.why());
      JournalMembers.write(json, "entry", quiet.entry());
      JournalMembers.write(json, "headline", quiet.headline());
      json.writeStringField("said", Instant.ofEpochMilli(quiet.atMillis()).toString());
    }
  }
}
