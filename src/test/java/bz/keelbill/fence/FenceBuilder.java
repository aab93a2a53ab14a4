package bz.keelbill.fence;

import bz.keelbill.fence.Fence.AppliesTo;
import bz.keelbill.fence.Fence.Band;
import bz.keelbill.fence.Fence.Hours;
import bz.keelbill.geo.Area;
import bz.keelbill.rule.Priority;
import java.time.LocalTime;
import java.time.ZoneId;
import org.locationtech.jts.geom.Geometry;

/** Builds fences for tests: for any craft, at any height and hour, until said otherwise. */
public final class FenceBuilder {
  private final String id;
  private final Geometry shape;
  private AppliesTo appliesTo = AppliesTo.ANY;
  private Band band = Band.ALL;
  private Hours hours = Hours.ALWAYS;

  private FenceBuilder(String id, Geometry shape) {
    this.id = id;
    this.shape = shape;
  }

  public static FenceBuilder fence(String id, Geometry shape) {
    return new FenceBuilder(id, shape);
  }

  public FenceBuilder appliesTo(AppliesTo whom) {
    this.appliesTo = whom;
    return this;
  }

  public FenceBuilder band(double floorFeet, double ceilingFeet) {
    this.band = new Band(floorFeet, ceilingFeet);
    return this;
  }

  public FenceBuilder hours(String from, String to) {
    ZoneId zone = ZoneId.of("America/Belize");
    this.hours =
        new Hours(LocalTime.parse(from), LocalTime.parse(to), zone, Long.MIN_VALUE, Long.MAX_VALUE);
    return this;
  }

  public FenceBuilder hours(Hours when) {
    this.hours = when;
    return this;
  }

  public Fence build() {
    return new Fence(
        id,
        new Fence.Label(id, "monitored", null),
        Area.of(shape),
        new Fence.Scope(appliesTo, Priority.CAUTION),
        band,
        hours,
        Fence.Limits.NONE);
  }
}
