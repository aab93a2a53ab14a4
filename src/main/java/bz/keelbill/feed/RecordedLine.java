package bz.keelbill.feed;

import bz.keelbill.report.Line;
import bz.keelbill.report.Report;
import java.util.List;

/**
 * One line of a recording with what it says.
 *
 * @param atMillis its place in time, Unix milliseconds: its reports' event time, or for a line
 *     without reports the time at which its file stands; 0 for a flight plan that counts from the
 *     start because nobody says when it was filed, so that it comes before everything
 * @param line the line; its feed is the file's name
 * @param reports may be empty
 */
public record RecordedLine(long atMillis, Line line, List<Report> reports) {

  /** Copies the list. */
  public RecordedLine {
    reports = List.copyOf(reports);
  }
}
