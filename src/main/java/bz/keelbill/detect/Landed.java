package bz.keelbill.detect;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.detect.LandingSites.Site;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of an aircraft that came down where no airfield is.
 *
 * @param down where it stands, or where its path meets the ground
 * @param stands whether it says itself that it is on the ground
 */
record Landed(
    Track track, Scene scene, Rules rules, FlightPath path, Position down, boolean stands) {
  private static final long RHYTHM_MILLIS = 5 * 60_000L;
  private static final double MEAN_GAPS = 5;
  private static final double LONGEST_GAPS = 1.5;
  private static final long FLOWN_MILLIS = 30 * 60_000L;
  private static final double FLOWN_KNOTS = 70;
  private static final double PERCENT = 100;

  /** How long it must be silent, by how it was heard in its last minutes. */
  static long patienceMillis(History history, long leastMillis) {
    int last = history.size() - 1;
    int first = history.firstAtOrAfter(history.atMillis(last) - RHYTHM_MILLIS);
    if (last - first < 4) {
      return Math.max(leastMillis, 2 * 60_000L);
    }
    long longest = 0;
    for (int i = first + 1; i <= last; i++) {
      longest = Math.max(longest, history.atMillis(i) - history.atMillis(i - 1));
    }
    double mean = (double) (history.atMillis(last) - history.atMillis(first)) / (last - first);
    return Math.max(leastMillis, (long) Math.max(MEAN_GAPS * mean, LONGEST_GAPS * longest));
  }

  /** Whether it was in the air lately: faster than anything on the ground. */
  static boolean hasFlown(History history) {
    int last = history.size() - 1;
    int i = history.firstAtOrAfter(history.atMillis(last) - FLOWN_MILLIS);
    for (; i <= last; i++) {
      if (history.speedKnots(i) >= FLOWN_KNOTS) {
        return true;
      }
    }
    return false;
  }

  Finding finding() {
    AircraftClass sort = scene.register().sort(track.identity(), null);
    List<Site> sites = LandingSites.ranked(path, down, sort, scene.geography());
    return new Finding(
        ClandestineLanding.KIND,
        Priority.ALARM,
        Describe.subject(track),
        new Moment(track.latest().atMillis(), scene.nowMillis(), track.position()),
        words(sites),
        terms(sites),
        new Outlook(minutesLeft(), null, null),
        Describe.since(track, track.latest().atMillis() - 3 * 60_000L));
  }

  /** Until it is down; once it is, nobody knows. */
  private double minutesLeft() {
    double metres = Geodesy.distanceMetres(path.from(), down);
    double silent = (scene.nowMillis() - track.latest().atMillis()) / 60_000.0;
    double left = metres / path.metresIn(1) - silent;
    return left > 0 && !stands ? Describe.rounded(left) : Double.NaN;
  }

  private List<Term> terms(List<Site> sites) {
    List<Term> terms = new ArrayList<>();
    if (stands) {
      terms.add(Term.fact("on-ground", Double.NaN));
    } else {
      double silent = Math.round((scene.nowMillis() - track.heardAtMillis()) / 1000.0);
      terms.add(held("silence", silent, "s", rules.value(ClandestineLanding.SILENT)));
      addHeight(terms);
    }
    double field = LicensedFields.miles(down, scene.geography());
    double limit = rules.value(ClandestineLanding.FIELD);
    terms.add(held("licensed-field", Describe.rounded(field), "nm", limit));
    if (track.domain() == Domain.SEA) {
      double knots = Math.floor(track.velocity().lowerKnots());
      terms.add(held("primary-only", knots, "kn", Double.NaN));
    }
    if (Sun.isNight(down.latitude(), down.longitude(), track.latest().atMillis())) {
      terms.add(Term.fact("night", Double.NaN));
    }
    for (int i = 0; i < sites.size(); i++) {
      double percent = Math.round(PERCENT * sites.get(i).chance());
      terms.add(held("site-" + (i + 1), percent, "%", Double.NaN));
    }
    return terms;
  }

  private void addHeight(List<Term> terms) {
    double low = rules.value(ClandestineLanding.LOW);
    if (Double.isNaN(path.feet())) {
      terms.add(Term.fact("altitude-unknown", Double.NaN));
    } else if (path.feet() < low) {
      terms.add(held("low", Math.round(path.feet()), "ft", low));
    } else {
      terms.add(held("altitude", Math.round(path.feet()), "ft", low));
    }
    double sinking = rules.value(ClandestineLanding.SINKING);
    if (path.sinks(sinking)) {
      terms.add(held("descending", Math.round(path.sinkFeetPerMinute()), "ft/min", sinking));
    }
    double slowed = Math.round(PERCENT * path.slowedShare());
    if (slowed >= 20) {
      terms.add(held("slowed", slowed, "%", 20));
    }
  }

  private static Term held(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  private Words words(List<Site> sites) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = CirclingWords.who(track, scene);
    String where = Whereabouts.of(track.position(), scene.geography());
    values.put("who", who);
    values.put("where", where);
    values.put("height", UnreportedWords.height(path.feet()));
    values.put("downLat", down.latitude());
    values.put("downLon", down.longitude());
    putSites(sites, values);
    String form = stands ? ".ground" : sites.isEmpty() ? ".nowhere" : "";
    String went =
        stands
            ? " stands on the ground where no airfield is, "
            : " was lost at " + values.get("height") + " where no airfield is, ";
    String likeliest = sites.isEmpty() || stands ? "" : "; likeliest: " + values.get("site1");
    return new Words(
        who + went + where + likeliest,
        "alert.clandestine-landing" + form,
        values,
        "the aircraft heard again in the air, a plan, or word from an airfield where it landed",
        List.of("landing place", "height of the ground"));
  }

  /**
   * Each site by its number: {@code site1}, {@code site1Lat}, {@code site1Lon}, {@code site1Chance}
   * in per cent; and all in one sentence.
   */
  private void putSites(List<Site> sites, Map<String, Object> values) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      Site site = sites.get(i);
      String key = "site" + (i + 1);
      long percent = Math.round(PERCENT * site.chance());
      values.put(key, site.name());
      values.put(key + "Lat", site.position().latitude());
      values.put(key + "Lon", site.position().longitude());
      values.put(key + "Chance", percent);
      all.add(site.name() + ": " + direction(site.position()) + ", " + percent + " %");
    }
    values.put("sites", String.join("; ", all));
  }

  /** From where it was seen last. */
  private String direction(Position site) {
    long miles = Math.round(Geodesy.distanceMetres(path.from(), site) / 1852);
    return miles + " nm " + Math.round(Geodesy.bearingDegrees(path.from(), site)) + "°";
  }
}
