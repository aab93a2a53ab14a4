package bz.keelbill.watch;

import bz.keelbill.detect.Finding;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import bz.keelbill.track.Usual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scene of one watch, which takes note whether a detector has looked at anything that differs
 * in the scene of another watch over the same tracks.
 *
 * <p>What comes of fences, rules or alerts can differ; everything else belongs to both. Where one
 * answer can be compared, answers are; where a detector is given something to ask further, that it
 * asked for it counts as a difference, as soon as the two can differ at all.
 */
final class ComparedScene extends WatchScene {
  private final WatchScene mine;
  private final WatchScene other;
  private final Usual usual;
  private final Map<String, Answers> openOfKind = new HashMap<>();
  private boolean differs;
  private boolean passagesDiffer;

  /** What is open of a kind in both; the lists are others as soon as anything has changed. */
  private record Answers(List<Finding> here, List<Finding> there, boolean areSame) {}

  ComparedScene(Watch watch, WatchScene other) {
    super(watch);
    this.mine = watch.scene();
    this.other = other;
    this.usual = new ComparedUsual(mine.passages(), other.passages(), this::differ);
  }

  /** Before a detector looks. */
  void begin() {
    differs = false;
  }

  /** Whether what the detector said may not be what it would have said in the other scene. */
  boolean differs() {
    return differs;
  }

  /** It said or asked something to which the watches answered otherwise. */
  void differ() {
    differs = true;
  }

  /** What is usual is no longer the same for both. */
  void passagesDiffer() {
    passagesDiffer = true;
  }

  @Override
  public long nowMillis() {
    return mine.nowMillis();
  }

  @Override
  public Rules rules() {
    differs |= mine.rules() != other.rules();
    return mine.rules();
  }

  @Override
  public FenceMap fences() {
    differs |= mine.fences() != other.fences();
    return mine.fences();
  }

  @Override
  public Fence fence(String id) {
    Fence here = mine.fence(id);
    differs = differs || here != other.fence(id);
    return here;
  }

  @Override
  public List<Fence> fencesAt(Position at) {
    List<Fence> here = mine.fencesAt(at);
    differs = differs || !here.equals(other.fencesAt(at));
    return here;
  }

  @Override
  public Occupancy occupancy(Track track) {
    Occupancy here = mine.occupancy(track);
    differs |= !here.stays().equals(other.occupancy(track).stays());
    return here;
  }

  @Override
  public Usual passages() {
    return passagesDiffer ? usual : mine.passages();
  }

  @Override
  public boolean saidLately(String kind, Track track, String with) {
    boolean here = mine.saidLately(kind, track, with);
    differs = differs || here != other.saidLately(kind, track, with);
    return here;
  }

  @Override
  public boolean isOpen(Track track) {
    boolean here = mine.isOpen(track);
    differs = differs || here != other.isOpen(track);
    return here;
  }

  @Override
  public boolean isOpen(String kind, Track track) {
    boolean here = mine.isOpen(kind, track);
    differs = differs || here != other.isOpen(kind, track);
    return here;
  }

  @Override
  public List<Finding> open(String kind) {
    List<Finding> here = mine.open(kind);
    differs = differs || !isSame(kind, here, other.open(kind));
    return here;
  }

  /** Asked of each craft by many, and findings are long to compare. */
  private boolean isSame(String kind, List<Finding> here, List<Finding> there) {
    if (here.isEmpty() && there.isEmpty()) {
      return true;
    }
    Answers known = openOfKind.get(kind);
    if (known == null || known.here != here || known.there != there) {
      known = new Answers(here, there, here.equals(there));
      openOfKind.put(kind, known);
    }
    return known.areSame;
  }
}
