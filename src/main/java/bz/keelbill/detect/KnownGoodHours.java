package bz.keelbill.detect;

import bz.keelbill.fence.Fence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * When an entry of the ledger holds: hours of a local day within a span of days, on some weekdays,
 * in a season.
 *
 * @param hours hours, whose clock, and from when until when the entry counts at all
 * @param days local weekdays; empty for all
 * @param seasonFrom first local day of the season, each year; null for the whole year
 * @param seasonUntil last day of it; before {@code seasonFrom} it lasts over New Year
 */
public record KnownGoodHours(
    Fence.Hours hours, Set<DayOfWeek> days, MonthDay seasonFrom, MonthDay seasonUntil) {
  /** Copies the set. */
  public KnownGoodHours {
    days = Set.copyOf(days);
  }

  /** Whether it holds at a moment, Unix milliseconds. */
  public boolean hold(long atMillis) {
    if (!hours.hold(atMillis)) {
      return false;
    }
    if (days.isEmpty() && seasonFrom == null) {
      return true;
    }
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(atMillis), zone());
    return (days.isEmpty() || days.contains(day.getDayOfWeek())) && isInSeason(MonthDay.from(day));
  }

  private boolean isInSeason(MonthDay day) {
    if (seasonFrom == null) {
      return true;
    }
    boolean begun = !day.isBefore(seasonFrom);
    boolean open = !day.isAfter(seasonUntil);
    return seasonFrom.isAfter(seasonUntil) ? begun || open : begun && open;
  }

  /** Whose clock. */
  public ZoneId zone() {
    return hours.zone();
  }

  /** The first moment at which it counts no longer, Unix milliseconds. */
  public long untilMillis() {
    return hours.validUntilMillis();
  }

  KnownGoodHours until(long atMillis) {
    Fence.Hours ending =
        new Fence.Hours(hours.from(), hours.to(), hours.zone(), hours.validFromMillis(), atMillis);
    return new KnownGoodHours(ending, days, seasonFrom, seasonUntil);
  }
}
