package bz.keelbill.feed;

import bz.keelbill.json.AisHubFraming;
import bz.keelbill.json.FlightFraming;
import bz.keelbill.plan.PlanFraming;
import bz.keelbill.report.LineFraming;

/**
 * Cuts a stream of bytes into the pieces that a decoder takes: lines, messages over several lines,
 * or binary frames. The pieces do not depend on how the stream is chunked, and memory is bounded.
 */
public interface Framing {

  /** Takes the next bytes of the stream. */
  void push(byte[] chunk, int offset, int count, LineFraming.Sink sink);

  /** The stream has ended: gives out what stands unfinished. */
  void finish(LineFraming.Sink sink);

  /** Forgets what stands unfinished. */
  void reset();

  /** Lines up to LF. */
  static Framing ofLines(int maxBytes) {
    LineFraming lines = new LineFraming(maxBytes);
    return new Framing() {
      @Override
      public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
        lines.push(chunk, offset, count, sink);
      }

      @Override
      public void finish(LineFraming.Sink sink) {
        lines.finish(sink);
      }

      @Override
      public void reset() {
        lines.reset();
      }
    };
  }

  /** AISHub's documents; each vessel is one piece. */
  static Framing ofAisHub() {
    AisHubFraming documents = new AisHubFraming();
    return new Framing() {
      @Override
      public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
        documents.push(chunk, offset, count, sink);
      }

      @Override
      public void finish(LineFraming.Sink sink) {
        documents.finish(sink);
      }

      @Override
      public void reset() {
        documents.reset();
      }
    };
  }

  /** The documents of flight feeds; each aircraft is one piece. */
  static Framing ofFlights() {
    FlightFraming documents = new FlightFraming();
    return new Framing() {
      @Override
      public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
        documents.push(chunk, offset, count, sink);
      }

      @Override
      public void finish(LineFraming.Sink sink) {
        documents.finish(sink);
      }

      @Override
      public void reset() {
        documents.reset();
      }
    };
  }

  /** Frames of a Beast stream; each is one piece, and so is what lies between them. */
  static Framing ofBeast() {
    return new BeastPieces();
  }

  /** Flight plan messages, which run over several lines; each is one piece. */
  static Framing ofPlans() {
    PlanFraming plans = new PlanFraming();
    return new Framing() {
      @Override
      public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
        plans.push(chunk, offset, count, asMessages(sink));
      }

      @Override
      public void finish(LineFraming.Sink sink) {
        plans.finish(asMessages(sink));
      }

      @Override
      public void reset() {
        plans.reset();
      }
    };
  }

  private static PlanFraming.Sink asMessages(LineFraming.Sink sink) {
    return new PlanFraming.Sink() {
      @Override
      public void message(long number, byte[] bytes) {
        sink.line(number, bytes);
      }

      @Override
      public void tooLong(long number, byte[] start) {
        sink.tooLong(number, start);
      }
    };
  }
}
