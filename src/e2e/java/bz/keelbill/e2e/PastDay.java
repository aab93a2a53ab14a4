package bz.keelbill.e2e;

import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recorder;
import bz.keelbill.report.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A day as a watch at work would have recorded it: a packet that sails up and down the coast and
 * says where it is each half minute by one feed, a tug at anchor by another, a tick each second.
 */
final class PastDay {
  static final int PACKET = 312_000_261;
  static final int TUG = 312_000_262;
  static final double LATITUDE_AT_START = 16.60;
  static final double LONGITUDE = -87.30;
  private static final double KNOTS = 12;
  private static final long TURN_MILLIS = 4 * 3_600_000;
  private static final long SAYS_EVERY_MILLIS = 30_000;
  private static final long TUG_EVERY_MILLIS = 60_000;

  private final long fromMillis;
  private final long toMillis;

  /** A day from and to these moments, which are whole half minutes. */
  PastDay(long fromMillis, long toMillis) {
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
  }

  /** Where the packet said last that it was. */
  double latitude(long atMillis) {
    long spoken = atMillis - (atMillis - fromMillis) % SAYS_EVERY_MILLIS;
    long round = (spoken - fromMillis) % (2 * TURN_MILLIS);
    double hours = (round < TURN_MILLIS ? round : 2 * TURN_MILLIS - round) / 3_600_000.0;
    return LATITUDE_AT_START + KNOTS * hours / 60;
  }

  /** Whether the packet's feed was out: forty minutes, six hours after the beginning. */
  private boolean isOut(long atMillis) {
    long since = atMillis - fromMillis - 6 * 3_600_000;
    return since >= 0 && since < 40 * 60_000;
  }

  /** Whether nothing at all was recorded: half an hour, twelve hours after the beginning. */
  private boolean isNotRecorded(long atMillis) {
    long since = atMillis - fromMillis - 12 * 3_600_000;
    return since >= 0 && since < 30 * 60_000;
  }

  /** Writes it into the record of a watch that does not run. */
  void write(Path data) throws IOException {
    AtomicLong clock = new AtomicLong(fromMillis);
    RecordSettings settings = RecordSettings.in(data.resolve("days"));
    try (Recorder recorder = Recorder.open(settings, clock::get, note -> {})) {
      long number = 0;
      for (long at = fromMillis; at < toMillis; at += 1_000) {
        if (isNotRecorded(at)) {
          continue;
        }
        while (recorder.isBehind()) {
          Thread.onSpinWait();
        }
        clock.set(at);
        recorder.tick(at);
        if ((at - fromMillis) % SAYS_EVERY_MILLIS == 0 && !isOut(at)) {
          recorder.line(line("shore", ++number, at, packet(at)));
        }
        if ((at - fromMillis) % TUG_EVERY_MILLIS == 0) {
          recorder.line(line("cape", ++number, at, tug(at)));
        }
      }
    }
  }

  private static Line line(String feed, long number, long atMillis, String sentence) {
    byte[] bytes = sentence.getBytes(StandardCharsets.US_ASCII);
    return new Line(feed, number, atMillis, bytes);
  }

  private String packet(long atMillis) {
    boolean north = (atMillis - fromMillis) % (2 * TURN_MILLIS) < TURN_MILLIS;
    return AisSentences.position(PACKET, latitude(atMillis), LONGITUDE, KNOTS, north ? 0 : 180, atMillis);
  }

  private static String tug(long atMillis) {
    return AisSentences.position(TUG, 17.48, -88.15, 0, 0, atMillis);
  }
}
