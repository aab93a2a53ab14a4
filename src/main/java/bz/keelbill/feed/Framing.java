package bz.keelbill.feed;

import bz.keelbill.cot.CotFraming;
import bz.keelbill.json.AisHubFraming;
import bz.keelbill.json.FlightFraming;
import bz.keelbill.plan.PlanFraming;
import bz.keelbill.report.LineFraming;
import bz.keelbill.sighting.DetectionFraming;
import bz.keelbill.vms.NafFraming;
import java.util.function.Consumer;

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

  /** How a framing takes bytes. */
  @FunctionalInterface
  interface Push {
    /** As {@link Framing#push}. */
    void push(byte[] chunk, int offset, int count, LineFraming.Sink sink);
  }

  /** A framing of another package, by its three acts. */
  private static Framing of(Push push, Consumer<LineFraming.Sink> finish, Runnable reset) {
    return new Framing() {
      @Override
      public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
        push.push(chunk, offset, count, sink);
      }

      @Override
      public void finish(LineFraming.Sink sink) {
        finish.accept(sink);
      }

      @Override
      public void reset() {
        reset.run();
      }
    };
  }

  /** Lines up to LF. */
  static Framing ofLines(int maxBytes) {
    LineFraming lines = new LineFraming(maxBytes);
    return of(lines::push, lines::finish, lines::reset);
  }

  /** AISHub's documents; each vessel is one piece. */
  static Framing ofAisHub() {
    AisHubFraming documents = new AisHubFraming();
    return of(documents::push, documents::finish, documents::reset);
  }

  /** The documents of flight feeds; each aircraft is one piece. */
  static Framing ofFlights() {
    FlightFraming documents = new FlightFraming();
    return of(documents::push, documents::finish, documents::reset);
  }

  /** A table of detections; each row under its header is one piece. */
  static Framing ofDetections() {
    DetectionFraming tables = new DetectionFraming();
    return of(tables::push, tables::finish, tables::reset);
  }

  /** Frames of a Beast stream; each is one piece, and so is what lies between them. */
  static Framing ofBeast() {
    return new BeastPieces();
  }

  /** Cursor on Target events, with line ends between or without; each is one piece. */
  static Framing ofCot() {
    CotFraming events = new CotFraming();
    return of(events::push, events::finish, events::reset);
  }

  /** Records of tracking boxes, several on a line or one over several; each is one piece. */
  static Framing ofVms() {
    NafFraming records = new NafFraming();
    return of(records::push, records::finish, records::reset);
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
