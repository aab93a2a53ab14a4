package bz.keelbill.json;

import bz.keelbill.adsb.AvrReader;
import bz.keelbill.adsb.BeastFraming;
import bz.keelbill.adsb.BeastReader;
import bz.keelbill.adsb.MessageClock;
import bz.keelbill.adsb.ModeSMessage;
import bz.keelbill.adsb.ModeSReader;
import bz.keelbill.adsb.StampedFrames;
import bz.keelbill.geo.Position;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Mode S frames of a Beast or AVR stream as JSON lines, in the form of {@link FlightJson}.
 *
 * <p>A position on the surface repeats in each quarter of the earth, so the stream is read twice:
 * its beginning first, for an aircraft in the air that tells which quarter it is.
 */
public final class FrameJson {
  private static final int CHUNK_BYTES = 1 << 14;
  private static final int LOOK_AHEAD_BYTES = 16 << 20;

  private final boolean isText;
  private final MessageClock.Counter counter;

  /** Frames of a Beast stream. */
  public static FrameJson ofBeast(MessageClock.Counter counter) {
    return new FrameJson(false, counter);
  }

  /** Lines of an AVR stream. */
  public static FrameJson ofAvr(MessageClock.Counter counter) {
    return new FrameJson(true, counter);
  }

  private FrameJson(boolean isText, MessageClock.Counter counter) {
    this.isText = isText;
    this.counter = counter;
  }

  /**
   * Writes every accepted frame, in input order.
   *
   * @param in supports marks
   * @throws IOException if a stream fails; bad frames never do
   */
  public FlightJson.Tally decode(InputStream in, OutputStream out) throws IOException {
    Pass pass = pass(near(in));
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      pass.push(chunk, count);
      pass.flushTo(out);
    }
    pass.finish();
    pass.flushTo(out);
    out.flush();
    return new FlightJson.Tally(pass.messages, pass.rejects);
  }

  private Pass pass(Position near) {
    ModeSReader frames = new ModeSReader(near, false);
    StampedFrames stamped = new StampedFrames(frames, counter, false);
    return isText ? new AvrPass(frames, stamped) : new BeastPass(frames, stamped);
  }

  /** The first place that an aircraft of the stream's beginning tells; null if none does. */
  private Position near(InputStream in) throws IOException {
    Pass pass = pass(null);
    byte[] chunk = new byte[CHUNK_BYTES];
    in.mark(LOOK_AHEAD_BYTES + CHUNK_BYTES);
    int total = 0;
    int count = pieceOf(in, chunk);
    while (count >= 0 && total < LOOK_AHEAD_BYTES && pass.frames.near() == null) {
      pass.push(chunk, count);
      pass.text.setLength(0);
      total += count;
      count = pieceOf(in, chunk);
    }
    in.reset();
    return pass.frames.near();
  }

  private static int pieceOf(InputStream in, byte[] chunk) {
    try {
      return in.read(chunk);
    } catch (IOException damaged) {
      return -1; // what came before it is still worth reading
    }
  }

  /** One reading of the stream; collects the text of one chunk's frames. */
  private abstract static class Pass implements ModeSReader.Output {
    final ModeSReader frames;
    private final StringBuilder text = new StringBuilder();
    private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
    private long messages;

    Pass(ModeSReader frames) {
      this.frames = frames;
    }

    abstract void push(byte[] chunk, int count);

    abstract void finish();

    /** The 0-based number of the frame at hand in the stream. */
    abstract long ordinal();

    @Override
    public void message(ModeSMessage message) {
      FlightJson.append(text, ordinal(), message);
      text.append('\n');
      messages++;
    }

    @Override
    public void reject(Reject.Reason reason) {
      rejects.merge(reason, 1L, Long::sum);
    }

    void flushTo(OutputStream out) throws IOException {
      out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
      text.setLength(0);
    }
  }

  private static final class BeastPass extends Pass implements BeastFraming.Sink {
    private final BeastFraming framing = new BeastFraming();
    private final BeastReader reader;
    private long frame = -1;

    BeastPass(ModeSReader frames, StampedFrames stamped) {
      super(frames);
      reader = new BeastReader(stamped);
    }

    @Override
    void push(byte[] chunk, int count) {
      framing.push(chunk, 0, count, this);
    }

    @Override
    void finish() {
      framing.finish(this);
    }

    @Override
    long ordinal() {
      return frame;
    }

    @Override
    public void frame(byte[] bytes, int from, int to) {
      frame++;
      reader.read(bytes, from, to, ModeSReader.TIMELESS, this);
    }

    @Override
    public void garbage(byte[] bytes, int from, int to) {
      reject(Reject.Reason.MALFORMED);
    }
  }

  private static final class AvrPass extends Pass implements LineFraming.Sink {
    private final LineFraming framing = new LineFraming(AvrReader.MAX_BYTES);
    private final AvrReader reader;

    AvrPass(ModeSReader frames, StampedFrames stamped) {
      super(frames);
      reader = new AvrReader(stamped);
    }

    @Override
    void push(byte[] chunk, int count) {
      framing.push(chunk, 0, count, this);
    }

    @Override
    void finish() {
      framing.finish(this);
    }

    @Override
    long ordinal() {
      return reader.count() - 1;
    }

    @Override
    public void line(long number, byte[] bytes) {
      reader.read(bytes, ModeSReader.TIMELESS, this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      reject(Reject.Reason.TOO_LONG);
    }
  }
}
