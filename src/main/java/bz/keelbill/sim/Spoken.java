package bz.keelbill.sim;

import java.nio.charset.StandardCharsets;

/**
 * One line, or one message of several lines, that a simulated sensor delivers.
 *
 * @param feed {@link #AIS}, {@link #RADAR}, {@link #FLIGHTS} or {@link #PLANS}
 * @param atMillis when it arrives, Unix time in milliseconds; lines of one feed come in this order
 * @param bytes as on the wire, line ends included; not to be changed
 */
public record Spoken(String feed, long atMillis, byte[] bytes) {
  /** AIS sentences with tag blocks. */
  public static final String AIS = "ais";

  /** Radar TTM sentences with tag blocks. */
  public static final String RADAR = "radar";

  /** SBS-1 lines in UTC. */
  public static final String FLIGHTS = "flights";

  /** Flight plan messages in their AFTN envelope. */
  public static final String PLANS = "plans";

  static Spoken line(String feed, long atMillis, String text) {
    return new Spoken(feed, atMillis, (text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The bytes as characters. */
  public String text() {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
