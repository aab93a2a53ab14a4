package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All AIS: who sends in a second, and which stations hear it; near ones hear the same message. */
final class AisNetwork implements Sensor {
  private final long seed;
  private final List<AisReceiver> receivers = new ArrayList<>();
  private final Map<String, Transponder> transponders = new HashMap<>();
  private boolean channelB;

  AisNetwork(World world) {
    this.seed = world.seed();
    for (Station station : world.stations(Station.AIS)) {
      receivers.add(new AisReceiver(station, world.faults(), Chance.of(seed, station.id())));
    }
  }

  @Override
  public void listen(long atMillis, List<Craft> craft, Outbox out) {
    for (Craft one : craft) {
      if (!(one.papers() instanceof Papers.Vessel)) {
        continue;
      }
      Transponder transponder = transponders.computeIfAbsent(one.id(), id -> fit(one));
      for (AisBits message : transponder.send(atMillis)) {
        channelB = !channelB;
        if (isHeard(one, message, atMillis, out)) {
          one.tidings().heard(message);
        }
      }
      if (one.hasLeft()) {
        transponders.remove(one.id());
      }
    }
  }

  private boolean isHeard(Craft from, AisBits message, long atMillis, Outbox out) {
    List<AisReceiver> by = new ArrayList<>();
    for (AisReceiver receiver : receivers) {
      if (receiver.hear(from, message, channelB ? 'B' : 'A', atMillis, out)) {
        by.add(receiver);
      }
    }
    if (by.size() > 1) {
      by.forEach(receiver -> receiver.shared(atMillis));
    }
    return !by.isEmpty();
  }

  private Transponder fit(Craft craft) {
    return new Transponder(craft, Chance.of(seed, "transponder " + craft.id()));
  }
}
