package bz.keelbill;

import bz.keelbill.web.CanaryState;
import bz.keelbill.web.CanaryState.Step;
import bz.keelbill.web.CanaryState.Word;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How the last proof went, for after a restart; a file that is lost or damaged is none. */
final class CanaryFile {
  private static final Logger LOG = System.getLogger(CanaryFile.class.getName());

  private final Path path;

  CanaryFile(Path recordDir) {
    path = recordDir.resolve("canary.json");
  }

  /** The last proof that came to an end; null if there is none. */
  CanaryState read() {
    try {
      JsonObject json = new JsonObject(Files.readString(path));
      return new CanaryState(
          Word.valueOf(json.getString("word")),
          json.getLong("atMillis"),
          json.getLong("tookMillis"),
          Step.valueOf(json.getString("reached")),
          json.getInteger("pages"),
          json.getLong("provedAtMillis"),
          0);
    } catch (IOException | RuntimeException none) {
      return null;
    }
  }

  /** Puts it there; on a worker. */
  Void write(CanaryState state) {
    JsonObject json =
        new JsonObject()
            .put("word", state.word().name())
            .put("atMillis", state.atMillis())
            .put("tookMillis", state.tookMillis())
            .put("reached", state.reached().name())
            .put("pages", state.pages())
            .put("provedAtMillis", state.provedAtMillis());
    Path beside = path.resolveSibling("canary.json.new");
    try {
      Files.writeString(beside, json.encode());
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "how the canary fared is not kept: " + failed);
    }
    return null;
  }
}
