package bz.keelbill.record;

import java.util.List;

/**
 * One page of tracks.
 *
 * @param tracks by name
 * @param next the name after which the next page begins; null if this is the last one
 * @param problems what could not be read, a sentence each
 */
public record TracksFound(List<FoundTrack> tracks, String next, List<String> problems) {}
