package bz.keelbill.json;

import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.detect.FlightVerdict.Said;
import bz.keelbill.detect.PlanLook;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.track.Track;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** How an aircraft stands with the plans, for its card; protocol.md has the form. Stateless. */
public final class FlightVerdictJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FlightVerdictJson() {}

  /** One object. */
  public static String text(FlightVerdict verdict, Track track) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("planState", PlanLook.word(verdict.standing()));
      out.writeFieldName("verdict");
      write(verdict.said(), out);
      out.writeArrayFieldStart("notes");
      for (Said note : verdict.notes()) {
        write(note, out);
      }
      out.writeEndArray();
      writePlans(verdict.match(), out);
      double rate =
          track.height() == null ? Double.NaN : track.height().verticalRateFeetPerMinute();
      if (!Double.isNaN(rate)) {
        out.writeNumberField("verticalRateFeetPerMinute", Math.round(rate));
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  private static void writePlans(PlanMatch match, JsonGenerator out) throws IOException {
    if (match.plan() != null) {
      out.writeFieldName("plan");
      out.writeStartObject();
      writePlan(match.plan(), out);
      out.writeStringField("matchedBy", PlanLook.word(match.key()));
      out.writeEndObject();
    }
    out.writeArrayFieldStart("near");
    for (PlanMatch.Candidate near : match.nearest()) {
      out.writeStartObject();
      writePlan(near.plan(), out);
      out.writeStringField("failed", PlanLook.word(near.failure()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writePlan(FlightPlan plan, JsonGenerator out) throws IOException {
    out.writeStringField("name", plan.name());
    TrackJson.writeKnown("callsign", plan.flight().callsign(), out);
    TrackJson.writeKnown("departure", plan.flight().departure(), out);
    TrackJson.writeKnown("destination", plan.flight().destination(), out);
    TrackJson.writeKnown("route", plan.route(), out);
    TrackJson.writeKnown("registration", plan.aircraft().registration(), out);
    TrackJson.writeKnown("type", plan.aircraft().type(), out);
    TrackJson.writeKnown("rules", plan.filed().details().rules(), out);
    out.writeStringField("state", PlanLook.word(plan.stage()));
    if (plan.offBlockAtMillis() != null) {
      out.writeStringField("eobt", time(plan.offBlockAtMillis()));
      if (plan.times().enrouteMinutes() != null) {
        out.writeStringField("eta", time(plan.arrivalAtMillis()));
      }
    }
  }

  private static void write(Said said, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("key", said.key());
    out.writeObjectFieldStart("values");
    for (Map.Entry<String, Object> entry : said.values().entrySet()) {
      if (entry.getValue() instanceof Number number) {
        out.writeNumberField(entry.getKey(), number.doubleValue());
      } else if (entry.getValue() != null) {
        out.writeStringField(entry.getKey(), entry.getValue().toString());
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
