package bz.keelbill.track;

import bz.keelbill.report.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One station's clock, held against four others: ours at arrival, the UTC that shore stations send,
 * the second that ships name, and the clocks of stations that heard the same ship.
 *
 * <p>A late delivery looks like a slow clock to the first of them only. So whole minutes are
 * believed only if the odd seconds agree with what ships say, and a lag must be steady.
 */
public final class StationTime {
  /** How a difference was found. */
  public enum Witness {
    /** The UTC of base stations, M.1371-5 messages 4 and 11. */
    UTC,
    /** Our own clock when the line arrived. */
    ARRIVAL,
    /** Other stations that heard the same transmission. */
    OTHERS,
    /** The second of the minute that positions name: whole minutes are not seen. */
    SECOND
  }

  /**
   * How far a clock is off.
   *
   * @param offsetMillis station minus truth: positive is fast
   * @param witness what it was held against
   */
  public record Skew(long offsetMillis, Witness witness) {}

  private static final long MINUTE_MILLIS = 60_000;
  private static final long AGREEING_MILLIS = 5_000;
  private static final long STEADY_MILLIS = 5_000;
  private static final int ENOUGH = 20;
  private static final int MOST_OTHERS = 32;

  private final Offsets toArrival = new Offsets();
  private final Offsets toUtc = new Offsets();
  private final Map<StationTime, Offsets> toOthers = new LinkedHashMap<>();
  private final Offsets toSecond = new Offsets();
  private boolean arrivalIsOurs;
  private Origin newest;
  private Skew skew;
  private boolean isJudged;

  StationTime(Origin first) {
    newest = first;
  }

  /** Where its newest report came from. */
  public Origin newest() {
    return newest;
  }

  /** How far the clock is off, by the best witness; null while there are too few or none agrees. */
  public Skew skew() {
    if (!isJudged) {
      skew = judged();
      isJudged = true;
    }
    return skew;
  }

  void arrived(Origin origin) {
    newest = origin;
    isJudged = false;
    long offset = origin.stationAtMillis() - origin.receivedAtMillis();
    // A recording that kept no arrival gives the station's own time for it, which proves nothing.
    arrivalIsOurs |= offset != 0;
    toArrival.add(offset);
  }

  void heardUtc(Origin origin, long utcMillis) {
    toUtc.add(origin.stationAtMillis() - utcMillis);
  }

  void heardSecond(Origin origin) {
    toSecond.add(withinMinute(origin.stationAtMillis() - origin.eventAtMillis()));
  }

  /** Another station heard the same transmission; so much later by this station's clock. */
  void heardToo(StationTime other, long laterMillis) {
    Offsets offsets = toOthers.get(other);
    if (offsets == null && toOthers.size() < MOST_OTHERS) {
      offsets = new Offsets();
      toOthers.put(other, offsets);
    }
    if (offsets != null) {
      offsets.add(laterMillis);
    }
  }

  private Skew judged() {
    Skew alone = byWhatItHears();
    if (alone != null) {
      return alone;
    }
    Offsets others = againstOthers();
    if (others != null) {
      return new Skew(others.medianMillis(), Witness.OTHERS);
    }
    boolean isSecondKnown = toSecond.size() >= ENOUGH && toSecond.spreadMillis() <= STEADY_MILLIS;
    return isSecondKnown ? new Skew(toSecond.medianMillis(), Witness.SECOND) : null;
  }

  /** What needs no other station; null if that does not tell. */
  private Skew byWhatItHears() {
    boolean isArrivalKnown = arrivalIsOurs && toArrival.size() >= ENOUGH;
    if (isArrivalKnown && isSmall(toArrival)) {
      return new Skew(toArrival.medianMillis(), Witness.ARRIVAL);
    }
    if (toUtc.size() >= ENOUGH && agrees(toUtc)) {
      return new Skew(toUtc.medianMillis(), Witness.UTC);
    }
    if (isArrivalKnown && isClock(toArrival)) {
      return new Skew(toArrival.medianMillis(), Witness.ARRIVAL);
    }
    return null;
  }

  /** Whether it may be off by what it hears itself: then it bears no witness against others. */
  private boolean isDoubtful() {
    Skew alone = byWhatItHears();
    boolean isOff = alone != null && Math.abs(alone.offsetMillis()) > AGREEING_MILLIS;
    return isOff || toUtc.size() >= ENOUGH && !isSmall(toUtc);
  }

  /** Nothing arrives before it was sent; what arrives late may have been held up on the way. */
  private boolean isClock(Offsets offsets) {
    boolean isFast = offsets.medianMillis() > 0;
    return isFast || (agrees(offsets) && offsets.spreadMillis() <= STEADY_MILLIS);
  }

  /**
   * The difference to a station that is known to be right; null if there is none. Of two that
   * differ by odd seconds ships' seconds say who is wrong; by whole minutes only a third station
   * does.
   */
  private Offsets againstOthers() {
    if (toSecond.size() < ENOUGH) {
      return null;
    }
    boolean isOdd = !isSmall(toSecond);
    if (!isOdd && isConfirmed()) {
      return null;
    }
    for (Map.Entry<StationTime, Offsets> each : toOthers.entrySet()) {
      Offsets offsets = each.getValue();
      boolean isOff = offsets.size() >= ENOUGH && !isSmall(offsets) && agrees(offsets);
      boolean isWitness = isOdd ? !each.getKey().isDoubtful() : each.getKey().isConfirmed();
      if (isOff && isWitness) {
        return offsets;
      }
    }
    return null;
  }

  /** Whether another station has the same time. */
  private boolean isConfirmed() {
    return toOthers.values().stream()
        .anyMatch(offsets -> offsets.size() >= ENOUGH && isSmall(offsets));
  }

  private static boolean isSmall(Offsets offsets) {
    return Math.abs(offsets.medianMillis()) <= AGREEING_MILLIS;
  }

  /** Whether the odd seconds are those by which ships' seconds are missed, if ships were heard. */
  private boolean agrees(Offsets offsets) {
    long apart = withinMinute(offsets.medianMillis() - toSecond.medianMillis());
    return toSecond.size() < ENOUGH || Math.abs(apart) <= AGREEING_MILLIS;
  }

  /** −30 to +30 seconds. */
  private static long withinMinute(long millis) {
    return Math.floorMod(millis + MINUTE_MILLIS / 2, MINUTE_MILLIS) - MINUTE_MILLIS / 2;
  }
}
