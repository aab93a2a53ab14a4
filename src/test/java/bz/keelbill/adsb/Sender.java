package bz.keelbill.adsb;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One aircraft's transponder, and the bits of everything that it may send: written from the norms
 * alone, slowly and plainly, so that it may judge the decoder. Bits are text; parity is a long
 * division; positions follow the formulas of DO-260B, A.1.7.2, with the number of zones by its own.
 */
public final class Sender {
  /** In the air, level 2 transponder or better. */
  public static final int AIRBORNE = 5;

  /** The same on the ground. */
  public static final int GROUND = 4;

  /** 0x1FFF409 bit by bit (Annex 10, volume IV, 3.1.2.3.3.2). */
  private static final String GENERATOR = "1111111111111010000001001";

  private static final String LETTERS =
      "#ABCDEFGHIJKLMNOPQRSTUVWXYZ##### ###############0123456789######";

  /** Mode C without its D1: the five steps within 500 feet (Annex 10, volume IV, table 3-1). */
  private static final List<String> HUNDREDS = List.of("001", "011", "010", "110", "100");

  private final int address;

  /** A transponder with its address. */
  public Sender(int address) {
    this.address = address;
  }

  // Frames.

  /** An extended squitter of an aircraft in the air. */
  public byte[] squitter(String me) {
    return squitter(AIRBORNE, me);
  }

  /** DF 17 with a capability. */
  public byte[] squitter(int capability, String me) {
    return frame(bits(17, 5) + bits(capability, 3) + bits(address, 24) + me, 0);
  }

  /** DF 18 with a control field. */
  public byte[] nonTransponder(int control, String me) {
    return frame(bits(18, 5) + bits(control, 3) + bits(address, 24) + me, 0);
  }

  /** DF 11 with a capability and the code of the interrogator that it answers. */
  public byte[] allCall(int capability, int interrogator) {
    return frame(bits(11, 5) + bits(capability, 3) + bits(address, 24), interrogator);
  }

  /** DF 0, 4, 5: the three bits behind the format, and the code of altitude or identity. */
  public byte[] reply(int format, int status, String code) {
    return frame(bits(format, 5) + bits(status, 3) + bits(0, 11) + code, address);
  }

  /** DF 16, 20, 21: the same with 56 bits more. */
  public byte[] reply(int format, int status, String code, String message) {
    return frame(bits(format, 5) + bits(status, 3) + bits(0, 11) + code + message, address);
  }

  /** Anything with its parity behind it. */
  public static byte[] frame(String bits, int overlay) {
    BigInteger parity = new BigInteger(remainder(bits + "0".repeat(24)), 2);
    return bytes(bits + bits(parity.intValue() ^ overlay, 24));
  }

  /** What a frame's bits leave over, 24 of them: 0 if nothing is laid over its parity. */
  public static int remainder(byte[] frame) {
    return Integer.parseInt(remainder(text(frame)), 2);
  }

  private static String remainder(String bits) {
    StringBuilder rest = new StringBuilder(bits);
    for (int at = 0; at + GENERATOR.length() <= bits.length(); at++) {
      if (rest.charAt(at) == '1') {
        for (int i = 0; i < GENERATOR.length(); i++) {
          boolean isSame = rest.charAt(at + i) == GENERATOR.charAt(i);
          rest.setCharAt(at + i, isSame ? '0' : '1');
        }
      }
    }
    return rest.substring(bits.length() - 24);
  }

  // The 56 bits of an extended squitter.

  /** Type 1 to 4. */
  public static String identity(int type, int category, String callsign) {
    return bits(type, 5) + bits(category, 3) + letters(callsign);
  }

  /** Eight characters of six bits. */
  public static String letters(String text) {
    StringBuilder bits = new StringBuilder();
    for (char letter : (text + "        ").substring(0, 8).toCharArray()) {
      bits.append(bits(LETTERS.indexOf(letter), 6));
    }
    return bits.toString();
  }

  /** Type 9 to 18 or 20 to 22, its twelve bits of altitude as they are. */
  public static String airborne(
      int type, String altitude, boolean odd, double latitude, double longitude) {
    return bits(type, 5) + "000" + altitude + "0" + cpr(odd, false, latitude, longitude);
  }

  /** Type 5 to 8. */
  public static String surface(
      int type, int movement, String track, boolean odd, double latitude, double longitude) {
    return bits(type, 5) + bits(movement, 7) + track + "0" + cpr(odd, true, latitude, longitude);
  }

  /** A valid ground track of a surface position. */
  public static String track(double degrees) {
    return "1" + bits((int) Math.round(degrees / 360 * 128) % 128, 7);
  }

  /**
   * Type 19 as it stands: the two components with their signs, and the rate with source and sign.
   */
  public static String velocity(int subtype, String first, String second, String rate) {
    return bits(19, 5) + bits(subtype, 3) + "00000" + first + second + rate + "00" + "00000000";
  }

  /** A component of eleven bits: towards east or north positive. */
  public static String component(int steps) {
    return (steps < 0 ? "1" : "0") + bits(Math.abs(steps) + 1, 10);
  }

  /** A vertical rate of eleven bits, in steps of 64 feet a minute. */
  public static String rate(boolean barometric, int steps) {
    return (barometric ? "1" : "0") + (steps < 0 ? "1" : "0") + bits(Math.abs(steps) + 1, 9);
  }

  /** Subtype 1 with whole knots and feet a minute. */
  public static String velocity(double knots, double degrees, int feetPerMinute) {
    int east = (int) Math.round(knots * Math.sin(Math.toRadians(degrees)));
    int north = (int) Math.round(knots * Math.cos(Math.toRadians(degrees)));
    return velocity(1, component(east), component(north), rate(true, feetPerMinute / 64));
  }

  /** Type 28, subtype 1. */
  public static String emergency(int state, String identity) {
    return bits(28, 5) + bits(1, 3) + bits(state, 3) + identity + bits(0, 32);
  }

  /** Type 29, subtype 1 (version 2). */
  public static String target(int nacp) {
    return bits(29, 5) + bits(1, 2) + bits(0, 32) + bits(nacp, 4) + bits(0, 13);
  }

  /** Type 31. */
  public static String operation(int subtype, int version, int nacp) {
    return bits(31, 5)
        + bits(subtype, 3)
        + bits(0, 32)
        + bits(version, 3)
        + "0"
        + bits(nacp, 4)
        + bits(0, 8);
  }

  // Positions.

  /** Odd or even, latitude, longitude: 1 + 17 + 17 bits (DO-260B, A.1.7.2). */
  public static String cpr(boolean odd, boolean surface, double latitude, double longitude) {
    int i = odd ? 1 : 0;
    int bits = surface ? 19 : 17;
    double height = 360.0 / (60 - i);
    double yz = Math.floor(Math.pow(2, bits) * modulo(latitude, height) / height + 0.5);
    double row = height * (yz / Math.pow(2, bits) + Math.floor(latitude / height));
    double width = 360.0 / Math.max(1, zones(row) - i);
    double xz = Math.floor(Math.pow(2, bits) * modulo(longitude, width) / width + 0.5);
    return i + bits((long) yz % (1 << 17), 17) + bits((long) xz % (1 << 17), 17);
  }

  /** How many zones of longitude a latitude has, by the definition (DO-260B, A.1.7.2 d). */
  public static int zones(double latitude) {
    double north = Math.abs(latitude);
    if (north == 0) {
      return 59;
    }
    if (north >= 87) {
      return north == 87 ? 2 : 1;
    }
    double cosine = Math.cos(Math.PI / 180 * north);
    double angle = Math.acos(1 - (1 - Math.cos(Math.PI / (2 * 15))) / (cosine * cosine));
    return (int) Math.floor(2 * Math.PI / angle);
  }

  private static double modulo(double value, double by) {
    return value - by * Math.floor(value / by);
  }

  // Altitudes and identities.

  /** Thirteen bits of an altitude in steps of 25 feet. */
  public static String altitude(int feet) {
    String steps = bits((feet + 1_000) / 25, 11);
    return steps.substring(0, 6) + "0" + steps.charAt(6) + "1" + steps.substring(7);
  }

  /** The twelve bits of a squitter: the same without the metric bit. */
  public static String squitterAltitude(int feet) {
    return withoutMetric(altitude(feet));
  }

  /** A code of thirteen bits without its seventh. */
  public static String withoutMetric(String code) {
    return code.substring(0, 6) + code.substring(7);
  }

  /**
   * All of the Gillham code from −1,200 feet upwards by 100, as altitude codes of thirteen bits. D2
   * D4 A1 A2 A4 B1 B2 B4 are a reflected binary code of 500 feet; C1 C2 C4 run to and fro.
   */
  public static List<String> gillham() {
    List<String> codes = new ArrayList<>();
    boolean up = true;
    for (String five : reflected(8)) {
      for (int step = 0; step < 5; step++) {
        codes.add(pulses(five, HUNDREDS.get(up ? step : 4 - step)));
      }
      up = !up;
    }
    return codes;
  }

  private static List<String> reflected(int bits) {
    if (bits == 0) {
      return List.of("");
    }
    List<String> shorter = reflected(bits - 1);
    List<String> all = new ArrayList<>();
    shorter.forEach(code -> all.add("0" + code));
    for (int at = shorter.size() - 1; at >= 0; at--) {
      all.add("1" + shorter.get(at));
    }
    return all;
  }

  /** D2 D4 A1 A2 A4 B1 B2 B4 and C1 C2 C4 in the order of the field. */
  private static String pulses(String dab, String c) {
    char[] p = dab.toCharArray();
    return ""
        + c.charAt(0)
        + p[2]
        + c.charAt(1)
        + p[3]
        + c.charAt(2)
        + p[4]
        + "0"
        + p[5]
        + "0"
        + p[6]
        + p[0]
        + p[7]
        + p[1];
  }

  /** Thirteen bits of four octal digits A B C D: C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4. */
  public static String identityCode(String squawk) {
    int a = squawk.charAt(0) - '0';
    int b = squawk.charAt(1) - '0';
    int c = squawk.charAt(2) - '0';
    int d = squawk.charAt(3) - '0';
    return ""
        + (c & 1)
        + (a & 1)
        + (c >> 1 & 1)
        + (a >> 1 & 1)
        + (c >> 2)
        + (a >> 2)
        + "0"
        + (b & 1)
        + (d & 1)
        + (b >> 1 & 1)
        + (d >> 1 & 1)
        + (b >> 2)
        + (d >> 2);
  }

  // Wrappings.

  /** A frame as a Beast stream carries it. */
  public static byte[] beast(byte[] frame, long ticks) {
    return beast(frame.length == 2 ? '1' : frame.length == 7 ? '2' : '3', frame, ticks);
  }

  /** The same under any type. */
  public static byte[] beast(char type, byte[] frame, long ticks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x1A);
    out.write(type);
    out.writeBytes(escaped(bytes(bits(ticks, 48) + bits(200, 8))));
    out.writeBytes(escaped(frame));
    return out.toByteArray();
  }

  /** The name of the receiver of the frame that follows. */
  public static byte[] receiver(long name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x1A);
    out.write(0xE3);
    out.writeBytes(escaped(bytes(bits(name >>> 32, 32) + bits(name & 0xFFFFFFFFL, 32))));
    return out.toByteArray();
  }

  /** Every escape byte twice. */
  public static byte[] escaped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte each : bytes) {
      out.write(each);
      if (each == 0x1A) {
        out.write(each);
      }
    }
    return out.toByteArray();
  }

  /** A frame as AVR text without a counter. */
  public static String avr(byte[] frame) {
    return "*" + hex(frame) + ";";
  }

  /** A frame as AVR text with a counter. */
  public static String avr(byte[] frame, long ticks) {
    return "@" + hex(bytes(bits(ticks, 48))) + hex(frame) + ";";
  }

  /** Upper-case hexadecimal digits. */
  public static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte each : bytes) {
      hex.append("%02X".formatted(each));
    }
    return hex.toString();
  }

  // Bits as text.

  /** A number as so many bits. */
  public static String bits(long value, int count) {
    StringBuilder bits = new StringBuilder();
    for (int bit = count - 1; bit >= 0; bit--) {
      bits.append(value >> bit & 1);
    }
    return bits.toString();
  }

  /** Eight bits a byte. */
  public static byte[] bytes(String bits) {
    byte[] bytes = new byte[bits.length() / 8];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) Integer.parseInt(bits.substring(8 * at, 8 * at + 8), 2);
    }
    return bytes;
  }

  /** The bits of a frame. */
  public static String text(byte[] frame) {
    StringBuilder bits = new StringBuilder();
    for (byte each : frame) {
      bits.append(bits(each & 0xFF, 8));
    }
    return bits.toString();
  }
}
