package bz.keelbill.fence;

import bz.keelbill.geo.Area;
import bz.keelbill.rule.Priority;
import java.time.LocalTime;
import java.time.ZoneId;

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
 */
public record Fence(
    String id, Label label, Area area, Scope scope, Band band, Hours hours, Limits limits) {

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

  /** Feet above mean sea level; NaN means no limit on that side. */
  public record Band(double floorFeet, double ceilingFeet) {}

  /**
   * When a fence is active: local hours of each day (null both: always; from later than to crosses
   * midnight) within a span of days.
   *
   * @param validFromMillis Unix milliseconds, {@code Long.MIN_VALUE} for no beginning
   * @param validUntilMillis Unix milliseconds, {@code Long.MAX_VALUE} for no end
   */
  public record Hours(
      LocalTime from, LocalTime to, ZoneId zone, long validFromMillis, long validUntilMillis) {}

  /**
   * What counts inside.
   *
   * @param dwellSeconds after which staying is reported; NaN when the rules' value applies
   * @param minSpeedKnots slower than this is reported; NaN none
   * @param maxSpeedKnots faster than this is reported; NaN none
   */
  public record Limits(double dwellSeconds, double minSpeedKnots, double maxSpeedKnots) {}

  /** Whether the fence is in force at a time. */
  public boolean isActive(long atMillis) {
    throw new UnsupportedOperationException();
  }
}
