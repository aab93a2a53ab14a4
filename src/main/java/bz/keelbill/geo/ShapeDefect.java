package bz.keelbill.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Why a shape is not valid, and where.
 *
 * @param reason in an operator's words
 * @param at where the shape is wrong, or null if it is wrong as a whole
 */
public record ShapeDefect(String reason, Position at) {

  /** The first defect of a shape in degrees, longitude as x; null if it has none. */
  public static ShapeDefect find(Geometry shape) {
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    return error == null ? null : new ShapeDefect(words(error), place(error.getCoordinate()));
  }

  private static Position place(Coordinate at) {
    return at == null || !Position.isValid(at.y, at.x) ? null : new Position(at.y, at.x);
  }

  private static String words(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION -> "the outline crosses itself";
      case TopologyValidationError.RING_SELF_INTERSECTION -> "the outline touches itself";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside its outline";
      case TopologyValidationError.NESTED_HOLES -> "a hole lies in another hole";
      case TopologyValidationError.NESTED_SHELLS -> "a part lies in another part";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "holes cut the area apart";
      case TopologyValidationError.DUPLICATE_RINGS -> "two outlines are the same";
      case TopologyValidationError.TOO_FEW_POINTS -> "it has too few different corners";
      default -> "the shape is not valid (" + error.getMessage() + ")";
    };
  }
}
