package bz.keelbill.sim;

import java.util.List;
import java.util.Random;

/**
 * Seeded luck. Every craft and sensor draws from a stream of its own name, so that adding one
 * leaves all others as they were.
 */
final class Chance {
  private final Random random;

  private Chance(long seed) {
    random = new Random(seed);
  }

  static Chance of(long seed, String name) {
    return new Chance(mix(seed * 0x9E3779B97F4A7C15L + name.hashCode()));
  }

  /** Neighbouring seeds would begin alike without this (the finisher of SplitMix64). */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  double gauss(double sigma) {
    return random.nextGaussian() * sigma;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
