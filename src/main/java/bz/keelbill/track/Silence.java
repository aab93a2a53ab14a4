package bz.keelbill.track;

/**
 * When a feed has said nothing for too long: longer than the floor and longer than three times its
 * usual gap.
 *
 * <p>The usual gap is a mean weighted by the gaps' own length, so that a burst every five minutes
 * has a usual gap of five minutes. A gap counts for no more than the limit of its time: an outage
 * of hours does not make the next one go unnoticed, while a feed slower than expected is learned
 * within a few gaps. All times are of one clock that does not jump.
 */
public final class Silence {

  private static final double GAPS = 3;

  private final double gaps;
  private final long floorMillis;
  private double usualGapMillis;
  private long lastMillis;

  /** Begins to listen; {@code floorMillis} is the shortest silence that counts. */
  public Silence(long floorMillis, long nowMillis) {
    this(floorMillis, nowMillis, GAPS);
  }

  /** With another number of usual gaps that make a silence. */
  Silence(long floorMillis, long nowMillis, double gaps) {
    this.floorMillis = floorMillis;
    this.gaps = gaps;
    lastMillis = nowMillis;
  }

  /** A valid line came. */
  public void heard(long nowMillis) {
    double gapMillis = Math.min(nowMillis - lastMillis, limitMillis());
    double weight = Math.min(1, gapMillis / (gaps * floorMillis));
    usualGapMillis += weight * (gapMillis - usualGapMillis);
    lastMillis = nowMillis;
  }

  /** Up to now nothing could be heard, for want of a connection or of room. */
  public void excuse(long nowMillis) {
    lastMillis = nowMillis;
  }

  /** Whether nothing has come for too long. */
  public boolean isSilent(long nowMillis) {
    return nowMillis - lastMillis >= limitMillis();
  }

  /** When something was heard last, or could not have been. */
  public long sinceMillis() {
    return lastMillis;
  }

  long limitMillis() {
    return Math.max(floorMillis, (long) (gaps * usualGapMillis));
  }
}
