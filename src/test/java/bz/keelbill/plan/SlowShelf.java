package bz.keelbill.plan;

import bz.keelbill.plan.PlanMatch.Key;
import java.util.List;

/** A shelf that does not search: every plan is asked for every key. */
final class SlowShelf extends PlanShelf {
  SlowShelf() {
    super(CrowdedBook.AERODROMES);
  }

  @Override
  List<Held> having(Key key, Object value) {
    return value == null
        ? List.of()
        : all().stream().filter(held -> hasKey(held.plan(), key, value)).toList();
  }

  @Override
  List<Held> around(long atMillis) {
    return all();
  }

  private static boolean hasKey(FlightPlan plan, Key key, Object value) {
    return switch (key) {
      case ADDRESS -> value.equals(plan.aircraft().address());
      case REGISTRATION -> value.equals(plan.aircraft().registration());
      case CALLSIGN -> value.equals(plan.flight().callsign());
      case SQUAWK -> value.equals(plan.aircraft().squawk());
      case TIME_AND_PLACE -> false;
    };
  }
}
