package bz.keelbill.detect;

import bz.keelbill.track.Identity;
import java.util.Set;

/**
 * The craft of our own side: they never ring, except in distress or when their identity is doubted.
 *
 * @param mmsis AIS numbers
 * @param addresses 24-bit aircraft addresses
 */
public record OwnForces(Set<Integer> mmsis, Set<Integer> addresses) {
  /** Copies the sets. */
  public OwnForces {
    mmsis = Set.copyOf(mmsis);
    addresses = Set.copyOf(addresses);
  }

  /** Whether an identity is one of ours. */
  public boolean contains(Identity identity) {
    return (identity.mmsi() != null && mmsis.contains(identity.mmsi()))
        || (identity.address() != null && addresses.contains(identity.address().address()));
  }
}
