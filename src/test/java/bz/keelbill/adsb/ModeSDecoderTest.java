package bz.keelbill.adsb;

import static bz.keelbill.adsb.Sender.AIRBORNE;
import static bz.keelbill.adsb.Sender.identity;
import static bz.keelbill.adsb.Sender.identityCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModeSDecoderTest extends DecoderContract {
  private static final long AT = 1_795_230_000_000L;
  private static final long SECOND = 12_000_000;
  private static final long START = 77_000_000_000L;
  private static final Sender SENDER = new Sender(0x0AB123);
  private static final byte[] MOVES = SENDER.squitter(Sender.velocity(120, 90, 640));

  private final List<Report> reports = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private ModeSDecoder decoder = ModeSDecoder.ofBeast(ModeSDecoder.Settings.live("mast"));
  private long number;

  private final Decoder.Output out =
      new Decoder.Output() {
        @Override
        public void message(String type) {
          types.add(type);
        }

        @Override
        public void report(Report report) {
          reports.add(report);
        }

        @Override
        public void reject(Reject reject) {
          rejects.add(reject.reason().word());
        }
      };

  @Override
  protected Decoder newDecoder() {
    return ModeSDecoder.ofAvr(ModeSDecoder.Settings.live("mast"));
  }

  /** Two frames each, since one makes no aircraft. */
  @Override
  protected List<byte[]> goodLines() {
    Sender other = new Sender(0x0AB124);
    List<byte[]> lines = new ArrayList<>();
    String high = Sender.squitterAltitude(9_000);
    for (byte[] frame :
        List.of(
            MOVES,
            SENDER.squitter(identity(4, 1, "V3HHA")),
            other.squitter(Sender.airborne(11, high, false, 17.5, -88.3)),
            other.nonTransponder(1, Sender.emergency(1, identityCode("7700"))))) {
      lines.add((Sender.avr(frame) + Sender.avr(frame)).getBytes(StandardCharsets.US_ASCII));
    }
    return lines;
  }

  private void feed(byte[] frame, long ticks, long arrivedAtMillis) {
    byte[] beast = Sender.beast(frame, ticks);
    BeastFraming.Sink sink =
        new BeastFraming.Sink() {
          @Override
          public void frame(byte[] bytes, int from, int to) {
            byte[] piece = java.util.Arrays.copyOfRange(bytes, from, to);
            decoder.decode(new Line("feed", ++number, arrivedAtMillis, piece), out);
          }

          @Override
          public void garbage(byte[] bytes, int from, int to) {
            throw new AssertionError();
          }
        };
    new BeastFraming().push(beast, 0, beast.length, sink);
  }

  /** So many seconds after the beginning, by every clock. */
  private void feed(byte[] frame, int second) {
    feed(frame, START + second * SECOND, AT + second * 1_000L);
  }

  private <T> List<T> identities(java.util.function.Function<FlightIdentity, T> field) {
    return reports.stream()
        .filter(FlightIdentity.class::isInstance)
        .map(FlightIdentity.class::cast)
        .map(field)
        .filter(Objects::nonNull)
        .toList();
  }

  private Fix fix(int index) {
    return reports.stream().filter(Fix.class::isInstance).map(Fix.class::cast).toList().get(index);
  }

  @Test
  void oneFrameMakesNoAircraftAndTwoWithinAMinuteDo() {
    feed(MOVES, 0);
    assertEquals(List.of(), reports);
    feed(MOVES, 61);
    assertEquals(List.of(), reports, "too late");
    feed(MOVES, 120);
    assertEquals(1, reports.size());
    assertEquals(120, fix(0).motion().speedKnots(), 0.5);
    assertEquals(640, fix(0).height().verticalRateFeetPerMinute());
    assertEquals(new ContactId.Icao24(0x0AB123, true), fix(0).contact());
    assertEquals("mast", fix(0).origin().station());
    assertEquals(List.of("DF17", "DF17", "DF17"), types);
  }

  @Test
  void ghostsAreNotShown() {
    for (int address = 1; address < 5_000; address++) {
      feed(new Sender(address * 77).squitter(Sender.velocity(120, 90, 0)), 0);
    }
    for (int address : new int[] {0, 0xFFFFFF}) {
      for (int i = 0; i < 5; i++) {
        feed(new Sender(address).squitter(identity(4, 1, "GHOST")), 1);
      }
    }
    assertEquals(List.of(), reports);
    assertEquals(List.of(), rejects);
  }

  @Test
  void aReplyIsASecondFrameToo() {
    feed(MOVES, 0);
    feed(SENDER.reply(4, 0, Sender.altitude(9_000)), 1);
    assertEquals(9_000, fix(0).height().altitudeFeet());
    assertNull(fix(0).position());
  }

  private static byte[] damaged(byte[] frame, int bit) {
    byte[] damaged = frame.clone();
    damaged[bit / 8] ^= (byte) (0x80 >> bit % 8);
    return damaged;
  }

  @Test
  void nothingIsRepairedUnlessAskedFor() {
    feed(MOVES, 0);
    feed(damaged(MOVES, 50), 1);
    assertEquals(List.of("checksum"), rejects);
    assertEquals(List.of(), reports);
  }

  @Test
  void askedForOneWrongBitOfAKnownAircraftIsPutRightAndCounted() {
    repairing();
    feed(MOVES, 0);
    feed(MOVES, 0);
    for (int bit = 5; bit < 112; bit++) {
      feed(damaged(MOVES, bit), 1);
      assertEquals("DF17-repaired", types.get(types.size() - 1), "bit " + bit);
      assertEquals(120, fix(bit - 4).motion().speedKnots(), 0.5, "bit " + bit);
    }
    for (int bit = 0; bit < 5; bit++) {
      feed(damaged(MOVES, bit), 1);
    }
    feed(damaged(damaged(MOVES, 20), 90), 1);
    assertEquals(108, reports.size(), "the format itself, and two bits, never");
  }

  @Test
  void aRepairedFrameNeverMakesAnAircraft() {
    repairing();
    for (int bit = 5; bit < 112; bit++) {
      feed(damaged(MOVES, bit), 0);
    }
    assertEquals(List.of(), reports);
    assertEquals(List.of(), types);
    assertEquals(107, rejects.size());
    byte[] other = new Sender(0x0AB122).squitter(Sender.velocity(120, 90, 0));
    feed(MOVES, 1);
    feed(other, 91);
    feed(damaged(other, 50), 92);
    assertTrue(
        reports.stream().noneMatch(r -> r.contact().equals(new ContactId.Icao24(0x0AB123, true))));
  }

  @Test
  void aRepairedFrameIsNotTheSecondOneThatMakesAnAircraft() {
    repairing();
    feed(MOVES, 0);
    feed(damaged(MOVES, 50), 1);
    feed(damaged(MOVES, 60), 2);
    assertEquals(List.of(), reports);
    feed(MOVES, 3);
    assertEquals(1, reports.size());
  }

  private void repairing() {
    decoder =
        ModeSDecoder.ofBeast(
            new ModeSDecoder.Settings(
                "mast", null, MessageClock.Counter.TICKS, true, false, false));
  }

  @Test
  void aChangedCallsignCountsFromTheSecondMessage() {
    feed(MOVES, 0);
    String[] names = {"V3HHA", "TROPIC12", "V3HHA", "TROPIC12", "TROPIC12"};
    for (int i = 0; i < names.length; i++) {
      feed(SENDER.squitter(identity(4, 1, names[i])), 1 + i);
    }
    assertEquals(List.of("V3HHA", "V3HHA", "TROPIC12"), identities(FlightIdentity::callsign));
  }

  @Test
  void aDeclaredEmergencyCountsAtOnceAndSoDoesItsEnd() {
    feed(MOVES, 0);
    feed(SENDER.squitter(Sender.emergency(5, identityCode("7500"))), 1);
    feed(SENDER.squitter(Sender.emergency(0, identityCode("1200"))), 2);
    assertEquals(
        List.of(Emergency.UNLAWFUL, Emergency.NONE), identities(FlightIdentity::emergency));
    assertEquals(List.of("7500", "1200"), identities(FlightIdentity::squawk));
  }

  @Test
  void aRepliedSquawkIsToldButDeclaresNothing() {
    feed(MOVES, 0);
    feed(SENDER.reply(5, 0, identityCode("7700")), 1);
    assertEquals(List.of("7700"), identities(FlightIdentity::squawk));
    assertEquals(List.of(), identities(FlightIdentity::emergency));
  }

  private static byte[] register(String callsign) {
    String message = Sender.bits(0x20, 8) + Sender.letters(callsign);
    return SENDER.reply(20, 0, Sender.altitude(9_000), message);
  }

  @Test
  void aCallsignOfACommBReplyNeedsTwoThatAreEqual() {
    feed(MOVES, 0);
    feed(register("V3HHA"), 1);
    feed(register("V3HHB"), 2);
    feed(register("V3HHA"), 3);
    assertEquals(List.of(), identities(FlightIdentity::callsign));
    feed(register("V3HHA"), 4);
    assertEquals(List.of("V3HHA"), identities(FlightIdentity::callsign));
    String other = Sender.bits(0x30, 8) + Sender.letters("V3HHC");
    feed(SENDER.reply(20, 0, Sender.altitude(0), other), 5);
    feed(SENDER.reply(20, 0, Sender.altitude(0), other), 6);
    assertEquals(List.of("V3HHA"), identities(FlightIdentity::callsign), "another register");
  }

  @Test
  void liveATimeIsThatOfTheCounterAndNotOfArrival() {
    feed(MOVES, START, AT);
    for (int second = 1; second <= 40; second++) {
      feed(MOVES, START + second * SECOND, AT + 40_000);
    }
    for (int second = 1; second <= 40; second++) {
      Fix fix = fix(second - 1);
      assertEquals(AT + second * 1_000, fix.atMillis(), 40);
      assertEquals(AT + 40_000, fix.origin().receivedAtMillis());
    }
  }

  @Test
  void inARecordingTheCounterTellsAllTimesFromItsBeginningOn() {
    decoder = ModeSDecoder.ofBeast(ModeSDecoder.Settings.recorded("mast"));
    feed(MOVES, START, AT);
    feed(MOVES, START + 2 * SECOND, AT);
    feed(MOVES, START + 50 * SECOND, AT);
    assertEquals(AT + 2_000, fix(0).atMillis());
    assertEquals(AT + 50_000, fix(1).atMillis());
  }

  @Test
  void aStalledConnectionMakesNoPairsOfOldHalves() {
    String high = Sender.squitterAltitude(9_000);
    byte[] even = SENDER.squitter(Sender.airborne(11, high, false, 17.5, -88.3));
    byte[] odd = SENDER.squitter(Sender.airborne(11, high, true, 17.6, -88.3));
    feed(even, START, AT);
    for (int second = 12; second < 60; second += 12) {
      feed(second % 24 == 0 ? even : odd, START + second * SECOND, AT + 60_000);
    }
    assertEquals(4, reports.size());
    for (int i = 0; i < 4; i++) {
      assertNull(fix(i).position(), "at once they came, twelve seconds apart they were sent");
    }
  }

  @Test
  void aPositionSaysHowItWasMeasured() {
    String high = Sender.squitterAltitude(9_000);
    for (int i = 0; i < 4; i++) {
      feed(SENDER.squitter(Sender.airborne(11, high, i % 2 == 0, 17.5, -88.3)), i);
    }
    assertEquals(17.5, fix(2).position().latitude(), 1e-4);
    assertEquals(Fix.Source.ADSB, fix(2).state().source());
    decoder =
        ModeSDecoder.ofBeast(
            new ModeSDecoder.Settings(
                "mast", null, MessageClock.Counter.TICKS, false, true, false));
    feed(MOVES, 10);
    feed(MOVES, 11);
    assertEquals(Fix.Source.MLAT, fix(3).state().source());
  }

  @Test
  void anAircraftThatSaysNothingNewIsToldEveryTenSeconds() {
    for (int second = 0; second < 30; second++) {
      feed(SENDER.allCall(AIRBORNE, 0), second);
    }
    assertEquals(3, reports.size());
    feed(SENDER.allCall(Sender.GROUND, 0), 30);
    feed(SENDER.allCall(Sender.GROUND, 0), 30);
    assertEquals(List.of(false, false, false, true), identities(FlightIdentity::onGround));
  }

  @Test
  void theRegistrationIsComputedWhereItCanBe() {
    Sender american = new Sender(0xA00002);
    feed(american.squitter(identity(4, 1, "N1A")), 0);
    feed(american.squitter(identity(4, 1, "N1A")), 1);
    assertEquals(List.of("N1A"), identities(FlightIdentity::registration));
  }

  @Test
  void aFloodOfAddressesCostsNeitherMemoryNorTheAircraftThatSpeaks() {
    long usedBefore = usedMegabytes();
    int told = 0;
    for (int i = 1; i <= 300_000; i++) {
      Sender fake = new Sender(0x100000 + i);
      feed(fake.allCall(AIRBORNE, 0), START + i * 1_000L, AT + i / 12);
      if (i % 1_000 == 0) {
        feed(MOVES, START + i * 1_000L, AT + i / 12);
        told += reports.size();
        reports.clear();
        types.clear();
      }
    }
    long grown = usedMegabytes() - usedBefore;
    assertTrue(grown < 30, grown + " MB more");
    assertEquals(299, told);
    assertEquals(List.of(), rejects);
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  @Test
  void whatIsNoFrameIsRefused() {
    for (int length = 1; length < 70; length++) {
      decoder.decode(new Line("feed", ++number, AT, new byte[length]), out);
      byte[] named = new byte[length];
      named[0] = (byte) 0xE3;
      decoder.decode(new Line("feed", ++number, AT, named), out);
    }
    decoder.decode(new Line("feed", ++number, AT, new byte[2_000]), out);
    assertEquals(69 * 2 + 1, rejects.size());
    assertEquals("too-long", rejects.get(138));
    assertFalse(rejects.subList(0, 138).stream().anyMatch(word -> !word.equals("malformed")));
  }
}
