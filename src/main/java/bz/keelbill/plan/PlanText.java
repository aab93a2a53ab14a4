package bz.keelbill.plan;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text of flight plan messages, or of a table of clearances, or of both, as somebody pastes it:
 * what can be taken of it and what not, each with the line on which it stands.
 *
 * @param taken in the order of the text
 * @param refused in the order of the text
 */
public record PlanText(List<Taken> taken, List<Refused> refused) {
  /** The most messages and rows taken of one text; the others are refused. */
  public static final int MOST_TAKEN = 1_000;

  private static final int MOST_REFUSED = 1_000;
  private static final int LONGEST_QUOTE = 160;

  /** Copies the lists. */
  public PlanText {
    taken = List.copyOf(taken);
    refused = List.copyOf(refused);
  }

  /**
   * One message or row that was understood, at least in part.
   *
   * @param line from 1
   * @param text the message with its envelope, or the row under its header
   */
  public record Taken(long line, String text, PlanMessage message) {}

  /**
   * What was not.
   *
   * @param line from 1
   * @param detail why, in words
   * @param text its beginning
   */
  public record Refused(long line, Reason reason, String detail, String text) {}

  /**
   * Reads a text.
   *
   * @param feed the name under which its messages go
   * @param station who brings it
   * @param atMillis when, Unix milliseconds
   */
  public static PlanText read(byte[] text, String feed, String station, long atMillis) {
    Reading reading = new Reading(feed, new PlanDecoder(station, false), atMillis);
    PlanFraming framing = new PlanFraming();
    framing.push(text, 0, text.length, reading);
    framing.finish(reading);
    return new PlanText(reading.taken, reading.refused);
  }

  private static final class Reading implements PlanFraming.Sink, Decoder.Output {
    private final String feed;
    private final PlanDecoder decoder;
    private final long atMillis;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private Line line;

    private Reading(String feed, PlanDecoder decoder, long atMillis) {
      this.feed = feed;
      this.decoder = decoder;
      this.atMillis = atMillis;
    }

    @Override
    public void message(long number, byte[] bytes) {
      line = new Line(feed, number, atMillis, bytes);
      decoder.decode(line, this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      refuse(number, Reason.TOO_LONG, "too long to be a message or a row", utf8(start));
    }

    @Override
    public void report(Report report) {
      if (taken.size() == MOST_TAKEN) {
        refuse(line.number(), Reason.TOO_LONG, "more than a thousand at once", quoted());
      } else {
        taken.add(new Taken(line.number(), utf8(line.bytes()), (PlanMessage) report));
      }
    }

    @Override
    public void reject(Reject reject) {
      // What is wrong with a cell stands on the plan itself.
      if (reject.reason() == Reason.UNKNOWN_COLUMN) {
        refuseColumns();
      } else if (reject.reason() != Reason.FIELD_REFUSED) {
        refuse(line.number(), reject.reason(), detail(reject.reason()), quoted());
      }
    }

    private void refuseColumns() {
      List<String> unknown = ClearanceTable.ofHeader(line.text()).unknown();
      boolean told = !refused.isEmpty() && refused.get(refused.size() - 1).line() == line.number();
      if (!told) {
        String names = utf8(String.join(", ", unknown).getBytes(StandardCharsets.ISO_8859_1));
        refuse(line.number(), Reason.UNKNOWN_COLUMN, "columns left out: " + names, quoted());
      }
    }

    /** Of a row the row itself, of a message all of it. */
    private String quoted() {
      String text = utf8(line.bytes()).strip();
      boolean isRow = ClearanceTable.isTable(line.text()) && text.indexOf('\n') > 0;
      return isRow ? text.substring(text.indexOf('\n') + 1) : text;
    }

    private void refuse(long number, Reason reason, String detail, String text) {
      if (refused.size() < MOST_REFUSED) {
        String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
        refused.add(new Refused(number, reason, detail, start));
      }
    }
  }

  private static String detail(Reason reason) {
    return switch (reason) {
      case SHORT -> "the message has no end: no closing bracket";
      case OUT_OF_RANGE -> "no time of departure, or one that cannot be";
      case UNKNOWN_TYPE -> "no message type that exists";
      case NOT_USED -> "a message type that tells nothing of a plan";
      case MALFORMED -> "no flight can be made out";
      default -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
