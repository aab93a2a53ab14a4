package bz.keelbill.radar;

import bz.keelbill.geo.Position;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Target;
import bz.keelbill.radar.RadarSentence.Tll;
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
  private record Told(long atMillis, RadarSentence sentence) {}

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
    double secondOfDay = Double.NaN;
    RadarSentence sentence = RadarSentence.of(line, tag.sentenceStart());
    if (sentence instanceof Ttm ttm) {
      secondOfDay = ttm.target().secondOfDay();
    } else if (sentence instanceof Tll tll) {
      secondOfDay = tll.target().secondOfDay();
    }
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
    if (sentence instanceof Ttm ttm) {
      return station == null
          ? Reason.UNKNOWN_STATION
          : take(ttm, station, origin(line, tag, id, ttm.target()), line, out);
    }
    Tll tll = (Tll) sentence;
    String name = id == null ? line.feed() : id;
    return take(tll, station, origin(line, tag, name, tll.target()), out);
  }

  private Origin origin(Line line, TagBlock tag, String station, Target target) {
    long arrival = line.receivedAtMillis();
    long at = SentenceTime.of(target.secondOfDay(), tag.atMillis(), arrival, replay);
    return new Origin(line.feed(), station, line.number(), at, arrival);
  }

  private Reason take(Ttm ttm, Station station, Origin origin, Line line, Output out) {
    Target target = ttm.target();
    if (target.reference() || target.status() != Status.LOST && !ttm.place().isKnown()) {
      return Reason.NOT_USED;
    }
    if (isRepeated(ttm, target, origin)) {
      return null;
    }
    if (target.status() == Status.LOST) {
      out.report(new ContactLost(origin, contact(target, origin)));
      return null;
    }
    if (ttm.units() == 0) {
      out.reject(new Reject(line, Reason.UNITS_MISSING));
    }
    Placing placing = Placing.of(ttm, station, target.status() == Status.ACQUIRING);
    return report(placing, target, Placing.motion(ttm, station), origin, out);
  }

  private Reason take(Tll tll, Station station, Origin origin, Output out) {
    Target target = tll.target();
    boolean placed = !Double.isNaN(tll.latitude()) && !Double.isNaN(tll.longitude());
    if (target.reference() || target.status() != Status.LOST && !placed) {
      return Reason.NOT_USED;
    }
    if (isRepeated(tll, target, origin)) {
      return null;
    }
    if (target.status() == Status.LOST) {
      out.report(new ContactLost(origin, contact(target, origin)));
      return null;
    }
    if (tll.latitude() == 0 && tll.longitude() == 0) {
      return Reason.OUT_OF_RANGE;
    }
    boolean tentative = target.status() == Status.ACQUIRING;
    Position position = new Position(tll.latitude(), tll.longitude());
    Placing placing =
        station == null
            ? Placing.of(position, tentative)
            : Placing.of(position, station, tentative);
    return report(placing, target, Fix.Motion.UNKNOWN, origin, out);
  }

  private static Reason report(
      Placing placing, Target target, Fix.Motion motion, Origin origin, Output out) {
    if (placing.refused() == null) {
      Fix.State state = new Fix.State(Fix.Source.RADAR, placing.accuracy(), null);
      out.report(new Fix(origin, contact(target, origin), placing.position(), motion, null, state));
    }
    return placing.refused();
  }

  private static ContactId.RadarTarget contact(Target target, Origin origin) {
    return new ContactId.RadarTarget(origin.station(), target.number());
  }

  private boolean isRepeated(RadarSentence sentence, Target target, Origin origin) {
    ContactId.RadarTarget contact = contact(target, origin);
    Told now = new Told(origin.eventAtMillis(), sentence);
    boolean repeated = now.equals(told.put(contact, now));
    if (told.size() > MAX_REMEMBERED) {
      Iterator<ContactId.RadarTarget> eldest = told.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return repeated;
  }
}
