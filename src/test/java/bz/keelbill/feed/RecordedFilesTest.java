package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.Sender;
import bz.keelbill.asterix.Site;
import bz.keelbill.geo.Position;
import bz.keelbill.report.PlanMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests' own format stands in for every real one; file endings choose the latter. */
class RecordedFilesTest {

  /** 2026-11-21T00:00:00Z. */
  private static final long START = 1_795_219_200_000L;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> read(Path... files) {
    List<String> all = new ArrayList<>();
    try (RecordedFiles recorded = RecordedFiles.open(List.of(files), TinyDecoder.source())) {
      for (RecordedLine line = recorded.next(); line != null; line = recorded.next()) {
        all.add(line.atMillis() - START + " " + line.line().feed() + "#" + line.line().number());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return all;
  }

  private static String at(long offsetMillis) {
    return "N@" + (START + offsetMillis) + " x\n";
  }

  @Test
  void mergesByTimeThenFileNameThenLine() throws IOException {
    Path b = write("b.nmea", at(1000) + at(3000) + at(3000));
    Path a = write("a.nmea", at(3000) + at(500) + at(4000));
    assertEquals(
        List.of(
            "500 a.nmea#2",
            "1000 b.nmea#1",
            "3000 a.nmea#1",
            "3000 b.nmea#2",
            "3000 b.nmea#3",
            "4000 a.nmea#3"),
        read(b, a));
  }

  @Test
  void givesALineWithoutReportsTheTimeAtWhichItsFileStands() throws IOException {
    Path file = write("a.nmea", "rubbish\n" + at(2000) + "\nP\nN without a time\n" + at(5000));
    assertEquals(
        List.of(
            "2000 a.nmea#1", "2000 a.nmea#2", "2000 a.nmea#4", "2000 a.nmea#5", "5000 a.nmea#6"),
        read(file));
  }

  @Test
  void countsPerFile() throws IOException {
    Path a = write("a.nmea", at(0) + "\nbad\nBOOM\n" + "x".repeat(2000) + "\n" + at(1));
    Path unknown = write("notes.txt", "nothing that is known\n");
    try (RecordedFiles files = RecordedFiles.open(List.of(a, unknown), TinyDecoder.source())) {
      RecordedLine last = null;
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        last = line;
      }
      assertEquals(START + 1, last.atMillis());
      RecordedFiles.Summary summary = files.summaries().get(0);
      assertEquals(6, summary.lines());
      assertEquals(2, summary.reports());
      assertEquals("{checksum=1, decoder-failed=1, too-long=1}", sorted(summary));
      assertNull(files.summaries().get(1).format());
    }
  }

  private static String sorted(RecordedFiles.Summary summary) {
    return new java.util.TreeMap<>(summary.rejects()).toString();
  }

  @Test
  void sortsWhollyWhateverTheDisorder() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<Path> files = new ArrayList<>();
      List<long[]> expected = new ArrayList<>();
      for (int file = 0; file < 3; file++) {
        files.add(write("f" + file + ".nmea", disordered(random, file, expected)));
      }
      expected.sort(
          Comparator.comparingLong((long[] row) -> row[0])
              .thenComparingLong(row -> row[1])
              .thenComparingLong(row -> row[2]));
      List<String> rows =
          expected.stream().map(row -> row[0] + " f" + row[1] + ".nmea#" + row[2]).toList();
      assertEquals(rows, read(files.toArray(Path[]::new)), "seed " + seed);
    }
  }

  /** Times that creep forward with seconds of disorder, an hours-slow clock and wild ones. */
  private static String disordered(Random random, int file, List<long[]> expected) {
    StringBuilder text = new StringBuilder();
    int lines = 1 + random.nextInt(12_000);
    for (int number = 1; number <= lines; number++) {
      long offset = number * 300L + random.nextInt(20_000);
      int oddity = random.nextInt(200);
      if (oddity == 0) {
        offset -= 7_200_000;
      } else if (oddity == 1) {
        offset = random.nextLong(3_000_000_000L) - 1_000_000_000L;
      }
      text.append(at(offset));
      expected.add(new long[] {offset, file, number});
    }
    return text.toString();
  }

  @Test
  void readsGzipAndIsNotStoppedByADamagedOne() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 20_000; n++) {
      text.append(at(n * 10L));
    }
    Path whole = folder.resolve("a.nmea.gz");
    try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(whole))) {
      zip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals(20_000, read(whole).size());
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.nmea.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    try (RecordedFiles files = RecordedFiles.open(List.of(cut), TinyDecoder.source())) {
      while (files.next() != null) {
        // To the end.
      }
      assertTrue(files.summaries().get(0).damaged());
      assertTrue(files.summaries().get(0).lines() > 1_000);
    }
  }

  @Test
  void anEmptyFileIsNoTrouble() throws IOException {
    Path empty = write("empty.nmea", "");
    assertEquals(List.of("7 a.nmea#1"), read(empty, write("a.nmea", at(7))));
  }

  @Test
  void plansStandAtTheirFilingTimeOrBeforeEverything() throws IOException {
    Path plans =
        write(
            "plans.fpl",
            "(FPL-V3HHA-VG\n-C208/L-S/C\n-MZBZ0500\n-N0160A045 DCT\n-MZSV0030\n-0)\n"
                + "FF MZBZZQZX\n202330 MZBZZPZX\n"
                + "(FPL-V3HHB-VG\n-C208/L-S/C\n-MZBZ0100\n-N0160A045 DCT\n-MZSV0030\n-0)\n"
                + "(DEP-V3HHC-MZBZ0010-MZSV-0)(ARR-V3HHC-MZBZ0010-MZSV0040)\n");
    Path heard =
        write(
            "heard.sbs",
            "MSG,3,,,0AB123,,2026/11/21,00:00:01.000,,,,9000,,,17.2,-88.1\n"
                + "MSG,3,,,0AB123,,2026/11/21,00:00:02.000,,,,9000,,,17.2,-88.2\n");
    List<String> rows = new ArrayList<>();
    List<Long> offBlocks = new ArrayList<>();
    try (RecordedFiles files = RecordedFiles.open(List.of(heard, plans), new Formats(List.of()))) {
      assertEquals(START + 1000, files.startMillis());
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        rows.add(line.line().feed() + "#" + line.line().number() + " " + line.atMillis());
        if (line.reports().get(0) instanceof PlanMessage plan) {
          offBlocks.add((plan.flight().offBlockAtMillis() - START) / 60_000);
        }
      }
    }
    assertEquals(
        List.of(
            "plans.fpl#1 0",
            "plans.fpl#15 0",
            "plans.fpl#15 0",
            "plans.fpl#9 " + (START - 1_800_000),
            "heard.sbs#1 " + (START + 1000),
            "heard.sbs#2 " + (START + 2000)),
        rows);
    assertEquals(List.of(300L, 10L, 10L, 60L), offBlocks, "minutes after the recording's midnight");
  }

  @Test
  void twoMessagesOfOneLineKeepTheirOrder() throws IOException {
    Path plans =
        write("plans.fpl", "(CNL-V3HHA-MZBZ0500-MZSV-0)(DLA-V3HHA-MZBZ0600-MZSV-0)\n".repeat(20));
    List<PlanMessage.Type> types = new ArrayList<>();
    try (RecordedFiles files = RecordedFiles.open(List.of(plans), new Formats(List.of()))) {
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        types.add(((PlanMessage) line.reports().get(0)).type());
      }
    }
    for (int n = 0; n < 40; n++) {
      assertEquals(n % 2 == 0 ? PlanMessage.Type.CNL : PlanMessage.Type.DLA, types.get(n));
    }
  }

  /** Two plots, at 23:59:00 and at 00:01:00 of the next day. */
  private Path asterix(String name) throws IOException {
    return Files.write(
        folder.resolve(name), java.util.HexFormat.of().parseHex(plot(86_340) + plot(60)));
  }

  private static String time(int second) {
    return "%06x".formatted(second * 128);
  }

  /** A plot of category 048 with its time, range, azimuth and number. */
  private static String plot(int second) {
    return "300011f110" + "1901" + time(second) + "20" + "0a004000" + "0007";
  }

  private static final Formats RADAR =
      new Formats(
          List.of(),
          java.util.Map.of(),
          null,
          List.of(Site.of("radar", Site.sacSic("25/1"), new Position(17.5, -88))));

  private static List<String> times(List<Path> files, List<String> dated) throws IOException {
    List<String> times = new ArrayList<>();
    try (RecordedFiles recorded = RecordedFiles.open(files, RADAR)) {
      for (RecordedLine line = recorded.next(); line != null; line = recorded.next()) {
        times.add(line.line().feed() + " " + Instant.ofEpochMilli(line.atMillis()));
      }
      recorded
          .summaries()
          .forEach(
              each ->
                  dated.add(
                      each.dated().by() + " " + Instant.ofEpochMilli(each.dated().startMillis())));
    }
    return times;
  }

  @Test
  void aRecordingThatKnowsOnlyTheTimeOfDayHasItsDateFromItsName() throws IOException {
    for (String name : List.of("radar-20261121.ast", "2026-11-21 radar.ast", "r_2026_11_21.ast")) {
      List<String> dated = new ArrayList<>();
      assertEquals(
          List.of(name + " 2026-11-21T23:59:00Z", name + " 2026-11-22T00:01:00Z"),
          times(List.of(asterix(name)), dated));
      assertEquals(List.of("NAME 2026-11-21T23:59:00Z"), dated);
    }
  }

  @Test
  void withoutADateInItsNameItEndsWhenItWasLastModified() throws IOException {
    for (String name : List.of("radar.ast", "run-20261399.ast", "r120261121.ast")) {
      Path file = asterix(name);
      Instant modified = Instant.parse("2026-11-23T08:00:00Z");
      Files.setLastModifiedTime(file, FileTime.from(modified));
      List<String> dated = new ArrayList<>();
      assertEquals(
          List.of(name + " 2026-11-22T23:59:00Z", name + " 2026-11-23T00:01:00Z"),
          times(List.of(file), dated));
      assertEquals(List.of("MODIFIED 2026-11-22T23:59:00Z"), dated);
    }
  }

  @Test
  void otherFilesThatKnowTheDateGoBeforeNames() throws IOException {
    Path heard =
        write("heard.sbs", "MSG,3,,,0AB123,,2026/11/20,23:58:00.000,,,,9000,,,17.2,-88.1\n");
    List<String> dated = new ArrayList<>();
    List<String> times = times(List.of(asterix("20261121.ast"), heard), dated);
    assertEquals("20261121.ast 2026-11-20T23:59:00Z", times.get(1));
    assertEquals(List.of("OTHERS 2026-11-20T23:58:00Z", "OWN 2026-11-20T23:58:00Z"), dated);
  }

  @Test
  void oneFilesNameTellsTheOthers() throws IOException {
    List<String> dated = new ArrayList<>();
    List<String> times = times(List.of(asterix("a.ast"), asterix("b-20261121.ast")), dated);
    assertEquals("a.ast 2026-11-21T23:59:00Z", times.get(0));
    assertEquals(List.of("OTHERS 2026-11-21T23:59:00Z", "NAME 2026-11-21T23:59:00Z"), dated);
  }

  @Test
  void framesWithACounterBeginWithTheDayOrEndWithTheFile() throws IOException {
    long ticksPerMinute = 60 * 12_000_000L;
    byte[] squitter = java.util.HexFormat.of().parseHex("8d40621d58c382d690c8ac2863a7");
    byte[] stream =
        joined(Sender.beast(squitter, 5), Sender.beast(squitter, 5 + ticksPerMinute / 2));
    Path named = Files.write(folder.resolve("20261121.beast"), stream);
    Path other = Files.write(folder.resolve("other.beast"), stream);
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-11-23T08:00:00Z")));
    List<String> dated = new ArrayList<>();
    times(List.of(named), dated);
    times(List.of(other), dated);
    assertEquals(List.of("NAME 2026-11-21T00:00:00Z", "MODIFIED 2026-11-23T07:59:30Z"), dated);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void whatIsWrongWithARecordingAsAWholeIsNoted() throws IOException {
    Path file = write("radar.nmea", "$RATTM,07,8.420,141.5,T,31.2,187.0,T,3.10,12.4,N,,T,*5B\n");
    try (RecordedFiles files = RecordedFiles.open(List.of(file), new Formats(List.of()))) {
      while (files.next() != null) {
        // To the end.
      }
      assertEquals(
          List.of("station radar is not configured: its ranges and bearings cannot be placed"),
          files.summaries().get(0).notes());
    }
  }
}
