package bz.keelbill.record;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.TrackState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Tracks that are recorded as a watch would tell of them. */
public final class RecordedScene implements AutoCloseable {
  /** 2026-11-23T00:00:00Z. */
  public static final long MIDNIGHT = 1_795_392_000_000L;

  private static final long HOUR = 3_600_000;

  public final AtomicLong clock = new AtomicLong(MIDNIGHT);
  public final List<JournalEntry> notes = new CopyOnWriteArrayList<>();
  public final Recorder recorder;
  private long lines;
  private long rows;

  public RecordedScene(Path dir) throws IOException {
    recorder = Recorder.open(RecordSettings.in(dir), clock::get, notes::add);
  }

  /** A ship with everything that a ship can say. */
  public static Identity ship(int mmsi, String name, String callsign, Integer imo) {
    return new Identity(
        mmsi,
        null,
        new VesselIdentity(
            null,
            new ContactId.Mmsi(mmsi),
            new VesselIdentity.Names(name, callsign, imo),
            70,
            null,
            null,
            null,
            null),
        null);
  }

  /** An aircraft. */
  public static Identity aircraft(int address, String callsign, String registration) {
    ContactId.Icao24 id = new ContactId.Icao24(address, true);
    return new Identity(
        null,
        id,
        null,
        new FlightIdentity(null, id, callsign, null, null, registration, null, null));
  }

  /** A track is where it is now; a line is recorded before it. */
  public void fix(long serial, String track, Identity who, double lat, double lon, double feet) {
    fix(serial, track, who, lat, lon, feet, "!" + track);
  }

  /** The same with a line of one's own. */
  public void fix(
      long serial, String track, Identity who, double lat, double lon, double feet, String text) {
    line(text);
    rows++;
    boolean flies = !Double.isNaN(feet);
    recorder.change(
        new Change.TrackChanged(
            new TrackState(
                serial,
                track,
                List.of(track),
                flies ? Domain.AIR : Domain.SEA,
                who,
                new TrackState.Place(
                    new Position(lat, lon),
                    clock.get(),
                    12.5,
                    90,
                    Double.NaN,
                    feet,
                    false,
                    new TrackState.Source(Fix.Source.AIS_CLASS_A, "station-1")),
                new TrackState.Standing(Freshness.LIVE, false, false, null, null))));
  }

  /** A line and nothing else. */
  public void line(String text) {
    rows++;
    recorder.line(
        new Line("ais", ++lines, clock.get(), text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /**
   * Six hours: two ships under way to the east along 17.0 N and 17.2 N, one at anchor, one
   * aircraft, a fix each minute.
   */
  public void play() {
    Identity sea = ship(312_000_001, "SEA WOLF", "V3AB-1", 9_123_456);
    Identity star = ship(312_000_002, "=1+1;STAR", "V3CD2", null);
    Identity anchored = ship(312_000_003, "OLD WOLF", null, null);
    Identity plane = aircraft(0x0ab123, "TGU101", "V3-HIK");
    for (int minute = 0; minute < 360; minute++) {
      clock.set(MIDNIGHT + minute * 60_000L);
      double east = -88.0 + minute * 0.005;
      fix(1, "mmsi:312000001", sea, 17.0, east, Double.NaN);
      fix(2, "mmsi:312000002", star, 17.2, east, Double.NaN);
      fix(3, "mmsi:312000003", anchored, 16.5, -87.5, Double.NaN);
      if (minute < 60) {
        fix(4, "icao:0ab123", plane, 16.0 + minute * 0.04, -87.8, 3_500);
      }
      recorder.tick(clock.get());
    }
  }

  /** Waits while the recorder is behind. */
  public void awaitRoom() throws InterruptedException {
    while (recorder.isBehind()) {
      Thread.sleep(20);
    }
  }

  /** Waits until everything is on disk. */
  public void awaitWritten() throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (recorder.state().rows() < rows || recorder.state().waiting() > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never written: " + recorder.state());
      }
      Thread.sleep(20);
    }
  }

  /** The hour of the day as Unix milliseconds. */
  public static long hour(double hour) {
    return MIDNIGHT + (long) (hour * HOUR);
  }

  @Override
  public void close() {
    recorder.close();
  }
}
