package bz.keelbill.fence;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/** All fences of one version with an index: immutable, swapped whole when a fence changes. */
public final class FenceMap {
  private final int version;
  private final List<Fence> fences;
  private final Map<String, Fence> byId = new LinkedHashMap<>();
  private final List<Fence> moving;
  private final double[] boxes;

  private FenceMap(int version, List<Fence> fences) {
    this.version = version;
    this.fences = List.copyOf(fences);
    for (Fence fence : fences) {
      if (byId.put(fence.id(), fence) != null) {
        throw new IllegalArgumentException("two fences have the id " + fence.id());
      }
    }
    moving = this.fences.stream().filter(fence -> fence.around() != null).toList();
    boxes = boxes(this.fences);
  }

  /** West, south, east and north of each; of those that move nowhere. */
  private static double[] boxes(List<Fence> fences) {
    double[] boxes = new double[4 * fences.size()];
    Arrays.fill(boxes, Double.NaN);
    for (int i = 0; i < fences.size(); i++) {
      if (fences.get(i).around() == null) {
        Envelope bounds = fences.get(i).area().bounds();
        boxes[4 * i] = bounds.getMinX();
        boxes[4 * i + 1] = bounds.getMinY();
        boxes[4 * i + 2] = bounds.getMaxX();
        boxes[4 * i + 3] = bounds.getMaxY();
      }
    }
    return boxes;
  }

  /**
   * Indexes fences; ids must differ.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static FenceMap of(int version, List<Fence> fences) {
    return new FenceMap(version, fences);
  }

  /** Rises by one with each accepted change. */
  public int version() {
    return version;
  }

  /** All fences, in the order given. */
  public List<Fence> fences() {
    return fences;
  }

  /** Those that go with tracks; they are at no place by themselves. */
  public List<Fence> moving() {
    return moving;
  }

  /** The fence of an id, or null. */
  public Fence find(String id) {
    return byId.get(id);
  }

  /** The next version with a fence put in place of the one with its id, or added at the end. */
  public FenceMap with(Fence fence) {
    Draft next = draft();
    next.put(fence);
    return next.done();
  }

  /** The next version without the fence of this id; this one if there is none such. */
  public FenceMap without(String id) {
    Draft next = draft();
    return next.remove(id) ? next.done() : this;
  }

  /** Begins changes of this one. */
  public Draft draft() {
    return new Draft(version, byId);
  }

  /** Changes one after the other that are indexed once, at their end. One thread. */
  public static final class Draft {
    private final Map<String, Fence> byId;
    private int version;

    private Draft(int version, Map<String, Fence> byId) {
      this.version = version;
      this.byId = new LinkedHashMap<>(byId);
    }

    /** Puts a fence in place of the one with its id, or adds it at the end. */
    public void put(Fence fence) {
      byId.put(fence.id(), fence);
      version++;
    }

    /** Takes the fence of this id away; false if there is none such. */
    public boolean remove(String id) {
      boolean wasThere = byId.remove(id) != null;
      version += wasThere ? 1 : 0;
      return wasThere;
    }

    /** Risen by one with each change so far. */
    public int version() {
      return version;
    }

    /** The fences as they are now; its version has risen by one with each change. */
    public FenceMap done() {
      return new FenceMap(version, List.copyOf(byId.values()));
    }
  }

  /** The fences whose area contains the point, whatever height and hour, in the order given. */
  public List<Fence> at(double latitude, double longitude) {
    List<Fence> found = within(longitude, latitude, longitude, latitude);
    found.removeIf(fence -> !fence.area().contains(latitude, longitude));
    return found;
  }

  /**
   * The fences whose area the straight step may touch, by the boxes around both, in the order
   * given.
   */
  public List<Fence> near(Position from, Position to) {
    return within(
        Math.min(from.longitude(), to.longitude()),
        Math.min(from.latitude(), to.latitude()),
        Math.max(from.longitude(), to.longitude()),
        Math.max(from.latitude(), to.latitude()));
  }

  /** Some hundred boxes in one array are compared sooner than a tree of them is walked. */
  private List<Fence> within(double west, double south, double east, double north) {
    List<Fence> found = new ArrayList<>();
    for (int i = 0; i < fences.size(); i++) {
      int box = 4 * i;
      boolean isTouched =
          boxes[box] <= east
              && boxes[box + 2] >= west
              && boxes[box + 1] <= north
              && boxes[box + 3] >= south;
      if (isTouched) {
        found.add(fences.get(i));
      }
    }
    return found;
  }
}
