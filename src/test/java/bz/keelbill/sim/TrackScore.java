package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well tracks follow craft, sample by sample. A track and a craft go together if they are
 * within the cut-off and nearest to each other, with a preference for those that went together
 * before.
 *
 * <p>A craft is observed while a sensor reports it; after half an hour in which none did, it is a
 * craft on its own: nobody can know it again by its echo.
 */
final class TrackScore {
  private static final double CUT_METRES = 500;
  private static final double LOYALTY_METRES = 150;
  private static final long NEW_LIFE_MILLIS = 30 * 60_000;
  private static final double CHEAP_DEGREES = 0.01;

  private final double sampleSeconds;
  private final Map<String, Life> lives = new TreeMap<>();
  private final Map<String, Life> current = new HashMap<>();
  private final Map<Long, Use> uses = new TreeMap<>();
  private double ospaSum;
  private double metresSum;
  private long samples;
  private long found;
  private long missed;
  private long extra;
  private int switches;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis;

  TrackScore(double sampleSeconds) {
    this.sampleSeconds = sampleSeconds;
  }

  /** One stretch of being observed. */
  private static final class Life {
    private final Map<Long, Integer> under = new HashMap<>();
    private final List<String> story = new ArrayList<>();
    private int samples;
    private long lastMillis;
    private Long serial;

    private int longest() {
      return under.values().stream().mapToInt(count -> count).max().orElse(0);
    }
  }

  private static final class Use {
    private final String name;
    private int samples;
    private int matched;

    private Use(String name) {
      this.name = name;
    }
  }

  private record Pair(String craft, Follower.Shown track, double metres, boolean isPreferred) {
    double rank() {
      return isPreferred ? metres - LOYALTY_METRES : metres;
    }
  }

  /**
   * Compares one moment.
   *
   * @param truth where all craft are
   * @param observed those among them that some sensor reports now
   * @param mmsis who says who he is: a track that does goes with nobody else
   */
  void sample(
      long nowMillis,
      Map<String, Position> truth,
      Set<String> observed,
      List<Follower.Shown> tracks,
      Map<String, Integer> mmsis) {
    firstMillis = Math.min(firstMillis, nowMillis);
    lastMillis = nowMillis;
    observed.forEach(craft -> live(craft, nowMillis));
    Map<String, Pair> pairs = pairs(truth, tracks, mmsis);
    Set<Long> matched = new HashSet<>();
    pairs.values().forEach(pair -> matched.add(pair.track.serial()));
    double sum = 0;
    for (String craft : observed) {
      sum += note(craft, pairs.get(craft), nowMillis);
    }
    int alone = 0;
    for (Follower.Shown track : tracks) {
      Use use = uses.computeIfAbsent(track.serial(), serial -> new Use(track.name()));
      use.samples++;
      use.matched += matched.contains(track.serial()) ? 1 : 0;
      alone += matched.contains(track.serial()) ? 0 : 1;
    }
    extra += alone;
    int count = observed.size() + alone;
    if (count > 0) {
      ospaSum += Math.sqrt((sum + alone * CUT_METRES * CUT_METRES) / count);
      samples++;
    }
  }

  private void live(String craft, long nowMillis) {
    Life life = current.get(craft);
    if (life == null || nowMillis - life.lastMillis > NEW_LIFE_MILLIS) {
      life = new Life();
      current.put(craft, life);
      lives.put(craft + " from " + clock(nowMillis), life);
    }
    life.lastMillis = nowMillis;
    life.samples++;
  }

  private Map<String, Pair> pairs(
      Map<String, Position> truth, List<Follower.Shown> tracks, Map<String, Integer> mmsis) {
    List<Pair> all = new ArrayList<>();
    truth.forEach(
        (craft, place) -> {
          Life life = current.get(craft);
          for (Follower.Shown track : tracks) {
            boolean isNear =
                (track.mmsi() == null || track.mmsi().equals(mmsis.get(craft)))
                    && Math.abs(place.latitude() - track.position().latitude()) < CHEAP_DEGREES;
            double metres =
                isNear ? Geodesy.distanceMetres(place, track.position()) : Double.MAX_VALUE;
            if (metres <= CUT_METRES) {
              boolean isLoyal =
                  life != null && life.serial != null && life.serial == track.serial();
              all.add(new Pair(craft, track, metres, isLoyal || track.mmsi() != null));
            }
          }
        });
    all.sort(Comparator.comparingDouble(Pair::rank).thenComparing(Pair::craft));
    Map<String, Pair> chosen = new HashMap<>();
    Set<Long> used = new HashSet<>();
    for (Pair pair : all) {
      if (!chosen.containsKey(pair.craft) && used.add(pair.track.serial())) {
        chosen.put(pair.craft, pair);
      }
    }
    return chosen;
  }

  /** Writes down with which track a craft goes; the square of its error. */
  private double note(String craft, Pair pair, long nowMillis) {
    Life life = current.get(craft);
    if (pair == null) {
      missed++;
      return CUT_METRES * CUT_METRES;
    }
    long serial = pair.track.serial();
    life.under.merge(serial, 1, Integer::sum);
    if (life.serial == null || life.serial != serial) {
      switches += life.serial == null ? 0 : 1;
      life.serial = serial;
      life.story.add(clock(nowMillis) + " " + pair.track.name());
    }
    metresSum += pair.metres;
    found++;
    return pair.metres * pair.metres;
  }

  private static String clock(long millis) {
    return Instant.ofEpochMilli(millis).toString().substring(11, 19);
  }

  /** Mean OSPA distance of second order with a cut-off of 500 m, metres. */
  double ospaMetres() {
    return ospaSum / samples;
  }

  /** Mean distance of a craft's track from the craft, metres. */
  double errorMetres() {
    return metresSum / found;
  }

  /** Part of the observed time that craft are under the track that holds each longest. */
  double continuity() {
    long longest = lives.values().stream().mapToLong(Life::longest).sum();
    return longest / (double) observedSamples();
  }

  /** How often a craft's track gives way to another, in an hour of one craft's observed time. */
  double switchesPerCraftHour() {
    return switches / craftHours();
  }

  /** Tracks that go with no craft for most of their time, in an hour. */
  double falseTracksPerHour() {
    long count = uses.values().stream().filter(use -> use.matched < use.samples / 2.0).count();
    return count / ((lastMillis - firstMillis) / 3_600_000.0);
  }

  /** Part of the observed time that a craft has no track. */
  double missedShare() {
    return missed / (double) observedSamples();
  }

  /** Tracks without a craft as a part of the observed craft. */
  double extraShare() {
    return extra / (double) observedSamples();
  }

  double craftHours() {
    return observedSamples() * sampleSeconds / 3600;
  }

  private long observedSamples() {
    return lives.values().stream().mapToLong(life -> life.samples).sum();
  }

  /** Under how many tracks each stretch of a craft's life went, by craft and beginning. */
  Map<String, Integer> tracksOf(String craft) {
    Map<String, Integer> counts = new TreeMap<>();
    lives.forEach(
        (name, life) -> {
          if (name.startsWith(craft)) {
            counts.put(name, life.under.size());
          }
        });
    return counts;
  }

  /** One line of the table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "OSPA %.0f m, error %.1f m, continuity %.4f, switches %.4f per craft-hour,"
            + " false tracks %.2f/h, missed %.4f, extra %.4f, %.1f craft-hours",
        ospaMetres(),
        errorMetres(),
        continuity(),
        switchesPerCraftHour(),
        falseTracksPerHour(),
        missedShare(),
        extraShare(),
        craftHours());
  }

  /** What went wrong most: lives that broke, and tracks of nothing. */
  List<String> worst(int count) {
    List<String> lines = new ArrayList<>();
    lives.entrySet().stream()
        .sorted(Comparator.comparingInt(one -> one.getValue().longest() - one.getValue().samples))
        .limit(count)
        .forEach(
            one ->
                lines.add(
                    one.getKey()
                        + ": "
                        + one.getValue().longest()
                        + " of "
                        + one.getValue().samples
                        + " samples; "
                        + one.getValue().story));
    uses.values().stream()
        .filter(use -> use.matched < use.samples / 2.0)
        .limit(count)
        .forEach(use -> lines.add("of nothing: " + use.name + ", " + use.samples + " samples"));
    return lines;
  }
}
