package bz.keelbill.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bz.keelbill.report.Reject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every field that we use, against Wireshark's dissector: 300 generated records of each edition,
 * more with {@code -Dasterix.records=5000}, the same again with {@code -Dseed=...}; and recorded
 * streams of blocks with {@code -Dasterix.recordings=DIRECTORY}. Where there is no tshark 4.0
 * nothing is compared.
 */
class AgainstTsharkTest {
  private static final int RECORDS = Integer.getInteger("asterix.records", 300);
  private static final int MOST_IN_BLOCK = 3;

  private static final Map<Integer, String> NEWEST =
      Map.of(
          Categories.SURFACE, "Version 1.1",
          Categories.ADSB, "Version 2.6",
          Categories.SERVICE, "Version 1.29",
          Categories.PLOTS, "Version 1.31",
          Categories.TRACKS, "Version 1.19");

  /** tshark shows fifteen digits. */
  private static final double RELATIVE = 1e-13;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Map<AsterixField, Integer> compared = new EnumMap<>(AsterixField.class);

  @BeforeAll
  static void isInstalled() throws InterruptedException {
    assumeTrue(Tshark.isInstalled(), "no tshark 4.0");
  }

  /** 021 of 0.26 differs from 0.23, which alone tshark knows, in the items left out. */
  @ParameterizedTest
  @CsvSource({
    "10, NEWEST, Version 1.1, -",
    "21, NEWEST, Version 2.6, -",
    "21, NEWEST, Version 2.4, -",
    "21, V0_23, Version 0.23, -",
    "21, V0_26, Version 0.23, 130 070 131",
    "34, NEWEST, Version 1.29, -",
    "34, NEWEST, Version 1.27, -",
    "48, NEWEST, Version 1.31, -",
    "48, NEWEST, Version 1.27, -",
    "62, NEWEST, Version 1.19, 510",
    "62, NEWEST, Version 1.17, 510",
  })
  void everyFieldIsTheSame(int category, Dialect.AdsbEdition ours, String theirs, String without)
      throws Exception {
    Dialect dialect = new Dialect(ours, Dialect.NEWEST.velocityStep());
    Set<String> never = without.equals("-") ? Set.of() : Set.of(without.split(" "));
    EdgeRecords records =
        new EdgeRecords(random.split(), dialect.categories()[category], Set.of(), never);
    List<byte[]> blocks = new ArrayList<>();
    for (int left = RECORDS; left > 0; ) {
      byte[][] some = new byte[1 + random.nextInt(Math.min(left, MOST_IN_BLOCK))][];
      Arrays.setAll(some, each -> records.record());
      blocks.add(AsterixEncoder.block(category, some));
      left -= some.length;
    }
    List<byte[]> pieces = pieces(AsterixEncoder.joined(blocks.toArray(byte[][]::new)));
    assertEquals(blocks.size(), pieces.size(), "seed " + seed);
    List<List<Map<String, String>>> dissected = Tshark.dissect(pieces, category, theirs);
    TsharkFields fields = TsharkFields.of(category, ours);
    assertEquals(RECORDS, compare(pieces, fields, dialect, dissected), "seed " + seed);
    for (AsterixField field : fields.fields()) {
      boolean isRare = never.contains("130") && Set.of("LAT", "LON").contains(field.name());
      assertTrue(
          isRare || compared.containsKey(field), () -> field + " was never there, seed " + seed);
    }
  }

  /** What stands before the item is the same, where tshark finds as much as a record. */
  @Test
  void tracksOfSeveralSystemsAreTheSameUpToTheirNumbers() throws Exception {
    Category category = Dialect.NEWEST.categories()[Categories.TRACKS];
    Set<String> behind = Set.of("500", "340", "RE", "SP");
    EdgeRecords records =
        new EdgeRecords(random.split(), category, Set.of(Tshark.LOSES_PLACE), behind);
    List<byte[]> blocks =
        Stream.generate(() -> AsterixEncoder.block(Categories.TRACKS, records.record()))
            .limit(RECORDS)
            .toList();
    List<byte[]> found = new ArrayList<>();
    List<List<Map<String, String>>> dissected = new ArrayList<>();
    List<List<Map<String, String>>> all =
        Tshark.dissect(blocks, Categories.TRACKS, NEWEST.get(Categories.TRACKS));
    for (int at = 0; at < RECORDS; at++) {
      if (!all.get(at).isEmpty()) {
        found.add(blocks.get(at));
        dissected.add(withoutItem500(all.get(at).get(0)));
      }
    }
    TsharkFields fields = TsharkFields.of(Categories.TRACKS, Dialect.NEWEST.adsb());
    int same = compare(found, fields, Dialect.NEWEST, dissected);
    assertTrue(same > RECORDS / 2, same + " found, seed " + seed);
  }

  private static List<Map<String, String>> withoutItem500(Map<String, String> record) {
    record.keySet().removeIf(leaf -> leaf.startsWith("500"));
    return List.of(record);
  }

  /** Streams of blocks as they were sent, one a file, in the newest editions. */
  @Test
  void recordedBlocksAreTheSame() throws Exception {
    String directory = System.getProperty("asterix.recordings");
    assumeTrue(directory != null, "no recordings");
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      for (Path file : files.sorted().toList()) {
        recording(file);
      }
    }
  }

  private void recording(Path file) throws Exception {
    Map<Integer, List<byte[]>> byCategory = new TreeMap<>();
    for (byte[] piece : pieces(Files.readAllBytes(file))) {
      byCategory.computeIfAbsent(piece[0] & 0xFF, category -> new ArrayList<>()).add(piece);
    }
    for (Map.Entry<Integer, List<byte[]>> each : byCategory.entrySet()) {
      int category = each.getKey();
      List<byte[]> read = each.getValue().stream().filter(AgainstTsharkTest::isRead).toList();
      int records = NEWEST.containsKey(category) ? recorded(category, read) : 0;
      System.out.printf(
          "%s, category %d: %d records the same, %d of %d blocks not read%n",
          file.getFileName(),
          category,
          records,
          each.getValue().size() - read.size(),
          each.getValue().size());
    }
  }

  private int recorded(int category, List<byte[]> blocks) throws Exception {
    List<List<Map<String, String>>> dissected =
        Tshark.dissect(blocks, category, NEWEST.get(category));
    TsharkFields fields = TsharkFields.of(category, Dialect.NEWEST.adsb());
    return compare(blocks, fields, Dialect.NEWEST, dissected);
  }

  /** Blocks of editions that nobody uses any more are refused. */
  private static boolean isRead(byte[] block) {
    List<Reject.Reason> refused = new ArrayList<>();
    AsterixReader.Output reasons =
        new AsterixReader.Output() {
          @Override
          public void message(AsterixMessage message) {
            // Only what is refused counts.
          }

          @Override
          public void reject(Reject.Reason reason) {
            refused.add(reason);
          }
        };
    new AsterixReader(source -> Dialect.NEWEST).read(block, 0, block.length, reasons);
    return refused.isEmpty();
  }

  private List<byte[]> pieces(byte[] stream) {
    AsterixFraming framing = new AsterixFraming();
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int chunk = Math.min(1 + random.nextInt(2_000), stream.length - at);
      framing.push(stream, at, chunk, pieces::add);
      at += chunk;
    }
    framing.finish(pieces::add);
    return pieces;
  }

  /** How many records were the same. */
  private int compare(
      List<byte[]> blocks,
      TsharkFields fields,
      Dialect dialect,
      List<List<Map<String, String>>> dissected) {
    AsterixReader reader = new AsterixReader(source -> dialect);
    int records = 0;
    for (int at = 0; at < blocks.size(); at++) {
      byte[] block = blocks.get(at);
      Comparison each = new Comparison(block, fields, dissected.get(at));
      reader.read(block, 0, block.length, each);
      assertEquals(dissected.get(at).size(), each.record, each.where());
      records += each.record;
    }
    return records;
  }

  /** One block, as it is read by us, against what tshark found in it. */
  private final class Comparison implements AsterixReader.Output {
    private final byte[] block;
    private final TsharkFields fields;
    private final List<Map<String, String>> dissected;
    private int record;

    Comparison(byte[] block, TsharkFields fields, List<Map<String, String>> dissected) {
      this.block = block;
      this.fields = fields;
      this.dissected = dissected;
    }

    String where() {
      String octets = HexFormat.of().formatHex(block);
      return " in record " + record + " of " + octets + ", seed " + seed;
    }

    @Override
    public void reject(Reject.Reason reason) {
      throw new AssertionError(reason + where());
    }

    @Override
    public void message(AsterixMessage message) {
      Map<String, String> leaves = dissected.get(record);
      Map<AsterixField, Double> theirs = fields.values(leaves);
      int source =
          Integer.decode(leaves.get("010_SAC")) << 8 | Integer.decode(leaves.get("010_SIC"));
      assertEquals(source, message.source(), this::where);
      callsign(message, fields.callsign(leaves));
      for (AsterixField field : AsterixField.values()) {
        if (field != AsterixField.CALLSIGN) {
          number(field, message, theirs.getOrDefault(field, Double.NaN));
        }
      }
      record++;
    }

    private void number(AsterixField field, AsterixMessage message, double theirs) {
      double ours = message.value(field);
      boolean isSame =
          Double.compare(theirs, ours) == 0
              || Math.abs(theirs - ours) <= RELATIVE * Math.abs(theirs);
      assertTrue(isSame, () -> field + " " + ours + ", not " + theirs + where());
      if (message.has(field)) {
        compared.merge(field, 1, Integer::sum);
      }
    }

    /** What is no character is a blank there; a callsign with one is none here. */
    private void callsign(AsterixMessage message, String theirs) {
      assertEquals(theirs != null, message.has(AsterixField.CALLSIGN), this::where);
      String ours = message.callsign();
      if (ours != null) {
        assertEquals(theirs.stripTrailing(), ours, this::where);
        compared.merge(AsterixField.CALLSIGN, 1, Integer::sum);
      } else {
        assertTrue(theirs == null || theirs.contains(" "), this::where);
      }
    }
  }
}
