package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private static final int SHORTEST_FUZZY_NAME = 5;

  private final boolean enabled;

  /** Built for one version of the rules. */
  public Watchlisted(Rules rules) {
    enabled = rules.isOn(ENABLED);
  }

  private record Match(WatchList.Entry entry, String by, boolean exact) {}

  /** The reason why a craft is listed by an exact identity, or null. */
  public static String reason(WatchList list, Identity identity) {
    Match match = match(list, identity);
    return match != null && match.exact() ? match.entry().reason() : null;
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
    Match match = match(scene.watchList(), track.identity());
    if (match == null) {
      found.stoppedBy("not listed");
    }
    if (match != null && !scene.ownForces().contains(track.identity(), scene.nowMillis())) {
      found.holds(finding(track, scene, match));
    }
  }

  private static Match match(WatchList list, Identity identity) {
    Match byName = null;
    for (WatchList.Entry entry : list.entries()) {
      String by = contradictsImo(entry, identity) ? null : exact(entry, identity);
      if (by != null) {
        return new Match(entry, by, true);
      }
      if (byName == null && isNearName(entry, identity)) {
        byName = new Match(entry, "name", false);
      }
    }
    return byName;
  }

  private static boolean contradictsImo(WatchList.Entry entry, Identity identity) {
    VesselIdentity vessel = identity.vessel();
    return entry.imo() != null
        && vessel != null
        && vessel.imoNumber() != null
        && !entry.imo().equals(vessel.imoNumber());
  }

  private static String exact(WatchList.Entry entry, Identity identity) {
    VesselIdentity vessel = identity.vessel();
    FlightIdentity flight = identity.flight();
    if (vessel != null && entry.imo() != null && entry.imo().equals(vessel.imoNumber())) {
      return "IMO number";
    }
    if (entry.mmsi() != null && entry.mmsi().equals(identity.mmsi())) {
      return "MMSI";
    }
    if (entry.icao24() != null
        && identity.address() != null
        && entry.icao24() == identity.address().address()) {
      return "aircraft address";
    }
    if (same(entry.callsign(), vessel == null ? null : vessel.callsign())
        || same(entry.callsign(), flight == null ? null : flight.callsign())) {
      return "callsign";
    }
    boolean registered =
        flight != null
            && (same(entry.registration(), flight.registration())
                || same(entry.registration(), flight.callsign()));
    return registered ? "registration" : null;
  }

  private static boolean isNearName(WatchList.Entry entry, Identity identity) {
    VesselIdentity vessel = identity.vessel();
    if (entry.name() == null || vessel == null || vessel.name() == null) {
      return false;
    }
    String listed = plain(entry.name());
    String said = plain(vessel.name());
    return listed.equals(said)
        || (listed.length() >= SHORTEST_FUZZY_NAME && differsByAtMostOne(listed, said));
  }

  private static boolean same(String listed, String said) {
    return listed != null && said != null && !said.isEmpty() && plain(listed).equals(plain(said));
  }

  /** Letters and digits only: V3-HHA is V3HHA. */
  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  static boolean differsByAtMostOne(String one, String other) {
    if (one.length() < other.length()) {
      return differsByAtMostOne(other, one);
    }
    if (one.length() - other.length() > 1) {
      return false;
    }
    int at = 0;
    while (at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    String rest = one.substring(Math.min(one.length(), at + 1));
    return rest.equals(
        one.length() == other.length() && at < other.length()
            ? other.substring(at + 1)
            : other.substring(at));
  }

  private static Finding finding(Track track, Scene scene, Match match) {
    WatchList.Entry entry = match.entry();
    String who = Describe.who(track);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("by", match.by());
    values.put("reason", entry.reason());
    String where =
        track.position() == null ? "" : ", " + Whereabouts.of(track.position(), scene.geography());
    return new Finding(
        KIND,
        match.exact() ? entry.priority() : Priority.CAUTION,
        Describe.subject(track),
        new Moment(track.heardAtMillis(), track.heardAtMillis(), track.position()),
        new Words(
            who + " is on the watch list by its " + match.by() + ": " + entry.reason() + where,
            match.exact() ? "alert.watchlist.exact" : "alert.watchlist.name",
            values,
            "an IMO number that is not the listed one",
            List.of("whether the identity is true")),
        List.of(Term.fact(match.by(), Double.NaN)),
        Outlook.NONE,
        Describe.newest(track));
  }
}
