package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.account.AccountBook;
import bz.keelbill.account.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, the table of who may do what, and the routes are about the same things. */
class ContractTest {
  private static final Pattern REFERENCE = Pattern.compile("\\$ref=#(/[\\w/]+)");

  @TempDir Path folder;

  private final Contract contract = Contract.read();

  private static Set<String> texts(Stream<String> all) {
    return all.collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRouteIsInTheContractAndEveryOperationIsARoute() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Door door =
          new Door(
              AccountBook.open(folder.resolve("accounts.json")),
              Doorway.ofLoopback(),
              new Door.Patience(1, 1),
              () -> 0);
      WebVerticle.Behind behind =
          new WebVerticle.Behind(null, null, null, null, null, null, null, door, null);
      Set<String> routes = routes(WebVerticle.router(vertx, behind, () -> 0));
      assertTrue(routes.size() > 60, routes.toString());
      assertEquals(texts(contract.operations().stream().map(Object::toString)), routes);
    } finally {
      vertx.close();
    }
  }

  private static Set<String> routes(Router router) {
    Set<String> routes = new TreeSet<>();
    for (Route route : router.getRoutes()) {
      String path = path(route);
      if (path != null && route.methods() != null) {
        for (HttpMethod method : route.methods()) {
          routes.add(method + " " + path);
        }
      }
    }
    return routes;
  }

  /** As the contract writes it; null for what is no part of the interface. */
  private static String path(Route route) {
    String path = route.isRegexPath() ? route.getName() : route.getPath();
    if (path == null
        || !(path.startsWith("/api/") || path.startsWith("/ogc") || path.equals("/metrics"))) {
      return null;
    }
    return path.replaceAll("\\(\\?<(\\w+)>[^)]+\\)", "{$1}")
        .replaceAll(":alert\\b", "{id}")
        .replaceAll(":(\\w+)", "{$1}");
  }

  @Test
  void theTableSaysOfEachOperationWhatTheContractSays() {
    Map<String, Access.Row> rows =
        Access.ROWS.stream()
            .collect(Collectors.toMap(row -> row.method() + " " + row.path(), row -> row));
    assertEquals(
        texts(contract.operations().stream().map(Object::toString)), new TreeSet<>(rows.keySet()));
    for (Contract.Operation operation : contract.operations()) {
      Set<String> allowed =
          texts(
              Stream.of(Role.values())
                  .filter(role -> rows.get(operation.toString()).deed().isFor(role))
                  .map(Role::word));
      assertEquals(allowed, operation.roles(), operation.toString());
    }
  }

  @Test
  void noRowHidesBehindAnother() {
    for (Access.Row row : Access.ROWS) {
      String path = row.path().replaceAll("\\{\\w+}", "x");
      assertEquals(row.deed(), Access.deed(row.method(), path), row.toString());
    }
    assertEquals(null, Access.deed(HttpMethod.GET, "/api/nothing"));
    assertEquals(null, Access.deed(HttpMethod.GET, "/api/alerts/"));
    assertEquals(null, Access.deed(HttpMethod.DELETE, "/api/alerts/x"));
  }

  @Test
  void theDocumentIsWholeInItself() {
    assertEquals("3.1.0", contract.document().get("openapi"));
    Set<Object> ids = new HashSet<>();
    for (Contract.Operation operation : contract.operations()) {
      assertTrue(ids.add(operation.json().get("operationId")), operation.toString());
      assertFalse(operation.json().get("summary").toString().isBlank());
      Set<String> named = parameters(operation);
      Matcher place = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
      while (place.find()) {
        assertTrue(named.contains(place.group(1)), operation.toString());
      }
    }
    Matcher references = REFERENCE.matcher(contract.document().toString());
    int count = 0;
    while (references.find()) {
      assertTrue(find(references.group(1)) != null, references.group(1));
      count++;
    }
    assertTrue(count > 300);
  }

  private Set<String> parameters(Contract.Operation operation) {
    Set<String> names = new HashSet<>();
    Object listed = operation.json().get("parameters");
    for (Object each : listed == null ? List.of() : (List<?>) listed) {
      Object reference = ((Map<?, ?>) each).get("$ref");
      Map<?, ?> parameter =
          reference == null
              ? (Map<?, ?>) each
              : (Map<?, ?>) find(reference.toString().substring(1));
      names.add(parameter.get("name").toString());
    }
    return names;
  }

  private Object find(String pointer) {
    Object at = contract.document();
    for (String part : pointer.substring(1).split("/")) {
      at = at == null ? null : ((Map<?, ?>) at).get(part);
    }
    return at;
  }

  @Test
  void theCheckerFindsWhatDoesNotFit() {
    Contract.Operation operation = contract.operation("GET", "/api/audit");
    Map<String, Object> entry = new java.util.HashMap<>();
    entry.put("said", List.of());
    entry.putAll(Map.of("seq", 1, "at", "2026-11-26T00:00:00Z", "actor", "x", "act", "y"));
    List<String> wrong = new ArrayList<>();
    wrong.addAll(faults(operation, entry));
    entry.put("detail", 7);
    wrong.addAll(faults(operation, entry));
    entry.put("detail", "");
    assertEquals(List.of(), faults(operation, entry));
    entry.put("at", "yesterday");
    wrong.addAll(faults(operation, entry));
    entry.put("at", "2026-11-26T00:00:00Z");
    entry.put("more", true);
    wrong.addAll(faults(operation, entry));
    assertEquals(4, wrong.size(), wrong.toString());
    assertEquals(1, contract.faults(operation, 302, null, null).size());
  }

  private List<String> faults(Contract.Operation operation, Map<String, Object> entry) {
    return contract.faults(operation, 200, "application/json", Map.of("items", List.of(entry)));
  }
}
