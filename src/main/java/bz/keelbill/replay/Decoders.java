package bz.keelbill.replay;

import bz.keelbill.record.Recording;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The decoders of a recording, one for each feed, fresh as at the start of a watch. */
final class Decoders {
  private final Function<String, Decoder> fresh;
  private final Map<String, Decoder> byFeed = new HashMap<>();

  /**
   * None yet.
   *
   * @param fresh makes the decoder of a feed; null for a feed that is not to be heard
   */
  Decoders(Function<String, Decoder> fresh) {
    this.fresh = fresh;
  }

  private Decoder of(String feed) {
    if (!byFeed.containsKey(feed)) {
      byFeed.put(feed, fresh.apply(feed));
    }
    return byFeed.get(feed);
  }

  /**
   * Makes a recording give, of the entries before one, only the lines that bear on what the
   * decoders say from there on.
   *
   * @param atMillis the time of the last of them
   */
  void hearAgain(Recording recording, long beforeSeq, long atMillis) {
    recording.giveOnlyLinesBefore(beforeSeq, feed -> atMillis - memoryMillis(feed));
  }

  private long memoryMillis(String feed) {
    Decoder decoder = of(feed);
    return decoder == null ? 0 : decoder.memoryMillis();
  }

  /** What a line says, in order; lines of one feed come in their order. */
  List<Report> reports(Line line) {
    Decoder decoder = of(line.feed());
    if (decoder == null) {
      return List.of();
    }
    Said said = new Said();
    decoder.decode(line, said);
    return said.reports;
  }

  private static final class Said implements Decoder.Output {
    private List<Report> reports = List.of();

    @Override
    public void report(Report report) {
      // Nearly every line says one thing or none.
      if (reports.isEmpty()) {
        reports = List.of(report);
      } else {
        reports = new ArrayList<>(reports);
        reports.add(report);
      }
    }

    @Override
    public void reject(Reject reject) {
      // It was counted when it was live.
    }
  }
}
