package bz.keelbill.detect;

import bz.keelbill.ais.Country;
import bz.keelbill.fence.Occupancy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Attribute;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import bz.keelbill.track.Track;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What a condition may know of a craft and of the moment at which something was said of it. */
public final class CraftFacts implements Function<Attribute, Object> {
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Track track;
  private final Identity identity;
  private final VesselIdentity vessel;
  private final Finding finding;
  private final Scene scene;

  /** Of a track about which something was just said. */
  public CraftFacts(Track track, Finding finding, Scene scene) {
    this.track = track;
    this.identity = track.identity();
    this.vessel = identity.vessel();
    this.finding = finding;
    this.scene = scene;
  }

  /** The value of an attribute; null if it is not known. */
  @Override
  public Object apply(Attribute attribute) {
    return switch (attribute) {
      case KIND -> finding.kind();
      case PRIORITY -> finding.priority().word();
      case NAME -> identity.name();
      case MMSI -> identity.mmsi();
      case IMO -> vessel == null ? null : vessel.imoNumber();
      case CALLSIGN -> callsign();
      case FLAG -> identity.mmsi() == null ? null : Country.ofMmsi(identity.mmsi());
      case SHIP_TYPE -> identity.shipType() == null ? null : ShipSort.of(identity.shipType());
      case SHIP_TYPE_CODE -> identity.shipType();
      case LENGTH -> vessel == null || vessel.hull() == null ? null : vessel.hull().lengthMetres();
      case SPEED -> known(track.position() == null ? Double.NaN : track.speedKnots());
      case COURSE -> known(track.position() == null ? Double.NaN : track.courseDegrees());
      case ALTITUDE -> known(track.altitudeFeet());
      case HOUR -> local().getHour();
      case WEEKDAY ->
          local()
              .getDayOfWeek()
              .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
              .toLowerCase(Locale.ROOT);
      case NIGHT, LATITUDE, LONGITUDE, POSITION -> ofPlace(attribute);
      case FENCE -> fences();
      case IDENTIFIED -> identity.isCooperative();
      case DOMAIN -> track.domain() == Domain.AIR ? "air" : "sea";
      case OWN -> scene.ownForces().contains(identity, scene.nowMillis());
    };
  }

  private String callsign() {
    if (vessel != null && vessel.callsign() != null) {
      return vessel.callsign();
    }
    return identity.flight() == null ? identity.vmsMark() : identity.flight().callsign();
  }

  private Object ofPlace(Attribute attribute) {
    Position at = track.position();
    if (at == null) {
      return null;
    }
    return switch (attribute) {
      case NIGHT -> Sun.isNight(at.latitude(), at.longitude(), scene.nowMillis());
      case LATITUDE -> at.latitude();
      case LONGITUDE -> at.longitude();
      default -> FACTORY.createPoint(new Coordinate(at.longitude(), at.latitude()));
    };
  }

  private List<String> fences() {
    List<String> ids = new ArrayList<>();
    if (finding.subject().fence() != null) {
      ids.add(finding.subject().fence());
    }
    for (Occupancy.Stay stay : scene.occupancy(track).stays()) {
      if (stay.isOpen()) {
        ids.add(stay.fenceId());
      }
    }
    return ids;
  }

  private ZonedDateTime local() {
    return Instant.ofEpochMilli(scene.nowMillis()).atZone(BELIZE);
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
