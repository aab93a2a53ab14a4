package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.ContactId.Mmsi;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks once a minute of every craft which stations heard it and which ought to have, and lets
 * {@link Coverage} learn from that.
 *
 * <p>A craft that nobody heard teaches nothing until it is heard again: then the minutes between
 * were missed by all in reach. A radar owes only craft that another station holds at that minute. A
 * station that has been wholly silent for ten minutes is deaf, and owes nothing for that time.
 *
 * <p>Belongs to the one thread of its Watch.
 */
public final class RollCall {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MAX_VOICES = 200_000;

  /** A voice that was not heard in so many calls is forgotten, some time later. */
  private static final int VOICE_CALLS = 60;

  private static final int MAX_DOUBTFUL = 100_000;

  /** After so many intervals without it, a craft has perhaps stopped speaking. */
  private static final int GAP_INTERVALS = 10;

  private static final int DEAF_MINUTES = 10;

  /** M.1371-5: at anchor or moored every 3 minutes; class B up to 2 knots likewise. */
  private static final double SLOW_SHARE = 1 / 3.0;

  private static final int AT_ANCHOR = 1;
  private static final int MOORED = 5;
  private static final double ANCHORED_KNOTS = 3;
  private static final double CLASS_B_SLOW_KNOTS = 2;

  private static final BitSet NOBODY = new BitSet();

  private final Coverage coverage;
  private final Ear[] ears;
  private final Map<ContactId, Voice> voices = new HashMap<>();
  private int calls;
  private int firstMinute;

  /** What is remembered of a craft from the minute in which it was last heard. */
  record LastHeard(int minute, Position position) {}

  /**
   * Who heard a contact before the roll call that comes next, or before the last at which anybody
   * had.
   */
  static final class Voice {
    private final BitSet by;
    private int call;
    private boolean isForgotten;

    private Voice(int ears) {
      by = new BitSet(ears);
    }
  }

  /** A craft as it was in a minute: what of it was owed, by whom it was heard. */
  private record Call(Coverage.Kind kind, int row, int column, int minute, double share) {
    Call(Coverage.Kind kind, Position at, int minute, double share) {
      this(
          kind,
          CoverageSheet.row(at.latitude()),
          CoverageSheet.cellNumber(at.longitude()),
          minute,
          share);
    }
  }

  /** Something owed in a minute in which the station said nothing at all. */
  private record Doubtful(CoverageSheet sheet, int cell, int minute, double share) {}

  /** Whether a station lives. */
  private static final class Ear {
    final Coverage.Post post;
    boolean spoke;
    int silentSince = Integer.MAX_VALUE;
    int deafUntil = Integer.MIN_VALUE;
    final List<Doubtful> doubtful = new ArrayList<>(0);

    Ear(Coverage.Post post) {
      this.post = post;
    }

    void endMinute(int minute) {
      if (spoke) {
        doubtful.forEach(each -> each.sheet.add(each.cell, each.share, 0, each.minute));
        doubtful.clear();
        silentSince = Integer.MAX_VALUE;
      } else {
        silentSince = Math.min(silentSince, minute);
        if (minute - silentSince >= DEAF_MINUTES - 1) {
          doubtful.clear();
          deafUntil = minute;
        }
      }
    }

    void missed(CoverageSheet sheet, int cell, Call call) {
      if (call.minute <= deafUntil) {
        return;
      }
      if (call.minute < silentSince) {
        sheet.add(cell, call.share, 0, call.minute);
      } else if (doubtful.size() < MAX_DOUBTFUL) {
        doubtful.add(new Doubtful(sheet, cell, call.minute, call.share));
      }
    }
  }

  /** Begins to listen for one coverage. */
  public RollCall(Coverage coverage) {
    this.coverage = coverage;
    this.ears = coverage.posts().stream().map(Ear::new).toArray(Ear[]::new);
  }

  /** One report came in; a copy counts too, for its station has heard the craft. */
  public void heard(Report report) {
    if (ears.length == 0) {
      return;
    }
    Coverage.Post post = coverage.post(report.origin().station());
    if (post != null) {
      ears[post.index].spoke = true;
    }
    ContactId contact = report.contact();
    if (report instanceof Fix && (contact instanceof Mmsi || contact instanceof Icao24)) {
      Voice voice = voices.get(contact);
      if (voice == null && voices.size() < MAX_VOICES) {
        voice = new Voice(ears.length);
        voices.put(contact, voice);
      }
      if (voice != null) {
        mark(voice, post);
      }
    }
  }

  private void mark(Voice voice, Coverage.Post post) {
    if (voice.call != calls) {
      voice.call = calls;
      voice.by.clear();
    }
    if (post != null) {
      voice.by.set(post.index);
    }
  }

  /** Nobody listened up to a time: what was not heard before it was missed by nobody. */
  public void absentUntil(long millis) {
    int minute = (int) Math.floorDiv(millis, MINUTE_MILLIS);
    firstMinute = minute + 1;
    calls++;
    for (Ear ear : ears) {
      ear.spoke = false;
      ear.doubtful.clear();
      ear.silentSince = Integer.MAX_VALUE;
      ear.deafUntil = minute;
    }
  }

  /**
   * Holds the roll call of the minute that ends now.
   *
   * @param nowMillis a whole minute, later than at the call before, Unix milliseconds
   */
  public void call(Picture picture, long nowMillis) {
    if (ears.length == 0) {
      return;
    }
    int minute = (int) Math.floorDiv(nowMillis, MINUTE_MILLIS) - 1;
    // What was learned before a restart is not learned again, nor is half a minute.
    boolean isNews = (minute + 1) * MINUTE_MILLIS > coverage.untilMillis();
    if (minute >= firstMinute && isNews) {
      for (Ear ear : ears) {
        ear.endMinute(minute);
      }
      callAll(picture.tracks(), minute);
      coverage.advanceTo(minute + 1);
    }
    calls++;
    if (calls % VOICE_CALLS == 0) {
      voices.values().removeIf(this::isForgotten);
    }
    for (Ear ear : ears) {
      ear.spoke = false;
    }
  }

  private boolean isForgotten(Voice voice) {
    voice.isForgotten = calls - voice.call > VOICE_CALLS;
    return voice.isForgotten;
  }

  private void callAll(Collection<Track> tracks, int minute) {
    for (Track track : tracks) {
      track.lastHeard = callOn(track, minute);
    }
  }

  /** When the craft was last heard by its own word, this minute counted; null if never. */
  private LastHeard callOn(Track track, int minute) {
    LastHeard before = track.lastHeard;
    if (before != null && before.minute < firstMinute) {
      before = null;
    }
    Position position = track.position();
    BitSet by = position == null ? null : heardBy(track);
    if (position != null && isForRadars(track)) {
      askRadars(track, by != null, new Call(Coverage.Kind.RADAR, position, minute, 1));
    }
    Coverage.Kind kind = by == null ? null : kind(track);
    if (kind == null) {
      return before;
    }
    double share = share(track, kind);
    LastHeard now = new LastHeard(minute, position);
    if (before != null && minute - before.minute <= GAP_INTERVALS / share) {
      for (int between = before.minute + 1; between < minute; between++) {
        ask(new Call(kind, onTheWay(before, now, between), between, share), NOBODY);
      }
    }
    ask(new Call(kind, position, minute, share), by);
    return now;
  }

  /**
   * What lies still is one with its dock, or left out by the tracker: it tells nothing of radars.
   */
  private static boolean isForRadars(Track track) {
    return track.domain() == Domain.SEA
        && track.isConfirmed()
        && track.speedKnots() > ANCHORED_KNOTS;
  }

  private BitSet heardBy(Track track) {
    BitSet all = null;
    for (int i = 0; i < track.links.size(); i++) {
      BitSet by = heardBy(track.links.get(i));
      if (by != null && all != null) {
        all.or(by);
      }
      all = all == null ? by : all;
    }
    return all;
  }

  /** Null if nobody has heard it since the last call. */
  private BitSet heardBy(Link link) {
    if (!link.isCooperative()) {
      return null;
    }
    if (link.voice == null || link.voice.isForgotten) {
      link.voice = voices.get(link.contact.id());
    }
    return link.voice != null && link.voice.call == calls ? link.voice.by : null;
  }

  private void ask(Call call, BitSet by) {
    for (Ear ear : ears) {
      CoverageSheet sheet = ear.post.sheet(call.kind);
      int cell = sheet == null ? -1 : sheet.cellOf(call.row, call.column);
      if (cell >= 0) {
        take(ear, sheet, cell, call, by.get(ear.post.index));
      }
    }
  }

  private static void take(Ear ear, CoverageSheet sheet, int cell, Call call, boolean heard) {
    if (heard) {
      sheet.add(cell, call.share, 1, call.minute);
    } else {
      ear.missed(sheet, cell, call);
    }
  }

  private void askRadars(Track track, boolean saysItself, Call call) {
    BitSet seenBy = seenBy(track, call.minute * MINUTE_MILLIS);
    for (Ear ear : ears) {
      int index = ear.post.index;
      boolean held = saysItself || seenBy.cardinality() > (seenBy.get(index) ? 1 : 0);
      CoverageSheet sheet = held ? ear.post.sheet(call.kind) : null;
      int cell = sheet == null ? -1 : sheet.cellOf(call.row, call.column);
      if (cell >= 0) {
        take(ear, sheet, cell, call, seenBy.get(index));
      }
    }
  }

  private BitSet seenBy(Track track, long sinceMillis) {
    BitSet by = null;
    for (Link link : track.links) {
      boolean now = link.isRadar() && link.last != null && link.heardAtMillis >= sinceMillis;
      Coverage.Post post = now ? coverage.post(link.last.origin().station()) : null;
      if (post != null) {
        by = by == null ? new BitSet(ears.length) : by;
        by.set(post.index);
      }
    }
    return by == null ? NOBODY : by;
  }

  /** Of what kind it is by its own newest word; null for what never moves or is no craft. */
  private static Coverage.Kind kind(Track track) {
    for (int i = track.links.size() - 1; i >= 0; i--) {
      Link link = track.links.get(i);
      if (link.last != null && link.isCooperative()) {
        Coverage.Kind kind = kind(link.last.state().source());
        if (kind != null) {
          return kind;
        }
      }
    }
    return null;
  }

  private static Coverage.Kind kind(Fix.Source source) {
    return switch (source) {
      case AIS_CLASS_A -> Coverage.Kind.AIS_A;
      case AIS_CLASS_B -> Coverage.Kind.AIS_B;
      case ADSB -> Coverage.Kind.AIRCRAFT;
      default -> null;
    };
  }

  /** How many intervals of its speech a minute holds, but no more than one. */
  private static double share(Track track, Coverage.Kind kind) {
    Integer status = track.navigationStatus();
    boolean rests = status != null && (status == AT_ANCHOR || status == MOORED);
    boolean slow =
        kind == Coverage.Kind.AIS_A && rests && track.speedKnots() <= ANCHORED_KNOTS
            || kind == Coverage.Kind.AIS_B && track.speedKnots() <= CLASS_B_SLOW_KNOTS;
    return slow ? SLOW_SHARE : 1;
  }

  private static Position onTheWay(LastHeard from, LastHeard to, int minute) {
    double share = (double) (minute - from.minute) / (to.minute - from.minute);
    double east = to.position.longitude() - from.position.longitude();
    double turn = Math.abs(east) > 180 ? 0 : east;
    return new Position(
        from.position.latitude() + share * (to.position.latitude() - from.position.latitude()),
        from.position.longitude() + share * turn);
  }
}
