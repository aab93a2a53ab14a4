package bz.keelbill.ais;

/**
 * Where a number stands and how it is coded. All that decoding needs stands in this one object: it
 * is read some fifteen times for each message. Immutable.
 */
final class Row {
  final int decimals;
  private final int slot;
  private final int offset;
  private final int width;
  private final int end;
  private final int sign;
  private final int bias;
  private final int lowest;
  private final int highest;
  private final double divisor;

  /**
   * A number.
   *
   * @param slot its place among the decoded values
   * @param offset of its first bit
   * @param width 1 to 32 bits
   */
  Row(int slot, int offset, int width, Quantity quantity) {
    this.decimals = quantity.decimals;
    this.slot = slot;
    this.offset = offset;
    this.width = width;
    this.end = offset + width;
    this.sign = quantity.isSigned() ? 1 << width - 1 : 0;
    this.bias = quantity.shift - sign;
    this.lowest = quantity.lowest + quantity.shift;
    this.highest = quantity.highest + quantity.shift;
    this.divisor = quantity.divisor;
  }

  /** Puts the number into its slot: NaN if the message ends before it or says it has none. */
  void decode(Bits bits, double[] values) {
    double value = Double.NaN;
    if (end <= bits.length()) {
      int shifted = (bits.unsigned(offset, width) ^ sign) + bias;
      if (shifted >= lowest && shifted <= highest) {
        value = shifted / divisor;
      }
    }
    values[slot] = value;
  }

  /** The number that {@link #decode} has put into its slot. */
  double in(double[] values) {
    return values[slot];
  }
}
