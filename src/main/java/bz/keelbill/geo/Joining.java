package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Joins polygons that touch or overlap. Those that stand alone, nearly all islands, stay as they
 * are: to find them takes a fraction of what joining takes.
 */
final class Joining {
  private Joining() {}

  /** Polygons that cover the same as these and touch nowhere. */
  static List<Polygon> of(List<Polygon> polygons) {
    boolean[] touch = touching(polygons);
    List<Polygon> apart = new ArrayList<>();
    List<Geometry> together = new ArrayList<>();
    for (int i = 0; i < touch.length; i++) {
      if (touch[i]) {
        together.add(polygons.get(i));
      } else {
        apart.add(polygons.get(i));
      }
    }
    Geometry joined = OverlayNGRobust.union(together, new GeometryFactory());
    for (int i = 0; !together.isEmpty() && i < joined.getNumGeometries(); i++) {
      apart.add((Polygon) joined.getGeometryN(i));
    }
    return apart;
  }

  private static boolean[] touching(List<Polygon> polygons) {
    boolean[] touch = new boolean[polygons.size()];
    for (int i = 0; i < touch.length; i++) {
      PreparedGeometry one = null;
      for (int j = i + 1; j < touch.length; j++) {
        Polygon other = polygons.get(j);
        boolean mayTouch =
            polygons.get(i).getEnvelopeInternal().intersects(other.getEnvelopeInternal());
        if (mayTouch && !(touch[i] && touch[j])) {
          one = one == null ? PreparedGeometryFactory.prepare(polygons.get(i)) : one;
          boolean touches = one.intersects(other);
          touch[i] |= touches;
          touch[j] |= touches;
        }
      }
    }
    return touch;
  }
}
