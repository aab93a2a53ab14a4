package bz.keelbill.feed;

import bz.keelbill.report.Note;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a feed is, at one instant; for the page and for REST.
 *
 * @param name the feed's name
 * @param format the format's word
 * @param transport the transport's word
 * @param address where its bytes come from
 * @param state whether it speaks
 * @param sinceMillis since when it is in this state, Unix time in milliseconds
 * @param lastLineAtMillis when the last valid line came; null if none ever did
 * @param counts what has come so far
 * @param remarks what an operator should set right
 */
public record FeedState(
    String name,
    String format,
    String transport,
    String address,
    State state,
    long sinceMillis,
    Long lastLineAtMillis,
    Counts counts,
    List<Remark> remarks) {

  /**
   * What is wrong with the feed as a whole.
   *
   * @param sinceMillis since when that is known, Unix time in milliseconds
   */
  public record Remark(Note note, long sinceMillis) {}

  /**
   * Whether a feed speaks. A feed leaves {@link #DOWN} and {@link #SILENT} for {@link #UP} only by
   * a valid line, not by a mere connection, so that a peer that accepts and says nothing is never
   * taken for a working one.
   */
  public enum State {
    /** Begun, and no valid line yet. */
    CONNECTING,
    /** Valid lines come. */
    UP,
    /** There is a way, but no valid line came on it for too long. */
    SILENT,
    /** There is no way: refused, lost, not bound, no such file. */
    DOWN,
    /** The file has been read to its end. */
    DONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As the page writes it: lower case. */
    public String word() {
      return word;
    }
  }

  /**
   * What has come since the start.
   *
   * @param lines all lines, refused and empty ones too
   * @param linesPerSecond mean of the last ten seconds or so
   * @param reports what they said
   * @param rejects refusals by reason, sorted by reason; besides the reasons of {@link
   *     bz.keelbill.report.Reject.Reason} there is {@code dropped} for datagrams that came faster
   *     than the watch could take them, {@code decoder-failed} for a fault of ours, {@code
   *     http-429} and the like for answers of a server that were not the one wanted, and {@code
   *     connection}, {@code timeout} and {@code body-too-long} for those that did not come whole
   */
  public record Counts(
      long lines,
      double linesPerSecond,
      long reports,
      Map<String, Long> rejects,
      Map<String, Long> messages) {
    /** Copies the maps. */
    public Counts {
      rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
      messages = Collections.unmodifiableMap(new TreeMap<>(messages));
    }
  }
}
