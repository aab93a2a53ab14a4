package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments while orders, alerts and lines stream in. */
class KillTest {
  private static final int KILLS = 3;
  private static final int LINES_PER_SECOND = 2_000;
  @TempDir Path dir;
  @TempDir Path talk;

  @Test
  void whatWasAnsweredIsThereAfterAKill() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillTest with seed " + seed);
    Random random = new Random(seed);
    Map<Long, String> answered = new HashMap<>();
    long linesGiven = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      // A file keeps what was said before the kill; a pipe may be closed under its reader.
      Path said = Files.createFile(talk.resolve("said-" + kill));
      Process victim = start(said);
      while (Files.size(said) == 0) {
        Thread.sleep(10);
      }
      Thread.sleep(1_200 + random.nextInt(1_500));
      victim.destroyForcibly().waitFor();
      linesGiven = Math.max(linesGiven, read(whole(said), answered));
      check(answered, linesGiven, "seed " + seed + ", kill " + kill);
    }
    assertTrue(answered.size() > 100 && linesGiven > KILLS * LINES_PER_SECOND / 2);
  }

  private Process start(Path said) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            dir.toString())
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What was said to its line end. */
  private static List<String> whole(Path said) throws IOException {
    String text = Files.readString(said);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Takes {@code answered SEQ KIND}; gives the highest {@code line SEQ}. */
  private static long read(List<String> said, Map<Long, String> answered) {
    long lines = 0;
    for (String line : said) {
      String[] words = line.split(" ");
      if (words.length == 3 && words[0].equals("answered")) {
        answered.put(Long.parseLong(words[1]), words[2]);
      } else if (words.length == 2 && words[0].equals("line")) {
        lines = Long.parseLong(words[1]);
      }
    }
    return lines;
  }

  private void check(Map<Long, String> answered, long linesGiven, String where) throws Exception {
    Map<Long, String> read = new HashMap<>();
    List<Long> alerts = new ArrayList<>();
    JournalReader.walk(
        dir,
        entry -> {
          read.put(entry.seq(), entry.entry().kind().word());
          if (entry.alertSeq() > 0) {
            alerts.add(entry.alertSeq());
          }
        });
    answered.forEach((seq, kind) -> assertEquals(kind, read.get(seq), where + ", entry " + seq));
    for (int i = 0; i < alerts.size(); i++) {
      assertEquals(i + 1, alerts.get(i), where);
    }
    long last = 0;
    try (Recording recording = Recordings.in(RecordSettings.in(dir)).open(0, Long.MAX_VALUE)) {
      for (Recorded next = recording.next(); next != null; next = recording.next()) {
        assertEquals(last + 1, next.seq(), where);
        last = next.seq();
      }
      assertEquals(List.of(), recording.problems(), where);
    }
    // A batch is a second; on a busy machine its writing may take as long again.
    assertTrue(
        last >= linesGiven - 3L * LINES_PER_SECOND, where + ": " + last + " of " + linesGiven);
  }

  /** Writes until it is killed, and says on standard output what it was promised. */
  static final class Victim {
    private Victim() {}

    /** Takes the directory. */
    public static void main(String[] arguments) throws Exception {
      Path dir = Path.of(arguments[0]);
      long before = RecordEnd.find(new DayFiles(RecordSettings.in(dir))).lastSeq();
      Journal journal = Journal.open(dir, System::currentTimeMillis);
      Recorder recorder =
          Recorder.open(RecordSettings.in(dir), System::currentTimeMillis, journal::append);
      long start = System.nanoTime();
      for (long given = 0; ; given++) {
        long due = start + given * 1_000_000_000L / LINES_PER_SECOND;
        while (System.nanoTime() < due) {
          Thread.sleep(1);
        }
        recorder.line(new Line("ais", given, System.currentTimeMillis(), new byte[60]));
        if (given % 20 == 0) {
          append(journal, (int) given);
        }
        if (given % 100 == 0) {
          System.out.println("line " + (before + given + 1));
        }
      }
    }

    private static void append(Journal journal, int number) {
      JournalEntry entry = number % 40 == 0 ? Samples.order(number) : Samples.raised(number);
      journal
          .append(entry)
          .thenAccept(
              done -> {
                if (done.isRecorded()) {
                  System.out.println("answered " + done.seq() + " " + done.entry().kind().word());
                }
              });
    }
  }
}
