package bz.keelbill.replay;

import bz.keelbill.json.AlertJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplayScript.Period;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Half an hour that a watch has lived through and recorded.
 *
 * @param live what it said of alerts
 * @param toldBeforeLate so much of it before {@link #LATE}
 * @param memory what it remembered after 700 s
 */
record Scene(Path dir, List<String> live, int toldBeforeLate, Checkpoint memory) {
  static final Period WHOLE = new Period(Desk.START_MILLIS, Desk.START_MILLIS + 1_501_000, 0);

  static final Period LATE =
      new Period(Desk.START_MILLIS + 900_000, Desk.START_MILLIS + 1_501_000, 600_000);

  static Scene recorded(Path dir) throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 700);
      Checkpoint memory = desk.checkpoint(false);
      desk.playScene(701, 899);
      int toldBeforeLate = desk.alertLines.size();
      desk.playScene(900, 1_500);
      return new Scene(dir, desk.alertLines, toldBeforeLate, memory);
    }
  }

  ReplayScript script(Period period, Law law) {
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    return new ReplayScript(
        recordings, period, Desk.setup(), List.of(), law, Desk.WordDecoder::new);
  }

  ReplayScript remembering(Period period) throws Exception {
    return script(period, Law.OF_THAT_TIME).remembering(memory, Journal.ordersIn(dir));
  }

  /** Every track as it stands, with its last positions, and every open alert. */
  static List<String> everything(Watch watch) {
    List<String> all = new ArrayList<>(open(watch));
    for (Track track : watch.picture().tracks()) {
      all.add(watch.state(track) + " " + watch.stays(track) + " " + watch.suppressions(track));
      for (int i = 0; i < track.history().size(); i++) {
        all.add(track.history().atMillis(i) + " " + track.history().position(i));
      }
    }
    return all;
  }

  static List<String> open(Watch watch) {
    return watch.alerts().open().stream().map(AlertJson::line).toList();
  }

  static final class Watcher implements ReplaySession.Audience {
    final List<String> alertLines = new ArrayList<>();
    int jumps;

    @Override
    public void changed(Change change) {
      if (change instanceof Change.AlertChanged changed) {
        alertLines.add(changed.what() + " " + AlertJson.line(changed.alert()));
      }
    }

    @Override
    public void jumped(Watch watch) {
      jumps++;
    }
  }
}
