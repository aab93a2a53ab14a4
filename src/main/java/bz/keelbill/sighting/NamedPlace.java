package bz.keelbill.sighting;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A place as people name it.
 *
 * @param name as it is shown
 * @param aliases what else it is called
 * @param position its middle
 * @param errorMetres how far from there "at this place" may be
 */
public record NamedPlace(String name, List<String> aliases, Position position, double errorMetres) {
  /** Copies the list. */
  public NamedPlace {
    aliases = List.copyOf(aliases);
  }
}
