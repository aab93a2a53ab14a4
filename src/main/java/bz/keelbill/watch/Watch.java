package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.Abilities;
import bz.keelbill.detect.Bound;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.FlightVerdict;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.OddVisitor;
import bz.keelbill.detect.Patrol;
import bz.keelbill.detect.Slack;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.plan.Aerodromes;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Ability;
import bz.keelbill.track.Associator;
import bz.keelbill.track.Clocks;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Destination;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Passages;
import bz.keelbill.track.Picture;
import bz.keelbill.track.PortCall;
import bz.keelbill.track.RadarBias;
import bz.keelbill.track.Reach;
import bz.keelbill.track.Track;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The heart: {@code (Report | Order | time) -> Change*}.
 *
 * <p>It has no clock, no socket and no JSON, and one writer: every call comes from the same thread.
 * The same calls in the same order give the same changes, live, in a replay and in a test.
 */
public final class Watch {
  private static final long LATE_MILLIS = 15_000;
  private static final long SECOND_MILLIS = 1_000;
  private static final long LOOK_AGAIN_MILLIS = 10_000;
  private static final long ABSENT_MILLIS = 15_000;

  private final Setup setup;
  private final Consumer<Change> out;
  private final WatchScene scene = new WatchScene(this);
  private final Passages passages = new Passages();
  private final Map<Long, Watched> watched = new HashMap<>();
  private Ears ears;
  private FlightDesk flights;
  private SightingBook sightings = new SightingBook();
  private ListBook lists;
  private PortLog portLog = new PortLog();
  private Associator associator = new Associator(new TrackListener());
  private OwnVessels ownVessels = new OwnVessels();
  private final AlertBook book = new AlertBook(this::withPatrol, this::alertChanged);
  private final Orders orders = new Orders();
  private final Judge judge;
  private final FenceAnchors anchors = new FenceAnchors();
  private FenceMap fences;
  private KnownGood knownGood;
  private long timeMillis = Long.MIN_VALUE;
  private boolean isEverybodyDue;
  private boolean catchingUp;
  private Watched lookedAt;
  private boolean repeating;
  private boolean isTelling = true;
  private SecondOpinion opinion;
  private Watch leader;

  /** Begins with an empty picture; changes go to {@code out} as they happen. */
  public Watch(Setup setup, Consumer<Change> out) {
    this(setup, out, Detectors::under);
  }

  /** With other detectors than the usual ones. */
  Watch(Setup setup, Consumer<Change> out, Function<Rules, Detectors> detectorsUnder) {
    this.setup = setup;
    this.out = out;
    this.ears = new Ears(setup.stations().sensors());
    this.flights = new FlightDesk(this, Aerodromes.of(setup.geography().aerodromes()));
    this.lists = new ListBook(setup.watchList());
    this.fences = setup.fences();
    this.knownGood = setup.knownGood();
    this.judge = new Judge(detectorsUnder, scene, book, out);
    judge.follow(setup.rules());
  }

  /** Takes one report. */
  public void apply(Report report) {
    if (report instanceof PlanMessage message) {
      flights.take(message, timeMillis + LATE_MILLIS);
      return;
    }
    if (ears.hearsNews(report)) {
      take(report);
    }
  }

  /** Takes what is known to be news. */
  void take(Report report) {
    Track track = associator.apply(report);
    if (track == null) {
      return;
    }
    if (report instanceof Fix fix) {
      ears.biases.compare(track, fix, setup.stations().positions().get(fix.origin().station()));
    }
    if (report instanceof OwnForce) {
      ownVessels.look(track, setup.ownForces());
    }
    Watched subject = watched.get(track.serial());
    boolean hasPassed = follow(subject, report);
    if (opinion != null) {
      opinion.follow(subject, report, hasPassed);
    }
    callAtPorts(subject);
    look(subject, report.origin().eventAtMillis(), isLate(report));
    tell(subject, scene.nowMillis());
  }

  /** Follows a craft through the fences and along its way; whether that way was told. */
  boolean follow(Watched subject, Report report) {
    subject.step(report, fences, anchors.seenBy(subject.track()));
    return subject.pass(passages);
  }

  private void callAtPorts(Watched subject) {
    Track track = subject.track();
    boolean isVessel = track.domain() == Domain.SEA && track.latest() != null;
    PortCall news =
        isVessel && track.isConfirmed()
            ? subject.calls().step(track, setup.geography().harbours())
            : null;
    if (news != null) {
      portLog.take(track, news);
    }
  }

  /** How many reports were copies of one taken before, and changed nothing in the picture. */
  public long copies() {
    return ears.copies();
  }

  /**
   * Lets event time pass. Silence is an input: without this nothing goes stale, clears or is
   * missed.
   *
   * @param millis Unix milliseconds; going back does nothing
   */
  public void advanceTo(long millis) {
    if (timeMillis == Long.MIN_VALUE) {
      setTime(millis);
      ears.begin(setup.feeds(), millis);
      SightingOrders.seeAgain(this, millis);
    }
    // At whole seconds whatever the steps, so that the same silence is heard in a replay.
    long second = Math.floorDiv(timeMillis, SECOND_MILLIS) + 1;
    long skipped = Math.floorDiv(millis, SECOND_MILLIS) - second;
    if (skipped > 86_400) {
      second += skipped - 86_400;
    }
    for (; second * SECOND_MILLIS <= millis; second++) {
      setTime(second * SECOND_MILLIS);
      second();
    }
    setTime(Math.max(timeMillis, millis));
  }

  private void setTime(long millis) {
    timeMillis = millis;
    if (opinion != null) {
      follower().timeMillis = millis;
    }
  }

  /**
   * Lets event time pass for one who ticks each second while he listens: after a longer step,
   * silence in it proves nothing.
   */
  public void tick(long millis) {
    if (timeMillis != Long.MIN_VALUE && millis - timeMillis > ABSENT_MILLIS) {
      ears.absentUntil(millis);
    }
    advanceTo(millis);
  }

  /**
   * Why an order cannot be carried out as things stand.
   *
   * @return one sentence, or null if it can
   */
  public String objectionTo(Order order) {
    return orders.objectionTo(order, this);
  }

  /** Carries out an order that has been checked and recorded. */
  public void apply(Order order) {
    orders.apply(order, this);
  }

  /**
   * Carries out orders that were good when they were given, the oldest first, each unless something
   * stands in its way today. Fences that follow one another are put in force together.
   *
   * @return how many were carried out
   */
  public int applyAgain(List<? extends Past> past) {
    return orders.applyAgain(past, this);
  }

  /** The alerts as a journal kept them; called before the first report after a restart. */
  public void restore(Collection<Alert> open) {
    book.restore(open);
  }

  /**
   * While catching up with recorded lines after a restart, tracks are rebuilt but nothing is
   * judged: the alerts of that time stand in the journal.
   */
  public void setCatchingUp(boolean catchingUp) {
    this.catchingUp = catchingUp;
  }

  /**
   * While it goes over time again that it has been through before, it judges as it did then, and
   * tells nobody of alerts: they stand in the journal.
   */
  public void setRepeating(boolean repeating) {
    this.repeating = repeating;
  }

  /**
   * Comes to agree with a journal after repeating.
   *
   * @param open its open alerts
   * @param knows whether it has an alert of an id, open or closed
   */
  public void agreeWith(Collection<Alert> open, Predicate<String> knows) {
    book.agreeWith(open, knows);
  }

  /**
   * Whether it says how tracks stand; at first it does. Where nobody looks at its picture, that
   * need not be worked out.
   */
  public void setTelling(boolean telling) {
    isTelling = telling;
  }

  /**
   * From now on another watch has the tracks of this one, and all else that does not come of
   * fences, rules and alerts. Reports and time are given to this one alone, and so are orders,
   * except those of fences, rules and alerts, which are given to each. What each of them says of
   * alerts is what it would say by itself; together they need little more time than one, as long as
   * they are under the same rules.
   *
   * @param other one that has heard the same
   * @throws IllegalArgumentException if it has not
   */
  public void lead(Watch other) {
    if (!other.watched.keySet().equals(watched.keySet())
        || other.timeMillis != timeMillis
        || opinion != null) {
      throw new IllegalArgumentException("the other watch has heard something else");
    }
    opinion = new SecondOpinion(this, other);
    judge.lookAlsoFor(opinion);
    other.learnFrom(this);
  }

  /** Its own is what comes of fences, rules and alerts. */
  private void learnFrom(Watch first) {
    leader = first;
    ears = first.ears;
    flights = first.flights;
    sightings = first.sightings;
    lists = first.lists;
    portLog = first.portLog;
    associator = first.associator;
    ownVessels = first.ownVessels;
    knownGood = first.knownGood;
    isTelling = false;
    lookedAt = null;
    watched.replaceAll((serial, own) -> first.watched.get(serial).under(scene, own));
    follow(rules());
  }

  /** The watch that has its tracks from this one; null if there is none. */
  Watch follower() {
    return opinion == null ? null : opinion.watch();
  }

  /** The watch from which this one has its tracks; null if they are its own. */
  Watch leader() {
    return leader;
  }

  Judge judge() {
    return judge;
  }

  /** All tracks. */
  public Picture picture() {
    return associator.picture();
  }

  /** The open alerts. */
  public AlertBook alerts() {
    return book;
  }

  /** The flight plans. */
  public PlanBook plans() {
    return flights.plans();
  }

  /** What people saw. */
  public SightingBook sightings() {
    return sightings;
  }

  /** The watch lists. */
  public ListBook lists() {
    return lists;
  }

  /** The port calls of all vessels. */
  public PortLog portLog() {
    return portLog;
  }

  /** Where a vessel comes from and where it is bound; null for an aircraft. */
  public Voyage voyage(Track track) {
    if (track.domain() != Domain.SEA) {
      return null;
    }
    scene.setNow(timeMillis);
    Watched subject = watched.get(track.serial());
    Bound bound = Bound.of(track, scene);
    return new Voyage(
        subject.destination(),
        Destination.etaMillis(track.identity(), timeMillis),
        bound,
        subject.calls().calls(),
        subject.destination().isInBelize() ? OddVisitor.reasons(track, scene) : List.of());
  }

  /** Which plan each aircraft in sight was last matched with. */
  public Map<String, PlanMatch> planMatches() {
    return flights.matches();
  }

  /** How the stations are heard. */
  public Hearing hearing() {
    return ears.hearing;
  }

  /** By how much radars measure wrong, as far as ships have told. */
  public RadarBias biases() {
    return ears.biases;
  }

  /** Where the stations hear; to be restored only before the first report. */
  public Coverage coverage() {
    return ears.coverage;
  }

  /** The fences in force. */
  public FenceMap fences() {
    return fences;
  }

  /** The rules in force. */
  public Rules rules() {
    return judge.rules();
  }

  /** What is known to be good. */
  public KnownGood knownGood() {
    return knownGood;
  }

  /**
   * Why each detector says something of a track or not, as at the next tenth second: those that
   * look as time passes look then, or at one of the two after it.
   */
  public List<Why> why(Track track) {
    scene.setNow(-Math.floorDiv(-timeMillis, LOOK_AGAIN_MILLIS) * LOOK_AGAIN_MILLIS);
    return judge.why(watched.get(track.serial()));
  }

  /** What detectors said of a track and was kept quiet, of each kind the newest. */
  public List<Suppression> suppressions(Track track) {
    return watched.get(track.serial()).heldBack();
  }

  /** Event time, Unix milliseconds; {@code Long.MIN_VALUE} before the first report or tick. */
  public long timeMillis() {
    return timeMillis;
  }

  /** What the watch thinks of one track. */
  public TrackState state(Track track) {
    return watched.get(track.serial()).state(timeMillis);
  }

  /** The stays of one track in fences. */
  public List<Occupancy.Stay> stays(Track track) {
    return watched.get(track.serial()).occupancy().stays();
  }

  /** Why an aircraft is or is not an alert for want of a plan; null for a vessel. */
  public FlightVerdict verdict(Track track) {
    return watched.get(track.serial()).verdict();
  }

  /** How long there is to act on a craft in sight; null for one that is lost. */
  public Slack slack(Track track) {
    scene.setNow(timeMillis);
    return Slack.of(track, scene);
  }

  /** Where a craft may have got to since it was seen; null for what does not move. */
  public Reach reach(Track track) {
    Ability ability = Abilities.of(track, setup.register());
    return ability == null ? null : Reach.of(track, ability);
  }

  /** Sentences for a track's card. */
  public List<String> notes(Track track) {
    return watched.get(track.serial()).notes();
  }

  Setup setup() {
    return setup;
  }

  WatchScene scene() {
    return scene;
  }

  Associator associator() {
    return associator;
  }

  /** What is kept beside a track; of the one that is being looked at detectors ask many times. */
  Watched watched(Track track) {
    if (lookedAt == null || lookedAt.track() != track) {
      lookedAt = watched.get(track.serial());
    }
    return lookedAt;
  }

  /** This is the one that is being looked at. */
  void lookAt(Watched subject) {
    lookedAt = subject;
  }

  Rules rulesLookedUnder() {
    return judge.lookingUnder();
  }

  OwnVessels ownVessels() {
    return ownVessels;
  }

  Passages passages() {
    return passages;
  }

  Clocks clocks() {
    return ears.clocks;
  }

  Collection<Glimpse> unexplained() {
    return associator.unexplained();
  }

  /** Whether time has begun for it. */
  boolean hasBegun() {
    return timeMillis != Long.MIN_VALUE;
  }

  boolean isCatchingUp() {
    return catchingUp;
  }

  void putInForce(FenceMap newFences) {
    fences = newFences;
    isEverybodyDue = true;
    anchors.find(fences, associator.picture(), timeMillis);
    out.accept(new Change.FencesChanged(newFences));
  }

  /** Other craft are listed: every track says so at once. */
  void listsChanged(Order.Act act) {
    everybodyIsDue();
    for (Track track : associator.picture().tracks()) {
      tell(watched.get(track.serial()), Math.max(timeMillis, act.atMillis()));
    }
  }

  /** What was looked at under something else is looked at within ten seconds. */
  private void everybodyIsDue() {
    isEverybodyDue = true;
    if (opinion != null) {
      follower().isEverybodyDue = true;
    }
  }

  private boolean takesEverybody() {
    boolean isDue = isEverybodyDue;
    isEverybodyDue = false;
    return isDue;
  }

  void putInForce(KnownGood ledger) {
    everybodyIsDue();
    knownGood = ledger;
    if (opinion != null) {
      follower().knownGood = ledger;
    }
  }

  void putInForce(Rules newRules) {
    isEverybodyDue = true;
    follow(newRules);
    out.accept(new Change.RulesChanged(newRules));
  }

  /** Rules that are the leader's are recognised as his. */
  private void follow(Rules newRules) {
    boolean areLeaders = leader != null && leader.rules().equals(newRules);
    judge.follow(areLeaders ? leader.rules() : newRules);
  }

  /** What officers tell of flights. */
  FlightDesk flights() {
    return flights;
  }

  private boolean isLate(Report report) {
    // On this side of the comparison nothing overflows before the first tick.
    return report.origin().eventAtMillis() + LATE_MILLIS < timeMillis;
  }

  private void second() {
    associator.numberedPlots().forEach(this::take);
    associator.associate(timeMillis);
    findAnchors();
    boolean lookAgain = timeMillis % LOOK_AGAIN_MILLIS == 0;
    if (lookAgain) {
      associator.forgetSilent(timeMillis);
      flights.plans().expire(timeMillis);
      sightings.expire(timeMillis);
      ears.lookAgain(associator.picture(), timeMillis);
      boolean isMine = takesEverybody();
      boolean isTheirs = opinion != null && follower().takesEverybody();
      for (Track track : associator.picture().tracks()) {
        if (isTelling || isMine || isTheirs || !Watched.isLeftAlone(track, timeMillis)) {
          lookAgain(watched.get(track.serial()), isMine, isTheirs);
        }
      }
    }
    lookAtScene();
    book.advanceTo(timeMillis);
    if (opinion != null) {
      follower().book.advanceTo(timeMillis);
    }
  }

  private void findAnchors() {
    anchors.find(fences, associator.picture(), timeMillis);
    if (opinion != null) {
      follower().findAnchors();
    }
  }

  /**
   * As time passes.
   *
   * @param isMine whether everybody is due in this watch
   * @param isTheirs whether everybody is due in the watch that follows it
   */
  private void lookAgain(Watched subject, boolean isMine, boolean isTheirs) {
    boolean isLeftAlone = Watched.isLeftAlone(subject.track(), timeMillis);
    if (subject.track().freshness(timeMillis) == Freshness.LOST) {
      if (!isLeftAlone) {
        lookAtLost(subject);
      }
    } else if (isMine || isTheirs || !isLeftAlone) {
      if (mayJudge(subject, timeMillis)) {
        judge.lookAgain(subject, isMine, isTheirs);
      }
      flights.claim(subject.track());
    }
    if (subject.isOtherThanTold(timeMillis)) {
      tell(subject, timeMillis);
    }
  }

  private void look(Watched subject, long atMillis, boolean isLate) {
    if (mayJudge(subject, atMillis)) {
      judge.look(subject, isLate);
    }
  }

  /** Sets what the detectors take for the present; what is no craft for sure is not judged. */
  private boolean mayJudge(Watched subject, long atMillis) {
    lookAt(subject);
    scene.setNow(Math.max(timeMillis, atMillis));
    return !catchingUp && subject.track().isConfirmed();
  }

  private void lookAtLost(Watched subject) {
    if (mayJudge(subject, timeMillis)) {
      judge.lookAtLost(subject);
    }
  }

  private void lookAtScene() {
    if (!catchingUp) {
      scene.setNow(timeMillis);
      judge.lookAtScene();
    }
  }

  /** What rings says who of ours would be there first. */
  private Finding withPatrol(Finding finding) {
    Track track =
        finding.priority().rings() ? associator.picture().named(finding.subject().lineage()) : null;
    return track == null ? finding : finding.with(Patrol.nearest(track, scene));
  }

  private void alertChanged(AlertBook.What what, Alert alert) {
    if (!repeating) {
      out.accept(new Change.AlertChanged(what, alert));
    }
  }

  /** Says how a track stands. */
  void tell(Watched subject, long atMillis) {
    if (isTelling) {
      out.accept(new Change.TrackChanged(subject.tell(atMillis)));
    }
  }

  /** Keeps what the watch knows of a track in step with the picture. */
  private final class TrackListener implements Associator.Listener {
    @Override
    public void born(Track track) {
      Watched subject = new Watched(track, scene);
      watched.put(track.serial(), subject);
      ownVessels.look(track, setup.ownForces());
      if (opinion != null) {
        follower().watched.put(track.serial(), subject.under(follower().scene));
      }
    }

    @Override
    public void merged(Track gone, Track kept) {
      watched.remove(gone.serial());
      ownVessels.gone(gone);
      ownVessels.look(kept, setup.ownForces());
      flights.plans().release(gone.name());
      book.merged(gone.name(), kept.name());
      if (opinion != null) {
        follower().watched.remove(gone.serial());
        follower().book.merged(gone.name(), kept.name());
      }
      out.accept(new Change.TrackGone(gone.serial(), gone.name(), kept.serial()));
    }

    @Override
    public void forgotten(Track track) {
      watched.remove(track.serial());
      ownVessels.gone(track);
      flights.plans().release(track.name());
      if (opinion != null) {
        follower().watched.remove(track.serial());
      }
      out.accept(new Change.TrackGone(track.serial(), track.name(), 0));
    }
  }

  /** The newest positional report of a step, or null if the report is of another kind. */
  static Fix fixOf(Report report) {
    return report instanceof Fix fix && fix.position() != null ? fix : null;
  }
}
