package bz.keelbill.json;

import static bz.keelbill.json.ToldAircraft.LEAST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET;
import static bz.keelbill.json.ToldAircraft.MOST_FEET_PER_MINUTE;
import static bz.keelbill.json.ToldAircraft.MOST_KNOTS;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One point of a trace that readsb has kept of one aircraft: {@code [seconds, lat, lon, altitude,
 * speed, track, flags, rate, details, source, ...]}; the last may be missing.
 */
final class TracePoint {
  private static final int LATITUDE = 1;
  private static final int LONGITUDE = 2;
  private static final int ALTITUDE = 3;
  private static final int SPEED = 4;
  private static final int TRACK = 5;
  private static final int FLAGS = 6;
  private static final int RATE = 7;
  private static final int DETAILS = 8;
  private static final int SOURCE = 9;
  private static final int GEOMETRIC = 10;

  private static final int GEOMETRIC_ALTITUDE = 8;

  private final JsonNode from;
  private final FieldReading reading;

  TracePoint(JsonNode from, FieldReading reading) {
    this.from = from;
    this.reading = reading;
  }

  /** What it says, its time being that of the document. */
  ToldAircraft read(ContactId.Icao24 contact, JsonNode trace) {
    ToldAircraft details = new ReadsbAircraft(from.path(DETAILS), reading).read(contact);
    double latitude = reading.number(from.path(LATITUDE), -90, 90);
    double longitude = reading.number(from.path(LONGITUDE), -180, 180);
    ToldAircraft.Names names = details.names();
    String registration = reading.mark(trace.path("r"));
    boolean onGround = "ground".equals(from.path(ALTITUDE).textValue());
    return new ToldAircraft(
        contact,
        new ToldAircraft.Names(
            names.callsign(),
            names.squawk(),
            names.emergency(),
            registration == null ? names.registration() : registration,
            reading.mark(trace.path("t")),
            names.category()),
        ToldAircraft.place(latitude, longitude),
        0,
        0,
        motion(onGround),
        height(onGround),
        state(details));
  }

  /** On the ground the track is the heading. */
  private Fix.Motion motion(boolean onGround) {
    double speed = reading.number(from.path(SPEED), 0, MOST_KNOTS);
    double track = reading.degrees(from.path(TRACK));
    double unknown = Double.NaN;
    return new Fix.Motion(speed, onGround ? unknown : track, onGround ? track : unknown);
  }

  private Fix.Height height(boolean onGround) {
    double told =
        onGround ? Double.NaN : reading.number(from.path(ALTITUDE), LEAST_FEET, MOST_FEET);
    double geometric = reading.number(from.path(GEOMETRIC), LEAST_FEET, MOST_FEET);
    boolean isTold = !Double.isNaN(told);
    boolean isGeometric =
        isTold
            ? (from.path(FLAGS).asInt() & GEOMETRIC_ALTITUDE) != 0
            : !onGround && !Double.isNaN(geometric);
    double rate = reading.number(from.path(RATE), -MOST_FEET_PER_MINUTE, MOST_FEET_PER_MINUTE);
    Boolean ground = onGround ? Boolean.TRUE : isTold ? Boolean.FALSE : null;
    return new Fix.Height(isTold || !isGeometric ? told : geometric, isGeometric, rate, ground);
  }

  private Fix.State state(ToldAircraft details) {
    String word = reading.text(from.path(SOURCE));
    Fix.Source source = word == null ? details.state().source() : ReadsbAircraft.ofType(word);
    return ToldAircraft.state(source, details.state().accuracy().worstMetres());
  }
}
