package bz.keelbill.track;

import bz.keelbill.report.Fix;

/** How fresh the news of a track is, by the usual interval of its sensor. */
public enum Freshness {
  /** Heard within three times its expected interval. */
  LIVE,
  /** Overdue. */
  STALE,
  /** Gone: its place is a guess now. */
  LOST;

  private static final long RADAR_STALE_MILLIS = 15_000;
  private static final long RADAR_LOST_MILLIS = 60_000;
  private static final int STALE_TURNS = 3;
  private static final int LOST_TURNS = 10;
  private static final int GIVEN_UP_TURNS = 2;

  /** Of a Gaussian in the plane, in standard deviations. */
  private static final double RADIUS_95 = 2.448;

  private static final double FINDABLE_METRES = 1_852;
  private static final long AIR_STALE_MILLIS = 15_000;
  private static final long AIR_LOST_MILLIS = 60_000;
  private static final long CLASS_A_STALE_MILLIS = 60_000;
  private static final long SLOW_STALE_MILLIS = 9 * 60_000L;
  private static final long SEA_LOST_MILLIS = 10 * 60_000L;

  /** A tracking box speaks every quarter of an hour; its record may be minutes on the way. */
  private static final long VMS_STALE_MILLIS = 20 * 60_000L;

  private static final long VMS_LOST_MILLIS = 45 * 60_000L;
  private static final double UNDER_WAY_KNOTS = 3;

  static Freshness of(Track track, long ageMillis) {
    if (track.domain() == Domain.AIR && !track.isRadarOnly()) {
      return of(ageMillis, AIR_STALE_MILLIS, AIR_LOST_MILLIS);
    }
    if (track.isRadarOnly()) {
      return ofRadar(track, ageMillis);
    }
    if (isByVms(track)) {
      return of(ageMillis, VMS_STALE_MILLIS, VMS_LOST_MILLIS);
    }
    return of(ageMillis, seaStaleMillis(track), SEA_LOST_MILLIS);
  }

  private static boolean isByVms(Track track) {
    Fix latest = track.latest();
    return latest == null
        ? track.identity().vmsMark() != null && track.identity().mmsi() == null
        : latest.state().source() == Fix.Source.VMS;
  }

  /** Three turns without it, and ten; and it is gone when nobody could find it any more. */
  private static Freshness ofRadar(Track track, long ageMillis) {
    long turn = track.turnMillis();
    long stale = Math.max(RADAR_STALE_MILLIS, STALE_TURNS * turn);
    long lost =
        track.isGivenUp() ? GIVEN_UP_TURNS * turn : Math.max(RADAR_LOST_MILLIS, LOST_TURNS * turn);
    boolean isAnywhere =
        ageMillis > stale
            && RADIUS_95 * track.estimateAt(track.heardAtMillis() + ageMillis).place().worst()
                > FINDABLE_METRES;
    return isAnywhere ? LOST : of(ageMillis, stale, lost);
  }

  /** M.1371-5: class A under way speaks every 2 to 10 s, class B every 30 s, moored every 3 min. */
  private static long seaStaleMillis(Track track) {
    Fix latest = track.latest();
    boolean underWay = latest != null && latest.motion().speedKnots() > UNDER_WAY_KNOTS;
    if (!underWay) {
      return SLOW_STALE_MILLIS;
    }
    return latest.state().source() == Fix.Source.AIS_CLASS_A
        ? CLASS_A_STALE_MILLIS
        : 2 * CLASS_A_STALE_MILLIS;
  }

  private static Freshness of(long ageMillis, long staleMillis, long lostMillis) {
    if (ageMillis > lostMillis) {
      return LOST;
    }
    return ageMillis > staleMillis ? STALE : LIVE;
  }
}
