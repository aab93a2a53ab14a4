package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Origin;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.VesselIdentity;
import java.util.List;

/**
 * What is known of one craft: its contacts, who it says it is, and where it has been.
 *
 * <p>Mutable; belongs to the one thread of its Watch. Only {@link Picture} and {@link Associator}
 * change it.
 */
public final class Track {
  private static final long WORD_MILLIS = 5 * 60_000L;
  private static final long SHORT_WINDOW_MILLIS = 95_000;
  private static final long LONG_WINDOW_MILLIS = 180_000;
  private static final double NARROW_MARGIN_KNOTS = 5;
  private static final double MOVING_KNOTS = 0.5;
  private static final double UNDER_WAY_KNOTS = 4;
  private static final double STRAIGHT = 2;
  private static final long UNDECIDED_MILLIS = 90_000;
  private static final int SETTLED_UPDATES = 3;
  private static final long REVISED_MILLIS = 60_000;

  /**
   * What comes later than this beside newer news puts the past right; before, it is only sorted.
   */
  private static final long WATERMARK_MILLIS = 15_000;

  final Links links = new Links();
  private final long serial;
  private final Domain domain;
  private final String name;
  private final long bornAtMillis;
  private final History history = new History();
  private Position bornAt;
  private Identity identity = Identity.NONE;
  private double seenLengthMetres = Double.NaN;
  private Fix first;
  private Fix latest;
  private Filter filter;
  private Estimate estimate;

  /** As of its newest position: asked for again and again between others. */
  private Estimate filtered;

  private Renaming renaming;
  private final Said words = new Said();
  private long heardAtMillis;
  private long arrivedAtMillis = Long.MIN_VALUE;
  private final Confirmation confirmation = new Confirmation();
  private long revisedAtMillis = Long.MIN_VALUE;
  private long partedAtMillis = Long.MIN_VALUE;
  private int revisions;
  private long turnMillis;
  private Velocity velocity = Velocity.UNKNOWN;
  private boolean velocityIsCurrent;

  // Association in progress: the neighbour that keeps fitting, and how often it did.
  Track partner;
  int partnerAgreements;
  boolean isUnsettled;
  int column = -1;
  private boolean isGone;
  boolean mayBeLeaving;
  boolean isKnownToBeNew;
  long gridCell = Long.MIN_VALUE;

  /** When the roll call last found that it was heard; null if never. */
  RollCall.LastHeard lastHeard;

  Track(long serial, Domain domain, Contact first) {
    this.serial = serial;
    this.domain = domain;
    this.name = first.name();
    this.bornAtMillis = first.bornAtMillis();
    this.heardAtMillis = first.bornAtMillis();
    addLink(new Link(first, first.bornAtMillis()));
  }

  /** Of a contact that has left another track, with its own past. */
  private Track(long serial, Domain domain, Link link) {
    this.serial = serial;
    this.domain = domain;
    this.name = link.contact.name();
    this.bornAtMillis = link.contact.bornAtMillis();
    this.heardAtMillis = link.heardAtMillis;
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
    return links.names();
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

  /**
   * Where it was at the time of {@link #latest}: as it says itself, or as filtered where only radar
   * sees it. Null if it never had a position.
   */
  public Position position() {
    if (latest == null) {
      return null;
    }
    return isFiltered() ? filtered().position() : latest.position();
  }

  /**
   * Where it was at a time, between the positions before and after it, or where it was expected up
   * to ten minutes after the newest; null if it was not seen near that time.
   */
  public Position positionAt(long millis) {
    Past then = Past.of(this, millis);
    return then == null ? null : then.position();
  }

  /** Standard deviation of {@link #position()}, metres. */
  public double sigmaMetres() {
    return isFiltered() ? filtered().place().worst() : latest.state().accuracy().worstMetres();
  }

  private boolean isFiltered() {
    return latest.state().source() == Fix.Source.RADAR && filter.updates() >= SETTLED_UPDATES;
  }

  /** Where it is expected at a time and how it moves; null if it never had a position. */
  public Estimate estimateAt(long millis) {
    if (filter == null) {
      return null;
    }
    if (estimate == null || estimate.atMillis() != millis) {
      estimate = filter.at(millis);
    }
    return estimate;
  }

  private void forgetEstimates() {
    estimate = null;
    filtered = null;
  }

  /** How long the radar that saw it last takes for a turn, milliseconds. */
  long turnMillis() {
    return turnMillis;
  }

  /** Its first fix still remembered as it was, or null. */
  Fix first() {
    return first;
  }

  /** The filter behind it, or null if it never had a position. */
  Filter filter() {
    return filter;
  }

  /** How many late reports have put its past right. */
  public int revisions() {
    return revisions;
  }

  /**
   * Event time of the newest report that came late, Unix milliseconds; the least number if none.
   */
  public long revisedAtMillis() {
    return revisedAtMillis;
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
    return words.height();
  }

  /** Pressure or satellite altitude in feet; NaN unknown. */
  public double altitudeFeet() {
    return height() == null ? Double.NaN : height().altitudeFeet();
  }

  /** Whether it says that it is on the ground. */
  public boolean isOnGround() {
    return height() != null && Boolean.TRUE.equals(height().onGround());
  }

  /** AIS navigational status 0 to 15, or null. */
  public Integer navigationStatus() {
    return words.navigationStatus();
  }

  /** The last safety text it sent, or null. */
  public SafetyText lastText() {
    return words.lastText();
  }

  /** How many replies in a row carried the present squawk. */
  public int squawkReplies() {
    return words.squawkReplies();
  }

  /** Whether only radar has ever seen it. */
  public boolean isRadarOnly() {
    return !identity.isCooperative() && links.haveRadar();
  }

  /** Its neighbour did not fit this time: twice as much as a time that it did. */
  void doubtPartner() {
    partnerAgreements -= 2;
    if (partnerAgreements <= 0) {
      partner = null;
      partnerAgreements = 0;
    }
  }

  private boolean isUnderWay() {
    // Waves wander about; a boat that gets somewhere keeps to a line at first.
    Velocity line = velocity();
    return line.lowerKnots() > UNDER_WAY_KNOTS && line.misfit() < STRAIGHT;
  }

  /** Whether every radar that followed it has said that it follows it no more. */
  boolean isGivenUp() {
    return links.areGivenUp();
  }

  /**
   * Whether only a tracking box or a patrol's device tells of it: it may have a transponder too.
   */
  boolean isByDeviceOnly() {
    return identity.isCooperative() && identity.mmsi() == null && identity.address() == null;
  }

  /** Whether it may yet turn out to be a part of another track. */
  boolean mayBeAnother() {
    return isRadarOnly() || isByDeviceOnly();
  }

  /** Whether enough reports agree that it is a craft at all: at once if it says so itself. */
  public boolean isConfirmed() {
    return identity.isCooperative() || confirmation.isGiven();
  }

  /** Since when it is confirmed, Unix milliseconds; the greatest number if it is not. */
  public long sureSinceMillis() {
    return links.get(0).isRadar() ? confirmation.sinceMillis() : bornAtMillis;
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

  /** Speed over ground to show and predict with, knots: its own word, else the filter's. */
  public double speedKnots() {
    double own = words.motion().speedKnots();
    return saysItself(own) ? own : filter.speedKnots();
  }

  /** Course over ground to show and predict with, degrees true; NaN for what lies still. */
  public double courseDegrees() {
    double own = words.motion().courseDegrees();
    if (saysItself(own)) {
      return own;
    }
    return filter.speedKnots() < MOVING_KNOTS ? Double.NaN : filtered().courseDegrees();
  }

  /** Whether it goes as fast as this by its own word or by its positions; a first, cheap look. */
  public boolean isAsFastAs(double knots) {
    return words.motion().speedKnots() >= knots || filter.speedKnots() >= knots;
  }

  private boolean saysItself(double value) {
    boolean own = identity.isCooperative() && !Double.isNaN(value) && !isWordOld();
    return own || filter == null || filter.updates() < SETTLED_UPDATES;
  }

  /**
   * Others have seen it since, and it has said nothing: who turned its set off has stopped telling.
   */
  private boolean isWordOld() {
    Fix word = ownWord();
    return word != null && latest != null && latest.atMillis() - word.atMillis() > WORD_MILLIS;
  }

  private Estimate filtered() {
    long millis = latest.atMillis();
    if (filter != null && (filtered == null || filtered.atMillis() != millis)) {
      filtered = estimateAt(millis);
    }
    return filtered;
  }

  /** Where the bow points, degrees true; NaN unknown. */
  public double headingDegrees() {
    return words.motion().headingDegrees();
  }

  /** How fresh its news is. */
  public Freshness freshness(long nowMillis) {
    return Freshness.of(this, nowMillis - heardAtMillis);
  }

  void addLink(Link link) {
    links.add(link);
    link.track = this;
    identity = identity.withContact(link.contact.id());
  }

  /** Lets a contact go that is another craft after all; it takes along what it alone has seen. */
  void removeLink(Link link, Room room) {
    ownOf(link, room);
    links.remove(link);
    history.removeOf(link.ordinal);
    velocityIsCurrent = false;
  }

  private History ownOf(Link link, Room room) {
    if (link.own == null) {
      link.own = new History();
      link.own.addAll(history, i -> i == link.ordinal ? i : -1, room.ownHistoryLimit());
    }
    return link.own;
  }

  private void heard(Origin origin) {
    heardAtMillis = Math.max(heardAtMillis, origin.eventAtMillis());
    arrivedAtMillis = Math.max(arrivedAtMillis, origin.receivedAtMillis());
  }

  /**
   * Takes a fix that passed the gate; an old one goes into its place in the history only.
   *
   * @param link the contact that said it
   * @param use for what it is good
   * @param room to work in
   */
  void add(Fix fix, Link link, Use use, Room room) {
    heard(fix.origin());
    turnMillis = room.scanMillis(fix);
    boolean newest = latest == null || fix.atMillis() >= latest.atMillis();
    if (newest) {
      takeMotion(fix);
    }
    if (links.size() > 1) {
      ownOf(link, room).add(fix, altitudeFeet(), link.ordinal, room.ownHistoryLimit());
    }
    if (use.inHistory()) {
      history.add(fix, altitudeFeet(), link.ordinal, room.historyLimit());
      velocityIsCurrent = false;
      latest = newest ? fix : latest;
      bornAt = bornAt == null ? fix.position() : bornAt;
      first = first == null ? fix : first;
    }
    if (use.inFilter()) {
      follow(fix, room);
    }
    if (!confirmation.isGiven()) {
      confirmation.take(fix, turnMillis, this::isUnderWay);
    }
    boolean isDecided = partner == null || heardAtMillis - bornAtMillis > UNDECIDED_MILLIS;
    if (isDecided && !mayBeLeaving) {
      confirmation.giveIfEarned();
    }
    if (latest.atMillis() - fix.atMillis() > WATERMARK_MILLIS) {
      revisions++;
      revisedAtMillis = Math.max(revisedAtMillis, fix.atMillis());
    }
  }

  /** What a fix is good for: a worse sensor beside a better one makes no way. */
  record Use(boolean inHistory, boolean inFilter) {
    static final Use ALL = new Use(true, true);
  }

  private void follow(Fix fix, Room room) {
    forgetEstimates();
    if (filter == null) {
      filter = Filter.begin(fix, domain);
    } else if (fix.atMillis() >= filter.atMillis()) {
      filter.update(fix, room.workspace());
    } else if (fix.atMillis() >= filter.atMillis() - REVISED_MILLIS) {
      filter.replay(history, fix.atMillis() - REVISED_MILLIS, room.workspace());
    }
  }

  /** Believes its newest position instead of what was expected. */
  void startFilterAt(Fix fix) {
    forgetEstimates();
    filter = Filter.begin(fix, domain);
  }

  /**
   * How long it is by the word of a witness or by a satellite's picture, metres; NaN where neither
   * says so.
   */
  public double seenLengthMetres() {
    return seenLengthMetres;
  }

  /** It was seen for a moment. */
  void seenAs(Glimpse.Looks looks) {
    seenLengthMetres = Double.isNaN(looks.lengthMetres()) ? seenLengthMetres : looks.lengthMetres();
  }

  /** Whether a radar has ever seen it, as far as is remembered. */
  public boolean hasBeenSeenByRadar() {
    return links.haveRadar();
  }

  /**
   * When contacts were last found to be another craft's, event time, Unix milliseconds; {@link
   * Long#MIN_VALUE} if never.
   */
  public long partedAtMillis() {
    return partedAtMillis;
  }

  /** How it called itself otherwise than before, the last time; null if it never did. */
  public Renaming renaming() {
    return renaming;
  }

  /** Where it says to be and cannot be; null while its word is one way. */
  public Elsewhere elsewhere() {
    return links.elsewhere();
  }

  /** The newest position that it told itself, or null if it never told one. */
  public Fix ownWord() {
    return links.ownWord();
  }

  /** Whether it told a position of its history itself. */
  public boolean isOwnWord(int index) {
    return links.isCooperative(history.contact(index));
  }

  /** Whether a station has told where it is since a time, Unix milliseconds. */
  public boolean isSeenBy(String station, long sinceMillis) {
    return links.areSeenBy(station, sinceMillis);
  }

  /** Whether somebody told of it: a sighting, a satellite's detection or a partner's device. */
  public boolean isCued() {
    return links.haveGlimpse();
  }

  /** Takes motion, height and status of a report, with or without a position. */
  void takeMotion(Fix fix) {
    heard(fix.origin());
    words.take(fix);
  }

  /** Takes the status alone: a call for help counts wherever it says that it is. */
  void takeStatus(Fix fix) {
    heard(fix.origin());
    words.takeStatus(fix);
  }

  void say(VesselIdentity said) {
    renaming = Renaming.between(identity.vessel(), said, renaming);
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(FlightIdentity said) {
    words.take(said, identity.flight());
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(OwnForce said) {
    identity = identity.with(said);
    heard(said.origin());
  }

  void say(SafetyText said) {
    words.take(said);
    heard(said.origin());
  }

  /** The other track has turned out to be this craft too. */
  void absorb(Track other, Room room) {
    int[] ordinals = new int[Byte.MAX_VALUE + 1];
    for (Link link : other.links) {
      int before = link.ordinal;
      link.family = other.serial;
      addLink(link);
      ordinals[before] = link.ordinal;
    }
    history.addAll(other.history, i -> ordinals[i], room.historyLimit());
    identity = identity.with(other.identity);
    renaming = renaming == null ? other.renaming : renaming;
    seenLengthMetres = Double.isNaN(seenLengthMetres) ? other.seenLengthMetres : seenLengthMetres;
    velocityIsCurrent = false;
    heardAtMillis = Math.max(heardAtMillis, other.heardAtMillis);
    arrivedAtMillis = Math.max(arrivedAtMillis, other.arrivedAtMillis);
    confirmation.join(other.confirmation);
    takeLatestOf(other);
    if (bornAt == null) {
      bornAt = other.bornAt;
    }
  }

  /**
   * Lets contacts go that are another craft after all; they take along what they alone have seen.
   *
   * @param leaving not the first contact of this track
   * @return the track that they make up
   */
  Track split(long newSerial, List<Link> leaving, Room room) {
    Track other = new Track(newSerial, domain, leaving.get(0));
    for (Link link : leaving) {
      removeLink(link, room);
      link.family = link.family == newSerial ? 0 : link.family;
      other.addLink(link);
      other.history.addAll(link.own, i -> link.ordinal, room.historyLimit());
    }
    boolean identityLeaves = leaving.stream().anyMatch(Link::isCooperative);
    if (identityLeaves) {
      other.identity = identity;
      other.renaming = renaming;
      identity = Identity.NONE;
      renaming = null;
    }
    other.settleAfterSplit(room);
    settleAfterSplit(room);
    return other;
  }

  private void settleAfterSplit(Room room) {
    partedAtMillis = heardAtMillis;
    confirmation.give(heardAtMillis);
    isKnownToBeNew = true;
    partner = null;
    velocityIsCurrent = false;
    latest = links.latest();
    bornAt = history.size() == 0 ? null : history.position(0);
    forgetEstimates();
    filter = latest == null ? null : Filter.begin(latest, domain);
    if (filter != null && history.size() > 0) {
      filter.replay(history, latest.atMillis() - REVISED_MILLIS, room.workspace());
    }
  }

  /** Whether it is still in the picture. */
  public boolean isLive() {
    return !isGone;
  }

  void leave() {
    isGone = true;
  }

  private void takeLatestOf(Track other) {
    boolean othersIsNewer =
        other.latest != null && (latest == null || other.latest.atMillis() > latest.atMillis());
    if (othersIsNewer) {
      boolean wasSilent =
          filter == null || other.latest.atMillis() - filter.atMillis() > REVISED_MILLIS;
      latest = other.latest;
      forgetEstimates();
      filter = wasSilent || !identity.isCooperative() ? other.filter : filter;
    }
  }
}
