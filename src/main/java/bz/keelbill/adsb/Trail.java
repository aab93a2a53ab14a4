package bz.keelbill.adsb;

import bz.keelbill.report.Fix;

/**
 * Where one aircraft has said that it is: turns its coded positions into places, and believes none
 * that it cannot prove.
 *
 * <p>The first place needs two pairs of messages that agree. From then on each message is read near
 * the last place, and refused if no aircraft can have come so far; the last good one stays. Every
 * half minute a pair is read again without looking at the last place. Times are those of the
 * messages.
 */
final class Trail {
  private static final long PAIR_MILLIS = 10_000;
  private static final long SLOW_PAIR_MILLIS = 30_000;
  private static final long SURFACE_PAIR_MILLIS = 25_000;
  private static final long SLOW_SURFACE_PAIR_MILLIS = 50_000;
  private static final double SLOW_SURFACE_KNOTS = 25;

  /** How far apart the two halves of a pair may be sent before a zone can be mistaken: 3 nm. */
  private static final double PAIR_NM = 2;

  private static final long REFERENCE_MILLIS = 10 * 60_000;
  private static final long SURFACE_REFERENCE_MILLIS = 60 * 60_000;
  private static final long AGREEMENT_MILLIS = 30_000;
  private static final double AGREEMENT_NM = 10;
  private static final long CHECK_MILLIS = 30_000;
  private static final double SAME_NM = 1;

  // Half a zone is 180 nm in the air and 45 nm on the surface.
  private static final double LOCAL_NM = 165;
  private static final double SURFACE_LOCAL_NM = 40;

  private static final double JUMP_NM = 0.5;
  private static final double JUMP_FACTOR = 1.5;
  private static final double LEAST_KNOTS = 300;
  private static final double LEAST_SURFACE_KNOTS = 100;

  // Without times a jump counts as soon as a second message is there too.
  private static final double TIMELESS_STEP_NM = 3;
  private static final double TIMELESS_JUMP_NM = 100;
  private static final double TIMELESS_SURFACE_JUMP_NM = 20;
  private static final int JUMPS_BEFORE_FRESH_START = 8;

  private static final double HOUR_MILLIS = 3_600_000;
  private static final double MINUTES_PER_DEGREE = 60;

  /** One coded position of each grid. */
  private static final class Half {
    int yz;
    int xz;
    long atMillis = Aircraft.NEVER;
    boolean isThere;
    boolean isNew;
  }

  private final Half even = new Half();
  private final Half odd = new Half();
  private boolean surface;
  private Fix.Source source;

  private boolean hasPlace;
  private double latitude;
  private double longitude;
  private boolean placeIsSurface;
  private long placeAtMillis = Aircraft.NEVER;
  private long checkedAtMillis = Aircraft.NEVER;
  private int jumps;

  // A first place that waits for a second to agree.
  private boolean hasCandidate;
  private double candidateLatitude;
  private double candidateLongitude;
  private long candidateAtMillis;

  private double speedKnots = Double.NaN;

  /** Takes the speed that it says. */
  void fly(double knots) {
    speedKnots = knots;
  }

  /** Whether it has a place, however old. */
  boolean hasPlace() {
    return hasPlace;
  }

  double latitude() {
    return latitude;
  }

  double longitude() {
    return longitude;
  }

  /**
   * Finds the place of a message with a coded position, and writes it there if it is believed.
   *
   * @param nearLatitude degrees of a place within 45 degrees of the receiver, without which a first
   *     surface position cannot be told from seven others; NaN unknown
   * @param nearLongitude its other coordinate
   */
  void follow(ModeSMessage message, Cpr cpr, double nearLatitude, double nearLongitude) {
    if (message.surface != surface || message.source != source) {
      even.isThere = false;
      odd.isThere = false;
      hasCandidate = false;
      surface = message.surface;
      source = message.source;
    }
    keep(message.odd ? odd : even, message);
    if (!hasPlace || !isReadNearPlace(message, cpr)) {
      findAnew(message, cpr, nearLatitude, nearLongitude);
    }
  }

  private static void keep(Half half, ModeSMessage message) {
    half.yz = message.yz;
    half.xz = message.xz;
    half.atMillis = message.atMillis;
    half.isThere = true;
    half.isNew = true;
  }

  /** Whether the message has been dealt with: read near the last place, or refused as a jump. */
  private boolean isReadNearPlace(ModeSMessage message, Cpr cpr) {
    boolean timeless = message.atMillis == ModeSReader.TIMELESS;
    long ageMillis = timeless ? 0 : Math.abs(message.atMillis - placeAtMillis);
    double reachNm = timeless ? TIMELESS_STEP_NM : reachNm(ageMillis);
    if (ageMillis > REFERENCE_MILLIS || reachNm > (surface ? SURFACE_LOCAL_NM : LOCAL_NM)) {
      return false;
    }
    boolean found = cpr.local(message.odd, message.yz, message.xz, surface, latitude, longitude);
    if (found && (apartNm(latitude, longitude, cpr) <= reachNm || timeless && isSecond(cpr))) {
      return isConfirmed(message, cpr, timeless);
    }
    jumps++;
    if (jumps <= JUMPS_BEFORE_FRESH_START) {
      return true;
    }
    forget();
    return false;
  }

  /** Whether a message without a time is where another one was that was refused before it. */
  private boolean isSecond(Cpr cpr) {
    double most = surface ? TIMELESS_SURFACE_JUMP_NM : TIMELESS_JUMP_NM;
    boolean agrees =
        hasCandidate && apartNm(candidateLatitude, candidateLongitude, cpr) <= TIMELESS_STEP_NM;
    hasCandidate = apartNm(latitude, longitude, cpr) <= most;
    candidateLatitude = cpr.latitude();
    candidateLongitude = cpr.longitude();
    return agrees && hasCandidate;
  }

  private double reachNm(long ageMillis) {
    double least = surface && placeIsSurface ? LEAST_SURFACE_KNOTS : LEAST_KNOTS;
    double knots = speedKnots > least ? speedKnots : least;
    return JUMP_NM + ageMillis / HOUR_MILLIS * JUMP_FACTOR * knots;
  }

  /** Takes the place just read, unless a pair that is due to be read says that it is another. */
  private boolean isConfirmed(ModeSMessage message, Cpr cpr, boolean timeless) {
    double foundLatitude = cpr.latitude();
    double foundLongitude = cpr.longitude();
    boolean isDue = !timeless && message.atMillis - checkedAtMillis > CHECK_MILLIS;
    if (isDue && isPair(message) && isGlobal(message, cpr, foundLatitude, foundLongitude)) {
      checkedAtMillis = message.atMillis;
      if (apartNm(foundLatitude, foundLongitude, cpr) > SAME_NM) {
        forget();
        return false;
      }
    }
    take(message, foundLatitude, foundLongitude, ModeSMessage.PositionBy.LOCAL);
    return true;
  }

  private void forget() {
    hasPlace = false;
    hasCandidate = false;
    jumps = 0;
  }

  /** By a pair alone; a first place waits for a second one. */
  private void findAnew(
      ModeSMessage message, Cpr cpr, double receiverLatitude, double receiverLongitude) {
    boolean timeless = message.atMillis == ModeSReader.TIMELESS;
    boolean isMine =
        hasPlace && !timeless && message.atMillis - placeAtMillis <= SURFACE_REFERENCE_MILLIS;
    double nearLatitude = isMine ? latitude : receiverLatitude;
    double nearLongitude = isMine ? longitude : receiverLongitude;
    boolean isPlaced = !surface || !Double.isNaN(nearLatitude);
    if (!isPlaced || !isPair(message) || !isGlobal(message, cpr, nearLatitude, nearLongitude)) {
      return;
    }
    if (hasCandidate && timeless && !(even.isNew && odd.isNew)) {
      // Without times a half may be old: the two pairs must have none in common.
      return;
    }
    boolean agrees =
        hasCandidate
            && (timeless || message.atMillis - candidateAtMillis <= AGREEMENT_MILLIS)
            && apartNm(candidateLatitude, candidateLongitude, cpr) <= AGREEMENT_NM;
    if (agrees) {
      take(message, cpr.latitude(), cpr.longitude(), ModeSMessage.PositionBy.GLOBAL);
      checkedAtMillis = message.atMillis;
    } else {
      candidateLatitude = cpr.latitude();
      candidateLongitude = cpr.longitude();
      candidateAtMillis = message.atMillis;
      hasCandidate = true;
      even.isNew = false;
      odd.isNew = false;
    }
  }

  private boolean isPair(ModeSMessage message) {
    if (!even.isThere || !odd.isThere) {
      return false;
    }
    long apartMillis = Math.abs(even.atMillis - odd.atMillis);
    if (surface) {
      boolean isSlow = message.speedKnots <= SLOW_SURFACE_KNOTS;
      return apartMillis <= (isSlow ? SLOW_SURFACE_PAIR_MILLIS : SURFACE_PAIR_MILLIS);
    }
    return apartMillis <= PAIR_MILLIS
        || apartMillis <= SLOW_PAIR_MILLIS && speedKnots * apartMillis / HOUR_MILLIS <= PAIR_NM;
  }

  private boolean isGlobal(
      ModeSMessage message, Cpr cpr, double nearLatitude, double nearLongitude) {
    return surface
        ? cpr.globalSurface(
            even.yz, even.xz, odd.yz, odd.xz, message.odd, nearLatitude, nearLongitude)
        : cpr.global(even.yz, even.xz, odd.yz, odd.xz, message.odd);
  }

  private void take(
      ModeSMessage message, double lat, double lon, ModeSMessage.PositionBy positionBy) {
    hasPlace = true;
    hasCandidate = false;
    latitude = lat;
    longitude = lon;
    placeIsSurface = surface;
    placeAtMillis = message.atMillis;
    jumps = 0;
    message.latitude = lat;
    message.longitude = lon;
    message.positionBy = positionBy;
  }

  /** Nautical miles from a place to the one read last, by a flat earth: good enough to refuse. */
  private static double apartNm(double lat, double lon, Cpr cpr) {
    double north = (cpr.latitude() - lat) * MINUTES_PER_DEGREE;
    double east = Math.abs(cpr.longitude() - lon);
    east = (east > 180 ? 360 - east : east) * MINUTES_PER_DEGREE;
    if (north * north + east * east <= JUMP_NM * JUMP_NM) {
      return JUMP_NM; // nearer than any bound, so the cosine is not needed
    }
    east *= StrictMath.cos(StrictMath.toRadians(lat));
    return Math.sqrt(north * north + east * east);
  }
}
