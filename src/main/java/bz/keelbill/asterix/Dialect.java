package bz.keelbill.asterix;

/**
 * Which editions of the categories a source speaks.
 *
 * @param adsb the edition of category 021
 * @param velocityStep metres per second of one step of item 010/202; documents disagree between
 *     0.25 and 1/16
 */
public record Dialect(AdsbEdition adsb, double velocityStep) {
  /** The newest editions. */
  public static final Dialect NEWEST = new Dialect(AdsbEdition.NEWEST, 0.25);

  /** Editions of category 021 whose records are cut differently. */
  public enum AdsbEdition {
    /** 1.0 to 2.7. */
    NEWEST,
    /** 0.23 to 0.25. */
    V0_23,
    /** 0.26. */
    V0_26
  }

  /** The tables, by the category's number; null where there is none. */
  Category[] categories() {
    Category[] all = new Category[256];
    for (Category each : Categories.of(this)) {
      all[each.number()] = each;
    }
    return all;
  }
}
