package bz.keelbill.web;

import bz.keelbill.record.Craft;
import bz.keelbill.record.FoundTrack;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Tracks found in recordings, as JSON; what is not known is not there. */
final class FoundTracks {
  private FoundTracks() {}

  static JsonObject json(FoundTrack found) {
    JsonObject json = craft(found.craft());
    json.put("fixes", found.fixes())
        .put("first", moment(found.first()))
        .put("last", moment(found.last()));
    if (found.closest() != null) {
      json.put("closestMetres", Math.round(found.closest().metres()))
          .put("closestAt", Replies.time(found.closest().atMillis()));
    }
    if (!found.crossings().isEmpty()) {
      JsonArray crossings = new JsonArray();
      found.crossings().forEach(each -> crossings.add(crossing(each)));
      json.put("crossings", crossings);
    }
    return json;
  }

  private static JsonObject craft(Craft craft) {
    JsonObject json = new JsonObject().put("track", craft.track());
    putKnown(json, "domain", craft.domain());
    putKnown(json, "name", craft.name());
    putKnown(json, "mmsi", craft.mmsi());
    putKnown(json, "imo", craft.imo());
    putKnown(json, "callsign", craft.callsign());
    putKnown(json, "icao24", craft.icaoAddress());
    putKnown(json, "registration", craft.registration());
    return json;
  }

  private static void putKnown(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static JsonObject moment(FoundTrack.Moment moment) {
    return new JsonObject()
        .put("time", Replies.time(moment.atMillis()))
        .put("lat", moment.position().latitude())
        .put("lon", moment.position().longitude());
  }

  private static JsonObject crossing(FoundTrack.Crossing crossing) {
    return new JsonObject()
        .put("how", crossing.how())
        .put("after", Replies.time(crossing.beforeMillis()))
        .put("before", Replies.time(crossing.afterMillis()));
  }
}
