package bz.keelbill.json;

import static bz.keelbill.json.ToldAircraft.LEAST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET_PER_MINUTE;
import static bz.keelbill.json.ToldAircraft.MOST_KNOTS;

import bz.keelbill.adsb.Registration;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One aircraft as readsb, dump1090 and the v2 services write it; the older dump1090 has other words
 * for height, speed and rate.
 *
 * <p>{@code rr_lat} and {@code rr_lon}, where a receiver is thought to stand, and {@code
 * calc_track}, a guess, are never read.
 */
final class ReadsbAircraft {
  /** More is no age but another clock. */
  private static final double MOST_AGE_SECONDS = 10 * 86_400;

  /** The containment radius is passed once in some ten million hours: five standard deviations. */
  private static final double SIGMAS_OF_CONTAINMENT = 5;

  /** NIC 1, 20 nautical miles; 0 stands for unknown. */
  private static final double MOST_CONTAINMENT_METRES = 40_000;

  /** Of a position whose integrity is unknown. */
  private static final double UNKNOWN_SIGMA_METRES = 500;

  /** Of a position told after the aircraft has lost its satellites: it may drift, or be led. */
  private static final double LOST_GPS_SIGMA_METRES = 5_000;

  private static final Map<String, Emergency> EMERGENCIES =
      Map.of(
          "none", Emergency.NONE,
          "general", Emergency.GENERAL,
          "lifeguard", Emergency.LIFEGUARD,
          "minfuel", Emergency.MINIMUM_FUEL,
          "nordo", Emergency.NO_RADIO,
          "unlawful", Emergency.UNLAWFUL,
          "downed", Emergency.DOWNED);

  private final JsonNode from;
  private final FieldReading reading;

  ReadsbAircraft(JsonNode from, FieldReading reading) {
    this.from = from;
    this.reading = reading;
  }

  /** What it says, or null if nobody knows of whom. */
  ToldAircraft read() {
    ContactId.Icao24 contact = reading.address(from.path("hex"));
    return contact == null ? null : read(contact);
  }

  /** What the rest says of an aircraft that is known. */
  ToldAircraft read(ContactId.Icao24 contact) {
    long heard = reading.ageMillis(from.path("seen"), 0, MOST_AGE_SECONDS);
    JsonNode last = from.path("lastPosition");
    boolean isLast = FieldReading.isAbsent(from.path("lat")) && last.isObject();
    JsonNode placed = isLast ? last : from;
    long age = reading.ageMillis(placed.path("seen_pos"), heard, MOST_AGE_SECONDS);
    Position position = position(placed);
    return new ToldAircraft(
        contact,
        names(contact),
        age <= ToldAircraft.OLD_MILLIS ? position : null,
        age,
        heard,
        motion(),
        height(),
        ToldAircraft.state(source(), sigmaMetres(placed)));
  }

  private Position position(JsonNode placed) {
    double latitude = reading.number(placed.path("lat"), -90, 90);
    double longitude = reading.number(placed.path("lon"), -180, 180);
    return ToldAircraft.place(latitude, longitude);
  }

  private ToldAircraft.Names names(ContactId.Icao24 contact) {
    String squawk = reading.squawk(from.path("squawk"));
    String registration = reading.mark(from.path("r"));
    boolean isComputed = registration == null && contact.assigned();
    return new ToldAircraft.Names(
        reading.callsign(from.path("flight")),
        squawk,
        emergency(squawk),
        isComputed ? Registration.ofAddress(contact.address()) : registration,
        reading.mark(from.path("t")),
        category(from.path("category").textValue()));
  }

  /** A letter and a digit; whatever else stands there says nothing. */
  private static String category(String text) {
    boolean isOne =
        text != null
            && text.length() == 2
            && text.charAt(0) >= 'A'
            && text.charAt(0) <= 'D'
            && text.charAt(1) >= '0'
            && text.charAt(1) <= '7';
    return isOne ? text : null;
  }

  /**
   * The declared emergency. A word that says what the squawk beside it says may come from the
   * squawk alone, and that counts when it was heard twice: it is left to whoever counts squawks.
   */
  private Emergency emergency(String squawk) {
    String word = reading.text(from.path("emergency"));
    if (word == null || word.equals("reserved")) {
      return null;
    }
    Emergency emergency = EMERGENCIES.get(word);
    if (emergency == null) {
      reading.faults().add(Reject.Reason.OUT_OF_RANGE);
    }
    return emergency != Emergency.NONE && emergency == ofSquawk(squawk) ? null : emergency;
  }

  private static Emergency ofSquawk(String squawk) {
    return switch (squawk == null ? "" : squawk) {
      case "7500" -> Emergency.UNLAWFUL;
      case "7600" -> Emergency.NO_RADIO;
      case "7700" -> Emergency.GENERAL;
      default -> Emergency.NONE;
    };
  }

  private Fix.Motion motion() {
    return new Fix.Motion(
        reading.number(first("gs", "speed"), 0, MOST_KNOTS),
        reading.degrees(from.path("track")),
        reading.degrees(from.path("true_heading")));
  }

  private Fix.Height height() {
    JsonNode pressure = first("alt_baro", "altitude");
    boolean onGround = "ground".equals(pressure.textValue());
    double feet = onGround ? Double.NaN : reading.number(pressure, LEAST_FEET, MOST_FEET);
    double geometric = reading.number(from.path("alt_geom"), LEAST_FEET, MOST_FEET);
    boolean isGeometric = !onGround && Double.isNaN(feet) && !Double.isNaN(geometric);
    double rate =
        reading.number(
            first("baro_rate", "geom_rate", "vert_rate"),
            -MOST_FEET_PER_MINUTE,
            MOST_FEET_PER_MINUTE);
    Boolean ground = onGround ? Boolean.TRUE : Double.isNaN(feet) ? null : Boolean.FALSE;
    return new Fix.Height(isGeometric ? geometric : feet, isGeometric, rate, ground);
  }

  private JsonNode first(String... names) {
    for (String name : names) {
      if (!FieldReading.isAbsent(from.path(name))) {
        return from.path(name);
      }
    }
    return from.path(names[0]);
  }

  private Fix.Source source() {
    if (lists("mlat", "lat")) {
      return Fix.Source.MLAT;
    }
    return lists("tisb", "lat") ? Fix.Source.REBROADCAST : ofType(reading.text(from.path("type")));
  }

  /** A satellite that listens in (adsc) passes on what the aircraft measured itself. */
  static Fix.Source ofType(String type) {
    if (type == null) {
      return Fix.Source.ADSB;
    }
    if (type.equals("mlat")) {
      return Fix.Source.MLAT;
    }
    boolean isAgain = type.startsWith("tisb") || type.startsWith("adsr");
    return isAgain ? Fix.Source.REBROADCAST : Fix.Source.ADSB;
  }

  private boolean lists(String name, String wanted) {
    for (JsonNode field : from.path(name)) {
      if (wanted.equals(field.textValue())) {
        return true;
      }
    }
    return false;
  }

  private double sigmaMetres(JsonNode placed) {
    double radius = reading.number(placed.path("rc"), 0, MOST_CONTAINMENT_METRES);
    double sigma = radius == 0 ? UNKNOWN_SIGMA_METRES : radius / SIGMAS_OF_CONTAINMENT;
    return from.has("gpsOkBefore") ? Math.max(LOST_GPS_SIGMA_METRES, zero(sigma)) : sigma;
  }

  private static double zero(double unknown) {
    return Double.isNaN(unknown) ? 0 : unknown;
  }
}
