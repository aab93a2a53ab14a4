package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.List;

/** The scenarios by which the watch is judged: all families, each family, and days without any. */
final class Library {
  private Library() {}

  static List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    all.add(
        Scenario.library(
            "watch",
            "a day and a night with one or two threats of every family",
            Schedule::watch,
            List.of(
                TaxiDay::ordinary,
                DiveDay::craft,
                CruiseDay::craft,
                FishingGrounds::craft,
                Wayfarers::craft,
                AirDay::craft)));
    all.addAll(quietDays());
    for (String family : Schedule.names()) {
      all.add(
          Scenario.library(
              family,
              "a day and a night with threats of this family alone",
              Schedule.only(family),
              List.of()));
    }
    return all;
  }

  private static List<Scenario> quietDays() {
    return List.of(
        quiet("taxi-day", "taxis on and off the known routes", TaxiDay::ordinary),
        quiet("holiday", "a holiday's rush of taxis", TaxiDay::ordinary, TaxiDay::holiday),
        quiet("tournament", "a fishing tournament of thirty boats", Tournament::craft),
        quiet("dive-day", "groups of dive boats at their sites", DiveDay::craft),
        quiet("cruise-day", "tenders, a pilot, a ship that waits", CruiseDay::craft),
        quiet("patrol-chase", "the coast guard at forty knots", PatrolChase::craft),
        quiet("night-fishing", "fishermen in groups, lobster boats", FishingGrounds::craft),
        quiet("air-day", "flights that look like something", AirDay::craft),
        quiet("wayfarers", "yachts, a tow, ferries, boats off the air", Wayfarers::craft),
        quiet(
            "busy-day",
            "all of these at once but the tournament",
            TaxiDay::ordinary,
            TaxiDay::holiday,
            DiveDay::craft,
            CruiseDay::craft,
            PatrolChase::craft,
            FishingGrounds::craft,
            Wayfarers::craft,
            AirDay::craft));
  }

  /** A day and a night on which nothing is wrong. */
  private static Scenario quiet(String name, String summary, Traffic... traffic) {
    return Scenario.library(name, summary + "; no threat", Schedule::quiet, List.of(traffic));
  }
}
