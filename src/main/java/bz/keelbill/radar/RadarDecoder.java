package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.OfTarget;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Target;
import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.TagBlock;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tracked targets of coastal radars (NMEA 0183 TTM and TLL, any talker, tag blocks) to reports.
 *
 * <p>Which radar measured is the tag block's {@code s:}, else the feed's own station. A target of
 * status L is a {@link ContactLost}; reference targets are left out. The same target told twice
 * with the same time and place (two receivers on one line) is reported once.
 */
public final class RadarDecoder implements Decoder {
  private static final int MAX_REMEMBERED = 4096;
  private static final String[] TYPES = {"TTM", "TLL", "TTD", "TLB", "OSD", "RSD"};

  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final String defaultStation;
  private final boolean replay;
  private final TagGroups groups = new TagGroups();
  private final Map<ContactId.RadarTarget, Told> told = new LinkedHashMap<>(64, 0.75f, true);

  /** What was last said of a target. */
  private record Told(long atMillis, OfTarget sentence) {}

  /**
   * A decoder for one feed.
   *
   * @param stations the known radars
   * @param defaultStation id of the radar at the other end of the feed, for lines that do not say;
   *     null if none
   * @param replay whether lines come from a recording: a line's own time always holds
   */
  public RadarDecoder(Collection<Station> stations, String defaultStation, boolean replay) {
    for (Station station : stations) {
      this.stations.put(station.id(), station);
    }
    this.defaultStation = defaultStation;
    this.replay = replay;
  }

  /**
   * Whether a line's sentence is of one of the radar types, whoever the talker, behind whatever
   * tags. Looks at nothing else and allocates nothing.
   */
  public static boolean isRadar(byte[] line) {
    int start = TagBlock.sentenceStart(line);
    for (String type : TYPES) {
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
    RadarSentence sentence = RadarSentence.of(line, tag.sentenceStart());
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
    RadarSentence sentence = RadarSentence.of(bytes, tag.sentenceStart());
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

  private Reason take(Line line, TagBlock tag, RadarSentence sentence, Output out) {
    if (sentence instanceof Refused refused) {
      return refused.reason();
    }
    String id = tag.source() == null ? defaultStation : tag.source();
    Station station = id == null ? null : stations.get(id);
    OfTarget ofTarget = (OfTarget) sentence;
    if (station == null && ofTarget instanceof Ttm) {
      return Reason.UNKNOWN_STATION;
    }
    boolean lost = ofTarget.target().status() == Status.LOST;
    if (ofTarget.target().reference() || !lost && !ofTarget.isPlaced()) {
      return Reason.NOT_USED;
    }
    Origin origin = origin(line, tag, id == null ? line.feed() : id, ofTarget.target());
    if (isRepeated(ofTarget, origin)) {
      return null;
    }
    return lost ? lost(ofTarget.target(), origin, out) : fix(ofTarget, station, line, origin, out);
  }

  private Origin origin(Line line, TagBlock tag, String station, Target target) {
    long arrival = line.receivedAtMillis();
    long at = SentenceTime.of(target.secondOfDay(), tag.atMillis(), arrival, replay);
    return new Origin(line.feed(), station, line.number(), at, arrival);
  }

  private static Reason lost(Target target, Origin origin, Output out) {
    out.report(new ContactLost(origin, contact(target, origin)));
    return null;
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
    boolean repeated = now.equals(told.put(contact, now));
    if (told.size() > MAX_REMEMBERED) {
      Iterator<ContactId.RadarTarget> eldest = told.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return repeated;
  }
}
