package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Position;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.Note;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.sighting.Gazetteer;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.RadarBias;
import bz.keelbill.track.Sensor;
import bz.keelbill.watch.ListBook;
import bz.keelbill.watch.Lookout;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.PortLog;
import bz.keelbill.watch.SightingBook;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the web may ask of the watch behind it. The composition implements it; answers come on the
 * web's own event loop.
 */
public interface WatchDesk {

  /**
   * Has an order checked, recorded durably and applied.
   *
   * @return succeeds when it is done; fails with {@link Refused} when it cannot be done
   */
  Future<Void> submit(Order order);

  /** The proof that a line becomes an alert on the page. */
  interface Canary {
    /** How the last one went. */
    CanaryState state();

    /**
     * Sends one now.
     *
     * @return false while one is on its way
     */
    boolean begin(String person);
  }

  /** The proof that a line becomes an alert on the page. */
  Canary canary();

  /** One remembered position of a track. */
  record Point(Position position, long atMillis, double speedKnots, double altitudeFeet) {}

  /** One stay of a track in a fence; {@code leftAtMillis} is null while it is inside. */
  record Stay(String fence, long enteredAtMillis, boolean seenEntering, Long leftAtMillis) {}

  /**
   * What only the watch itself knows of a track.
   *
   * @param points oldest first
   * @param notes sentences for the card
   * @param flight how an aircraft stands with the plans, as JSON; null for a vessel
   * @param revised what late reports have done to its past; null if none came late
   * @param slack how long there is to act on it, as JSON; null for a track that is lost
   * @param quiet what detectors said of it and was kept quiet, as JSON
   */
  record Detail(
      List<Point> points,
      List<Stay> stays,
      List<String> notes,
      String flight,
      Revised revised,
      String slack,
      List<String> quiet) {}

  /**
   * A track's past put right by reports that came late.
   *
   * @param reports how many there were
   * @param lastAtMillis event time of the newest of them
   */
  record Revised(int reports, long lastAtMillis) {}

  /** The detail of a track's last so many minutes; null if there is no such track. */
  Future<Detail> detail(long serial, int minutes);

  /**
   * Why there is an alert about a track or none.
   *
   * @param atMillis as of when, event time
   * @param detectors what each makes of it, as JSON
   */
  record Reasons(long atMillis, List<String> detectors) {}

  /** What each detector makes of a track now; null if there is no such track. */
  Future<Reasons> why(long serial);

  /** What is known to be good. */
  Future<KnownGood> knownGood();

  /** The lines that an entry of the ledger may name as its corridor; any thread. */
  List<Course> routes();

  /**
   * Where a craft may have got to since it was seen.
   *
   * @param minutes after it was seen; null for now
   * @return a GeoJSON feature; null if there is no such track, or it has no place or does not move
   */
  Future<String> reach(long serial, Integer minutes);

  /**
   * The flight plans and what they explain now.
   *
   * @param plans in the order of filing
   * @param matches by the names of the aircraft's tracks; none for one that was not looked at yet
   * @param loose the last messages that fit no plan, or several
   */
  record Plans(
      List<FlightPlan> plans,
      Map<String, PlanMatch> matches,
      List<PlanBook.Loose> loose,
      PlanBook.Counts counts) {

    /** The plan of an id, or null. */
    FlightPlan find(String id) {
      return plans.stream().filter(plan -> plan.id().equals(id)).findFirst().orElse(null);
    }

    /** The plans by the origins of all their messages. */
    Map<Origin, FlightPlan> byOrigin() {
      Map<Origin, FlightPlan> byOrigin = new HashMap<>();
      for (FlightPlan plan : plans) {
        byOrigin.put(plan.filed().origin(), plan);
        plan.story().later().forEach(message -> byOrigin.put(message.origin(), plan));
      }
      return byOrigin;
    }

    /** Whether a message was laid aside. */
    boolean isLoose(PlanMessage message) {
      return loose.stream().anyMatch(each -> each.message().equals(message));
    }
  }

  /** The flight plans. */
  Future<Plans> plans();

  /** What people saw, in the order of the first reports. */
  Future<List<SightingBook.Entry>> sightings();

  /**
   * The watch lists.
   *
   * @param history everything that was in force, oldest first
   */
  record WatchLists(WatchList inForce, List<ListBook.Version> history) {}

  /** The watch lists in force and before. */
  Future<WatchLists> watchLists();

  /**
   * Where a vessel comes from and where it is bound, as JSON.
   *
   * @return null if there is no such track, or it flies
   */
  Future<String> voyage(long serial);

  /** The last port calls of all vessels, the newest arrival first. */
  Future<List<PortLog.Entry>> portCalls();

  /** The places by the names that people give them; any thread. */
  Gazetteer gazetteer();

  /**
   * Where craft of a kind are heard.
   *
   * @param sensors all stations that learn
   * @param cells south to north, west to east
   * @param untilMillis up to when was learned, Unix milliseconds; 0 if nothing was
   */
  record CoverageMap(List<Sensor> sensors, List<Coverage.Cell> cells, long untilMillis) {}

  /**
   * Where craft of a kind are heard.
   *
   * @param station by whom; null: by anybody
   */
  Future<CoverageMap> coverage(Coverage.Kind kind, String station);

  /** What can be said of a place, for each kind of craft. */
  Future<List<Lookout.View>> lookAt(Position place);

  /**
   * One feed as the page shows it; the rejects by reason, the times Unix milliseconds or null.
   *
   * @param remarks what an operator should set right
   */
  record Feed(
      String name,
      String format,
      String transport,
      String address,
      String state,
      Long sinceMillis,
      Long lastLineAtMillis,
      Traffic traffic,
      List<Remark> remarks) {}

  /** What is wrong with a feed as a whole, and since when that is known. */
  record Remark(Note note, long sinceMillis) {}

  /**
   * A station that stands still.
   *
   * @param kind {@code ais radar adsb}
   * @param feed by which feed it spoke last; null if it never did
   * @param radar how it measures; null if it is no radar
   */
  record Station(
      String id,
      String kind,
      Position position,
      double rangeNauticalMiles,
      String feed,
      Radar radar) {}

  /**
   * How a fixed radar measures.
   *
   * @param bearingBiasDegrees what its configuration takes off each bearing
   * @param rangeBiasMetres what it takes off each range
   * @param learned by how much it measures wrong all the same; null if that is not known
   */
  record Radar(double bearingBiasDegrees, double rangeBiasMetres, RadarBias.Learned learned) {}

  /** The stations whose place is known, in the order of the configuration. */
  Future<List<Station>> stations();

  /** What came through a feed. */
  record Traffic(
      long lines,
      double linesPerSecond,
      long reports,
      Map<String, Long> rejectsByReason,
      Map<String, Long> messagesByType) {}

  /** The feeds in the order of the configuration. */
  List<Feed> feeds();

  /**
   * Writes into the journal what a person did that is no order: signing in, changing an account.
   *
   * @param what one word
   * @return succeeds when it is on the disk; fails with {@link Refused} when it cannot be written
   */
  Future<Void> note(String person, String what, String text);

  /**
   * One line of the audit trail.
   *
   * @param detail pieces of a sentence that follow on each other
   * @param alert as it was then, of which it tells; null if it does not tell of one
   */
  record AuditEntry(
      long sequence, long atMillis, String actor, String act, List<Worded> detail, Alert alert) {}

  /** The newest entries of the journal, newest first. */
  Future<List<AuditEntry>> audit(int limit);

  /**
   * One recorded day.
   *
   * @param fromMillis its first entry; null if none can be read
   * @param toMillis its last entry; null if none can be read
   * @param problem what of it cannot be read, one sentence; null if all can
   */
  record RecordedDay(
      String day, Long fromMillis, Long toMillis, long lines, long bytes, String problem) {}

  /** What is recorded, oldest first. */
  Future<List<RecordedDay>> recordings();

  /** The fences that the configuration brings, before any order. */
  FenceMap configuredFences();

  /** Takes tracks and evidence out of the record; not to be used on an event loop. */
  Takeout takeout();

  /** What is wrong with the watch itself, in sentences; empty when all is well. */
  List<String> troubles();

  /** Whether the picture has been restored and feeds are being taken. */
  boolean isReady();

  /** An order that cannot be carried out as things stand. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the reason as one sentence. */
    public Refused(String reason) {
      super(reason);
    }
  }
}
