package bz.keelbill.detect;

import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Port;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why a vessel bound for a port of Belize is worth a second look though nobody lists it. */
public final class OddVisitor {
  /** Its last port is one that somebody asked to be told of. */
  public static final String PORT_OF_CONCERN = "port-of-concern";

  /** An alert about its identity is open. */
  public static final String IDENTITY = "identity-conflict";

  private OddVisitor() {}

  /** The reasons; empty if there are none. For a vessel that is bound for Belize. */
  public static List<String> reasons(Track track, Scene scene) {
    List<String> reasons = new ArrayList<>(0);
    if (portOfConcern(track, scene) != null) {
      reasons.add(PORT_OF_CONCERN);
    }
    if (scene.isOpen(IDENTITY, track) && scene.isOpen(track)) {
      reasons.add(IDENTITY);
    }
    return reasons;
  }

  /** The port of concern that it left last, or says that it comes from; null if it is none. */
  static Port portOfConcern(Track track, Scene scene) {
    List<String> names = scene.watchList().portsOfConcern();
    if (names.isEmpty()) {
      return null;
    }
    Port seen = scene.lastPort(track);
    Port last = seen == null ? scene.destination(track).from() : seen;
    return last != null && names.stream().anyMatch(name -> means(name, last, scene)) ? last : null;
  }

  /** Piers of one town are one port. */
  private static boolean means(String name, Port port, Scene scene) {
    Harbours harbours = scene.geography().harbours();
    Port named = harbours.named(name);
    return named != null
        && (named.equals(port)
            || named.unlocode() != null && Objects.equals(named.unlocode(), port.unlocode()));
  }
}
