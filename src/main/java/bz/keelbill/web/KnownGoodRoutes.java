package bz.keelbill.web;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGood.Entry;
import bz.keelbill.detect.KnownGoodKinds;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeoJsonProblem;
import bz.keelbill.json.KnownGoodJson;
import bz.keelbill.watch.Order;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * {@code /api/known-good}: the ledger of what is known to be good. Entries end, and stay to be
 * read.
 */
final class KnownGoodRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");
  private static final long MINUTE_MILLIS = 60_000;
  private static final long YEAR_MILLIS = 365 * 86_400_000L;

  private final WatchDesk desk;
  private final LongSupplier clock;

  KnownGoodRoutes(WatchDesk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/known-good").handler(this::list);
    router.post("/api/known-good").handler(this::add);
    router.get("/api/known-good/:id").handler(this::one);
    router.put("/api/known-good/:id").handler(this::change);
    router.post("/api/known-good/:id/review").handler(this::review);
    router.post("/api/known-good/:id/end").handler(this::end);
  }

  private void list(RoutingContext request) {
    withLedger(
        request,
        ledger -> {
          JsonArray items = new JsonArray();
          ledger.entries().forEach(entry -> items.add(json(entry)));
          JsonArray sorts = new JsonArray();
          Arrays.asList(KnownGood.Sort.values()).forEach(sort -> sorts.add(sort.word()));
          JsonArray routes = new JsonArray();
          desk.routes()
              .forEach(
                  line ->
                      routes.add(new JsonObject().put("id", line.id()).put("name", line.name())));
          Replies.json(
              request,
              new JsonObject()
                  .put("items", items)
                  .put("sorts", sorts)
                  .put("kinds", new JsonArray(KnownGoodKinds.ALLOWED))
                  .put("routes", routes));
        });
  }

  private void withLedger(RoutingContext request, Consumer<KnownGood> then) {
    desk.knownGood().onSuccess(then::accept).onFailure(f -> Problem.failed(request, f));
  }

  private void one(RoutingContext request) {
    withEntry(request, entry -> answer(request, 200, entry));
  }

  private void withEntry(RoutingContext request, Consumer<Entry> then) {
    withLedger(
        request,
        ledger -> {
          Entry entry = ledger.find(request.pathParam("id"));
          if (entry == null) {
            Problem.answer(request, 404, "No such entry", "There is no entry of this id.");
          } else {
            then.accept(entry);
          }
        });
  }

  /** An entry without an id of its own gets one. */
  private void add(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    String made = "kg-" + Etags.hash(body.encode() + clock.getAsLong()).substring(0, 12);
    String id = body.getString("id", made);
    withLedger(
        request,
        ledger -> {
          if (ledger.find(id) != null) {
            Problem.answer(request, 409, "Not possible", "There is an entry " + id + " already.");
          } else {
            put(request, body.put("id", id), 201);
          }
        });
  }

  private void change(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    withLedger(
        request,
        ledger -> {
          Entry old = ledger.find(request.pathParam("id"));
          if (Conditions.ifMatch(request, old == null ? null : etag(old))) {
            put(request, body.put("id", request.pathParam("id")), old == null ? 201 : 200);
          }
        });
  }

  /** Who enters it, and when, is not the body's to say; what is changed is to be reviewed again. */
  private void put(RoutingContext request, JsonObject body, int status) {
    Order.Act act = act(request);
    body.put("enteredBy", act.person()).put("enteredAt", Replies.time(act.atMillis()));
    for (String ours : new String[] {"reviewedBy", "reviewedAt", "etag", "state"}) {
      body.remove(ours);
    }
    if (body.getValue("validFrom") == null) {
      // The watch's time runs a second behind our clock: from now on means from a little before.
      body.put("validFrom", Replies.time(act.atMillis() - MINUTE_MILLIS));
    }
    Entry entry = read(request, body);
    if (entry != null) {
      submit(request, new Order.PutKnownGood(act, entry), entry.id(), status);
    }
  }

  private Entry read(RoutingContext request, JsonObject body) {
    try {
      return KnownGoodJson.read("the entry", JSON.readTree(body.encode()), desk.routes());
    } catch (GeoJsonException wrong) {
      JsonArray errors = new JsonArray();
      for (GeoJsonProblem problem : wrong.problems()) {
        errors.addAll(Problem.at(pointer(problem.member()), problem.reason()));
      }
      Problem.answer(
          request,
          422,
          Problem.of(request, 422, "Entry not accepted", "Nothing was changed.")
              .put("errors", errors));
    } catch (JsonProcessingException impossible) {
      request.fail(500, impossible);
    }
    return null;
  }

  private static String pointer(String member) {
    return member == null ? "" : "/" + member.replaceFirst("^entry\\.", "").replace('.', '/');
  }

  private void review(RoutingContext request) {
    JsonObject body = Bodies.object(request);
    if (body == null) {
      return;
    }
    withEntry(
        request,
        entry -> {
          Order.Act act = act(request);
          long until = until(body.getString("validUntil"), act.atMillis() + YEAR_MILLIS);
          submit(request, new Order.ReviewKnownGood(act, entry.id(), until), entry.id(), 200);
        });
  }

  /** The end of a local day, or a moment; what is neither is refused as over. */
  private static long until(String text, long byDefault) {
    if (text == null) {
      return byDefault;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(BELIZE).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException noTime) {
      return 0;
    }
  }

  private void end(RoutingContext request) {
    withEntry(
        request,
        entry ->
            submit(request, new Order.EndKnownGood(act(request), entry.id()), entry.id(), 200));
  }

  private void submit(RoutingContext request, Order order, String id, int status) {
    desk.submit(order)
        .onSuccess(done -> withLedger(request, ledger -> answer(request, status, ledger.find(id))))
        .onFailure(failure -> Problem.failed(request, failure));
  }

  private Order.Act act(RoutingContext request) {
    return new Order.Act(Officer.of(request).name(), clock.getAsLong());
  }

  private void answer(RoutingContext request, int status, Entry entry) {
    request.response().setStatusCode(status).putHeader("ETag", etag(entry));
    Replies.json(request, json(entry));
  }

  private JsonObject json(Entry entry) {
    long now = clock.getAsLong();
    String state = "in-force";
    if (now >= entry.when().untilMillis()) {
      state = "ended";
    } else if (now < entry.when().hours().validFromMillis()) {
      state = "not-yet";
    }
    return new JsonObject(KnownGoodJson.write(entry).toString())
        .put("state", state)
        .put("etag", etag(entry));
  }

  private static String etag(Entry entry) {
    return Etags.of(KnownGoodJson.write(entry).toString());
  }
}
