package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Port;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "A listed vessel or aircraft is here", and whether it is bound for a port of Belize.
 *
 * <p>Exact on IMO number, MMSI, callsign, registration and aircraft address. A name that differs by
 * at most one letter is a quiet note only: names are common, and an IMO number that contradicts
 * outranks everything else.
 */
public final class Watchlisted implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "watchlist";

  static final Setting ENABLED =
      Setting.onOff("watchlist.enabled", true, "Whether listed craft are reported");
  static final List<Setting> SETTINGS = List.of(ENABLED);

  private final boolean enabled;

  /** Built for one version of the rules. */
  public Watchlisted(Rules rules) {
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.EVERY_REPORT;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled) {
      return;
    }
    Listing listing = scene.listing(track);
    Bound bound = Bound.of(track, scene);
    List<String> odd =
        listing != null || bound == null ? List.of() : OddVisitor.reasons(track, scene);
    if (listing == null && odd.isEmpty()) {
      found.stoppedBy("not listed");
    } else if (scene.isOwn(track)) {
      found.stoppedBy("own force");
    } else if (listing != null) {
      found.holds(listed(track, scene, listing, bound));
    } else {
      found.holds(odd(track, scene, odd, bound));
    }
  }

  private static Finding listed(Track track, Scene scene, Listing listing, Bound bound) {
    WatchList.Urgency urgency = listing.entry().urgency();
    Priority exact =
        bound == null ? urgency.priority() : urgency.priority().orAbove(urgency.whenBound());
    return finding(
        track,
        listing.isExact() ? exact : Priority.CAUTION,
        words(track, scene, listing, bound),
        List.of(Term.fact(listing.by().words(), Double.NaN)),
        bound);
  }

  /** Nobody lists it, but it comes from a port of concern, or is not who it says: a quiet note. */
  private static Finding odd(Track track, Scene scene, List<String> reasons, Bound bound) {
    String who = Describe.who(track);
    Port from = OddVisitor.portOfConcern(track, scene);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("from", from == null ? "unknown" : from.calledBy());
    putBound(bound, values);
    String why =
        from == null ? ", whose identity is doubted," : ", last in " + from.calledBy() + ",";
    Words words =
        new Words(
            who + why + bound.words().substring(1),
            "alert.watchlist." + (from == null ? "doubted" : "concern"),
            values,
            "another destination",
            List.of("purpose"));
    List<Term> terms = reasons.stream().map(each -> Term.fact(each, Double.NaN)).toList();
    return finding(track, Priority.CAUTION, words, terms, bound);
  }

  private static Finding finding(
      Track track, Priority priority, Words words, List<Term> terms, Bound bound) {
    double minutes = bound == null ? Double.NaN : Describe.rounded(bound.minutes());
    return new Finding(
        KIND,
        priority,
        Describe.subject(track),
        new Moment(track.heardAtMillis(), track.heardAtMillis(), track.position()),
        words,
        terms,
        new Outlook(minutes, null, null),
        Describe.newest(track));
  }

  private static void putBound(Bound bound, Map<String, Object> values) {
    values.put("port", bound.port().calledBy());
    values.put("there", bound.there());
  }

  private static Words words(Track track, Scene scene, Listing listing, Bound bound) {
    String who = Describe.who(track);
    String by = listing.by().words();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("by", by);
    values.put("identity", listing.identity());
    values.put("reason", listing.entry().reason());
    String source = "the watch list";
    if (listing.list() != null) {
      values.put("keeper", listing.list().keeper());
      values.put("asOf", listing.list().asOf().toString());
      source = "the list of " + listing.list().keeper() + " as of " + listing.list().asOf();
    }
    if (bound != null) {
      putBound(bound, values);
    }
    String where =
        track.position() == null ? "" : ", " + Whereabouts.of(track.position(), scene.geography());
    String found =
        listing.isExact()
            ? " is on " + source + " by its " + by + " " + listing.identity()
            : " resembles a " + by + " on " + source;
    String sort = listing.isExact() ? "exact" : "name";
    return new Words(
        who
            + found
            + ": "
            + listing.entry().reason()
            + where
            + (bound == null ? "" : bound.words()),
        "alert.watchlist."
            + (listing.list() == null ? sort : "published." + sort)
            + (bound == null ? "" : ".bound"),
        values,
        "an IMO number that is not the listed one",
        List.of("whether the identity is true"));
  }
}
