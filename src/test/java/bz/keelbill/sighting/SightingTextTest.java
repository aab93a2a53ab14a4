package bz.keelbill.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SightingTextTest {
  static final Gazetteer GAZETTEER = GeodataJson.open(null).gazetteer();
  static final long NOON = Instant.parse("2026-11-25T12:00:00Z").toEpochMilli();

  record Row(String text, String fields, String faults, String origin) {}

  static Stream<Row> rows() throws IOException {
    Path table = Path.of("src/test/resources/sentences/sightings.csv");
    return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
        .skip(1)
        .map(row -> TableCells.of(row, ','))
        .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void understandsWhatTheTableSays(Row row) {
    SightingText.Reading read = SightingText.read(row.text(), GAZETTEER, NOON);
    Map<String, String> wanted = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (String field : row.fields().isEmpty() ? new String[0] : row.fields().split(" ")) {
      String[] parts = field.split("=");
      wanted.put(parts[0], parts[1].replace('_', ' '));
      found.put(parts[0], read.cells().get(Column.ofName(parts[0])));
    }
    assertEquals(wanted, found, row.text());
    List<String> faults = new ArrayList<>();
    for (Fault fault : read.faults()) {
      faults.add((fault.column() == null ? "" : fault.column().word()) + ":" + fault.word());
    }
    assertEquals(row.faults().isEmpty() ? List.of() : List.of(row.faults()), faults, row.text());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatHasNoFaultIsASighting(Row row) {
    SightingText.Reading read = SightingText.read(row.text(), GAZETTEER, NOON);
    SightingCells cells = new SightingCells(read.cells(), GAZETTEER, NOON);
    Sighting sighting = cells.read();
    if (read.faults().isEmpty()) {
      assertEquals(List.of(), cells.faults());
      assertNotNull(sighting);
    } else {
      assertNull(sighting, row.text());
    }
  }

  @Test
  void anAmbiguousNameIsRefusedWithItsCandidates() {
    Fault fault = SightingText.read("off Long Caye 0210", GAZETTEER, NOON).faults().get(0);
    assertEquals(2, fault.values().size(), fault.values().toString());
    assertTrue(fault.values().get(0).startsWith("Long Caye"), fault.sentence());
  }

  @Test
  void offAPlaceIsThreeMilesUncertainAndAWordIsNoMeasuredSpeed() {
    SightingText.Reading read = SightingText.read("panga, fast, off Gladden 0210", GAZETTEER, NOON);
    Sighting sighting = new SightingCells(read.cells(), GAZETTEER, NOON).read();
    assertEquals(3 * 1852, sighting.glimpse().errorMetres(), 1e-6);
    assertEquals(15 * 60_000, sighting.glimpse().timeErrorMillis());
    assertTrue(Double.isNaN(sighting.glimpse().motion().speedKnots()));
    assertEquals(25, sighting.glimpse().hints().slowestKnots());
    Position spit = new Position(16.51, -87.96);
    assertEquals(spit, sighting.where().position());
  }

  @Test
  void theSameWordsToldTwiceAreOneReport() {
    String text = "panga off Gladden 0210";
    Map<Column, String> first = SightingText.read(text, GAZETTEER, NOON).cells();
    Map<Column, String> later = SightingText.read(text, GAZETTEER, NOON + 90_000).cells();
    assertEquals(
        new SightingCells(first, GAZETTEER, NOON).read().id(),
        new SightingCells(later, GAZETTEER, NOON + 90_000).read().id());
  }

  @Test
  void aLineOfAnyLengthIsRefusedAtOnce() {
    String text = "panga off Gladden 0210 ".repeat(100_000);
    Fault fault = SightingText.read(text, GAZETTEER, NOON).faults().get(0);
    assertEquals(Fault.Kind.TOO_LONG, fault.kind());
  }
}
