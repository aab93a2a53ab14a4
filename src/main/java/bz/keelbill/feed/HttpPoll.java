package bz.keelbill.feed;

import bz.keelbill.report.Reject;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** One GET: its body goes into the feed as it comes, bounded in length and in time. */
final class HttpPoll {
  /** Longer bodies, unzipped, are broken off. */
  static final int MAX_BODY_BYTES = 64 << 20;

  private final Vertx vertx;
  private final Feed feed;
  private final Inlet inlet;
  private final long mostMillis;
  private final Promise<HttpClientResponse> ended = Promise.promise();
  private HttpClientRequest request;
  private HttpClientResponse response;
  private long bodyBytes;
  private long watching = -1;
  private boolean over;

  /** The answer is not usable; its message is a word for the counts. */
  static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String word) {
      super(word, null, false, false);
    }
  }

  HttpPoll(Vertx vertx, Feed feed, Inlet inlet, long mostMillis) {
    this.vertx = vertx;
    this.feed = feed;
    this.inlet = inlet;
    this.mostMillis = mostMillis;
  }

  /** Asks; gives the answer when its body has been taken, and an answer other than 200 at once. */
  Future<HttpClientResponse> ask(HttpClient client, RequestOptions options) {
    watch();
    client.request(options).onSuccess(this::send).onFailure(this::failed);
    return ended.future();
  }

  void pause() {
    if (response != null) {
      response.pause();
    }
  }

  /** The time for the answer begins anew: it was we who did not read. */
  void resume() {
    if (response != null && !over) {
      watch();
      response.resume();
    }
  }

  private void watch() {
    vertx.cancelTimer(watching);
    watching = vertx.setTimer(mostMillis, ignored -> timeIsUp());
  }

  private void timeIsUp() {
    boolean weDoNotRead = feed.isPaused() && response != null;
    if (!weDoNotRead) {
      breakOff("timeout");
    }
  }

  private void send(HttpClientRequest fresh) {
    request = fresh;
    if (over) {
      fresh.reset();
    } else {
      fresh.send().onSuccess(this::answered).onFailure(this::failed);
    }
  }

  private void answered(HttpClientResponse answer) {
    if (over) {
      return;
    }
    answer.exceptionHandler(this::failed);
    if (answer.statusCode() == 200) {
      response = answer;
      answer.handler(this::take);
      answer.endHandler(ignored -> whole());
      if (feed.isPaused()) {
        answer.pause();
      }
    } else {
      end();
      answer.handler(ignored -> request.reset()); // nobody reads a page of excuses
      ended.complete(answer);
    }
  }

  private void take(Buffer chunk) {
    if (over) {
      return;
    }
    bodyBytes += chunk.length();
    if (bodyBytes > MAX_BODY_BYTES) {
      feed.refuse(0, Reject.Reason.TOO_LONG);
      breakOff("body-too-long");
    } else {
      inlet.read(chunk.getBytes());
    }
  }

  private void whole() {
    if (!over) {
      end();
      inlet.end();
      ended.complete(response);
    }
  }

  private void end() {
    over = true;
    vertx.cancelTimer(watching);
  }

  private void failed(Throwable reason) {
    breakOff("connection");
  }

  private void breakOff(String word) {
    if (over) {
      return;
    }
    end();
    inlet.cut();
    if (request != null) {
      request.reset();
    }
    ended.fail(new Trouble(word));
  }
}
