package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.PublishedList;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.rule.Priority;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.track.Domain;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Order.Act;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class OrderJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Act ACT = new Act("Ana \"Ñ\"", 1_795_403_525_123L);

  private static final String ON_A_LINE =
      """
      {"id": "taxi", "sort": "taxi-timetable", "kinds": ["go-fast"], "route": "r-1",
       "geometry": {"type": "LineString", "coordinates": [[-88.1, 17.5], [-88.0, 17.7]]},
       "halfWidthMetres": 900, "maxSpeedKnots": 35, "departures": ["07:00", "09:30"],
       "withinMinutes": 15, "activeFrom": "06:00", "activeTo": "18:30", "days": ["mon", "sat"],
       "seasonFrom": "11-15", "seasonTo": "02-28", "timezone": "America/Belize",
       "validFrom": "2026-11-01", "validUntil": "2027-10-31", "reason": "Taxi \\"Ñ\\"",
       "enteredBy": "Ana", "enteredAt": "2026-11-25T12:00:00Z", "reviewedBy": "Luis",
       "reviewedAt": "2026-11-26T12:00:00Z"}
      """;

  private static final String IN_AN_AREA =
      """
      {"id": "dive", "sort": "dive-boat", "mmsi": 312000123, "callsign": "V3AB", "name": "BLUE",
       "icao24": "0ab123", "geometry": {"type": "Polygon", "coordinates":
       [[[-88.1, 17.5], [-88.0, 17.5], [-88.0, 17.6], [-88.1, 17.5]]]},
       "validFrom": "2026-11-01", "validUntil": "2027-10-31", "reason": "Dive boat"}
      """;

  private static final List<Order> SAMPLES =
      List.of(
          new Order.PutFence(ACT, fence("port-honduras", 16.1234567890123, true)),
          new Order.PutFence(ACT, fence("always", 17, false)),
          new Order.RemoveFence(ACT, "port-honduras"),
          new Order.RemoveFence(
              new Act("Ana", 1_795_403_525_123L, new Order.Confirmation("Luis", "\"sí\"")),
              "port-honduras"),
          new Order.SetRules(ACT, Map.of("go-fast.warningScore", 2.8, "a", -0.1)),
          new Order.SetRules(
              ACT,
              Map.of(),
              Map.of("go-fast", "hour < 6", "rendezvous", ""),
              List.of(
                  new Order.SetRules.Area(
                      "port", Map.of("go-fast.warningScore", 3.0), Map.of("go-fast", "hour < 7")))),
          new Order.SetRules(ACT, Map.of(), Map.of(), List.of()),
          new Order.Acknowledge(ACT, "gf-8c1f0a52b3d4"),
          new Order.CloseAlert(ACT, "gf-8c1f0a52b3d4", Verdict.Ruling.TRUE, "panga \"Ñ\""),
          new Order.CloseAlert(ACT, "gf-8c1f0a52b3d4", Verdict.Ruling.NUISANCE, ""),
          new Order.Silence(ACT, "gf-1"),
          new Order.Assign(ACT, "gf-1", "Luis \"Ñ\" Chan"),
          new Order.Accept(ACT, "gf-1"),
          new Order.Shelve(ACT, "gf-1", 1_795_410_000_000L, "draga <b>"),
          new Order.Unshelve(ACT, "gf-1"),
          new Order.Escalate(ACT, "gf-1", Tending.Step.SECOND_CONSOLE),
          new Order.Escalate(ACT, "gf-1", Tending.Step.SOUND),
          new Order.Comment(ACT, "gf-1", "línea 1\n\u202E<script>"),
          new Order.ClearFlight(
              ACT,
              new PlanMessage.Flight("V3HHA", "MZBZ", 1_795_403_600_000L, "MZSP"),
              new PlanMessage.Details(20, 0x0AB001, "V3-HHA", "4321", "V", "C208", "DCT", "MZSP"),
              new PlanMessage.Clearance(
                  "Torre \"Ñ\"", "Ana", 1_795_410_000_000L, "icao:0ab001", "por teléfono")),
          new Order.ClearFlight(
              ACT,
              new PlanMessage.Flight(null, null, null, null),
              new PlanMessage.Details(null, null, null, null, null, null, null, null),
              new PlanMessage.Clearance(null, null, null, "icao:~2ab001", null)),
          new Order.FilePlans(
              ACT,
              List.of(
                  new Order.FilePlans.Piece(3, "231130 MZBZZTZX\n(CNL-V3HHA-MZBZ1430-MZSP-0)"),
                  new Order.FilePlans.Piece(9, "callsign;remark\nV3HHA;\"año; nuevo\""))),
          new Order.WithdrawPlan(ACT, "fp-0123456789ab"),
          new Order.ReportSightings(ACT, List.of(everythingSeen(), hardlyAnythingSeen())),
          new Order.WithdrawSighting(ACT, "sg-0123456789ab"),
          new Order.PutKnownGood(ACT, entry(ON_A_LINE)),
          new Order.PutKnownGood(ACT, entry(IN_AN_AREA)),
          new Order.ReviewKnownGood(ACT, "taxi", 1_795_410_000_000L),
          new Order.EndKnownGood(ACT, "taxi"),
          new Order.PutWatchList(ACT, listed()),
          new Order.RemoveWatchList(ACT, "coast-guard"));

  private static KnownGood.Entry entry(String json) {
    try {
      return KnownGoodJson.read("sample", JSON.readTree(json), List.of());
    } catch (IOException | GeoJsonException e) {
      throw new AssertionError(e);
    }
  }

  private static PublishedList listed() {
    WatchList.Entry everything =
        new WatchList.Entry(
            "15036",
            Domain.SEA,
            new WatchList.Marks(9_187_629, 572_469_210, null, "BZ \"77\"", "T2EU4"),
            "ARTAVIL",
            List.of("NIÑO", "B"),
            "IRAN",
            new WatchList.Urgency(Priority.WARNING, Priority.ALARM));
    WatchList.Entry hardlyAnything =
        new WatchList.Entry(null, null, 0x00AB01, null, null, null, "x", Priority.CAUTION);
    return new PublishedList(
        "ofac", "OFAC", LocalDate.parse("2026-11-20"), 0, List.of(everything, hardlyAnything));
  }

  private static Sighting everythingSeen() {
    return new Sighting(
        "sg-0123456789ab",
        new Sighting.When(1_795_403_500_123L, 1_795_403_525_000L, 7.5),
        new Sighting.Witness("Ana \"Ñ\" Pech", "BFD", "B2"),
        new Sighting.Where(new Position(16.5123456789, -87.9), 1.5, "Gladden Spit", 45, 2.25),
        new Sighting.Moves(315, 25, 60.5, "Monkey River"),
        new Sighting.Craft("panga", 2, 9.5, "azul", "\"Sea, Wolf\"", "2 x 75 hp", 3, "bales"),
        new Sighting.Notes("panga, 2 men <b>", "police only"));
  }

  private static Sighting hardlyAnythingSeen() {
    return new Sighting(
        "x",
        new Sighting.When(1_795_403_500_000L, 1_795_403_525_000L, 15),
        new Sighting.Witness(null, null, null),
        new Sighting.Where(new Position(17, -88), 0.5, null, Double.NaN, Double.NaN),
        new Sighting.Moves(Double.NaN, Double.NaN, Double.NaN, null),
        new Sighting.Craft(null, null, Double.NaN, null, null, null, null, null),
        new Sighting.Notes(null, null));
  }

  @Test
  void aPartnerIsNotToldWhoSawIt() {
    assertTrue(SightingJson.forOfficers(everythingSeen()).contains("Pech"));
    String told = SightingJson.forPartners(everythingSeen());
    assertFalse(told.contains("Pech") || told.contains("BFD"), told);
    assertTrue(told.contains("\"speed_kn\":\"25-60.5\""), told);
  }

  @Test
  void everyKindOfOrderComesBackAsItWas() throws IOException {
    Set<Class<?>> tried = new LinkedHashSet<>();
    for (Order order : SAMPLES) {
      assertEquals(order, OrderJson.read(JSON.readTree(written(order))));
      tried.add(order.getClass());
    }
    assertEquals(Set.of(Order.class.getPermittedSubclasses()), tried);
  }

  @Test
  void theSameRulesGiveTheSameBytes() throws IOException {
    Map<String, Double> oneWay = new LinkedHashMap<>();
    Map<String, Double> otherWay = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      oneWay.put("rule" + i, (double) i);
      otherWay.put("rule" + (49 - i), (double) (49 - i));
    }
    assertEquals(
        written(new Order.SetRules(ACT, oneWay)), written(new Order.SetRules(ACT, otherWay)));
  }

  @Test
  void refusesWhatIsNoOrder() {
    for (String text :
        List.of(
            "{}",
            "[]",
            "{\"order\":\"fly\",\"person\":\"a\",\"atMillis\":1}",
            "{\"order\":\"acknowledge\",\"person\":\"a\",\"atMillis\":1}",
            "{\"order\":\"acknowledge\",\"person\":null,\"atMillis\":1,\"alertId\":\"x\"}")) {
      assertThrows(IllegalArgumentException.class, () -> OrderJson.read(JSON.readTree(text)), text);
    }
  }

  @Test
  void everyStarterFenceComesBackAsItWas() throws IOException {
    List<Fence> starters = FenceGeoJson.starter();
    assertFalse(starters.isEmpty());
    for (Fence fence : starters) {
      Order order = new Order.PutFence(ACT, fence);
      Order read = OrderJson.read(JSON.readTree(written(order)));
      assertEquals(order, read);
      assertEquals(written(order), written(read));
    }
  }

  private static Fence fence(String id, double south, boolean everything) {
    Area area =
        Area.of(
            new GeometryFactory()
                .createPolygon(
                    new Coordinate[] {
                      new Coordinate(-88.7, south),
                      new Coordinate(-88.5, south),
                      new Coordinate(-88.55, south + 0.1),
                      new Coordinate(-88.7, south)
                    }));
    return new Fence(
        id,
        new Fence.Label("Año \"Nuevo\"", Fence.RESTRICTED, everything ? "closed season" : null),
        area,
        new Fence.Scope(Fence.AppliesTo.VESSEL, Priority.ALARM),
        everything ? new Fence.Band(-100, 1_500.5) : Fence.Band.ALL,
        everything
            ? new Fence.Hours(
                LocalTime.of(22, 0),
                LocalTime.of(5, 30),
                ZoneId.of("America/Belize"),
                1_795_403_525_123L,
                1_795_403_525_124L)
            : new Fence.Hours(
                null, null, ZoneId.of("America/Belize"), Long.MIN_VALUE, Long.MAX_VALUE),
        everything ? new Fence.Limits(90, 0.5, 35.25) : Fence.Limits.NONE);
  }

  private static String written(Order order) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      OrderJson.write(order, json);
    }
    return text.toString();
  }
}
