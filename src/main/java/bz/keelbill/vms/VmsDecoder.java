package bz.keelbill.vms;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.VesselIdentity;
import java.util.Locale;

/**
 * Records of fishing vessels' tracking boxes (NAF) to reports: who, then where.
 *
 * <p>A line is one record. A box speaks every quarter of an hour and its record may come much
 * later, so its time is no witness of anybody's clock.
 */
public final class VmsDecoder implements Decoder {
  private static final long MOST_FUTURE_MILLIS = 60_000;

  private final String station;
  private final boolean recorded;
  private final NafReader reader = new NafReader();
  private final Sink sink = new Sink();

  /**
   * A decoder for one feed.
   *
   * @param station who sends the records
   * @param recorded whether lines come from a recording: a record's own time always holds
   */
  public VmsDecoder(String station, boolean recorded) {
    this.station = station;
    this.recorded = recorded;
  }

  @Override
  public void decode(Line line, Output out) {
    sink.line = line;
    sink.out = out;
    reader.read(line.bytes(), sink);
  }

  /** Turns the record at hand into reports. */
  private final class Sink implements NafReader.Output {
    private Line line;
    private Output out;

    @Override
    public void message(NafMessage message) {
      out.message(message.type().toLowerCase(Locale.ROOT));
      long arrival = line.receivedAtMillis();
      boolean isFuture = !recorded && message.atMillis() > arrival + MOST_FUTURE_MILLIS;
      long at = isFuture ? arrival : message.atMillis();
      Origin origin = new Origin(line.feed(), station, line.number(), at, arrival);
      ContactId contact = new ContactId.Vms(message.ship().mark());
      out.report(identity(origin, contact, message.ship()));
      out.report(fix(origin, contact, message));
    }

    @Override
    public void reject(Reason reason) {
      out.reject(new Reject(line, reason));
    }
  }

  private static VesselIdentity identity(Origin origin, ContactId contact, NafMessage.Ship ship) {
    VesselIdentity.Names names =
        new VesselIdentity.Names(
            ship.name(), ship.callsign(), null, ship.registration(), ship.flag());
    return new VesselIdentity(origin, contact, names, null, null, null, null, null);
  }

  private static Fix fix(Origin origin, ContactId contact, NafMessage message) {
    Fix.Motion motion = new Fix.Motion(message.speedKnots(), message.courseDegrees(), Double.NaN);
    Fix.Accuracy accuracy = Fix.Accuracy.circle(message.sigmaMetres());
    Fix.State state = new Fix.State(Fix.Source.VMS, accuracy, null);
    return new Fix(origin, contact, message.position(), motion, null, state);
  }
}
