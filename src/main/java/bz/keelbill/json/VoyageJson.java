package bz.keelbill.json;

import bz.keelbill.detect.Bound;
import bz.keelbill.geo.Port;
import bz.keelbill.track.PortCall;
import bz.keelbill.watch.PortLog;
import bz.keelbill.watch.Voyage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Voyages and port calls as the page reads them; what is not known is absent. Stateless. */
public final class VoyageJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double METRES_PER_MILE = 1852;

  private VoyageJson() {}

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String object(Writing members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A voyage; null for none. */
  public static String text(Voyage voyage, long nowMillis) {
    return voyage == null ? null : object(json -> write(voyage, nowMillis, json));
  }

  private static void write(Voyage voyage, long nowMillis, JsonGenerator json) throws IOException {
    if (!voyage.destination().text().isEmpty()) {
      json.writeStringField("destination", voyage.destination().text());
    }
    port("from", voyage.destination().from(), json);
    port("to", voyage.destination().to(), json);
    time("eta", voyage.etaMillis(), json);
    Bound bound = voyage.bound();
    if (bound != null) {
      json.writeObjectFieldStart("bound");
      json.writeStringField("port", bound.port().calledBy());
      json.writeNumberField("miles", Math.round(bound.metres() / METRES_PER_MILE * 10) / 10.0);
      if (!Double.isNaN(bound.minutes())) {
        json.writeNumberField("minutes", Math.round(bound.minutes()));
      }
      json.writeEndObject();
    }
    JournalMembers.write(json, "odd", voyage.odd());
    json.writeArrayFieldStart("calls");
    List<PortCall> calls = voyage.calls();
    for (int at = calls.size() - 1; at >= 0; at--) {
      json.writeStartObject();
      write(calls.get(at), nowMillis, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One port call with its vessel. */
  public static String text(PortLog.Entry entry, long nowMillis) {
    return object(
        json -> {
          json.writeStringField("track", entry.track());
          JournalMembers.write(json, "vessel", entry.vessel());
          write(entry.call(), nowMillis, json);
        });
  }

  private static void write(PortCall call, long nowMillis, JsonGenerator json) throws IOException {
    port("port", call.port(), json);
    json.writeNumberField("lat", Math.round(call.position().latitude() * 1e5) / 1e5);
    json.writeNumberField("lon", Math.round(call.position().longitude() * 1e5) / 1e5);
    json.writeBooleanField("atAnchor", call.isAtAnchor());
    time("arrived", call.arrivedAtMillis(), json);
    json.writeBooleanField("seenArriving", call.seenArriving());
    time("lastSeen", call.lastSeenAtMillis(), json);
    time("departed", call.isOpen() ? null : call.departedAtMillis(), json);
    long until =
        call.isOpen() ? Math.max(nowMillis, call.lastSeenAtMillis()) : call.departedAtMillis();
    json.writeNumberField("minutes", (until - call.arrivedAtMillis()) / 60_000);
  }

  private static void port(String name, Port port, JsonGenerator json) throws IOException {
    if (port != null) {
      json.writeObjectFieldStart(name);
      json.writeStringField("id", port.place().id());
      json.writeStringField("name", port.calledBy());
      JournalMembers.write(json, "kind", port.place().kind());
      JournalMembers.write(json, "country", port.place().country());
      JournalMembers.write(json, "unlocode", port.unlocode());
      json.writeEndObject();
    }
  }

  private static void time(String name, Long millis, JsonGenerator json) throws IOException {
    if (millis != null) {
      json.writeStringField(name, Instant.ofEpochMilli(millis).toString());
    }
  }
}
