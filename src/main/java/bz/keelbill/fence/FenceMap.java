package bz.keelbill.fence;

import bz.keelbill.geo.Position;
import java.util.List;

/** All fences of one version with an index: immutable, swapped whole when a fence changes. */
public final class FenceMap {
  private final int version;
  private final List<Fence> fences;

  private FenceMap(int version, List<Fence> fences) {
    this.version = version;
    this.fences = List.copyOf(fences);
  }

  /** Indexes fences; ids must differ. */
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

  /** The fence of an id, or null. */
  public Fence find(String id) {
    throw new UnsupportedOperationException();
  }

  /** The next version with a fence put in place of the one with its id, or added. */
  public FenceMap with(Fence fence) {
    throw new UnsupportedOperationException();
  }

  /** The next version without the fence of this id. */
  public FenceMap without(String id) {
    throw new UnsupportedOperationException();
  }

  /** The fences whose area contains the point, whatever height and hour, in the order given. */
  public List<Fence> at(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** The fences whose area the straight step touches, in the order given. */
  public List<Fence> along(Position from, Position to) {
    throw new UnsupportedOperationException();
  }
}
