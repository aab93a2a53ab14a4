package bz.keelbill.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to a contact, through real sockets and a real program. */
class ContactTest {
  private static final long T0 = 1_795_230_000_000L;

  /** What a ship may call itself. */
  private static final String HOSTILE = "SEA\r\n.\r\nRCPT TO:<x@y>\r\n\u202E$(id) ñ `x`";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Message message() {
    AlertBook book = new AlertBook((what, alert) -> {});
    book.holds(
        new Finding(
            "go-fast",
            Priority.ALARM,
            new Finding.Subject("mmsi:1", List.of("mmsi:1"), null),
            new Finding.Moment(T0, T0, new Position(17, -87.9)),
            new Finding.Words(HOSTILE, "alert.go-fast", Map.of(), null, List.of()),
            List.of(),
            Finding.Outlook.NONE,
            List.of()),
        1);
    List<Alert> alerts = List.copyOf(book.open());
    return new Message(T0 + 300_000, alerts, null, null);
  }

  private void call(ContactConfig config) throws Exception {
    Promise<Void> called = Promise.promise();
    vertx.runOnContext(go -> Contact.of(config, vertx).call(message()).onComplete(called));
    called.future().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private String failure(ContactConfig config) {
    return assertThrows(ExecutionException.class, () -> call(config)).getCause().getMessage();
  }

  @Test
  void aWebhookGetsTheAlertAsTheWatchTellsIt() throws Exception {
    BlockingQueue<String> got = new ArrayBlockingQueue<>(2);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/pager",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          got.add(token + new String(exchange.getRequestBody().readAllBytes(), "UTF-8"));
          exchange.sendResponseHeaders(got.size() == 1 ? 204 : 302, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pager");
      call(new ContactConfig.Webhook("pager", url, "s3cret"));
      String body = got.peek();
      assertTrue(body.startsWith("Bearer s3cret{"), body);
      JsonObject json = new JsonObject(body.substring("Bearer s3cret".length()));
      assertEquals(
          HOSTILE, json.getJsonArray("alerts").getJsonObject(0).getString("headline"), "as it is");
      assertEquals(1, json.getString("text").strip().lines().count(), "one alert, one line");
      assertFalse(json.getString("subject").contains("\u202E"));
      assertEquals("it answered 302", failure(new ContactConfig.Webhook("pager", url, null)));
    } finally {
      server.stop(0);
    }
  }

  /** A mail server that takes one mail, and answers one command otherwise. */
  private static CompletableFuture<List<String>> server(ServerSocket door, String refused) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<String> heard = new java.util.ArrayList<>();
          try (Socket socket = door.accept()) {
            BufferedReader in =
                new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220-here\r\n220 is a server\r\n");
            boolean isMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
              heard.add(line);
              if (!isMail || line.equals(".")) {
                isMail = line.equals("DATA");
                say(socket, line.startsWith(refused) ? "550 no such box\r\n" : ok(line));
              }
            }
          } catch (IOException hungUp) {
            heard.add(hungUp.getMessage());
          }
          return heard;
        });
  }

  private static String ok(String line) {
    return line.equals("DATA") ? "354 go on\r\n" : "250-well\r\n250 done\r\n";
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static ContactConfig.Mail mail(ServerSocket door) {
    ContactConfig.MailServer server =
        new ContactConfig.MailServer("127.0.0.1", door.getLocalPort(), false, null, null);
    return new ContactConfig.Mail(
        "duty", server, "watch@example.bz", List.of("a@example.bz", "b@example.bz"));
  }

  @Test
  void aMailIsOneMailWhateverAShipCallsItself() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> heard = server(door, "nothing");
      call(mail(door));
      List<String> lines = heard.get(20, TimeUnit.SECONDS);
      assertEquals(
          List.of(
              "EHLO keelbill.invalid",
              "MAIL FROM:<watch@example.bz>",
              "RCPT TO:<a@example.bz>",
              "RCPT TO:<b@example.bz>",
              "DATA"),
          lines.subList(0, 5));
      assertEquals(1, lines.stream().filter(line -> line.equals(".")).count());
      assertEquals("QUIT", lines.get(lines.size() - 1));
      List<String> body = lines.subList(lines.indexOf("") + 1, lines.indexOf("."));
      String text =
          new String(Base64.getDecoder().decode(String.join("", body)), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("alarm go-fast SEA . RCPT TO:<x@y> $(id) ñ `x`"), text);
      assertTrue(text.contains("at 17.0000, -87.9000"), text);
    }
  }

  @Test
  void aMailServerThatRefusesIsAFailureInItsWords() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server(door, "RCPT TO:<b@");
      assertEquals("it answered RCPT with 550 no such box", failure(mail(door)));
    }
  }

  @Test
  void aProgramReadsWhatIsToldAndGetsNoOtherArguments() throws Exception {
    Path told = folder.resolve("told");
    Path program = program("echo \"$# $1 ${HOME:-none}\" > '" + told + "'; cat >> '" + told + "'");
    call(new ContactConfig.Command("siren", List.of(program.toString(), "on; id"), 20_000));
    List<String> lines = Files.readAllLines(told);
    assertEquals("1 on; id none", lines.get(0));
    assertTrue(lines.get(1).startsWith("Keelbill ALARM not answered: SEA . RCPT"), lines.get(1));
    assertTrue(lines.get(3).startsWith("alarm go-fast "), lines.toString());
    assertEquals(4, lines.size());
  }

  @Test
  void aProgramThatFailsOrHangsIsAFailure() throws Exception {
    Path fails = program("exit 3");
    assertEquals(
        "it ended with code 3",
        failure(new ContactConfig.Command("siren", List.of(fails.toString()), 20_000)));
    Path hangs = program("exec sleep 60");
    assertEquals(
        "it did not end within 1 s",
        failure(new ContactConfig.Command("siren", List.of(hangs.toString()), 1_000)));
  }

  private Path program(String lines) throws IOException {
    Path program = folder.resolve("program-" + lines.hashCode());
    Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program;
  }
}
