package bz.keelbill.adsb;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which State's aircraft bear which 24-bit addresses (ICAO Annex 10, Volume III, chapter 9).
 *
 * <p>Whoever has no such table judges no address unallocated. Immutable; look-ups allocate nothing.
 */
public final class AddressBlocks {
  private static final int MAX_ADDRESS = 0xFFFFFF;

  private final Block[] blocks;
  private final int[] firsts;

  /**
   * Addresses in a row that one State gives out.
   *
   * @param first address, 0 to 0xFFFFFF
   * @param last address, not below the first
   * @param state the State's name, in English
   * @param country ISO 3166-1 alpha-2; null for the blocks that ICAO itself uses
   * @param marks nationality marks of its aircraft (ICAO Annex 7), as {@code V3-}; may be empty
   * @param agreed whether all copies of the table agree on it; false where only the latest has the
   *     block, or this end of a block made wider
   */
  public record Block(
      int first, int last, String state, String country, List<String> marks, boolean agreed) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the addresses are no range of 24-bit ones
     */
    public Block {
      marks = List.copyOf(marks);
      if (first < 0 || last < first || last > MAX_ADDRESS) {
        throw new IllegalArgumentException(range(first, last) + " is no range of addresses");
      }
    }

    /** The registration that all its aircraft begin with; null if there is none or several. */
    public String mark() {
      return marks.size() == 1 ? marks.get(0) : null;
    }

    @Override
    public String toString() {
      return range(first, last) + " " + state;
    }

    private static String range(int first, int last) {
      return String.format("%06X-%06X", first, last);
    }
  }

  private AddressBlocks(Block[] blocks) {
    this.blocks = blocks;
    this.firsts = Arrays.stream(blocks).mapToInt(Block::first).toArray();
  }

  /**
   * A table of blocks in any order.
   *
   * @throws IllegalArgumentException naming two blocks that share addresses
   */
  public static AddressBlocks of(List<Block> blocks) {
    Block[] sorted = blocks.toArray(Block[]::new);
    Arrays.sort(sorted, Comparator.comparingInt(Block::first));
    for (int at = 1; at < sorted.length; at++) {
      if (sorted[at].first() <= sorted[at - 1].last()) {
        throw new IllegalArgumentException(
            sorted[at - 1] + " and " + sorted[at] + " share addresses");
      }
    }
    return new AddressBlocks(sorted);
  }

  /**
   * The block of an address.
   *
   * @param address a real one, not one that a ground station made up
   * @return null if no State has it: not allocated, reserved for a region, or no address at all
   */
  public Block of(int address) {
    int found = Arrays.binarySearch(firsts, address);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && address <= blocks[at].last() ? blocks[at] : null;
  }

  /**
   * The block of the State whose mark a registration bears, by the longest mark that fits.
   *
   * @param registration letters and digits, with or without hyphen; null if not known
   * @return a block of that State, null if no mark fits
   */
  public Block ofRegistration(String registration) {
    String letters = letters(registration);
    Block best = null;
    int longest = 0;
    for (Block block : blocks) {
      for (String mark : block.marks()) {
        int length = letters(mark).length();
        if (length > longest && letters.startsWith(letters(mark))) {
          best = block;
          longest = length;
        }
      }
    }
    return best;
  }

  /** Whether a registration bears a mark of the block's State; hyphens do not matter. */
  public static boolean bears(Block block, String registration) {
    String letters = letters(registration);
    return block.marks().stream().anyMatch(mark -> letters.startsWith(letters(mark)));
  }

  /** How many blocks there are. */
  public int size() {
    return blocks.length;
  }

  private static String letters(String text) {
    return text == null ? "" : text.replace("-", "");
  }
}
