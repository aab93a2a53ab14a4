package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;

/**
 * An interacting-multiple-model filter on the plane that touches the earth at the craft: it goes
 * straight on, or turns and changes speed, or lies still, and each report shifts the belief between
 * the three (Blom and Bar-Shalom, 1988).
 *
 * <p>A turn is a constant velocity with much noise rather than a coordinated turn: at three seconds
 * between plots the two follow a boat equally, and four numbers cost half of five. Belongs to the
 * one thread of its Watch.
 */
public final class Filter {
  private static final int MODELS = 3;
  private static final int STEADY = 0;
  private static final int TURNING = 1;
  private static final int STILL = 2;

  private static final double STEP_SECONDS = 3;
  private static final double LEAST_STAY = 0.7;

  /** How likely a craft goes on as it does for one step, and longer. */
  private static final Stays[] STAY = {staying(0.98), staying(0.93), staying(0.97)};

  /** What it does instead: from one model to another. */
  private static final double[][] GO = {{0, 0.75, 0.25}, {0.8, 0, 0.2}, {0.3, 0.7, 0}};

  private static final double[] AT_FIRST = {0.6, 0.25, 0.15};

  private static final double STILL_VARIANCE = 0.4 * 0.4;
  private static final double STILL_WALK = 0.3;
  private static final double MUCH_LESS = 2;
  private static final double MOVING_D2 = 9.21;
  private static final double FAR_PLANE_METRES = 2_000;
  private static final double LEAST_WEIGHT = 1e-4;

  /** How craft of one domain move; accelerations as spectral densities, m²/s³. */
  private enum Agility {
    SEA(MODELS, 0.05 * 0.05 * STEP_SECONDS, 1.1 * 1.1 * STEP_SECONDS, 12, 18),
    /** Nothing that flies lies still, or not for long. */
    AIR(MODELS - 1, 0.3 * 0.3 * STEP_SECONDS, 4.0 * 4.0 * STEP_SECONDS, 120, 60);

    private final int models;
    private final double steady;
    private final double turning;
    private final double unknownSpeed;
    private final double wildestSpeed;

    Agility(int models, double steady, double turning, double unknownSpeed, double wildestSpeed) {
      this.models = models;
      this.steady = steady;
      this.turning = turning;
      this.unknownSpeed = unknownSpeed;
      this.wildestSpeed = wildestSpeed;
    }

    /** Craft that never lie still turn instead. */
    double goes(int from, int to, double stay) {
      if (from == to) {
        return stay;
      }
      return (1 - stay) * (models == MODELS ? GO[from][to] : 1);
    }

    double noise(int model) {
      return model == STEADY ? steady : turning;
    }
  }

  private final Agility agility;
  private final double[] states = new double[MODELS * Gaussian.SIZE];
  private final double[] weights = new double[MODELS];
  private double planeLatitude;
  private double planeLongitude;
  private double metresPerLatitude;
  private double metresPerLongitude;
  private long atMillis;
  private int updates;

  private Filter(Agility agility) {
    this.agility = agility;
  }

  /** A filter that has seen one fix. */
  static Filter begin(Fix fix, Domain domain) {
    Filter filter = new Filter(domain == Domain.AIR ? Agility.AIR : Agility.SEA);
    filter.start(fix);
    return filter;
  }

  /** Forgets everything and begins at a fix. */
  void start(Fix fix) {
    touchAt(fix.position().latitude(), fix.position().longitude());
    atMillis = fix.atMillis();
    start(Measured.place(fix, this), Measured.motion(fix));
  }

  private void start(Measured place, Measured motion) {
    updates = 1;
    double unknown = agility.unknownSpeed * agility.unknownSpeed;
    for (int model = 0; model < agility.models; model++) {
      weights[model] = AT_FIRST[model];
      Gaussian.start(states, model * Gaussian.SIZE, place, motion, unknown);
    }
    if (motion != null && motion.spread().d2(motion.east(), motion.north()) > MOVING_D2) {
      weights[STILL] = LEAST_WEIGHT;
      weights[STEADY] = 1 - LEAST_WEIGHT - weights[TURNING];
    }
  }

  /** Event time of the state, Unix milliseconds. */
  long atMillis() {
    return atMillis;
  }

  /** How many fixes it has taken since it began. */
  int updates() {
    return updates;
  }

  /** Squared Mahalanobis distance of a fix from where the craft is expected at its time. */
  double d2(Fix fix) {
    Estimate expected = at(fix.atMillis());
    Measured place = Measured.place(fix, this);
    double east = place.east() - eastMetres(expected.position().longitude());
    double north = place.north() - northMetres(expected.position().latitude());
    return expected.place().plus(place.spread()).d2(east, north);
  }

  /** Takes a fix that is not older than the state. */
  void update(Fix fix, Workspace room) {
    advance(fix.atMillis() - atMillis, room);
    atMillis = fix.atMillis();
    take(Measured.place(fix, this), Measured.motion(fix), room);
    if (!Double.isFinite(states[0] + states[1] + weights[STEADY])) {
      // Numbers so far apart that arithmetic fails: what is seen now counts.
      start(fix);
    }
  }

  private void take(Measured place, Measured motion, Workspace room) {
    updates++;
    correct(place, 0, room);
    if (motion != null && tellsMore(motion)) {
      correct(motion, 2, room);
    }
    recentre(room);
  }

  /**
   * Begins again a while ago and takes what the history holds since then: a late report has put the
   * past right.
   */
  void replay(History history, long fromMillis, Workspace room) {
    int first = history.firstAtOrAfter(fromMillis);
    for (int i = first; i < history.size(); i++) {
      Measured motion = Measured.motion(history, i);
      if (i == first) {
        touchAt(history.latitude(i), history.longitude(i));
        start(Measured.place(history, i, this), motion);
      } else {
        advance(history.atMillis(i) - atMillis, room);
        take(Measured.place(history, i, this), motion, room);
      }
      atMillis = history.atMillis(i);
    }
  }

  /** What is less sure than what is known already is most likely made of the same plots. */
  private boolean tellsMore(Measured motion) {
    double known = states[Gaussian.EAST_SPEED_VARIANCE] + states[Gaussian.NORTH_SPEED_VARIANCE];
    return motion.spread().east() + motion.spread().north() < MUCH_LESS * known;
  }

  /** How fast the craft goes by the combined belief, knots: what {@link #at} says for any time. */
  double speedKnots() {
    double east = Gaussian.mean(states, weights, MODELS, 2);
    double north = Gaussian.mean(states, weights, MODELS, 3);
    return Units.metresPerSecondToKnots(Math.sqrt(east * east + north * north));
  }

  /** The combined belief, carried to a time by its own velocity. */
  public Estimate at(long millis) {
    double[] one = new double[Gaussian.SIZE];
    combine(one);
    double seconds = (millis - atMillis) / 1000.0;
    if (seconds != 0) {
      double turning = weights[TURNING];
      double noise = turning * agility.turning + (1 - turning) * agility.steady;
      Gaussian.predict(one, 0, seconds, noise, agility.wildestSpeed);
    }
    return estimate(one, millis);
  }

  private Estimate estimate(double[] one, long millis) {
    double latitude = planeLatitude + one[1] / metresPerLatitude;
    double longitude = Geodesy.wrapDegrees(planeLongitude + one[0] / metresPerLongitude);
    Position position = new Position(Math.max(-90, Math.min(90, latitude)), longitude);
    return new Estimate(
        millis,
        position,
        new Estimate.Spread(one[4], one[5], one[9]),
        one[2],
        one[3],
        new Estimate.Spread(one[14], one[15], one[19]));
  }

  private static Stays staying(double afterStep) {
    return new Stays(afterStep, STEP_SECONDS, LEAST_STAY);
  }

  /** Mixes the models' beliefs, then carries each on in its own way. */
  private void advance(long millis, Workspace room) {
    double seconds = millis / 1000.0;
    int models = agility.models;
    for (int from = 0; from < models; from++) {
      room.stays[from] = STAY[from].after(millis);
    }
    for (int to = 0; to < models; to++) {
      double sum = 0;
      for (int from = 0; from < models; from++) {
        room.shares[from] = agility.goes(from, to, room.stays[from]) * weights[from];
        sum += room.shares[from];
      }
      room.priors[to] = sum;
      for (int from = 0; from < models; from++) {
        room.shares[from] /= sum;
      }
      Gaussian.mix(states, room.shares, models, room.mixed, to * Gaussian.SIZE);
    }
    System.arraycopy(room.mixed, 0, states, 0, models * Gaussian.SIZE);
    for (int model = 0; model < models; model++) {
      weights[model] = room.priors[model];
      predict(model, seconds);
    }
  }

  private void predict(int model, double seconds) {
    int at = model * Gaussian.SIZE;
    if (model == STILL) {
      Gaussian.still(states, at, seconds, STILL_WALK, STILL_VARIANCE);
    } else {
      Gaussian.predict(states, at, seconds, agility.noise(model), agility.wildestSpeed);
    }
  }

  private void correct(Measured seen, int axis, Workspace room) {
    int models = agility.models;
    double nearest = Double.POSITIVE_INFINITY;
    for (int model = 0; model < models; model++) {
      room.d2[model] = Gaussian.correct(states, model * Gaussian.SIZE, axis, seen, room.correction);
      room.determinants[model] = room.correction.determinant();
      nearest = Math.min(nearest, room.d2[model]);
    }
    double best = 0;
    for (int model = 0; model < models; model++) {
      double density = StrictMath.exp((nearest - room.d2[model]) / 2);
      room.shares[model] = density / Math.sqrt(room.determinants[model]);
      best = Math.max(best, room.shares[model]);
    }
    weigh(room.shares, best);
  }

  /** By likelihood; but no model is ever out of the question. */
  private void weigh(double[] likelihoods, double best) {
    int models = agility.models;
    double sum = 0;
    for (int model = 0; model < models; model++) {
      weights[model] = Math.max(LEAST_WEIGHT, weights[model] * likelihoods[model] / best);
      sum += weights[model];
    }
    for (int model = 0; model < models; model++) {
      weights[model] /= sum;
    }
  }

  private void combine(double[] one) {
    Gaussian.mix(states, weights, MODELS, one, 0);
  }

  /** Keeps the plane under the craft, so that it stays flat to centimetres. */
  private void recentre(Workspace room) {
    double east = Gaussian.mean(states, weights, MODELS, 0);
    double north = Gaussian.mean(states, weights, MODELS, 1);
    if (Math.abs(east) < FAR_PLANE_METRES && Math.abs(north) < FAR_PLANE_METRES) {
      return;
    }
    touchAt(
        planeLatitude + north / metresPerLatitude,
        Geodesy.wrapDegrees(planeLongitude + east / metresPerLongitude));
    for (int model = 0; model < MODELS; model++) {
      states[model * Gaussian.SIZE] -= east;
      states[model * Gaussian.SIZE + 1] -= north;
    }
  }

  private void touchAt(double latitude, double longitude) {
    planeLatitude = latitude;
    planeLongitude = longitude;
    metresPerLatitude = Geodesy.metresPerDegreeLatitude(latitude);
    metresPerLongitude = Math.max(1, Geodesy.metresPerDegreeLongitude(latitude));
  }

  double eastMetres(double longitude) {
    return Geodesy.wrapDegrees(longitude - planeLongitude) * metresPerLongitude;
  }

  double northMetres(double latitude) {
    return (latitude - planeLatitude) * metresPerLatitude;
  }

  /** Room to work in, shared by all filters of one thread. */
  static final class Workspace {
    private final double[] mixed = new double[MODELS * Gaussian.SIZE];
    private final double[] shares = new double[MODELS];
    private final double[] d2 = new double[MODELS];
    private final double[] determinants = new double[MODELS];
    private final double[] priors = new double[MODELS];
    private final double[] stays = new double[MODELS];
    private final Gaussian.Room correction = new Gaussian.Room();
  }
}
