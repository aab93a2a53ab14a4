package bz.keelbill.sim;

import java.util.List;

/**
 * What goes wrong with a whole watch, to see how gracefully its detection falls.
 *
 * @param name the word for the command line
 * @param dropped part of the lines of all sensors that never arrive
 * @param skewMillis by how much the clocks of all AIS stations are ahead
 * @param doubled whether every line arrives twice
 * @param radarOut whether one radar is off for two hours of the night
 */
public record Harm(
    String name, double dropped, long skewMillis, boolean doubled, boolean radarOut) {
  /** Nothing. */
  public static final Harm NONE = new Harm("none", 0, 0, false, false);

  /** All of them, in the order of the table in which they are reported. */
  public static final List<Harm> ALL =
      List.of(
          NONE,
          new Harm("drop-10", 0.1, 0, false, false),
          new Harm("drop-30", 0.3, 0, false, false),
          new Harm("drop-50", 0.5, 0, false, false),
          new Harm("drop-70", 0.7, 0, false, false),
          new Harm("skew", 0, 30_000, false, false),
          new Harm("doubled", 0, 0, true, false),
          new Harm("radar-out", 0, 0, false, true));

  /**
   * The harm of a name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Harm named(String name) {
    return ALL.stream()
        .filter(harm -> harm.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no harm \"" + name + "\"; choose one of " + names()));
  }

  /** The names, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.stream().map(Harm::name).toList());
  }

  /** Whether lines go through as they are spoken. */
  boolean isClean() {
    return dropped == 0 && !doubled;
  }
}
