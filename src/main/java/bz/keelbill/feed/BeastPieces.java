package bz.keelbill.feed;

import bz.keelbill.adsb.BeastFraming;
import bz.keelbill.report.LineFraming;
import java.util.Arrays;

/**
 * Gives each frame of a Beast stream the number of a line. Bytes between frames are lines too, so
 * that they are counted.
 */
final class BeastPieces implements Framing, BeastFraming.Sink {
  private final BeastFraming frames = new BeastFraming();
  private LineFraming.Sink sink;
  private long number;

  @Override
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink to) {
    sink = to;
    frames.push(chunk, offset, count, this);
  }

  @Override
  public void finish(LineFraming.Sink to) {
    sink = to;
    frames.finish(this);
  }

  @Override
  public void reset() {
    frames.reset();
  }

  @Override
  public void frame(byte[] bytes, int from, int to) {
    sink.line(++number, Arrays.copyOfRange(bytes, from, to));
  }

  @Override
  public void garbage(byte[] bytes, int from, int to) {
    sink.line(++number, Arrays.copyOfRange(bytes, from, to));
  }
}
