package bz.keelbill.sighting;

import static bz.keelbill.sighting.SightingTextTest.GAZETTEER;
import static bz.keelbill.sighting.SightingTextTest.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated sightings and detections, a hundred thousand each unless {@code -Dfuzz.sightings=N} says
 * otherwise; {@code -Dseed=S} repeats a run.
 */
class SightingFuzzTest {
  private static final long PIECES = Long.getLong("fuzz.sightings", 100_000);
  private static final long SLOW_NANOS = 2_000_000_000L;

  private static final List<String> LINES =
      List.of(
          "panga, 2 men, 40 hp, fast, off Gladden 0210",
          "go-fast, 4 POB, 3 x 200 hp, 45 kn, heading NW, 2 nm E of Glover's 0210Z",
          "lancha r\u00e1pida, tres hombres, dos motores de 75 hp, rumbo noroeste, hace 10 min",
          "skiff 17\u00b020'30\"N 087\u00b045'12\"W 02:10, white and blue, 30 ft long, B2",
          "bearing 120 5 nm from San Pedro, yacht, 12 nudos, 2026-11-24 18:05",
          "2 pangas 8-10 kn near Long Caye yesterday 2315, heading for Belize City",
          "canoe 17.34167, -87.75333 half an hour ago, 3 km south of Caye Caulker",
          "avioneta 1720.5N 08745.2W rumbo 230 sobre Monkey River a las 2:10 pm");

  private static final String HEADER =
      "report_id,observed_at,received_at,reporter,lat,lon,from_point,bearing_deg,range_nm,"
          + "pos_error_nm,kind,count,speed_kn,persons,reliability,remarks\n";

  private static final List<String> ROWS =
      List.of(
          HEADER,
          "r1,2026-11-25T08:10:00Z,,Ana,17.5,-87.9,,,,0.5,panga,2,25-60,3,B2,\"a, \"\"b\"\"\"\n",
          "r2,2026-11-25 02:10,2026-11-25T09:00:00Z,,,,Gladden,90,8,,skiff,1,30,,,x\n",
          "observed_at;from_point;kind\n2026-11-25 02:10;Long Caye (Lighthouse Reef);yacht\n");

  private static final List<String> DETECTIONS =
      List.of(
          "scene_id,detect_id,detect_lon,detect_lat,detect_timestamp,ssvid,match_score,"
              + "inferred_length_m,uncertainty\n",
          "S1A_20260110T114502_1,d1,-87.5,17.2,2026-01-10 11:45:13 UTC,312000123,0.8,24.5,0.1\n",
          "S1A_20260110T114502_1,d2,-87.6,17.3,2026-01-10T11:45:13.123+00:00,,-1e-3,12,\n",
          "S1A_20260110T114502_1,\"d;3\",-87.7,17.4,1768045513,,,,\n");

  @Test
  void noLineOfWordsEscapesOrStalls() {
    Mutations mutations = new Mutations(LINES, "0123456789 ,.:-'|NSEWO\u00b0zhpkn\t\n\0");
    long understood = 0;
    long slowest = 0;
    for (long number = 0; number < PIECES; number++) {
      String line = Mutations.text(mutations.next());
      long began = System.nanoTime();
      SightingText.Reading read = SightingText.read(line, GAZETTEER, NOON);
      SightingCells cells = new SightingCells(read.cells(), GAZETTEER, NOON);
      Sighting sighting = cells.read();
      slowest = Math.max(slowest, System.nanoTime() - began);
      assertTrue(sighting != null || !cells.faults().isEmpty(), line);
      if (sighting != null && read.faults().isEmpty()) {
        understood++;
        check(sighting, line);
      }
    }
    System.out.printf(
        "%d lines, %d understood, slowest %d us%n", PIECES, understood, slowest / 1000);
    assertTrue(understood > PIECES / 10, "too few get through: " + understood);
    // A wide margin: a collection of garbage or a busy machine is no stall.
    assertTrue(slowest < SLOW_NANOS, "a line took " + slowest);
  }

  private static void check(Sighting sighting, String line) {
    Position at = sighting.where().position();
    assertTrue(Position.isValid(at.latitude(), at.longitude()), line);
    assertTrue(sighting.where().errorNauticalMiles() > 0, line);
    assertTrue(sighting.when().observedAtMillis() <= NOON + ToldTime.AHEAD_MILLIS, line);
    assertTrue(sighting.glimpse().errorMetres() > 0, line);
  }

  @Test
  void noTableEscapesAndNoBadRowHidesTheNext() {
    Mutations mutations = new Mutations(ROWS, ",;\"\n\t0123456789-.:TZ\ufeff");
    String good = "\nlast,2026-11-25T08:10:00Z,,,17.5,-87.9,,,,,,,,,,\n";
    long tables = PIECES / 8;
    long taken = 0;
    for (long number = 0; number < tables; number++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int row = 0; row < 8; row++) {
        text.append(Mutations.text(mutations.next()));
      }
      byte[] bytes = text.append(good).toString().getBytes(StandardCharsets.UTF_8);
      SightingTable table = SightingTable.read(bytes, GAZETTEER, NOON);
      taken += table.sightings().size() - 1;
      Sighting last = table.sightings().get(table.sightings().size() - 1);
      assertEquals("last", last.id(), text.toString());
    }
    System.out.printf("%d rows, %d taken%n", tables * 8, taken);
    assertTrue(taken > tables / 2, "too few get through: " + taken);
  }

  @Test
  void noTableOfDetectionsEscapesAndNoBadRowHidesTheNext() {
    Mutations mutations = new Mutations(DETECTIONS, ",;\"\n\t0123456789-.:TZe+");
    Judge judge = new Judge();
    DetectionFraming framing = new DetectionFraming();
    byte[] header = DETECTIONS.get(0).getBytes(StandardCharsets.UTF_8);
    byte[] good = ("\n" + DETECTIONS.get(1)).getBytes(StandardCharsets.UTF_8);
    framing.push(header, 0, header.length, judge);
    for (long number = 0; number < PIECES; number++) {
      byte[] piece = mutations.next();
      framing.push(piece, 0, piece.length, judge);
      if (number % 64 == 0) {
        judge.last = null;
        framing.push(good, 0, good.length, judge);
        assertEquals("detection:d1", judge.last, "piece " + number);
      }
    }
    System.out.printf("%d rows, %d taken, %d refused%n", PIECES, judge.taken, judge.refused);
    assertTrue(judge.taken > PIECES / 20 && judge.refused > PIECES / 20);
  }

  private static final class Judge implements Decoder.Output, LineFraming.Sink {
    private final Decoder decoder =
        new DetectionDecoder("sar", DetectionColumns.ANY, ZoneOffset.UTC, false);
    private long taken;
    private long refused;
    private String last;

    @Override
    public void line(long number, byte[] bytes) {
      decoder.decode(new Line("sar", number, NOON, bytes), this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      refused++;
    }

    @Override
    public void report(Report report) {
      taken++;
      last = report.contact().name();
    }

    @Override
    public void reject(Reject reject) {
      refused++;
    }
  }
}
