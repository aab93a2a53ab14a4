package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisReader;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.LineFraming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** AISHub's documents, whole and in pieces, made by hand after its description. */
class AisHubDecoderTest extends DecoderContract {
  private static final String HUMAN_VESSEL =
      "{\"MMSI\":312000123,\"TIME\":\"2026-11-25 10:00:43 GMT\",\"LONGITUDE\":-88.1234,"
          + "\"LATITUDE\":17.5,\"COG\":90.5,\"SOG\":12.3,\"HEADING\":91,\"ROT\":0,\"NAVSTAT\":5,"
          + "\"IMO\":9123456,\"NAME\":\"CARIBE STAR\",\"CALLSIGN\":\"V3AB2\",\"TYPE\":70,\"A\":100,"
          + "\"B\":20,\"C\":8,\"D\":9,\"DRAUGHT\":7.5,\"DEST\":\"BELIZE CITY\","
          + "\"ETA\":\"11-26 07:30\"}";

  /** The same in the units of the air: 7.5 m are 75, the arrival is packed as in message 5. */
  private static final String RAW_VESSEL =
      "{\"MMSI\":\"312000123\",\"TIME\":\"1795600843\",\"LONGITUDE\":\"-52874040\","
          + "\"LATITUDE\":\"10500000\",\"COG\":\"905\",\"SOG\":\"123\",\"HEADING\":\"91\","
          + "\"ROT\":\"0\",\"NAVSTAT\":\"5\",\"IMO\":\"9123456\",\"NAME\":\"CARIBE STAR\","
          + "\"CALLSIGN\":\"V3AB2\",\"TYPE\":\"70\",\"A\":\"100\",\"B\":\"20\",\"C\":\"8\","
          + "\"D\":\"9\",\"DRAUGHT\":\"75\",\"DEST\":\"BELIZE CITY\",\"ETA\":\""
          + ((11 << 16) + (26 << 11) + (7 << 6) + 30)
          + "\"}";

  private static final String COLUMNS =
      "MMSI,TSTAMP,LATITUDE,LONGITUDE,COG,SOG,HEADING,NAVSTAT,IMO,NAME,CALLSIGN,TYPE,A,B,C,D,"
          + "DRAUGHT,DEST,ETA";

  private static final String HUMAN_ROW =
      "312000123,2026-11-25 10:00:43 GMT,17.5,-88.1234,90.5,12.3,91,5,9123456,CARIBE STAR,V3AB2,"
          + "70,100,20,8,9,7.5,\"BELIZE CITY\",11-26 07:30";

  private static final String FIX =
      "fix 312000123 AIS_CLASS_A 17.5 -88.1234 sog 12.3 cog 90.5 heading 91.0 status 5 sigma 15.0"
          + " at 2026-11-25T10:00:43Z clock 2026-11-25T10:00:43Z";

  private static final String IDENTITY =
      "identity 312000123 name CARIBE STAR callsign V3AB2 imo 9123456 type 70 hull 100 20 8 9"
          + " voyage BELIZE CITY 7.5 11-26 7:30";

  private static final List<String> BOTH = List.of(FIX, IDENTITY);

  private record Row(String name, String document, List<String> said) {}

  @Override
  protected Decoder newDecoder() {
    return new AisHubDecoder("hub", AisReader.Timing.LIVE);
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(
            HUMAN_VESSEL,
            RAW_VESSEL,
            "[{\"FORMAT\":\"AIS\"},[" + RAW_VESSEL + "]]",
            COLUMNS + "\n" + HUMAN_ROW)
        .map(AisHubDecoderTest::bytes)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String format, String... vessels) {
    String header = "{\"ERROR\":false,\"USERNAME\":\"AH_NOT_REAL\"," + format + "\"RECORDS\":1}";
    return "[" + header + ",[" + String.join(",", vessels) + "]]";
  }

  private static String vessel(String members) {
    return "{\"MMSI\":1,\"TIME\":\"2026-11-25 10:00:00 GMT\"" + members + "}";
  }

  private static String fix(String rest) {
    return "fix 1 AIS_CLASS_B " + rest;
  }

  private static final String AT = " at 2026-11-25T10:00:00Z clock 2026-11-25T10:00:00Z";
  private static final String UNKNOWN =
      "nowhere sog NaN cog NaN heading NaN status null sigma 15.0" + AT;
  private static final String NOBODY =
      "identity 1 name null callsign null imo null type null hull none voyage  NaN null-null"
          + " null:null";

  private static List<Row> rows() {
    String human = "\"FORMAT\":\"HUMAN\",";
    String raw = "\"FORMAT\":\"AIS\",";
    return List.of(
        new Row("units for people", json(human, HUMAN_VESSEL), BOTH),
        new Row("units of the air", json(raw, RAW_VESSEL), BOTH),
        new Row("units for people, told by the decimals", json("", HUMAN_VESSEL), BOTH),
        new Row("units of the air, told by the size", json("", RAW_VESSEL), BOTH),
        new Row("CSV", COLUMNS + "\r\n" + HUMAN_ROW + "\r\n", BOTH),
        new Row("CSV without a last line end", COLUMNS + "\n" + HUMAN_ROW, BOTH),
        new Row(
            "the header goes before the size",
            json(human, vessel(",\"LONGITUDE\":-52874040,\"LATITUDE\":10500000,\"SOG\":50")),
            List.of(
                fix("nowhere sog 50.0 cog NaN heading NaN status null sigma 15.0" + AT), NOBODY)),
        new Row(
            "sentinels for people",
            json(
                "",
                vessel(
                    ",\"LONGITUDE\":181,\"LATITUDE\":91,\"COG\":360,\"SOG\":102.4,\"HEADING\":511")),
            List.of(fix(UNKNOWN), NOBODY)),
        new Row(
            "102.3 knots are none",
            json(human, vessel(",\"SOG\":102.3")),
            List.of(fix(UNKNOWN), NOBODY)),
        new Row(
            "sentinels of the air",
            json(
                raw,
                vessel(
                    ",\"LONGITUDE\":108600000,\"LATITUDE\":54600000,\"COG\":3600,\"SOG\":1023,"
                        + "\"HEADING\":511,\"IMO\":0,\"DRAUGHT\":0,\"ETA\":1596")),
            List.of(fix(UNKNOWN), NOBODY)),
        new Row(
            "near 0, 0 a vessel of the air is told by its Unix time, all fields alike",
            json(
                "",
                "{\"MMSI\":1,\"TIME\":1795600800,\"LONGITUDE\":120,\"LATITUDE\":60,\"SOG\":50}"),
            List.of(
                fix("1.0E-4 2.0E-4 sog 5.0 cog NaN heading NaN status null sigma 15.0" + AT),
                NOBODY)),
        new Row(
            "too many requests",
            "[{\"ERROR\":true,\"USERNAME\":\"AH_NOT_REAL\",\"FORMAT\":\"HUMAN\","
                + "\"ERROR_MESSAGE\":\"Too frequent requests!\"}]",
            List.of("sender-error")),
        new Row("too many requests, plain", "Too frequent requests!", List.of("sender-error")),
        new Row("nobody is there", json(human), List.of()),
        new Row("an empty document", "", List.of()),
        new Row("a page of a proxy", "<html>\n<p>", List.of("malformed", "malformed")),
        new Row(
            "a vessel that was last heard of days ago",
            json(human, vessel("").replace("2026-11-25", "2026-11-20")),
            List.of("not-used")),
        new Row("a vessel without a number", json(human, "{\"MMSI\":\"x\"}"), List.of("malformed")),
        new Row(
            "broken in the middle",
            json(human, "{\"MMSI\":1,:}", "null", HUMAN_VESSEL),
            List.of("malformed", "malformed", FIX, IDENTITY)),
        new Row(
            "cut off in a vessel",
            "[{\"FORMAT\":\"HUMAN\"},[" + HUMAN_VESSEL + "," + HUMAN_VESSEL.substring(0, 90),
            List.of(FIX, IDENTITY, "malformed")),
        new Row(
            "cut off between vessels",
            "[{\"ERROR\":false,\"FORMAT\":\"HUMAN\"},[" + HUMAN_VESSEL,
            List.of(FIX, IDENTITY, "malformed")),
        new Row(
            "a vessel that never ends",
            json(human, "{\"MMSI\":1,\"NAME\":\"" + "x".repeat(5000) + "\"}", HUMAN_VESSEL),
            List.of("too-long", FIX, IDENTITY)),
        new Row("a row too short", COLUMNS + "\n312000123,17.5\n", List.of("short")),
        new Row(
            "two documents one after the other",
            json(human, HUMAN_VESSEL)
                + "\n"
                + json(raw, RAW_VESSEL)
                + "\n"
                + COLUMNS
                + "\n"
                + HUMAN_ROW,
            List.of(FIX, IDENTITY, FIX, IDENTITY, FIX, IDENTITY)));
  }

  @TestFactory
  Stream<DynamicTest> decodesEveryDocument() {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.name, () -> check(row)));
  }

  private void check(Row row) {
    byte[] bytes = bytes(row.document);
    assertEquals(row.said, said(bytes, bytes.length));
  }

  private List<String> said(byte[] document, int chunk) {
    Spoken spoken = new Spoken();
    Decoder decoder = newDecoder();
    for (Piece piece : pieces(document, () -> chunk)) {
      if (piece.bytes == null) {
        spoken.words.add("too-long");
      } else {
        spoken.words.addAll(Spoken.of(decoder, piece.bytes));
      }
    }
    return spoken.words;
  }

  /** Null bytes for a piece that was too long. */
  private record Piece(long number, byte[] bytes) {
    String text() {
      return number + (bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static List<Piece> pieces(byte[] document, java.util.function.IntSupplier chunk) {
    List<Piece> pieces = new ArrayList<>();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] bytes) {
            pieces.add(new Piece(number, bytes));
          }

          @Override
          public void tooLong(long number, byte[] start) {
            pieces.add(new Piece(number, null));
          }
        };
    AisHubFraming framing = new AisHubFraming();
    for (int at = 0; at < document.length; ) {
      int count = Math.min(chunk.getAsInt(), document.length - at);
      framing.push(document, at, count, sink);
      at += count;
    }
    framing.finish(sink);
    return pieces;
  }

  @Test
  void thePiecesDoNotDependOnTheChunks() {
    Random random = random();
    for (Row row : rows()) {
      byte[] document = bytes(row.document);
      List<String> whole = texts(pieces(document, () -> document.length));
      assertEquals(whole, texts(pieces(document, () -> 1)), row.name);
      for (int round = 0; round < 50; round++) {
        assertEquals(whole, texts(pieces(document, () -> 1 + random.nextInt(40))), row.name);
      }
    }
  }

  private static List<String> texts(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).toList();
  }

  @Test
  void eachPieceCanBeDecodedAlone() {
    String raw = json("\"FORMAT\":\"AIS\",", RAW_VESSEL, RAW_VESSEL);
    List<Piece> pieces = pieces(bytes(raw), () -> 100);
    assertEquals(3, pieces.size(), texts(pieces).toString());
    assertEquals(BOTH, Spoken.of(newDecoder(), pieces.get(2).bytes));
    List<Piece> rows = pieces(bytes(COLUMNS + "\n" + HUMAN_ROW + "\n" + HUMAN_ROW), () -> 100);
    assertEquals(BOTH, Spoken.of(newDecoder(), rows.get(1).bytes));
  }

  @Test
  void noPieceHoldsTheUsersName() {
    List<Piece> pieces = pieces(bytes(json("", HUMAN_VESSEL)), () -> 1000);
    assertTrue(pieces.get(0).text().contains("RECORDS"));
    pieces.forEach(piece -> assertFalse(piece.text().contains("AH_NOT_REAL"), piece.text()));
  }

  @Test
  void inAReplayTheirOwnTimeHoldsHoweverOld() {
    Decoder replay = new AisHubDecoder("hub", AisReader.Timing.REPLAY);
    String old = vessel(",\"SOG\":1").replace("2026-11-25", "2020-11-25");
    assertTrue(Spoken.of(replay, bytes(old)).get(0).contains(" at 2020-11-25T10:00:00Z"));
  }
}
