package bz.keelbill.takeout;

import bz.keelbill.alert.Alert;
import bz.keelbill.record.Flaw;
import bz.keelbill.record.JournalExcerpt;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.RecordCheck;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Proves a bundle by itself: every byte of it, the chain from the lines to the acts, and that the
 * lines lead to the same alert again. Needs nothing but the bundle. One thread, no event loop.
 */
public final class BundleCheck {
  private static final long MOST_BYTES = 64L << 30;
  private static final int MOST_FILES = 10_000;

  /** Reads the configuration in an unpacked bundle. */
  public interface Configuration {
    /**
     * What plays the recording again.
     *
     * @param file the configuration; null for the one in the program
     * @throws IOException if it cannot be read, with one sentence that says why
     */
    Rerun read(Path file) throws IOException;
  }

  private final Path bundle;
  private final String name;
  private final Path folder;
  private final Configuration configuration;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Of a file, with an empty folder to unpack it in. */
  public BundleCheck(Path bundle, Path folder, Configuration configuration) {
    this.bundle = bundle;
    this.name = bundle.getFileName().toString();
    this.folder = folder;
    this.configuration = configuration;
  }

  /** What is wrong; empty if the bundle proves what it says. */
  public List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  /** What was proved, a sentence each, in the order of the chain. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Checks everything. */
  public void run() throws IOException {
    boolean isWhole = BundleFile.isWhole(bundle);
    try {
      unpack();
      checkContents();
    } catch (IOException | RuntimeException e) {
      flaws.add(new Flaw(name, null, "it cannot be read: " + e.getMessage()));
    }
    if (!isWhole && flaws.isEmpty()) {
      flaws.add(
          new Flaw(name, "bytes between its files or in its last 64", "not as they were packed"));
    } else if (isWhole && flaws.isEmpty()) {
      notes.add(0, name + ": every byte is as it was packed");
    }
  }

  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      int files = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path to = folder.resolve(entry.getName()).normalize();
        if (!to.startsWith(folder) || ++files > MOST_FILES) {
          throw new IOException("it holds a file that belongs elsewhere");
        }
        unpack(zip, entry, to);
      }
    }
  }

  private void unpack(ZipFile zip, ZipEntry entry, Path to) {
    try (InputStream in = zip.getInputStream(entry)) {
      BundleFile.copy(in, to, MOST_BYTES);
    } catch (IOException e) {
      flaws.add(new Flaw(name, entry.getName(), "it cannot be unpacked: " + e.getMessage()));
    }
  }

  private void checkContents() throws IOException {
    Manifest manifest = Manifest.read(Files.readString(folder.resolve(Manifest.NAME)));
    compare(manifest.hashes(), Manifest.hashes(folder));
    if (!flaws.isEmpty()) {
      return;
    }
    JournalExcerpt journal =
        JournalExcerpt.read(
            Files.readAllBytes(folder.resolve("journal.jsonl")),
            Files.readString(folder.resolve("chain.txt")));
    flaws.addAll(journal.flaws());
    RecordCheck days = new RecordCheck(folder.resolve("tmp"));
    days.days(folder.resolve("days"));
    flaws.addAll(days.flaws());
    notes.addAll(days.notes());
    notes.add("journal.jsonl: " + journal.entries().size() + " entries");
    if (flaws.isEmpty()) {
      follow(manifest, journal.entries());
    }
  }

  private void compare(Map<String, String> packed, Map<String, String> found) {
    packed.forEach(
        (file, hash) -> {
          if (!hash.equals(found.get(file))) {
            flaws.add(new Flaw(name, file, "it is not as it was packed"));
          }
        });
    for (String file : found.keySet()) {
      if (!packed.containsKey(file)) {
        flaws.add(new Flaw(name, file, "it was not packed with the others"));
      }
    }
  }

  private void follow(Manifest manifest, List<Journalled> entries) throws IOException {
    Recordings recordings = Recordings.in(RecordSettings.in(folder.resolve("days")));
    ProofChain chain = new ProofChain(recordings, manifest.alert(), entries);
    chain.follow();
    notes.addAll(chain.links());
    chain.missing().forEach(missing -> flaws.add(new Flaw(name, null, missing)));
    Alert raised = chain.raised();
    if (raised == null) {
      return;
    }
    Path config = manifest.config() == null ? null : folder.resolve(manifest.config());
    Rerun.Outcome outcome =
        configuration
            .read(config)
            .run(
                recordings, manifest.fromMillis(), manifest.toMillis(), entries, raised, Pace.NONE);
    if (outcome == Rerun.Outcome.NONE || outcome.compareTo(manifest.outcome()) > 0) {
      flaws.add(new Flaw(name, null, "played again it does not lead to the same alert"));
    } else {
      notes.add(
          outcome == Rerun.Outcome.IDENTICAL
              ? "played again: the same alert, byte for byte"
              : "played again: the same alert; what is told besides differs");
    }
  }
}
