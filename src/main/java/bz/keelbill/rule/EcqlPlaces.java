package bz.keelbill.rule;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.rule.Attribute.Type;
import bz.keelbill.rule.EcqlValues.Operand;
import java.util.function.Predicate;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Within;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The spatial comparisons of one condition. Shapes are in degrees, longitude first; the distances
 * of DWITHIN and BEYOND are on the earth, in the unit that is written.
 */
final class EcqlPlaces {
  private final EcqlValues values;

  EcqlPlaces(EcqlValues values) {
    this.values = values;
  }

  Clause clause(BinarySpatialOperator spatial) throws BadCondition {
    Operand place = values.operand(spatial.getExpression1());
    values.require(place, Type.PLACE);
    if (place.attribute() == null) {
      throw new BadCondition(1, "the position comes first, as INTERSECTS(position, POLYGON(...))");
    }
    if (spatial instanceof BBOX box) {
      return new Clause.Placed(place.value(), test(box));
    }
    Operand shape = values.operand(spatial.getExpression2());
    if (!(shape.constant() instanceof Geometry drawn)) {
      throw new BadCondition(
          values.column("position"), "position is compared with a shape, as POINT(-88.2 17.5)");
    }
    return new Clause.Placed(place.value(), test(spatial, drawn));
  }

  private static Predicate<Geometry> test(BBOX box) {
    Envelope bounds =
        new Envelope(
            box.getBounds().getMinX(),
            box.getBounds().getMaxX(),
            box.getBounds().getMinY(),
            box.getBounds().getMaxY());
    return point -> bounds.contains(point.getCoordinate());
  }

  private static Predicate<Geometry> test(BinarySpatialOperator spatial, Geometry drawn)
      throws BadCondition {
    PreparedGeometry shape = PreparedGeometryFactory.prepare(drawn);
    if (spatial instanceof Intersects || spatial instanceof Within) {
      return shape::intersects;
    }
    if (spatial instanceof Disjoint) {
      return shape::disjoint;
    }
    if (spatial instanceof DWithin || spatial instanceof Beyond) {
      double limit = metres((DistanceBufferOperator) spatial);
      boolean isWithin = spatial instanceof DWithin;
      return point -> metres(point, drawn) <= limit == isWithin;
    }
    throw new BadCondition(
        1, "places are compared by BBOX, INTERSECTS, WITHIN, DISJOINT, DWITHIN and BEYOND only");
  }

  private static double metres(DistanceBufferOperator operator) throws BadCondition {
    double perUnit =
        switch (operator.getDistanceUnits()) {
          case "feet" -> 0.3048;
          case "meters" -> 1;
          case "statute miles" -> 1609.344;
          case "nautical miles" -> 1852;
          case "kilometers" -> 1000;
          default -> throw new BadCondition(1, "there is no unit " + operator.getDistanceUnits());
        };
    return operator.getDistance() * perUnit;
  }

  private static double metres(Geometry point, Geometry drawn) {
    Coordinate[] nearest = DistanceOp.nearestPoints(drawn, point);
    return Geodesy.distanceMetres(nearest[0].y, nearest[0].x, nearest[1].y, nearest[1].x);
  }
}
