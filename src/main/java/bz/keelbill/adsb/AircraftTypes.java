package bz.keelbill.adsb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ICAO type designators (Doc 8643) stand for, as far as a table knows them. Immutable. */
public final class AircraftTypes {
  /** Knows none. */
  public static final AircraftTypes NONE = of(List.of());

  private final Map<String, Type> byDesignator;

  /**
   * One type.
   *
   * @param designator two to four letters and digits, as {@code C208}
   * @param name maker and model
   * @param sort its class
   * @param cruiseKnots usual speed; NaN unknown
   */
  public record Type(String designator, String name, AircraftClass sort, double cruiseKnots) {}

  private AircraftTypes(Map<String, Type> byDesignator) {
    this.byDesignator = byDesignator;
  }

  /**
   * A table.
   *
   * @throws IllegalArgumentException naming a designator that stands there twice
   */
  public static AircraftTypes of(List<Type> types) {
    Map<String, Type> byDesignator = new HashMap<>();
    for (Type type : types) {
      if (byDesignator.put(type.designator(), type) != null) {
        throw new IllegalArgumentException(type.designator() + " stands there twice");
      }
    }
    return new AircraftTypes(byDesignator);
  }

  /** The type of a designator, or null if it is not known. */
  public Type of(String designatorOrNull) {
    return designatorOrNull == null ? null : byDesignator.get(designatorOrNull);
  }
}
