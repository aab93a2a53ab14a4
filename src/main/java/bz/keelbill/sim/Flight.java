package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A flight laid out stretch by stretch, each from where, and as high as, the one before ended; in
 * each the new height is reached as soon as may be, except that of a landing.
 */
final class Flight {
  private static final double FEET_PER_MILE = 320;
  private static final double TURN_METRES = 1800;

  /** What an aircraft flies straight on before it turns into the next stretch. */
  private static final double LEAD_METRES = 900;

  private final List<Leg> legs = new ArrayList<>();
  private Position at;
  private double feet;
  private double knots;
  private double courseDegrees = Double.NaN;

  private Flight(Position at, double feet) {
    this.at = at;
    this.feet = feet;
  }

  /** Begins somewhere in the air or on the ground. */
  static Flight from(Position start, double feet) {
    return new Flight(start, feet);
  }

  /** On by some corners, first up or down to a height. */
  Flight to(double knots, double feet, Position... corners) {
    run(knots, new Leg.Climb(this.feet, feet, feet, FEET_PER_MILE), way(corners));
    this.feet = feet;
    return this;
  }

  /** On by some corners at the height it has, and down to the ground at the last of them. */
  Flight down(double knots, double groundFeet, Position... corners) {
    run(knots, new Leg.Climb(feet, feet, groundFeet, FEET_PER_MILE), way(corners));
    feet = groundFeet;
    return this;
  }

  /** To a circle at the speed it has, and round it at another. */
  Flight round(double knots, Orbit orbit) {
    Position touched = orbit.touchedFrom(at);
    to(this.knots, feet, touched);
    run(knots, new Leg.Climb(feet, feet, feet, FEET_PER_MILE), orbit.from(touched));
    return this;
  }

  /** On the ground for a while; then it starts from where it is. */
  Flight grounded(double seconds) {
    legs.add(Leg.Hold.docked(seconds));
    courseDegrees = Double.NaN;
    return this;
  }

  /** Out of everyone's sight for a while; then it starts from where it is. */
  Flight hidden(double seconds) {
    legs.add(new Leg.Away(seconds));
    courseDegrees = Double.NaN;
    return this;
  }

  /** From here on it says that it is this. */
  Flight saying(Papers papers) {
    legs.add(new Leg.Act(craft -> craft.say(papers)));
    return this;
  }

  /** Here something happens. */
  Flight then(Runnable act) {
    legs.add(new Leg.Act(craft -> act.run()));
    return this;
  }

  /** Where it is by now. */
  Position at() {
    return at;
  }

  List<Leg> legs() {
    return List.copyOf(legs);
  }

  private List<Position> way(Position... corners) {
    List<Position> way = new ArrayList<>(List.of(at));
    if (!Double.isNaN(courseDegrees)) {
      way.add(Geodesy.destination(at, courseDegrees, LEAD_METRES));
    }
    way.addAll(Arrays.asList(corners));
    return way;
  }

  private void run(double knots, Leg.Climb climb, List<Position> corners) {
    Path path = Path.of(corners, TURN_METRES);
    legs.add(new Leg.Run(path, knots, climb, Leg.Ends.ROLLING));
    this.knots = knots;
    at = path.end();
    courseDegrees = path.courseDegrees(path.metres());
  }
}
