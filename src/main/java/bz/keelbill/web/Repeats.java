package bz.keelbill.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Acts that carry an {@code Idempotency-Key}: who sends one again, because the answer was lost on
 * the way, gets the answer of the first time and nothing is done twice. Kept in memory, the last
 * thousand of a day; a restart forgets them, but not who acknowledged or said what.
 *
 * <p>Belongs to the web's event loop.
 */
final class Repeats {
  private static final int KEPT = 1_000;
  private static final int LONGEST_KEY = 100;
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  /** Who has had no answer sends again within moments, or when the watch is back. */
  private static final long JUST_BEFORE_MILLIS = 10 * 60_000L;

  /** One person's key. */
  private record Key(String person, String key) {}

  /** What was asked with it, when, and what comes of it. */
  private record Given(String request, long atMillis, Future<String> answer) {}

  private final Map<Key, Given> given = new LinkedHashMap<>();
  private final LongSupplier clock;
  private final long begunAtMillis;

  Repeats(LongSupplier clock) {
    this.clock = clock;
    this.begunAtMillis = clock.getAsLong();
  }

  /** Whether something was done by the watch before, whose keys are forgotten, and lately. */
  boolean isFromJustBefore(long atMillis) {
    return atMillis < begunAtMillis && begunAtMillis - atMillis < JUST_BEFORE_MILLIS;
  }

  /** Whether a request may go on: its key, if it has one, is good and was not used for another. */
  boolean isGood(RoutingContext request) {
    String key = request.request().getHeader("Idempotency-Key");
    if (key == null) {
      return true;
    }
    Given before = given.get(keyOf(request, key));
    boolean isGood =
        !key.isBlank()
            && key.length() <= LONGEST_KEY
            && (before == null || before.request().equals(wordsOf(request)));
    if (!isGood) {
      Problem.answer(
          request,
          422,
          "Idempotency-Key not accepted",
          "It has 1 to " + LONGEST_KEY + " characters, and was not used for anything else.");
    }
    return isGood;
  }

  /** The answer of the same request before; null if there was none that came to anything. */
  Future<String> before(RoutingContext request) {
    String key = request.request().getHeader("Idempotency-Key");
    Given before = key == null ? null : given.get(keyOf(request, key));
    return before == null || before.answer().failed() ? null : before.answer();
  }

  /** Does it, and remembers what came of it. */
  Future<String> first(RoutingContext request, Supplier<Future<String>> act) {
    Future<String> answer = act.get();
    String key = request.request().getHeader("Idempotency-Key");
    if (key != null) {
      long now = clock.getAsLong();
      given.values().removeIf(old -> now - old.atMillis() > DAY_MILLIS);
      given.put(keyOf(request, key), new Given(wordsOf(request), now, answer));
      if (given.size() > KEPT) {
        given.remove(given.keySet().iterator().next());
      }
    }
    return answer;
  }

  private static Key keyOf(RoutingContext request, String key) {
    return new Key(Officer.of(request).name(), key);
  }

  private static String wordsOf(RoutingContext request) {
    String body = request.body().asString();
    return request.normalizedPath() + '\n' + (body == null ? "" : body);
  }
}
