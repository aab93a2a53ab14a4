package bz.keelbill.json;

import static bz.keelbill.json.ToldAircraft.LEAST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET_PER_MINUTE;
import static bz.keelbill.json.ToldAircraft.MOST_KNOTS;

import bz.keelbill.adsb.Registration;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One state vector of OpenSky: a list whose places have meanings, in metres and metres a second,
 * with the longitude before the latitude. Any may be null, the last may be missing, and more may
 * come.
 */
final class OpenSkyState {
  private static final int ADDRESS = 0;
  private static final int CALLSIGN = 1;
  private static final int TIME_POSITION = 3;
  private static final int LAST_CONTACT = 4;
  private static final int LONGITUDE = 5;
  private static final int LATITUDE = 6;
  private static final int PRESSURE_METRES = 7;
  private static final int ON_GROUND = 8;
  private static final int SPEED = 9;
  private static final int TRACK = 10;
  private static final int RATE = 11;
  private static final int GEOMETRIC_METRES = 13;
  private static final int SQUAWK = 14;
  private static final int SOURCE = 16;

  private static final double FEET_PER_METRE = 1 / 0.3048;
  private static final double KNOTS_PER_METRE_PER_SECOND = 3600 / 1852.0;
  private static final double FEET_PER_MINUTE = 60 * FEET_PER_METRE;
  private static final double MOST_SECONDS = 4e9;

  /** Of what a radar or nobody knows what has measured. */
  private static final double UNKNOWN_SIGMA_METRES = 500;

  private final JsonNode from;
  private final FieldReading reading;

  OpenSkyState(JsonNode from, FieldReading reading) {
    this.from = from;
    this.reading = reading;
  }

  /**
   * What it says, or null if nobody knows of whom.
   *
   * @param nowMillis the document's time, which ages are relative to
   */
  ToldAircraft read(long nowMillis) {
    ContactId.Icao24 contact = reading.address(from.path(ADDRESS));
    if (contact == null) {
      return null;
    }
    long heard = ageMillis(LAST_CONTACT, nowMillis, 0);
    long age = ageMillis(TIME_POSITION, nowMillis, Long.MAX_VALUE);
    Position position = position();
    boolean isFresh = age <= ToldAircraft.OLD_MILLIS;
    return new ToldAircraft(
        contact,
        names(contact),
        isFresh ? position : null,
        age,
        heard,
        motion(),
        height(),
        state());
  }

  private long ageMillis(int place, long nowMillis, long otherwise) {
    double seconds = reading.number(from.path(place), 0, MOST_SECONDS);
    return Double.isNaN(seconds) ? otherwise : Math.max(0, nowMillis - Math.round(seconds * 1000));
  }

  private ToldAircraft.Names names(ContactId.Icao24 contact) {
    return new ToldAircraft.Names(
        reading.callsign(from.path(CALLSIGN)),
        reading.squawk(from.path(SQUAWK)),
        null,
        contact.assigned() ? Registration.ofAddress(contact.address()) : null,
        null,
        null);
  }

  private Position position() {
    double longitude = reading.number(from.path(LONGITUDE), -180, 180);
    double latitude = reading.number(from.path(LATITUDE), -90, 90);
    return ToldAircraft.place(latitude, longitude);
  }

  private Fix.Motion motion() {
    return new Fix.Motion(
        reading.number(from.path(SPEED), KNOTS_PER_METRE_PER_SECOND, 0, MOST_KNOTS),
        reading.degrees(from.path(TRACK)),
        Double.NaN);
  }

  private Fix.Height height() {
    Boolean onGround = onGround();
    double pressure = feet(PRESSURE_METRES);
    double geometric = feet(GEOMETRIC_METRES);
    double most = MOST_FEET_PER_MINUTE;
    double rate = Math.rint(reading.number(from.path(RATE), FEET_PER_MINUTE, -most, most));
    boolean isGeometric = Double.isNaN(pressure) && !Double.isNaN(geometric);
    return new Fix.Height(isGeometric ? geometric : pressure, isGeometric, rate, onGround);
  }

  /** Whole feet: that is how they were sent before they became metres. */
  private double feet(int place) {
    return Math.rint(reading.number(from.path(place), FEET_PER_METRE, LEAST_FEET, MOST_FEET));
  }

  private Boolean onGround() {
    JsonNode field = from.path(ON_GROUND);
    if (field.isBoolean()) {
      return field.booleanValue();
    }
    if (!FieldReading.isAbsent(field)) {
      reading.faults().add(Reject.Reason.MALFORMED);
    }
    return null;
  }

  /** 0 ADS-B, 1 ASTERIX (a ground station's tracks), 2 MLAT, 3 FLARM; there are others. */
  private Fix.State state() {
    JsonNode field = from.path(SOURCE);
    double source = FieldReading.isAbsent(field) ? 0 : reading.number(field, 0, 255);
    if (source == 0 || source == 3) {
      return ToldAircraft.state(Fix.Source.ADSB, 0);
    }
    return source == 2
        ? ToldAircraft.state(Fix.Source.MLAT, 0)
        : ToldAircraft.state(Fix.Source.REBROADCAST, UNKNOWN_SIGMA_METRES);
  }
}
