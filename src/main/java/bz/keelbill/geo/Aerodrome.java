package bz.keelbill.geo;

/**
 * A known place where aircraft land.
 *
 * @param id unique in its layer
 * @param indicator ICAO location indicator, or null
 * @param name as the layer writes it
 * @param country ISO 3166 two letters, or null
 * @param position the reference point
 * @param elevationFeet above mean sea level; NaN unknown
 * @param runwayMetres length of the longest runway; NaN unknown
 * @param open false when marked closed
 * @param heliport whether only helicopters use it
 */
public record Aerodrome(
    String id,
    String indicator,
    String name,
    String country,
    Position position,
    double elevationFeet,
    double runwayMetres,
    boolean open,
    boolean heliport) {}
