package bz.keelbill;

import bz.keelbill.record.Flaw;
import bz.keelbill.record.RecordCheck;
import bz.keelbill.takeout.BundleCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify}: proves that what is kept is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every hash of a bundle of evidence, a day file, a journal, or the whole folder of a"
          + " record, and names what is not as it was written. Needs no network and changes nothing.",
      "A bundle is also played again, and must lead to the same alert."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is as it was written",
      "1:something is not; it is named",
      "2:there is nothing of ours at the path"
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      description = "A bundle, a day file, a journal's file or folder, or a record's folder.")
  private Path path;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException {
    Path temp = Files.createTempDirectory("keelbill-verify");
    try {
      if (Files.isRegularFile(path) && path.toString().endsWith(".zip")) {
        BundleCheck check = new BundleCheck(path, temp, EvidenceSetup::rerun);
        check.run();
        return tell(check.notes(), check.flaws());
      }
      RecordCheck check = new RecordCheck(temp);
      check(check);
      return tell(check.notes(), check.flaws());
    } finally {
      Folders.delete(temp);
    }
  }

  private int tell(List<String> notes, List<Flaw> flaws) {
    notes.forEach(out::println);
    flaws.stream().map(Flaw::toString).forEach(flaw -> out.println("WRONG: " + flaw));
    out.println(
        flaws.isEmpty()
            ? "All of it is as it was written."
            : "Not as it was written: " + flaws.size() + " found.");
    return flaws.isEmpty() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private void check(RecordCheck check) throws IOException {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (Files.isDirectory(path.resolve("journal")) || Files.isDirectory(path.resolve("days"))) {
      check.data(path);
    } else if (Files.isDirectory(path) && holds("journal-*.jsonl")) {
      check.journal(path);
    } else if (Files.isDirectory(path) && holds("*.duckdb")) {
      check.days(path);
    } else if (Files.isRegularFile(path) && name.endsWith(".duckdb")) {
      check.day(path);
    } else if (Files.isRegularFile(path) && name.endsWith(".jsonl")) {
      check.journalFile(path);
    } else {
      throw new ConfigFaults.BadConfig(
          path + " is no bundle, day file, journal or folder of a record");
    }
  }

  private boolean holds(String glob) throws IOException {
    try (var found = Files.newDirectoryStream(path, glob)) {
      return found.iterator().hasNext();
    }
  }
}
