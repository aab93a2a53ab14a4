package bz.keelbill.json;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * OpenSky's {@code states/all} as reports: {@code {"time":..., "states":[[...],...]}}, where no
 * aircraft at all is {@code null}.
 *
 * <p>A bad field never loses its aircraft, nor a bad aircraft its document; each is counted.
 */
public final class OpenSkyDecoder implements Decoder {
  private static final int MOST_AIRCRAFT = 64;

  private final FlightNews news;

  /**
   * Begins a feed.
   *
   * @param station under which the network's receivers are known here
   * @param recorded whether the documents are of the past, so that only their own times count
   */
  public OpenSkyDecoder(String station, boolean recorded) {
    this.news = new FlightNews(station, recorded, false);
  }

  @Override
  public void decode(Line line, Output out) {
    JsonNode root = OutsideJson.read(line.bytes());
    JsonNode states = root == null ? null : root.get("states");
    if (states == null || !states.isArray() && !states.isNull()) {
      out.reject(new Reject(line, fault(root)));
    } else if (states.size() > MOST_AIRCRAFT) {
      out.reject(new Reject(line, Reject.Reason.TOO_LONG));
    } else {
      DocumentLine document = new DocumentLine(line, true, news, out);
      document.begin(root.path("time"));
      for (JsonNode state : states) {
        document.tell(reading -> new OpenSkyState(state, reading).read(document.nowMillis()));
      }
      document.end(states.isEmpty());
    }
  }

  private static Reject.Reason fault(JsonNode root) {
    boolean complains =
        root != null && (root.path("message").isTextual() || root.path("error").isTextual());
    return complains ? Reject.Reason.SENDER_ERROR : Reject.Reason.MALFORMED;
  }
}
