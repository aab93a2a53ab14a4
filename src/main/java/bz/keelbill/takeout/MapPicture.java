package bz.keelbill.takeout;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A map on a page: land and the sea's border from the geodata, and what is drawn over them. */
final class MapPicture {
  private static final double LEAST_MILES = 10;
  private static final double MOST_MILES = 120;
  private static final int MOST_NAMES = 15;

  private final PdfPages pages;
  private final double x;
  private final double y;
  private final double width;
  private final double height;
  private final Position middle;
  private final double pointsPerMetre;

  /**
   * A map at a place of the page that shows some positions.
   *
   * @param shown at least one
   */
  MapPicture(PdfPages pages, double[] frame, List<Position> shown) {
    this.pages = pages;
    x = frame[0];
    y = frame[1];
    width = frame[2];
    height = frame[3];
    Envelope box = new Envelope();
    shown.forEach(each -> box.expandToInclude(each.longitude(), each.latitude()));
    middle = new Position(box.centre().y, box.centre().x);
    double high = box.getHeight() * Geodesy.metresPerDegreeLatitude(middle.latitude());
    double wide = box.getWidth() * Geodesy.metresPerDegreeLongitude(middle.latitude());
    double need = Math.max(high * 1.2 / height, wide * 1.2 / width) * height;
    double least = Units.nauticalMilesToMetres(2 * LEAST_MILES);
    double most = Units.nauticalMilesToMetres(2 * MOST_MILES);
    pointsPerMetre = height / Math.min(most, Math.max(least, need));
  }

  /** Begins it with what is always there. */
  void begin(Geography earth) {
    pages.within(x, y, width, height);
    pages.pen(0.81, 0.89, 0.93, 0);
    pages.box(x, y, width, height, true);
    pages.pen(0.91, 0.88, 0.77, 0);
    shape(cut(earth.coast().land().geometry()), true);
    pages.pen(0.35, 0.39, 0.41, 0.5);
    shape(cut(earth.coast().land().geometry()), false);
    pages.pen(0.6, 0.6, 0.8, 0.5);
    shape(cut(earth.territorialSea().geometry()), false);
    pages.pen(0.35, 0.39, 0.41, 0.5);
    earth.places().stream()
        .filter(place -> isShown(place.position()))
        .limit(MOST_NAMES)
        .forEach(
            place ->
                pages.text(
                    east(place.position()), north(place.position()), 7, false, place.name()));
  }

  private boolean isShown(Position at) {
    return Math.abs(east(at) - x - width / 2) < width / 2
        && Math.abs(north(at) - y - height / 2) < height / 2;
  }

  private Geometry cut(Geometry shape) {
    double high = height / pointsPerMetre / Geodesy.metresPerDegreeLatitude(middle.latitude());
    double wide = width / pointsPerMetre / Geodesy.metresPerDegreeLongitude(middle.latitude());
    Envelope box = new Envelope(new Coordinate(middle.longitude(), middle.latitude()));
    // A little more than is shown: the cut itself is no coast.
    box.expandBy(wide, high);
    return shape.intersection(new GeometryFactory().toGeometry(box));
  }

  /** An area's outline in a colour. */
  void fence(Geometry area) {
    pages.pen(0.42, 0.24, 0.6, 1.5);
    shape(cut(area), false);
  }

  /** The way of a craft. */
  void way(List<Position> fixes, boolean main) {
    pages.pen(main ? 0.77 : 0, main ? 0.09 : 0.37, main ? 0.11 : 0.53, 1);
    for (int i = 0; i < fixes.size(); i++) {
      if (i == 0) {
        pages.moveTo(east(fixes.get(i)), north(fixes.get(i)));
      } else {
        pages.lineTo(east(fixes.get(i)), north(fixes.get(i)));
      }
    }
    pages.stroke();
  }

  /** A cross with a word beside it. */
  void mark(Position at, String word) {
    double left = east(at);
    double up = north(at);
    pages.pen(0, 0, 0, 1.2);
    pages.moveTo(left - 6, up);
    pages.lineTo(left + 6, up);
    pages.moveTo(left, up - 6);
    pages.lineTo(left, up + 6);
    pages.stroke();
    pages.text(left + 7, up + 3, 8, true, word);
  }

  /** A small square: a report that decided. */
  void point(Position at) {
    pages.pen(0, 0, 0, 0.6);
    pages.box(east(at) - 2, north(at) - 2, 4, 4, false);
  }

  /** Ends it with its frame, a scale and where its middle is. */
  void end() {
    double miles = 1;
    while (Units.nauticalMilesToMetres(miles) * pointsPerMetre < 50) {
      miles *= 2;
    }
    double length = Units.nauticalMilesToMetres(miles) * pointsPerMetre;
    pages.pen(0, 0, 0, 1.5);
    pages.moveTo(x + 10, y + 10);
    pages.lineTo(x + 10 + length, y + 10);
    pages.stroke();
    pages.text(x + 10, y + 14, 8, false, String.format(Locale.ROOT, "%.0f nm", miles));
    pages.everywhere();
    pages.pen(0, 0, 0, 0.8);
    pages.box(x, y, width, height, false);
    pages.text(x, y - 11, 8, false, "North is up; the middle is " + words(middle));
  }

  static String words(Position at) {
    return String.format(
        Locale.ROOT,
        "%s %s",
        minutes(at.latitude(), 'N', 'S', 2),
        minutes(at.longitude(), 'E', 'W', 3));
  }

  private static String minutes(double degrees, char positive, char negative, int digits) {
    long hundredths = Math.round(Math.abs(degrees) * 6_000);
    return String.format(
        Locale.ROOT,
        "%0" + digits + "d\u00b0%05.2f'%s",
        hundredths / 6_000,
        hundredths % 6_000 / 100.0,
        degrees < 0 ? negative : positive);
  }

  private void shape(Geometry shape, boolean filled) {
    boolean any = false;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        outline(polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          outline(polygon.getInteriorRingN(hole).getCoordinates());
        }
        any = true;
      }
    }
    if (any && filled) {
      pages.fill();
    } else if (any) {
      pages.stroke();
    }
  }

  private void outline(Coordinate[] ring) {
    for (int i = 0; i < ring.length; i++) {
      Position at = new Position(ring[i].y, ring[i].x);
      if (i == 0) {
        pages.moveTo(east(at), north(at));
      } else {
        pages.lineTo(east(at), north(at));
      }
    }
  }

  private double east(Position at) {
    double metres =
        (at.longitude() - middle.longitude()) * Geodesy.metresPerDegreeLongitude(middle.latitude());
    return x + width / 2 + metres * pointsPerMetre;
  }

  private double north(Position at) {
    double metres =
        (at.latitude() - middle.latitude()) * Geodesy.metresPerDegreeLatitude(middle.latitude());
    return y + height / 2 + metres * pointsPerMetre;
  }
}
