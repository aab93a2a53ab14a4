package bz.keelbill.feed;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A decoder for services that tell all they know again and again: a craft whose own time has not
 * moved since it was told last gives nothing new. Remembers a bounded number of craft, those told
 * of longest ago are forgotten first.
 */
final class OnlyNews implements Decoder {
  private static final int MOST_CRAFT = 50_000;

  private final Decoder decoder;

  private final Map<ContactId, Long> toldAtMillis =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContactId, Long> eldest) {
          return size() > MOST_CRAFT;
        }
      };

  OnlyNews(Decoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void decode(Line line, Output out) {
    decoder.decode(line, new Sieve(out));
  }

  @Override
  public long memoryMillis() {
    return decoder.memoryMillis();
  }

  /** Lets all reports of one line through that speak of one time of one craft. */
  private final class Sieve implements Output {
    private final Output out;
    private Report let;

    Sieve(Output out) {
      this.out = out;
    }

    @Override
    public void report(Report report) {
      if (isSameAsLet(report) || isNews(report)) {
        let = report;
        out.report(report);
      }
    }

    private boolean isSameAsLet(Report report) {
      return let != null
          && let.contact().equals(report.contact())
          && let.origin().equals(report.origin());
    }

    private boolean isNews(Report report) {
      Long atMillis = report.origin().stationAtMillis();
      return atMillis == null || !atMillis.equals(toldAtMillis.put(report.contact(), atMillis));
    }

    @Override
    public void message(String type) {
      out.message(type);
    }

    @Override
    public void note(Note note) {
      out.note(note);
    }

    @Override
    public void reject(Reject reject) {
      out.reject(reject);
    }
  }
}
