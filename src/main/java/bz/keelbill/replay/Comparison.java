package bz.keelbill.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two watches raised over the same recording, side by side. Lists are in the order of raising.
 *
 * @param basis what they heard
 * @param difference which alerts are other with the proposal
 * @param before the load without it
 * @param after the load with it
 * @param known what becomes of the true cases that are known
 */
public record Comparison(Basis basis, Difference difference, Load before, Load after, Known known) {
  private static final long SAME_SITUATION_MILLIS = 30 * 60_000;

  /**
   * What they heard.
   *
   * @param lines of feeds
   * @param missing entries that the record does not have
   * @param problems what could not be read, and detectors that failed, a sentence each
   */
  public record Basis(ReplayScript.Period period, long lines, long missing, List<String> problems) {
    /** Copies the list. */
    public Basis {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Which alerts are other.
   *
   * @param added only with the proposal
   * @param lost only without it
   * @param changed with both, but raised at another time or with another priority
   * @param same how many are raised alike
   */
  public record Difference(List<Raised> added, List<Raised> lost, List<Changed> changed, int same) {
    /** Copies the lists. */
    public Difference {
      added = List.copyOf(added);
      lost = List.copyOf(lost);
      changed = List.copyOf(changed);
    }

    /** Whether the proposal makes no difference. */
    public boolean isNone() {
      return added.isEmpty() && lost.isEmpty() && changed.isEmpty();
    }
  }

  /** One situation, as it is raised without the proposal and with it. */
  public record Changed(Raised before, Raised after) {}

  /**
   * The true cases.
   *
   * @param marked alerts that people have marked, anywhere in the journal
   * @param raisedBefore how many of them are raised without the proposal
   * @param missed those of them that the proposal loses
   */
  public record Known(Set<String> marked, int raisedBefore, List<Raised> missed) {
    /** Copies the collections. */
    public Known {
      marked = Set.copyOf(marked);
      missed = List.copyOf(missed);
    }

    /** Whether an alert is a true case. */
    public boolean has(Raised raised) {
      return marked.contains(raised.alert().id());
    }
  }

  static Comparison of(
      Basis basis, Map<String, Raised> before, Map<String, Raised> after, Set<String> knownTrue) {
    Difference difference = differenceOf(before, after);
    List<Raised> missed = new ArrayList<>(difference.lost());
    missed.removeIf(raised -> !knownTrue.contains(raised.alert().id()));
    int raisedBefore = (int) before.keySet().stream().filter(knownTrue::contains).count();
    return new Comparison(
        basis,
        difference,
        Load.of(before.values(), basis.period()),
        Load.of(after.values(), basis.period()),
        new Known(knownTrue, raisedBefore, missed));
  }

  private static Difference differenceOf(Map<String, Raised> before, Map<String, Raised> after) {
    List<Raised> lost = new ArrayList<>();
    List<Raised> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    int same = 0;
    for (Raised raised : before.values()) {
      Raised other = after.get(raised.alert().id());
      if (other == null) {
        lost.add(raised);
      } else if (raised.rings().equals(other.rings())) {
        same++;
      } else {
        changed.add(new Changed(raised, other));
      }
    }
    for (Raised raised : after.values()) {
      if (!before.containsKey(raised.alert().id())) {
        added.add(raised);
      }
    }
    changed.addAll(renamed(lost, added));
    changed.sort(Comparator.comparingLong(each -> each.before().atMillis()));
    return new Difference(added, lost, changed, same);
  }

  /**
   * Situations that begin at another time, and whose alerts have another id for that: taken out of
   * both lists.
   */
  private static List<Changed> renamed(List<Raised> lost, List<Raised> added) {
    Map<String, List<Raised>> byKey = new LinkedHashMap<>();
    lost.forEach(each -> byKey.computeIfAbsent(key(each), none -> new ArrayList<>()).add(each));
    List<Changed> renamed = new ArrayList<>();
    for (Raised raised : added) {
      List<Raised> candidates = byKey.getOrDefault(key(raised), List.of());
      Raised nearest = nearest(raised, candidates);
      if (nearest != null) {
        candidates.remove(nearest);
        renamed.add(new Changed(nearest, raised));
      }
    }
    takeOut(renamed.stream().map(Changed::before), lost);
    takeOut(renamed.stream().map(Changed::after), added);
    return renamed;
  }

  private static void takeOut(Stream<Raised> raised, List<Raised> from) {
    Set<String> ids = raised.map(Comparison::id).collect(Collectors.toSet());
    from.removeIf(each -> ids.contains(id(each)));
  }

  private static String id(Raised raised) {
    return raised.alert().id();
  }

  private static String key(Raised raised) {
    return raised.alert().finding().key();
  }

  private static Raised nearest(Raised raised, Collection<Raised> candidates) {
    Raised nearest = null;
    long nearestMillis = SAME_SITUATION_MILLIS + 1;
    for (Raised candidate : candidates) {
      long apart = Math.abs(candidate.atMillis() - raised.atMillis());
      if (apart < nearestMillis) {
        nearest = candidate;
        nearestMillis = apart;
      }
    }
    return nearest;
  }
}
