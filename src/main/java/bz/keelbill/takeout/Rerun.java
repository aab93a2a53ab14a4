package bz.keelbill.takeout;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Plays a recorded period again through a watch of its own and looks for one alert. One thread, no
 * event loop.
 *
 * @param setup the configuration
 * @param decoders makes a fresh decoder for a feed; null for a feed that is not known
 */
public record Rerun(Setup setup, Function<String, Decoder> decoders) {

  /** How the alert came out. */
  public enum Outcome {
    /** Byte for byte as it was raised. */
    IDENTICAL,
    /**
     * With the same number, kind, priority, times, tracks and fence; what is told besides differs.
     */
    SAME,
    /** Not at all. */
    NONE
  }

  /**
   * Plays.
   *
   * @param entries of the journal; its orders count
   * @param raised the alert as it was raised
   * @param pace is told how far it is, and may end it
   */
  Outcome run(
      Recordings recordings,
      long fromMillis,
      long toMillis,
      List<Journalled> entries,
      Alert raised,
      Pace pace)
      throws IOException {
    List<Journalled> orders =
        entries.stream().filter(entry -> entry.entry() instanceof JournalEntry.OfOrder).toList();
    ReplayScript script =
        new ReplayScript(
            recordings,
            new ReplayScript.Period(fromMillis, toMillis, 0),
            setup,
            ReplayScript.ordersBefore(fromMillis, fromMillis, orders),
            ReplayScript.Law.OF_THAT_TIME,
            decoders);
    Looking looking = new Looking(raised);
    try (ReplaySession session = new ReplaySession(script, looking)) {
      play(session, fromMillis, toMillis, pace);
    }
    return looking.outcome;
  }

  private static void play(ReplaySession session, long fromMillis, long toMillis, Pace pace) {
    session.leaveNoMarks();
    session.setSpeed(Double.POSITIVE_INFINITY);
    ReplaySession.Status status = session.status();
    while (status.state() != ReplaySession.State.ENDED) {
      session.step(0);
      status = session.status();
      double done = (status.atMillis() - fromMillis) / (double) (toMillis - fromMillis);
      pace.at(Math.max(0, Math.min(1, done)));
    }
  }

  private static final class Looking implements ReplaySession.Audience {
    private final Alert raised;
    private Outcome outcome = Outcome.NONE;

    private Looking(Alert raised) {
      this.raised = raised;
    }

    @Override
    public void changed(Change change) {
      if (change instanceof Change.AlertChanged changed
          && changed.what() == What.RAISED
          && changed.alert().id().equals(raised.id())) {
        outcome = compare(changed.alert(), raised);
      }
    }

    @Override
    public void jumped(Watch watch) {
      // It begins once and never seeks.
    }
  }

  private static Outcome compare(Alert again, Alert raised) {
    if (AlertJson.line(again).equals(AlertJson.line(raised))) {
      return Outcome.IDENTICAL;
    }
    boolean same =
        again.priority() == raised.priority()
            && again.finding().kind().equals(raised.finding().kind())
            && again.finding().subject().equals(raised.finding().subject())
            && again.finding().moment().equals(raised.finding().moment());
    return same ? Outcome.SAME : Outcome.NONE;
  }
}
