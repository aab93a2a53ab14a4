package bz.keelbill.escalation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Tells by an HTTP POST of JSON; any 2xx means that it was taken. Redirects are not followed. */
final class WebhookContact implements Contact {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ContactConfig.Webhook config;
  private final HttpClient client;

  WebhookContact(ContactConfig.Webhook config, Vertx vertx) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS).setKeepAlive(false));
  }

  @Override
  public Future<Void> call(Message message) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(config.url().toString())
            .setFollowRedirects(false)
            .setTimeout(PATIENCE_MILLIS)
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "keelbill");
    if (config.token() != null) {
      options.putHeader("Authorization", "Bearer " + config.token());
    }
    return client
        .request(options)
        .compose(request -> request.send(json(message)))
        .compose(WebhookContact::judged);
  }

  private static Future<Void> judged(HttpClientResponse answer) {
    boolean isTaken = answer.statusCode() / 100 == 2;
    return isTaken
        ? Future.succeededFuture()
        : Future.failedFuture("it answered " + answer.statusCode());
  }

  private static String json(Message message) {
    JsonArray alerts = new JsonArray();
    message.alertsJson().forEach(alert -> alerts.add(new JsonObject(alert)));
    JsonObject json =
        new JsonObject()
            .put("type", "escalation")
            .put("at", Instant.ofEpochMilli(message.atMillis()).toString())
            .put("subject", message.subject())
            .put("text", message.text())
            .put("alerts", alerts);
    if (message.unattendedSinceMillis() != null) {
      json.put("unattendedSince", Instant.ofEpochMilli(message.unattendedSinceMillis()).toString());
    }
    if (message.trouble() != null) {
      json.put("trouble", message.trouble());
    }
    return json.encode();
  }
}
