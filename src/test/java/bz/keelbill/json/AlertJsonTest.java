package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.Finding;
import bz.keelbill.geo.Position;
import bz.keelbill.record.Samples;
import bz.keelbill.rule.Priority;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void writesEveryMemberInTheOrderOfTheDesign() {
    assertEquals(
        "{\"id\":\"gf-8c1f\",\"kind\":\"go-fast\",\"priority\":\"alarm\","
            + "\"state\":\"active-unacknowledged\",\"time\":\"2026-11-21T03:12:05Z\","
            + "\"onset\":\"2026-11-21T03:08:40Z\",\"position\":{\"lat\":17.0123,\"lon\":-87.9123},"
            + "\"tracks\":[\"radar:radar-calabash/49@1795230510\"],\"fence\":\"territorial-sea\","
            + "\"case\":\"c-51aa\",\"ruleVersion\":3,\"headline\":\"Unknown boat, 41 kn\","
            + "\"reasons\":[{\"term\":\"speed\",\"value\":41.2,\"unit\":\"kn\",\"limit\":35,"
            + "\"weight\":1.5},{\"term\":\"night\",\"weight\":0.5}],\"minutesToAct\":23,"
            + "\"normal\":\"faster than most\",\"coverage\":\"well heard\","
            + "\"wouldClear\":\"departure from a known landing\",\"unknown\":[\"identity\"],"
            + "\"message\":{\"key\":\"alert.go-fast.sea-origin\",\"values\":{\"speedKnots\":41}},"
            + "\"evidence\":[{\"line\":\"radar-calabash#88213\",\"time\":\"2026-11-21T03:12:03Z\","
            + "\"lat\":17.012,\"lon\":-87.9}],\"linked\":[],\"revision\":1}",
        AlertJson.line(known(null)));
  }

  @Test
  void leavesOutWhatIsNotKnownButKeepsTheRequiredMembers() {
    assertEquals(
        "{\"id\":\"fs-1\",\"kind\":\"feed-silent\",\"priority\":\"warning\",\"state\":\"closed\","
            + "\"time\":\"1970-01-01T00:00:00Z\",\"onset\":\"1969-12-31T23:59:59Z\","
            + "\"position\":null,\"tracks\":[],\"fence\":null,\"case\":\"c-1\",\"ruleVersion\":1,"
            + "\"headline\":\"Deaf\",\"reasons\":[],"
            + "\"message\":{\"key\":\"alert.feed-silent\",\"values\":{}},"
            + "\"linked\":[\"gf-1\"],\"revision\":2}",
        AlertJson.line(bare()));
  }

  @Test
  void addsTheOfficersPartForClients() throws IOException {
    JsonNode unseen = JSON.readTree(AlertJson.forClients(known(null)));
    assertTrue(unseen.has("acknowledgedBy") && unseen.get("acknowledgedBy").isNull());
    assertTrue(unseen.has("acknowledgedAt") && unseen.get("acknowledgedAt").isNull());
    JsonNode seen = JSON.readTree(AlertJson.forClients(known("Ana")));
    assertEquals("Ana", seen.get("acknowledgedBy").asText());
    assertEquals("2026-11-21T03:13:00Z", seen.get("acknowledgedAt").asText());
  }

  @Test
  void writesNumbersWithoutTheNoiseOfBinaryFractions() {
    Alert alert = known(null);
    String line = AlertJson.line(moved(alert, new Position(0.1 + 0.2, -1e-9)));
    assertTrue(line.contains("{\"lat\":0.3,\"lon\":0}"), line);
    assertFalse(AlertJson.line(moved(alert, new Position(90, 180))).contains("90.0"));
  }

  @Test
  void everyAlertIsOneLineOfValidJson() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      Alert alert = Samples.alert("gf-1", Alert.State.CLOSED, new Random(seed));
      String line = AlertJson.line(alert);
      assertEquals(-1, line.indexOf('\n'), "seed " + seed);
      JsonNode read = JSON.readTree(line);
      assertEquals(alert.finding().words().headline(), read.get("headline").asText());
      assertFalse(line.contains("NaN") || line.contains("Infinity"), "seed " + seed);
    }
  }

  @Test
  void theJournalReadsBackAnEqualAlert() throws IOException {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      Alert.State state = Alert.State.values()[random.nextInt(4)];
      Alert alert = Samples.alert("gf-" + seed, state, random);
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
        AlertJournal.write(alert, json);
      }
      assertEquals(alert, AlertJournal.read(JSON.readTree(text.toString())), "seed " + seed);
    }
  }

  private static Alert known(String person) {
    long at = 1_795_230_725_999L;
    Finding finding =
        new Finding(
            "go-fast",
            Priority.WARNING,
            new Finding.Subject(
                "radar:radar-calabash/49@1795230510",
                List.of("radar:radar-calabash/49@1795230510"),
                "territorial-sea"),
            new Finding.Moment(at - 205_000, at, new Position(17.0123, -87.9123)),
            new Finding.Words(
                "Unknown boat, 41 kn",
                "alert.go-fast.sea-origin",
                Map.of("speedKnots", 41L),
                "departure from a known landing",
                List.of("identity")),
            List.of(
                new Finding.Term("speed", 41.2, "kn", 35, 1.5), Finding.Term.fact("night", 0.5)),
            new Finding.Outlook(23, "faster than most", "well heard"),
            List.of(
                new Finding.Evidence(
                    "radar-calabash#88213", at - 2_000, new Position(17.012, -87.9))));
    Alert.History history =
        new Alert.History(1, at, at, person, person == null ? 0 : 1_795_230_780_000L);
    return new Alert(
        "gf-8c1f",
        "c-51aa",
        Priority.ALARM,
        Alert.State.ACTIVE_UNACKNOWLEDGED,
        finding,
        3,
        history,
        List.of());
  }

  private static Alert moved(Alert alert, Position position) {
    Finding old = alert.finding();
    Finding finding =
        new Finding(
            old.kind(),
            old.priority(),
            old.subject(),
            new Finding.Moment(0, 0, position),
            old.words(),
            old.terms(),
            old.outlook(),
            old.evidence());
    return new Alert(
        alert.id(),
        alert.caseId(),
        alert.priority(),
        alert.state(),
        finding,
        alert.ruleVersion(),
        alert.history(),
        alert.linked());
  }

  private static Alert bare() {
    Finding finding =
        new Finding(
            "feed-silent",
            Priority.WARNING,
            new Finding.Subject("station:x", List.of(), null),
            new Finding.Moment(-1, 0, null),
            new Finding.Words("Deaf", "alert.feed-silent", Map.of(), null, List.of()),
            List.of(),
            Finding.Outlook.NONE,
            List.of());
    return new Alert(
        "fs-1",
        "c-1",
        Priority.WARNING,
        Alert.State.CLOSED,
        finding,
        1,
        new Alert.History(2, 0, 0, null, 0),
        List.of("gf-1"));
  }
}
