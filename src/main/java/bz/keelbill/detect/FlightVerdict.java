package bz.keelbill.detect;

import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an aircraft is or is not an alert for want of a plan, for its card and its symbol.
 *
 * @param standing in one word
 * @param said in one sentence
 * @param match what the plans say of it
 * @param notes what is odd about plan, registration or address
 */
public record FlightVerdict(Standing standing, Said said, PlanMatch match, List<Said> notes) {
  /** Copies the list. */
  public FlightVerdict {
    notes = List.copyOf(notes);
  }

  /** How an aircraft stands with the plans. */
  public enum Standing {
    /** One of our own: it rings only in distress. */
    OWN,
    /** A plan or clearance explains it. */
    EXPLAINED,
    /** Several plans fit equally well: it is known, its plan is not. */
    AMBIGUOUS,
    /** Nothing explains it where something must. */
    UNEXPLAINED,
    /** Nothing explains it yet, and the time that it may take is not over. */
    WAITING,
    /** Higher than what Belize holds plans of. */
    ABOVE,
    /** Not over Belize and not inbound. */
    OUTSIDE,
    /** On the ground, or too slow to fly. */
    DOWN,
    /** It has not told where it is. */
    UNPLACED
  }

  /**
   * A sentence in no language yet.
   *
   * @param key of its pattern
   * @param values what fills the pattern: strings and numbers
   */
  public record Said(String key, Map<String, Object> values) {
    /** Copies the map, keeping its order. */
    public Said {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Said of(String key) {
      return new Said(key, Map.of());
    }

    static Said of(String key, String name, Object value) {
      return new Said(key, Map.of(name, value));
    }
  }

  /** Looks at an aircraft as it is now, under the rules in force. */
  public static FlightVerdict of(Track track, Scene scene) {
    Rules rules = scene.rules();
    PlanMatch match = PlanLook.of(track, scene);
    PlanDuty duty = PlanDuty.of(track, scene, rules);
    Standing standing = scene.isOwn(track) ? Standing.OWN : standing(match, duty, track, rules);
    Said said = said(standing, match, duty, track, rules);
    return new FlightVerdict(standing, said, match, notes(track, scene, match));
  }

  private static Standing standing(PlanMatch match, PlanDuty duty, Track track, Rules rules) {
    if (PlanLook.explains(match, track)) {
      return Standing.EXPLAINED;
    }
    return switch (duty.place()) {
      case UNPLACED -> Standing.UNPLACED;
      case GROUND, SLOW -> Standing.DOWN;
      case ABOVE -> Standing.ABOVE;
      case OUTSIDE -> Standing.OUTSIDE;
      case INBOUND, INSIDE -> {
        if (match.outcome() == Outcome.AMBIGUOUS) {
          yield Standing.AMBIGUOUS;
        }
        long seen = track.latest().atMillis() - duty.sinceMillis();
        yield seen < rules.millis(UnreportedFlight.AFTER_SECONDS)
            ? Standing.WAITING
            : Standing.UNEXPLAINED;
      }
    };
  }

  private static Said said(
      Standing standing, PlanMatch match, PlanDuty duty, Track track, Rules rules) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ceilingFeet", rules.value(UnreportedFlight.CEILING));
    values.put("afterSeconds", rules.value(UnreportedFlight.AFTER_SECONDS));
    if (match.plan() != null) {
      values.put("plan", match.plan().name());
    }
    if (standing == Standing.AMBIGUOUS) {
      values.put("count", match.nearest().size());
    }
    if (standing == Standing.WAITING) {
      values.put("seconds", (track.latest().atMillis() - duty.sinceMillis()) / 1000);
    }
    String word = PlanLook.word(standing);
    boolean off = !rules.isOn(UnreportedFlight.ENABLED);
    boolean wouldRing = standing == Standing.UNEXPLAINED || standing == Standing.WAITING;
    String more =
        wouldRing && off
            ? ".off"
            : standing == Standing.EXPLAINED && PlanLook.isWeak(match)
                ? ".weak"
                : duty.place() == PlanDuty.Place.INBOUND && wouldRing ? ".inbound" : "";
    return new Said("verdict." + word + more, values);
  }

  private static List<Said> notes(Track track, Scene scene, PlanMatch match) {
    List<Said> notes = new ArrayList<>();
    if (match.addressDiffers()) {
      notes.add(Said.of("flightNote.other-address"));
    }
    FlightPlan plan = match.plan();
    AircraftRegister register = scene.register();
    String filed = plan == null ? null : plan.aircraft().registration();
    String borne = AircraftRegister.registration(track.identity());
    if (filed != null && borne != null && !filed.equals(borne.replace("-", ""))) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("filed", filed);
      values.put("registration", borne);
      notes.add(new Said("flightNote.other-registration", values));
    }
    addOtherState("flightNote.filed-state", filed, track, register, notes);
    addOtherState("flightNote.borne-state", borne, track, register, notes);
    if (register.blocks() != null
        && track.identity().address() != null
        && track.identity().address().assigned()
        && register.block(track.identity()) == null) {
      notes.add(Said.of("flightNote.no-state"));
    }
    KnownAircraft.Entry known = register.known(track.identity(), scene.nowMillis());
    if (known != null && known.note() != null) {
      notes.add(Said.of("flightNote.known", "note", known.note()));
    }
    return notes;
  }

  private static void addOtherState(
      String key, String mark, Track track, AircraftRegister register, List<Said> notes) {
    var other = register.otherState(track.identity(), mark);
    if (other != null) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("registration", mark);
      values.put("country", other.country());
      values.put("addressCountry", register.block(track.identity()).country());
      notes.add(new Said(key, values));
    }
  }
}
