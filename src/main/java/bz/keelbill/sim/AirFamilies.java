package bz.keelbill.sim;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every family of acts in the sky but the oldest two, by the word under which it is scored. */
final class AirFamilies {
  private AirFamilies() {}

  /** In the order of the specification's catalogue. */
  static Map<String, Threat.Source> all() {
    Map<String, Threat.Source> all = new LinkedHashMap<>();
    all.put("low-flight", LowFlight::make);
    all.put("circling", Circling::make);
    all.put("clandestine-landing", ClandestineLanding::make);
    all.put("airdrop", Airdrop::make);
    return all;
  }
}
