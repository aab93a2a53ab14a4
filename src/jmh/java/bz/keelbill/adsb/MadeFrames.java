package bz.keelbill.adsb;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/**
 * A Beast stream as a busy receiver gives it: 200 aircraft under way, each with two positions, two
 * velocities and some replies to interrogations a second; one frame in a hundred damaged.
 */
final class MadeFrames {
  private static final int AIRCRAFT = 200;
  private static final double FRAMES_PER_SECOND = 1_800;
  private static final int TICKS_PER_SECOND = 12_000_000;

  private final Random random;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Flight[] flights = new Flight[AIRCRAFT];
  private final byte[] frame = new byte[14];
  private long ticks = 1_000_000_000L;

  private static final class Flight {
    int address;
    Position from;
    double course;
    double knots;
    double feet;
    int turn;
  }

  private MadeFrames(long seed) {
    random = new Random(seed);
    for (int i = 0; i < AIRCRAFT; i++) {
      Flight flight = new Flight();
      flight.address = 0x0A0000 + random.nextInt(0xA00000);
      flight.from =
          new Position(15 + 5 * random.nextDouble(), -91 + 6 * random.nextDouble());
      flight.course = 360 * random.nextDouble();
      flight.knots = 110 + 380 * random.nextDouble();
      flight.feet = 1_000 + 38_000 * random.nextDouble();
      flights[i] = flight;
    }
  }

  /** So many frames. */
  static byte[] of(int frames, long seed) {
    MadeFrames made = new MadeFrames(seed);
    for (int i = 0; i < frames; i++) {
      made.speak(made.flights[made.random.nextInt(AIRCRAFT)]);
    }
    return made.bytes.toByteArray();
  }

  private void speak(Flight flight) {
    ticks += Math.max(2_000, (long) (TICKS_PER_SECOND / FRAMES_PER_SECOND * 2 * random.nextDouble()));
    double metres =
        (double) ticks / TICKS_PER_SECOND * Geodesy.exactDistanceMetres(
            new Position(0, 0), new Position(0, 1)) / 60 / 3_600 * flight.knots * 0.999;
    flight.turn++;
    switch (flight.turn % 9) {
      case 0, 2, 5 -> position(flight, metres, flight.turn % 2);
      case 1, 3, 6 -> squitter(flight, velocity(flight));
      case 4 -> reply(flight, 20, altitudeCode(flight));
      case 7 -> reply(flight, 21, 0x0AAA);
      default -> {
        if (flight.turn % 5 == 0) {
          squitter(flight, 4L << 51 | 3L << 48 | 0x0820_C30C_71C7L);
        } else {
          shortReply(flight);
        }
      }
    }
  }

  private void position(Flight flight, double metres, int odd) {
    Position at = Geodesy.destination(flight.from, flight.course, metres % 400_000);
    double zones = odd == 1 ? 59 : 60;
    double yz = fraction(at.latitude(), 360 / zones);
    double row = 360 / zones * (yz / 131_072 + Math.floor(at.latitude() / (360 / zones)));
    int columns = Math.max(1, Cpr.zonesAt(row) - odd);
    double xz = fraction(at.longitude(), 360.0 / columns);
    long me =
        11L << 51
            | (long) squitterAltitude(flight) << 36
            | (long) odd << 34
            | ((long) yz & 0x1FFFF) << 17
            | (long) xz & 0x1FFFF;
    squitter(flight, me);
  }

  private static double fraction(double degrees, double zone) {
    double within = degrees / zone - Math.floor(degrees / zone);
    return Math.floor(131_072 * within + 0.5);
  }

  private static int squitterAltitude(Flight flight) {
    int steps = (int) ((flight.feet + 1_000) / 25);
    return (steps & 0x7F0) << 1 | 0x10 | steps & 0xF;
  }

  private static int altitudeCode(Flight flight) {
    int code = squitterAltitude(flight);
    return (code & 0xFC0) << 1 | code & 0x3F;
  }

  private static long velocity(Flight flight) {
    double angle = Math.toRadians(flight.course);
    long east = Math.round(flight.knots * Math.sin(angle));
    long north = Math.round(flight.knots * Math.cos(angle));
    return 19L << 51
        | 1L << 48
        | (east < 0 ? 1L : 0) << 42
        | Math.abs(east) + 1 << 32
        | (north < 0 ? 1L : 0) << 31
        | Math.abs(north) + 1 << 21
        | 1L << 20
        | 1L << 10;
  }

  private void squitter(Flight flight, long me) {
    frame[0] = (byte) 0x8D;
    address(flight);
    for (int i = 0; i < 7; i++) {
      frame[4 + i] = (byte) (me >> 48 - 8 * i);
    }
    write(14, 0);
  }

  private void reply(Flight flight, int format, int code) {
    frame[0] = (byte) (format << 3);
    frame[1] = 0;
    frame[2] = (byte) (code >> 8);
    frame[3] = (byte) code;
    for (int i = 4; i < 11; i++) {
      frame[i] = (byte) random.nextInt(256);
    }
    write(14, flight.address);
  }

  private void shortReply(Flight flight) {
    if (flight.turn % 2 == 0) {
      frame[0] = 0x5D;
      address(flight);
      write(7, 0);
    } else {
      frame[0] = 4 << 3;
      frame[1] = 0;
      frame[2] = (byte) (altitudeCode(flight) >> 8);
      frame[3] = (byte) altitudeCode(flight);
      write(7, flight.address);
    }
  }

  private void address(Flight flight) {
    frame[1] = (byte) (flight.address >> 16);
    frame[2] = (byte) (flight.address >> 8);
    frame[3] = (byte) flight.address;
  }

  /** Parity, counter, escapes. */
  private void write(int length, int overlay) {
    frame[length - 3] = 0;
    frame[length - 2] = 0;
    frame[length - 1] = 0;
    int parity = Parity.remainder(frame, 0, length) ^ overlay;
    frame[length - 3] = (byte) (parity >> 16);
    frame[length - 2] = (byte) (parity >> 8);
    frame[length - 1] = (byte) parity;
    if (random.nextInt(100) == 0) {
      frame[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
    }
    bytes.write(0x1A);
    bytes.write(length == 14 ? '3' : '2');
    for (int shift = 40; shift >= 0; shift -= 8) {
      escaped((int) (ticks >> shift) & 0xFF);
    }
    escaped(100);
    for (int i = 0; i < length; i++) {
      escaped(frame[i] & 0xFF);
    }
  }

  private void escaped(int value) {
    bytes.write(value);
    if (value == 0x1A) {
      bytes.write(value);
    }
  }
}
