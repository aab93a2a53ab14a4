package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * What one craft's AIS set sends, at the intervals of its class (M.1371-5, annex 1, tables 1 and
 * 2); the slot in which it falls varies by a second or so.
 */
final class Transponder {
  private static final long STATIC_MILLIS = 360_000;
  private static final int MOORED = 5;
  private static final int AT_ANCHOR = 1;
  private static final int FISHING = 7;
  private static final int FISHING_VESSEL = 30;

  private final Craft craft;
  private final Papers.Vessel vessel;
  private final Chance chance;
  private long nextPosition = Long.MIN_VALUE;
  private long nextStatic = Long.MIN_VALUE;
  private long nextDetails = Long.MAX_VALUE;

  Transponder(Craft craft, Chance chance) {
    this.craft = craft;
    this.vessel = (Papers.Vessel) craft.papers();
    this.chance = chance;
  }

  /** The messages of this second; none while the craft is out of sight. */
  List<AisBits> send(long atMillis) {
    List<AisBits> messages = new ArrayList<>(2);
    if (craft.state() == null) {
      nextPosition = Long.MIN_VALUE;
      return messages;
    }
    if (atMillis >= nextPosition) {
      messages.add(position(atMillis));
      nextPosition = atMillis + intervalMillis() + slotMillis();
    }
    if (atMillis >= nextStatic) {
      identity(atMillis, messages);
    }
    if (atMillis >= nextDetails) {
      messages.add(AisMessages.detailsB(vessel));
      nextDetails = Long.MAX_VALUE;
    }
    return messages;
  }

  private AisBits position(long atMillis) {
    Craft.State state = craft.state();
    return switch (vessel.set()) {
      case CLASS_A -> AisMessages.positionA(vessel, state, status(state), atMillis);
      case CLASS_B -> AisMessages.positionB(vessel, state, atMillis);
      case BASE -> AisMessages.base(vessel, state.position(), atMillis);
      case AID -> AisMessages.aid(vessel, state.position(), atMillis);
    };
  }

  private void identity(long atMillis, List<AisBits> messages) {
    // The first comes soon after the first position, not with it.
    boolean first = nextStatic == Long.MIN_VALUE;
    nextStatic = atMillis + (first ? 5_000 + 1000L * chance.below(25) : STATIC_MILLIS);
    if (first) {
      return;
    }
    if (vessel.set() == Papers.Set.CLASS_A) {
      messages.add(AisMessages.voyageA(vessel, "BELIZE CITY", 4.5));
    } else if (vessel.set() == Papers.Set.CLASS_B) {
      messages.add(AisMessages.nameB(vessel));
      nextDetails = atMillis + 15_000;
    }
  }

  private int status(Craft.State state) {
    return switch (state.moor()) {
      case DOCK -> MOORED;
      case ANCHOR -> AT_ANCHOR;
      case NONE -> vessel.shipType() == FISHING_VESSEL && state.speedKnots() < 5 ? FISHING : 0;
    };
  }

  private long intervalMillis() {
    Craft.State state = craft.state();
    return switch (vessel.set()) {
      case CLASS_A -> classA(state);
      case CLASS_B -> state.speedKnots() > 2 ? 30_000 : 180_000;
      case BASE -> 10_000;
      case AID -> 180_000;
    };
  }

  private static long classA(Craft.State state) {
    if (state.moor() != Leg.Moor.NONE) {
      return 180_000;
    }
    if (state.speedKnots() > 23) {
      return 2_000;
    }
    return state.speedKnots() > 14 ? 6_000 : 10_000;
  }

  private long slotMillis() {
    boolean wide = vessel.set() == Papers.Set.CLASS_B || vessel.set() == Papers.Set.AID;
    return wide ? 1000L * (chance.below(5) - 2) : 0;
  }
}
