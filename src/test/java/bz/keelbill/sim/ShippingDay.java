package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ships that cross the sea off the reef all day, to bring a simulated day to the number of lines
 * that a crowded one has: {@code DAY SHIPS} writes {@code shipping.nmea} beside the files of {@code
 * simulate}. Each says every ten seconds where it is and every six minutes who it is, as class A
 * does. Run by hand.
 */
final class ShippingDay {
  private static final long DAY_MILLIS = 86_400_000;
  private static final int EVERY_SECONDS = 10;
  private static final int WHO_EVERY = 36;
  private static final int UNDER_WAY = 0;
  private static final double WEST = -87.3;
  private static final double EAST = -85.4;
  private static final double SOUTH = 16.0;
  private static final double NORTH = 18.4;

  /** A ship on the way from one point to the next. */
  private static final class Ship {
    private final Papers.Vessel papers;
    private final double knots;
    private final Random random;
    private Position at;
    private Position goal;

    Ship(int number, Random random) {
      this.random = random;
      papers =
          new Papers.Vessel(
              538_000_000 + number,
              9_000_000 + number,
              "V7A" + number,
              "LINER " + number,
              70 + number % 15,
              Papers.Set.CLASS_A,
              Papers.Hull.of(180, 28));
      knots = 9 + 5 * random.nextDouble();
      at = anywhere();
      goal = anywhere();
    }

    private Position anywhere() {
      return new Position(
          SOUTH + (NORTH - SOUTH) * random.nextDouble(),
          WEST + (EAST - WEST) * random.nextDouble());
    }

    Craft.State sail(double seconds) {
      double metres = Units.knotsToMetresPerSecond(knots) * seconds;
      while (Geodesy.distanceMetres(at, goal) < metres) {
        goal = anywhere();
      }
      double course = Geodesy.bearingDegrees(at, goal);
      at = Geodesy.destination(at, course, metres);
      return new Craft.State(at, knots, course, Double.NaN, 0, null);
    }
  }

  private ShippingDay() {}

  /** Does it. */
  public static void main(String[] args) throws IOException {
    Path day = Path.of(args[0]);
    Random random = new Random(day.getFileName().toString().hashCode());
    List<Ship> ships = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      ships.add(new Ship(i, random));
    }
    long start = start(day.resolve("ais.nmea"));
    try (BufferedWriter out = Files.newBufferedWriter(day.resolve("shipping.nmea"))) {
      for (int second = 0; second < DAY_MILLIS / 1000; second++) {
        for (int i = second % EVERY_SECONDS; i < ships.size(); i += EVERY_SECONDS) {
          speak(ships.get(i), start + second * 1000L, second / EVERY_SECONDS + i, out);
        }
      }
    }
  }

  private static long start(Path file) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      String tag = lines.findFirst().orElseThrow();
      long millis = Long.parseLong(tag.replaceAll("^.*?c:(\\d+).*$", "$1")) * 1000;
      return Math.floorDiv(millis, DAY_MILLIS) * DAY_MILLIS;
    }
  }

  private static void speak(Ship ship, long atMillis, int turn, BufferedWriter out)
      throws IOException {
    Craft.State state = ship.sail(EVERY_SECONDS);
    say(AisMessages.positionA(ship.papers, state, UNDER_WAY, atMillis), atMillis, turn, out);
    if (turn % WHO_EVERY == 0) {
      say(AisMessages.voyageA(ship.papers, "HOUSTON", 10.5), atMillis, turn, out);
    }
  }

  private static void say(AisBits bits, long atMillis, int turn, BufferedWriter out)
      throws IOException {
    for (String sentence : bits.sentences(turn % 2 == 0 ? 'A' : 'B', turn % 10)) {
      out.write(Nmea.tagged("ais-belize-city", atMillis, sentence));
      out.newLine();
    }
  }
}
