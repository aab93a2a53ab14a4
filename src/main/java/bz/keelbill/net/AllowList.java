package bz.keelbill.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that may come to us.
 *
 * @param blocks allowed blocks of addresses; none means everyone
 */
public record AllowList(List<Block> blocks) {

  /** No restriction. */
  public static final AllowList EVERYONE = new AllowList(List.of());

  /** Copies the list. */
  public AllowList {
    blocks = List.copyOf(blocks);
  }

  /**
   * Addresses with the same first bits.
   *
   * @param address any address of the block, 4 or 16 bytes
   * @param bits how many leading bits count
   */
  public record Block(InetAddress address, int bits) {

    /** Whether an address lies in this block. */
    public boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      int whole = bits / 8;
      if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xFF) >> (8 - rest) == 0;
    }
  }

  /**
   * Reads addresses and blocks such as {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code ::1}.
   *
   * @throws IllegalArgumentException naming the entry that is neither; names are never looked up
   */
  public static AllowList parse(List<String> entries) {
    List<Block> blocks = new ArrayList<>();
    for (String entry : entries) {
      blocks.add(block(entry.strip()));
    }
    return new AllowList(blocks);
  }

  /** Whether such an address may come. */
  public boolean allows(InetAddress address) {
    return blocks.isEmpty() || blocks.stream().anyMatch(block -> block.contains(address));
  }

  /** Whether a literal address may come; anything else may not. */
  public boolean allows(String address) {
    try {
      return blocks.isEmpty() || allows(InetAddress.getByName(address));
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  private static Block block(String entry) {
    int slash = entry.indexOf('/');
    String address = slash < 0 ? entry : entry.substring(0, slash);
    // Only characters of literal addresses, so that no name is ever looked up.
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw wrong(entry, null);
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      int size = parsed.getAddress().length * 8;
      int bits = slash < 0 ? size : Integer.parseInt(entry.substring(slash + 1));
      if (bits < 0 || bits > size) {
        throw wrong(entry, null);
      }
      return new Block(parsed, bits);
    } catch (UnknownHostException | NumberFormatException notAnAddress) {
      throw wrong(entry, notAnAddress);
    }
  }

  private static IllegalArgumentException wrong(String entry, Exception cause) {
    return new IllegalArgumentException(
        "'" + entry + "' is neither an address nor a block such as 10.0.0.0/8", cause);
  }
}
