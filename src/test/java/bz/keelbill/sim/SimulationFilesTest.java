package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {
  private static final Set<String> FILES =
      Set.of(
          "ais.nmea",
          "radar.nmea",
          "flights.sbs",
          "plans.fpl",
          "config.yaml",
          "fences.geojson",
          "truth.json");

  @TempDir Path directory;

  private Truth write(String into, long seed) throws IOException {
    return SimulationFiles.write(
        Scenario.named("evening"),
        Layers.GEOGRAPHY,
        seed,
        Layers.START,
        directory.resolve(into),
        part -> {});
  }

  @Test
  void anEveningIsWrittenTheSameTwiceAndItsTruthReadsBack() throws IOException {
    Truth truth = write("one", 11);
    write("two", 11);
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(directory.resolve("one"))) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertEquals(new TreeSet<>(FILES), names);
    for (String name : FILES) {
      byte[] one = Files.readAllBytes(directory.resolve("one").resolve(name));
      assertTrue(one.length > 300, name);
      assertArrayEquals(one, Files.readAllBytes(directory.resolve("two").resolve(name)), name);
    }
    assertTruth(truth, TruthJson.read(directory.resolve("one/truth.json")));
  }

  private static void assertTruth(Truth written, Truth read) {
    assertEquals(written.threats().size(), read.threats().size());
    Set<String> families = new TreeSet<>();
    for (int i = 0; i < read.threats().size(); i++) {
      Truth.Act threat = read.threats().get(i);
      families.add(threat.family());
      assertEquals(written.threats().get(i).clockStartsMillis(), threat.clockStartsMillis());
      assertTrue(threat.clockStartsMillis() > threat.fromMillis(), threat.id());
      assertTrue(threat.actors().get(0).points().size() > 50, threat.id());
    }
    assertEquals(new TreeSet<>(List.of("fence-entry", "go-fast", "unreported-flight")), families);
    assertEquals(
        written.craft().stream().map(Truth.Actor::radar).toList(),
        read.craft().stream().map(Truth.Actor::radar).toList());
    assertEquals(1, read.craft().stream().filter(Truth.Actor::ownForce).count());
  }

  @Test
  void theConfigurationHasTheAgreedKeysAndNoOther() throws IOException {
    JsonNode config =
        new ObjectMapper(new YAMLFactory())
            .readTree(SimulationFiles.configuration(Station.ALL, List.of()));
    assertEquals(List.of("stations", "ownForces", "watchlist", "fences"), keys(config));
    for (JsonNode station : config.get("stations")) {
      assertEquals(List.of("id", "kind", "lat", "lon", "rangeNm"), keys(station));
    }
    assertEquals(List.of("mmsi", "icao24"), keys(config.get("ownForces")));
    assertEquals("fences.geojson", config.get("fences").asText());
  }

  @Test
  void theFencesAreClosedCounterClockwiseRingsOfKindRestricted() throws IOException {
    for (JsonNode feature :
        new ObjectMapper().readTree(RestrictedWater.geoJson()).get("features")) {
      assertEquals("restricted", feature.at("/properties/kind").asText());
      JsonNode ring = feature.at("/geometry/coordinates/0");
      assertEquals(ring.get(0), ring.get(ring.size() - 1));
      double twiceArea = 0;
      for (int i = 1; i < ring.size(); i++) {
        JsonNode from = ring.get(i - 1);
        JsonNode to = ring.get(i);
        twiceArea +=
            from.get(0).asDouble() * to.get(1).asDouble()
                - to.get(0).asDouble() * from.get(1).asDouble();
      }
      assertTrue(twiceArea > 0);
    }
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
