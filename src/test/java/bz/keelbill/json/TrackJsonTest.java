package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisDecoder;
import bz.keelbill.ais.AisEncoder;
import bz.keelbill.ais.AisReader;
import bz.keelbill.cot.CotDecoder;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.track.Associator;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import bz.keelbill.vms.VmsDecoder;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is told of who a station is, from its sentences on. */
class TrackJsonTest {
  private static final int SHIP = 312_000_001;
  private static final int TENDER = 983_120_001;

  private Track heard;
  private final Associator associator = new Associator(new Unmoved());

  @ParameterizedTest
  @CsvSource({
    "312000001, other, ship, BZ",
    "3120001, base, coast-station, BZ",
    "31200001, group, group, BZ",
    "111312001, sar-aircraft, sar-aircraft, BZ",
    "970312001, beacon, sart,",
    "972312001, beacon, man-overboard,",
    "974312001, beacon, epirb,",
    "983120001, auxiliary, auxiliary-craft, BZ",
    "993121001, aid, aid-to-navigation, BZ",
    "993126001, aid, virtual-aid, BZ",
    "831200001, handheld, handheld, BZ",
    "1193046, other, irregular,",
    "0, other, irregular,",
    "1073741823, other, irregular,",
    "299000001, other, ship,"
  })
  void aNumberTellsItsClassAndCountry(int mmsi, String kind, String type, String country)
      throws IOException {
    JsonNode row = row(position(mmsi));
    assertEquals(kind, row.get("kind").asText());
    assertEquals(type, row.get("mmsiClass").asText());
    assertEquals(country, row.path("country").asText(null));
    assertEquals(mmsi, row.get("mmsi").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 312000001, base", "4, 1193046, base",
    "9, 312000001, sar-aircraft", "9, 12345, sar-aircraft",
    "21, 312000001, aid", "21, 3120001, aid",
    "9, 970312001, beacon", "21, 974312001, beacon"
  })
  void whatAStationSendsDecidesOverItsNumber(int type, int mmsi, String kind) throws IOException {
    assertEquals(kind, row(ofType(type, mmsi)).get("kind").asText());
  }

  @Test
  void aShipsTypeDecidesAndAnOddNumberIsNoAlarm() throws IOException {
    JsonNode row = row(position(1_193_046), staticData(1_193_046, 0).put(232, 8, 70));
    assertEquals("cargo", row.get("kind").asText());
    assertEquals("irregular", row.get("mmsiClass").asText());
  }

  @Test
  void staticDataOfTwoHalvesMakesNoClassB() throws IOException {
    JsonNode row =
        row(position(SHIP), AisEncoder.message(24, SHIP, 160).text(40, 20, "BOTH CLASSES"));
    assertEquals("AIS_CLASS_A", row.get("source").asText());
    assertEquals("BOTH CLASSES", row.get("name").asText());
  }

  @Test
  void aTenderNamesItsParentAndNoSize() throws IOException {
    AisEncoder rest = AisEncoder.message(24, TENDER, 168).put(38, 2, 1).put(132, 30, SHIP);
    AisEncoder name = AisEncoder.message(24, TENDER, 160).text(40, 20, "LITTLE ONE");
    for (JsonNode row : new JsonNode[] {row(position(TENDER), rest, name), row(rest)}) {
      assertEquals(SHIP, row.get("parentMmsi").asInt());
      assertFalse(row.has("lengthMetres"));
    }
  }

  @Test
  void aWrongCheckDigitIsKeptAndMarked() throws IOException {
    JsonNode wrong = row(position(SHIP), staticData(SHIP, 9_074_728));
    assertEquals(9_074_728, wrong.get("imo").asInt());
    assertFalse(wrong.get("imoValid").asBoolean(true));
    JsonNode right = row(staticData(SHIP, 9_074_729));
    assertEquals(9_074_729, right.get("imo").asInt());
    assertFalse(right.has("imoValid"));
  }

  @Test
  void anAidSaysWhetherItIsThereAndInItsPlace() throws IOException {
    AisEncoder aid = ofType(21, 993_121_001).put(38, 5, 14).put(253, 6, 30).put(259, 1, 1);
    JsonNode drifting = row(aid);
    assertTrue(drifting.get("offPosition").asBoolean());
    assertFalse(drifting.get("virtualAid").asBoolean(true));
    assertEquals(14, drifting.get("aidType").asInt());
    JsonNode back = row(aid.put(259, 1, 0));
    assertFalse(back.get("offPosition").asBoolean(true));
    JsonNode unsure = row(aid.put(253, 6, 60).put(259, 1, 1).put(269, 1, 1));
    assertFalse(unsure.has("offPosition"));
    assertTrue(unsure.get("virtualAid").asBoolean());
  }

  @Test
  void aShipOfATrackingBoxIsAFishingVesselWithItsMarksAndFlag() throws IOException {
    String record =
        "//SR//TM/POS//RC/V3AA//NA/SEA STAR//XR/BZ-1//FS/BLZ//DA/20261121//TI/0300"
            + "//LT/+17.400//LG/-087.600//SP/125//CO/187//ER//";
    JsonNode row = row(new VmsDecoder("fisheries", true), record);
    assertEquals("vms:V3AA", row.get("id").asText());
    assertEquals("fishing", row.get("kind").asText());
    assertEquals("VMS", row.get("source").asText());
    assertEquals("SEA STAR", row.get("name").asText());
    assertEquals("V3AA", row.get("callsign").asText());
    assertEquals("BZ-1", row.get("registration").asText());
    assertEquals("BZ", row.get("country").asText());
    assertFalse(row.has("mmsi") || row.has("mmsiClass") || row.has("shipType"));
    String unknown = record.replace("FS/BLZ", "FS/QQQ").replace("V3AA", "V3AB");
    assertFalse(row(new VmsDecoder("fisheries", true), unknown).has("country"));
  }

  @Test
  void aPatrolsDeviceIsNoRadarContact() throws IOException {
    String event =
        "<event uid='BZ-1' type='a-f-%s' time='2026-11-21T03:00:00Z' stale='2026-11-21T03:05:00Z'>"
            + "<point lat='17.4' lon='-87.6' hae='300' ce='9'/>"
            + "<detail><contact callsign='TROPIC 1'/></detail></event>";
    JsonNode boat = row(new CotDecoder("tak", true, true), event.formatted("S-X-L"));
    assertEquals("cot:BZ-1", boat.get("id").asText());
    assertEquals("other", boat.get("kind").asText());
    assertEquals("COT", boat.get("source").asText());
    assertEquals("TROPIC 1", boat.get("name").asText());
    assertEquals("sea", boat.get("domain").asText());
    JsonNode plane = row(new CotDecoder("tak", true, true), event.formatted("A-C-H"));
    assertEquals("aircraft", plane.get("kind").asText());
    assertEquals("TROPIC 1", plane.get("name").asText());
    assertEquals("air", plane.get("domain").asText());
  }

  @Test
  void aShipIsNoAid() throws IOException {
    JsonNode row = row(position(SHIP), staticData(SHIP, 9_074_729));
    for (String name : new String[] {"virtualAid", "offPosition", "aidType", "parentMmsi"}) {
      assertFalse(row.has(name), name);
    }
  }

  private static AisEncoder position(int mmsi) {
    return AisEncoder.position(mmsi, 17.5, -88, 60);
  }

  private static AisEncoder staticData(int mmsi, int imo) {
    return AisEncoder.message(5, mmsi, 424).put(40, 30, imo);
  }

  /** A message with a position in the place where the type has it. */
  private static AisEncoder ofType(int type, int mmsi) {
    int at = type == 4 ? 79 : type == 9 ? 61 : 164;
    AisEncoder message = AisEncoder.message(type, mmsi, type == 21 ? 272 : 168);
    return message.put(at, 28, -88 * 600_000).put(at + 28, 27, 17 * 600_000);
  }

  /** The row of the track that the messages are about. */
  private JsonNode row(AisEncoder... messages) throws IOException {
    String[] sentences = new String[messages.length];
    for (int i = 0; i < messages.length; i++) {
      sentences[i] = messages[i].sentence();
    }
    return row(new AisDecoder("mast", AisReader.Timing.LIVE), sentences);
  }

  private JsonNode row(Decoder decoder, String... lines) throws IOException {
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      decoder.decode(new Line("feed", 1, 1_795_230_000_000L, bytes), new Applied());
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      TrackJson.writeMembers(state(heard), false, out);
      out.writeEndObject();
    }
    return new ObjectMapper().readTree(text.toString());
  }

  private static TrackState state(Track track) {
    TrackState.Source source =
        track.latest() == null
            ? null
            : new TrackState.Source(
                track.latest().state().source(), track.latest().origin().station());
    return new TrackState(
        track.serial(),
        track.name(),
        track.contactNames(),
        track.domain(),
        track.identity(),
        new TrackState.Place(
            track.position(),
            track.heardAtMillis(),
            track.speedKnots(),
            track.courseDegrees(),
            track.headingDegrees(),
            track.altitudeFeet(),
            false,
            source),
        new TrackState.Standing(Freshness.LIVE, false, false, null, null));
  }

  private final class Applied implements Decoder.Output {
    @Override
    public void report(Report report) {
      Track changed = associator.apply(report);
      heard = changed == null ? heard : changed;
    }

    @Override
    public void reject(Reject reject) {
      throw new AssertionError(reject);
    }
  }

  private static final class Unmoved implements Associator.Listener {
    @Override
    public void born(Track track) {}

    @Override
    public void merged(Track gone, Track kept) {}

    @Override
    public void forgotten(Track track) {}
  }
}
