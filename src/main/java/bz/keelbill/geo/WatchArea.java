package bz.keelbill.geo;

/**
 * Where the press or experience has told of smuggling: a stretch of road, a group of farm strips, a
 * shore. A rough box, good to some kilometres.
 *
 * @param id unique in its layer
 * @param name as its layer writes it
 * @param byAir whether aircraft have come down there; else it is the boats' side
 * @param area where
 */
public record WatchArea(String id, String name, boolean byAir, Area area) {}
