package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixEncoder.block;
import static bz.keelbill.asterix.AsterixEncoder.hex;
import static bz.keelbill.asterix.AsterixEncoder.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Reject.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsterixReaderTest {
  private static final int RECORDS = 100_000;

  /** What was found, copied. */
  static final class Found implements AsterixReader.Output {
    final List<Map<AsterixField, Double>> messages = new ArrayList<>();
    final List<String> callsigns = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    final List<Integer> statuses = new ArrayList<>();
    int source;

    @Override
    public void message(AsterixMessage message) {
      Map<AsterixField, Double> values = new EnumMap<>(AsterixField.class);
      for (AsterixField field : AsterixField.values()) {
        if (message.has(field)) {
          values.put(field, message.value(field));
        }
      }
      messages.add(values);
      callsigns.add(message.callsign());
      source = message.source();
    }

    @Override
    public void status(int category) {
      statuses.add(category);
    }

    @Override
    public void reject(Reason reason) {
      reasons.add(reason);
    }
  }

  static Found read(byte[]... blocks) {
    return read(Dialect.NEWEST, blocks);
  }

  private static Found read(Dialect dialect, byte[]... blocks) {
    Found found = new Found();
    byte[] bytes = joined(blocks);
    new AsterixReader(source -> dialect).read(bytes, 0, bytes.length, found);
    return found;
  }

  @Test
  void everyFieldHasABitOfItsOwn() {
    assertTrue(AsterixField.values().length <= Long.SIZE);
  }

  /** Each row is an item of octets that say one value. */
  @ParameterizedTest
  @CsvFileSource(resources = "/frames/asterix.csv", numLinesToSkip = 1)
  void readsEachItem(int category, String item, String octets, AsterixField field, double value) {
    Found found = read(new AsterixEncoder(category).source(25, 1).put(item, octets).block());
    assertEquals(List.of(), found.reasons);
    assertEquals(25 << 8 | 1, found.source);
    double step = field.kind() == AsterixField.Kind.FINE ? 1e-8 : 1e-4;
    assertEquals(value, found.messages.get(0).get(field), step);
  }

  @Test
  void readsACallsignOfSixBitCharactersOnly() {
    assertEquals("V3HHA", callsign("5b3208060820"));
    assertEquals("A B", callsign("0600a0820820"));
    assertNull(callsign("820820820820"), "blank");
    assertNull(callsign("000000000000"), "no characters");
    assertNull(callsign("ffffffffffff"), "no characters");
  }

  private static String callsign(String octets) {
    return read(new AsterixEncoder(48).put("240", octets).block()).callsigns.get(0);
  }

  /** A number of an item: written by hand here, read by the tables there. */
  private record Part(
      String item,
      int octets,
      int bit,
      int bits,
      boolean signed,
      double scale,
      AsterixField field) {}

  private static Part part(
      String item, int octets, int bit, int bits, boolean signed, double scale, String field) {
    return new Part(item, octets, bit, bits, signed, scale, AsterixField.valueOf(field));
  }

  private static List<Part> parts(int category) {
    return switch (category) {
      case 10 ->
          List.of(
              part("140", 3, 0, 24, false, 1 / 128.0, "TIME_S"),
              part("041", 8, 0, 32, true, 180 / Math.pow(2, 31), "LAT"),
              part("041", 8, 32, 32, true, 180 / Math.pow(2, 31), "LON"),
              part("040", 4, 0, 16, false, 1, "RANGE_M"),
              part("040", 4, 16, 16, false, 360 / 65536.0, "AZIMUTH_DEG"),
              part("042", 4, 0, 16, true, 1, "X_M"),
              part("042", 4, 16, 16, true, 1, "Y_M"),
              part("200", 4, 0, 16, false, 3600 / 16384.0, "SPEED_KN"),
              part("202", 4, 16, 16, true, 0.25, "VY_MS"),
              part("161", 2, 4, 12, false, 1, "NUMBER"),
              part("220", 3, 0, 24, false, 1, "ADDRESS"),
              part("245", 7, 8, 48, false, 1, "CALLSIGN"),
              part("090", 2, 2, 14, true, 0.25, "FL"),
              part("091", 2, 0, 16, true, 6.25, "ALTITUDE_FT"),
              part("500", 4, 8, 8, false, 0.25, "SIGMA_Y_M"));
      case 21 ->
          List.of(
              part("131", 8, 0, 32, true, 180 / Math.pow(2, 30), "LAT"),
              part("131", 8, 32, 32, true, 180 / Math.pow(2, 30), "LON"),
              part("161", 2, 4, 12, false, 1, "NUMBER"),
              part("080", 3, 0, 24, false, 1, "ADDRESS"),
              part("077", 3, 0, 24, false, 1 / 128.0, "TIME_S"),
              part("140", 2, 0, 16, true, 6.25, "ALTITUDE_FT"),
              part("145", 2, 0, 16, true, 0.25, "FL"),
              part("070", 2, 4, 12, false, 1, "SQUAWK"),
              part("155", 2, 1, 15, true, 6.25, "RATE_FPM"),
              part("160", 4, 1, 15, false, 3600 / 16384.0, "SPEED_KN"),
              part("160", 4, 16, 16, false, 360 / 65536.0, "TRACK_DEG"),
              part("170", 6, 0, 48, false, 1, "CALLSIGN"),
              part("200", 1, 3, 3, false, 1, "EMERGENCY"),
              part("020", 1, 0, 8, false, 1, "EMITTER"));
      case 34 ->
          List.of(
              part("000", 1, 0, 8, false, 1, "MESSAGE"),
              part("030", 3, 0, 24, false, 1 / 128.0, "TIME_S"),
              part("020", 1, 0, 8, false, 360 / 256.0, "SECTOR_DEG"),
              part("041", 2, 0, 16, false, 1 / 128.0, "ROTATION_S"),
              part("120", 8, 0, 16, true, 1, "SITE_HEIGHT_M"),
              part("120", 8, 16, 24, true, 180 / Math.pow(2, 23), "SITE_LAT"),
              part("120", 8, 40, 24, true, 180 / Math.pow(2, 23), "SITE_LON"));
      case 48 ->
          List.of(
              part("140", 3, 0, 24, false, 1 / 128.0, "TIME_S"),
              part("040", 4, 0, 16, false, 1 / 256.0, "RANGE_NM"),
              part("040", 4, 16, 16, false, 360 / 65536.0, "AZIMUTH_DEG"),
              part("070", 2, 4, 12, false, 1, "SQUAWK"),
              part("090", 2, 2, 14, true, 0.25, "FL"),
              part("220", 3, 0, 24, false, 1, "ADDRESS"),
              part("240", 6, 0, 48, false, 1, "CALLSIGN"),
              part("161", 2, 4, 12, false, 1, "NUMBER"),
              part("042", 4, 0, 16, true, 1852 / 128.0, "X_M"),
              part("042", 4, 16, 16, true, 1852 / 128.0, "Y_M"),
              part("200", 4, 0, 16, false, 3600 / 16384.0, "SPEED_KN"),
              part("200", 4, 16, 16, false, 360 / 65536.0, "TRACK_DEG"),
              part("210", 4, 0, 8, false, 1852 / 128.0, "SIGMA_X_M"),
              part("110", 2, 2, 14, true, 25, "ALTITUDE_FT"),
              part("230", 2, 3, 3, false, 1, "FLIGHT_STATUS"));
      default ->
          List.of(
              part("070", 3, 0, 24, false, 1 / 128.0, "TIME_S"),
              part("105", 8, 0, 32, true, 180 / Math.pow(2, 25), "LAT"),
              part("105", 8, 32, 32, true, 180 / Math.pow(2, 25), "LON"),
              part("100", 6, 0, 24, true, 0.5, "X_M"),
              part("185", 4, 0, 16, true, 0.25, "VX_MS"),
              part("185", 4, 16, 16, true, 0.25, "VY_MS"),
              part("060", 2, 4, 12, false, 1, "SQUAWK"),
              part("245", 7, 8, 48, false, 1, "CALLSIGN"),
              part("040", 2, 0, 16, false, 1, "NUMBER"),
              part("136", 2, 0, 16, true, 0.25, "FL"),
              part("130", 2, 0, 16, true, 6.25, "ALTITUDE_FT"),
              part("220", 2, 0, 16, true, 6.25, "RATE_FPM"));
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 21, 34, 48, 62})
  void readsWhatWasWritten(int category) {
    long seed = Long.getLong("seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int record = 0; record < RECORDS; record++) {
      AsterixEncoder encoder = new AsterixEncoder(category).source(25, 1);
      Map<String, byte[]> items = new java.util.HashMap<>();
      Map<AsterixField, Double> expected = new EnumMap<>(AsterixField.class);
      for (Part part : parts(category)) {
        if (items.containsKey(part.item) || random.nextInt(3) > 0) {
          byte[] octets = items.computeIfAbsent(part.item, item -> new byte[part.octets]);
          expected.put(part.field, part.scale * write(part, octets, random));
        }
      }
      items.forEach(encoder::put);
      Found found = read(encoder.block());
      assertEquals(List.of(), found.reasons, "seed " + seed);
      Map<AsterixField, Double> read = found.messages.get(0);
      expected.forEach((field, value) -> assertEquals(value, read.get(field), "seed " + seed));
    }
  }

  private static long write(Part part, byte[] octets, SplittableRandom random) {
    long raw = random.nextLong() & (1L << part.bits) - 1;
    for (int bit = 0; bit < part.bits; bit++) {
      boolean isSet = (raw >> part.bits - 1 - bit & 1) != 0;
      int place = part.bit + bit;
      octets[place / 8] |= (byte) (isSet ? 0x80 >> place % 8 : 0);
    }
    return part.signed && raw >> part.bits - 1 != 0 ? raw - (1L << part.bits) : raw;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 21, 34, 48, 62})
  void findsTheEndOfEveryRecordWhateverItsItems(int category) {
    long seed = Long.getLong("seed", System.nanoTime());
    RandomRecords records = new RandomRecords(new SplittableRandom(seed));
    Form.Compound items = Dialect.NEWEST.categories()[category].items();
    for (int record = 0; record < RECORDS / 10; record++) {
      byte[] one = records.record(items, 0.5);
      byte[] other = records.record(items, 0.1);
      Found found = read(block(category, one, other, one));
      assertEquals(List.of(), found.reasons, "seed " + seed);
      assertEquals(3, found.messages.size(), "seed " + seed);
      assertEquals(found.messages.get(0), found.messages.get(2), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 21, 34, 48, 62})
  void aRecordCutOffTakesTheRestOfItsBlockAndNothingElse(int category) {
    RandomRecords records = new RandomRecords(new SplittableRandom(7));
    Form.Compound items = Dialect.NEWEST.categories()[category].items();
    byte[] good = new AsterixEncoder(34).source(1, 2).put("000", "01").block();
    for (int round = 0; round < 100; round++) {
      byte[] record = records.record(items, 0.4);
      for (int end = 1; end < record.length; end++) {
        Found found = read(block(category, Arrays.copyOf(record, end)), good);
        assertEquals(List.of(Reason.MALFORMED), found.reasons);
        assertEquals(1, found.messages.size(), "the next block");
      }
    }
  }

  @Test
  void aBlockCutOffOrOfNoLengthIsRefused() {
    byte[] block = hex("300011f110190154600020086c649f0007");
    for (int end = 1; end < block.length; end++) {
      Found found = read(Arrays.copyOf(block, end));
      assertEquals(List.of(Reason.SHORT), found.reasons);
      assertEquals(List.of(), found.messages);
    }
    assertEquals(List.of(Reason.MALFORMED), read(hex("300000f110")).reasons);
    assertEquals(List.of(Reason.MALFORMED), read(hex("300002f110")).reasons);
    assertEquals(List.of(Reason.SHORT), read(hex("300003")).reasons);
  }

  @Test
  void aSpareBitOrTooLongAPresenceIsUndecodable() {
    byte[] good = new AsterixEncoder(62).source(25, 1).put("040", "0001").record();
    byte[] spare = good.clone();
    spare[0] |= 0x40;
    Found found = read(block(62, good, spare, good));
    assertEquals(1, found.messages.size(), "no resynchronisation inside a block");
    assertEquals(List.of(Reason.MALFORMED), found.reasons);
    assertEquals(List.of(Reason.MALFORMED), read(block(62, hex("810101010101010180"))).reasons);
    assertEquals(List.of(Reason.MALFORMED), read(block(34, hex("8101018000000000"))).reasons);
    assertEquals(List.of(Reason.MALFORMED), read(block(62, new byte[9])).reasons, "filling");
    byte[] part = new AsterixEncoder(34).source(25, 1).put("050", "40").record();
    assertEquals(List.of(Reason.MALFORMED), read(block(34, part)).reasons, "a part's spare bit");
  }

  @Test
  void passesOverCategoriesThatItDoesNotKnow() {
    byte[] good = new AsterixEncoder(34).source(25, 1).put("000", "01").block();
    Found found = read(block(240, new byte[500]), good, block(65, hex("e0190101")), good);
    assertEquals(2, found.messages.size());
    assertEquals(List.of(Reason.NOT_USED), found.reasons);
    assertEquals(List.of(65), found.statuses);
  }

  @Test
  void anOlderEditionOfItsSourceIsReadByItsOwnTables() {
    Dialect old = new Dialect(Dialect.AdsbEdition.V0_26, 1);
    byte[] record =
        new AsterixEncoder(21, AsterixEncoder.OLD_ADSB)
            .source(25, 1)
            .put("040", "4020")
            .time("030", 43_200)
            .put("130", "00317e4bff06d3a0")
            .put("080", "0ab001")
            .put("070", "07ff")
            .block();
    Found found = read(old, record);
    assertEquals(List.of(), found.reasons);
    Map<AsterixField, Double> values = found.messages.get(0);
    assertEquals(17.4, values.get(AsterixField.LAT), 1e-5);
    assertEquals(-87.6, values.get(AsterixField.LON), 1e-5);
    assertEquals(1, values.get(AsterixField.ON_GROUND));
    assertEquals(1, values.get(AsterixField.OLD_ADDRESS_TYPE));
    assertEquals(03777, values.get(AsterixField.SQUAWK));
  }
}
