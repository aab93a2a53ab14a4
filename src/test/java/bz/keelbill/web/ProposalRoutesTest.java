package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.account.Role;
import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people at one server: what one proposes the other confirms, with a reason. */
class ProposalRoutesTest {
  private static final String PATH = "/api/proposals/";
  private static final String REASON = "{\"reason\":\" the season is open \"}";

  private static final Future<Void> GOOD = Future.succeededFuture();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Order> made = new CopyOnWriteArrayList<>();
  private final List<String> audit = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> tag = new AtomicReference<>("one");
  private final AtomicLong clock = new AtomicLong(1_000);
  private final AtomicReference<Future<Void>> disk = new AtomicReference<>(GOOD);
  private final List<JsonObject> kept = new CopyOnWriteArrayList<>();
  private final Proposals proposals =
      new Proposals(new Budget(5, false), order -> tag.get(), clock::get, this::keep, this::note);
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    // Anybody says who he is; accounts are no matter of this test.
    new ProposalRoutes(proposals, this::make, clock::get, ProposalRoutesTest::who).mount(router);
    router
        .delete("/fences/:id")
        .handler(
            request -> {
              if (!proposals.isHeld(request, removal(request))) {
                request.response().setStatusCode(204).end();
              }
            });
    server = wait(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() throws Exception {
    wait(vertx.close());
  }

  private Future<Void> note(String person, String what, String text) {
    audit.add(person + " " + what + " " + text);
    return Future.succeededFuture();
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Officer who(RoutingContext request) {
    return new Officer(request.request().getHeader("X-Person"), Role.OPERATOR, false, false);
  }

  private Order removal(RoutingContext request) {
    Order.Act act = new Order.Act(who(request).name(), clock.get());
    return new Order.RemoveFence(act, request.pathParam("id"));
  }

  private Future<Void> make(Order order) {
    made.add(order);
    return disk.get();
  }

  private Future<Void> keep(JsonObject all) {
    kept.add(all);
    return disk.get();
  }

  private HttpResponse<String> as(String person, String method, String path, String body)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("X-Person", person)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void tried(String fence, Burden burden) {
    Order order = new Order.RemoveFence(new Order.Act("whoever", 1), fence);
    proposals.tried(List.of(order), burden);
  }

  private String proposed(String fence) throws Exception {
    HttpResponse<String> held = as("Ana", "DELETE", "/fences/" + fence, "");
    assertEquals(409, held.statusCode(), held.body());
    JsonObject proposal = new JsonObject(held.body()).getJsonObject("proposal");
    assertEquals("Ana", proposal.getString("proposedBy"));
    assertEquals(
        PATH + proposal.getString("id"), held.headers().firstValue("Location").orElseThrow());
    return proposal.getString("id");
  }

  @Test
  void whatIsWithinTheBudgetNeedsNobodyElse() throws Exception {
    assertEquals(204, as("Ana", "DELETE", "/fences/never-tried", "").statusCode());
    tried("quiet", new Burden(15, 3, 0));
    assertEquals(204, as("Ana", "DELETE", "/fences/quiet", "").statusCode());
    tried("loud", new Burden(16, 3, 0));
    HttpResponse<String> held = as("Ana", "DELETE", "/fences/loud", "");
    assertEquals(
        Map.of("why", "over-budget", "rings", 16, "before", 3, "limit", 15),
        new JsonObject(held.body())
            .getJsonObject("proposal")
            .getJsonArray("reasons")
            .getJsonObject(0)
            .getMap());
  }

  @Test
  void onlyAnotherPersonConfirmsAndSaysWhy() throws Exception {
    tried("water", new Burden(0, 0, 2));
    String confirm = PATH + proposed("water") + "/confirm";
    HttpResponse<String> self = as("Ana", "POST", confirm, REASON);
    assertEquals(403, self.statusCode());
    assertTrue(self.body().contains("Ana proposed the change and cannot confirm it."));
    assertEquals(422, as("Luis", "POST", confirm, "{\"reason\":\" \"}").statusCode());
    assertEquals(422, as("Luis", "POST", confirm, "{}").statusCode());
    assertEquals(List.of(), made);

    clock.set(9_000);
    assertEquals(204, as("Luis", "POST", confirm, REASON).statusCode());
    Order.Act act =
        new Order.Act("Ana", 9_000, new Order.Confirmation("Luis", "the season is open"));
    assertEquals(List.of(new Order.RemoveFence(act, "water")), made);
    assertEquals(404, as("Luis", "POST", confirm, REASON).statusCode(), "it is made once");
  }

  @Test
  void whatWasChangedMeanwhileIsProposedAgain() throws Exception {
    tried("water", new Burden(0, 0, 1));
    String id = proposed("water");
    tag.set("two");
    assertEquals(412, as("Luis", "POST", PATH + id + "/confirm", REASON).statusCode());
    assertEquals(404, as("Luis", "GET", PATH + id, "").statusCode());
    assertEquals(List.of(), made);
  }

  @Test
  void aProposalIsWithdrawnOrEndsAfterADay() throws Exception {
    tried("water", new Burden(0, 0, 1));
    String first = proposed("water");
    assertEquals(200, as("Luis", "GET", PATH + first, "").statusCode());
    assertEquals(204, as("Luis", "DELETE", PATH + first, "").statusCode());
    assertEquals(
        List.of(
            "Ana change-proposed to remove fence water",
            "Luis change-withdrawn to remove fence water"),
        audit);
    String second = proposed("water");
    clock.addAndGet(25 * 3_600_000L);
    assertEquals(404, as("Luis", "POST", PATH + second + "/confirm", REASON).statusCode());
    assertEquals("{\"items\":[]}", as("Luis", "GET", "/api/proposals", "").body(), "nothing waits");
  }

  @Test
  void whatCannotBeWrittenIsNotHeldAndWhatCannotBeMadeWaitsOn() throws Exception {
    tried("water", new Burden(0, 0, 1));
    disk.set(Future.failedFuture(new WatchDesk.Refused("the disk is full")));
    HttpResponse<String> refused = as("Ana", "DELETE", "/fences/water", "");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("not recorded: the disk is full"), refused.body());
    assertEquals("{\"items\":[]}", as("Luis", "GET", "/api/proposals", "").body());

    disk.set(GOOD);
    String path = PATH + proposed("water");
    disk.set(Future.failedFuture(new WatchDesk.Refused("the disk is full")));
    assertEquals(409, as("Luis", "POST", path + "/confirm", REASON).statusCode());
    assertEquals(409, as("Luis", "DELETE", path, "").statusCode());
    disk.set(GOOD);
    assertEquals(200, as("Luis", "GET", path, "").statusCode(), "it waits on");
    assertEquals(204, as("Luis", "POST", path + "/confirm", REASON).statusCode());
  }

  @Test
  void whatWasKeptIsTakenUpWholeOrNotAtAll() throws Exception {
    tried("loud", new Burden(16, 3, 0));
    tried("water", new Burden(0, 0, 1));
    String id = proposed("water");
    JsonObject all = kept.get(kept.size() - 1);
    Proposals next =
        new Proposals(new Budget(5, false), order -> tag.get(), clock::get, this::keep, this::note);
    next.recall(new JsonObject(all.encode()));
    assertEquals(proposals.all(), next.all());
    assertEquals(id, next.all().get(0).id());
    Order again = new Order.RemoveFence(new Order.Act("Ana", 2_000), "loud");
    assertEquals(1, next.hold(again).reasons().size(), "what the trial has shown is known");

    Proposals none =
        new Proposals(new Budget(5, false), order -> tag.get(), clock::get, this::keep, this::note);
    JsonObject half = new JsonObject(all.encode().replace("\"order\":\"rem", "\"order\":\"ack"));
    assertThrows(IllegalArgumentException.class, () -> none.recall(half));
    assertEquals(List.of(), none.all());
  }

  @Test
  void noMoreAreHeldThanAnybodyReads() throws Exception {
    for (int i = 0; i <= 20; i++) {
      tried("f" + i, new Burden(0, 0, 1));
    }
    for (int i = 0; i < 20; i++) {
      proposed("f" + i);
    }
    HttpResponse<String> tooMany = as("Ana", "DELETE", "/fences/f20", "");
    assertEquals(409, tooMany.statusCode());
    assertTrue(tooMany.body().contains("20 changes wait"), tooMany.body());
  }
}
