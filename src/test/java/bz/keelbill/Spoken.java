package bz.keelbill;

import bz.keelbill.ais.AisEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What sensors say, one line each with its end. */
final class Spoken {
  private static final DateTimeFormatter SBS_TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Spoken() {}

  /** A ship's position by class A, its time in a tag block. */
  static String ship(int mmsi, double latitude, double longitude, long atMillis) {
    String tag = AisEncoder.tag("s:ais-test,c:" + atMillis / 1000);
    return tag + AisEncoder.position(mmsi, latitude, longitude, 60).sentence() + "\r\n";
  }

  /** A ship that is there now. */
  static String ship(int mmsi, double latitude, double longitude) {
    return AisEncoder.position(mmsi, latitude, longitude, 60).sentence() + "\r\n";
  }

  /** Six positions by which a ship goes eastward over the meridian, at ten knots. */
  static String crossing(int mmsi, double latitude, double meridian, long nowMillis) {
    StringBuilder lines = new StringBuilder();
    for (int step = 0; step < 6; step++) {
      long at = nowMillis - 100_000 + step * 20_000L;
      lines.append(ship(mmsi, latitude, meridian - 0.0014 + step * 0.00095, at));
    }
    return lines.toString();
  }

  /** A radar's tracked target, miles and degrees from it. */
  static String target(int number, double miles, double bearing) {
    String body =
        String.format(
            Locale.ROOT, "RATTM,%02d,%.2f,%.1f,T,8.0,90.0,T,,,N,,T,,,A", number, miles, bearing);
    return AisEncoder.withChecksum(body).replaceFirst("!", "\\$") + "\r\n";
  }

  /** An aircraft's position as SBS-1. */
  static String flight(String address, double latitude, double longitude, int feet) {
    String now = SBS_TIME.format(Instant.now());
    return String.format(
        Locale.ROOT,
        "MSG,3,1,1,%s,1,%s,%s,,%d,,,%.5f,%.5f,,,0,0,0,0\r\n",
        address,
        now,
        now,
        feet,
        latitude,
        longitude);
  }
}
