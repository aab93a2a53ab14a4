package bz.keelbill.escalation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program of this machine and tells it by its standard input: the subject, an empty line,
 * the text. Nothing that came over the air is ever an argument. Exit code 0 means that it was
 * taken; one that takes too long is ended.
 */
final class CommandContact implements Contact {
  private final ContactConfig.Command config;
  private final Vertx vertx;

  CommandContact(ContactConfig.Command config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  @Override
  public Future<Void> call(Message message) {
    return vertx.executeBlocking(() -> run(message), false);
  }

  private Void run(Message message) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(config.command())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !name.equals("PATH"));
    Process process = builder.start();
    try {
      tell(process, message);
      if (!process.waitFor(config.timeoutMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it did not end within " + config.timeoutMillis() / 1_000 + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("it ended with code " + process.exitValue());
      }
    } finally {
      process.destroyForcibly();
    }
    return null;
  }

  /** One that does not read is none the worse for it. */
  private static void tell(Process process, Message message) {
    String text = message.subject() + "\n\n" + message.text();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException doesNotRead) {
      // Its exit code says whether it did what it is for.
    }
  }
}
