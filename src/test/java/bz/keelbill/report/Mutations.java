package bz.keelbill.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Good lines made bad: bits flipped, bytes changed, cut, spliced, in any number of ways. */
public final class Mutations {
  private static final int LONGEST = 2_048;

  /** Of the random numbers, so that a failure can be had again with {@code -Dseed=...}. */
  public final long seed;

  private final SplittableRandom random;
  private final List<byte[]> good;
  private final String letters;

  /**
   * Begins.
   *
   * @param good the lines to begin with
   * @param letters what the format likes to trip over
   */
  public Mutations(List<String> good, String letters) {
    this(anySeed(), good.stream().map(Mutations::bytes).toList(), letters);
  }

  /** The same of bytes that are no text, with a seed from which they were made. */
  public Mutations(long seed, List<byte[]> good, String letters) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.good = good;
    this.letters = letters;
    System.out.println("seed " + seed);
  }

  /** The seed that was asked for, or else another one each time. */
  public static long anySeed() {
    return Long.getLong("seed", System.nanoTime());
  }

  /** The next line, of up to three mutations. */
  public byte[] next() {
    byte[] line = good.get(random.nextInt(good.size())).clone();
    for (int left = random.nextInt(4); left > 0 && line.length > 0; left--) {
      line = mutated(line);
    }
    return line;
  }

  /** Whether something of one in {@code times} chances happens. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private byte[] mutated(byte[] line) {
    int at = random.nextInt(line.length);
    switch (random.nextInt(8)) {
      case 0 -> line[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> line[at] = (byte) random.nextInt(256);
      case 2, 3 -> line[at] = (byte) letters.charAt(random.nextInt(letters.length()));
      case 4 -> {
        return Arrays.copyOf(line, at);
      }
      case 5 -> {
        return Arrays.copyOfRange(line, at, line.length);
      }
      case 6 -> {
        return spliced(line, at, line, random.nextInt(line.length));
      }
      default -> {
        byte[] other = good.get(random.nextInt(good.size()));
        return spliced(line, at, other, random.nextInt(other.length));
      }
    }
    return line;
  }

  private static byte[] spliced(byte[] head, int to, byte[] tail, int from) {
    int length = Math.min(LONGEST, to + tail.length - from);
    byte[] line = Arrays.copyOf(head, length);
    System.arraycopy(tail, from, line, to, Math.max(0, length - to));
    return line;
  }

  /** A text byte by byte. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A line as text, for the message of a failure. */
  public static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }
}
