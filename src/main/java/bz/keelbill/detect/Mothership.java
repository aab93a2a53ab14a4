package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.detect.Haunts.Haunt;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Small boats appear from, or vanish into, a slow ship."
 *
 * <p>A small fast echo that was born or lost close to a slow vessel far from any land. One alert
 * for the ship: each further boat revises it. While the ship stays about, the alert stays open for
 * two hours after the last boat, so that a second one is known as such. A boat that was lost and
 * found again was not born there.
 */
public final class Mothership implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "mothership";

  static final Setting ENABLED =
      Setting.onOff(
          "mothership.enabled", true, "Whether boats that come from ships are looked for");
  static final Setting METRES =
      new Setting(
          "mothership.distance", 500, "m", 50, 3000, "As close to the ship a boat appears or ends");
  static final Setting CHILD_KNOTS =
      new Setting("mothership.boatSpeed", 15, "kn", 5, 60, "The boat runs at least as fast");
  static final Setting SHIP_KNOTS =
      new Setting("mothership.shipSpeed", 6, "kn", 1, 20, "The ship goes slower than this");
  static final Setting OUT_MILES =
      new Setting("mothership.landDistance", 6, "nm", 0, 100, "The ship is farther from land");
  static final Setting CLEAR_METRES =
      new Setting(
          "mothership.clear", 150, "m", 0, 2000, "A boat is seen farther than this from the hull");
  static final Setting WITHIN_MINUTES =
      new Setting("mothership.within", 120, "min", 10, 720, "Two boats in this time are an alarm");
  static final Setting SHORE_MINUTES =
      new Setting(
          "mothership.shoreMinutes",
          90,
          "min",
          5,
          240,
          "A boat that would land within this time is an alarm");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          METRES,
          CHILD_KNOTS,
          SHIP_KNOTS,
          OUT_MILES,
          CLEAR_METRES,
          WITHIN_MINUTES,
          SHORE_MINUTES);

  private static final String LAST_BOAT = "last boat";
  private static final long RENEWED_MILLIS = 5 * 60_000L;
  private static final long SEEN_MILLIS = 60_000;
  private static final double SEARCH_METRES = 5_000;
  private static final double SURE_MARGIN_KNOTS = 5;

  private final boolean enabled;
  private final double metres;
  private final double childKnots;
  private final double shipKnots;
  private final double outMetres;
  private final double clearMetres;
  private final double withinMinutes;
  private final double shoreMinutes;
  private final Haunts haunts;

  /** Built for one version of the rules. */
  public Mothership(Rules rules) {
    enabled = rules.isOn(ENABLED);
    metres = rules.value(METRES);
    childKnots = rules.value(CHILD_KNOTS);
    shipKnots = rules.value(SHIP_KNOTS);
    outMetres = Units.nauticalMilesToMetres(rules.value(OUT_MILES));
    clearMetres = rules.value(CLEAR_METRES);
    withinMinutes = rules.value(WITHIN_MINUTES);
    shoreMinutes = rules.value(SHORE_MINUTES);
    haunts = new Haunts(rules);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    long now = scene.nowMillis();
    if (!enabled || !scene.isTenthSecond() || !Build.isVessel(track)) {
      return;
    }
    if (now % RENEWED_MILLIS == 0 && Build.isBig(track)) {
      renew(track, scene, found);
    }
    if (track.isRadarOnly() && !Build.isBig(track)) {
      judge(track, scene, found);
    }
  }

  private void judge(Track track, Scene scene, Findings found) {
    boolean isLost = Offspring.isLatelyLost(track, scene.nowMillis());
    if (!isLost && !Offspring.isYoung(track, scene.nowMillis())) {
      found.stoppedBy("neither just born nor just lost");
      return;
    }
    double knots = isLost ? Offspring.lostKnots(track) : Offspring.bornKnots(track);
    if (knots < childKnots) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", childKnots);
      return;
    }
    Offspring end = isLost ? Offspring.lost(track, metres) : Offspring.born(track, metres);
    Position at = end.place();
    double shore = scene.geography().coast().shoreMetres(at.latitude(), at.longitude());
    if (shore < outMetres) {
      found.stoppedBy("land", miles(shore), "nm", miles(outMetres));
      return;
    }
    Track ship = shipAt(end, scene);
    if (ship == null) {
      found.stoppedBy("no slow ship beside");
    } else if (!end.isClearOf(ship, clearMetres)) {
      found.stoppedBy("not clear of the hull");
    } else if (haunts.at(at, scene.nowMillis(), true, scene) == Haunt.REST) {
      found.stoppedBy("ships lie here");
    } else {
      found.holds(finding(ship, end, scene));
    }
  }

  /** The ship at which a boat's way begins or ends; the oldest, if there are several. */
  private Track shipAt(Offspring end, Scene scene) {
    Track[] ship = {null};
    scene
        .picture()
        .near(
            end.place(),
            SEARCH_METRES,
            other -> {
              boolean isElder = ship[0] == null || other.serial() < ship[0].serial();
              if (isElder && isMother(other, end, scene)) {
                ship[0] = other;
              }
            });
    return ship[0];
  }

  private boolean isMother(Track ship, Offspring end, Scene scene) {
    return ship.domain() == Domain.SEA
        && Build.isBig(ship)
        && Build.isVessel(ship)
        && !Build.isAtService(ship)
        && ship.speedKnots() < shipKnots
        && !scene.isOwn(ship)
        && end.isAt(ship)
        && (end.isBirth() || isWatched(end, scene));
  }

  /** What is lost vanished only if its radar still sees others. */
  private static boolean isWatched(Offspring end, Scene scene) {
    String station = end.child().latest().origin().station();
    return scene.hearing().station(station) != null
        && scene.hearing().station(station).silentMillis(scene.nowMillis()) <= SEEN_MILLIS;
  }

  private static double miles(double metres) {
    return Describe.rounded(Units.metresToNauticalMiles(metres));
  }

  /** What is open about a ship, or null. */
  private static Finding open(Track ship, Scene scene) {
    for (Finding open : scene.open(KIND)) {
      if (open.subject().lineage().equals(ship.name())) {
        return open;
      }
    }
    return null;
  }

  private Finding finding(Track ship, Offspring end, Scene scene) {
    Finding open = open(ship, scene);
    Track child = end.child();
    double toShore = end.isBirth() ? minutesToShore(child, scene) : Double.NaN;
    boolean isKnown = open != null && open.subject().tracks().contains(child.name());
    int boats = open == null ? 1 : boats(open) + (isKnown ? 0 : 1);
    Priority priority = boats >= 2 || toShore <= shoreMinutes ? Priority.ALARM : Priority.WARNING;
    List<Term> terms = new ArrayList<>();
    terms.add(term("boats", boats, "", 2));
    double knots = end.isBirth() ? Offspring.bornKnots(child) : Offspring.lostKnots(child);
    terms.add(term("boat's speed", knots, "kn", childKnots));
    terms.add(term("ship's speed", ship.speedKnots(), "kn", shipKnots));
    terms.add(term("length", Build.lengthMetres(ship), "m", Build.BIG_METRES));
    double minutesAgo = (scene.nowMillis() - end.atMillis()) / 60_000.0;
    terms.add(term(LAST_BOAT, minutesAgo, "min", withinMinutes));
    if (!Double.isNaN(toShore)) {
      terms.add(term("boat ashore in", toShore, "min", shoreMinutes));
    }
    return new Finding(
        KIND,
        priority,
        new Subject(ship.name(), names(ship, child, open), null),
        new Moment(end.atMillis(), scene.nowMillis(), end.place()),
        words(ship, end, boats, scene),
        terms,
        new Outlook(Describe.rounded(toShore), null, null),
        Describe.since(child, end.atMillis() - 5 * 60_000L));
  }

  /** Until it lands if it goes on; NaN if it does not or if its course is not sure yet. */
  private double minutesToShore(Track child, Scene scene) {
    Velocity velocity = child.velocity();
    if (velocity.marginKnots() > SURE_MARGIN_KNOTS) {
      return Double.NaN;
    }
    double perMinute = Units.knotsToMetresPerSecond(velocity.speedKnots()) * 60;
    return scene
            .geography()
            .coast()
            .metresToLandAhead(child.position(), velocity.courseDegrees(), perMinute * shoreMinutes)
        / perMinute;
  }

  private static Term term(String name, double value, String unit, double limit) {
    return new Term(name, Describe.rounded(value), unit, limit, Double.NaN);
  }

  private static int boats(Finding open) {
    return (int) Math.round(value(open, "boats"));
  }

  private static double value(Finding open, String name) {
    for (Term term : open.terms()) {
      if (term.term().equals(name)) {
        return term.value();
      }
    }
    return Double.NaN;
  }

  private static List<String> names(Track ship, Track child, Finding open) {
    List<String> names = new ArrayList<>(ship.contactNames());
    addNew(open == null ? List.of() : open.subject().tracks(), names);
    addNew(child.contactNames(), names);
    return names;
  }

  private static void addNew(List<String> more, List<String> names) {
    for (String name : more) {
      if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  private static Words words(Track ship, Offspring end, int boats, Scene scene) {
    String who = Describe.who(ship);
    String where = Whereabouts.of(end.place(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("count", boats);
    values.put("where", where);
    String did =
        boats > 1
            ? boats + " small fast boats came from or went to "
            : "A small fast boat " + (end.isBirth() ? "came from " : "ended at ");
    return new Words(
        did + who + ", " + where,
        "alert.mothership." + (boats > 1 ? "boats" : end.isBirth() ? "born" : "lost"),
        values,
        "the boat's own identity, a harbour, or land within 6 nm",
        List.of("identity of the boat", "crew", "purpose"));
  }

  /** The ship is still about: what was said of it holds for a while after the last boat. */
  private void renew(Track ship, Scene scene, Findings found) {
    Finding open = open(ship, scene);
    if (open == null || !(ship.speedKnots() < shipKnots)) {
      return;
    }
    double since = (scene.nowMillis() - open.moment().atMillis()) / 60_000.0;
    double minutesAgo = value(open, LAST_BOAT) + since;
    if (minutesAgo <= withinMinutes) {
      List<Term> terms = new ArrayList<>();
      for (Term term : open.terms()) {
        boolean isLast = term.term().equals(LAST_BOAT);
        terms.add(isLast ? term(LAST_BOAT, minutesAgo, "min", withinMinutes) : term);
      }
      Moment was = open.moment();
      found.holds(
          open.withTerms(terms)
              .withMoment(new Moment(was.onsetMillis(), scene.nowMillis(), was.position())));
    }
  }
}
