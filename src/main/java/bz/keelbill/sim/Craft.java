package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.List;
import java.util.function.Function;

/** A boat, ship or aircraft that follows its routine, second by second. */
final class Craft {

  /**
   * What it does at an instant.
   *
   * @param courseDegrees kept from the last movement while it stands
   * @param altitudeFeet NaN for surface craft
   * @param climbFeetPerMinute 0 for surface craft
   * @param moor what holds it
   */
  record State(
      Position position,
      double speedKnots,
      double courseDegrees,
      double altitudeFeet,
      double climbFeetPerMinute,
      Leg.Moor moor) {}

  /**
   * What sort of craft it is.
   *
   * @param kind a word for the truth, such as {@code water-taxi}
   * @param mastMetres height that a radar sees above the water; NaN for aircraft
   * @param knotsPerSecond how fast it gathers and loses way
   */
  record Make(String kind, double mastMetres, double knotsPerSecond) {}

  private static final double WOBBLE = 0.015;
  private static final double WOBBLE_SECONDS = 170;

  /** Arriving boats brake by this part of what they can. */
  private static final double GENTLE = 0.6;

  /** Arriving boats creep the last metres instead of halving the way for ever. */
  private static final double CREEP_KNOTS = 1.5;

  /** Who keeps beside another goes as if it had this long to close the distance. */
  private static final double SETTLING_SECONDS = 6;

  private final String id;
  private final Make make;
  private Papers papers;
  private final Position home;
  private Routine routine;
  private Function<State, List<Leg>> afterwards = last -> List.of();
  private final Voice voice;
  private final double wobblePhase;
  private final Tidings tidings = new Tidings();

  private Leg leg;
  private double legSeconds;
  private double legMetres;
  private boolean left;
  private State state;

  /**
   * A craft whose life begins with the first second that it lives.
   *
   * @param home where it lies if its routine begins with a hold
   */
  Craft(String id, Make make, Papers papers, Position home, Routine routine) {
    this(id, make, papers, home, routine, Voice.HONEST);
  }

  /** One whose AIS set says what it wants. */
  Craft(String id, Make make, Papers papers, Position home, Routine routine, Voice voice) {
    this.voice = voice;
    this.id = id;
    this.make = make;
    this.papers = papers;
    this.home = home;
    this.routine = routine;
    this.wobblePhase = (id.hashCode() & 0xFFFF) / 65536.0;
  }

  String id() {
    return id;
  }

  Make make() {
    return make;
  }

  Papers papers() {
    return papers;
  }

  /** From now on it says that it is this. */
  void say(Papers papers) {
    this.papers = papers;
  }

  Routine routine() {
    return routine;
  }

  Voice voice() {
    return voice;
  }

  /** What it does once its routine is over, from where it then is, before it leaves for good. */
  void whenDone(Function<State, List<Leg>> afterwards) {
    this.afterwards = afterwards;
  }

  /** How much of what it sends is heard. */
  Tidings tidings() {
    return tidings;
  }

  /** Where it is and how it moves, or null while it is out of sight. */
  State state() {
    return state;
  }

  /** Whether it will never be seen again. */
  boolean hasLeft() {
    return left;
  }

  boolean flies() {
    return papers instanceof Papers.Aircraft || papers instanceof Papers.Silent;
  }

  /** Lives one second, up to the given time. */
  void live(long atMillis) {
    if (leg == null && !begin(atMillis)) {
      return;
    }
    legSeconds++;
    if (leg instanceof Leg.Run run) {
      run(run, atMillis);
    } else if (leg instanceof Leg.Hold hold) {
      hold(hold);
    } else if (leg instanceof Leg.Beside beside) {
      keepBeside(beside);
    } else {
      state = null;
      endAfter(((Leg.Away) leg).seconds());
    }
  }

  private Leg next(long atMillis) {
    Leg next = routine.next(atMillis);
    if (next == null && state != null) {
      routine = Routine.once(afterwards.apply(state));
      afterwards = last -> List.of();
      next = routine.next(atMillis);
    }
    return next;
  }

  private boolean begin(long atMillis) {
    leg = next(atMillis);
    while (leg instanceof Leg.Act act) {
      act.act().accept(this);
      leg = next(atMillis);
    }
    legSeconds = 0;
    legMetres = 0;
    left = leg == null;
    if (leg instanceof Leg.Run run) {
      state = atStart(run);
    } else if (left) {
      state = null;
    } else if (leg instanceof Leg.Beside && state == null) {
      state = new State(home, 0, 0, Double.NaN, 0, Leg.Moor.NONE);
    } else if (leg instanceof Leg.Hold hold && state == null) {
      state = new State(home, 0, 0, Double.NaN, 0, hold.moor());
    }
    return !left;
  }

  private State atStart(Leg.Run run) {
    boolean moving = state != null && state.speedKnots() > 0;
    double rolling = moving ? state.speedKnots() : run.speedKnots();
    double speed = run.ends().startsRolling() ? rolling : 0;
    double feet = run.climb() == null ? Double.NaN : run.climb().feetAt(0, run.path().metres());
    return new State(
        run.path().start(), speed, run.path().courseDegrees(0), feet, 0, Leg.Moor.NONE);
  }

  private void run(Leg.Run run, long atMillis) {
    double speed = nextSpeed(run, atMillis);
    legMetres += Units.knotsToMetresPerSecond(speed);
    double length = run.path().metres();
    double at = Math.min(legMetres, length);
    double feet = run.climb() == null ? Double.NaN : run.climb().feetAt(at, length);
    double rate = run.climb() == null ? 0 : (feet - state.altitudeFeet()) * 60;
    state =
        new State(
            run.path().at(at), speed, run.path().courseDegrees(at), feet, rate, Leg.Moor.NONE);
    if (legMetres >= length) {
      leg = null;
    }
  }

  private double nextSpeed(Leg.Run run, long atMillis) {
    double turn = atMillis / 1000.0 / WOBBLE_SECONDS + wobblePhase;
    double wanted = run.speedKnots() * (1 + WOBBLE * StrictMath.sin(2 * Math.PI * turn));
    if (!run.ends().endsRolling()) {
      double leftMetres = run.path().metres() - legMetres;
      double braking = GENTLE * Units.knotsToMetresPerSecond(make.knotsPerSecond());
      double canStop = Units.metresPerSecondToKnots(Math.sqrt(2 * braking * leftMetres));
      wanted = Math.min(wanted, Math.max(CREEP_KNOTS, canStop));
    }
    double change = wanted - state.speedKnots();
    double limit = make.knotsPerSecond();
    return state.speedKnots() + Math.max(-limit, Math.min(limit, change));
  }

  private void hold(Leg.Hold hold) {
    Position at =
        hold.driftKnots() == 0
            ? state.position()
            : Geodesy.destination(
                state.position(),
                hold.driftDegrees(),
                Units.knotsToMetresPerSecond(hold.driftKnots()));
    double course = hold.driftKnots() == 0 ? state.courseDegrees() : hold.driftDegrees();
    state = new State(at, hold.driftKnots(), course, Double.NaN, 0, hold.moor());
    endAfter(hold.seconds());
  }

  private void keepBeside(Leg.Beside beside) {
    State lead = beside.lead().state();
    if (lead != null) {
      double bearing = lead.courseDegrees() + beside.bearingDegrees();
      Position wanted = Geodesy.destination(lead.position(), bearing, beside.metres());
      double metres = Geodesy.distanceMetres(state.position(), wanted);
      double knots = Units.metresPerSecondToKnots(metres / SETTLING_SECONDS);
      double change = Math.min(beside.mostKnots(), knots) - state.speedKnots();
      double limit = make.knotsPerSecond();
      goTowards(wanted, metres, state.speedKnots() + Math.max(-limit, Math.min(limit, change)));
    }
    endAfter(beside.seconds());
  }

  private void goTowards(Position wanted, double metres, double knots) {
    double course =
        metres < 1
            ? state.courseDegrees()
            : Geodesy.normalDegrees(Geodesy.bearingDegrees(state.position(), wanted));
    double step = Units.knotsToMetresPerSecond(knots);
    Position at = Geodesy.destination(state.position(), course, step);
    state = new State(at, knots, course, Double.NaN, 0, Leg.Moor.NONE);
  }

  private void endAfter(double seconds) {
    if (legSeconds >= seconds) {
      leg = null;
    }
  }
}
