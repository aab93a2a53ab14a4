package bz.keelbill.radar;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.Scan;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated radar sentences: a million here, more with {@code -Dfuzz.radar=100000000}, the same again
 * with {@code -Dseed=...}.
 */
class RadarFuzzTest {
  private static final long NOON = 1_795_435_200_000L;
  private static final int LINES_PER_CHECK = 16;
  private static final double MOST_METRES = 48 * 1.1 * 1852 + 1;
  private static final Position SITE = new Position(17.5, -88.0);
  private static final List<Station> STATIONS =
      List.of(
          Station.of("demo", SITE),
          new Station("turned", SITE, Station.Reach.USUAL, Station.Noise.USUAL, 30, false),
          new Station(
              "boat", null, new Station.Reach(30, 24), Station.Noise.USUAL, Double.NaN, true));
  private static final String GOOD = "$RATTM,07,8.420,141.5,T,31.2,187.0,T,3.10,12.4,N,,T,*5B";

  private final Mutations mutations =
      new Mutations(
          List.of(
              GOOD,
              "\\s:demo,c:1795435200*35\\$RATTM,07,8.420,141.5,T,31.2,187.0,T,,,N,,T,,120000.00,A*32",
              "\\s:turned,c:1795435200*2A\\$RATTM,07,8.420,111.5,R,31.2,357.0,R,,,K,NAME,Q,*00",
              "\\s:boat,c:1795435200*2A\\$RATTM,07,8.420,111.5,R,31.2,357.0,R,,,N,,T,*00",
              "\\g:1-2-9,s:x*00\\$RATLL,07,1724.0000,N,08736.0000,W,,120000.00,T,*36",
              "\\s:demo,c:1795435200*35\\$RATTM,07,,,T,,,T,,,N,,L,,120009.00,A*12",
              "!RATTD,01,01,1,07F74pM>wwP=:0007F74pM>wwP=:00,0*6C",
              "\\s:demo*00\\$RATLB,7,GOFAST1,12,*44",
              "\\s:boat*00\\$RAOSD,45.0,A,45.0,P,8.0,P,,,N*4E",
              "\\s:boat*00\\$GPRMC,120000,A,1730.0,N,08800.0,W,12.5,90.0,231126,,*00",
              "\\s:boat*00\\$GPGGA,120000,1730.0,N,08800.0,W,1,08,1.0,0,M,,M,,*00",
              "$GPGLL,1730.0,N,08800.0,W,120000,A,A*00",
              "$HEHDT,30.0,T*00",
              "$HETHS,30.0,A*00"),
          ",,,.-*\\$!0123456789TRNKSLQAW: \0\u00ff");

  @Test
  void noMutationEscapesOrHidesTheNextGoodSentence() {
    long lines = Long.getLong("fuzz.radar", 1_000_000);
    RadarDecoder decoder = new RadarDecoder(STATIONS, "demo", false);
    Judge judge = new Judge();
    byte[] good = Mutations.bytes(GOOD);
    for (long number = 1; number <= lines; number++) {
      byte[] line = mutations.next();
      if (!mutations.oneIn(4)) {
        repair(line);
      }
      try {
        decoder.decode(new Line("feed", number, NOON + number % 1000, line), judge);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + mutations.seed + ": " + Mutations.text(line), e);
      }
      if (number % LINES_PER_CHECK == 0) {
        long before = judge.fixes;
        decoder.decode(new Line("feed", number, NOON + number, good), judge);
        assertTrue(judge.fixes == before + 1, "seed " + mutations.seed);
      }
    }
    assertTrue(judge.fixes > lines / 10, "too few get through: " + judge.fixes);
    assertTrue(judge.rejects > lines / 10, "too few are refused: " + judge.rejects);
  }

  /** Gives tag and sentence right checksums, so that what is inside is looked at. */
  private static void repair(byte[] line) {
    int from = 0;
    for (int at = 0; at + 2 < line.length; at++) {
      boolean begins = line[at] == '\\' || line[at] == '$' || line[at] == '!';
      if (line[at] == '*') {
        String sum = "%02X".formatted(Scan.xor(line, from, at));
        line[at + 1] = (byte) sum.charAt(0);
        line[at + 2] = (byte) sum.charAt(1);
      } else if (begins) {
        from = at + 1;
      }
    }
  }

  /** Whatever is reported must be possible. */
  private static final class Judge implements Decoder.Output {
    private long fixes;
    private long rejects;

    @Override
    public void report(Report report) {
      if (report instanceof Fix fix) {
        fixes++;
        judge(fix);
      }
    }

    private static void judge(Fix fix) {
      double speed = fix.motion().speedKnots();
      double course = fix.motion().courseDegrees();
      double heading = fix.motion().headingDegrees();
      assertNotNull(fix.position());
      assertTrue(Double.isNaN(speed) || speed >= 0 && speed <= 100);
      assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
      assertTrue(Double.isNaN(heading) || heading >= 0 && heading < 360);
      assertTrue(fix.state().accuracy().worstMetres() < 2_000);
      String station = fix.origin().station();
      if (station.equals("demo") || station.equals("turned")) {
        double metres = Geodesy.exactDistanceMetres(SITE, fix.position());
        assertTrue(metres <= MOST_METRES, "too far: " + metres);
      }
    }

    @Override
    public void reject(Reject reject) {
      assertNotNull(reject.reason());
      rejects++;
    }
  }
}
