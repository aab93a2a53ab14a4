package bz.keelbill.sim;

import java.util.List;
import java.util.Locale;

/**
 * A vessel on the watch list sails through: listed by its IMO number, its MMSI, its callsign, or by
 * name alone, which is worth no more than a note.
 */
final class Listed {
  private static final double MILE = 1852;

  private Listed() {}

  /** By what it is listed. */
  private enum By {
    IMO,
    MMSI,
    CALLSIGN,
    NAME
  }

  static Threat make(World world, Chance chance, String id, boolean near) {
    By by = chance.pick(List.of(By.IMO, By.IMO, By.MMSI, By.MMSI, By.CALLSIGN, By.NAME));
    boolean classA = by == By.IMO || chance.happens(0.5);
    int length = classA ? 62 + chance.below(100) : 12 + chance.below(14);
    int type = chance.pick(List.of(Registry.CARGO, Registry.TANKER, Registry.PLEASURE));
    Papers.Vessel papers =
        classA ? Registry.classA(chance, type, length) : Registry.classB(chance, type, length);
    double knots = chance.between(6, 13);
    double metres = knots * MILE * chance.between(0.8, 1.6);
    Path way =
        Charts.straight(
            world,
            chance,
            metres,
            at ->
                world.waters().freeMetres(at) > 600 && Sight.heard(world, papers.set(), at) > 0.6);
    Script script = new Script().then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft.Make make = new Craft.Make("listed-vessel", 8, 0.3);
    Craft vessel = new Craft(id, make, papers, way.start(), script);
    return new SeaThreat(
        "watchlist",
        List.of("watchlist"),
        List.of(vessel),
        now -> isKnown(vessel.tidings(), by),
        List.of(entry(papers, by)));
  }

  private static boolean isKnown(Tidings tidings, By by) {
    return switch (by) {
      case IMO, CALLSIGN -> tidings.details() > 0;
      case MMSI -> tidings.fixes() > 0;
      case NAME -> false;
    };
  }

  private static String entry(Papers.Vessel papers, By by) {
    String identity =
        switch (by) {
          case IMO -> "imo: " + papers.imo();
          case MMSI -> "mmsi: " + papers.mmsi();
          case CALLSIGN -> "callsign: \"" + papers.callsign() + '"';
          case NAME -> "name: \"" + papers.name() + '"';
        };
    return String.format(Locale.ROOT, "{%s, reason: \"designated vessel (simulated)\"}", identity);
  }
}
