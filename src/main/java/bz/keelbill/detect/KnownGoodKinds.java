package bz.keelbill.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which kinds of alerts the ledger of what is known to be good may keep quiet. */
public final class KnownGoodKinds {
  /** Kinds that no entry keeps quiet. */
  public static final Set<String> NEVER = Set.of("distress", "watchlist", "identity-conflict");

  /** What a craft that is known to be good cannot be guilty of. */
  public static final List<String> OF_CRAFT =
      List.of(
          "go-fast",
          "loitering",
          "rendezvous",
          "mothership",
          "shore-approach",
          "dark-contact",
          "low-flight",
          "circling",
          "unreported-flight");

  /** What any craft may do where and when it is usual. */
  public static final List<String> OF_PLACE = List.of("go-fast", "loitering", "shore-approach");

  /** Every kind that an entry may keep quiet. */
  public static final List<String> ALLOWED = allowed();

  private KnownGoodKinds() {}

  private static List<String> allowed() {
    List<String> all = new ArrayList<>(OF_CRAFT);
    all.addAll(
        List.of(
            "ais-gap",
            "fence-entry",
            "fence-exit",
            "fence-dwell",
            "fence-speed",
            "impossible-motion",
            "on-land",
            "airdrop",
            "clandestine-landing",
            "plan-deviation"));
    return List.copyOf(all);
  }
}
