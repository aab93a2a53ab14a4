package bz.keelbill.plan;

import bz.keelbill.plan.PlanMatch.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plans held, found by each of their keys, and those open about a moment. */
class PlanShelf {

  /** A plan with its place in the order of filing, and its way over ground. */
  static final class Held {
    private final long number;
    private final FlightPlan plan;
    private final long overAtMillis;
    private Way way;

    private Held(long number, FlightPlan plan) {
      this.number = number;
      this.plan = plan;
      this.overAtMillis = plan.overAtMillis();
    }

    FlightPlan plan() {
      return plan;
    }
  }

  /** One key of a plan. */
  private record Mark(Key key, Object value) {}

  private static final long BUCKET_MILLIS = 60_000;

  private final Aerodromes aerodromes;
  private final Map<String, Held> byId = new LinkedHashMap<>();
  private final Map<Mark, List<Held>> byMark = new HashMap<>();
  private long numbers;
  private List<Held> around;
  private long aroundBucket;

  PlanShelf(Aerodromes aerodromes) {
    this.aerodromes = aerodromes;
  }

  /** The way of a plan over ground; worked out when it is first asked for. */
  Way wayOf(Held held) {
    if (held.way == null) {
      held.way = new Way(held.plan, aerodromes);
    }
    return held.way;
  }

  List<FlightPlan> plans() {
    return byId.values().stream().map(Held::plan).toList();
  }

  /** Those that are over before a time. */
  List<FlightPlan> overBefore(long millis) {
    List<FlightPlan> over = new ArrayList<>(0);
    for (Held held : byId.values()) {
      if (held.overAtMillis < millis) {
        over.add(held.plan);
      }
    }
    return over;
  }

  int size() {
    return byId.size();
  }

  FlightPlan find(String id) {
    Held held = byId.get(id);
    return held == null ? null : held.plan;
  }

  void clear() {
    byId.clear();
    byMark.clear();
    around = null;
  }

  /** Puts a plan in the place of the one with its id, or behind the last. */
  void put(FlightPlan plan) {
    around = null;
    Held old = byId.get(plan.id());
    Held held = new Held(old == null ? ++numbers : old.number, plan);
    if (old != null) {
      marks(old.plan).forEach(mark -> unmark(mark, old));
    }
    byId.put(plan.id(), held);
    for (Mark mark : marks(plan)) {
      List<Held> same = byMark.computeIfAbsent(mark, first -> new ArrayList<>(1));
      int at = same.size();
      while (at > 0 && same.get(at - 1).number > held.number) {
        at--;
      }
      same.add(at, held);
    }
  }

  void remove(String id) {
    around = null;
    Held old = byId.remove(id);
    if (old != null) {
      marks(old.plan).forEach(mark -> unmark(mark, old));
    }
  }

  /** The plans of a callsign, in the order of filing; of the empty one, those without. */
  List<FlightPlan> ofCallsign(String callsign) {
    return having(Key.CALLSIGN, callsign).stream().map(Held::plan).toList();
  }

  /** All of them, in the order of filing. */
  List<Held> all() {
    return List.copyOf(byId.values());
  }

  /** The plans that have a key, in the order of filing. */
  List<Held> having(Key key, Object value) {
    return value == null ? List.of() : byMark.getOrDefault(new Mark(key, value), List.of());
  }

  /** The plans open at a moment, and some that were or will be within the minute. */
  List<Held> around(long atMillis) {
    long bucket = Math.floorDiv(atMillis, BUCKET_MILLIS);
    if (around == null || aroundBucket != bucket) {
      aroundBucket = bucket;
      around = new ArrayList<>();
      for (Held held : byId.values()) {
        boolean opened = held.plan.opensAtMillis() < (bucket + 1) * BUCKET_MILLIS;
        if (opened && held.plan.closesAtMillis() >= bucket * BUCKET_MILLIS) {
          around.add(held);
        }
      }
    }
    return around;
  }

  private void unmark(Mark mark, Held held) {
    List<Held> same = byMark.get(mark);
    same.remove(held);
    if (same.isEmpty()) {
      byMark.remove(mark);
    }
  }

  private static List<Mark> marks(FlightPlan plan) {
    List<Mark> marks = new ArrayList<>(5);
    FlightPlan.Aircraft aircraft = plan.aircraft();
    String track = plan.filed().clearance() == null ? null : plan.filed().clearance().track();
    add(marks, Key.ADDRESS, aircraft.address());
    add(marks, Key.ADDRESS, track);
    add(marks, Key.REGISTRATION, aircraft.registration());
    add(marks, Key.CALLSIGN, plan.flight().callsign() == null ? "" : plan.flight().callsign());
    add(marks, Key.SQUAWK, aircraft.squawk());
    return marks;
  }

  private static void add(List<Mark> marks, Key key, Object value) {
    if (value != null) {
      marks.add(new Mark(key, value));
    }
  }
}
