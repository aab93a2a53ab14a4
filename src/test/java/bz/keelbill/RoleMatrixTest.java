package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.web.Contract;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract tried as every role and as nobody, through real sockets. */
class RoleMatrixTest {
  private static final List<String> ROLES =
      List.of("viewer", "watch", "operator", "analyst", "admin", "partner");

  @TempDir static Path folder;

  private static final Contract CONTRACT = Contract.read();
  private static LiveFloor floor;
  private static Person admin;
  private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();

  @BeforeAll
  static void open() throws Exception {
    floor = LiveFloor.open(folder, LiveFloor.AIS);
    admin = floor.setUp("Rosa Tun", Person.PASSWORD);
    for (String role : ROLES) {
      admin.adds("the " + role, role);
      PEOPLE.put(role, Person.signIn(floor, "the " + role, Person.PASSWORD));
    }
  }

  @AfterAll
  static void close() {
    floor.close();
  }

  private static String path(Contract.Operation operation) {
    return operation.path().replaceAll("\\{\\w+}", "none-of-this-id");
  }

  /** What ends or changes the session itself is tried with one of its own. */
  private static Person personFor(Contract.Operation operation, String role) {
    boolean own = operation.path().startsWith("/api/session") && !operation.method().equals("GET");
    return own ? Person.signIn(floor, "the " + role, Person.PASSWORD) : PEOPLE.get(role);
  }

  private static boolean isRefused(HttpResponse<String> answer) {
    return answer.statusCode() == 403 && answer.body().contains("Your role may not do this.");
  }

  @Test
  void everyRoleMayDoWhatTheContractSaysAndNothingElse() {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Contract.Operation operation : CONTRACT.operations()) {
      for (String role : ROLES) {
        HttpResponse<String> answer =
            personFor(operation, role).request(operation.method(), path(operation), "");
        boolean allowed = operation.roles().contains(role);
        int status = answer.statusCode();
        boolean asSaid = allowed ? !Set.of(401, 403, 423, 500).contains(status) : isRefused(answer);
        if (!asSaid) {
          wrong.add(operation + " as " + role + ": " + status + " " + answer.body());
        }
        cells++;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cells >= 400, "so many cells: " + cells);
  }

  @Test
  void nobodyMayDoAnythingButComeIn() {
    List<String> wrong = new ArrayList<>();
    for (Contract.Operation operation : CONTRACT.operations()) {
      int status = floor.request(operation.method(), path(operation), "").statusCode();
      if (operation.isOpen() == (status == 401)) {
        wrong.add(operation + ": " + status);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(401, floor.get("/api/of-no-route").statusCode());
    assertEquals(404, admin.get("/api/of-no-route").statusCode());
  }

  @Test
  void everyActWithoutThePagesMarkIsRefused() {
    for (Contract.Operation operation : CONTRACT.operations()) {
      if (!operation.method().equals("GET")) {
        String[] cookieAlone = {"Cookie", PEOPLE.get("operator").cookie()};
        assertEquals(
            403,
            floor.request(operation.method(), path(operation), "", cookieAlone).statusCode(),
            operation.toString());
      }
    }
  }

  @Test
  void theSocketTellsThePictureToWhoMaySeeIt() throws Exception {
    for (String role : ROLES) {
      Person person = PEOPLE.get(role);
      Map<String, String> headers = Map.of("Cookie", person.cookie(), "Origin", person.origin());
      try (Onlooker client = Onlooker.connect(floor, "/ws/watch", headers)) {
        if (role.equals("partner")) {
          Patience.until("4003", () -> client.closedWith() == 4003);
          assertEquals(List.of(), client.types());
        } else {
          client.say("{\"type\":\"hello\"}");
          assertEquals(role, client.await("welcome").getJsonObject("officer").getString("role"));
          client.await("snapEnd");
        }
      }
      try (Onlooker replay = Onlooker.connect(floor, "/ws/watch?replay=r-9", headers)) {
        int expected = Set.of("admin", "partner").contains(role) ? 4003 : 4004;
        Patience.until("the end", () -> replay.closedWith() != 0);
        assertEquals(expected, replay.closedWith(), role);
      }
    }
  }

  @Test
  void anotherOfficersReplayIsNotSteered() {
    JsonObject wish =
        new JsonObject()
            .put("from", java.time.Instant.now().minusSeconds(60).toString())
            .put("to", java.time.Instant.now().toString());
    HttpResponse<String> opened = PEOPLE.get("watch").post("/api/replays", wish);
    assertEquals(201, opened.statusCode(), opened.body());
    String path = "/api/replays/" + new JsonObject(opened.body()).getString("id");
    assertEquals(200, PEOPLE.get("viewer").get(path).statusCode());
    assertEquals(403, PEOPLE.get("viewer").request("DELETE", path, "").statusCode());
    assertEquals(403, PEOPLE.get("viewer").request("PATCH", path, "{\"speed\":2}").statusCode());
    assertEquals(204, PEOPLE.get("watch").request("DELETE", path, "").statusCode());
  }
}
