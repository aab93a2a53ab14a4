package bz.keelbill.escalation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A way to somebody who is not at a console. */
interface Contact {
  /**
   * Tells. Called on an event loop: what the far end says before anybody listens would be lost.
   *
   * @return succeeds when it was taken; fails with one sentence, within half a minute
   */
  Future<Void> call(Message message);

  /** The way that is configured. */
  static Contact of(ContactConfig config, Vertx vertx) {
    if (config instanceof ContactConfig.Webhook webhook) {
      return new WebhookContact(webhook, vertx);
    } else if (config instanceof ContactConfig.Mail mail) {
      return message -> new SmtpTalk(mail, vertx).send(message);
    }
    return new CommandContact((ContactConfig.Command) config, vertx);
  }
}
