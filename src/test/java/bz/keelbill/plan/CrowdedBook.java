package bz.keelbill.plan;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A book full of made flights over five days, and aircraft that may be some of them. */
final class CrowdedBook {
  static final long NOW = 1_795_400_000_000L;
  private static final Map<String, Position> PLACES =
      Map.of(
          "MZBZ", new Position(17.5391, -88.3082),
          "MZSP", new Position(17.9139, -87.9711),
          "MZPG", new Position(16.1024, -88.8083),
          "MZPL", new Position(16.5372, -88.3611));
  static final Aerodromes AERODROMES = PLACES::get;

  final PlanBook book = new PlanBook(AERODROMES);
  private final int flights;
  private final List<String> places = PLACES.keySet().stream().sorted().toList();

  CrowdedBook(Random random, int flights) {
    this.flights = flights;
    for (int flight = 0; flight < flights; flight++) {
      book.apply(plan(flight, random));
    }
  }

  private PlanMessage plan(int flight, Random random) {
    long offBlock = NOW + (random.nextInt(5 * 24 * 60) - 24 * 60) * 60_000L;
    String from = places.get(random.nextInt(places.size()));
    String to = places.get(random.nextInt(places.size()));
    return new PlanMessage(
        new Origin("plans", "aftn", flight, NOW - 3 * 86_400_000L, NOW),
        PlanMessage.Type.FPL,
        new PlanMessage.Flight(callsign(flight), from, offBlock, to),
        new PlanMessage.Details(
            20 + random.nextInt(100),
            flight % 3 == 0 ? null : address(flight),
            flight % 5 == 0 ? null : "V3" + flight % 400,
            flight % 7 == 0 ? String.format("%04o", 512 + flight % 900) : null,
            "V",
            "C208",
            "N0150A055 DCT",
            null),
        "made");
  }

  /** Some callsigns have several legs. */
  private static String callsign(int flight) {
    return "TPX" + flight / 2;
  }

  private static int address(int flight) {
    return 0x0AB000 + flight / 2;
  }

  /** An aircraft of which some things are known. */
  PlanQuery query(Random random) {
    int flight = random.nextInt(flights * 3 / 2);
    return new PlanQuery(
        random.nextInt(3) == 0 ? address(flight) : null,
        random.nextInt(4) == 0 ? "V3" + flight % 400 : null,
        random.nextInt(3) == 0 ? callsign(flight) : null,
        random.nextInt(4) == 0 ? String.format("%04o", 512 + flight % 900) : null,
        NOW + (random.nextInt(3 * 24 * 60) - 24 * 60) * 60_000L,
        new PlanQuery.Seen(
            "icao:" + flight,
            new Position(16.1 + random.nextDouble() * 2, -88.8 + random.nextDouble())));
  }
}
