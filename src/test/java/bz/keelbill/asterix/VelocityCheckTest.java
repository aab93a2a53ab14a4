package bz.keelbill.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Surface targets that go with a known speed and say it with a step that is right or wrong. */
class VelocityCheckTest {
  private static final long NOON = 1_795_435_200_000L;
  private static final Position PLACE = new Position(17.5, -88);

  private final Random random = new Random(20261125);
  private final Set<Note> notes = new LinkedHashSet<>();

  /** Takes what some targets say of ten minutes. */
  private void hear(double stepSaid, double stepSet, int targets, double metresPerSecond) {
    Site site =
        new Site(
            "port",
            25 << 8 | 1,
            PLACE,
            20,
            Site.Noise.USUAL,
            new Dialect(Dialect.AdsbEdition.NEWEST, stepSet),
            Site.Targets.BY_CATEGORY);
    Decoder decoder = new AsterixDecoder(List.of(site), "port", false);
    for (int second = 0; second < 600; second += 2) {
      for (int target = 0; target < targets; target++) {
        decoder.decode(
            new Line(
                "feed",
                1,
                NOON + second * 1_000L,
                record(stepSaid, target, second, metresPerSecond)),
            new ForNotes());
      }
    }
  }

  private byte[] record(double step, int target, int second, double metresPerSecond) {
    double course = 37 * target;
    Position begin = Geodesy.destination(PLACE, 20 * target, 5_000);
    Position place = Geodesy.destination(begin, course, metresPerSecond * second);
    Position seen = Geodesy.destination(place, random.nextInt(360), 10 * random.nextGaussian());
    int east = (int) Math.round(metresPerSecond * Math.sin(Math.toRadians(course)) / step);
    int north = (int) Math.round(metresPerSecond * Math.cos(Math.toRadians(course)) / step);
    return new AsterixEncoder(10)
        .source(25, 1)
        .put("000", "01")
        .put("020", "60")
        .time("140", 43_200 + second)
        .put("041", "%08x%08x".formatted(steps(seen.latitude()), steps(seen.longitude())))
        .put("202", "%04x%04x".formatted(east & 0xFFFF, north & 0xFFFF))
        .put("161", "%04x".formatted(target))
        .block();
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees / 180 * (1L << 31));
  }

  private final class ForNotes implements Decoder.Output {
    @Override
    public void report(Report report) {
      // Other tests look at what is reported.
    }

    @Override
    public void reject(Reject reject) {
      throw new AssertionError(reject.reason());
    }

    @Override
    public void note(Note note) {
      notes.add(note);
    }
  }

  @Test
  void saysWhichStepToSetWhenTheOneSetIsFourTimesTooLarge() {
    hear(0.0625, 0.25, 8, 12);
    assertEquals(Set.of(new Note(Note.Kind.VELOCITY_STEP, "port", "0.0625")), notes);
    assertEquals(
        "speeds of station port do not fit the ways of its targets: set velocityLsb: 0.0625",
        notes.iterator().next().text());
  }

  @Test
  void andWhenItIsFourTimesTooSmall() {
    hear(0.25, 0.0625, 8, 12);
    assertEquals(Set.of(new Note(Note.Kind.VELOCITY_STEP, "port", "0.25")), notes);
  }

  @Test
  void saysNothingWhenTheStepIsRight() {
    hear(0.25, 0.25, 8, 12);
    hear(0.0625, 0.0625, 8, 12);
    hear(0.1, 0.1, 8, 12);
    assertEquals(Set.of(), notes);
  }

  @Test
  void saysNothingOfFewTargetsOrOfSuchAsHardlyMove() {
    hear(0.0625, 0.25, 4, 12);
    hear(0.0625, 0.25, 8, 0.5);
    assertEquals(Set.of(), notes);
  }
}
