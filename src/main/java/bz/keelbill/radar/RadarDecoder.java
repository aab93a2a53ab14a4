package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.Label;
import bz.keelbill.radar.RadarSentence.Labels;
import bz.keelbill.radar.RadarSentence.OfTarget;
import bz.keelbill.radar.RadarSentence.OwnShip;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Target;
import bz.keelbill.radar.RadarSentence.Ttd;
import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Note;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.TagBlock;
import bz.keelbill.report.VesselIdentity;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tracked targets of radars (NMEA 0183 TTM, TLL and TTD, any talker, tag blocks) to reports.
 *
 * <p>Which radar measured is the tag block's {@code s:}, else the feed's own station. A radar on a
 * boat says in the same stream where it is and where it points. A target of status L is a {@link
 * ContactLost}; reference and test targets are left out. The same target told twice with the same
 * time and place (two receivers on one line) is reported once. A label (TLB) names a target that
 * the radar follows.
 */
public final class RadarDecoder implements Decoder {
  private static final int MAX_REMEMBERED = 4096;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long LABEL_MILLIS = 60_000;
  private static final String[] TYPES = {"TTM", "TLL", "TTD", "TLB", "OSD", "RSD"};
  private static final String[] OWN_SHIP = {"RMC", "GGA", "GLL", "HDT", "THS"};

  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final String defaultStation;
  private final boolean replay;
  private final boolean unchecked;
  private final UnitsCheck units = new UnitsCheck();
  private final OwnShips ownShips = new OwnShips();
  private final TagGroups groups = new TagGroups();
  private final Map<ContactId.RadarTarget, Told> told = new LinkedHashMap<>(64, 0.75f, true);

  /** What was last said of a target. */
  private record Told(long atMillis, OfTarget sentence) {
    boolean isFollowed(long nowMillis) {
      return sentence.target().status() != Status.LOST
          && Math.abs(nowMillis - atMillis) <= LABEL_MILLIS;
    }
  }

  /**
   * A decoder for one feed.
   *
   * @param stations the known radars
   * @param defaultStation id of the radar at the other end of the feed, for lines that do not say;
   *     null if none
   * @param replay whether lines come from a recording: a line's own time always holds
   */
  public RadarDecoder(Collection<Station> stations, String defaultStation, boolean replay) {
    this(stations, defaultStation, replay, false);
  }

  /**
   * The same for a feed that may leave checksums out.
   *
   * @param unchecked whether a sentence without a checksum is taken; a wrong one never is
   */
  public RadarDecoder(
      Collection<Station> stations, String defaultStation, boolean replay, boolean unchecked) {
    for (Station station : stations) {
      this.stations.put(station.id(), station);
    }
    this.defaultStation = defaultStation;
    this.replay = replay;
    this.unchecked = unchecked;
  }

  /**
   * Whether a line's sentence is of one of the radar types, whoever the talker, behind whatever
   * tags. Looks at nothing else and allocates nothing.
   */
  public static boolean isRadar(byte[] line) {
    return isOneOf(TYPES, line);
  }

  /**
   * Whether a line's sentence says where a ship is or points, as a radar on a boat needs it. Such
   * lines do not make a recording one of radar.
   */
  public static boolean isOwnShip(byte[] line) {
    return isOneOf(OWN_SHIP, line);
  }

  private static boolean isOneOf(String[] types, byte[] line) {
    int start = TagBlock.sentenceStart(line);
    for (String type : types) {
      if (RadarSentence.isType(line, start, type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The time that a line bears, for merging recordings: its tag's, or its own time of day near
   * another moment.
   *
   * @param nearMillis any moment within half a day of the line's, Unix time in milliseconds
   * @return Unix time in milliseconds, or null if the line bears none
   */
  public static Long timeOf(byte[] line, long nearMillis) {
    TagBlock tag = TagBlock.of(line);
    RadarSentence sentence = RadarSentence.of(line, tag.sentenceStart(), false);
    double secondOfDay =
        sentence instanceof OfTarget ofTarget ? ofTarget.target().secondOfDay() : Double.NaN;
    boolean timed = tag.atMillis() != null || !Double.isNaN(secondOfDay);
    return timed
        ? Long.valueOf(SentenceTime.of(secondOfDay, tag.atMillis(), nearMillis, true))
        : null;
  }

  /** Ignores AIS sentences in a mixed stream: they are another decoder's. */
  @Override
  public void decode(Line line, Output out) {
    byte[] bytes = line.bytes();
    if (bytes.length > RadarSentence.MAX_BYTES) {
      out.reject(new Reject(line, Reason.TOO_LONG));
      return;
    }
    TagBlock tag = groups.complete(TagBlock.of(bytes), line.receivedAtMillis());
    RadarSentence sentence = RadarSentence.of(bytes, tag.sentenceStart(), unchecked);
    if (bytes.length == 0 || sentence instanceof RadarSentence.Silent) {
      return;
    }
    if (tag.wrongChecksums() > 0) {
      out.reject(new Reject(line, Reason.TAG_CHECKSUM));
    }
    Reason refused = take(line, tag, sentence, out);
    if (refused != null) {
      out.reject(new Reject(line, refused));
    }
  }

  /** A label names a target that was told of within a minute; all else is sooner forgotten. */
  @Override
  public long memoryMillis() {
    return 3 * LABEL_MILLIS;
  }

  private Reason take(Line line, TagBlock tag, RadarSentence sentence, Output out) {
    if (sentence instanceof Refused refused) {
      return refused.reason();
    }
    if (sentence instanceof OwnShip ownShip) {
      return takeOwnShip(ownShip, tag, line);
    }
    if (sentence instanceof Labels labels) {
      return takeLabels(labels, line, tag, out);
    }
    if (sentence instanceof Ttd ttd) {
      ttd.targets().forEach(target -> refuse(line, takeTarget(target, line, tag, out), out));
      return ttd.cut() ? Reason.SHORT : null;
    }
    return takeTarget((OfTarget) sentence, line, tag, out);
  }

  private static void refuse(Line line, Reason reason, Output out) {
    if (reason != null) {
      out.reject(new Reject(line, reason));
    }
  }

  /** A compass or satellite receiver may name itself: then it is the one of the feed's radar. */
  private Reason takeOwnShip(OwnShip ownShip, TagBlock tag, Line line) {
    String id = stations.containsKey(tag.source()) ? tag.source() : defaultStation;
    Station station = id == null ? null : stations.get(id);
    boolean needed = station != null && (station.isMoving() || ownShip.position() == null);
    if (needed) {
      ownShips.take(id, ownShip, stamped(line, tag));
    }
    return needed ? null : Reason.NOT_USED;
  }

  private long stamped(Line line, TagBlock tag) {
    return SentenceTime.stamped(tag.atMillis(), line.receivedAtMillis(), replay);
  }

  /** Names targets that the radar follows now; a name alone is no craft. */
  private Reason takeLabels(Labels labels, Line line, TagBlock tag, Output out) {
    Origin origin = origin(line, tag, station(line, tag), Double.NaN, 0);
    boolean used = false;
    for (Label label : labels.labels()) {
      ContactId.RadarTarget contact = new ContactId.RadarTarget(origin.station(), label.number());
      Told last = told.get(contact);
      if (last != null && last.isFollowed(origin.eventAtMillis())) {
        VesselIdentity.Names names = new VesselIdentity.Names(label.text(), null, null);
        out.report(new VesselIdentity(origin, contact, names, null, null, null, null, null));
        used = true;
      }
    }
    return used ? null : Reason.NOT_USED;
  }

  private String station(Line line, TagBlock tag) {
    String id = tag.source() == null ? defaultStation : tag.source();
    Station known = stations.get(id);
    // The same word each time, where it is a known one: it is looked up for every report.
    return known != null ? known.id() : id == null ? line.feed() : id;
  }

  private Reason takeTarget(OfTarget ofTarget, Line line, TagBlock tag, Output out) {
    String id = station(line, tag);
    Station station = stations.get(id);
    if (station == null && ofTarget instanceof Ttm) {
      out.note(new Note(Note.Kind.UNKNOWN_STATION, id, ""));
      return Reason.UNKNOWN_STATION;
    }
    Target target = ofTarget.target();
    boolean lost = target.status() == Status.LOST;
    if (target.reference()) {
      return Reason.REFERENCE_TARGET;
    }
    if (!lost && !ofTarget.isPlaced()) {
      return Reason.NOT_USED;
    }
    Origin origin = origin(line, tag, id, target.secondOfDay(), said(line, tag, target));
    if (isRepeated(ofTarget, origin)) {
      return null;
    }
    if (lost) {
      out.report(new ContactLost(origin, contact(target, origin)));
      return null;
    }
    if (ofTarget instanceof Ttm ttm) {
      Note wrong = units.judge(ttm, station);
      if (wrong != null) {
        out.note(wrong);
      }
    }
    Station here = station == null ? null : ownShips.now(station, stamped(line, tag));
    return fix(ofTarget, here, line, origin, out);
  }

  /**
   * Where and when.
   *
   * @param said a number for what is said, so that another receiver's copy is known for one; 0 if
   *     each counts
   */
  private Origin origin(Line line, TagBlock tag, String station, double secondOfDay, long said) {
    long arrival = line.receivedAtMillis();
    Long tagged = tag.atMillis();
    long at = SentenceTime.of(secondOfDay, tagged, arrival, replay);
    Long told = SentenceTime.told(secondOfDay, tagged, arrival, replay);
    long transmission = told == null || said == 0 ? 0 : said ^ at * FNV_PRIME ^ station.hashCode();
    // A file does not say when its lines arrived: the tag's time is the best guess.
    long received = replay && told != null ? SentenceTime.stamped(tagged, at, true) : arrival;
    return new Origin(line.feed(), station, line.number(), at, received, told, transmission);
  }

  /** FNV-1a over the sentence, and which of its targets is meant. */
  private static long said(Line line, TagBlock tag, Target target) {
    byte[] bytes = line.bytes();
    long hash = FNV_OFFSET;
    for (int at = tag.sentenceStart(); at < bytes.length; at++) {
      hash = (hash ^ bytes[at] & 0xff) * FNV_PRIME;
    }
    return (hash ^ target.number()) * FNV_PRIME;
  }

  private static Reason fix(
      OfTarget ofTarget, Station station, Line line, Origin origin, Output out) {
    Placing placing = Placing.of(ofTarget, station);
    if (ofTarget instanceof Ttm ttm && ttm.units() == 0) {
      out.reject(new Reject(line, Reason.UNITS_MISSING));
    }
    if (placing.refused() == null) {
      Fix.State state = new Fix.State(Fix.Source.RADAR, placing.accuracy(), null);
      Fix.Motion motion =
          ofTarget instanceof Ttm ttm ? Placing.motion(ttm, station) : Fix.Motion.UNKNOWN;
      ContactId contact = contact(ofTarget.target(), origin);
      out.report(new Fix(origin, contact, placing.position(), motion, null, state));
    }
    return placing.refused();
  }

  private static ContactId.RadarTarget contact(Target target, Origin origin) {
    return new ContactId.RadarTarget(origin.station(), target.number());
  }

  private boolean isRepeated(OfTarget ofTarget, Origin origin) {
    ContactId.RadarTarget contact = contact(ofTarget.target(), origin);
    Told now = new Told(origin.eventAtMillis(), ofTarget);
    // What tells no time says the same again and means it.
    boolean repeated = now.equals(told.put(contact, now)) && origin.transmission() != 0;
    if (told.size() > MAX_REMEMBERED) {
      Iterator<ContactId.RadarTarget> eldest = told.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return repeated;
  }
}
