package bz.keelbill;

import bz.keelbill.json.WhyJson;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Watch;
import bz.keelbill.watch.Why;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "Why no alert?" asked of one track while recorded files run through a watch: as of one time, or,
 * without one, of each detector the moment at which it came nearest to an alert.
 */
final class WhyQuestion {
  private static final long LOOK_EVERY_MILLIS = 10_000;

  private final String track;
  private final Long atMillis;
  private final Map<String, Answer> nearest = new LinkedHashMap<>();
  private boolean isAnswered;

  private record Answer(String track, long atMillis, Why why) {}

  private WhyQuestion(String track, Long atMillis) {
    this.track = track;
    this.atMillis = atMillis;
  }

  /**
   * Reads a question.
   *
   * @param text {@code TRACK} or {@code TRACK@TIME}; a track's own name may hold an at sign too
   */
  static WhyQuestion of(String text) {
    int sign = text.lastIndexOf('@');
    if (sign > 0) {
      try {
        Instant time = Instant.parse(text.substring(sign + 1));
        return new WhyQuestion(text.substring(0, sign), time.toEpochMilli());
      } catch (DateTimeParseException partOfTheName) {
        // As in radar:STATION/NUMBER@BIRTH.
      }
    }
    return new WhyQuestion(text, null);
  }

  /** Called after each second of event time. */
  void second(Watch watch) {
    long now = watch.timeMillis();
    boolean isDue = atMillis == null ? now % LOOK_EVERY_MILLIS == 0 : now >= atMillis;
    if (!isAnswered && isDue) {
      isAnswered = atMillis != null;
      ask(watch, now);
    }
  }

  private void ask(Watch watch, long now) {
    for (Track each : watch.picture().tracks()) {
      if (each.name().equals(track) || each.contactNames().contains(track)) {
        for (Why why : watch.why(each)) {
          Answer known = nearest.get(why.kind());
          if (known == null || why.isNearerThan(known.why())) {
            nearest.put(why.kind(), new Answer(each.name(), now, why));
          }
        }
      }
    }
  }

  /** A line for each detector; none if there never was such a track. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    nearest
        .values()
        .forEach(each -> lines.add(WhyJson.text(each.track(), each.atMillis(), each.why())));
    return lines;
  }

  /** The track that is asked about. */
  String track() {
    return track;
  }
}
