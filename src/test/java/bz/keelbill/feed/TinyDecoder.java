package bz.keelbill.feed;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.SafetyText;

/**
 * A format of the tests: {@code N text} is a report, {@code N@millis text} one with a time of its
 * own, {@code P} a part of a message, {@code BOOM} makes the decoder throw after a report; anything
 * else is refused.
 */
final class TinyDecoder implements Decoder {

  private final String station;
  private final boolean recorded;

  TinyDecoder(String station, boolean recorded) {
    this.station = station;
    this.recorded = recorded;
  }

  static DecoderSource source() {
    return (format, reading, recorded) -> new TinyDecoder(reading.station(), recorded);
  }

  @Override
  public void decode(Line line, Output out) {
    String text = line.text();
    if (text.startsWith("N ")) {
      out.report(report(line, line.receivedAtMillis(), text.substring(2)));
    } else if (text.startsWith("N@")) {
      int blank = text.indexOf(' ');
      long atMillis = Long.parseLong(text.substring(2, blank));
      out.report(
          report(line, recorded ? atMillis : line.receivedAtMillis(), text.substring(blank + 1)));
    } else if (text.startsWith("BOOM")) {
      out.report(report(line, line.receivedAtMillis(), "half made"));
      throw new IllegalStateException("a fault that the test asked for");
    } else if (!text.equals("P")) {
      out.reject(new Reject(line, Reject.Reason.CHECKSUM));
    }
  }

  private SafetyText report(Line line, long atMillis, String text) {
    Origin origin =
        new Origin(line.feed(), station, line.number(), atMillis, line.receivedAtMillis());
    return new SafetyText(origin, new ContactId.Mmsi(312_000_001), text, null);
  }
}
