package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All tracks that are live or not yet forgotten, in the order of their birth, with a grid to find
 * neighbours.
 *
 * <p>Belongs to the one thread of its Watch.
 */
public final class Picture {
  private static final double CELL_DEGREES = 0.05;

  private final Map<Long, Track> tracks = new LinkedHashMap<>();
  private final Map<String, Track> firstOfName = new HashMap<>();
  private final Map<Long, List<Track>> cells = new HashMap<>();

  /** Every track, oldest first; a live view. */
  public Collection<Track> tracks() {
    return Collections.unmodifiableCollection(tracks.values());
  }

  /** How many tracks there are. */
  public int size() {
    return tracks.size();
  }

  /** The track of a serial number, or null. */
  public Track find(long serial) {
    return tracks.get(serial);
  }

  /** The track of a name, the oldest if several have it, or null. */
  public Track named(String name) {
    return firstOfName.get(name);
  }

  /** The tracks whose newest position is within a distance, in a fixed order. */
  public void near(Position centre, double metres, Consumer<Track> found) {
    double latReach = metres / Geodesy.metresPerDegreeLatitude(centre.latitude());
    double perLon = Math.max(1, Geodesy.metresPerDegreeLongitude(centre.latitude()));
    double lonReach = metres / perLon;
    long south = row(centre.latitude() - latReach);
    long north = row(centre.latitude() + latReach);
    long west = row(centre.longitude() - lonReach);
    long east = row(centre.longitude() + lonReach);
    for (long y = south; y <= north; y++) {
      for (long x = west; x <= east; x++) {
        nearInCell(cells.get(cell(y, x)), centre, metres, found);
      }
    }
  }

  void add(Track track) {
    tracks.put(track.serial(), track);
    firstOfName.putIfAbsent(track.name(), track);
  }

  void remove(Track track) {
    tracks.remove(track.serial());
    forgetName(track);
    track.leave();
    leaveCell(track);
  }

  private void forgetName(Track track) {
    boolean areSomeNamesTwice = firstOfName.size() <= tracks.size();
    if (firstOfName.remove(track.name(), track) && areSomeNamesTwice) {
      tracks.values().stream()
          .filter(other -> other.name().equals(track.name()))
          .findFirst()
          .ifPresent(other -> firstOfName.put(other.name(), other));
    }
  }

  /** The track has a new position. */
  void moved(Track track) {
    Position at = track.position();
    if (at == null) {
      return;
    }
    long cell = cell(row(at.latitude()), row(at.longitude()));
    if (cell != track.gridCell) {
      leaveCell(track);
      track.gridCell = cell;
      cells.computeIfAbsent(cell, key -> new ArrayList<>(2)).add(track);
    }
  }

  private void leaveCell(Track track) {
    List<Track> there = cells.get(track.gridCell);
    if (there != null && there.remove(track) && there.isEmpty()) {
      cells.remove(track.gridCell);
    }
    track.gridCell = Long.MIN_VALUE;
  }

  private static void nearInCell(
      List<Track> there, Position centre, double metres, Consumer<Track> found) {
    if (there == null) {
      return;
    }
    for (Track track : there) {
      if (Geodesy.distanceMetres(centre, track.position()) <= metres) {
        found.accept(track);
      }
    }
  }

  private static long row(double degrees) {
    return (long) Math.floor(degrees / CELL_DEGREES);
  }

  private static long cell(long y, long x) {
    return y * 100_000 + x;
  }
}
