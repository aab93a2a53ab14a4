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
 * long as it asks for, else twice as long each time. Redirects are not followed: whoever runs the
 * watch says where it goes.
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
  private HttpPoll poll;
  private boolean due;
  private long startedMillis;
  private long coolDownMillis;
  private String entityTag;
  private String lastModified;
  private boolean closed;

  HttpPoller(Vertx vertx, Feed feed, AttemptSpacing spacing) {
    this.vertx = vertx;
    this.feed = feed;
    this.spacing = spacing;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(feed.timing().connectMillis())
                .setDecompressionSupported(true)
                .setTcpKeepAlive(true));
    inlet = feed.newInlet();
    intervalMillis = feed.config().online().intervalMillis();
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
    feed.forgetComplaint();
    poll = new HttpPoll(vertx, feed, inlet, (long) ANSWER_FACTOR * feed.timing().connectMillis());
    poll.ask(client, options()).onSuccess(this::answered).onFailure(this::failed);
  }

  private RequestOptions options() {
    URI url = Request.address(feed.config());
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url.toString())
            .setFollowRedirects(false)
            .putHeader("User-Agent", "keelbill");
    String authorization = Request.authorization(feed.config().online().url());
    if (authorization != null) {
      options.putHeader("Authorization", authorization);
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
        feed.isAlive();
        next(0);
      }
      case 429, 503 -> {
        refused(answer.statusCode());
        coolDown(RetryAfter.millis(answer.getHeader("Retry-After"), feed.nowMillis()));
      }
      default -> {
        refused(answer.statusCode());
        next(0);
      }
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
    next(askedMillis < 0 ? coolDownMillis : askedMillis);
  }

  private void next(long leastMillis) {
    poll = null;
    long sinceStart = Feed.monotonicMillis() - startedMillis;
    after(Math.max(leastMillis, intervalMillis - sinceStart));
  }
}
