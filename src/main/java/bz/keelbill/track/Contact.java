package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.RadarTarget;

/**
 * What one sensor follows under one name from its first report on. A radar's number is used again
 * within minutes, so the birth tells its epochs apart.
 *
 * @param id the sensor's name for it
 * @param bornAtMillis event time of its first report, Unix milliseconds
 */
public record Contact(ContactId id, long bornAtMillis) {

  /** The name in alerts: {@code mmsi:312000123}, {@code icao:0ab123}, {@code radar:ST/49@1795…}. */
  public String name() {
    return id instanceof RadarTarget
        ? id.name() + "@" + Math.floorDiv(bornAtMillis, 1000L)
        : id.name();
  }
}
