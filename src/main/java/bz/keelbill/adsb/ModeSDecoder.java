package bz.keelbill.adsb;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;

/**
 * Mode S frames, from Beast or AVR, to reports.
 *
 * <p>One frame makes no aircraft: its reports begin with the second one within a minute.
 */
public final class ModeSDecoder implements Decoder {
  private static final int FRAMES_OF_AN_AIRCRAFT = 2;
  private static final String[] TYPES = types("");
  private static final String[] REPAIRED_TYPES = types("-repaired");

  private final Settings settings;
  private final Reader reader;
  private final Sink sink = new Sink();
  private final ModeSReader frames;
  private final FlightReports reports = new FlightReports(true);

  /** Reads the frames of one line. */
  private interface Reader {
    void read(Line line, ModeSReader.Output out);
  }

  /**
   * How to read one feed.
   *
   * @param station the receiver's station
   * @param receiver where it stands; null if that is not known or it moves
   * @param counter what it counts
   * @param repairs whether a squitter of a known aircraft with one wrong bit is put right
   * @param positionsAreMlat whether all its positions are computed ones
   * @param recorded whether lines come from a recording, whose times are told by the counter
   */
  public record Settings(
      String station,
      Position receiver,
      MessageClock.Counter counter,
      boolean repairs,
      boolean positionsAreMlat,
      boolean recorded) {

    /** A live feed of a receiver somewhere, with a 12 MHz counter. */
    public static Settings live(String station) {
      return new Settings(station, null, MessageClock.Counter.TICKS, false, false, false);
    }

    /** The same from a recording. */
    public static Settings recorded(String station) {
      return new Settings(station, null, MessageClock.Counter.TICKS, false, false, true);
    }
  }

  private ModeSDecoder(Settings settings, boolean isText) {
    this.settings = settings;
    frames = new ModeSReader(settings.receiver(), settings.repairs());
    StampedFrames stamped = new StampedFrames(frames, settings.counter(), !settings.recorded());
    reader = isText ? text(new AvrReader(stamped)) : binary(new BeastReader(stamped));
  }

  /** A decoder of the frames that {@link BeastFraming} cuts. */
  public static ModeSDecoder ofBeast(Settings settings) {
    return new ModeSDecoder(settings, false);
  }

  /** A decoder of AVR lines. */
  public static ModeSDecoder ofAvr(Settings settings) {
    return new ModeSDecoder(settings, true);
  }

  private static Reader binary(BeastReader reader) {
    return (line, out) ->
        reader.read(line.bytes(), 0, line.bytes().length, line.receivedAtMillis(), out);
  }

  private static Reader text(AvrReader reader) {
    return (line, out) -> reader.read(line.bytes(), line.receivedAtMillis(), out);
  }

  private static String[] types(String suffix) {
    String[] types = new String[32];
    for (int format = 0; format < types.length; format++) {
      types[format] = "DF" + format + suffix;
    }
    return types;
  }

  @Override
  public void decode(Line line, Output out) {
    sink.line = line;
    sink.out = out;
    if (line.bytes().length > AvrReader.MAX_BYTES) {
      out.reject(new Reject(line, Reject.Reason.TOO_LONG));
    } else {
      reader.read(line, sink);
    }
  }

  /** Turns the messages of the line at hand into reports. */
  private final class Sink implements ModeSReader.Output {
    private Line line;
    private Output out;

    @Override
    public void message(ModeSMessage message) {
      out.message((message.repaired ? REPAIRED_TYPES : TYPES)[message.format]);
      if (isAircraft(message)) {
        reports.report(message.flightWithReply(), origin(message), state(message), out);
      }
    }

    @Override
    public void reject(Reject.Reason reason) {
      out.reject(new Reject(line, reason));
    }

    private boolean isAircraft(ModeSMessage message) {
      return frames.framesOfSender() >= FRAMES_OF_AN_AIRCRAFT
          && message.address != 0
          && message.address != 0xFFFFFF;
    }

    private Origin origin(ModeSMessage message) {
      return new Origin(
          line.feed(),
          settings.station(),
          line.number(),
          message.atMillis,
          line.receivedAtMillis());
    }

    private Fix.State state(ModeSMessage message) {
      Fix.Source source = settings.positionsAreMlat() ? Fix.Source.MLAT : message.source;
      return PositionAccuracy.state(source, message.positionAccuracy, message.typeCode);
    }
  }
}
