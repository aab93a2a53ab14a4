package bz.keelbill.adsb;

import static bz.keelbill.adsb.Sender.AIRBORNE;
import static bz.keelbill.adsb.Sender.GROUND;
import static bz.keelbill.adsb.Sender.altitude;
import static bz.keelbill.adsb.Sender.bits;
import static bz.keelbill.adsb.Sender.component;
import static bz.keelbill.adsb.Sender.identity;
import static bz.keelbill.adsb.Sender.identityCode;
import static bz.keelbill.adsb.Sender.rate;
import static bz.keelbill.adsb.Sender.squitterAltitude;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Reject;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Every field that a frame may carry, each against the norm's own words. */
class ModeSReaderTest {
  private static final long AT = 1_795_230_000_000L;
  private static final String NONE_11 = "0".repeat(11);
  private static final Sender SENDER = new Sender(0x0AB123);

  private final ModeSReader reader = new ModeSReader(null, false);
  private Fix.Source source;
  private int positionAccuracy;
  private String said;
  private final ModeSReader.Output out =
      new ModeSReader.Output() {
        @Override
        public void message(ModeSMessage message) {
          source = message.source;
          positionAccuracy = message.positionAccuracy;
          said = text(message);
        }

        @Override
        public void reject(Reject.Reason reason) {
          said = reason.word();
        }
      };

  /** What a message says, and nothing of what it does not. */
  private static String text(ModeSMessage message) {
    FlightMessage flight = message.flight();
    StringJoiner text = new StringJoiner(" ");
    text.add(flight.contact().name().substring(5));
    add(text, "", flight.callsign());
    add(text, "", flight.category());
    add(text, "squawk ", flight.squawk());
    add(text, "", flight.emergency());
    add(text, flight.height().geometric() ? "gnss-ft " : "ft ", flight.height().altitudeFeet());
    add(text, "kt ", flight.motion().speedKnots());
    add(text, "deg ", flight.motion().courseDegrees());
    double rate = flight.height().verticalRateFeetPerMinute();
    add(text, message.isRateGeometric() ? "gnss-fpm " : "fpm ", rate);
    Boolean ground = flight.height().onGround();
    add(text, "", ground == null ? null : ground ? "ground" : "air");
    return text.toString();
  }

  private static void add(StringJoiner text, String unit, Object value) {
    if (value instanceof Double number && !number.isNaN()) {
      text.add(unit + String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", ""));
    } else if (value != null && !(value instanceof Double)) {
      text.add(unit + value);
    }
  }

  private String read(byte[] frame, long atMillis) {
    said = null;
    reader.read(frame, 0, frame.length, ModeSMessage.NO_TICKS, atMillis, false, out);
    return said;
  }

  private String read(byte[] frame) {
    return read(frame, AT);
  }

  /** What a squitter of 0AB123 without a capability says. */
  private String squitter(String me) {
    String text = read(SENDER.squitter(0, me));
    assertTrue(text.startsWith("0ab123"), text);
    return text.substring(6).strip();
  }

  @Test
  void aCallsignAndACategoryAreTold() {
    assertEquals("V3HHA A1", squitter(identity(4, 1, "V3HHA")));
    assertEquals("TROPIC12 B7", squitter(identity(3, 7, "TROPIC12")));
    assertEquals("N1 C0", squitter(identity(2, 0, "N1")));
    assertEquals("AB 1 D3", squitter(identity(1, 3, "AB 1")));
    assertEquals("A2", squitter(identity(4, 2, "        ")));
    assertEquals("A2", squitter(identity(4, 2, "V3#HA")), "a character that there is not");
  }

  @Test
  void everyCharacterOfACallsignIsReadOrRefused() {
    String good = " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    for (int code = 0; code < 64; code++) {
      String me =
          bits(4, 5)
              + bits(0, 3)
              + bits(24, 6)
              + bits(code, 6)
              + bits(25, 6)
              + bits(32, 6).repeat(5);
      char letter = (char) (code < 32 ? code + 64 : code);
      boolean isGood = good.indexOf(letter) >= 0;
      assertEquals(isGood ? "X" + letter + "Y A0" : "A0", squitter(me), "code " + code);
    }
  }

  @Test
  void everyMovementIsTheLowerEndOfItsStep() {
    for (int code = 0; code < 128; code++) {
      String knots = movement(code);
      String expected = (knots == null ? "" : "kt " + knots + " ") + "deg 90 ground";
      String me = Sender.surface(7, code, Sender.track(90), false, 17.5, -88.3);
      assertEquals(expected, squitter(me), "code " + code);
    }
  }

  /** As the norm's table has it, row by row. */
  private static String movement(int code) {
    double[][] rows = {
      {1, 0, 0},
      {2, 0.125, 0.125},
      {9, 1, 0.25},
      {13, 2, 0.5},
      {39, 15, 1},
      {94, 70, 2},
      {109, 100, 5},
      {124, 175, 0}
    };
    if (code == 0 || code > 124) {
      return null;
    }
    double knots = 0;
    for (double[] row : rows) {
      knots = code >= row[0] ? row[1] + (code - row[0]) * row[2] : knots;
    }
    return String.format(Locale.ROOT, "%.3f", knots).replaceFirst("\\.?0+$", "");
  }

  @Test
  void aSurfacePositionTellsTrackOnlyIfItIsValid() {
    for (int type = 5; type <= 8; type++) {
      assertEquals(
          "kt 1 ground", squitter(Sender.surface(type, 9, "01000000", false, 17.5, -88.3)));
      assertEquals(
          "kt 1 deg 357.188 ground",
          squitter(Sender.surface(type, 9, "11111111", true, 17.5, -88.3)));
    }
  }

  @Test
  void anAirbornePositionTellsWhichHeightItHas() {
    for (int type : new int[] {9, 10, 11, 12, 13, 14, 15, 16, 17, 18}) {
      String me = Sender.airborne(type, squitterAltitude(38_000), false, 17.5, -88.3);
      assertEquals("ft 38000", squitter(me), "" + type);
    }
    for (int type : new int[] {20, 21, 22}) {
      String me = Sender.airborne(type, squitterAltitude(1_025), true, 17.5, -88.3);
      assertEquals("gnss-ft 1025", squitter(me), "" + type);
    }
    assertEquals("", squitter(Sender.airborne(11, bits(0, 12), false, 17.5, -88.3)));
    String hundreds = Sender.withoutMetric(Sender.gillham().get(1_000));
    assertEquals("ft 98800", squitter(Sender.airborne(11, hundreds, false, 17.5, -88.3)));
    assertEquals("ft 5000", squitter(bits(0, 8) + squitterAltitude(5_000) + bits(0, 36)));
  }

  private String velocity(int subtype, String first, String second, String rate) {
    return squitter(Sender.velocity(subtype, first, second, rate));
  }

  @Test
  void aGroundVelocityGivesSpeedTrackAndRate() {
    String rate = rate(true, 10);
    assertEquals("kt 5 deg 36.87 fpm 640", velocity(1, component(3), component(4), rate));
    assertEquals("kt 5 deg 143.13 fpm 640", velocity(1, component(3), component(-4), rate));
    assertEquals("kt 5 deg 216.87 fpm 640", velocity(1, component(-3), component(-4), rate));
    assertEquals("kt 5 deg 323.13 fpm 640", velocity(1, component(-3), component(4), rate));
    assertEquals("kt 20 deg 36.87 fpm 640", velocity(2, component(3), component(4), rate));
    assertEquals("kt 1022 deg 90 fpm 640", velocity(1, component(1_022), component(0), rate));
    assertEquals("kt 4088 deg 180 fpm 640", velocity(2, component(0), component(-1_022), rate));
    assertEquals("kt 0 fpm 640", velocity(1, component(0), component(0), rate), "no direction");
  }

  @Test
  void whatAVelocityDoesNotKnowItDoesNotSay() {
    assertEquals("fpm 0", velocity(1, NONE_11, component(4), rate(true, 0)));
    assertEquals("fpm 0", velocity(1, component(4), NONE_11, rate(true, 0)));
    assertEquals("kt 4 deg 90", velocity(1, component(4), component(0), NONE_11));
    assertEquals("kt 4 deg 90", velocity(1, component(4), component(0), "11" + bits(0, 9)));
    assertEquals("", velocity(1, NONE_11, NONE_11, NONE_11));
  }

  @Test
  void theRateSaysItsSourceAndSign() {
    assertEquals("fpm 32640", velocity(1, NONE_11, NONE_11, rate(true, 510)));
    assertEquals("fpm -32640", velocity(1, NONE_11, NONE_11, rate(true, -510)));
    assertEquals("gnss-fpm 64", velocity(1, NONE_11, NONE_11, rate(false, 1)));
    assertEquals("gnss-fpm -64", velocity(3, NONE_11, NONE_11, rate(false, -1)));
  }

  @Test
  void airspeedAndHeadingAreNeitherSpeedNorTrack() {
    for (int subtype : new int[] {3, 4}) {
      assertEquals(
          "fpm -128", velocity(subtype, "1" + bits(512, 10), component(250), rate(true, -2)));
    }
    for (int subtype : new int[] {0, 5, 6, 7}) {
      assertEquals("", velocity(subtype, component(3), component(4), rate(true, 2)));
    }
  }

  @Test
  void everyEmergencyStateIsRead() {
    for (int state = 0; state < 7; state++) {
      Emergency expected =
          new Emergency[] {
                Emergency.NONE,
                Emergency.GENERAL,
                Emergency.LIFEGUARD,
                Emergency.MINIMUM_FUEL,
                Emergency.NO_RADIO,
                Emergency.UNLAWFUL,
                Emergency.DOWNED
              }
              [state];
      assertEquals(
          "squawk 7654 " + expected, squitter(Sender.emergency(state, identityCode("7654"))));
    }
    assertEquals("squawk 1200", squitter(Sender.emergency(7, identityCode("1200"))));
    assertEquals("NONE", squitter(Sender.emergency(0, bits(0, 13))));
    assertEquals("", squitter(bits(28, 5) + bits(2, 3) + bits(-1, 48)));
    assertEquals("", squitter(bits(28, 5) + bits(0, 3) + bits(-1, 48)));
  }

  @Test
  void typesThatSayNothingForUsNameTheirSenderAllTheSame() {
    for (int type : new int[] {23, 24, 25, 26, 27, 29, 30, 31}) {
      assertEquals("", squitter(bits(type, 5) + bits(-1, 51)), "" + type);
    }
  }

  @Test
  void statusAndTargetSayHowGoodPositionsAreFromThenOn() {
    squitter(Sender.operation(0, 0, 9));
    assertEquals(ModeSMessage.UNKNOWN, positionAccuracy, "version 0 has none");
    squitter(Sender.operation(2, 2, 9));
    assertEquals(ModeSMessage.UNKNOWN, positionAccuracy, "a reserved subtype");
    squitter(Sender.operation(0, 1, 8));
    assertEquals(8, positionAccuracy);
    squitter(Sender.operation(1, 2, 7));
    assertEquals(7, positionAccuracy);
    squitter(bits(29, 5) + bits(0, 51));
    assertEquals(7, positionAccuracy, "target state of version 1");
    squitter(Sender.target(10));
    assertEquals(10, positionAccuracy);
    squitter(Sender.velocity(100, 0, 0));
    assertEquals(10, positionAccuracy);
    read(new Sender(0x0AB124).squitter(Sender.velocity(100, 0, 0)));
    assertEquals(ModeSMessage.UNKNOWN, positionAccuracy, "that of another aircraft");
  }

  @Test
  void accuracyIsARadiusThatHolds95Of100() {
    assertEquals(185.2 / 2.45, sigma(Fix.Source.ADSB, 7, 11), 1e-9);
    assertEquals(18_520 / 2.45, sigma(Fix.Source.ADSB, 1, 11), 1e-9);
    assertEquals(10, sigma(Fix.Source.ADSB, 11, 9), "never better than the delay");
    double usual = sigma(Fix.Source.ADSB, ModeSMessage.UNKNOWN, 11);
    assertEquals(usual, sigma(Fix.Source.ADSB, 0, 11));
    assertEquals(usual, sigma(Fix.Source.ADSB, 15, ModeSMessage.UNKNOWN));
    assertTrue(sigma(Fix.Source.ADSB, 0, 17) > sigma(Fix.Source.ADSB, 0, 14));
    assertTrue(sigma(Fix.Source.MLAT, 9, 11) > usual);
    assertTrue(sigma(Fix.Source.REBROADCAST, 9, 11) > usual);
  }

  private static double sigma(Fix.Source source, int nacp, int type) {
    Fix.State state = PositionAccuracy.state(source, nacp, type);
    assertEquals(source, state.source());
    return state.accuracy().worstMetres();
  }

  @Test
  void theCapabilitySaysWhetherItIsOnTheGround() {
    for (int capability = 0; capability < 8; capability++) {
      String expected = capability == 4 ? " ground" : capability == 5 ? " air" : "";
      assertEquals(
          "0ab123 V3HHA A1" + expected, read(SENDER.squitter(capability, identity(4, 1, "V3HHA"))));
      assertEquals("0ab123" + expected, read(SENDER.allCall(capability, 0)));
    }
    String surface = Sender.surface(7, 1, "00000000", false, 17.5, -88.3);
    assertEquals("0ab123 kt 0 ground", read(SENDER.squitter(AIRBORNE, surface)));
    String airborne = Sender.airborne(11, squitterAltitude(0), false, 17.5, -88.3);
    assertEquals("0ab123 ft 0 ground", read(SENDER.squitter(GROUND, airborne)));
  }

  @Test
  void theControlFieldOfANonTransponderSaysWhoseAddressItIs() {
    String[][] byControl = {
      {"0ab123", "ADSB"},
      {"~0ab123", "ADSB"},
      {"0ab123", "REBROADCAST"},
      {"0ab123", "REBROADCAST"},
      null,
      {"~0ab123", "REBROADCAST"},
      {"0ab123", "REBROADCAST"},
      null
    };
    for (int control = 0; control < 8; control++) {
      String[] expected = byControl[control];
      String me = control == 3 ? bits(0, 56) : identity(4, 1, "V3HHA");
      String text = read(SENDER.nonTransponder(control, me));
      if (expected == null) {
        assertEquals("not-used", text, "control field " + control);
      } else {
        assertEquals(expected[0] + (control == 3 ? "" : " V3HHA A1"), text);
        assertEquals(expected[1], source.name());
      }
    }
  }

  @Test
  void theImfBitOfEachTypeTellsATrackNumberFromAnAddress() {
    int[][] placeByType = {
      {5, 21}, {6, 21}, {7, 21}, {8, 21}, {9, 8}, {11, 8}, {18, 8}, {20, 8}, {22, 8}, {19, 9},
      {28, 56}, {29, 51}, {31, 56}
    };
    for (int[] row : placeByType) {
      StringBuilder me = new StringBuilder(bits(row[0], 5) + bits(0, 51));
      for (int control : new int[] {2, 6}) {
        me.setCharAt(row[1] - 1, '0');
        assertTrue(read(SENDER.nonTransponder(control, me.toString())).startsWith("0ab123"));
        me.setCharAt(row[1] - 1, '1');
        assertTrue(
            read(SENDER.nonTransponder(control, me.toString())).startsWith("~0ab123"),
            "type " + row[0] + ", control field " + control);
      }
    }
    assertEquals("0ab123", read(SENDER.nonTransponder(3, bits(0, 56))));
    assertEquals("~0ab123", read(SENDER.nonTransponder(3, "1" + bits(0, 55))));
  }

  @Test
  void repliesGiveAltitudeOrSquawk() {
    squitter(Sender.target(9));
    String message = bits(0x1234567, 56);
    assertEquals("0ab123 ft 9000", read(SENDER.reply(0, 0, altitude(9_000))));
    assertEquals("0ab123 ft 9000", read(SENDER.reply(4, 0, altitude(9_000))));
    assertEquals("0ab123 ft 9000", read(SENDER.reply(16, 0, altitude(9_000), message)));
    assertEquals("0ab123 ft 9000", read(SENDER.reply(20, 0, altitude(9_000), message)));
    assertEquals("0ab123 squawk 1200", read(SENDER.reply(5, 0, identityCode("1200"))));
    assertEquals("0ab123 squawk 7777", read(SENDER.reply(21, 0, identityCode("7777"), message)));
    assertEquals("0ab123 squawk 0000", read(SENDER.reply(5, 0, identityCode("0000"))));
    assertEquals("0ab123", read(SENDER.reply(4, 0, bits(0, 13))), "no altitude");
    assertEquals("0ab123", read(SENDER.reply(4, 0, "1000001011010")), "metres");
  }

  @Test
  void theFlightStatusSaysGroundAndNeverAir() {
    squitter(Sender.target(9));
    String message = bits(0, 56);
    for (int status = 0; status < 8; status++) {
      String ground = status == 1 || status == 3 ? " ground" : "";
      assertEquals("0ab123 ft 0" + ground, read(SENDER.reply(4, status, altitude(0))));
      assertEquals("0ab123 ft 0" + ground, read(SENDER.reply(20, status, altitude(0), message)));
      String squawk = identityCode("1200");
      assertEquals("0ab123 squawk 1200" + ground, read(SENDER.reply(5, status, squawk)));
      assertEquals("0ab123 squawk 1200" + ground, read(SENDER.reply(21, status, squawk, message)));
      String vertical = status >= 4 ? " ground" : "";
      assertEquals("0ab123 ft 0" + vertical, read(SENDER.reply(0, status, altitude(0))));
      assertEquals("0ab123 ft 0" + vertical, read(SENDER.reply(16, status, altitude(0), message)));
    }
  }

  @Test
  void aReplyCountsForNinetySecondsAfterItsSenderNamedItself() {
    byte[] reply = SENDER.reply(4, 0, altitude(9_000));
    assertEquals("unannounced", read(reply));
    squitter(Sender.target(9));
    assertEquals("0ab123 ft 9000", read(reply, AT + 90_000));
    assertEquals("unannounced", read(reply, AT + 90_001), "replies do not announce");
    read(SENDER.nonTransponder(0, Sender.target(9)), AT + 100_000);
    assertEquals("0ab123 ft 9000", read(reply, AT + 190_000));
    read(SENDER.allCall(AIRBORNE, 0), AT + 200_000);
    assertEquals("0ab123 ft 9000", read(reply, AT + 290_000));
  }

  @Test
  void aReplyNeverCountsForAnAddressThatIsOneBitAway() {
    squitter(Sender.target(9));
    String message = bits(0, 56);
    for (int bit = 0; bit < 24; bit++) {
      Sender close = new Sender(0x0AB123 ^ 1 << bit);
      assertEquals("unannounced", read(close.reply(4, 0, altitude(9_000))));
      assertEquals("unannounced", read(close.reply(21, 0, identityCode("7700"), message)));
    }
  }

  @Test
  void aMadeUpAddressAnnouncesNoReplies() {
    assertEquals("~0ab123 V3HHA A1", read(SENDER.nonTransponder(1, identity(4, 1, "V3HHA"))));
    assertEquals("unannounced", read(SENDER.reply(4, 0, altitude(9_000))));
  }

  @Test
  void anAllCallReplyToAnInterrogatorAnnouncesOnlyIfItComesTwice() {
    byte[] reply = SENDER.reply(4, 0, altitude(9_000));
    assertEquals("0ab123 air", read(SENDER.allCall(AIRBORNE, 5)));
    assertEquals("unannounced", read(reply));
    assertEquals("0ab123 air", read(SENDER.allCall(AIRBORNE, 9), AT + 60_001), "too late");
    assertEquals("unannounced", read(reply, AT + 60_001));
    assertEquals("0ab123 air", read(SENDER.allCall(AIRBORNE, 9), AT + 61_000));
    assertEquals("0ab123 ft 9000", read(reply, AT + 61_000));
  }

  @Test
  void anInterrogatorHasSevenBits() {
    for (int code = 0; code < 128; code++) {
      assertEquals("0ab123 air", read(SENDER.allCall(AIRBORNE, code)));
    }
    for (int bit = 7; bit < 24; bit++) {
      assertEquals("checksum", read(SENDER.allCall(AIRBORNE, 1 << bit)));
    }
  }

  @Test
  void formatsThatWeDoNotReadAreNotUsed() {
    for (int format = 0; format < 32; format++) {
      boolean isRead =
          format <= 21 && "0 4 5 11 16 17 18 20 21".matches(".*\\b" + format + "\\b.*");
      int rest = format < 16 ? 27 : 83;
      byte[] frame = Sender.frame(bits(format, 5) + bits(0, rest), 0);
      assertEquals(!isRead, "not-used".equals(read(frame)), "DF " + format + ": " + said);
    }
  }

  @Test
  void aLengthThatDoesNotFitTheFormatIsMalformed() {
    for (int format = 0; format < 32; format++) {
      int wrong = format < 16 ? 83 : 27;
      assertEquals("malformed", read(Sender.frame(bits(format, 5) + bits(0, wrong), 0)));
    }
    for (int length : new int[] {0, 1, 2, 6, 8, 13, 15, 28}) {
      assertEquals("malformed", read(new byte[length]));
    }
  }

  @Test
  void zerosAreNobodysReply() {
    assertEquals("unannounced", read(new byte[7]));
    assertEquals("not-used", read(Sender.frame("11000" + bits(0, 83), 0)));
    assertEquals("000000 V3HHA A1 air", read(new Sender(0).squitter(identity(4, 1, "V3HHA"))));
  }

  @Test
  void everyDamagedBitOfASquitterIsSeen() {
    byte[] good = SENDER.squitter(identity(4, 1, "V3HHA"));
    for (int bit = 5; bit < 112; bit++) {
      byte[] damaged = good.clone();
      damaged[bit / 8] ^= (byte) (0x80 >> bit % 8);
      assertEquals("checksum", read(damaged), "bit " + bit);
    }
  }

  @Test
  void withoutTimesAnAnnouncementHolds() {
    read(SENDER.squitter(Sender.target(9)), ModeSReader.TIMELESS);
    assertEquals("0ab123 ft 9000", read(SENDER.reply(4, 0, altitude(9_000)), ModeSReader.TIMELESS));
  }
}
