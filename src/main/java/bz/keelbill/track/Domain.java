package bz.keelbill.track;

/** Where a craft moves. */
public enum Domain {
  /** Vessels, stations and surface radar contacts. */
  SEA,
  /** Aircraft. */
  AIR
}
