package bz.keelbill.ais;

/**
 * Where a text of six-bit characters stands, in one piece or two.
 *
 * @param characters how many at most
 * @param moreOffset where it goes on
 * @param more how many more at most stand there
 */
record TextRow(int offset, int characters, int moreOffset, int more) {

  /** A text in one piece. */
  TextRow(int offset, int characters) {
    this(offset, characters, 0, 0);
  }

  /**
   * Table 47: cut at the first "@", trailing blanks stripped, leading ones kept.
   *
   * @param text takes the characters and has room for all of them
   * @return how many they are
   */
  int decode(Bits bits, byte[] text) {
    int most = charactersIn(bits.length());
    int end = 0;
    for (int i = 0; i < most; i++) {
      int six = bits.unsigned(offsetOf(i), 6);
      if (six == 0) {
        break;
      }
      text[i] = (byte) (six < ' ' ? six + '@' : six);
      end = six == ' ' ? end : i + 1;
    }
    return end;
  }

  /** How many whole characters a message of so many bits holds. */
  private int charactersIn(int bits) {
    int first = Math.min(characters, (bits - offset) / 6);
    return more == 0 ? first : first + Math.max(0, Math.min(more, (bits - moreOffset) / 6));
  }

  /** Where the character of that index stands. */
  private int offsetOf(int index) {
    return index < characters ? offset + 6 * index : moreOffset + 6 * (index - characters);
  }
}
