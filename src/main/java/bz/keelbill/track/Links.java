package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The contacts that make up one track, the one that gave it its name first. Bounded. */
final class Links implements Iterable<Link> {
  private static final int MOST = 24;

  private final List<Link> all = new ArrayList<>(1);
  private List<String> names;
  private int nextOrdinal;
  private boolean haveRadar;

  @Override
  public Iterator<Link> iterator() {
    return all.iterator();
  }

  int size() {
    return all.size();
  }

  Link get(int index) {
    return all.get(index);
  }

  Link newest() {
    return all.get(all.size() - 1);
  }

  List<Link> copy() {
    return List.copyOf(all);
  }

  /** The names of the contacts; immutable. */
  List<String> names() {
    if (names == null) {
      names = all.stream().map(link -> link.contact.name()).toList();
    }
    return names;
  }

  void add(Link link) {
    if (all.size() >= MOST) {
      all.remove(leastUseful()).track = null;
    }
    link.ordinal = freeOrdinal();
    all.add(link);
    changed();
  }

  void remove(Link link) {
    all.remove(link);
    changed();
  }

  private void changed() {
    names = null;
    haveRadar = false;
    for (Link link : all) {
      haveRadar |= link.isRadar();
    }
  }

  /** The oldest number that a radar has given up, never the first one: that is the name. */
  private int leastUseful() {
    int least = 1;
    for (int i = all.size() - 1; i > 0; i--) {
      boolean isLess =
          all.get(i).isClosed || (!all.get(least).isClosed && !all.get(i).isCooperative());
      least = isLess ? i : least;
    }
    return least;
  }

  private int freeOrdinal() {
    int ordinal = nextOrdinal++ & Byte.MAX_VALUE;
    for (Link link : all) {
      if (link.ordinal == ordinal) {
        return freeOrdinal();
      }
    }
    return ordinal;
  }

  boolean haveRadar() {
    return haveRadar;
  }

  /** Whether every radar that followed it has said that it follows it no more. */
  boolean areGivenUp() {
    for (Link link : all) {
      if (link.isRadar() && !link.isClosed) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of them is a sighting, a satellite's detection or a partner's device. */
  boolean haveGlimpse() {
    for (Link link : all) {
      ContactId id = link.contact.id();
      if (Associator.isGlimpse(id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a contact speaks for the craft itself; it may have left since. */
  boolean isCooperative(int ordinal) {
    for (Link link : all) {
      if (link.ordinal == ordinal) {
        return link.isCooperative();
      }
    }
    return false;
  }

  /** The newest impossible place that one of them has claimed, or null. */
  Elsewhere elsewhere() {
    Elsewhere newest = null;
    for (Link link : all) {
      boolean isSaid =
          link.isCooperative() && link.elsewhere != null && link.elsewhere.newest() != null;
      if (isSaid && (newest == null || link.elsewhere.isNewerThan(newest))) {
        newest = link.elsewhere;
      }
    }
    return newest;
  }

  /** The newest position that the craft told itself, or null. */
  Fix ownWord() {
    Fix newest = null;
    for (Link link : all) {
      boolean isNewer =
          link.isCooperative()
              && link.last != null
              && (newest == null || link.last.atMillis() > newest.atMillis());
      newest = isNewer ? link.last : newest;
    }
    return newest;
  }

  /** The newest position that anybody told, or null. */
  Fix latest() {
    Fix latest = null;
    for (Link link : all) {
      boolean isNewer =
          link.last != null && (latest == null || link.last.atMillis() > latest.atMillis());
      latest = isNewer ? link.last : latest;
    }
    return latest;
  }

  boolean areSeenBy(String station, long sinceMillis) {
    for (Link link : all) {
      boolean isSeen =
          link.last != null
              && link.last.atMillis() >= sinceMillis
              && link.last.origin().station().equals(station);
      if (isSeen) {
        return true;
      }
    }
    return false;
  }
}
