package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "A listed vessel or aircraft is here."
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
  public boolean judgesEveryReport() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled) {
      return;
    }
    Listing listing = scene.listing(track);
    if (listing == null) {
      found.stoppedBy("listed");
    } else if (scene.ownForces().contains(track.identity(), scene.nowMillis())) {
      found.stoppedBy("own-forces");
    } else {
      found.holds(finding(track, scene, listing));
    }
  }

  private static Finding finding(Track track, Scene scene, Listing listing) {
    WatchList.Entry entry = listing.entry();
    return new Finding(
        KIND,
        listing.isExact() ? entry.urgency().priority() : Priority.CAUTION,
        Describe.subject(track),
        new Moment(track.heardAtMillis(), track.heardAtMillis(), track.position()),
        words(track, scene, listing),
        List.of(Term.fact(listing.by().words(), Double.NaN)),
        Outlook.NONE,
        Describe.newest(track));
  }

  private static Words words(Track track, Scene scene, Listing listing) {
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
    String where =
        track.position() == null ? "" : ", " + Whereabouts.of(track.position(), scene.geography());
    String found =
        listing.isExact()
            ? " is on " + source + " by its " + by + " " + listing.identity()
            : " resembles a " + by + " on " + source;
    String sort = listing.isExact() ? "exact" : "name";
    return new Words(
        who + found + ": " + listing.entry().reason() + where,
        "alert.watchlist." + (listing.list() == null ? sort : "published." + sort),
        values,
        "an IMO number that is not the listed one",
        List.of("whether the identity is true"));
  }
}
