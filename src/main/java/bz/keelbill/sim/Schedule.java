package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Which threats come when: some at set times, and for a demonstration more for ever. */
final class Schedule {

  /** Lays out the threats of one run. */
  interface Plot {
    Schedule begin(Chance chance, long startMillis);
  }

  /** One threat at its time. */
  record Injection(long atMillis, String family, Threat.Source source, boolean near) {}

  private static final Family GO_FAST = new Family("go-fast", GoFastRun::make, Family.When.EVER, 2);
  private static final Family FLIGHT =
      new Family("unreported-flight", UnreportedFlight::make, Family.When.EVER, 2);
  private static final Family ENTRY =
      new Family("fence-entry", RestrictedEntry::make, Family.When.EVER, 2);
  private static final Family DIVERSION =
      new Family("plan-deviation", Diversion::make, Family.When.EVER, 2);
  private static final List<Family> FAMILIES = List.of(GO_FAST, FLIGHT, ENTRY);

  /** Everything that {@link #watch} has one or two of. */
  private static final List<List<Family>> EVERY =
      List.of( //
          SeaFamilies.ALL, AirFamilies.ALL);

  private static final int OF_ONE_FAMILY = 6;

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final PriorityQueue<Injection> ahead =
      new PriorityQueue<>(
          Comparator.comparingLong(Injection::atMillis).thenComparing(Injection::family));
  private final Chance chance;
  private final boolean endless;
  private long last;

  private Schedule(Chance chance, boolean endless) {
    this.chance = chance;
    this.endless = endless;
  }

  /** The next threat that is due, or null. */
  Injection due(long atMillis) {
    if (ahead.isEmpty() && endless) {
      Family family = chance.pick(FAMILIES);
      add(last + (long) chance.between(14 * MINUTE, 26 * MINUTE), family, chance.happens(0.4));
    }
    return ahead.isEmpty() || ahead.peek().atMillis() > atMillis ? null : ahead.poll();
  }

  private void add(long atMillis, Family family, boolean near) {
    ahead.add(new Injection(atMillis, family.name(), family.source(), near));
    last = Math.max(last, atMillis);
  }

  /** One of each at once, close by, so that a newcomer sees alerts within three minutes. */
  static Schedule demo(Chance chance, long startMillis) {
    Schedule schedule = new Schedule(chance, true);
    schedule.add(startMillis + 2 * SECOND, ENTRY, true);
    schedule.add(startMillis + 5 * SECOND, GO_FAST, true);
    schedule.add(startMillis + 8 * SECOND, FLIGHT, true);
    return schedule;
  }

  static Schedule evening(Chance chance, long startMillis) {
    Schedule schedule = new Schedule(chance, false);
    List<Family> families = new ArrayList<>(FAMILIES);
    for (int slot = 0; slot < 3; slot++) {
      Family family = families.remove(chance.below(families.size()));
      schedule.add(startMillis + slotted(chance, slot, 35 * MINUTE), family, false);
    }
    return schedule;
  }

  /** Boats and flights by night, closed waters at any hour, diversions by day. */
  static Schedule day(Chance chance, long startMillis) {
    Schedule schedule = new Schedule(chance, false);
    for (int slot = 0; slot < 4; slot++) {
      schedule.add(startMillis + slotted(chance, slot, 150 * MINUTE), GO_FAST, false);
      schedule.add(startMillis + slotted(chance, slot, 6 * HOUR - 40 * MINUTE), ENTRY, false);
    }
    for (int slot = 0; slot < 3; slot++) {
      schedule.add(startMillis + slotted(chance, slot, 190 * MINUTE), FLIGHT, false);
    }
    for (int slot = 0; slot < 2; slot++) {
      long morning = startMillis + 13 * HOUR;
      schedule.add(morning + slotted(chance, slot, 4 * HOUR), DIVERSION, false);
    }
    return schedule;
  }

  /** A day and a night with one or two of every family. */
  static Schedule watch(Chance chance, long startMillis) {
    Schedule schedule = new Schedule(chance, false);
    Timetable times = new Timetable(chance, startMillis, startMillis + 24 * HOUR);
    for (String family : names()) {
      times.acts(ways(family), 1 + chance.below(2)).forEach(schedule::add);
    }
    return schedule;
  }

  /** A day and a night with several of one family and nothing else. */
  static Plot only(String family) {
    return (chance, startMillis) -> {
      Schedule schedule = new Schedule(chance, false);
      Timetable times = new Timetable(chance, startMillis, startMillis + 24 * HOUR);
      times.acts(ways(family), OF_ONE_FAMILY).forEach(schedule::add);
      return schedule;
    };
  }

  /** Nothing at all. */
  static Schedule quiet(Chance chance, long startMillis) {
    return new Schedule(chance, false);
  }

  /** The families of which {@link #watch} has some, in order. */
  static List<String> names() {
    return EVERY.stream().flatMap(List::stream).map(Family::name).distinct().toList();
  }

  private static List<Family> ways(String family) {
    return EVERY.stream().flatMap(List::stream).filter(way -> way.name().equals(family)).toList();
  }

  private void add(Timetable.Entry entry) {
    add(entry.atMillis(), entry.family(), false);
  }

  /** A time within its own slot, so that two of one family do not come together. */
  private static long slotted(Chance chance, int slot, long slotMillis) {
    long lull = slot == 0 ? 10 * MINUTE : 0;
    return slot * slotMillis + lull + (long) (chance.between(0, 0.7) * slotMillis);
  }
}
