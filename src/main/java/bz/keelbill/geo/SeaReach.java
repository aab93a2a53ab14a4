package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The waters that a craft can get to: as far as its way leads around headlands and cayes, and never
 * over land.
 *
 * <p>Everything that can be got to lies in it. Behind land it is up to 3 % and some cells too wide.
 * A cell is about a two-hundredth of the way wide, 50 m at least; land narrower than a cell parts
 * waters, but does not make the way around it count. Stateless; any thread.
 */
public final class SeaReach {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int CELLS = 200;
  private static final double SMALLEST_CELL_METRES = 50;
  private static final int SPARE_CELLS = 2;

  private SeaReach() {}

  /**
   * The waters within reach.
   *
   * @param from about where the way begins
   * @param errorMetres how far from there it may begin
   * @param wayMetres how long the way may be
   * @param bound where the craft could be if there were no land
   * @return empty if there is no water within the error of where the way begins
   */
  public static Area within(
      Coast coast, Position from, double errorMetres, double wayMetres, Area bound) {
    double cell = cellMetres(errorMetres + wayMetres);
    int half = (int) Math.ceil((errorMetres + wayMetres) / cell);
    half += SPARE_CELLS + SeaWays.MARGIN;
    SeaGrid grid = new SeaGrid(coast, from, cell, half);
    boolean[] reached = SeaWays.within(grid, errorMetres, wayMetres + SPARE_CELLS * cell);
    Geometry waters = overlay(bound.geometry(), Outline.of(grid, reached), OverlayNG.INTERSECTION);
    waters = overlay(waters, coast.land().geometry(), OverlayNG.DIFFERENCE);
    return Area.of(partsNear(from, errorMetres, waters));
  }

  /** From a fixed ladder, so that the cells of one minute are mostly those of the next. */
  private static double cellMetres(double metres) {
    double cell = SMALLEST_CELL_METRES;
    while (metres / cell > CELLS) {
      cell *= 2;
    }
    return cell;
  }

  private static Geometry overlay(Geometry one, Geometry other, int how) {
    return OverlayNGRobust.overlay(one, other, how);
  }

  /** Water that land parts from where the way begins has not been got to. */
  private static Geometry partsNear(Position start, double metres, Geometry waters) {
    double north = metres / Geodesy.metresPerDegreeLatitude(start.latitude());
    double east = metres / Geodesy.metresPerDegreeLongitude(start.latitude());
    Envelope box = new Envelope();
    box.expandToInclude(start.longitude() - east, start.latitude() - north);
    box.expandToInclude(start.longitude() + east, start.latitude() + north);
    Geometry near = SHAPES.toGeometry(box);
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < waters.getNumGeometries(); i++) {
      if (waters.getGeometryN(i) instanceof Polygon part && near.intersects(part)) {
        parts.add(part);
      }
    }
    return SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
  }
}
