package bz.keelbill.asterix;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How many octets an item takes, which its own octets tell.
 *
 * <p>Written in tables as {@code n} (so many octets), {@code n+} (so many, and again while the last
 * bit is set), {@code Rn} (a count, then so many times n), {@code X} (the first octet is the length
 * with itself) and {@code C( NAME=form - ... )}: presence bits, seven an octet, the eighth says
 * that another octet follows, then the items that are present.
 */
sealed interface Form {
  /** The item has no end where it may have one. */
  int UNDECODABLE = -1;

  /**
   * Where the item ends.
   *
   * @param from its first octet
   * @param to where the octets end
   * @return {@link #UNDECODABLE} if it would end behind them, or holds what nobody knows
   */
  int end(byte[] bytes, int from, int to);

  /** A form other than the one with presence bits. */
  static Form of(String text) {
    if (text.equals("X")) {
      return new Explicit();
    }
    if (text.startsWith("R")) {
      return new Repeated(Integer.parseInt(text.substring(1)));
    }
    return text.endsWith("+")
        ? new Extended(Integer.parseInt(text.substring(0, text.length() - 1)))
        : new Fixed(Integer.parseInt(text));
  }

  /** So many octets. */
  record Fixed(int octets) implements Form {
    @Override
    public int end(byte[] bytes, int from, int to) {
      return octets <= to - from ? from + octets : UNDECODABLE;
    }
  }

  /** So many octets, and as many more as long as the last bit of them is set. */
  record Extended(int octets) implements Form {
    @Override
    public int end(byte[] bytes, int from, int to) {
      int at = from + octets;
      while (at <= to && (bytes[at - 1] & 1) != 0) {
        at += octets;
      }
      return at <= to ? at : UNDECODABLE;
    }
  }

  /** A count, and so many times the octets. */
  record Repeated(int octets) implements Form {
    @Override
    public int end(byte[] bytes, int from, int to) {
      if (from >= to) {
        return UNDECODABLE;
      }
      int end = from + 1 + (bytes[from] & 0xFF) * octets;
      return end <= to ? end : UNDECODABLE;
    }
  }

  /** Its first octet is its length. */
  record Explicit() implements Form {
    @Override
    public int end(byte[] bytes, int from, int to) {
      int length = from < to ? bytes[from] & 0xFF : 0;
      return length > 0 && length <= to - from ? from + length : UNDECODABLE;
    }
  }

  /**
   * Presence bits and what they announce: a record, and an item with items of its own.
   *
   * @param names of the items; empty where a bit is spare
   * @param forms of the items; null where a bit is spare
   */
  record Compound(List<String> names, List<Form> forms) implements Form {
    /** No standard needs more. */
    private static final int MOST_PRESENCE_OCTETS = 8;

    /** Reads a table. */
    static Compound of(String table) {
      return of(List.of(table.strip().split("\\s+")).iterator());
    }

    private static Compound of(Iterator<String> words) {
      List<String> names = new ArrayList<>();
      List<Form> forms = new ArrayList<>();
      for (String word = next(words); !word.equals(")"); word = next(words)) {
        int star = word.indexOf('*');
        int times = star < 0 ? 1 : Integer.parseInt(word.substring(0, star));
        String shape = word.substring(Math.max(star, word.indexOf('=')) + 1);
        Form form = shape.equals("-") ? null : shape.equals("C(") ? of(words) : Form.of(shape);
        for (int time = 0; time < times; time++) {
          names.add(word.indexOf('=') < 0 ? "" : word.substring(0, word.indexOf('=')));
          forms.add(form);
        }
      }
      return new Compound(names, forms);
    }

    private static String next(Iterator<String> words) {
      return words.hasNext() ? words.next() : ")";
    }

    /** Which one an item is. */
    int indexOf(String name) {
      int index = names.indexOf(name);
      if (index < 0) {
        throw new IllegalArgumentException("no item " + name);
      }
      return index;
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
      return read(bytes, from, to, null);
    }

    /**
     * Finds the items.
     *
     * @param starts takes where each begins, or −1 where it is absent; null if nobody wants to know
     * @return where the last one ends, or {@link #UNDECODABLE}
     */
    int read(byte[] bytes, int from, int to, int[] starts) {
      int at = endOfPresence(bytes, from, to);
      for (int octet = from, index = 0;
          at > octet && octet - from < MOST_PRESENCE_OCTETS;
          octet++) {
        int presence = bytes[octet];
        for (int bit = 7; bit > 0; bit--, index++) {
          boolean present = (presence >> bit & 1) != 0;
          if (starts != null && index < starts.length) {
            starts[index] = present ? at : -1;
          }
          at = present ? endOf(index, bytes, at, to) : at;
          if (at < 0) {
            return UNDECODABLE;
          }
        }
        if ((presence & 1) == 0) {
          forget(starts, index);
          return at;
        }
      }
      return UNDECODABLE;
    }

    private static void forget(int[] starts, int from) {
      for (int index = from; starts != null && index < starts.length; index++) {
        starts[index] = -1;
      }
    }

    /** Where one of the items begins that are known to be whole; −1 if it is absent. */
    int startOf(int wanted, byte[] bytes, int from, int to) {
      if (from + wanted / 7 >= endOfPresence(bytes, from, to) || !isPresent(bytes, from, wanted)) {
        return -1;
      }
      int at = endOfPresence(bytes, from, to);
      for (int index = 0; index < wanted && at >= 0; index++) {
        at = isPresent(bytes, from, index) ? endOf(index, bytes, at, to) : at;
      }
      return at;
    }

    private static boolean isPresent(byte[] bytes, int from, int index) {
      return (bytes[from + index / 7] >> 7 - index % 7 & 1) != 0;
    }

    private int endOf(int index, byte[] bytes, int from, int to) {
      Form form = index < forms.size() ? forms.get(index) : null;
      return form == null ? UNDECODABLE : form.end(bytes, from, to);
    }

    private static int endOfPresence(byte[] bytes, int from, int to) {
      for (int at = from; at < to && at - from < MOST_PRESENCE_OCTETS; at++) {
        if ((bytes[at] & 1) == 0) {
          return at + 1;
        }
      }
      return UNDECODABLE;
    }
  }
}
