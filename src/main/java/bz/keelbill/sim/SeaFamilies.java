package bz.keelbill.sim;

import bz.keelbill.sim.Family.When;
import java.util.List;

/** Every way in which an act at sea comes about, in the order of the specification's catalogue. */
final class SeaFamilies {
  static final List<Family> ALL =
      List.of(
          new Family("go-fast", LoadRun::byNight, When.NIGHT, 3),
          new Family("go-fast", LoadRun::byNight, When.NIGHT, 3),
          new Family("go-fast", LoadRun::byDay, When.DAY, 3),
          new Family("dark-contact", DarkContact::make, When.EVER, 2),
          new Family("ais-gap", AisGap::make, When.EVER, 2.5),
          new Family("rendezvous", Rendezvous::byNight, When.NIGHT, 4),
          new Family("rendezvous", Rendezvous::withVessel, When.EVER, 4),
          new Family("mothership", Mothership::make, When.EVER, 4),
          new Family("loitering", Loitering::make, When.EVER, 5),
          new Family("shore-approach", ShoreApproach::make, When.EVER, 3),
          new Family("fence-entry", WaterVisit::entry, When.EVER, 2.2),
          new Family("fence-dwell", WaterVisit::dwell, When.EVER, 2.6),
          new Family("fence-speed", WaterVisit::speed, When.EVER, 1),
          new Family("identity-conflict", FalsePapers::twins, When.EVER, 2),
          new Family("identity-conflict", FalsePapers::renamed, When.EVER, 2),
          new Family("impossible-motion", FalsePlace::jumping, When.EVER, 1.5),
          new Family("on-land", FalsePlace::onLand, When.EVER, 1),
          new Family("on-land", FalsePlace::ghost, When.EVER, 1),
          new Family("watchlist", Listed::make, When.EVER, 2),
          new Family("distress", DistressCall::make, When.EVER, 2),
          new Family("feed-silent", StationTrouble::deaf, When.EVER, 2),
          new Family("clock-skew", StationTrouble::skewed, When.EVER, 4.2));

  private SeaFamilies() {}
}
