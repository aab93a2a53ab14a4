package bz.keelbill.detect;

import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ledger of what is known to be good: water taxis on their corridors, dive boats, own forces,
 * exercises. An entry keeps alerts of some kinds from ringing, for so long, and always with its
 * reason in sight. Every entry ends, after a year at most, and is looked at by a second person.
 *
 * <p>A call for help, a listed craft and a doubted identity are never kept quiet. Immutable.
 *
 * @param entries the first that fits counts
 */
public record KnownGood(List<Entry> entries) {
  /** Nothing is known to be good. */
  public static final KnownGood NONE = new KnownGood(List.of());

  /** The longest that an entry may count, days. */
  public static final int LONGEST_DAYS = 366;

  private static final String GO_FAST = "go-fast";

  /** Copies the list. */
  public KnownGood {
    entries = List.copyOf(entries);
  }

  /** Why something is known to be good. */
  public enum Sort {
    /** Water taxis by their timetable. */
    TAXI_TIMETABLE,
    /** A way that is usual by day. */
    CORRIDOR,
    /** Boats that wait at dive sites. */
    DIVE_BOAT,
    /** Fishing vessels with a tracking box; without a craft named, all of them. */
    VMS,
    /** Our own side. */
    OWN_FORCES,
    /** Races and tournaments: they weigh in the go-fast score and do not keep it quiet. */
    REGATTA,
    /** Drills: as regattas. */
    EXERCISE,
    /** Anything else. */
    OTHER;

    /** The word in files and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it counts in the go-fast score instead of keeping it quiet. */
    public boolean weighs() {
      return this == REGATTA || this == EXERCISE;
    }
  }

  /**
   * One thing that is known to be good.
   *
   * @param id unique
   * @param who which craft
   * @param kinds of alerts that are kept quiet
   * @param where it holds
   * @param when it holds
   * @param paper who answers for it, and why
   */
  public record Entry(
      String id,
      Sort sort,
      KnownGoodWho who,
      List<String> kinds,
      Where where,
      KnownGoodHours when,
      Paper paper) {
    /** Copies the list. */
    public Entry {
      kinds = List.copyOf(kinds);
    }

    /** The same, looked at again: it counts until another day. */
    public Entry reviewed(String by, long atMillis, long untilMillis) {
      Paper looked =
          new Paper(paper.reason(), paper.enteredBy(), paper.enteredAtMillis(), by, atMillis);
      return new Entry(id, sort, who, kinds, where, when.until(untilMillis), looked);
    }

    /** The same, which counts no longer from a moment on. */
    public Entry endedAt(long atMillis) {
      return new Entry(id, sort, who, kinds, where, when.until(atMillis), paper);
    }

    /** Whether it is about a craft, not only about a place. */
    public boolean namesCraft() {
      return !who.equals(KnownGoodWho.ANYBODY) || sort == Sort.VMS;
    }

    boolean fits(Track track, long atMillis, FenceMap fences) {
      return when.hold(atMillis)
          && who.is(track.identity(), sort)
          && where.holds(track, fences)
          && (where.corridor() == null
              || where.corridor().holds(track, namesCraft(), atMillis, when.zone()));
    }
  }

  /**
   * Where: inside a fence, or an area, or along a corridor; all null is everywhere.
   *
   * @param fence its id; a fence that is no more holds nothing
   */
  public record Where(String fence, Area area, Corridor corridor) {
    /** Everywhere. */
    public static final Where EVERYWHERE = new Where(null, null, null);

    /** Of fence or area; a corridor asks for more than the place. */
    private boolean holds(Track track, FenceMap fences) {
      Position at = track.position();
      if (at == null) {
        return equals(EVERYWHERE);
      }
      if (fence != null && fences.find(fence) == null) {
        return false;
      }
      Area inside = fence == null ? area : fences.find(fence).area();
      return inside == null || inside.contains(at.latitude(), at.longitude());
    }
  }

  /**
   * Who answers for an entry.
   *
   * @param enteredAtMillis Unix milliseconds; 0 for one that the file brings
   * @param reviewedBy null if nobody has looked at it yet
   * @param reviewedAtMillis Unix milliseconds; 0 while {@code reviewedBy} is null
   */
  public record Paper(
      String reason,
      String enteredBy,
      long enteredAtMillis,
      String reviewedBy,
      long reviewedAtMillis) {}

  /** The entry of an id, or null. */
  public Entry find(String id) {
    for (Entry entry : entries) {
      if (entry.id().equals(id)) {
        return entry;
      }
    }
    return null;
  }

  /** The same with an entry put in place of the one with its id, or added at the end. */
  public KnownGood with(Entry entry) {
    List<Entry> all = new ArrayList<>(entries);
    all.replaceAll(each -> each.id().equals(entry.id()) ? entry : each);
    if (find(entry.id()) == null) {
      all.add(entry);
    }
    return new KnownGood(all);
  }

  /**
   * The entry that keeps an alert of a kind about a track quiet at a moment.
   *
   * @return null if none does
   */
  public Entry match(Track track, String kind, long atMillis, FenceMap fences) {
    if (KnownGoodKinds.NEVER.contains(kind)) {
      return null;
    }
    for (Entry entry : entries) {
      boolean isQuiet = entry.kinds().contains(kind) && !isWeighed(entry, kind);
      if (isQuiet && entry.fits(track, atMillis, fences)) {
        return entry;
      }
    }
    return null;
  }

  /** The regatta or exercise that a track may belong to at a moment; null if there is none. */
  public Entry weighing(Track track, long atMillis, FenceMap fences) {
    for (Entry entry : entries) {
      if (isWeighed(entry, GO_FAST) && entry.fits(track, atMillis, fences)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean isWeighed(Entry entry, String kind) {
    return entry.sort().weighs() && kind.equals(GO_FAST);
  }
}
