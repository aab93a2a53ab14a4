package bz.keelbill.fence;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;

/** All fences of one version with an index: immutable, swapped whole when a fence changes. */
public final class FenceMap {
  private final int version;
  private final Map<String, Fence> byId;
  private final List<Fence> fences;
  private final List<Fence> moving;
  private final double[] boxes;

  private FenceMap(int version, Map<String, Fence> byId, double[] boxes) {
    this.version = version;
    this.byId = byId;
    fences = List.copyOf(byId.values());
    List<Fence> around = new ArrayList<>();
    for (Fence fence : fences) {
      if (fence.around() != null) {
        around.add(fence);
      }
    }
    moving = List.copyOf(around);
    this.boxes = boxes == null ? boxes(fences) : boxes;
  }

  private static double[] boxes(List<Fence> fences) {
    double[] boxes = new double[4 * fences.size()];
    for (int i = 0; i < fences.size(); i++) {
      setBox(boxes, i, fences.get(i));
    }
    return boxes;
  }

  /** West, south, east and north; of one that moves nowhere. */
  private static void setBox(double[] boxes, int place, Fence fence) {
    int box = 4 * place;
    if (fence.around() == null) {
      Envelope bounds = fence.area().bounds();
      boxes[box] = bounds.getMinX();
      boxes[box + 1] = bounds.getMinY();
      boxes[box + 2] = bounds.getMaxX();
      boxes[box + 3] = bounds.getMaxY();
    } else {
      Arrays.fill(boxes, box, box + 4, Double.NaN);
    }
  }

  /**
   * Indexes fences; ids must differ.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static FenceMap of(int version, List<Fence> fences) {
    Map<String, Fence> byId = new LinkedHashMap<>();
    for (Fence fence : fences) {
      if (byId.put(fence.id(), fence) != null) {
        throw new IllegalArgumentException("two fences have the id " + fence.id());
      }
    }
    return new FenceMap(version, byId, null);
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
    Map<String, Fence> next = new LinkedHashMap<>(byId);
    Fence before = next.put(fence.id(), fence);
    int place = before == null ? fences.size() : place(before);
    double[] nextBoxes = Arrays.copyOf(boxes, 4 * next.size());
    setBox(nextBoxes, place, fence);
    return new FenceMap(version + 1, next, nextBoxes);
  }

  /** The next version without the fence of this id; this one if there is none such. */
  public FenceMap without(String id) {
    Fence gone = byId.get(id);
    if (gone == null) {
      return this;
    }
    Map<String, Fence> next = new LinkedHashMap<>(byId);
    next.remove(id);
    double[] nextBoxes = new double[4 * next.size()];
    int box = 4 * place(gone);
    System.arraycopy(boxes, 0, nextBoxes, 0, box);
    System.arraycopy(boxes, box + 4, nextBoxes, box, nextBoxes.length - box);
    return new FenceMap(version + 1, next, nextBoxes);
  }

  private int place(Fence fence) {
    int place = 0;
    while (fences.get(place) != fence) {
      place++;
    }
    return place;
  }

  /** Begins changes of this one. */
  public Draft draft() {
    return new Draft(this);
  }

  /**
   * Changes one after the other that are indexed once, at their end; only the fences that are there
   * then are read. One thread.
   */
  public static final class Draft {
    private final Map<String, Supplier<Fence>> byId = new LinkedHashMap<>();
    private int version;

    private Draft(FenceMap before) {
      version = before.version;
      before.byId.forEach((id, fence) -> byId.put(id, () -> fence));
    }

    /**
     * Puts a fence in place of the one with its id, or adds it at the end.
     *
     * @param fence asked at the end, if it is still there; if it gives null, the one before stays
     */
    public void put(String id, Supplier<Fence> fence) {
      Supplier<Fence> before = byId.get(id);
      byId.put(id, before == null ? fence : () -> first(fence, before));
      version++;
    }

    private static Fence first(Supplier<Fence> fence, Supplier<Fence> before) {
      Fence found = fence.get();
      return found == null ? before.get() : found;
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
      Map<String, Fence> all = new LinkedHashMap<>();
      byId.forEach(
          (id, fence) -> {
            Fence read = fence.get();
            if (read != null) {
              all.put(id, read);
            }
          });
      return new FenceMap(version, all, null);
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
