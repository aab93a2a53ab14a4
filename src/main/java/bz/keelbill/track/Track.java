package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId.RadarTarget;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Origin;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.VesselIdentity;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one craft: its contacts, who it says it is, and where it has been.
 *
 * <p>Mutable; belongs to the one thread of its Watch. Only {@link Picture} and {@link Associator}
 * change it.
 */
public final class Track {
  private static final long SHORT_WINDOW_MILLIS = 95_000;
  private static final long LONG_WINDOW_MILLIS = 180_000;
  private static final double NARROW_MARGIN_KNOTS = 5;
  private static final int CONFIRMING_PLOTS = 3;
  private static final double MOVING_KNOTS = 0.5;

  final List<Link> links = new ArrayList<>(1);
  private final long serial;
  private final Domain domain;
  private final String name;
  private final long bornAtMillis;
  private final History history = new History();
  private List<String> contactNames;
  private Position bornAt;
  private Identity identity = Identity.NONE;
  private Fix latest;
  private Fix.Motion motion = Fix.Motion.UNKNOWN;
  private Fix.Height height;
  private Integer navigationStatus;
  private long heardAtMillis;
  private long arrivedAtMillis = Long.MIN_VALUE;
  private int confirmations;
  private int squawkReplies;
  private SafetyText lastText;
  private Velocity velocity = Velocity.UNKNOWN;
  private boolean velocityIsCurrent;

  // Association in progress: the neighbour that keeps fitting, and how often it did.
  Track partner;
  int partnerAgreements;
  long gridCell = Long.MIN_VALUE;

  Track(long serial, Domain domain, Contact first) {
    this.serial = serial;
    this.domain = domain;
    this.name = first.name();
    this.bornAtMillis = first.bornAtMillis();
    this.heardAtMillis = first.bornAtMillis();
    addLink(new Link(first, first.bornAtMillis()));
  }

  /** Counts tracks in the order of their birth; unique within a Watch. */
  public long serial() {
    return serial;
  }

  /** The name of its first contact; it stays when others join. */
  public String name() {
    return name;
  }

  public Domain domain() {
    return domain;
  }

  /** The names of all its contacts, the first one first; immutable. */
  public List<String> contactNames() {
    if (contactNames == null) {
      contactNames = links.stream().map(link -> link.contact.name()).toList();
    }
    return contactNames;
  }

  /** Event time of the first report, Unix milliseconds. */
  public long bornAtMillis() {
    return bornAtMillis;
  }

  /** Where it was first seen, or null if it never had a position. */
  public Position bornAt() {
    return bornAt;
  }

  public Identity identity() {
    return identity;
  }

  public History history() {
    return history;
  }

  /** The newest positional report by event time, or null. */
  public Fix latest() {
    return latest;
  }

  /** The newest position, or null. */
  public Position position() {
    return latest == null ? null : latest.position();
  }

  /** Event time of the newest report of any kind, Unix milliseconds. */
  public long heardAtMillis() {
    return heardAtMillis;
  }

  /**
   * When its newest report came in by our clock, Unix milliseconds: later than {@link
   * #heardAtMillis()} where a station's clock is slow or the way is long.
   */
  public long arrivedAtMillis() {
    return arrivedAtMillis;
  }

  /** The newest height; null for vessels and when nothing is known. */
  public Fix.Height height() {
    return height;
  }

  /** Pressure or satellite altitude in feet; NaN unknown. */
  public double altitudeFeet() {
    return height == null ? Double.NaN : height.altitudeFeet();
  }

  /** Whether it says that it is on the ground. */
  public boolean isOnGround() {
    return height != null && Boolean.TRUE.equals(height.onGround());
  }

  /** AIS navigational status 0 to 15, or null. */
  public Integer navigationStatus() {
    return navigationStatus;
  }

  /** The last safety text it sent, or null. */
  public SafetyText lastText() {
    return lastText;
  }

  /** How many replies in a row carried the present squawk. */
  public int squawkReplies() {
    return squawkReplies;
  }

  /** Whether only radar has ever seen it. */
  public boolean isRadarOnly() {
    return !identity.isCooperative() && links.get(0).contact.id() instanceof RadarTarget;
  }

  /** Whether enough reports agree that it is a craft at all: at once if it says so itself. */
  public boolean isConfirmed() {
    return identity.isCooperative() || confirmations >= CONFIRMING_PLOTS;
  }

  /** The line through its latest positions, over 90 s, or 180 s where that is too uncertain. */
  public Velocity velocity() {
    if (!velocityIsCurrent) {
      velocity = Velocity.fit(history, SHORT_WINDOW_MILLIS);
      if (velocity.marginKnots() > NARROW_MARGIN_KNOTS) {
        velocity = Velocity.fit(history, LONG_WINDOW_MILLIS);
      }
      velocityIsCurrent = true;
    }
    return velocity;
  }

  /** Speed over ground to show and predict with, knots: its own word, else the fitted line. */
  public double speedKnots() {
    boolean own = identity.isCooperative() && !Double.isNaN(motion.speedKnots());
    return own || velocity().fixes() < 3 ? motion.speedKnots() : velocity().speedKnots();
  }

  /** Course over ground to show and predict with, degrees true; NaN for what lies still. */
  public double courseDegrees() {
    boolean own = identity.isCooperative() && !Double.isNaN(motion.courseDegrees());
    if (own || velocity().fixes() < 3) {
      return motion.courseDegrees();
    }
    return velocity().speedKnots() < MOVING_KNOTS ? Double.NaN : velocity().courseDegrees();
  }

  /** Where the bow points, degrees true; NaN unknown. */
  public double headingDegrees() {
    return motion.headingDegrees();
  }

  /** How fresh its news is. */
  public Freshness freshness(long nowMillis) {
    return Freshness.of(this, nowMillis - heardAtMillis);
  }

  void addLink(Link link) {
    links.add(link);
    contactNames = null;
    identity = identity.withContact(link.contact.id());
  }

  void removeLink(Link link) {
    links.remove(link);
    contactNames = null;
  }

  private void heard(Origin origin) {
    heardAtMillis = Math.max(heardAtMillis, origin.eventAtMillis());
    arrivedAtMillis = Math.max(arrivedAtMillis, origin.receivedAtMillis());
  }

  /** Takes a fix that passed the gate; an old one goes into its place in the history only. */
  void add(Fix fix, boolean remember) {
    heard(fix.origin());
    boolean newest = latest == null || fix.atMillis() >= latest.atMillis();
    if (!fix.state().accuracy().tentative()) {
      confirmations++;
    }
    if (newest) {
      takeMotion(fix);
    }
    if (!remember) {
      return;
    }
    history.add(fix, altitudeFeet());
    velocityIsCurrent = false;
    if (newest) {
      latest = fix;
    }
    if (bornAt == null) {
      bornAt = fix.position();
    }
  }

  /** Takes motion, height and status of a report, with or without a position. */
  void takeMotion(Fix fix) {
    heard(fix.origin());
    Fix.Motion said = fix.motion();
    motion =
        new Fix.Motion(
            known(said.speedKnots(), motion.speedKnots()),
            known(said.courseDegrees(), motion.courseDegrees()),
            known(said.headingDegrees(), motion.headingDegrees()));
    if (fix.height() != null) {
      height = height == null ? fix.height() : merged(height, fix.height());
    }
    takeStatus(fix);
  }

  /** Takes the status alone: a call for help counts wherever it says that it is. */
  void takeStatus(Fix fix) {
    heard(fix.origin());
    if (fix.state().navigationStatus() != null) {
      navigationStatus = fix.state().navigationStatus();
    }
  }

  void say(VesselIdentity said) {
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(FlightIdentity said) {
    if (said.squawk() != null) {
      FlightIdentity old = identity.flight();
      boolean same = old != null && said.squawk().equals(old.squawk());
      squawkReplies = same ? squawkReplies + 1 : 1;
    }
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(OwnForce said) {
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(SafetyText said) {
    lastText = said;
    heard(said.origin());
  }

  /** The other track has turned out to be this craft too. */
  void absorb(Track other) {
    other.links.forEach(this::addLink);
    identity = identity.with(other.identity);
    history.addAll(other.history);
    velocityIsCurrent = false;
    heardAtMillis = Math.max(heardAtMillis, other.heardAtMillis);
    arrivedAtMillis = Math.max(arrivedAtMillis, other.arrivedAtMillis);
    confirmations += other.confirmations;
    if (latest == null || (other.latest != null && other.latest.atMillis() > latest.atMillis())) {
      latest = other.latest;
    }
    if (bornAt == null) {
      bornAt = other.bornAt;
    }
  }

  private static Fix.Height merged(Fix.Height old, Fix.Height said) {
    boolean keepOld = Double.isNaN(said.altitudeFeet());
    return new Fix.Height(
        keepOld ? old.altitudeFeet() : said.altitudeFeet(),
        keepOld ? old.geometric() : said.geometric(),
        known(said.verticalRateFeetPerMinute(), old.verticalRateFeetPerMinute()),
        said.onGround() != null ? said.onGround() : old.onGround());
  }

  private static double known(double said, double old) {
    return Double.isNaN(said) ? old : said;
  }
}
