package bz.keelbill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** One line a log record on standard error, unless the user has configured the JDK's logging. */
final class LogSetup {
  private static final String CONFIGURATION =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      java.util.logging.ConsoleHandler.level=INFO
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tLZ %4$s %3$s: %5$s%6$s%n
      io.netty.level=WARNING
      io.vertx.core.http.impl.HttpClientConnectionInternal.level=SEVERE
      """;

  private LogSetup() {}

  static void install() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("UTC"));
    try {
      byte[] text = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
      LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }
}
