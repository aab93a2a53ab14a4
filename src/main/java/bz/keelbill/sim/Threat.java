package bz.keelbill.sim;

import java.util.List;

/** Something that the watch ought to see: a labelled act with its actors. */
sealed interface Threat
    permits GoFastRun, //
        UnreportedFlight,
        RestrictedEntry,
        Diversion,
        SeaThreat,
        AirThreat {

  /** The word under which its kind is scored. */
  String family();

  /** The kinds of alert that count as having seen it. */
  List<String> expectedKinds();

  /** Who takes part. */
  List<Craft> actors();

  /**
   * Whether the pattern can now be told apart physically, whatever the sensors made of it; called
   * each second after the actors have lived it. The clock of "time to detect" starts when this is
   * first true.
   */
  boolean isPlain(long atMillis);

  /** What the keeper of a watch list has written of its actors, each an entry as YAML. */
  default List<String> listings() {
    return List.of();
  }

  /** Makes threats of one family. */
  interface Source {
    /**
     * A new threat.
     *
     * @param id of the threat; its actors' ids begin with it
     * @param near whether it begins close before it becomes plain, for a demonstration
     */
    Threat make(World world, Chance chance, String id, boolean near);
  }
}
