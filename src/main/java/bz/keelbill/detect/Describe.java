package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.report.Fix;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Usual;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every finding about a track says of it: who it is, and the reports that decided. */
final class Describe {
  private static final int EVIDENCE_POINTS = 6;

  private Describe() {}

  /** "CARIB STAR", "V3HHA", "MMSI 312000123", "Unknown boat". */
  static String who(Track track) {
    String name = track.identity().name();
    if (name != null && !name.isEmpty()) {
      return name;
    }
    if (track.identity().mmsi() != null) {
      return "MMSI " + padded(Integer.toString(track.identity().mmsi()), 9);
    }
    if (track.identity().address() != null) {
      return "Aircraft " + padded(Integer.toHexString(track.identity().address().address()), 6);
    }
    return track.domain() == Domain.AIR ? "Unknown aircraft" : "Unknown boat";
  }

  /** A format string would say the same, ten times as slowly: this is said with each finding. */
  private static String padded(String digits, int width) {
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** As {@link #who(Track)}, with the name under which the watch knows an aircraft. */
  static String who(Track track, Scene scene) {
    String who = who(track);
    KnownAircraft.Entry known = scene.register().known(track.identity(), scene.nowMillis());
    return known == null ? who : who + " (" + known.calledBy() + ")";
  }

  static Finding.Subject subject(Track track) {
    return subject(track, (String) null);
  }

  static Finding.Subject subject(Track track, String fence) {
    return new Finding.Subject(track.name(), track.contactNames(), fence);
  }

  /** Two craft together: the situation is the first one's, with the other as its partner. */
  static Finding.Subject subject(Track first, Track partner) {
    List<String> names = new ArrayList<>(first.contactNames());
    names.addAll(partner.contactNames());
    return new Finding.Subject(first.name(), names, null, partner.name());
  }

  /** What nobody knows about it. */
  static List<String> unknown(Track track) {
    return track.identity().isCooperative()
        ? List.of("purpose")
        : List.of("identity", "crew", "purpose");
  }

  /** How fast it goes, for a pattern; nothing if that is not known. */
  static void putSpeed(Track track, Map<String, Object> values) {
    if (!Double.isNaN(track.speedKnots())) {
      values.put("speedKnots", Math.round(track.speedKnots()));
    }
  }

  /** The same within a sentence: " at 12 kn". */
  static String speed(Track track) {
    return Double.isNaN(track.speedKnots()) ? "" : " at " + Math.round(track.speedKnots()) + " kn";
  }

  /** "faster than 99 % of 412 passages here at this hour"; null if too few are known. */
  static String normal(Track track, Scene scene) {
    double knots = track.velocity().speedKnots();
    Usual.Comparison known =
        scene.passages().compare(track.position(), knots, track.latest().atMillis());
    return known == null
        ? null
        : String.format(
            Locale.ROOT,
            "faster than %d %% of %d passages here at this hour",
            Math.round(100 * known.slower()),
            known.passages());
  }

  /** A few of the track's reports since a time, evenly spread, the newest last. */
  static List<Evidence> since(Track track, long fromMillis) {
    History history = track.history();
    int last = history.size() - 1;
    int first = Math.min(history.firstAtOrAfter(fromMillis), Math.max(last, 0));
    List<Evidence> evidence = new ArrayList<>();
    int count = Math.min(EVIDENCE_POINTS, last - first + 1);
    for (int i = 0; i < count; i++) {
      int index = count == 1 ? last : first + (int) ((long) (last - first) * i / (count - 1));
      evidence.add(
          new Evidence(history.line(index), history.atMillis(index), history.position(index)));
    }
    return evidence;
  }

  /** One report that need not be in the track's history. */
  static Evidence evidence(Fix fix) {
    String line = fix.origin().feed() + "#" + fix.origin().lineNumber();
    return new Evidence(line, fix.atMillis(), fix.position());
  }

  /** The one line that decided. */
  static List<Evidence> newest(Track track) {
    Fix latest = track.latest();
    return latest == null ? List.of() : since(track, latest.atMillis());
  }

  /** Kilometres, knots and the like as a reader wants them: no digits that mean nothing. */
  static double rounded(double value) {
    return Double.isNaN(value) ? value : Math.round(value * 10) / 10.0;
  }
}
