package bz.keelbill.detect;

import bz.keelbill.detect.KnownGood.Sort;
import bz.keelbill.track.Identity;
import java.util.Locale;

/**
 * Which craft: every identity that is given must be its own; null where none is.
 *
 * @param callsign also the mark of a tracking box
 * @param icao24 24-bit address
 */
public record KnownGoodWho(Integer mmsi, String callsign, String name, Integer icao24) {
  /** Any craft. */
  public static final KnownGoodWho ANYBODY = new KnownGoodWho(null, null, null, null);

  boolean is(Identity identity, Sort sort) {
    if (equals(ANYBODY)) {
      return sort != Sort.VMS || identity.vmsMark() != null;
    }
    return (mmsi == null || mmsi.equals(identity.mmsi()))
        && (icao24 == null || isAddress(identity))
        && (callsign == null || isCalled(identity))
        && (name == null || same(name, identity.name()));
  }

  private boolean isAddress(Identity identity) {
    return identity.address() != null && icao24 == identity.address().address();
  }

  private boolean isCalled(Identity identity) {
    return same(callsign, identity.vmsMark())
        || (identity.vessel() != null && same(callsign, identity.vessel().callsign()))
        || (identity.flight() != null && same(callsign, identity.flight().callsign()));
  }

  private static boolean same(String known, String said) {
    return said != null && plain(known).equals(plain(said));
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
