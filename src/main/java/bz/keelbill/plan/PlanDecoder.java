package bz.keelbill.plan;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flight plan messages (FPL CHG CNL DLA DEP ARR) to reports. A {@link Line} is one whole message
 * with its envelope, as {@link PlanFraming} cuts them.
 *
 * <p><b>Days.</b> Messages give hours and minutes. The day of the flight is DOF/; without it, FPL
 * and DLA mean the next such time after filing, the others the one nearest to it. The filing time
 * is the origin line's {@code ddhhmm} in the month nearest to the flight (plans are filed at most
 * five days ahead). Without an origin line a live message counts from its arrival; a recorded one
 * from {@link #FROM_THE_START}. Where neither DOF/ nor origin line help, the line's arrival time
 * takes their place: for a recording it must lie near the recording's time, not after its flights.
 */
public final class PlanDecoder implements Decoder {

  /** Filing time of a recorded message without an origin line: before everything real. */
  public static final long FROM_THE_START = 0;

  private static final Pattern OPENING = Pattern.compile("\\((?i:FPL|CHG|CNL|DLA|DEP|ARR)");
  private static final Pattern OTHER_TYPE =
      Pattern.compile("\\((?i:ALR|RCF|CPL|EST|CDN|ACP|LAM|RQP|RQS|SPL).*", Pattern.DOTALL);

  private final String station;
  private final boolean replay;

  /**
   * A decoder for one feed.
   *
   * @param station names the door by which plans come
   * @param replay whether lines come from a recording
   */
  public PlanDecoder(String station, boolean replay) {
    this.station = station;
    this.replay = replay;
  }

  @Override
  public void decode(Line line, Output out) {
    Reason refused = take(line, out);
    if (refused != null) {
      out.reject(new Reject(line, refused));
    }
  }

  private Reason take(Line line, Output out) {
    if (line.bytes().length > PlanFraming.MAX_BYTES) {
      return Reason.TOO_LONG;
    }
    String text = line.text();
    if (text.isBlank()) {
      return null;
    }
    int open = opening(text);
    if (open < 0) {
      return Reason.MALFORMED;
    }
    int close = text.indexOf(')', open);
    if (close < 0) {
      return Reason.SHORT;
    }
    String message = text.substring(open, close + 1).replaceAll("\\s+", " ");
    AtsMessage fields = AtsMessage.of(message);
    if (fields == null) {
      return whyNot(message);
    }
    out.report(report(line, text.substring(0, open), message, fields));
    return null;
  }

  /** The last opening of a known message: what stands before it may be the rest of a broken one. */
  private static int opening(String text) {
    Matcher matcher = OPENING.matcher(text);
    int open = text.indexOf('(');
    while (matcher.find()) {
      open = matcher.start();
    }
    return open;
  }

  private static Reason whyNot(String message) {
    if (AtsMessage.typeOf(message) != null) {
      return Reason.MALFORMED;
    }
    return OTHER_TYPE.matcher(message).matches() ? Reason.NOT_USED : Reason.UNKNOWN_TYPE;
  }

  private PlanMessage report(Line line, String envelope, String text, AtsMessage fields) {
    long arrival = line.receivedAtMillis();
    Integer minutes = fields.departure().minutes();
    Long day = fields.rest().other().dayOfFlight();
    Long offBlock =
        day == null || minutes == null
            ? null
            : Long.valueOf(day * PlanTime.DAY_MILLIS + minutes * PlanTime.MINUTE_MILLIS);
    Long filed = PlanTime.filed(envelope, offBlock == null ? arrival : offBlock);
    if (offBlock == null && minutes != null) {
      offBlock = PlanTime.offBlock(fields.type(), minutes, filed == null ? arrival : filed);
    }
    long from = filed != null ? filed : replay ? FROM_THE_START : arrival;
    Origin origin = new Origin(line.feed(), station, line.number(), from, arrival);
    PlanMessage.Flight flight =
        new PlanMessage.Flight(
            fields.callsign(),
            fields.departure().place(),
            offBlock,
            fields.destination().planned().place());
    return new PlanMessage(origin, fields.type(), flight, details(fields), text);
  }

  private static PlanMessage.Details details(AtsMessage fields) {
    OtherFields other = fields.rest().other();
    return new PlanMessage.Details(
        fields.destination().planned().minutes(),
        other.address(),
        other.get("REG"),
        fields.squawk(),
        fields.kind().rules(),
        fields.kind().aircraftType(),
        fields.route(),
        fields.destination().arrived().place());
  }
}
