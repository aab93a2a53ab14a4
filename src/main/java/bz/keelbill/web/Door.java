package bz.keelbill.web;

import bz.keelbill.account.Account;
import bz.keelbill.account.AccountBook;
import bz.keelbill.account.Deed;
import bz.keelbill.account.GivenCodes;
import bz.keelbill.account.Guesses;
import bz.keelbill.account.Secret;
import bz.keelbill.account.Session;
import bz.keelbill.account.Sessions;
import bz.keelbill.account.Token;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The door of the watch: who comes in, by cookie or by token, and what is refused him. A loopback
 * watch without accounts lets everybody in as the demo officer; an exposed one nobody, until the
 * one-time code has made the first account.
 *
 * <p>Belongs to the web's event loop.
 */
public final class Door {
  static final String GUARD_HEADER = "X-Keelbill-Guard";
  private static final String SECURE_COOKIE = "__Host-keelbill";
  private static final String PLAIN_COOKIE = "keelbill";
  private static final String BEARER = "Bearer ";
  private static final String VISITOR = "visitor";
  private static final long REFUSALS_APART_MILLIS = 60_000;
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final AccountBook book;
  private final Sessions sessions;
  private final Guesses guesses;
  private final Doorway doorway;
  private final GivenCodes codes;
  private final Attendance attendance;
  private final Handovers handovers;
  private final LongSupplier clock;
  private final String setUpCode;
  private final Map<String, Long> tokenUsedAt = new HashMap<>();
  private final Map<String, Long> refusedAt = new HashMap<>();
  private BiConsumer<String, String> refusals = (person, tried) -> {};

  /**
   * How patient the door is.
   *
   * @param idleMillis after so long untouched a console locks or signs out
   * @param unattendedMillis after so long without an attended console the watch says so
   */
  public record Patience(long idleMillis, long unattendedMillis) {}

  /** A door before a book of accounts. */
  public Door(AccountBook book, Doorway doorway, Patience patience, LongSupplier clock) {
    this.book = book;
    this.doorway = doorway;
    this.clock = clock;
    this.sessions = new Sessions(book, patience.idleMillis(), clock);
    this.guesses = new Guesses(clock);
    this.codes = new GivenCodes(book, clock);
    this.attendance = new Attendance(book, patience.unattendedMillis(), clock);
    this.handovers = new Handovers(clock);
    this.setUpCode = book.isEmpty() && doorway.isExposed() ? Secret.code() : null;
  }

  /** What makes the first account of an exposed watch, to be told to its owner; else null. */
  public String setUpCode() {
    return setUpCode;
  }

  /** Who keeps the watch. */
  public Attendance attendance() {
    return attendance;
  }

  /** The watch that one officer offers to another. */
  public Handovers handovers() {
    return handovers;
  }

  AccountBook book() {
    return book;
  }

  Sessions sessions() {
    return sessions;
  }

  Guesses guesses() {
    return guesses;
  }

  GivenCodes codes() {
    return codes;
  }

  /** Whether an account should have a second factor and has none: asked for where others come. */
  boolean lacksFactor(Account account) {
    return doorway.isExposed() && account.needsSecondFactor() && account.secondFactor() == null;
  }

  private boolean isHeldBack(Visitor visitor, Deed deed) {
    return visitor.session() != null
        && lacksFactor(visitor.session().account())
        && deed.needsSecondFactor(visitor.officer().role());
  }

  Doorway doorway() {
    return doorway;
  }

  /** When a token was shown last since the watch began, Unix milliseconds; null if it was not. */
  Long lastUsedMillis(Token token) {
    return tokenUsedAt.get(token.id());
  }

  /** Whether nobody has an account and everybody is the demo officer. */
  boolean isDemo() {
    return book.isEmpty() && !doorway.isExposed();
  }

  /** Puts itself before all routes but the page's own files. */
  void mount(Router router) {
    router.route("/api/*").handler(this::admit);
    router.route("/metrics").handler(this::admit);
    router.route("/ogc").handler(this::admit);
    router.route("/ogc/*").handler(this::admit);
    router.route("/health/ready").handler(this::recognise);
  }

  private void recognise(RoutingContext request) {
    take(request, visitor(request.request().headers(), request.request().authority()));
    request.next();
  }

  private static void take(RoutingContext request, Visitor visitor) {
    if (visitor != null) {
      request.put(VISITOR, visitor);
      visitor.officer().makes(request);
    }
  }

  /** Who makes a request; null for one who is not signed in. */
  static Visitor visitor(RoutingContext request) {
    return request.get(VISITOR);
  }

  private void admit(RoutingContext request) {
    HttpServerRequest http = request.request();
    Deed deed = Access.deed(http.method(), request.normalizedPath());
    Visitor visitor = visitor(http.headers(), http.authority());
    if (deed != Deed.ENTER && visitor == null) {
      Problem.answer(request, 401, "Not signed in", "Sign in first.");
    } else if (deed == null) {
      Problem.answer(request, 404, "Nothing here", "There is no such resource.");
    } else if (visitor != null && isForged(http, visitor)) {
      Problem.answer(request, 403, "Not from the page", "The page's own mark is missing.");
    } else if (visitor != null && visitor.isLocked() && !deed.isForLocked()) {
      Problem.answer(request, 423, "Console locked", "Give the password first.");
    } else if (visitor != null && !visitor.officer().may(deed)) {
      noteRefusal(visitor.officer(), http);
      Problem.answer(request, 403, "Not allowed", "Your role may not do this.");
    } else if (visitor != null && isHeldBack(visitor, deed)) {
      Problem.answer(request, 403, "Second factor missing", "Set up your second factor first.");
    } else {
      if (visitor != null && visitor.session() != null && !isReading(http)) {
        visitor.session().touch(clock.getAsLong());
      }
      take(request, visitor);
      request.next();
    }
  }

  /** Once a minute each: the journal is to tell of it, not to be filled by it. */
  private void noteRefusal(Officer officer, HttpServerRequest http) {
    long now = clock.getAsLong();
    Long last = refusedAt.get(officer.name());
    if (last == null || now - last >= REFUSALS_APART_MILLIS) {
      refusedAt.put(officer.name(), now);
      refusals.accept(officer.name(), http.method() + " " + http.path());
    }
  }

  /** Who hears of a refusal: the name of the person, and what was tried. */
  void tellRefusals(BiConsumer<String, String> listener) {
    refusals = listener;
  }

  /**
   * An act with a cookie must come from the page itself: it says where from, and shows its mark.
   */
  private static boolean isForged(HttpServerRequest http, Visitor visitor) {
    return visitor.session() != null
        && !isReading(http)
        && (http.getHeader("Origin") == null
            || !Secret.same(http.getHeader(GUARD_HEADER), visitor.session().guard()));
  }

  private static boolean isReading(HttpServerRequest http) {
    return READING.contains(http.method());
  }

  /** Who sends these headers; null if nobody who may come in. */
  Visitor visitor(MultiMap headers, HostAndPort authority) {
    String authorization = headers.get("Authorization");
    if (authorization != null) {
      boolean bears = authorization.startsWith(BEARER);
      String shown = bears ? authorization.substring(BEARER.length()) : "";
      Token token = book.token(shown, clock.getAsLong());
      if (token != null) {
        tokenUsedAt.put(token.id(), clock.getAsLong());
      }
      return token == null ? null : Visitor.of(token);
    }
    Session session = sessions.find(cookie(headers.get("Cookie"), cookieName(authority)));
    if (session != null) {
      return visitor(session);
    }
    return isDemo() ? Visitor.DEMO : null;
  }

  Visitor visitor(Session session) {
    return Visitor.of(session, lacksFactor(session.account()));
  }

  /** Whether he who was let in must go: signed out, disabled, revoked, or no longer the demo. */
  boolean isOver(Visitor visitor) {
    if (visitor.session() != null) {
      return sessions.isOver(visitor.session());
    }
    if (visitor.token() != null) {
      return clock.getAsLong() >= visitor.token().endsAtMillis()
          || !book.tokens().contains(visitor.token());
    }
    return !isDemo();
  }

  String cookieName(HostAndPort authority) {
    return doorway.isSecure(authority) ? SECURE_COOKIE : PLAIN_COOKIE;
  }

  private static String cookie(String header, String name) {
    if (header == null) {
      return null;
    }
    for (String pair : header.split(";")) {
      String text = pair.strip();
      if (text.startsWith(name + "=")) {
        return text.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** Where a request comes from; what a proxy says counts only where one is declared. */
  String address(RoutingContext request) {
    String forwarded = request.request().getHeader("X-Forwarded-For");
    if (doorway.isProxied() && forwarded != null) {
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    return request.request().remoteAddress().hostAddress();
  }
}
