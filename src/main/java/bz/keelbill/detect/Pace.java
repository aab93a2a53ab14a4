package bz.keelbill.detect;

import java.util.Set;

/** How often a detector looks at a track. */
public enum Pace {
  /**
   * At every report; in silence each half minute, for what may be another then, as fences by hours.
   */
  EVERY_REPORT(Occasion.REPORT, Occasion.DUE_REPORT, Occasion.SILENT_HALF_MINUTE),

  /**
   * The same, but at reports every two seconds at most: what it looks for lasts longer than that,
   * and aircraft speak twice a second.
   */
  TWO_SECONDS(Occasion.DUE_REPORT, Occasion.SILENT_HALF_MINUTE),

  /**
   * As time passes, every ten seconds at aircraft and at echoes, which may be anything, every half
   * minute at vessels that say who they are: what it looks for lasts for a minute or two.
   */
  TEN_SECONDS(Occasion.TEN_SECONDS),

  /** As time passes, every half minute: what it looks for lasts for many. */
  HALF_MINUTE(Occasion.HALF_MINUTE, Occasion.SILENT_HALF_MINUTE),

  /** At reports every two seconds at most, and as time passes as those of ten seconds. */
  REPORTS_AND_TEN_SECONDS(Occasion.DUE_REPORT, Occasion.TEN_SECONDS),

  /** At reports every two seconds at most, and every half minute. */
  REPORTS_AND_HALF_MINUTE(Occasion.DUE_REPORT, Occasion.HALF_MINUTE, Occasion.SILENT_HALF_MINUTE);

  private final Set<Occasion> occasions;

  Pace(Occasion... occasions) {
    this.occasions = Set.of(occasions);
  }

  /** Whether it looks on an occasion. */
  boolean looksOn(Occasion occasion) {
    return occasions.contains(occasion);
  }
}
