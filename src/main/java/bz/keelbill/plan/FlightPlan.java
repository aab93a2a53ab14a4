package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A planned flight as the messages so far leave it.
 *
 * @param flight who, from where, when, to where: as last changed
 * @param aircraft by what it can be recognised
 * @param times when it was filed, left and ended
 * @param stage how far it has come
 * @param route field 15 as last changed; null if not known
 * @param landedAt where it arrived; null if not known
 * @param filed the message that filed it, or the first that told of it
 * @param story what it is called by, and what came after it was filed
 */
public record FlightPlan(
    PlanMessage.Flight flight,
    Aircraft aircraft,
    Times times,
    Stage stage,
    String route,
    String landedAt,
    PlanMessage filed,
    Story story) {

  /** How far a planned flight has come. */
  public enum Stage {
    /** Filed, not known to have left. */
    FILED,
    /** Left (DEP). */
    DEPARTED,
    /** Landed (ARR). */
    ARRIVED,
    /** Cancelled (CNL); kept to be shown. */
    CANCELLED
  }

  /**
   * What does not decide anything.
   *
   * @param id stays the same through every change; the same messages give the same
   * @param later the messages after the first, oldest first, at most sixteen
   * @param withdrawnBy the officer who withdrew it; null if none did
   */
  public record Story(String id, List<PlanMessage> later, String withdrawnBy) {
    private static final int MOST_LATER = 16;

    /** Copies the list. */
    public Story {
      later = List.copyOf(later);
    }

    Story with(PlanMessage message) {
      List<PlanMessage> all = new ArrayList<>(later);
      all.add(message);
      return new Story(
          id, all.subList(Math.max(0, all.size() - MOST_LATER), all.size()), withdrawnBy);
    }
  }

  /**
   * By what an aircraft can be recognised; each null if not filed.
   *
   * @param address CODE/
   * @param registration REG/, letters and digits only
   * @param squawk the assigned code
   * @param type ICAO designator, or free text
   */
  public record Aircraft(Integer address, String registration, String squawk, String type) {}

  /**
   * Unix times in milliseconds.
   *
   * @param filedAtMillis from when the plan counts
   * @param enrouteMinutes total estimated elapsed time; null unknown
   * @param departedAtMillis actual off-block; null unknown
   * @param endedAtMillis arrival or cancellation; null if neither
   */
  public record Times(
      long filedAtMillis, Integer enrouteMinutes, Long departedAtMillis, Long endedAtMillis) {}

  /** An aircraft may be up this long before its off-block time. */
  private static final long EARLY_MILLIS = 30 * PlanTime.MINUTE_MILLIS;

  /** And this long after its estimated arrival. */
  private static final long LATE_MILLIS = 60 * PlanTime.MINUTE_MILLIS;

  /** An arrival is told to the minute, and the aircraft still rolls. */
  private static final long ROLL_OUT_MILLIS = 10 * PlanTime.MINUTE_MILLIS;

  /** A flight of unknown duration is thought to last this long. */
  private static final int UNKNOWN_ENROUTE_MINUTES = 360;

  /** Actual, else estimated off-block time, Unix milliseconds; null unknown. */
  public Long offBlockAtMillis() {
    return times.departedAtMillis != null ? times.departedAtMillis : flight.offBlockAtMillis();
  }

  /** Estimated arrival, Unix milliseconds; without an off-block time a day after filing. */
  public long arrivalAtMillis() {
    if (offBlockAtMillis() == null) {
      boolean always = times.filedAtMillis == PlanDecoder.FROM_THE_START;
      return always ? Long.MAX_VALUE / 2 : times.filedAtMillis + PlanTime.DAY_MILLIS;
    }
    Integer enroute = times.enrouteMinutes;
    long minutes = enroute == null ? UNKNOWN_ENROUTE_MINUTES : enroute;
    return offBlockAtMillis() + minutes * PlanTime.MINUTE_MILLIS;
  }

  /** The first moment at which the plan explains its aircraft, Unix milliseconds. */
  public long opensAtMillis() {
    Long offBlock = offBlockAtMillis();
    long early = offBlock == null ? times.filedAtMillis : offBlock - EARLY_MILLIS;
    return Math.max(early, times.filedAtMillis);
  }

  /** The last moment at which the plan explains its aircraft, Unix milliseconds. */
  public long closesAtMillis() {
    PlanMessage.Clearance clearance = filed.clearance();
    Long until = clearance == null ? null : clearance.untilMillis();
    return switch (stage) {
      case FILED, DEPARTED -> until != null ? until : arrivalAtMillis() + LATE_MILLIS;
      case ARRIVED -> times.endedAtMillis + ROLL_OUT_MILLIS;
      case CANCELLED -> times.endedAtMillis;
    };
  }

  /** The last moment at which it would explain anything, had it not been cancelled before. */
  long overAtMillis() {
    return Math.max(closesAtMillis(), arrivalAtMillis() + LATE_MILLIS);
  }

  /** Milliseconds between a moment and the planned time in the air; 0 if within it. */
  long awayMillis(long atMillis) {
    Long offBlock = offBlockAtMillis();
    long early = offBlock == null ? 0 : Math.max(0, offBlock - atMillis);
    return Math.max(early, Math.max(0, atMillis - arrivalAtMillis()));
  }

  /** The id by which the plan is asked for, withdrawn and claimed. */
  public String id() {
    return story.id();
  }

  /** Whether it is a clearance and no filed plan. */
  public boolean isClearance() {
    return filed.type() == PlanMessage.Type.CLEARANCE;
  }

  /** Whether it landed elsewhere than planned; false while either place is not known. */
  public boolean isDiverted() {
    return landedAt != null
        && flight.destination() != null
        && !landedAt.equals(flight.destination());
  }

  /** What its messages say that could not be read, each with its field. */
  public List<String> notUnderstood() {
    List<String> all = new ArrayList<>(filed.extras().notUnderstood());
    for (PlanMessage message : story.later()) {
      for (String said : message.extras().notUnderstood()) {
        all.add(message.type() + " " + said);
      }
    }
    return all;
  }

  /** By what it calls its aircraft: callsign, else registration, address or track. */
  public String who() {
    if (flight.callsign() != null && !flight.callsign().isEmpty()) {
      return flight.callsign();
    }
    if (aircraft.registration() != null) {
      return aircraft.registration();
    }
    if (aircraft.address() != null) {
      return String.format(java.util.Locale.ROOT, "%06X", aircraft.address());
    }
    String track = filed.clearance() == null ? null : filed.clearance().track();
    return track == null ? "?" : track;
  }

  /** As an officer would name it, for example "V3HHA MZBZ-MZSP". */
  public String name() {
    return who() + " " + orDash(flight.departure()) + "-" + orDash(flight.destination());
  }

  private static String orDash(String place) {
    return place == null ? "?" : place;
  }

  FlightPlan with(PlanMessage.Flight newFlight) {
    return new FlightPlan(newFlight, aircraft, times, stage, route, landedAt, filed, story);
  }

  FlightPlan with(Aircraft newAircraft) {
    return new FlightPlan(flight, newAircraft, times, stage, route, landedAt, filed, story);
  }

  FlightPlan with(Times newTimes, Stage newStage) {
    return new FlightPlan(flight, aircraft, newTimes, newStage, route, landedAt, filed, story);
  }

  FlightPlan withRoute(String newRoute) {
    return new FlightPlan(flight, aircraft, times, stage, newRoute, landedAt, filed, story);
  }

  FlightPlan withLanding(String newLandedAt) {
    return new FlightPlan(flight, aircraft, times, stage, route, newLandedAt, filed, story);
  }

  FlightPlan with(Story newStory) {
    return new FlightPlan(flight, aircraft, times, stage, route, landedAt, filed, newStory);
  }
}
