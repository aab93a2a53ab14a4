package bz.keelbill.geo;

/**
 * A named point: a port, dock, pass, light, town or dive site.
 *
 * @param id unique in its layer
 * @param name as its layer writes it
 * @param kind the layer's own word for it, such as {@code cargo}, {@code marina} or {@code PPL}
 * @param country ISO 3166 two letters, or null
 * @param position where
 */
public record Place(String id, String name, String kind, String country, Position position) {}
