package bz.keelbill.ais;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import java.util.stream.IntStream;

/**
 * The lines of one AIS feed as reports.
 *
 * <p>Messages of the receiving ship itself (VDO) give no report: one's own antenna is no target.
 */
public final class AisDecoder implements Decoder {
  private static final String[] TYPES =
      IntStream.rangeClosed(0, 27).mapToObj(Integer::toString).toArray(String[]::new);

  private final String station;
  private final AisReader.Timing timing;
  private final AisReader reader;
  private final Sink sink = new Sink();

  /**
   * Begins a feed.
   *
   * @param station the sensor's name for reports whose tag block names none
   * @param timing whether arrival times may be believed
   */
  public AisDecoder(String station, AisReader.Timing timing) {
    this.station = station;
    this.timing = timing;
    this.reader = new AisReader(timing);
  }

  @Override
  public void decode(Line line, Output out) {
    sink.line = line;
    sink.out = out;
    byte[] bytes = line.bytes();
    reader.read(bytes, 0, bytes.length, line.number(), line.receivedAtMillis(), sink);
  }

  /** Parts of one message wait ten seconds for each other. */
  @Override
  public long memoryMillis() {
    return 60_000;
  }

  private Origin origin(Line line, AisMessage message) {
    String source = message.reception().source();
    long clock = message.reception().stationAtMillis();
    boolean tellsTime = clock != AisMessage.NO_TIME;
    // A file does not say when its lines arrived: the station's time is the best guess.
    boolean isArrivalKnown = timing == AisReader.Timing.LIVE || !tellsTime;
    return new Origin(
        line.feed(),
        source == null ? station : source,
        line.number(),
        EventTime.of(message, timing),
        isArrivalKnown ? line.receivedAtMillis() : clock,
        tellsTime ? (Long) clock : null,
        Beacon.concerns(message) ? 0 : message.hash());
  }

  private final class Sink implements AisReader.Output {
    private Line line;
    private Output out;

    @Override
    public void message(AisMessage message) {
      out.message(TYPES[message.type()]);
      if (!message.reception().isOwnShip()) {
        AisReports.report(message, origin(line, message), out);
      }
    }

    @Override
    public void reject(Reject.Reason reason) {
      out.reject(new Reject(line, reason));
    }
  }
}
