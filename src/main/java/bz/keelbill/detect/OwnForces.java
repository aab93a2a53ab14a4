package bz.keelbill.detect;

import bz.keelbill.track.Identity;
import java.util.Set;

/**
 * The craft of our own side: they never ring, except in distress or when their identity is doubted.
 *
 * @param mmsis AIS numbers
 * @param addresses 24-bit aircraft addresses
 * @param cotUids what their devices are called in Cursor on Target
 */
public record OwnForces(Set<Integer> mmsis, Set<Integer> addresses, Set<String> cotUids) {
  /** Copies the sets. */
  public OwnForces {
    mmsis = Set.copyOf(mmsis);
    addresses = Set.copyOf(addresses);
    cotUids = Set.copyOf(cotUids);
  }

  /** Without devices. */
  public OwnForces(Set<Integer> mmsis, Set<Integer> addresses) {
    this(mmsis, addresses, Set.of());
  }

  /** Whether an identity is one of ours, by the lists or by the word of a trusted feed. */
  public boolean contains(Identity identity, long nowMillis) {
    return identity.isDeclaredOwn(nowMillis)
        || (identity.patrol() != null && cotUids.contains(identity.patrol().uid()))
        || (identity.mmsi() != null && mmsis.contains(identity.mmsi()))
        || (identity.address() != null && addresses.contains(identity.address().address()));
  }
}
