package bz.keelbill;

import bz.keelbill.record.Recorder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the live watch with its page. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the live watch with its page until it is stopped (Ctrl-C).",
      "Without a configuration it runs the demo: a simulated sea and sky."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());
  private static final Path USUAL_CONFIG = Path.of("config", "keelbill.yaml");
  private static final long STOP_SECONDS = 9;
  private static final long LOOP_LIMIT_MILLIS = 2_000;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; default: config/keelbill.yaml, else the packaged demo.")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    Thread database = new Thread(Recorder::prepare, "database");
    database.setDaemon(true);
    database.start();
    Config config = config();
    findPortFree(config);
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setMaxEventLoopExecuteTime(LOOP_LIMIT_MILLIS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
    try {
      WatchFloor floor =
          WatchFloor.open(vertx, config).toCompletionStage().toCompletableFuture().get();
      Config.Web web = config.serving().web();
      String scheme = web.tls() == null ? "http://" : "https://";
      LOG.log(Level.INFO, "the watch stands: " + scheme + web.host() + ":" + floor.port());
      waitForTheEnd(vertx, floor);
      return Keelbill.DONE;
    } catch (ExecutionException failed) {
      vertx.close();
      Throwable cause = failed.getCause();
      throw cause instanceof ConfigFaults.BadConfig bad
          ? bad
          : new IllegalStateException(cannot(cause, config));
    }
  }

  /**
   * Before anything is opened: who starts a second watch by mistake is told at once, and has
   * touched neither the record nor the journal of the first.
   */
  private static void findPortFree(Config config) {
    Config.Web web = config.serving().web();
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(web.host()), web.port()));
    } catch (IOException notFree) {
      throw new IllegalStateException(cannot(notFree, config));
    }
  }

  private static String cannot(Throwable cause, Config config) {
    Config.Web web = config.serving().web();
    boolean taken = cause instanceof java.net.BindException;
    return taken
        ? "cannot serve on %s:%d: %s; stop the other program or choose another web.port"
            .formatted(web.host(), web.port(), cause.getMessage())
        : "cannot start: " + cause.getMessage();
  }

  private Config config() {
    if (file == null && !Files.exists(USUAL_CONFIG)) {
      LOG.log(Level.INFO, "no " + USUAL_CONFIG + " here: the packaged demo runs");
      return ConfigReader.packaged();
    }
    return ConfigReader.read(file == null ? USUAL_CONFIG : file);
  }

  private static void waitForTheEnd(Vertx vertx, WatchFloor floor) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              try {
                floor
                    .close()
                    .transform(closed -> vertx.close())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException
                  | ExecutionException
                  | java.util.concurrent.TimeoutException e) {
                LOG.log(Level.WARNING, "the watch did not stop cleanly: " + e);
              }
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    stopped.await();
  }
}
