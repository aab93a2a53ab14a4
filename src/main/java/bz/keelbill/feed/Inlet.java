package bz.keelbill.feed;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;

/**
 * One stream of bytes into a feed (a connection, a sender of datagrams, a file) with its own
 * framing and its own decoder, so that neither half lines nor parts of messages of two streams ever
 * meet.
 */
final class Inlet implements LineFraming.Sink {

  private final Feed feed;
  private final Framing framing;
  private final Decoder decoder;
  private long firstValidMillis = -1;
  private long lastValidMillis = -1;

  Inlet(Feed feed, Framing framing, Decoder decoder) {
    this.feed = feed;
    this.framing = framing;
    this.decoder = decoder;
  }

  /** Takes what one read brought. */
  void read(byte[] bytes) {
    read(bytes, 0, bytes.length);
  }

  /** Takes what one read brought. */
  void read(byte[] bytes, int offset, int count) {
    feed.reading();
    framing.push(bytes, offset, count, this);
    feed.endOfRead();
  }

  /** Takes one datagram, whose end ends its last line too. */
  void readWhole(byte[] bytes, int offset, int count) {
    feed.reading();
    framing.push(bytes, offset, count, this);
    framing.finish(this);
    feed.endOfRead();
  }

  /** Takes one message that is a line in itself; line ends inside it count as blanks. */
  void message(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = bytes[at] == '\n' || bytes[at] == '\r' ? (byte) ' ' : bytes[at];
    }
    feed.reading();
    line(0, bytes);
    feed.endOfRead();
  }

  /** The stream has ended as it should: what stands after the last line end is a line. */
  void end() {
    feed.reading();
    framing.finish(this);
    feed.endOfRead();
  }

  /** The stream broke off: half a line is counted, never decoded, since it may look whole. */
  void cut() {
    framing.finish(
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            feed.refuse(number, Reject.Reason.SHORT);
          }

          @Override
          public void tooLong(long number, byte[] start) {
            feed.refuse(number, Reject.Reason.TOO_LONG);
          }
        });
    framing.reset();
  }

  /** How long valid lines have come on this stream, milliseconds. */
  long goodMillis() {
    return lastValidMillis - firstValidMillis;
  }

  @Override
  public void line(long number, byte[] bytes) {
    if (feed.take(number, bytes, decoder)) {
      lastValidMillis = Feed.monotonicMillis();
      firstValidMillis = firstValidMillis < 0 ? lastValidMillis : firstValidMillis;
    }
  }

  @Override
  public void tooLong(long number, byte[] start) {
    feed.refuse(number, Reject.Reason.TOO_LONG);
  }
}
