package bz.keelbill.sim;

import java.util.List;
import java.util.Locale;

/** Aircraft from abroad and what they say of themselves. */
final class Strangers {

  /** Whose aircraft have addresses from here and marks that begin so. */
  private record State(int firstAddress, int addresses, String mark) {}

  private static final List<State> STATES =
      List.of(
          new State(0x0D8000, 0x6000, "YV"),
          new State(0x0AC000, 0x1000, "HK"),
          new State(0x0D0000, 0x6000, "XB"),
          new State(0x0C2000, 0x1000, "HP"),
          new State(0x0B4000, 0x1000, "TG"),
          new State(0x0B2000, 0x1000, "HR"));

  /** Codes that anybody may have set. */
  private static final List<String> GENERIC = List.of("1200", "2000", "7000", "0000", "1200");

  private Strangers() {}

  /** A new one; often without a callsign. */
  static Papers.Aircraft papers(Chance chance, String type) {
    State state = chance.pick(STATES);
    int address = state.firstAddress + chance.below(state.addresses);
    String mark = String.format(Locale.ROOT, "%s%04d", state.mark, chance.below(10_000));
    String callsign = chance.happens(0.55) ? mark : null;
    return new Papers.Aircraft(address, callsign, mark, type, chance.pick(GENERIC));
  }

  /** One of Belize's own small aircraft. */
  static Papers.Aircraft local(Chance chance, String type) {
    int address = 0x0AB100 + chance.below(0x200);
    String mark = "V3" + letter(chance) + letter(chance) + letter(chance);
    String squawk = "4" + Integer.toOctalString(512 + chance.below(511)).substring(1);
    return new Papers.Aircraft(address, mark, mark, type, squawk);
  }

  private static char letter(Chance chance) {
    return (char) ('A' + chance.below(26));
  }
}
