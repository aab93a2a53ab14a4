package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Flaw;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.takeout.BundleCheck;
import bz.keelbill.takeout.Evidence;
import bz.keelbill.takeout.Pace;
import bz.keelbill.takeout.Rerun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scene is recorded, an alert of it is packed, and the bundle is proved, or found out. */
class EvidenceTest {
  private static final Rerun RERUN = new Rerun(Desk.setup(), Desk.WordDecoder::new);

  @TempDir static Path dir;
  private static String acknowledged;
  private static Path bundle;
  private static Evidence.Packed packed;
  @TempDir Path temp;

  @BeforeAll
  static void recordAndPack() throws Exception {
    Path record = Files.createDirectories(dir.resolve("record"));
    List<String> alerts;
    try (Desk desk = new Desk(record, Desk.START_MILLIS)) {
      desk.playScene();
      alerts = desk.alertLines;
    }
    acknowledged = id(alerts, "ACKNOWLEDGED ");
    bundle = dir.resolve("evidence.zip");
    packed = evidence(record).pack(acknowledged, bundle, Pace.NONE);
  }

  private static String id(List<String> alerts, String word) {
    String line = alerts.stream().filter(each -> each.startsWith(word)).findFirst().orElseThrow();
    return line.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private static Evidence evidence(Path record) {
    return new Evidence(Recordings.in(RecordSettings.in(record)), record, RERUN, Map.of());
  }

  private BundleCheck check(Path file, Rerun rerun) throws IOException {
    Path folder = Files.createTempDirectory(temp, "unpacked");
    BundleCheck check = new BundleCheck(file, folder, config -> rerun);
    check.run();
    return check;
  }

  @Test
  void aBundleProvesTheWayFromTheLinesToTheAct() throws Exception {
    BundleCheck check = check(bundle, RERUN);
    assertEquals(List.of(), check.flaws());
    assertEquals(Rerun.Outcome.IDENTICAL, packed.outcome());
    String notes = String.join("\n", check.notes());
    for (String link :
        List.of(
            "every byte is as it was packed",
            "line ais#",
            ": entry ",
            "track mmsi:312000001: ",
            "rules version ",
            "alert " + acknowledged + ": raised by entry ",
            "acknowledged by Ana: entry ",
            "played again: the same alert, byte for byte")) {
      assertTrue(notes.contains(link), link + " in\n" + notes);
    }
  }

  @Test
  void aFlippedBitAnywhereInABundleIsFound() throws Exception {
    byte[] bytes = Files.readAllBytes(bundle);
    Random random = new Random(7);
    Path changed = temp.resolve("changed.zip");
    for (int i = 0; i < 60; i++) {
      int at = i < 25 ? bytes.length - 1 - 4 * i : random.nextInt(bytes.length);
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(changed, flipped);
      List<Flaw> flaws = check(changed, RERUN).flaws();
      assertFalse(flaws.isEmpty(), "byte " + at);
      assertEquals("changed.zip", flaws.get(0).file());
    }
  }

  @Test
  void aFileThatIsChangedInsideTheBundleIsNamed() throws Exception {
    Path forged = temp.resolve("forged.zip");
    Files.copy(bundle, forged, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem zip =
        FileSystems.newFileSystem(URI.create("jar:" + forged.toUri()), Map.of())) {
      Path journal = zip.getPath("/journal.jsonl");
      Files.writeString(journal, Files.readString(journal).replace("\"Ana\"", "\"Eve\""));
    }
    List<Flaw> flaws = check(forged, RERUN).flaws();
    assertEquals("journal.jsonl", flaws.get(0).place());
  }

  @Test
  void whereTheLinesSayNothingTheAlertDoesNotComeOutAgain() throws Exception {
    List<Flaw> flaws = check(bundle, new Rerun(Desk.setup(), feed -> null)).flaws();
    assertEquals(1, flaws.size(), flaws.toString());
    assertTrue(flaws.get(0).what().contains("does not lead to the same alert"));
  }

  @Test
  void theReportIsADocumentWithAMapAndWhatHappened() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    evidence(dir.resolve("record")).report().write(acknowledged, out);
    String pdf = out.toString(StandardCharsets.ISO_8859_1);
    assertTrue(pdf.startsWith("%PDF-1.4") && pdf.endsWith("%%EOF\n"));
    int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
    assertTrue(pdf.startsWith("xref\n", table));
    for (String word :
        List.of(acknowledged, "acknowledged by Ana", "Reasons", "Belize 2026-11-", " nm) Tj")) {
      assertTrue(pdf.contains(word), word);
    }
  }

  @Test
  void itTellsHowFarItIsAndCanBeEnded() throws Exception {
    List<Double> told = new ArrayList<>();
    Evidence evidence = evidence(dir.resolve("record"));
    Path out = temp.resolve("again.zip");
    evidence.pack(acknowledged, out, told::add);
    assertTrue(told.size() > 2, told.toString());
    assertEquals(told.stream().sorted().toList(), told);
    Files.delete(out);
    Pace enough =
        done -> {
          throw new CancellationException();
        };
    assertThrows(CancellationException.class, () -> evidence.pack(acknowledged, out, enough));
    assertFalse(Files.exists(out));
  }

  @Test
  void whatIsNoBundleIsNamed() throws Exception {
    Path rubbish = Files.writeString(temp.resolve("x.zip"), "PK no zip at all");
    assertFalse(check(rubbish, RERUN).flaws().isEmpty());
    assertThrows(
        IOException.class,
        () -> evidence(dir.resolve("record")).pack("gf-none", temp.resolve("y"), Pace.NONE));
  }
}
