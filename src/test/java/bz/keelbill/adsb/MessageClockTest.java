package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Fix;
import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageClockTest {
  private static final long AT = 1_795_230_000_000L;
  private static final long MILLI = 12_000;
  private static final long START = 5_000_000_000L;
  private static final long ELEVEN_MINUTES = 660_000;

  private final MessageClock live = new MessageClock(MessageClock.Counter.TICKS, true);
  private final MessageClock recorded = new MessageClock(MessageClock.Counter.TICKS, false);
  private final MessageClock gps = new MessageClock(MessageClock.Counter.GPS, false);

  /** Seconds and nanoseconds of the day. */
  private static long gps(double secondOfDay) {
    long second = (long) secondOfDay;
    return second << 30 | Math.round((secondOfDay - second) * 1e9);
  }

  @Test
  void theFirstFrameIsSentWhenItComes() {
    assertEquals(AT, live.atMillis(START, AT));
    assertEquals(AT, recorded.atMillis(1L << 47, AT));
    assertEquals(AT, gps.atMillis(gps(86_399), AT));
  }

  @Test
  void theCounterTellsWhatAStalledConnectionHides() {
    live.atMillis(START, AT);
    for (int second = 1; second <= 60; second++) {
      long at = live.atMillis(START + second * 1_000 * MILLI, AT + 60_000);
      assertEquals(AT + second * 1_000, at, second, "drawn along by a thousandth at most");
    }
  }

  @Test
  void theCounterWraps() {
    recorded.atMillis((1L << 48) - 3 * MILLI, AT);
    assertEquals(AT + 5, recorded.atMillis(2 * MILLI, AT));
    gps.atMillis(gps(86_399.5), AT);
    assertEquals(AT + 750, gps.atMillis(gps(0.25), AT));
  }

  @Test
  void aLittleDisorderIsKept() {
    recorded.atMillis(START, AT);
    assertEquals(AT - 400, recorded.atMillis(START - 400 * MILLI, AT));
    assertEquals(AT - 1_000, recorded.atMillis(START - 1_000 * MILLI, AT));
    assertEquals(AT, recorded.atMillis(START, AT));
    assertEquals(AT + 100, recorded.atMillis(START + 100 * MILLI, AT));
  }

  @Test
  void aLittleDisorderAtMidnightIsNoDay() {
    gps.atMillis(gps(86_399.9), AT);
    assertEquals(AT + 200, gps.atMillis(gps(0.1), AT));
    assertEquals(AT + 50, gps.atMillis(gps(86_399.95), AT));
    assertEquals(AT + 300, gps.atMillis(gps(0.2), AT));
  }

  @Test
  void aCounterThatStartsAnewLiveIsSetByArrival() {
    live.atMillis(START, AT);
    assertEquals(AT + 3_000, live.atMillis(START - 1_001 * MILLI, AT + 3_000));
    assertEquals(AT + 3_500, live.atMillis(START - 501 * MILLI, AT + 3_500));
  }

  @Test
  void aCounterThatStartsAnewInARecordingLeavesTooLongAPauseForAnyPair() {
    for (long fraction = 0; fraction < MILLI; fraction += 1_000) {
      MessageClock clock = new MessageClock(MessageClock.Counter.TICKS, false);
      clock.atMillis(START, AT);
      long last = clock.atMillis(START + 5 * MILLI + fraction, AT);
      long anew = clock.atMillis(7, last);
      assertEquals(ELEVEN_MINUTES, anew - last, 1, "after " + fraction + " ticks more");
    }
  }

  @Test
  void aLongGapIsOneWhateverTheCounter() {
    live.atMillis(START, AT);
    assertEquals(AT + 90_000, live.atMillis(START + 61_000 * MILLI, AT + 90_000));
    recorded.atMillis(START, AT);
    assertEquals(AT + 60_000, recorded.atMillis(START + 60_000 * MILLI, AT));
    assertEquals(AT + 3_660_000, recorded.atMillis(START + 3_660_000 * MILLI, AT + 60_000));
    long after = recorded.atMillis(START + 1_000_000_000 * MILLI, AT + 3_660_000);
    assertEquals(AT + 3_660_000 + ELEVEN_MINUTES, after, "no pause of eleven days is believed");
  }

  @Test
  void noFrameIsLaterThanItsArrival() {
    live.atMillis(START, AT);
    assertEquals(AT + 10, live.atMillis(START + 500 * MILLI, AT + 10));
    assertEquals(AT + 20, live.atMillis(START + 510 * MILLI, AT + 20));
  }

  /** A crystal may be off by a hundred parts in a million: nine seconds a day. */
  @Test
  void overADayASlowCounterAndAFastOneStayWithOurClock() {
    for (double rate : new double[] {1 - 1e-4, 1, 1 + 1e-4}) {
      MessageClock clock = new MessageClock(MessageClock.Counter.TICKS, true);
      for (int second = 0; second <= 86_400; second++) {
        long arrived = AT + second * 1_000L;
        long ticks = START + Math.round(second * 1_000L * MILLI * rate);
        long late = arrived - clock.atMillis(ticks, arrived);
        assertTrue(late >= 0 && late <= 2, rate + ": " + late + " ms after " + second + " s");
      }
    }
  }

  @Test
  void aCounterThatWasStoppedIsSetAgain() {
    live.atMillis(START, AT);
    assertEquals(AT + 121_000, live.atMillis(START + 10, AT + 121_000));
  }

  // The stream's side: frames without a time, and several receivers.

  private final List<String> heard = new ArrayList<>();
  private final ModeSReader.Output out =
      new ModeSReader.Output() {
        @Override
        public void message(ModeSMessage message) {
          boolean isTimeless = message.atMillis == ModeSReader.TIMELESS;
          String mlat = message.source == Fix.Source.MLAT ? " mlat" : "";
          heard.add((isTimeless ? "timeless" : message.atMillis - AT) + mlat);
        }

        @Override
        public void reject(Reject.Reason reason) {
          heard.add(reason.word());
        }
      };

  private static final byte[] FRAME = new Sender(0x0AB123).squitter(Sender.target(9));
  private static final long MLAT = 0xFF004D4C4154L;

  private StampedFrames stamped(boolean isLive) {
    return new StampedFrames(new ModeSReader(null, false), MessageClock.Counter.TICKS, isLive);
  }

  private void read(StampedFrames frames, long ticks, long receiver, long arrivedAtMillis) {
    frames.read(FRAME, 0, FRAME.length, ticks, receiver, arrivedAtMillis, out);
  }

  @Test
  void aCounterOfZeroIsNoneAndTheMlatMarkIsOne() {
    StampedFrames frames = stamped(true);
    read(frames, START, 0, AT);
    read(frames, 0, 0, AT + 100);
    read(frames, MLAT, 0, AT + 200);
    read(frames, ModeSMessage.NO_TICKS, 0, AT + 300);
    read(frames, START + 400 * MILLI, 0, AT + 400);
    assertEquals(List.of("0", "100", "200 mlat", "300", "400"), heard);
  }

  @Test
  void inARecordingAFrameWithoutACounterStandsWhereTheLastOneDid() {
    StampedFrames frames = stamped(false);
    read(frames, 0, 0, AT);
    read(frames, START, 0, AT);
    read(frames, START + 700 * MILLI, 0, AT);
    read(frames, MLAT, 0, AT);
    assertEquals(List.of("0", "0", "700", "700 mlat"), heard);
  }

  @Test
  void withoutAnyCounterARecordingHasNoTime() {
    StampedFrames frames = stamped(false);
    read(frames, ModeSMessage.NO_TICKS, 0, ModeSReader.TIMELESS);
    read(frames, 0, 0, ModeSReader.TIMELESS);
    assertEquals(List.of("timeless", "timeless"), heard);
  }

  @Test
  void eachReceiverHasACounterOfItsOwn() {
    StampedFrames frames = stamped(true);
    read(frames, START, 1, AT);
    read(frames, 900 * START, 2, AT + 5);
    read(frames, START + 10 * MILLI, 1, AT + 100);
    read(frames, 900 * START + 20 * MILLI, 2, AT + 100);
    assertEquals(List.of("0", "5", "10", "25"), heard);
  }

  @Test
  void anyNumberOfReceiversIsTaken() {
    StampedFrames frames = stamped(true);
    for (int receiver = 0; receiver < 10_000; receiver++) {
      read(frames, START * receiver + 1, receiver, AT + receiver);
    }
    read(frames, START * 9_999 + 1 + 5 * MILLI, 9_999, AT + 20_000);
    assertEquals("10004", heard.get(10_000));
  }
}
