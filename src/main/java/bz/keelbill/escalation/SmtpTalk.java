package bz.keelbill.escalation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.UUID;

/**
 * One mail handed to a server by SMTP (RFC 5321), plain or with TLS from the first byte.
 *
 * <p>Subject and text go as base64, so that nothing that came over the air can become a header, a
 * command or the end of the mail.
 */
final class SmtpTalk {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_LINE = 1_000;
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  /** What is said, and the first figure of an answer that lets us go on. */
  private record Turn(String line, char wanted) {}

  private final ContactConfig.Mail config;
  private final Vertx vertx;
  private final NetClient client;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final Promise<Void> done = Promise.promise();
  private NetSocket socket;
  private char wanted = '2';
  private String last = "the connection";

  SmtpTalk(ContactConfig.Mail config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
    NetClientOptions options = new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS / 2);
    if (config.server().isTls()) {
      options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
    }
    client = vertx.createNetClient(options);
  }

  /** Hands over a mail; succeeds when the server has taken it. */
  Future<Void> send(Message message) {
    plan(message);
    long timer =
        vertx.setTimer(
            PATIENCE_MILLIS, late -> done.tryFail("it took longer than 20 s at " + last));
    client
        .connect(config.server().port(), config.server().host())
        .onSuccess(this::begin)
        .onFailure(done::tryFail);
    return done.future()
        .onComplete(
            end -> {
              vertx.cancelTimer(timer);
              client.close();
            });
  }

  private void plan(Message message) {
    say("EHLO keelbill.invalid", '2');
    if (config.server().user() != null) {
      String plain = "\0" + config.server().user() + "\0" + config.server().password();
      say("AUTH PLAIN " + base64(plain), '2');
    }
    say("MAIL FROM:<" + config.from() + ">", '2');
    config.to().forEach(to -> say("RCPT TO:<" + to + ">", '2'));
    say("DATA", '3');
    say(mail(message) + "\r\n.", '2');
  }

  private void say(String line, char answer) {
    turns.addLast(new Turn(line, answer));
  }

  private void begin(NetSocket connected) {
    socket = connected;
    RecordParser lines = RecordParser.newDelimited("\n", this::heard);
    lines.maxRecordSize(LONGEST_LINE);
    lines.exceptionHandler(tooLong -> done.tryFail("it answers no SMTP"));
    connected.handler(lines);
    connected.closeHandler(closed -> done.tryFail("it hung up after " + last));
    connected.exceptionHandler(done::tryFail);
  }

  private void heard(Buffer line) {
    String answer = line.toString(StandardCharsets.ISO_8859_1).strip();
    boolean goesOn = answer.length() > 3 && answer.charAt(3) == '-';
    if (goesOn || done.future().isComplete()) {
      return;
    }
    if (answer.isEmpty() || answer.charAt(0) != wanted) {
      done.tryFail("it answered " + last + " with " + shown(answer));
    } else if (turns.isEmpty()) {
      socket.write("QUIT\r\n");
      done.tryComplete();
    } else {
      Turn next = turns.removeFirst();
      wanted = next.wanted();
      last = next.line().split("[ \r]", 2)[0];
      socket.write(next.line() + "\r\n");
    }
  }

  private static String shown(String answer) {
    String plain = answer.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(80, plain.length()));
  }

  private String mail(Message message) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochMilli(message.atMillis()).atOffset(ZoneOffset.UTC));
    return String.join(
        "\r\n",
        "From: <" + config.from() + ">",
        "To: " + String.join(", ", config.to().stream().map(to -> "<" + to + ">").toList()),
        "Subject: " + encodedWords(message.subject()),
        "Date: " + date,
        "Message-ID: <" + UUID.randomUUID() + "@keelbill.invalid>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
        "",
        LINES.encodeToString(message.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** RFC 2047: pieces that are whole letters, each short enough for a line. */
  private static String encodedWords(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    for (int sign : text.codePoints().toArray()) {
      piece.appendCodePoint(sign);
      if (piece.toString().getBytes(StandardCharsets.UTF_8).length > 40) {
        words.append("=?UTF-8?B?").append(base64(piece.toString())).append("?=\r\n ");
        piece.setLength(0);
      }
    }
    return words.append("=?UTF-8?B?").append(base64(piece.toString())).append("?=").toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
