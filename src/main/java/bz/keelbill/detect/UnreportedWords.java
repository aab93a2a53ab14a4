package bz.keelbill.detect;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Candidate;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of one flight that nothing explains, and by which reports. */
record UnreportedWords(
    Track track, Scene scene, PlanDuty duty, PlanMatch match, boolean night, double minutesOut) {

  /** The reports that decided, and the messages of the plans that came near. */
  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    for (Candidate near : match.nearest()) {
      Origin filed = near.plan().filed().origin();
      long at = filed.eventAtMillis() == 0 ? filed.receivedAtMillis() : filed.eventAtMillis();
      evidence.add(new Evidence(filed.feed() + "#" + filed.lineNumber(), at, null));
    }
    evidence.addAll(Describe.since(track, duty.sinceMillis()));
    return evidence;
  }

  Words words() {
    Map<String, Object> values = values();
    boolean ambiguous = match.outcome() == Outcome.AMBIGUOUS;
    boolean inbound = duty.place() == PlanDuty.Place.INBOUND;
    boolean isBack = minutesOut > 0;
    String form = ambiguous ? ".ambiguous" : isBack ? ".back" : inbound ? ".inbound" : "";
    return new Words(
        headline(values, ambiguous, inbound),
        "alert.unreported-flight" + form,
        values,
        ambiguous
            ? "word from air traffic control which of the plans it flies"
            : "a flight plan or clearance that names it, or word from air traffic control",
        track.identity().name() == null
            ? List.of("callsign", "operator", "destination")
            : List.of("operator", "destination"));
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", CirclingWords.who(track, scene));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    values.put(
        "from", Whereabouts.direction(Geodesy.bearingDegrees(track.position(), track.bornAt())));
    values.put("height", height(track.altitudeFeet()));
    values.put("night", night);
    if (minutesOut > 0) {
      values.put("minutesOut", Math.round(minutesOut));
    }
    Describe.putSpeed(track, values);
    AddressBlocks.Block state = scene.register().block(track.identity());
    if (state != null) {
      values.put("state", state.state());
    }
    if (match.plan() != null) {
      values.put("plan", match.plan().name());
      values.put("planFailed", "other address");
    }
    if (!match.nearest().isEmpty()) {
      Candidate near = match.nearest().get(0);
      values.put("plan", near.plan().name());
      values.put("planFailed", PlanLook.word(near.failure()).replace('-', ' '));
      values.put("plans", plans());
    }
    return values;
  }

  /** To the hundred feet, in words. */
  static String height(double feet) {
    return Double.isNaN(feet) ? "height unknown" : Math.round(feet / 100) * 100 + " ft";
  }

  private String plans() {
    List<String> all = new ArrayList<>();
    for (Candidate near : match.nearest()) {
      all.add(near.plan().name() + ": " + PlanLook.word(near.failure()).replace('-', ' '));
    }
    return String.join("; ", all);
  }

  private String headline(Map<String, Object> values, boolean ambiguous, boolean inbound) {
    String lack =
        ambiguous ? "fits " + match.nearest().size() + " plans equally" : "without a flight plan";
    String way = inbound ? "inbound from the " : "came from the ";
    String back =
        minutesOut > 0 ? " is back after " + values.get("minutesOut") + " min outside," : "";
    return values.get("who")
        + back
        + " "
        + lack
        + ", "
        + values.get("height")
        + Describe.speed(track)
        + ", "
        + way
        + values.get("from")
        + ", "
        + values.get("where")
        + (night ? ", by night" : "");
  }
}
