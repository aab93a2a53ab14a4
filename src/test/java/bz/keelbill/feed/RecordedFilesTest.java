package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.PlanMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
