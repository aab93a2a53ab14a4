package bz.keelbill.asterix;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which station a record's source is, and where it stands.
 *
 * <p>A source that no station claims gets a name of its own, so that numbers of two do not collide:
 * the feed's with its codes, as feed-25-1. A feed's own station that does not say its codes claims
 * whoever speaks on the feed: the first source by its plain name, the others by names with their
 * codes. Remembers at most 256 sources, and where one stands for as long as a decoder remembers
 * anything.
 */
final class Sources {
  private static final int MOST_TOLD = 256;
  private static final double APART_METRES = 500;
  private static final double SEA_LEVEL_METRES = 0;

  private final Map<Integer, Site> sites = new HashMap<>();
  private final Map<Integer, Told> told = new HashMap<>();
  private final Map<Integer, Site> known = new HashMap<>();
  private final String station;
  private final Site own;
  private Integer first;

  private record Told(Position place, long atMillis) {}

  /**
   * Begins a feed.
   *
   * @param station the feed's own, whose sources are those that no site names
   */
  Sources(List<Site> all, String station) {
    this.station = station;
    Site found = null;
    for (Site site : all) {
      if (site.sacSic() != null) {
        sites.put(site.sacSic(), site);
      }
      found = site.id().equals(station) ? site : found;
    }
    own = found;
  }

  /** What a source speaks; the feed's own station speaks for those that nobody names. */
  Dialect dialectOf(int sacSic) {
    Site site = sites.getOrDefault(sacSic, own);
    return site == null ? Dialect.NEWEST : site.dialect();
  }

  /**
   * The site of a source, as far as it is known: the position of one that the configuration does
   * not place is the one it tells itself.
   *
   * @param atMillis by our clock, Unix milliseconds
   */
  Site of(int sacSic, long atMillis) {
    Told last = told.get(sacSic);
    if (last != null && atMillis - last.atMillis() > Decoder.LONGEST_MEMORY_MILLIS) {
      told.remove(sacSic);
      known.remove(sacSic);
    }
    Site site = known.get(sacSic);
    if (site == null) {
      site = find(sacSic);
      if (known.size() < MOST_TOLD) {
        known.put(sacSic, site);
      }
    }
    return site;
  }

  private Site find(int sacSic) {
    Told last = told.get(sacSic);
    Position place = last == null ? null : last.place();
    Site site = sites.get(sacSic);
    if (site == null && own != null && own.sacSic() == null && !isElsewhere(own, place)) {
      first = first == null ? Integer.valueOf(sacSic) : first;
      site = first == sacSic ? own : own.as(named(sacSic), sacSic, own.position());
    }
    if (site != null) {
      return site.position() == null ? site.as(site.id(), sacSic, place) : site;
    }
    return new Site(
        named(sacSic),
        sacSic,
        place,
        SEA_LEVEL_METRES,
        Site.Noise.USUAL,
        Dialect.NEWEST,
        own == null ? Site.Targets.BY_CATEGORY : own.targets());
  }

  private String named(int sacSic) {
    return station + "-" + (sacSic >> 8) + "-" + (sacSic & 0xFF);
  }

  /**
   * A source tells where it stands.
   *
   * @param atMillis by our clock, Unix milliseconds
   * @return whether that is where the configuration has it, or the configuration does not know
   */
  boolean tells(int sacSic, Position position, long atMillis) {
    if (told.size() < MOST_TOLD || told.containsKey(sacSic)) {
      told.put(sacSic, new Told(position, atMillis));
      known.remove(sacSic);
    }
    return !isElsewhere(sites.getOrDefault(sacSic, own), position);
  }

  private static boolean isElsewhere(Site site, Position place) {
    return site != null
        && site.position() != null
        && place != null
        && Geodesy.exactDistanceMetres(site.position(), place) > APART_METRES;
  }
}
