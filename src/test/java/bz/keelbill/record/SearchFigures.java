package bz.keelbill.record;

import bz.keelbill.geo.Position;
import bz.keelbill.record.TrackQuery.Who;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Measures the record on a made day: 2,300 craft, a fix each minute, 3.3 million fixes. Writes the
 * day, asks of it, and checks every hash of it. Run by hand with a folder as its argument.
 */
public final class SearchFigures {
  private static final int CRAFT = 2_300;
  private static final int MINUTES = 1_440;

  private SearchFigures() {}

  /** Does it. */
  public static void main(String[] args) throws Exception {
    Path dir = Files.createDirectories(Path.of(args[0]));
    if (DayName.in(dir).isEmpty()) {
      timed("write", () -> write(dir));
    }
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    RecordedDay day = recordings.days().get(0);
    System.out.printf(
        "%,d lines, %,d bytes, %.1f a fix%n",
        day.lines(), day.bytes(), day.bytes() / (double) day.lines());
    Who one = new Who(null, null, 312_000_777L, null, null, null, null);
    Spot box = new Spot.Box(-88.2, 17.2, -87.9, 17.5);
    Spot circle = new Spot.Circle(new Position(17.3, -87.9), 2 * 1852);
    for (int i = 0; i < 3; i++) {
      timed("one craft, a day", () -> recordings.tracks(query(0, 24, one, null), "", 100));
      timed("box, an hour", () -> recordings.tracks(query(1, 2, Who.ANYBODY, box), "", 100));
      timed("box, a day", () -> recordings.tracks(query(0, 24, Who.ANYBODY, box), "", 100));
      timed(
          "within 2 nm, 0100 to 0300",
          () -> recordings.tracks(query(1, 3, Who.ANYBODY, circle), "", 100));
    }
    timed(
        "check of every row",
        () -> {
          RecordCheck check = new RecordCheck(dir.resolve("tmp"));
          check.days(dir);
          System.out.println(check.notes() + " " + check.flaws());
        });
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    System.out.printf("%-28s %,d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
  }

  private static TrackQuery query(double from, double to, Who who, Spot where) {
    return new TrackQuery(RecordedScene.hour(from), RecordedScene.hour(to), who, where);
  }

  private static void write(Path dir) throws Exception {
    Random random = new Random(1);
    double[] lat = random.doubles(CRAFT, 15.5, 18.5).toArray();
    double[] lon = random.doubles(CRAFT, -89, -86.5).toArray();
    try (RecordedScene scene = new RecordedScene(dir)) {
      for (int minute = 0; minute < MINUTES; minute++) {
        scene.clock.set(RecordedScene.MIDNIGHT + minute * 60_000L);
        for (int i = 0; i < CRAFT; i++) {
          lat[i] += random.nextGaussian() * 0.002;
          lon[i] += random.nextGaussian() * 0.002;
          int mmsi = 312_000_000 + i;
          String text = "!AIVDM,1,1,,A,15Mj23P000G?q7fK>g:o7@1:0L3S" + random.nextInt() + ",0*1B";
          scene.fix(
              i,
              "mmsi:" + mmsi,
              RecordedScene.ship(mmsi, "CRAFT " + i, null, null),
              lat[i],
              lon[i],
              Double.NaN,
              text);
        }
        scene.recorder.tick(scene.clock.get());
        scene.awaitRoom();
      }
      scene.awaitWritten();
    }
  }
}
