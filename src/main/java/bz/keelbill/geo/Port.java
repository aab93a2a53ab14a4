package bz.keelbill.geo;

/**
 * Where vessels call: a port, an anchorage, a dock.
 *
 * @param place where and what
 * @param unlocode its code of the United Nations, as {@code BZBZE}; null if it has none
 */
public record Port(Place place, String unlocode) {

  /** What people call it: the town, not the pier. */
  public String calledBy() {
    return place.name().replaceAll("( - | \\(| / ).*", "");
  }

  /** Whether vessels lie at anchor there. */
  public boolean isAnchorage() {
    return "anchorage".equals(place.kind());
  }

  /** Whether it is one of Belize. */
  public boolean isOfBelize() {
    return "BZ".equals(place.country());
  }
}
