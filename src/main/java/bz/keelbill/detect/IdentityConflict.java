package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Elsewhere;
import bz.keelbill.track.Renaming;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "One identity in two places, or two identities on one hull."
 *
 * <p>One number that speaks from here and from there in turn, where both are ways of their own, or
 * a vessel that changes its name within a voyage. Told of our own forces too: their numbers can be
 * borrowed.
 */
public final class IdentityConflict implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "identity-conflict";

  static final Setting ENABLED =
      Setting.onOff("identity-conflict.enabled", true, "Whether borrowed identities are told");
  static final Setting ALTERNATIONS =
      new Setting(
          "identity-conflict.alternations", 3, "", 2, 20, "So often it spoke from the other place");
  static final Setting APART =
      new Setting(
          "identity-conflict.apart",
          4000,
          "m",
          500,
          50000,
          "Nearer than this the two places may be one, told with errors");
  static final Setting SEEN =
      new Setting(
          "identity-conflict.seenByRadar",
          0.8,
          "",
          0.5,
          0.99,
          "A radar that sees such a vessel in a minute as surely as this denies one that it misses");
  static final Setting SKEW =
      new Setting(
          "identity-conflict.skewSeconds", 150, "s", 0, 3600, "A station's clock may be so wrong");
  static final Setting FASTEST =
      new Setting(
          "identity-conflict.boatKnots", 60, "kn", 10, 120, "Faster than this no vessel runs");
  static final List<Setting> SETTINGS = List.of(ENABLED, ALTERNATIONS, APART, SEEN, SKEW, FASTEST);

  private static final int FEWEST_PLACES = 3;
  private static final long NEWS_MILLIS = 15 * 60_000L;

  private final Rules rules;
  private final boolean enabled;
  private final double alternations;
  private final double apartMetres;

  /** Built for one version of the rules. */
  public IdentityConflict(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
    alternations = rules.value(ALTERNATIONS);
    apartMetres = rules.value(APART);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled || track.latest() == null || !isOnesOwn(track)) {
      return;
    }
    Elsewhere elsewhere = track.elsewhere();
    Renaming renaming = track.renaming();
    boolean isPlace = elsewhere != null && isNews(elsewhere.newest().atMillis(), scene);
    boolean isName = renaming != null && isNews(renaming.atMillis(), scene);
    if (isPlace) {
      judge(track, elsewhere, scene, found);
    } else if (!isName) {
      found.stoppedBy("one place, one name");
    }
    if (isName && !scene.saidLately(KIND, track, null)) {
      found.holds(renamed(track, renaming, scene));
    }
  }

  /**
   * Whether its number is one that a craft has alone: neither a set that was never given one, nor a
   * mark or a mast, nor what a ground station made up.
   */
  private static boolean isOnesOwn(Track track) {
    if (track.domain() == Domain.AIR) {
      return track.identity().address() != null && track.identity().address().assigned();
    }
    Fix.Source source = track.latest().state().source();
    Integer mmsi = track.identity().mmsi();
    return mmsi != null
        && source != Fix.Source.AIS_BASE
        && source != Fix.Source.AIS_AID
        && (isShipStation(mmsi) || isRescueAircraft(mmsi));
  }

  /** M.585: 111, then the country's digits. */
  private static boolean isRescueAircraft(int mmsi) {
    return mmsi / 1_000_000 == 111 && isShipStation(mmsi / 1_000 % 1_000 * 1_000_000);
  }

  /** M.585: a ship's number begins with its country's digits, 201 to 775. */
  private static boolean isShipStation(int mmsi) {
    boolean isRepdigit = mmsi % 111_111_111 == 0;
    return mmsi >= 201_000_000 && mmsi < 776_000_000 && !isRepdigit;
  }

  private static boolean isNews(long atMillis, Scene scene) {
    return scene.nowMillis() - atMillis <= NEWS_MILLIS;
  }

  private void judge(Track track, Elsewhere elsewhere, Scene scene, Findings found) {
    Fix there = elsewhere.places().get(elsewhere.places().size() - 1);
    // Where it was when it said so: a word of ten minutes ago is no second place for who moves.
    Position here = track.positionAt(there.atMillis());
    double metres =
        Geodesy.distanceMetres(here == null ? track.position() : here, there.position());
    double knots = Double.isNaN(track.speedKnots()) ? 0 : track.speedKnots();
    double limit = Math.max(apartMetres, Units.knotsToMetresPerSecond(knots) * rules.value(SKEW));
    if (elsewhere.alternations() < alternations) {
      found.stoppedBy("alternations", elsewhere.alternations(), "", alternations);
    } else if (elsewhere.places().size() < FEWEST_PLACES) {
      found.stoppedBy("positions elsewhere", elsewhere.places().size(), "", FEWEST_PLACES);
    } else if (metres < limit) {
      found.stoppedBy("apart", Math.round(metres), "m", limit);
    } else if (metres < lateMetres(track, there, scene)) {
      found.stoppedBy("its station's clock is wrong");
    } else if (OneWay.is(track, elsewhere.places())) {
      found.stoppedBy("the same way, told late by one station");
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(twoPlaces(track, elsewhere, metres, scene));
    }
  }

  /** How far apart one boat's words may lie that a station with a wrong clock has told. */
  private double lateMetres(Track track, Fix there, Scene scene) {
    long off =
        Math.max(
            WrongClock.offMillis(there.origin().station(), scene),
            WrongClock.offMillis(track.latest().origin().station(), scene));
    double seconds = off == 0 ? 0 : 2 * off / 1000.0 + rules.value(SKEW);
    return Units.knotsToMetresPerSecond(rules.value(FASTEST)) * seconds;
  }

  private static Priority priority(Track track, Scene scene) {
    Listing listing = scene.listing(track);
    boolean isListed = listing != null && listing.isExact();
    boolean isOwn = scene.isOwn(track);
    return isListed || isOwn ? Priority.ALARM : Priority.WARNING;
  }

  private Finding twoPlaces(Track track, Elsewhere elsewhere, double metres, Scene scene) {
    List<Fix> places = elsewhere.places();
    Position other = places.get(places.size() - 1).position();
    boolean isDenied = isDenied(track.position(), track, scene) || isDenied(other, track, scene);
    double miles = Describe.rounded(Units.metresToNauticalMiles(metres));
    String who = number(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    String there = Whereabouts.of(other, scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("where", where);
    values.put("there", there);
    values.put("miles", miles);
    return new Finding(
        KIND,
        isDenied ? Priority.ALARM : priority(track, scene),
        Describe.subject(track),
        new Moment(places.get(0).atMillis(), scene.nowMillis(), track.position()),
        new Words(
            who + " is in two places " + miles + " nm apart: " + where + " and " + there,
            "alert.identity-conflict.places",
            values,
            "one of the two falling silent",
            List.of("which of the two is the true one")),
        terms(elsewhere, miles, isDenied),
        Outlook.NONE,
        evidence(track, places));
  }

  /** Whether a radar sees nobody at a place where it would see such a vessel. */
  private boolean isDenied(Position at, Track track, Scene scene) {
    return track.domain() == Domain.SEA
        && RadarWitness.chance(at, track, scene) >= rules.value(SEEN)
        && !RadarWitness.seesAnybody(at, scene);
  }

  private List<Term> terms(Elsewhere elsewhere, double miles, boolean isDenied) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("alternations", elsewhere.alternations(), "", alternations, Double.NaN));
    terms.add(new Term("apart", miles, "nm", miles(apartMetres), Double.NaN));
    if (isDenied) {
      terms.add(Term.fact("radar-sees-nobody", Double.NaN));
    }
    return terms;
  }

  /** The last of both ways. */
  private static List<Evidence> evidence(Track track, List<Fix> places) {
    List<Evidence> evidence = new ArrayList<>();
    places.forEach(fix -> evidence.add(Describe.evidence(fix)));
    evidence.addAll(Describe.since(track, places.get(0).atMillis()));
    return evidence;
  }

  private static Finding renamed(Track track, Renaming renaming, Scene scene) {
    String who = number(track);
    Position at = track.position();
    String where = at == null ? "" : ", " + Whereabouts.of(at, scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("what", renaming.what());
    values.put("before", renaming.before());
    values.put("after", renaming.after());
    values.put("where", at == null ? "" : Whereabouts.of(at, scene.geography()));
    return new Finding(
        KIND,
        priority(track, scene),
        Describe.subject(track),
        new Moment(renaming.atMillis(), renaming.atMillis(), at),
        new Words(
            "%s changed its %s within a voyage: %s, now %s%s"
                .formatted(who, renaming.what(), renaming.before(), renaming.after(), where),
            "alert.identity-conflict.renamed",
            values,
            "word from the owner",
            List.of("whether two vessels use one number")),
        List.of(new Term("changes", renaming.times(), "", 1, Double.NaN)),
        Outlook.NONE,
        Describe.newest(track));
  }

  private static String number(Track track) {
    return track.domain() == Domain.SEA && track.identity().mmsi() != null
        ? "MMSI " + track.identity().mmsi()
        : Describe.who(track);
  }

  private static double miles(double metres) {
    return Describe.rounded(Units.metresToNauticalMiles(metres));
  }
}
