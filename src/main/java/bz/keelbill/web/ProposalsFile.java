package bz.keelbill.web;

import bz.keelbill.record.WholeFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What trials have shown and what waits for a second person, for after a restart; blocks. */
public final class ProposalsFile {
  private static final int VERSION = 1;

  private final Path path;

  /** In the folder of the record. */
  public ProposalsFile(Path recordDir) {
    path = recordDir.resolve("proposals.json");
  }

  /**
   * Takes up what was there; one that is damaged is set aside, for nothing of it may be made by
   * mistake.
   *
   * @return what was wrong, in a sentence; null if nothing was
   */
  public String read(Proposals proposals) {
    try {
      if (Files.exists(path)) {
        JsonObject kept = new JsonObject(Files.readString(path));
        if (kept.getInteger("version") != VERSION) {
          throw new IllegalArgumentException("it is of no version that is known here");
        }
        proposals.recall(kept);
      }
      return null;
    } catch (IOException | RuntimeException bad) {
      return "proposals of before cannot be read; " + WholeFile.setAside(path);
    }
  }

  /** Replaces it durably. */
  public Void write(JsonObject kept) throws IOException {
    kept.put("version", VERSION);
    WholeFile.write(path, kept.encode().getBytes(StandardCharsets.UTF_8));
    return null;
  }
}
