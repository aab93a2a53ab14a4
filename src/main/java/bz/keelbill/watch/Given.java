package bz.keelbill.watch;

import bz.keelbill.detect.AircraftRegister;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.Listing;
import bz.keelbill.detect.WatchIndex;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Port;
import bz.keelbill.plan.Aerodromes;
import bz.keelbill.rule.Rules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is given to a Watch and is no memory of its own: its configuration, and what orders put in
 * force. A checkpoint leaves it out, or keeps but its name; the next Watch has been given the same
 * before it remembers. One Watch, its thread.
 */
public final class Given {
  private static final Set<Class<?>> LEFT_OUT =
      Set.of(
          Setup.class,
          Geography.class,
          Coast.class,
          Harbours.class,
          AircraftRegister.class,
          Rules.class,
          KnownGood.class,
          WatchIndex.class,
          Listing.class,
          ListBook.class,
          Judge.class,
          SecondOpinion.class,
          Orders.class);

  private static final String FENCES = "fences ";
  private static final String FENCE = "fence ";
  private static final String PORT = "port ";
  private static final String AERODROMES = "aerodromes";

  private final Watch watch;
  private final FenceMap fences;
  private final String fencesName;
  private final Aerodromes aerodromes;
  private Map<String, Port> ports;

  /** To a watch, as things stand. */
  public Given(Watch watch) {
    this.watch = watch;
    fences = watch.fences();
    aerodromes = Aerodromes.of(watch.setup().geography().aerodromes());
    fencesName = FENCES + Integer.toHexString(fingerprint(fences));
  }

  private static int fingerprint(FenceMap fences) {
    int all = 1;
    for (Fence fence : fences.fences()) {
      // Hash codes of constants differ from run to run, their names do not.
      String told =
          fence.id()
              + fence.label()
              + fence.scope()
              + fence.band()
              + fence.hours()
              + fence.limits()
              + fence.around();
      all = 31 * (31 * all + told.hashCode()) + fence.area().geometry().hashCode();
    }
    return all;
  }

  /** Whether objects of a class are left out. */
  public static boolean isLeftOut(Class<?> type) {
    return LEFT_OUT.contains(type);
  }

  /** Whether objects of a class are kept by name. */
  public static boolean isNamed(Class<?> type) {
    return type == FenceMap.class
        || type == Fence.class
        || type == Port.class
        || Aerodromes.class.isAssignableFrom(type);
  }

  /** The name of what {@link #isNamed}; null for fences that are no longer in force. */
  public String nameOf(Object object) {
    if (object instanceof FenceMap map) {
      return map == fences ? fencesName : null;
    } else if (object instanceof Fence fence) {
      return FENCE + fence.id();
    } else if (object instanceof Aerodromes) {
      return AERODROMES;
    }
    return PORT + ((Port) object).place().id();
  }

  /**
   * What has a name here; null for other fences than these.
   *
   * @throws IllegalArgumentException if there is no such thing any more
   */
  public Object named(String name) {
    if (name.startsWith(FENCES)) {
      return name.equals(fencesName) ? fences : null;
    } else if (name.equals(AERODROMES)) {
      return aerodromes;
    }
    Object found =
        name.startsWith(FENCE) ? fences.find(name.substring(FENCE.length())) : port(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no longer a " + name);
    }
    return found;
  }

  private Port port(String name) {
    if (ports == null) {
      ports = new HashMap<>();
      Harbours harbours = watch.setup().geography().harbours();
      harbours.ports().forEach(port -> ports.putIfAbsent(PORT + port.place().id(), port));
    }
    return ports.get(name);
  }

  /** What the memory of a watch depends on: two watches with the same understand each other. */
  public String conditions() {
    Setup setup = watch.setup();
    return setup.stations().positions() + " " + setup.stations().sensors() + " " + setup.feeds();
  }
}
