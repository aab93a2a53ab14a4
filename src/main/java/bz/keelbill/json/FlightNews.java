package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes reports of what documents tell of aircraft, and only of what is new: a document tells all
 * that its service knows, again and again.
 *
 * <p>A document whose time is not later than that of the one before tells nothing, and is refused:
 * a receiver that has died leaves its last one lying about for ever. Ages count from the document's
 * own time; a live one that is more than five minutes off arrival is a wrong clock, and then they
 * count from arrival. Remembers a bounded number of aircraft, those told of longest ago are
 * forgotten first.
 */
final class FlightNews {
  /** No time told. */
  static final long NO_TIME = Long.MIN_VALUE;

  private static final int MOST_AIRCRAFT = 20_000;
  private static final long MAX_SKEW_MILLIS = 5 * 60_000;

  /** Times are rounded on the way, and the same place so little later is the same news. */
  private static final long ROUNDING_MILLIS = 1_000;

  private final String station;
  private final boolean recorded;
  private final boolean isExact;
  private final Series believed = new Series();

  /** Of documents whose clock is wrong: one wild time must not make the next look old. */
  private final Series doubted = new Series();

  private final Map<ContactId, Memory> memories =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContactId, Memory> eldest) {
          return size() > MOST_AIRCRAFT;
        }
      };

  /** The documents whose times are held against each other. */
  private static final class Series {
    private long atMillis = NO_TIME;
    private long emptyAtMillis = NO_TIME;
    private boolean hasAdvanced;
  }

  /** What was told of an aircraft last; times are those of its documents. */
  private static final class Memory {
    private long documentAtMillis = NO_TIME;
    private long heardAtMillis = NO_TIME;
    private long placedAtMillis = NO_TIME;
    private Position place;

    boolean isHeardAnew(long atMillis) {
      return isLater(atMillis, heardAtMillis + ROUNDING_MILLIS, heardAtMillis);
    }

    boolean isPlacedAnew(Position position, long atMillis) {
      boolean isSame = position.equals(place);
      return isLater(atMillis, placedAtMillis + (isSame ? ROUNDING_MILLIS : 0), placedAtMillis);
    }

    /** Nothing so old is told: a time so far back is one of a clock that was set right. */
    private static boolean isLater(long atMillis, long leastMillis, long toldMillis) {
      return toldMillis == NO_TIME
          || atMillis > leastMillis
          || atMillis < toldMillis - ToldAircraft.OLD_MILLIS;
    }
  }

  /**
   * Begins a feed.
   *
   * @param station under which the service's receivers are known here
   * @param recorded whether documents are of the past, so that their own times always hold
   * @param isExact whether a document's time is that of its making, so that it tells of the clock
   *     behind it; else it is rounded
   */
  FlightNews(String station, boolean recorded, boolean isExact) {
    this.station = station;
    this.recorded = recorded;
    this.isExact = isExact;
  }

  /**
   * One line, and its time or {@link #NO_TIME}.
   *
   * @param isDocument whether it is of a document that tells all, whose time must go on; an
   *     aircraft alone is told when it has something to say
   */
  record Told(Line line, long nowMillis, boolean isDocument) {
    boolean isTimed() {
      return nowMillis != NO_TIME;
    }

    boolean mustAdvance() {
      return isDocument && isTimed();
    }
  }

  /** A document arrives, or a further piece of it; before its aircraft are told. */
  void begin(Told told) {
    Series series = series(told);
    if (told.mustAdvance() && told.nowMillis != series.atMillis) {
      series.hasAdvanced = series.atMillis == NO_TIME || told.nowMillis > series.atMillis;
      series.atMillis = told.nowMillis;
    }
  }

  /** A document without any aircraft; returns whether it was new. */
  boolean isEmptyAnew(Told told) {
    Series series = series(told);
    boolean isNew = !told.isTimed() || series.hasAdvanced && told.nowMillis != series.emptyAtMillis;
    series.emptyAtMillis = told.nowMillis;
    return isNew;
  }

  private Series series(Told told) {
    return recorded || !isOff(told) ? believed : doubted;
  }

  private static boolean isOff(Told told) {
    long arrival = told.line.receivedAtMillis();
    return told.isTimed() && Math.abs(told.nowMillis - arrival) > MAX_SKEW_MILLIS;
  }

  /** Reports what is new of an aircraft; returns false if its document was told before. */
  boolean tell(ToldAircraft aircraft, Told told, Decoder.Output out) {
    Memory memory = memories.computeIfAbsent(aircraft.contact(), ignored -> new Memory());
    boolean isRepeated =
        told.mustAdvance()
            && (!series(told).hasAdvanced || memory.documentAtMillis == told.nowMillis);
    if (isRepeated) {
      return false;
    }
    memory.documentAtMillis = told.nowMillis;
    long now = told.isTimed() ? told.nowMillis : told.line.receivedAtMillis();
    long placedAt = now - Math.min(aircraft.positionAgeMillis(), ToldAircraft.OLD_MILLIS);
    long heardAt = now - aircraft.heardAgeMillis();
    boolean isPlaced =
        aircraft.position() != null && memory.isPlacedAnew(aircraft.position(), placedAt);
    if (isPlaced || memory.isHeardAnew(heardAt)) {
      memory.heardAtMillis = heardAt;
      memory.placedAtMillis = isPlaced ? placedAt : memory.placedAtMillis;
      memory.place = isPlaced ? aircraft.position() : memory.place;
      report(aircraft, origin(told, now - (isPlaced ? placedAt : heardAt)), isPlaced, out);
    }
    return true;
  }

  /** Refuses a line because it was told before. */
  static Reject repeated(Line line) {
    return new Reject(line, Reject.Reason.REPEATED);
  }

  private static void report(
      ToldAircraft aircraft, Origin origin, boolean isPlaced, Decoder.Output out) {
    ToldAircraft.Names names = aircraft.names();
    if (aircraft.hasNames()) {
      Report identity =
          new FlightIdentity(
              origin,
              aircraft.contact(),
              names.callsign(),
              names.squawk(),
              names.emergency(),
              names.registration(),
              names.typeDesignator(),
              aircraft.height().onGround(),
              names.category());
      out.report(identity);
    }
    if (isPlaced || aircraft.moves()) {
      Position position = isPlaced ? aircraft.position() : null;
      out.report(
          new Fix(
              origin,
              aircraft.contact(),
              position,
              aircraft.motion(),
              aircraft.height(),
              aircraft.state()));
    }
  }

  private Origin origin(Told told, long ageMillis) {
    long arrival = told.line.receivedAtMillis();
    boolean isOff = isOff(told);
    boolean holds = told.isTimed() && (recorded || !isOff);
    boolean tellsClock = told.isTimed() && !recorded && (isExact || isOff);
    return new Origin(
        told.line.feed(),
        station,
        told.line.number(),
        (holds ? told.nowMillis : arrival) - ageMillis,
        arrival,
        tellsClock ? (Long) told.nowMillis : null,
        0);
  }
}
