package bz.keelbill.fence;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** All fences of one version with an index: immutable, swapped whole when a fence changes. */
public final class FenceMap {
  private final int version;
  private final List<Fence> fences;
  private final Map<String, Fence> byId = new LinkedHashMap<>();
  private final List<Fence> moving;
  private final STRtree ordinals = new STRtree();

  private FenceMap(int version, List<Fence> fences) {
    this.version = version;
    this.fences = List.copyOf(fences);
    for (int i = 0; i < fences.size(); i++) {
      Fence fence = fences.get(i);
      if (byId.put(fence.id(), fence) != null) {
        throw new IllegalArgumentException("two fences have the id " + fence.id());
      }
      if (fence.around() == null) {
        ordinals.insert(fence.area().bounds(), i);
      }
    }
    moving = this.fences.stream().filter(fence -> fence.around() != null).toList();
    ordinals.build();
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
    Map<String, Fence> next = new LinkedHashMap<>(byId);
    next.put(fence.id(), fence);
    return new FenceMap(version + 1, List.copyOf(next.values()));
  }

  /** The next version without the fence of this id; this one if there is none such. */
  public FenceMap without(String id) {
    if (!byId.containsKey(id)) {
      return this;
    }
    Map<String, Fence> next = new LinkedHashMap<>(byId);
    next.remove(id);
    return new FenceMap(version + 1, List.copyOf(next.values()));
  }

  /** The fences whose area contains the point, whatever height and hour, in the order given. */
  public List<Fence> at(double latitude, double longitude) {
    List<Fence> found = within(new Envelope(longitude, longitude, latitude, latitude));
    found.removeIf(fence -> !fence.area().contains(latitude, longitude));
    return found;
  }

  /**
   * The fences whose area the straight step may touch, by the boxes around both, in the order
   * given.
   */
  public List<Fence> near(Position from, Position to) {
    return within(new Envelope(from.longitude(), to.longitude(), from.latitude(), to.latitude()));
  }

  private List<Fence> within(Envelope box) {
    List<Integer> hits = new ArrayList<>();
    ordinals.query(box, hit -> hits.add((Integer) hit));
    Collections.sort(hits);
    List<Fence> found = new ArrayList<>(hits.size());
    hits.forEach(hit -> found.add(fences.get(hit)));
    return found;
  }
}
