package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.FeedSilent;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an empty place on the map means: that nobody is there, or that nobody would know. */
public final class Lookout {
  /** After so long without a word, a station is not relied on. */
  private static final long SILENT_MILLIS = 10 * 60_000L;

  private static final double NEAR_METRES = 1_852;

  /** What can be said of a place. */
  public enum Verdict {
    /** A craft is there now. */
    HEARD,
    /** Whoever would hear a craft there lives, and hears none. */
    QUIET,
    /** Nobody would hear a craft there, or those who would are silent. */
    UNSEEN;

    /** The word for it outside. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One station in reach.
   *
   * @param chance that it hears such a craft there while it lives
   * @param isAlive whether it is relied on now
   * @param lastHeardAtMillis its last sign of life, Unix milliseconds; null if there never was one
   */
  public record Ear(String station, double chance, boolean isAlive, Long lastHeardAtMillis) {}

  /**
   * What can be said of a place for one kind of craft.
   *
   * @param chance that somebody who lives hears it within a minute in which it speaks
   * @param usualChance the same if all were alive
   * @param ears the stations in reach, in the order of the configuration
   */
  public record View(
      Coverage.Kind kind, Verdict verdict, double chance, double usualChance, List<Ear> ears) {}

  private final Watch watch;
  private final long nowMillis;
  private final Set<String> deaf = new HashSet<>();

  private Lookout(Watch watch) {
    this.watch = watch;
    this.nowMillis = watch.timeMillis();
    for (Alert alert : watch.alerts().open()) {
      if (alert.finding().kind().equals(FeedSilent.KIND)) {
        deaf.add(alert.finding().subject().lineage());
      }
    }
  }

  /** Looks at a place for every kind of craft; on the watch's thread. */
  public static List<View> at(Watch watch, Position place) {
    Lookout lookout = new Lookout(watch);
    List<View> views = new ArrayList<>();
    for (Coverage.Kind kind : Coverage.Kind.values()) {
      views.add(lookout.view(kind, place));
    }
    return views;
  }

  private View view(Coverage.Kind kind, Position place) {
    List<Ear> ears = new ArrayList<>();
    double missed = 1;
    for (Sensor sensor : watch.coverage().sensors()) {
      double chance = watch.coverage().chance(sensor.id(), kind, place);
      if (chance > 0) {
        Ear ear = ear(sensor.id(), chance);
        ears.add(ear);
        missed *= ear.isAlive() ? 1 - chance : 1;
      }
    }
    double usual = watch.coverage().chance(kind, place);
    return new View(kind, verdict(kind, place, 1 - missed), 1 - missed, usual, ears);
  }

  private Verdict verdict(Coverage.Kind kind, Position place, double chance) {
    if (isSomebodyThere(kind == Coverage.Kind.AIRCRAFT ? Domain.AIR : Domain.SEA, place)) {
      return Verdict.HEARD;
    }
    return chance >= Coverage.POORLY_SEEN ? Verdict.QUIET : Verdict.UNSEEN;
  }

  private boolean isSomebodyThere(Domain domain, Position place) {
    List<Track> there = new ArrayList<>();
    watch.picture().near(place, NEAR_METRES, there::add);
    return there.stream()
        .anyMatch(
            track ->
                track.domain() == domain
                    && track.isConfirmed()
                    && track.freshness(nowMillis) != Freshness.LOST);
  }

  private Ear ear(String name, double chance) {
    Hearing.Station station = watch.hearing().station(name);
    if (station == null) {
      return new Ear(name, chance, false, null);
    }
    boolean alive =
        station.silentMillis(nowMillis) <= SILENT_MILLIS
            && !deaf.contains("station:" + name)
            && !watch.hearing().isBehindSilentFeed(station, nowMillis);
    return new Ear(name, chance, alive, station.lastHeardAtMillis());
  }
}
