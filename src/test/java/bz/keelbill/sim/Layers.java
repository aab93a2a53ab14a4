package bz.keelbill.sim;

import bz.keelbill.geo.Geography;
import bz.keelbill.json.GeodataJson;

/** The bundled layers, loaded once for all tests of the simulation. */
final class Layers {
  static final Geography GEOGRAPHY = GeodataJson.load(null);

  static final long START = SimulationFiles.DEFAULT_START_MILLIS;

  private Layers() {}

  static Simulation begin(String scenario, long seed) {
    return Simulation.begin(Scenario.named(scenario), GEOGRAPHY, seed, START);
  }
}
