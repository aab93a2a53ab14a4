package bz.keelbill.feed;

import bz.keelbill.report.Line;
import bz.keelbill.report.Report;
import java.util.List;

/**
 * What one read of one feed brought, in order: the unit that crosses from a feed to the watch, by
 * reference.
 *
 * @param feed the feed's configured name
 * @param lines 1 to {@value #MAX_LINES} lines; those without reports are there too, lines over the
 *     limit, lines cut off by a lost connection and empty ones are not
 * @param reports what the lines said, in the lines' order; may be empty
 */
public record Batch(String feed, List<Line> lines, List<Report> reports) {

  /** The most lines in one batch. */
  public static final int MAX_LINES = 256;

  /** Copies the lists. */
  public Batch {
    lines = List.copyOf(lines);
    reports = List.copyOf(reports);
  }
}
