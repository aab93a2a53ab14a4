package bz.keelbill.watch;

import bz.keelbill.detect.AircraftRegister;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a watch is told once.
 *
 * @param stations the configured stations
 * @param feeds which feeds must speak, and the shortest silence of each that counts, milliseconds
 * @param register what tables and lists say of aircraft
 * @param knownGood what is known to be good before any order
 */
public record Setup(
    Geography geography,
    FenceMap fences,
    Rules rules,
    OwnForces ownForces,
    WatchList watchList,
    Stations stations,
    Map<String, Long> feeds,
    AircraftRegister register,
    KnownGood knownGood) {
  /** Copies the map, keeping its order. */
  public Setup {
    feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
  }

  /** Of a watch that expects no feed, as over recorded files. */
  public Setup(
      Geography geography,
      FenceMap fences,
      Rules rules,
      OwnForces ownForces,
      WatchList watchList,
      Map<String, Position> stations) {
    this(
        geography,
        fences,
        rules,
        ownForces,
        watchList,
        Stations.at(stations),
        Map.of(),
        AircraftRegister.NONE,
        KnownGood.NONE);
  }

  /** The same under other fences. */
  public Setup with(FenceMap others) {
    return new Setup(
        geography, others, rules, ownForces, watchList, stations, feeds, register, knownGood);
  }

  /** The same with tables and lists of aircraft. */
  public Setup with(AircraftRegister other) {
    return new Setup(
        geography, fences, rules, ownForces, watchList, stations, feeds, other, knownGood);
  }

  /** The same with stations that learn where they hear. */
  public Setup with(Stations others) {
    return new Setup(
        geography, fences, rules, ownForces, watchList, others, feeds, register, knownGood);
  }

  /** The same with these feeds expected. */
  public Setup expecting(Map<String, Long> expected) {
    return new Setup(
        geography, fences, rules, ownForces, watchList, stations, expected, register, knownGood);
  }

  /** The same with a ledger. */
  public Setup with(KnownGood other) {
    return new Setup(
        geography, fences, rules, ownForces, watchList, stations, feeds, register, other);
  }
}
