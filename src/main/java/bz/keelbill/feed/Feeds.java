package bz.keelbill.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** All feeds of a configuration, each on its own event-loop context. */
public final class Feeds {

  private final Vertx vertx;
  private final List<FeedVerticle> verticles;
  private final List<String> deployments = new ArrayList<>();

  private Feeds(Vertx vertx, List<FeedVerticle> verticles) {
    this.vertx = vertx;
    this.verticles = verticles;
  }

  /**
   * Starts all feeds.
   *
   * @param feeds with names of their own
   * @return done when all have begun; far ends that are not there yet do not make it fail, but a
   *     feed whose decoder cannot be made does, and then none is left running
   */
  public static Future<Feeds> deploy(Vertx vertx, List<FeedConfig> feeds, Surroundings around) {
    AttemptSpacing spacing = new AttemptSpacing(around.timing().spacingMillis());
    ServiceTurns turns = new ServiceTurns();
    List<FeedVerticle> verticles =
        feeds.stream().map(feed -> new FeedVerticle(feed, around, spacing, turns)).toList();
    Feeds all = new Feeds(vertx, verticles);
    List<Future<String>> begun = verticles.stream().map(vertx::deployVerticle).toList();
    return Future.join(begun)
        .onComplete(done -> begun.forEach(all::deployed))
        .recover(failed -> all.close().transform(closed -> Future.failedFuture(failed)))
        .map(all);
  }

  private void deployed(Future<String> begun) {
    if (begun.succeeded()) {
      deployments.add(begun.result());
    }
  }

  /** How each feed is now, in the configuration's order; from any thread. */
  public List<FeedState> states() {
    return verticles.stream().map(FeedVerticle::state).toList();
  }

  /** Stops all feeds: nothing is delivered once it is done. Closing twice does no harm. */
  public Future<Void> close() {
    List<String> running = List.copyOf(deployments);
    deployments.clear();
    return Future.join(running.stream().map(vertx::undeploy).toList()).mapEmpty();
  }
}
