package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * Asks a web server for a document again and again: one request at a time, so long after the start
 * of the one before as the configuration says.
 *
 * <p>A server that says it is too much (429, 503, or an error inside the document) is left alone as
 * long as it asks for, else twice as long each time, by all feeds of the account. Redirects are not
 * followed: whoever runs the watch says where it goes.
 */
final class HttpPoller implements Transport {
  /** The longest cool-down of a server that names none. */
  private static final long MOST_COOL_DOWN_MILLIS = 600_000;

  /** A whole answer may take so many times as long as a connection. */
  private static final int ANSWER_FACTOR = 3;

  private final Vertx vertx;
  private final Feed feed;
  private final AttemptSpacing spacing;
  private final HttpClient client;
  private final Inlet inlet;
  private final long intervalMillis;
  private final ServiceTurns turns;
  private final String account;
  private final BearerToken token;
  private HttpPoll poll;
  private boolean isAsking;
  private boolean isTokenFresh;
  private boolean due;
  private long startedMillis;
  private long coolDownMillis;
  private String entityTag;
  private String lastModified;
  private boolean closed;

  HttpPoller(Vertx vertx, Feed feed, AttemptSpacing spacing, ServiceTurns turns) {
    this.vertx = vertx;
    this.feed = feed;
    this.spacing = spacing;
    this.turns = turns;
    account = Request.account(feed.config());
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(feed.timing().connectMillis())
                .setDecompressionSupported(true)
                .setTcpKeepAlive(true));
    inlet = feed.newInlet();
    FeedConfig.Online online = feed.config().online();
    intervalMillis = online.intervalMillis();
    boolean isClient = online.account().clientId() != null;
    token = isClient ? new BearerToken(vertx, client, online, mostMillis()) : null;
  }

  private long mostMillis() {
    return (long) ANSWER_FACTOR * feed.timing().connectMillis();
  }

  @Override
  public void start() {
    after(spacing.waitMillis(Feed.monotonicMillis()));
  }

  @Override
  public void pause() {
    if (poll != null) {
      poll.pause();
    }
  }

  @Override
  public void resume() {
    if (poll != null) {
      poll.resume();
    } else if (due) {
      ask();
    }
  }

  @Override
  public void silent() {
    // Each request is bounded in time and makes its connection anew if it has to.
  }

  @Override
  public Future<?> close() {
    closed = true;
    endTurn();
    return client.close();
  }

  private void after(long waitMillis) {
    vertx.setTimer(Math.max(1, waitMillis), ignored -> ask());
  }

  private void ask() {
    due = feed.isPaused();
    if (closed || due) {
      return;
    }
    startedMillis = Feed.monotonicMillis();
    long waitMillis = turns.waitMillis(account, startedMillis);
    if (waitMillis > 0) {
      after(waitMillis);
      return;
    }
    isAsking = true;
    isTokenFresh = false;
    feed.forgetComplaint();
    askWithToken();
  }

  private void askWithToken() {
    if (token == null) {
      ask(null);
    } else {
      token.get().onSuccess(this::ask).onFailure(this::tokenFailed);
    }
  }

  private void ask(String bearer) {
    if (!closed) {
      poll = new HttpPoll(vertx, feed, inlet, mostMillis());
      poll.ask(client, options(bearer)).onSuccess(this::answered).onFailure(this::failed);
    }
  }

  private RequestOptions options(String bearer) {
    URI url = Request.address(feed.config());
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url.toString())
            .setFollowRedirects(false)
            .putHeader("User-Agent", "keelbill");
    FeedConfig.Online online = feed.config().online();
    String authorization =
        bearer == null ? Request.authorization(online.url()) : "Bearer " + bearer;
    if (authorization != null) {
      options.putHeader("Authorization", authorization);
    }
    String keyHeader = Request.keyHeader(online);
    if (keyHeader != null) {
      options.putHeader(keyHeader, Request.keyValue(online));
    }
    if (entityTag != null) {
      options.putHeader("If-None-Match", entityTag);
    }
    if (lastModified != null) {
      options.putHeader("If-Modified-Since", lastModified);
    }
    return options;
  }

  private void answered(HttpClientResponse answer) {
    switch (answer.statusCode()) {
      case 200 -> taken(answer);
      case 204, 304 -> {
        coolDownMillis = 0;
        if (!feed.config().format().mustAdvance()) {
          feed.isAlive();
        }
        next(0);
      }
      case 401 -> unauthorized();
      case 429, 503 -> {
        refused(answer.statusCode());
        coolDown(RetryAfter.millis(answer.headers(), feed.nowMillis()));
      }
      default -> {
        refused(answer.statusCode());
        next(0);
      }
    }
  }

  /** A token may have ended early: one fresh one is tried at once. */
  private void unauthorized() {
    if (token != null && !isTokenFresh) {
      isTokenFresh = true;
      poll = null;
      token.forget();
      askWithToken();
    } else {
      refused(401);
      next(0);
    }
  }

  private void tokenFailed(Throwable reason) {
    if (!closed) {
      forget();
      feed.count(reason.getMessage());
      feed.lost();
      HttpClientResponse answer = ((BearerToken.Trouble) reason).answer();
      coolDown(answer == null ? -1 : RetryAfter.millis(answer.headers(), feed.nowMillis()));
    }
  }

  private void taken(HttpClientResponse answer) {
    if (feed.hasComplained()) {
      forget();
      feed.lost();
      coolDown(-1);
      return;
    }
    coolDownMillis = 0;
    entityTag = answer.getHeader("ETag");
    lastModified = answer.getHeader("Last-Modified");
    next(0);
  }

  private void refused(int status) {
    forget();
    feed.answered(status);
    feed.lost();
  }

  private void failed(Throwable trouble) {
    forget();
    if (!closed) {
      feed.count(trouble.getMessage());
      feed.lost();
    }
    next(0);
  }

  /** What comes after trouble is asked for whole, or the feed would wait for a first new line. */
  private void forget() {
    entityTag = null;
    lastModified = null;
  }

  /** Leaves the server alone; -1 if it does not say for how long. */
  private void coolDown(long askedMillis) {
    coolDownMillis =
        Math.min(
            Math.max(MOST_COOL_DOWN_MILLIS, intervalMillis),
            2 * Math.max(coolDownMillis, intervalMillis));
    long waitMillis = askedMillis < 0 ? coolDownMillis : askedMillis;
    turns.coolDown(account, Feed.monotonicMillis() + waitMillis);
    next(waitMillis);
  }

  private void next(long leastMillis) {
    poll = null;
    endTurn();
    long sinceStart = Feed.monotonicMillis() - startedMillis;
    after(Math.max(leastMillis, intervalMillis - sinceStart));
  }

  private void endTurn() {
    if (isAsking) {
      isAsking = false;
      turns.done(account);
    }
  }
}
