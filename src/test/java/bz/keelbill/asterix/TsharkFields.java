package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.CALLSIGN;
import static bz.keelbill.asterix.AsterixField.FL;
import static bz.keelbill.asterix.AsterixField.SITE_HEIGHT_M;
import static bz.keelbill.asterix.AsterixField.VX_MS;
import static bz.keelbill.asterix.AsterixField.VY_MS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Which leaves of tshark 4.0 say what our fields say, and where what it shows is known to be wrong.
 */
final class TsharkFields {
  /**
   * Where tshark shows something else than the record says, and why that is no fault of ours.
   *
   * @param shown values to which it applies
   * @param meant what they ought to be
   */
  record Difference(
      int category,
      AsterixField field,
      DoublePredicate shown,
      DoubleUnaryOperator meant,
      String reason) {}

  private static final String NO_SIGN = "in two's complement, and shown without a sign";
  private static final String STEPS =
      "item 202 is shown in steps of 1/16 m/s; recorded targets go as steps of 0.25 m/s have it";

  /** All of them. Besides, tshark loses its place at 062/510, see {@link Tshark#LOSES_PLACE}. */
  static final List<Difference> DIFFERENCES =
      List.of(
          new Difference(
              Categories.PLOTS, FL, level -> level >= 2_048, level -> level - 4_096, NO_SIGN),
          new Difference(
              Categories.SERVICE,
              SITE_HEIGHT_M,
              height -> height >= 32_768,
              height -> height - 65_536,
              NO_SIGN),
          new Difference(Categories.SURFACE, VX_MS, speed -> true, speed -> speed * 4, STEPS),
          new Difference(Categories.SURFACE, VY_MS, speed -> true, speed -> speed * 4, STEPS));

  private static final String SURFACE =
      """
      TIME_S 140_VALUE
      MESSAGE 000_VALUE
      TYPE 020_TYP
      ON_GROUND 020_GBS
      SIMULATED 020_SIM
      TEST 020_TST
      FIELD_MONITOR 020_RAB
      LAT 041_LAT
      LON 041_LON
      RANGE_M 040_RHO
      AZIMUTH_DEG 040_TH
      X_M 042_X
      Y_M 042_Y
      SPEED_KN 200_GSP*3600
      TRACK_DEG 200_TRA
      VX_MS 202_VX
      VY_MS 202_VY
      NUMBER 161_TRK
      TENTATIVE 170_CNF
      ENDED 170_TRE
      COASTED 170_CST/2
      GHOST 170_GHO
      SQUAWK_INVALID 060_V
      SQUAWK_GARBLED 060_G
      SQUAWK 060_MODE3A
      ADDRESS 220_VALUE
      CALLSIGN 245_CHR
      FL_INVALID 090_V
      FL_GARBLED 090_G
      FL 090_FL
      ALTITUDE_FT 091_VALUE
      LENGTH_M 270_LENGTH
      ORIENTATION_DEG 270_ORIENTATION
      WIDTH_M 270_WIDTH
      SIGMA_X_M 500_DEVX
      SIGMA_Y_M 500_DEVY
      COVARIANCE_M 500_COVXY
      """;

  private static final String ADSB =
      """
      TIME_S 071_VALUE
      TIME_S 073_VALUE
      TIME_S 075_VALUE
      TIME_S 077_VALUE
      ADDRESS_TYPE 040_ATP
      FIELD_MONITOR 040_RAB
      ON_GROUND 040_GBS
      SIMULATED 040_SIM
      TEST 040_TST
      POSITION_REFUSED 040_IPC*16 040_NOGO*8 040_CPR*4 040_LDPJ*2 040_RCF
      NUMBER 161_TRNUM
      LAT 131_LAT
      LON 131_LON
      LAT 130_LAT
      LON 130_LON
      ADDRESS 080_VALUE
      ALTITUDE_FT 140_VALUE
      NIC 090_NUCPNIC
      NACP 090_NACP
      SQUAWK 070_MODE3A
      FL 145_VALUE
      EMERGENCY 200_PS
      RATE_FPM 155_BVR
      RATE_FPM 157_GVR
      SPEED_KN 160_GS*3600
      TRACK_DEG 160_TA
      CALLSIGN 170_VALUE
      EMITTER 020_VALUE
      """;

  private static final String OLD_ADSB =
      """
      TIME_S 030_VALUE
      ON_GROUND 040_GBS
      SIMULATED 040_SIM
      TEST 040_TST
      FIELD_MONITOR 040_RAB
      OLD_ADDRESS_TYPE 040_ATP
      LAT 130_LAT
      LON 130_LON
      ADDRESS 080_VALUE
      ALTITUDE_FT 140_VALUE
      FL 145_VALUE
      RATE_FPM 155_VALUE
      RATE_FPM 157_VALUE
      SPEED_KN 160_GS*3600
      TRACK_DEG 160_TA
      CALLSIGN 170_VALUE
      EMITTER 020_VALUE
      """;

  private static final String SERVICE =
      """
      TIME_S 030_VALUE
      MESSAGE 000_VALUE
      SECTOR_DEG 020_VALUE
      ROTATION_S 041_VALUE
      SITE_HEIGHT_M 120_HGT
      SITE_LAT 120_LAT
      SITE_LON 120_LON
      """;

  private static final String PLOTS =
      """
      TIME_S 140_VALUE
      TYPE 020_TYP
      SIMULATED 020_SIM
      FIELD_MONITOR 020_RAB
      TEST 020_TST
      RANGE_NM 040_RHO
      AZIMUTH_DEG 040_THETA
      SQUAWK_INVALID 070_V
      SQUAWK_GARBLED 070_G
      SQUAWK 070_MODE3A
      FL_INVALID 090_V
      FL_GARBLED 090_G
      FL 090_FL
      ADDRESS 220_VALUE
      CALLSIGN 240_VALUE
      NUMBER 161_TRN
      X_M 042_X*1852
      Y_M 042_Y*1852
      SPEED_KN 200_GSP*3600
      TRACK_DEG 200_HDG
      TENTATIVE 170_CNF
      ENDED 170_TRE
      GHOST 170_GHO
      SIGMA_X_M 210_SIGX*1852
      SIGMA_Y_M 210_SIGY*1852
      ALTITUDE_FT 110_3DH
      FLIGHT_STATUS 230_STAT
      """;

  private static final String TRACKS =
      """
      TIME_S 070_VALUE
      LAT 105_LAT
      LON 105_LON
      X_M 100_X
      Y_M 100_Y
      VX_MS 185_VX
      VY_MS 185_VY
      SQUAWK_INVALID 060_V
      SQUAWK_GARBLED 060_G
      SQUAWK 060_MODE3A
      ADDRESS 380_ADR_VALUE
      CALLSIGN 380_ID_VALUE
      CALLSIGN 245_CHR
      FLIGHT_STATUS 380_COM_STAT
      NUMBER 040_VALUE
      TENTATIVE 080_CNF
      SIMULATED 080_SIM
      ENDED 080_TSE
      COASTED 080_CST
      PSR_AGE_S 290_PSR_VALUE
      SSR_AGE_S 290_SSR_VALUE
      MDS_AGE_S 290_MDS_VALUE
      ADS_AGE_S 290_ADS_VALUE
      ES_AGE_S 290_ES_VALUE
      VDL_AGE_S 290_VDL_VALUE
      UAT_AGE_S 290_UAT_VALUE
      MLT_AGE_S 290_MLT_VALUE
      FL 136_VALUE
      FL 135_CTB
      ALTITUDE_FT 130_VALUE
      RATE_FPM 220_VALUE
      LENGTH_M 270_LENGTH
      ORIENTATION_DEG 270_ORIENTATION
      WIDTH_M 270_WIDTH
      SIGMA_X_M 500_APC_X
      SIGMA_Y_M 500_APC_Y
      COVARIANCE_M 500_COV_VALUE
      SIGMA_LAT_DEG 500_APW_LAT
      SIGMA_LON_DEG 500_APW_LON
      """;

  private final int category;
  private final List<Row> rows;

  /** A field is the sum of leaves, each with its factor, or the whole quotient of one. */
  private record Row(AsterixField field, List<Term> terms) {
    static Row of(String line) {
      List<String> words = List.of(line.split(" "));
      List<Term> terms = words.stream().skip(1).map(Term::of).toList();
      return new Row(AsterixField.valueOf(words.get(0)), terms);
    }
  }

  private record Term(String leaf, double factor, boolean isQuotient) {
    static Term of(String word) {
      String[] parts = word.split("[*/]");
      double factor = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
      boolean isQuotient = word.contains("/");
      return new Term(parts[0], isQuotient ? 1 / factor : factor, isQuotient);
    }

    double value(Map<String, String> leaves) {
      String shown = leaves.get(leaf);
      double number = shown.startsWith("0x") ? Long.decode(shown) : Double.parseDouble(shown);
      return isQuotient ? Math.floor(number * factor) : number * factor;
    }
  }

  private TsharkFields(int category, String table) {
    this.category = category;
    rows = table.lines().map(Row::of).toList();
  }

  /** The leaves of a category; those of 021 in an edition of ours. */
  static TsharkFields of(int category, Dialect.AdsbEdition edition) {
    boolean isOld = edition != Dialect.AdsbEdition.NEWEST;
    return new TsharkFields(
        category,
        switch (category) {
          case Categories.SURFACE -> SURFACE;
          case Categories.ADSB -> isOld ? OLD_ADSB : ADSB;
          case Categories.SERVICE -> SERVICE;
          case Categories.PLOTS -> PLOTS;
          default -> TRACKS;
        });
  }

  /** The fields that are looked at. */
  List<AsterixField> fields() {
    return rows.stream().map(Row::field).distinct().toList();
  }

  /** What tshark says, by our fields and in our units; a callsign is none of it. */
  Map<AsterixField, Double> values(Map<String, String> leaves) {
    Map<AsterixField, Double> values = new EnumMap<>(AsterixField.class);
    for (Row row : rows) {
      if (row.field != CALLSIGN && isWhole(row, leaves)) {
        values.putIfAbsent(row.field, meant(row.field, sum(row, leaves)));
      }
    }
    return values;
  }

  private double meant(AsterixField field, double shown) {
    return DIFFERENCES.stream()
        .filter(each -> each.category == category && each.field == field)
        .filter(each -> each.shown.test(shown))
        .mapToDouble(each -> each.meant.applyAsDouble(shown))
        .findFirst()
        .orElse(shown);
  }

  private static boolean isWhole(Row row, Map<String, String> leaves) {
    return row.terms.stream().allMatch(term -> leaves.containsKey(term.leaf));
  }

  private static double sum(Row row, Map<String, String> leaves) {
    return row.terms.stream().mapToDouble(term -> term.value(leaves)).sum();
  }

  /** The callsign as tshark shows it, with blanks for what is no character; null if not carried. */
  String callsign(Map<String, String> leaves) {
    return rows.stream()
        .filter(row -> row.field == CALLSIGN && isWhole(row, leaves))
        .map(row -> leaves.get(row.terms.get(0).leaf))
        .findFirst()
        .orElse(null);
  }
}
