package bz.keelbill.plan;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.PlanMessage.Type;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import java.util.Set;

/**
 * Flight plan messages (FPL CHG CNL DLA DEP ARR) and rows of clearances to reports. A {@link Line}
 * is one whole message with its envelope, or one row under its table's header line, as {@link
 * PlanFraming} cuts them. A row of which a field is refused counts without it.
 *
 * <p><b>Days.</b> Messages give hours and minutes. The day of the flight is DOF/; without it, FPL
 * and DLA mean the next such time after filing, CHG and CNL the one nearest to it, DEP and ARR the
 * last before it (DEP even with DOF/, which is the planned day). The filing time is the origin
 * line's {@code ddhhmm} in the month nearest to the flight (plans are filed at most five days
 * ahead). Without an origin line a live message counts from its arrival; a recorded one from {@link
 * #FROM_THE_START}. Where neither DOF/ nor origin line help, the line's arrival time takes their
 * place: for a recording it must lie near the recording's time, not after its flights.
 */
public final class PlanDecoder implements Decoder {

  /** Filing time of a recorded message without an origin line: before everything real. */
  public static final long FROM_THE_START = 0;

  /** A day of flight further ahead than this is a slip of the pen; five days is the rule. */
  private static final long FARTHEST_AHEAD_MILLIS = 30 * PlanTime.DAY_MILLIS;

  private static final Set<String> OTHER_TYPES =
      Set.of("ALR", "RCF", "CPL", "EST", "CDN", "ACP", "LAM", "RQP", "RQS", "SPL");

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
    if (ClearanceTable.isTable(text)) {
      return ClearanceTable.decode(line, station, replay, out);
    }
    int open = opening(text);
    if (open < 0) {
      return Reason.MALFORMED;
    }
    int close = text.indexOf(')', open);
    if (close < 0) {
      return Reason.SHORT;
    }
    return take(line, text.substring(0, open), text.substring(open, close + 1), out);
  }

  private Reason take(Line line, String envelope, String text, Output out) {
    String message = Letters.unbroken(text);
    AtsMessage fields = AtsMessage.of(message);
    if (fields == null) {
      return whyNot(message);
    }
    if (fields.departure().minutes() == null && needsTime(fields.type())) {
      return Reason.OUT_OF_RANGE;
    }
    PlanMessage report = report(line, envelope, message, fields);
    if (isTooFarAhead(report)) {
      return Reason.OUT_OF_RANGE;
    }
    out.message(fields.type().name());
    out.report(report);
    return null;
  }

  private boolean isTooFarAhead(PlanMessage report) {
    Long offBlock = report.flight().offBlockAtMillis();
    long arrival = report.origin().receivedAtMillis();
    return !replay && offBlock != null && offBlock - arrival > FARTHEST_AHEAD_MILLIS;
  }

  /** The last opening of a known message: what stands before it may be the rest of a broken one. */
  private static int opening(String text) {
    int last = text.lastIndexOf('(');
    while (last >= 0 && !isOpening(text, last)) {
      last = text.lastIndexOf('(', last - 1);
    }
    return last >= 0 ? last : text.indexOf('(');
  }

  /** A parenthesis in a remark may be followed by a word such as "DEPARTURE". */
  private static boolean isOpening(String text, int at) {
    boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n';
    boolean endsType = text.length() > at + 4 && text.charAt(at + 4) == '-';
    return (beginsLine || endsType) && AtsMessage.typeOf(text, at) != null;
  }

  /** Without an off-block time these would hold at any time, or say nothing. */
  private static boolean needsTime(Type type) {
    return type == Type.FPL || type == Type.DLA || type == Type.DEP;
  }

  private static Reason whyNot(String message) {
    if (AtsMessage.typeOf(message, 0) != null) {
      return Reason.MALFORMED;
    }
    boolean isOther =
        message.length() > 4
            && OTHER_TYPES.contains(message.substring(1, 4).toUpperCase(java.util.Locale.ROOT));
    return isOther ? Reason.NOT_USED : Reason.UNKNOWN_TYPE;
  }

  private PlanMessage report(Line line, String envelope, String text, AtsMessage fields) {
    long arrival = line.receivedAtMillis();
    Long planned = planned(fields);
    Long filed = PlanTime.filed(envelope, planned == null ? arrival : planned);
    Integer minutes = fields.departure().minutes();
    boolean actual = fields.type() == Type.DEP && filed != null;
    Long offBlock =
        minutes == null || planned != null && !actual
            ? planned
            : Long.valueOf(
                PlanTime.offBlock(fields.type(), minutes, filed == null ? arrival : filed));
    long from = filed != null ? filed : replay ? FROM_THE_START : arrival;
    Origin origin = new Origin(line.feed(), station, line.number(), from, arrival);
    PlanMessage.Flight flight =
        new PlanMessage.Flight(
            fields.callsign(),
            fields.departure().place(),
            offBlock,
            fields.destination().planned().place());
    return new PlanMessage(
        origin, fields.type(), flight, details(fields), extras(fields), null, text);
  }

  private static PlanMessage.Extras extras(AtsMessage fields) {
    return new PlanMessage.Extras(
        fields.rest().number(),
        fields.kind().equipment(),
        fields.destination().alternates(),
        fields.rest().other().texts(),
        fields.rest().notUnderstood());
  }

  /** Field 13 on the day of DOF/; null if one of them is missing. */
  private static Long planned(AtsMessage fields) {
    Integer minutes = fields.departure().minutes();
    Long day = fields.rest().other().dayOfFlight();
    return day == null || minutes == null
        ? null
        : Long.valueOf(day * PlanTime.DAY_MILLIS + minutes * PlanTime.MINUTE_MILLIS);
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
