package bz.keelbill.cot;

/**
 * One event as its XML has it; nothing is judged yet. Texts are null where the attribute is not
 * there.
 *
 * @param head the event's own attributes
 * @param point where; never null, its texts may be
 * @param detail what else we use of it
 */
record CotMessage(Head head, Point point, Detail detail) {

  /**
   * The event itself.
   *
   * @param uid who
   * @param type what, as {@code a-f-S-X-L}
   * @param how where the position comes from, as {@code m-g}
   * @param time when
   * @param stale until when it counts
   */
  record Head(String uid, String type, String how, String time, String stale) {}

  /**
   * Where.
   *
   * @param lat degrees north
   * @param lon degrees east
   * @param hae metres above the ellipsoid
   * @param ce one standard deviation of the place, metres
   */
  record Point(String lat, String lon, String hae, String ce) {
    static final Point NONE = new Point(null, null, null, null);
  }

  /**
   * The rest.
   *
   * @param callsign of {@code contact}
   * @param course of {@code track}, degrees true
   * @param speed of {@code track}, metres a second
   * @param emergency null if nobody calls for help
   * @param link null if it belongs to no other
   */
  record Detail(String callsign, String course, String speed, Emergency emergency, Link link) {
    static final Detail NONE = new Detail(null, null, null, null, null);

    Detail withCallsign(String other) {
      return new Detail(other, course, speed, emergency, link);
    }

    Detail withTrack(String otherCourse, String otherSpeed) {
      return new Detail(callsign, otherCourse, otherSpeed, emergency, link);
    }

    Detail with(Emergency other) {
      return new Detail(callsign, course, speed, other, link);
    }

    Detail with(Link other) {
      return new Detail(callsign, course, speed, emergency, other);
    }
  }

  /** A call for help, or its end. */
  record Emergency(String type, boolean isCancelled) {}

  /** Whom the event is about, if that is another. */
  record Link(String uid, String type) {}
}
