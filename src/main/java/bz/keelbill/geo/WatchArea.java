package bz.keelbill.geo;

/**
 * A coarse area that the press or general concern names: a reason to look twice, never a proof, and
 * no statement about any owner or person.
 *
 * @param id unique in its layer
 * @param name as its layer writes it
 * @param kind whose traffic the concern is about
 * @param basis what the concern rests on, in the layer's words; may be empty
 * @param area where, good to some 5 km
 */
public record WatchArea(String id, String name, Kind kind, String basis, Area area) {

  /** Whose traffic the concern is about. */
  public enum Kind {
    /** Vessels. */
    SEA,
    /** Aircraft and where they land. */
    AIR
  }
}
