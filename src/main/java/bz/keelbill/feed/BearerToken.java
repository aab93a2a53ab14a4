package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The token that a service asks for in place of the key (OAuth2 client credentials, RFC 6749, 4.4):
 * fetched when it is needed, kept until shortly before it expires, shown nowhere. One event loop.
 */
final class BearerToken {
  private static final int MOST_BYTES = 1 << 16;
  private static final long USUAL_SECONDS = 300;
  private static final long MOST_SECONDS = 86_400;

  /** So long before its end a token is no longer used, or a tenth of its life if that is less. */
  private static final long MARGIN_MILLIS = 60_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final FeedConfig.Online online;
  private final long mostMillis;
  private String token;
  private long untilMillis;

  /** No token came. */
  static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient HttpClientResponse answer;

    Trouble(String word, HttpClientResponse answer) {
      super(word, null, false, false);
      this.answer = answer;
    }

    /** The server's answer, whose headers may ask for time; null if there was none. */
    HttpClientResponse answer() {
      return answer;
    }
  }

  /**
   * A token to be had.
   *
   * @param mostMillis how long an answer may take
   */
  BearerToken(Vertx vertx, HttpClient client, FeedConfig.Online online, long mostMillis) {
    this.vertx = vertx;
    this.client = client;
    this.online = online;
    this.mostMillis = mostMillis;
  }

  /** The token, perhaps fetched anew; fails with {@link Trouble} if there is none. */
  Future<String> get() {
    return token != null && Feed.monotonicMillis() < untilMillis
        ? Future.succeededFuture(token)
        : fetch();
  }

  /** The service does not want it any more. */
  void forget() {
    token = null;
  }

  private Future<String> fetch() {
    forget();
    Promise<String> told = Promise.promise();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(online.account().tokenUrl().toString())
            .setFollowRedirects(false)
            .putHeader("User-Agent", "keelbill")
            .putHeader("Accept", "application/json")
            .putHeader("Content-Type", "application/x-www-form-urlencoded");
    client
        .request(options)
        .onSuccess(request -> send(request, told))
        .onFailure(reason -> told.tryFail(new Trouble("token-connection", null)));
    return told.future();
  }

  private void send(HttpClientRequest request, Promise<String> told) {
    long watching =
        vertx.setTimer(
            mostMillis,
            ignored -> {
              told.tryFail(new Trouble("token-timeout", null));
              request.reset();
            });
    told.future().onComplete(ignored -> vertx.cancelTimer(watching));
    request
        .send(Request.tokenForm(online))
        .onSuccess(answer -> answered(request, answer, told))
        .onFailure(reason -> told.tryFail(new Trouble("token-connection", null)));
  }

  private void answered(
      HttpClientRequest request, HttpClientResponse answer, Promise<String> told) {
    answer.exceptionHandler(reason -> told.tryFail(new Trouble("token-connection", null)));
    if (answer.statusCode() != 200) {
      told.tryFail(new Trouble("token-" + answer.statusCode(), answer));
      request.reset();
      return;
    }
    Buffer body = Buffer.buffer();
    answer.handler(
        chunk -> {
          body.appendBuffer(chunk);
          if (body.length() > MOST_BYTES) {
            told.tryFail(new Trouble("token-malformed", null));
            request.reset();
          }
        });
    answer.endHandler(ignored -> take(body, told));
  }

  private void take(Buffer body, Promise<String> told) {
    try {
      JsonObject said = body.toJsonObject();
      String fresh = said.getString("access_token");
      if (fresh == null || !fresh.matches("[\\x21-\\x7E]{1,8000}")) {
        throw new DecodeException("no token");
      }
      Long life = said.getLong("expires_in");
      long seconds = life == null ? USUAL_SECONDS : life;
      long lifeMillis = Math.max(0, Math.min(seconds, MOST_SECONDS)) * 1000;
      untilMillis = Feed.monotonicMillis() + lifeMillis - Math.min(MARGIN_MILLIS, lifeMillis / 10);
      token = fresh;
      told.tryComplete(fresh);
    } catch (DecodeException | ClassCastException malformed) {
      told.tryFail(new Trouble("token-malformed", null));
    }
  }
}
