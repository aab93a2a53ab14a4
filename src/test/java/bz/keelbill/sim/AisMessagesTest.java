package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.geo.Position;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offsets and widths as M.1371-5 has them, read by {@link Heard}. */
class AisMessagesTest {
  private static final long AT = Instant.parse("2026-11-24T03:12:45Z").toEpochMilli();
  private static final Position PLACE = new Position(17.123456, -88.123456);
  private static final Craft.State STATE =
      new Craft.State(PLACE, 27.34, 251.27, Double.NaN, 0, Leg.Moor.NONE);
  private static final Papers.Vessel SHIP =
      new Papers.Vessel(
          312_200_301,
          9_412_361,
          "V3S301",
          "CARIB STAR",
          70,
          Papers.Set.CLASS_A,
          new Papers.Hull(70, 28, 9, 7));

  private static String bits(AisBits message) {
    StringBuilder payload = new StringBuilder();
    int fill = 0;
    for (String sentence : message.sentences('A', 3)) {
      String[] fields = sentence.substring(0, sentence.indexOf('*')).split(",");
      payload.append(fields[5]);
      fill = Integer.parseInt(fields[6]);
    }
    String bits = Heard.bits(payload.toString());
    return bits.substring(0, bits.length() - fill);
  }

  private static void assertMotion(String bits, int sogAt) {
    assertEquals(273, Heard.unsigned(bits, sogAt, 10));
    assertEquals(Math.round(PLACE.longitude() * 600_000), Heard.signed(bits, sogAt + 11, 28));
    assertEquals(Math.round(PLACE.latitude() * 600_000), Heard.signed(bits, sogAt + 39, 27));
    assertEquals(2513, Heard.unsigned(bits, sogAt + 66, 12));
  }

  @Test
  void typeOneSaysStatusMotionHeadingAndSecond() {
    String bits = bits(AisMessages.positionA(SHIP, STATE, 5, AT));
    assertEquals(168, bits.length());
    assertEquals(1, Heard.unsigned(bits, 0, 6));
    assertEquals(312_200_301, Heard.unsigned(bits, 8, 30));
    assertEquals(5, Heard.unsigned(bits, 38, 4));
    assertEquals(-128, Heard.signed(bits, 42, 8));
    assertMotion(bits, 50);
    assertEquals(251, Heard.unsigned(bits, 128, 9));
    assertEquals(45, Heard.unsigned(bits, 137, 6));
  }

  @Test
  void typeFiveSaysIdentityAndVoyage() {
    String bits = bits(AisMessages.voyageA(SHIP, "BELIZE CITY", 4.5));
    assertEquals(424, bits.length());
    assertEquals(5, Heard.unsigned(bits, 0, 6));
    assertEquals(9_412_361, Heard.unsigned(bits, 40, 30));
    assertEquals("V3S301", Heard.text(bits, 70, 7));
    assertEquals("CARIB STAR", Heard.text(bits, 112, 20));
    assertEquals(70, Heard.unsigned(bits, 232, 8));
    assertEquals(70, Heard.unsigned(bits, 240, 9));
    assertEquals(28, Heard.unsigned(bits, 249, 9));
    assertEquals(9, Heard.unsigned(bits, 258, 6));
    assertEquals(7, Heard.unsigned(bits, 264, 6));
    assertEquals(45, Heard.unsigned(bits, 294, 8));
    assertEquals("BELIZE CITY", Heard.text(bits, 302, 20));
  }

  @Test
  void typeFiveGoesInTwoSentencesOfOneSequence() {
    List<String> sentences = AisMessages.voyageA(SHIP, "", 0).sentences('B', 7);
    assertEquals(2, sentences.size());
    assertEquals("!AIVDM,2,1,7,B", sentences.get(0).substring(0, 14));
    assertEquals("!AIVDM,2,2,7,B", sentences.get(1).substring(0, 14));
  }

  @Test
  void typeEighteenSaysMotionWithoutHeading() {
    String bits = bits(AisMessages.positionB(SHIP, STATE, AT));
    assertEquals(168, bits.length());
    assertEquals(18, Heard.unsigned(bits, 0, 6));
    assertMotion(bits, 46);
    assertEquals(511, Heard.unsigned(bits, 124, 9));
    assertEquals(45, Heard.unsigned(bits, 133, 6));
    assertEquals(1, Heard.unsigned(bits, 141, 1));
  }

  @Test
  void typeTwentyFourSaysTheNameThenTheRest() {
    String name = bits(AisMessages.nameB(SHIP));
    assertEquals(160, name.length());
    assertEquals(24, Heard.unsigned(name, 0, 6));
    assertEquals(0, Heard.unsigned(name, 38, 2));
    assertEquals("CARIB STAR", Heard.text(name, 40, 20));
    String details = bits(AisMessages.detailsB(SHIP));
    assertEquals(168, details.length());
    assertEquals(1, Heard.unsigned(details, 38, 2));
    assertEquals(70, Heard.unsigned(details, 40, 8));
    assertEquals("SIM", Heard.text(details, 48, 3));
    assertEquals("V3S301", Heard.text(details, 90, 7));
    assertEquals(70, Heard.unsigned(details, 132, 9));
  }

  @Test
  void typeFourSaysTheClock() {
    String bits = bits(AisMessages.base(SHIP, PLACE, AT));
    assertEquals(168, bits.length());
    long[] clock = {2026, 11, 24, 3, 12, 45};
    int[] from = {38, 52, 56, 61, 66, 72};
    int[] width = {14, 4, 5, 5, 6, 6};
    for (int i = 0; i < clock.length; i++) {
      assertEquals(clock[i], Heard.unsigned(bits, from[i], width[i]));
    }
    assertEquals(Math.round(PLACE.latitude() * 600_000), Heard.signed(bits, 107, 27));
  }

  @Test
  void typeTwentyOneSaysTheAidAndItsPlace() {
    String bits = bits(AisMessages.aid(SHIP, PLACE, AT));
    assertEquals(272, bits.length());
    assertEquals("CARIB STAR", Heard.text(bits, 43, 20));
    assertEquals(Math.round(PLACE.longitude() * 600_000), Heard.signed(bits, 164, 28));
    assertEquals(Math.round(PLACE.latitude() * 600_000), Heard.signed(bits, 192, 27));
    assertEquals(45, Heard.unsigned(bits, 253, 6));
  }

  @Test
  void courseNearlyNorthAndGreatSpeedStayInTheirFields() {
    Craft.State state = new Craft.State(PLACE, 140, 359.98, Double.NaN, 0, Leg.Moor.NONE);
    String bits = bits(AisMessages.positionA(SHIP, state, 0, AT));
    assertEquals(1022, Heard.unsigned(bits, 50, 10));
    assertEquals(0, Heard.unsigned(bits, 116, 12));
    assertEquals(0, Heard.unsigned(bits, 128, 9));
  }
}
