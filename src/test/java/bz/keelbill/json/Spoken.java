package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.StationClock;
import bz.keelbill.report.VesselIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a decoder says, in words that a table can hold. */
final class Spoken implements Decoder.Output {
  /** When the lines of the tables arrive. */
  static final long NOW = Instant.parse("2026-11-25T10:01:00Z").toEpochMilli();

  final List<String> words = new ArrayList<>();

  static List<String> of(Decoder decoder, byte[]... lines) {
    Spoken spoken = new Spoken();
    for (byte[] line : lines) {
      decoder.decode(new Line("feed", 1, NOW, line), spoken);
    }
    return spoken.words;
  }

  @Override
  public void reject(Reject reject) {
    words.add(reject.reason().word());
  }

  @Override
  public void report(Report report) {
    if (report.contact() instanceof ContactId.Icao24) {
      words.add(flight(report));
      return;
    }
    int mmsi = ((ContactId.Mmsi) report.contact()).number();
    words.add(
        switch (report.kind()) {
          case FIX -> "fix " + mmsi + " " + fix((Fix) report);
          case VESSEL_IDENTITY -> "identity " + mmsi + " " + identity((VesselIdentity) report);
          case STATION_CLOCK -> "clock " + mmsi + " " + clock((StationClock) report);
          case SAFETY_TEXT -> "text " + mmsi + " " + text((SafetyText) report);
          case FLIGHT_IDENTITY, CONTACT_LOST, PLAN_MESSAGE, GLIMPSE, OWN_FORCE -> report.toString();
        });
  }

  private static String fix(Fix fix) {
    return "%s %s sog %s cog %s heading %s status %s sigma %s at %s clock %s"
        .formatted(
            fix.state().source(),
            place(fix.position()),
            fix.motion().speedKnots(),
            fix.motion().courseDegrees(),
            fix.motion().headingDegrees(),
            fix.state().navigationStatus(),
            fix.state().accuracy().worstMetres(),
            Instant.ofEpochMilli(fix.atMillis()),
            fix.origin().stationAtMillis() == null
                ? "none"
                : Instant.ofEpochMilli(fix.origin().stationAtMillis()));
  }

  private static String flight(Report report) {
    String name = report.contact().name() + " ";
    return report instanceof Fix fix ? name + flight(fix) : name + flight((FlightIdentity) report);
  }

  private static String flight(Fix fix) {
    Fix.Height height = fix.height();
    return "%s %s %.0f%s rate %.0f ground %s speed %.2f track %.2f heading %.2f sigma %.0f at %s%s"
        .formatted(
            fix.state().source(),
            place(fix.position()),
            height.altitudeFeet(),
            height.geometric() ? " geometric" : "",
            height.verticalRateFeetPerMinute(),
            height.onGround(),
            fix.motion().speedKnots(),
            fix.motion().courseDegrees(),
            fix.motion().headingDegrees(),
            fix.state().accuracy().worstMetres(),
            Instant.ofEpochMilli(fix.atMillis()),
            fix.origin().stationAtMillis() == null
                ? ""
                : " clock " + Instant.ofEpochMilli(fix.origin().stationAtMillis()));
  }

  private static String flight(FlightIdentity identity) {
    return "is %s squawk %s emergency %s mark %s type %s ground %s at %s"
        .formatted(
            identity.callsign(),
            identity.squawk(),
            identity.emergency(),
            identity.registration(),
            identity.typeDesignator(),
            identity.onGround(),
            Instant.ofEpochMilli(identity.origin().eventAtMillis()));
  }

  private static String place(Position position) {
    return position == null ? "nowhere" : position.latitude() + " " + position.longitude();
  }

  private static String identity(VesselIdentity identity) {
    return "name %s callsign %s imo %s type %s hull %s voyage %s%s%s"
        .formatted(
            identity.name(),
            identity.callsign(),
            identity.imoNumber(),
            identity.shipType(),
            hull(identity.hull()),
            voyage(identity.voyage()),
            identity.parentMmsi() == null ? "" : " parent " + identity.parentMmsi(),
            identity.aid() == null ? "" : " " + identity.aid());
  }

  private static String hull(VesselIdentity.Hull hull) {
    return hull == null
        ? "none"
        : "%d %d %d %d"
            .formatted(
                hull.bowMetres(), hull.sternMetres(), hull.portMetres(), hull.starboardMetres());
  }

  private static String voyage(VesselIdentity.Voyage voyage) {
    return voyage == null
        ? "none"
        : "%s %s %s-%s %s:%s"
            .formatted(
                voyage.destination(),
                voyage.draughtMetres(),
                voyage.etaMonth(),
                voyage.etaDay(),
                voyage.etaHour(),
                voyage.etaMinute());
  }

  private static String clock(StationClock clock) {
    return Instant.ofEpochMilli(clock.clockMillis()) + " " + place(clock.position());
  }

  private static String text(SafetyText text) {
    return text.text() + " to " + text.addressedTo();
  }
}
