package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Elsewhere;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of a craft whose positions no craft can make.
 *
 * @param knots the speed that they imply
 * @param limitKnots what its class cannot exceed
 */
record ImpossibleMotionWords(Track track, Scene scene, double knots, double limitKnots) {
  private static final List<String> UNKNOWN =
      List.of("whether its positions are false or two craft use one number");

  /** From position to position it is too fast. */
  Finding ran(boolean isSustained, long sinceMillis) {
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("speedKnots", Math.round(knots));
    values.put("where", where);
    return new Finding(
        ImpossibleMotion.KIND,
        isSustained ? Priority.WARNING : Priority.CAUTION,
        Describe.subject(track),
        new Moment(sinceMillis, scene.nowMillis(), track.position()),
        new Words(
            "%s moves at %d kn by its positions, %s: that cannot be real"
                .formatted(who, Math.round(knots), where),
            "alert.impossible-motion.run",
            values,
            "positions that make a way its class can go",
            UNKNOWN),
        List.of(impliedSpeed()),
        Outlook.NONE,
        Describe.since(track, sinceMillis));
  }

  private Term impliedSpeed() {
    return new Term("implied-speed", Math.round(knots), "kn", limitKnots, Double.NaN);
  }

  /** It says that it is where it cannot be. */
  Finding jumped(Elsewhere.Jump jump, boolean isSustained) {
    Position from = jump.from().position();
    Position to = jump.first().position();
    double miles = Describe.rounded(Units.metresToNauticalMiles(Geodesy.distanceMetres(from, to)));
    return new Finding(
        ImpossibleMotion.KIND,
        isSustained ? Priority.WARNING : Priority.CAUTION,
        Describe.subject(track),
        new Moment(jump.first().atMillis(), scene.nowMillis(), track.position()),
        words(from, to, miles),
        List.of(impliedSpeed(), new Term("jump", miles, "nm", Double.NaN, Double.NaN)),
        Outlook.NONE,
        evidence(jump));
  }

  private static List<Evidence> evidence(Elsewhere.Jump jump) {
    List<Fix> fixes = new ArrayList<>(List.of(jump.from()));
    fixes.addAll(jump.there());
    return fixes.stream().map(Describe::evidence).toList();
  }

  private Words words(Position from, Position to, double miles) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String before = Whereabouts.of(from, scene.geography());
    String after = Whereabouts.of(to, scene.geography());
    values.put("who", who);
    values.put("miles", miles);
    values.put("before", before);
    values.put("after", after);
    return new Words(
        "%s jumped %s nm, from %s to %s: that cannot be real".formatted(who, miles, before, after),
        "alert.impossible-motion.jump",
        values,
        "positions that make one way again",
        UNKNOWN);
  }
}
