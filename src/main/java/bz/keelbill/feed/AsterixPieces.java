package bz.keelbill.feed;

import bz.keelbill.asterix.AsterixFraming;
import bz.keelbill.report.LineFraming;

/**
 * Gives each block of an ASTERIX stream the number of a line. What lies between blocks is lines
 * too, so that it is counted.
 */
final class AsterixPieces implements Framing, AsterixFraming.Sink {
  private final AsterixFraming blocks = new AsterixFraming();
  private LineFraming.Sink sink;
  private long number;

  @Override
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink to) {
    sink = to;
    blocks.push(chunk, offset, count, this);
  }

  @Override
  public void finish(LineFraming.Sink to) {
    sink = to;
    blocks.finish(this);
  }

  @Override
  public void reset() {
    blocks.reset();
  }

  @Override
  public void piece(byte[] bytes) {
    sink.line(++number, bytes);
  }
}
