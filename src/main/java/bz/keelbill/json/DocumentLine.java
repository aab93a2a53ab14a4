package bz.keelbill.json;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** One line of a flight document on its way: its time, its aircraft, and what was refused of it. */
final class DocumentLine {
  /** A time above is in milliseconds, below in seconds; services differ. */
  private static final double LEAST_MILLIS = 1e11;

  private static final double MOST_MILLIS = 4e12;

  private final FlightNews news;
  private final Decoder.Output out;
  private final FieldReading head = new FieldReading();
  private final Line line;
  private final boolean isDocument;
  private FlightNews.Told told;
  private boolean isRepeated;

  /**
   * A line.
   *
   * @param isDocument whether it is of a document that tells all, else of one aircraft alone
   */
  DocumentLine(Line line, boolean isDocument, FlightNews news, Decoder.Output out) {
    this.line = line;
    this.isDocument = isDocument;
    this.news = news;
    this.out = out;
  }

  /** The time of the document, in seconds or milliseconds of Unix time. */
  void begin(JsonNode now) {
    begin(millis(head.number(now, 0, MOST_MILLIS)));
  }

  /** The time of the document, and seconds after it. */
  void begin(JsonNode now, JsonNode laterSeconds) {
    double later = head.number(laterSeconds, 0, LEAST_MILLIS / 1000);
    double start = head.number(now, 0, MOST_MILLIS);
    begin(Double.isNaN(later) ? FlightNews.NO_TIME : millis(start + later));
  }

  private void begin(long nowMillis) {
    told = new FlightNews.Told(line, nowMillis, isDocument);
    news.begin(told);
    refuse(head);
  }

  private static long millis(double time) {
    if (Double.isNaN(time)) {
      return FlightNews.NO_TIME;
    }
    return Math.round(time > LEAST_MILLIS ? time : time * 1000);
  }

  /** The document's time, else that of its arrival, Unix milliseconds. */
  long nowMillis() {
    return told.isTimed() ? told.nowMillis() : line.receivedAtMillis();
  }

  /** Tells one aircraft; it reads as null if it is none. */
  void tell(Function<FieldReading, ToldAircraft> read) {
    FieldReading reading = new FieldReading();
    ToldAircraft aircraft = read.apply(reading);
    refuse(reading);
    isRepeated |= aircraft != null && !news.tell(aircraft, told, out);
  }

  /** The line has been told. */
  void end(boolean isEmpty) {
    isRepeated |= isEmpty && !news.isEmptyAnew(told);
    if (isRepeated) {
      out.reject(FlightNews.repeated(line));
    }
  }

  private void refuse(FieldReading reading) {
    for (Reject.Reason fault : reading.faults()) {
      out.reject(new Reject(line, fault));
    }
  }
}
