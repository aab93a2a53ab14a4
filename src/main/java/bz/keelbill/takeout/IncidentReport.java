package bz.keelbill.takeout;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.Finding;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.record.Craft;
import bz.keelbill.record.FixTaker;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.JournalExcerpt;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.PastFix;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.TrackQuery;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Setup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One alert on paper: what was said, where on the map, for which reasons, and what happened to it.
 * Reads files: no event loop.
 *
 * @param recordings where the tracks are
 * @param journalDir where the alert is
 * @param setup the layers of the map, and the fences of the configuration
 */
public record IncidentReport(Recordings recordings, Path journalDir, Setup setup) {
  private static final long BEFORE_MILLIS = 60 * 60_000;
  private static final long AFTER_MILLIS = 30 * 60_000;
  private static final double[] FRAME = {40, 330, 515, 300};

  /**
   * Writes it as PDF.
   *
   * @throws IOException if it cannot be done, with one sentence that says why
   */
  public void write(String alertId, OutputStream out) throws IOException {
    List<Journalled> story = JournalExcerpt.about(journalDir, alertId);
    if (story.isEmpty()) {
      throw new IOException("the journal has no alert " + alertId);
    }
    Alert raised = JournalExcerpt.alert(story.get(0));
    Alert last = JournalExcerpt.alert(story.get(story.size() - 1));
    PdfPages pages = new PdfPages();
    ReportText text = new ReportText(pages);
    writeHead(text, raised, last);
    drawMap(pages, raised, story.get(0).seq());
    text.moveTo(FRAME[1] - 30);
    writeReasons(text, raised.finding());
    writeTimeline(text, story);
    writeSources(text, story);
    pages.write(out);
  }

  private static void writeHead(ReportText text, Alert raised, Alert last) {
    Finding finding = raised.finding();
    text.title("Keelbill incident report");
    text.bold(finding.words().headline());
    text.line(
        "Alert "
            + raised.id()
            + ", "
            + finding.kind()
            + ", "
            + raised.priority().word()
            + ", case "
            + raised.caseId()
            + "; now "
            + last.state().word());
    text.line("Raised " + both(finding.moment().atMillis()));
    text.line("Began " + both(finding.moment().onsetMillis()));
    if (finding.moment().position() != null) {
      text.line("At " + MapPicture.words(finding.moment().position()));
    }
    text.line("Tracks: " + String.join(", ", finding.subject().tracks()));
    if (finding.subject().fence() != null) {
      text.line("Fence: " + finding.subject().fence());
    }
    if (!finding.words().unknown().isEmpty()) {
      text.line("Not known: " + String.join(", ", finding.words().unknown()));
    }
  }

  private static String both(long millis) {
    return Written.utc(millis) + " (Belize " + Written.local(millis) + ")";
  }

  private void drawMap(PdfPages pages, Alert raised, long raisedSeq) throws IOException {
    Map<String, List<Position>> ways = ways(raised);
    List<Position> shown = new ArrayList<>();
    ways.values().forEach(shown::addAll);
    Position at = raised.finding().moment().position();
    if (at != null) {
      shown.add(at);
    }
    if (shown.isEmpty()) {
      return;
    }
    MapPicture map = new MapPicture(pages, FRAME, shown);
    map.begin(setup.geography());
    Fence fence = fence(raised.finding().subject().fence(), raisedSeq);
    if (fence != null && fence.around() == null) {
      map.fence(fence.area().geometry());
    }
    ways.forEach((track, way) -> map.way(way, track.equals(raised.finding().subject().lineage())));
    for (Finding.Evidence evidence : raised.finding().evidence()) {
      if (evidence.position() != null) {
        map.point(evidence.position());
      }
    }
    if (at != null) {
      map.mark(at, raised.finding().kind());
    }
    map.end();
  }

  /** The fence as it stood when the alert was raised; null if there is none. */
  private Fence fence(String id, long raisedSeq) throws IOException {
    Fence found = id == null ? null : setup.fences().find(id);
    for (Journalled entry : JournalExcerpt.orders(journalDir)) {
      Order order = ((JournalEntry.OfOrder) entry.entry()).order();
      boolean isIt =
          entry.seq() < raisedSeq
              && order instanceof Order.PutFence put
              && put.fence().id().equals(id);
      found = isIt ? ((Order.PutFence) order).fence() : found;
    }
    return found;
  }

  private Map<String, List<Position>> ways(Alert raised) throws IOException {
    Map<String, List<Position>> ways = new LinkedHashMap<>();
    Finding finding = raised.finding();
    for (String track : finding.subject().tracks()) {
      TrackQuery query =
          new TrackQuery(
              Math.max(
                  finding.moment().onsetMillis() - BEFORE_MILLIS,
                  finding.moment().atMillis() - 30 * BEFORE_MILLIS),
              finding.moment().atMillis() + AFTER_MILLIS,
              new TrackQuery.Who(track, null, null, null, null, null, null),
              null);
      recordings.fixes(query, new Gathering(ways));
    }
    return ways;
  }

  /** Takes the positions alone. */
  private static final class Gathering implements FixTaker {
    private static final int MOST = 20_000;
    private final Map<String, List<Position>> ways;
    private List<Position> way;

    private Gathering(Map<String, List<Position>> ways) {
      this.ways = ways;
    }

    @Override
    public void track(Craft craft) {
      // Found under several of its contacts it is one craft all the same.
      boolean again = ways.containsKey(craft.track());
      way = again ? new ArrayList<>() : ways.computeIfAbsent(craft.track(), t -> new ArrayList<>());
    }

    @Override
    public void fix(PastFix fix) {
      if (way.size() < MOST) {
        way.add(fix.position());
      }
    }
  }

  private static void writeReasons(ReportText text, Finding finding) {
    text.heading("Reasons");
    for (Finding.Term term : finding.terms()) {
      String value = Written.number(term.value(), 2);
      String limit = Written.number(term.limit(), 2);
      text.line(
          term.term()
              + (value.isEmpty() ? "" : ": " + value + " " + term.unit())
              + (limit.isEmpty() ? "" : " (against " + limit + " " + term.unit() + ")"));
    }
    if (finding.outlook().normal() != null) {
      text.line("Usual here: " + finding.outlook().normal());
    }
    if (finding.words().wouldClear() != null) {
      text.line("Would clear it: " + finding.words().wouldClear());
    }
  }

  private static void writeTimeline(ReportText text, List<Journalled> story) {
    text.heading("What happened");
    long revised = 0;
    for (Journalled entry : story) {
      JournalEntry.OfAlert about = (JournalEntry.OfAlert) entry.entry();
      if (about.what() == What.REVISED) {
        revised++;
      } else {
        Alert alert = about.alert();
        String by = alert.history().acknowledgedBy();
        text.line(
            both(entry.atMillis())
                + "  "
                + about.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + ", "
                + alert.priority().word()
                + (by == null ? "" : ", acknowledged by " + by)
                + commented(about)
                + said(alert.history().verdict()));
      }
    }
    text.line("Besides, its words, place or reasons were revised " + revised + " times.");
  }

  private static String commented(JournalEntry.OfAlert about) {
    if (about.what() != What.COMMENTED) {
      return "";
    }
    List<Tending.Comment> comments = about.alert().tending().comments();
    Tending.Comment last = comments.get(comments.size() - 1);
    return ", " + last.person() + " wrote: " + last.text();
  }

  private static String said(Verdict verdict) {
    if (verdict == null) {
      return "";
    }
    String note = verdict.note().isEmpty() ? "" : ": " + verdict.note();
    return ", judged " + verdict.ruling().word() + " by " + verdict.person() + note;
  }

  private static void writeSources(ReportText text, List<Journalled> story) {
    text.heading("Where it stands");
    text.line("Entries of the journal: " + numbers(story));
    text.line("Rules version " + JournalExcerpt.alert(story.get(0)).ruleVersion());
    Finding finding = JournalExcerpt.alert(story.get(0)).finding();
    for (Finding.Evidence evidence : finding.evidence()) {
      text.line("Line " + evidence.line() + " of " + Written.utc(evidence.atMillis()));
    }
    text.line("A bundle of evidence holds these with their hashes; keelbill verify proves it.");
  }

  private static String numbers(List<Journalled> story) {
    List<String> numbers = new ArrayList<>();
    story.forEach(entry -> numbers.add(Long.toString(entry.seq())));
    return String.join(", ", numbers);
  }
}
