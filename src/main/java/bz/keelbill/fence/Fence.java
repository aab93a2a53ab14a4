package bz.keelbill.fence;

import bz.keelbill.geo.Area;
import bz.keelbill.rule.Priority;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A named area that matters, with the craft, heights and hours it applies to.
 *
 * @param id unique; in URLs and alerts
 * @param label name, kind and reason, as the operator wrote them
 * @param area where
 * @param scope for whom and how urgent
 * @param band heights; aircraft only
 * @param hours when
 * @param limits how long and how fast
 * @param around the track that it goes with; null for a fence that stands where it is. Its area is
 *     then a circle in a frame of its own, see {@link Around}
 */
public record Fence(
    String id,
    Label label,
    Area area,
    Scope scope,
    Band band,
    Hours hours,
    Limits limits,
    Around around) {

  /** One that stands where it is. */
  public Fence(
      String id, Label label, Area area, Scope scope, Band band, Hours hours, Limits limits) {
    this(id, label, area, scope, band, hours, limits, null);
  }

  /** One that goes with a track. */
  public Fence(
      String id, Label label, Around around, Scope scope, Band band, Hours hours, Limits limits) {
    this(id, label, around.area(), scope, band, hours, limits, around);
  }

  /** The kind whose entry is an alert by itself. */
  public static final String RESTRICTED = "restricted";

  /** What people call it; {@code reason} may be null. */
  public record Label(String name, String kind, String reason) {}

  /** Which craft a fence is for. */
  public enum AppliesTo {
    /** Vessels and other surface contacts. */
    VESSEL,
    /** Aircraft. */
    AIRCRAFT,
    /** Both. */
    ANY
  }

  /** For whom, and with which priority an entry is reported. */
  public record Scope(AppliesTo appliesTo, Priority priority) {}

  /**
   * Feet above mean sea level; NaN means no limit on that side. A floor at or below 0 stands on the
   * surface and is no limit either: altimeters read below it on a day of high pressure.
   */
  public record Band(double floorFeet, double ceilingFeet) {
    /** Every height. */
    public static final Band ALL = new Band(Double.NaN, Double.NaN);

    /**
     * Whether a height lies in the band. An unknown height (NaN) does if the band stands on the
     * surface: those who hide their height are who such a fence is for.
     */
    public boolean holds(double altitudeFeet) {
      return holds(altitudeFeet, 0);
    }

    /** Whether a height lies in the band widened by some feet on each side; NaN as above. */
    public boolean holds(double altitudeFeet, double marginFeet) {
      boolean belowFloor = floorFeet > 0 && !(altitudeFeet >= floorFeet - marginFeet);
      return !belowFloor && !(altitudeFeet > ceilingFeet + marginFeet);
    }
  }

  /**
   * When a fence is active: local hours of each day (null both: always; null one: midnight) within
   * a span of days.
   *
   * @param from first local moment of the day; from later than {@code to} crosses midnight, the
   *     same as {@code to} is the whole day
   * @param to first local moment after it
   * @param zone whose clock; null for UTC
   * @param validFromMillis Unix milliseconds, {@code Long.MIN_VALUE} for no beginning
   * @param validUntilMillis first moment after it, Unix milliseconds, {@code Long.MAX_VALUE} for no
   *     end
   */
  public record Hours(
      LocalTime from, LocalTime to, ZoneId zone, long validFromMillis, long validUntilMillis) {
    /** Always. */
    public static final Hours ALWAYS = new Hours(null, null, null, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Whether a time, Unix milliseconds, lies in the span and in the hours. */
    public boolean hold(long atMillis) {
      return atMillis >= validFromMillis
          && atMillis < validUntilMillis
          && ((from == null && to == null) || isInDay(atMillis));
    }

    private boolean isInDay(long atMillis) {
      Instant instant = Instant.ofEpochMilli(atMillis);
      LocalTime now = LocalTime.ofInstant(instant, zone == null ? ZoneOffset.UTC : zone);
      LocalTime begin = from == null ? LocalTime.MIDNIGHT : from;
      LocalTime end = to == null ? LocalTime.MIDNIGHT : to;
      boolean begun = !now.isBefore(begin);
      boolean open = now.isBefore(end);
      return begin.isBefore(end) ? begun && open : begun || open;
    }
  }

  /**
   * What counts inside.
   *
   * @param dwellSeconds after which staying is reported; NaN when the rules' value applies
   * @param minSpeedKnots slower than this is reported; NaN none
   * @param maxSpeedKnots faster than this is reported; NaN none
   */
  public record Limits(double dwellSeconds, double minSpeedKnots, double maxSpeedKnots) {
    /** None of the fence's own. */
    public static final Limits NONE = new Limits(Double.NaN, Double.NaN, Double.NaN);
  }

  /** Whether the fence is in force at a time. */
  public boolean isActive(long atMillis) {
    return hours.hold(atMillis);
  }

  /** Whether the fence is for craft of this sort. */
  public boolean appliesTo(boolean aircraft) {
    return switch (scope.appliesTo()) {
      case VESSEL -> !aircraft;
      case AIRCRAFT -> aircraft;
      case ANY -> true;
    };
  }

  /** Whether the fence's heights, widened by some feet, reach the end of a step. */
  boolean reaches(Occupancy.Step step, double marginFeet) {
    return !step.aircraft() || band.holds(step.altitudeFeet(), marginFeet);
  }

  /** Whether a step ends in the fence's area and heights. */
  boolean holds(Occupancy.Step step) {
    return reaches(step, 0) && area.contains(step.to().latitude(), step.to().longitude());
  }
}
