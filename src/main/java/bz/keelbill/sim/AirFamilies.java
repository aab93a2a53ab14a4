package bz.keelbill.sim;

import bz.keelbill.sim.Family.When;
import java.util.List;

/** Every way in which an act in the sky comes about, in the order of the catalogue. */
final class AirFamilies {
  static final List<Family> ALL =
      List.of(
          new Family("unreported-flight", UnreportedFlight::make, When.EVER, 1.5),
          new Family("unreported-flight", Intruder::silent, When.EVER, 1.5),
          new Family("unreported-flight", Intruder::high, When.EVER, 1.5),
          new Family("unreported-flight", Intruder::open, When.EVER, 1.5),
          new Family("u-turn", Intruder::back, When.EVER, 3),
          new Family("low-flight", LowFlight::make, When.EVER, 1.5),
          new Family("circling", Circling::make, When.EVER, 2),
          new Family("clandestine-landing", ClandestineLanding::make, When.EVER, 2),
          new Family("airdrop", Airdrop::make, When.EVER, 4),
          new Family("plan-deviation", Diversion::make, When.DAY, 2),
          new Family("plan-deviation", Deviation::aside, When.DAY, 2.5),
          new Family("plan-deviation", Deviation::elsewhere, When.DAY, 2),
          new Family("plan-deviation", Deviation::stranger, When.DAY, 2),
          new Family("distress", Mayday::make, When.DAY, 2));

  private AirFamilies() {}
}
