package bz.keelbill.json;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What readsb and its kin tell, as reports: {@code aircraft.json}, the documents of the v2 services
 * that run it (their list is {@code ac}), single aircraft without a document around them, and the
 * traces that it keeps. Which of these a line is, it says itself.
 *
 * <p>A bad field never loses its aircraft, nor a bad aircraft its document; each is counted.
 */
public final class ReadsbDecoder implements Decoder {
  private static final int MOST_AIRCRAFT = 64;

  private final boolean recorded;
  private final FlightNews news;

  /**
   * Begins a feed.
   *
   * @param station under which the receiver, or the service's receivers, are known here
   * @param recorded whether the documents are of the past, so that only their own times count
   */
  public ReadsbDecoder(String station, boolean recorded) {
    this.recorded = recorded;
    this.news = new FlightNews(station, recorded, true);
  }

  @Override
  public void decode(Line line, Output out) {
    JsonNode root = OutsideJson.read(line.bytes());
    if (root == null || !root.isObject()) {
      out.reject(new Reject(line, Reject.Reason.MALFORMED));
    } else if (root.path("trace").isArray()) {
      readTrace(root, line, out);
    } else {
      read(root, line, out);
    }
  }

  private void read(JsonNode root, Line line, Output out) {
    JsonNode list = root.path("aircraft").isArray() ? root.path("aircraft") : root.path("ac");
    if (!list.isArray() && !root.has("hex")) {
      out.reject(new Reject(line, complaint(root)));
      return;
    }
    DocumentLine document = new DocumentLine(line, list.isArray(), news, out);
    document.begin(root.path("now"));
    if (!list.isArray()) {
      document.tell(reading -> new ReadsbAircraft(root, reading).read());
    } else if (list.size() > MOST_AIRCRAFT) {
      out.reject(new Reject(line, Reject.Reason.TOO_LONG));
    } else {
      list.forEach(each -> document.tell(reading -> new ReadsbAircraft(each, reading).read()));
    }
    document.end(list.isArray() && list.isEmpty());
  }

  /** The services say what is wrong in a word of their own in place of a list. */
  private static Reject.Reason complaint(JsonNode root) {
    boolean complains =
        root.path("message").isTextual()
            || root.path("msg").isTextual()
            || root.path("error").isTextual();
    return complains ? Reject.Reason.SENDER_ERROR : Reject.Reason.MALFORMED;
  }

  /** A trace is of the past: live it would look like news. */
  private void readTrace(JsonNode root, Line line, Output out) {
    if (!recorded) {
      out.reject(new Reject(line, Reject.Reason.NOT_USED));
      return;
    }
    FieldReading head = new FieldReading();
    ContactId.Icao24 contact = head.address(root.path("icao"));
    if (contact == null || root.path("trace").size() > MOST_AIRCRAFT) {
      out.reject(new Reject(line, Reject.Reason.MALFORMED));
      return;
    }
    for (JsonNode point : root.path("trace")) {
      DocumentLine document = new DocumentLine(line, false, news, out);
      document.begin(root.path("timestamp"), point.path(0));
      document.tell(reading -> new TracePoint(point, reading).read(contact, root));
      document.end(false);
    }
  }
}
