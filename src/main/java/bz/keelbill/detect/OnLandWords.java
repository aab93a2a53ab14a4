package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of a vessel that says that it is where it cannot be.
 *
 * @param place where it says to be, believed or not
 */
record OnLandWords(Track track, Scene scene, Position place) {
  private static final long EVIDENCE_MILLIS = 3 * 60_000L;

  /** Well inside the shoreline. */
  Finding inside(Priority priority, double metres, double limitMetres) {
    return finding(
        priority,
        "inside",
        " says that it is on land, " + Math.round(metres) + " m inside",
        new Term("inside", Math.round(metres), "m", limitMetres, Double.NaN));
  }

  /** Where a radar would see it. */
  Finding ghost(double seenPercent, double limitPercent) {
    return finding(
        Priority.WARNING,
        "ghost",
        " says that it is where radar sees nobody",
        new Term("radar-would-see", seenPercent, "%", limitPercent, Double.NaN));
  }

  private Finding finding(Priority priority, String word, String says, Term term) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(place, scene.geography());
    values.put("who", who);
    values.put("where", where);
    Describe.putSpeed(track, values);
    return new Finding(
        OnLand.KIND,
        priority,
        Describe.subject(track),
        new Moment(track.latest().atMillis(), scene.nowMillis(), place),
        new Words(
            who + says + Describe.speed(track) + ", " + where,
            "alert.on-land." + word,
            values,
            "positions at sea, or an echo where it says to be",
            List.of("where it truly is")),
        List.of(term),
        Outlook.NONE,
        Describe.since(track, track.latest().atMillis() - EVIDENCE_MILLIS));
  }
}
