package bz.keelbill.sim;

import bz.keelbill.geo.Geography;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A simulated watch that can be asked for by name. Immutable. */
public final class Scenario {
  private static final long HOUR = 3_600_000;

  private static final List<Scenario> STAGED =
      List.of(
          new Scenario(
              "demo",
              "three threats in the first minutes, more now and then, traffic as by day",
              2 * HOUR,
              true,
              Schedule::demo),
          new Scenario(
              "evening",
              "three hours from nightfall with one threat of each family",
              3 * HOUR,
              false,
              Schedule::evening),
          new Scenario(
              "day",
              "a day and a night with several threats of each family",
              24 * HOUR,
              false,
              Schedule::day));

  private static final List<Scenario> ALL = withLibrary();

  private final String name;
  private final String summary;
  private final long lengthMillis;
  private final boolean aroundTheClock;
  private final Schedule.Plot plot;
  private final boolean ownWaters;
  private final List<Traffic> traffic;

  private Scenario(
      String name, String summary, long lengthMillis, boolean aroundTheClock, Schedule.Plot plot) {
    this(name, summary, lengthMillis, aroundTheClock, plot, false, List.of());
  }

  private Scenario(
      String name,
      String summary,
      long lengthMillis,
      boolean aroundTheClock,
      Schedule.Plot plot,
      boolean ownWaters,
      List<Traffic> traffic) {
    this.name = name;
    this.summary = summary;
    this.lengthMillis = lengthMillis;
    this.aroundTheClock = aroundTheClock;
    this.plot = plot;
    this.ownWaters = ownWaters;
    this.traffic = traffic;
  }

  /** A day and a night on a sea with waters of its own. */
  static Scenario library(String name, String summary, Schedule.Plot plot, List<Traffic> traffic) {
    return new Scenario(name, summary, 24 * HOUR, false, plot, true, List.copyOf(traffic));
  }

  private static List<Scenario> withLibrary() {
    List<Scenario> all = new ArrayList<>(STAGED);
    all.addAll(Library.scenarios());
    return List.copyOf(all);
  }

  /** Every scenario, in the order in which help lists them. */
  public static List<Scenario> all() {
    return ALL;
  }

  /**
   * The scenario of a name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no scenario \"" + name + "\"; choose one of " + names() + "."));
  }

  /** The names, separated by commas. */
  public static String names() {
    return ALL.stream().map(Scenario::name).collect(Collectors.joining(", "));
  }

  /** The word for the command line. */
  public String name() {
    return name;
  }

  /** One line of help. */
  public String summary() {
    return summary;
  }

  /** How long its files are, milliseconds; served, it goes on for ever. */
  public long lengthMillis() {
    return lengthMillis;
  }

  /** The stage on which it is played before the usual sensors. */
  World world(Geography geography, long seed) {
    return world(geography, Station.ALL, seed);
  }

  /** The stage on which it is played. */
  World world(Geography geography, List<Station> stations, long seed) {
    Hours hours = new Hours(aroundTheClock);
    World world = World.of(geography, hours, stations, seed);
    return ownWaters ? World.of(geography, hours, stations, DrawnWaters.of(world), seed) : world;
  }

  /** Who is about besides those of every day. */
  List<Traffic> traffic() {
    return traffic;
  }

  Schedule schedule(Chance chance, long startMillis) {
    return plot.begin(chance, startMillis);
  }

  @Override
  public String toString() {
    return name;
  }
}
