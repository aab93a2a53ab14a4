package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.VesselIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** What must truly be so when an act of a family has become plain, told from places and lines. */
final class SeaProperties {
  private static final double MILE = 1852;

  static final Map<String, Consumer<SeaStage>> ALL =
      Map.ofEntries(
          Map.entry("go-fast", SeaProperties::isFast),
          Map.entry("shore-approach", SeaProperties::cameFromTheSea),
          Map.entry("rendezvous", SeaProperties::layTogether),
          Map.entry("mothership", SeaProperties::launched),
          Map.entry("loitering", SeaProperties::stayed),
          Map.entry("dark-contact", stage -> isSilent(stage, 300)),
          Map.entry("ais-gap", SeaProperties::fellSilent),
          Map.entry("fence-entry", stage -> isInside(stage, RestrictedWater.Limit.CLOSED, 30, 0)),
          Map.entry("fence-dwell", stage -> isInside(stage, RestrictedWater.Limit.STAY, 900, 0)),
          Map.entry("fence-speed", stage -> isInside(stage, RestrictedWater.Limit.SPEED, 60, 8)),
          Map.entry("identity-conflict", SeaProperties::contradicts),
          Map.entry("impossible-motion", SeaProperties::jumped),
          Map.entry("on-land", SeaProperties::isNotThere),
          Map.entry("watchlist", SeaProperties::isListed),
          Map.entry("distress", SeaProperties::calls),
          Map.entry("feed-silent", SeaProperties::isDeaf),
          Map.entry("clock-skew", SeaProperties::isSkewed));

  private SeaProperties() {}

  static void check(SeaStage stage) {
    ALL.get(stage.threat.family()).accept(stage);
  }

  private static void isFast(SeaStage stage) {
    int boat = stage.threat.actors().size() - 1;
    assertTrue(held(stage, 90, now -> stage.at(boat, now).speedKnots() >= 25), "25 kn for 90 s");
  }

  private static void cameFromTheSea(SeaStage stage) {
    Craft.State now = stage.at(0, stage.plainMillis);
    Position first = stage.at(0, stage.firstMillis).position();
    assertTrue(Charts.isSeaward(stage.world, first), "began outside the reef");
    assertTrue(!Charts.isSeaward(stage.world, now.position()), "is inside by now");
    assertTrue(now.speedKnots() >= 12, "inbound");
    assertTrue(Charts.landingMetres(stage.world, first) > 3000, "far from landings");
  }

  private static void layTogether(SeaStage stage) {
    boolean ship =
        stage.threat.actors().get(0).papers() instanceof Papers.Vessel papers
            && papers.hull().bow() + papers.hull().stern() >= 60;
    assertTrue(
        held(stage, ship ? 1750 : 290, now -> metresApart(stage, now) <= 100), "within 100 m");
    Position at = stage.at(0, stage.plainMillis).position();
    assertTrue(Charts.landingMetres(stage.world, at) > 1852, "off docks");
  }

  private static double metresApart(SeaStage stage, long now) {
    return Geodesy.distanceMetres(stage.at(0, now).position(), stage.at(1, now).position());
  }

  private static void launched(SeaStage stage) {
    Craft.State mother = stage.at(0, stage.plainMillis);
    Papers.Vessel papers = (Papers.Vessel) stage.threat.actors().get(0).papers();
    assertTrue(papers.hull().bow() + papers.hull().stern() >= 15);
    assertTrue(mother.speedKnots() < 6, "slow");
    assertTrue(Charts.shoreMetres(stage.world, mother.position()) > 6 * MILE, "six miles out");
    boolean near = false;
    for (int i = 1; i < stage.threat.actors().size(); i++) {
      Craft.State skiff = stage.at(i, stage.plainMillis);
      near |=
          skiff != null
              && skiff.speedKnots() >= 15
              && Geodesy.distanceMetres(skiff.position(), mother.position()) < 800;
    }
    assertTrue(near, "a fast skiff beside it");
  }

  private static void stayed(SeaStage stage) {
    Position at = stage.at(0, stage.plainMillis).position();
    assertTrue(
        held(
            stage,
            7200,
            now -> {
              Craft.State state = stage.at(0, now);
              return state.speedKnots() < 3
                  && Geodesy.distanceMetres(state.position(), at) < 2 * MILE;
            }),
        "two hours slowly in one place");
    assertTrue(Charts.landingMetres(stage.world, at) > 3 * MILE, "no anchorage near");
  }

  private static void fellSilent(SeaStage stage) {
    Papers.Vessel papers = (Papers.Vessel) stage.threat.actors().get(0).papers();
    isSilent(stage, papers.set() == Papers.Set.CLASS_A ? 600 : 1200);
    Craft.State state = stage.at(0, stage.plainMillis);
    assertTrue(state.speedKnots() >= 3, "under way");
    assertTrue(Charts.landingMetres(stage.world, state.position()) > 4000, "far from ports");
  }

  private static void isSilent(SeaStage stage, int seconds) {
    long from = stage.plainMillis - (seconds - 1) * 1000L;
    long before = 0;
    for (Spoken one : stage.spoken) {
      if (one.feed().equals(Spoken.AIS)) {
        long at = 1000 * Long.parseLong(Heard.tag(one.text(), "c"));
        assertTrue(at < from || at > stage.plainMillis, "silent for " + seconds + " s");
        before += at < from ? 1 : 0;
      }
    }
    assertTrue(before > 5, "spoke before");
  }

  private static void isInside(
      SeaStage stage, RestrictedWater.Limit limit, int seconds, double leastKnots) {
    assertTrue(
        held(
            stage,
            seconds,
            now -> {
              Craft.State state = stage.at(0, now);
              return state.speedKnots() >= leastKnots
                  && stage.world.restricted().stream()
                      .anyMatch(
                          water ->
                              water.limit() == limit && water.edgeMetres(state.position()) > 0);
            }),
        "inside for " + seconds + " s");
  }

  private static void contradicts(SeaStage stage) {
    if (stage.threat.actors().size() == 2) {
      assertTrue(metresApart(stage, stage.plainMillis) > 8 * MILE, "in two places");
      assertEquals(stage.threat.actors().get(0).papers(), stage.threat.actors().get(1).papers());
      return;
    }
    TreeSet<String> names = new TreeSet<>();
    stage.reports(new ArrayList<>()).stream()
        .filter(VesselIdentity.class::isInstance)
        .map(report -> ((VesselIdentity) report).names().name())
        .filter(name -> name != null)
        .forEach(names::add);
    assertEquals(2, names.size(), names.toString());
  }

  private static void jumped(SeaStage stage) {
    int jumps = 0;
    Fix before = null;
    for (Fix fix : aisFixes(stage)) {
      if (before != null && fix.origin().eventAtMillis() > before.origin().eventAtMillis()) {
        double metres = Geodesy.distanceMetres(before.position(), fix.position());
        double knots =
            metres
                / MILE
                / ((fix.origin().eventAtMillis() - before.origin().eventAtMillis()) / 3_600_000.0);
        jumps += knots > 100 ? 1 : 0;
      }
      before = fix;
    }
    assertTrue(jumps >= 3, jumps + " jumps");
  }

  private static void isNotThere(SeaStage stage) {
    // Clutter may lie where it claims to be, for a moment.
    assertTrue(echoes(stage) < 5, "no radar sees it");
    Position at = stage.at(0, stage.plainMillis).position();
    boolean inland =
        stage.world.geography().coast().isLand(at.latitude(), at.longitude())
            && Charts.shoreMetres(stage.world, at) > 500;
    assertTrue(inland || Sight.onRadar(stage.world, at, 1), "inland, or where a radar would see");
    assertTrue(stage.at(0, stage.plainMillis).speedKnots() >= 5, "moving");
  }

  private static long echoes(SeaStage stage) {
    return stage.reports(new ArrayList<>()).stream()
        .filter(Fix.class::isInstance)
        .map(Fix.class::cast)
        .filter(fix -> fix.contact() instanceof ContactId.RadarTarget)
        .filter(
            fix -> {
              Craft.State state = stage.at(0, fix.origin().eventAtMillis());
              return state != null
                  && Geodesy.distanceMetres(state.position(), fix.position()) < 400;
            })
        .count();
  }

  private static List<Fix> aisFixes(SeaStage stage) {
    return stage.reports(new ArrayList<>()).stream()
        .filter(Fix.class::isInstance)
        .map(Fix.class::cast)
        .filter(fix -> fix.contact() instanceof ContactId.Mmsi)
        .toList();
  }

  private static void isListed(SeaStage stage) {
    Papers.Vessel papers = (Papers.Vessel) stage.threat.actors().get(0).papers();
    String entry = stage.threat.listings().get(0);
    assertTrue(
        entry.contains("imo: " + papers.imo() + ',')
            || entry.contains("mmsi: " + papers.mmsi() + ',')
            || entry.contains(papers.callsign()),
        entry);
  }

  private static void calls(SeaStage stage) {
    Papers.Vessel papers = (Papers.Vessel) stage.threat.actors().get(0).papers();
    assertEquals(97, papers.mmsi() / 10_000_000);
    assertTrue(!aisFixes(stage).isEmpty());
  }

  private static String station(SeaStage stage) {
    Position at = stage.at(0, stage.plainMillis).position();
    return stage.world.stations(Station.AIS).stream()
        .filter(station -> station.position().equals(at))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void isDeaf(SeaStage stage) {
    assertTrue(
        held(stage, 180, now -> stage.world.faults().isDeaf(station(stage), now)), "deaf 3 min");
  }

  private static void isSkewed(SeaStage stage) {
    assertTrue(
        held(
            stage,
            120,
            now -> Math.abs(stage.world.faults().clock(station(stage), now) - now) > 60_000),
        "a minute off for two");
  }

  private static boolean held(SeaStage stage, int seconds, LongPredicate holds) {
    for (int second = 0; second < seconds; second++) {
      if (!holds.test(stage.plainMillis - second * 1000L)) {
        return false;
      }
    }
    return true;
  }
}
