package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** Tracks as the websocket and REST write them; protocol.md has the form. */
public final class TrackJson {
  private static final int STALE = 1;
  private static final int LOST = 2;
  private static final int AT_REST = 4;
  private static final int TENTATIVE = 8;
  private static final int ALERTED = 16;
  private static final int OWN = 32;

  private TrackJson() {}

  /** Writes what seldom changes, with the last move; the caller has opened the object. */
  public static void writeMembers(TrackState track, boolean alerted, JsonGenerator out)
      throws IOException {
    out.writeNumberField("tid", track.serial());
    out.writeStringField("id", track.name());
    out.writeArrayFieldStart("contacts");
    for (String contact : track.contacts()) {
      out.writeString(contact);
    }
    out.writeEndArray();
    out.writeStringField("domain", track.domain() == Domain.AIR ? "air" : "sea");
    out.writeStringField("kind", CraftKind.of(track));
    writeIdentity(track.identity(), out);
    if (track.domain() == Domain.AIR) {
      AircraftJson.writeMembers(track.identity(), track.flight(), out);
    }
    out.writeBooleanField("own", track.standing().own());
    writeKnown("watchlist", track.standing().listedBecause(), out);
    writeKnown("plan", track.standing().plan(), out);
    TrackState.Source source = track.place().source();
    if (source != null) {
      out.writeStringField("source", source.kind().name());
      writeKnown("station", source.station(), out);
    }
    if (track.place().position() != null) {
      out.writeFieldName("move");
      writeMove(track, alerted, out);
    }
  }

  /** Writes {@code [tid, lon, lat, course, speed, heading, altitude, atMillis, flags]}. */
  public static void writeMove(TrackState track, boolean alerted, JsonGenerator out)
      throws IOException {
    TrackState.Place place = track.place();
    Position position = place.position();
    out.writeStartArray();
    out.writeNumber(track.serial());
    writeScaled(position.longitude(), 100_000, out);
    writeScaled(position.latitude(), 100_000, out);
    writeScaled(place.courseDegrees(), 10, out);
    writeScaled(place.speedKnots(), 10, out);
    writeScaled(place.headingDegrees(), 1, out);
    writeScaled(place.altitudeFeet(), 1, out);
    out.writeNumber(place.atMillis());
    out.writeNumber(flags(track, alerted));
    out.writeEndArray();
  }

  private static int flags(TrackState track, boolean alerted) {
    TrackState.Standing standing = track.standing();
    return (standing.freshness() == Freshness.STALE ? STALE : 0)
        | (standing.freshness() == Freshness.LOST ? LOST : 0)
        | (track.place().onGround() ? AT_REST : 0)
        | (standing.tentative() ? TENTATIVE : 0)
        | (alerted ? ALERTED : 0)
        | (standing.own() ? OWN : 0);
  }

  private static void writeIdentity(Identity identity, JsonGenerator out) throws IOException {
    writeKnown("name", identity.name(), out);
    if (identity.mmsi() != null) {
      VesselJson.writeNumber(identity.mmsi(), out);
    } else if (identity.vessel() != null) {
      VesselJson.writeFlag(identity.vessel().names().flag(), out);
    }
    if (identity.address() != null) {
      String form = identity.address().assigned() ? "%06x" : "~%06x";
      out.writeStringField(
          "icao24", String.format(Locale.ROOT, form, identity.address().address()));
    }
    if (identity.vessel() != null) {
      VesselJson.writeMembers(identity.vessel(), out);
    }
  }

  static void writeKnown(String field, String text, JsonGenerator out) throws IOException {
    if (text != null && !text.isEmpty()) {
      out.writeStringField(field, text);
    }
  }

  /** A number with few digits: integers are several times cheaper to write than doubles. */
  private static void writeScaled(double value, int scale, JsonGenerator out) throws IOException {
    if (Double.isNaN(value)) {
      out.writeNull();
      return;
    }
    long scaled = Math.round(value * scale);
    if (scaled % scale == 0) {
      out.writeNumber(scaled / scale);
    } else {
      out.writeNumber((double) scaled / scale);
    }
  }
}
