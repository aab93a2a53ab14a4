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
  private final Papers.Vessel papers;
  private final Chance chance;
  private long nextPosition = Long.MIN_VALUE;
  private long nextStatic = Long.MIN_VALUE;
  private long nextDetails = Long.MAX_VALUE;
  private Voice.Said said;

  Transponder(Craft craft, Chance chance) {
    this.craft = craft;
    this.papers = (Papers.Vessel) craft.papers();
    this.chance = chance;
  }

  /** The messages of this second; none while the craft is out of sight. */
  List<AisBits> send(long atMillis) {
    List<AisBits> messages = new ArrayList<>(2);
    said = craft.state() == null ? null : craft.voice().said(papers, craft.state(), atMillis);
    if (said == null) {
      nextPosition = Long.MIN_VALUE;
      return messages;
    }
    if (atMillis >= nextPosition) {
      messages.add(position(atMillis));
      nextPosition = atMillis + intervalMillis(atMillis) + slotMillis();
    }
    if (atMillis >= nextStatic) {
      identity(atMillis, messages);
    }
    if (atMillis >= nextDetails) {
      messages.add(AisMessages.detailsB(said.papers()));
      nextDetails = Long.MAX_VALUE;
    }
    return messages;
  }

  private AisBits position(long atMillis) {
    Craft.State state = said.state();
    Papers.Vessel vessel = said.papers();
    return switch (vessel.set()) {
      case BEACON -> AisMessages.positionA(vessel, state, vessel.shipType(), atMillis);
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
    Papers.Vessel vessel = said.papers();
    if (vessel.set() == Papers.Set.CLASS_A) {
      messages.add(AisMessages.voyageA(vessel, "BELIZE CITY", 4.5));
    } else if (vessel.set() == Papers.Set.CLASS_B) {
      messages.add(AisMessages.nameB(vessel));
      nextDetails = atMillis + 15_000;
    } else if (vessel.set() == Papers.Set.BEACON) {
      messages.add(AisMessages.safetyText(vessel));
    }
  }

  private int status(Craft.State state) {
    return switch (state.moor()) {
      case DOCK -> MOORED;
      case ANCHOR -> AT_ANCHOR;
      case NONE -> papers.shipType() == FISHING_VESSEL && state.speedKnots() < 5 ? FISHING : 0;
    };
  }

  private long intervalMillis(long atMillis) {
    Craft.State state = said.state();
    return switch (papers.set()) {
      case BEACON -> burst(atMillis);
      case CLASS_A -> classA(state);
      case CLASS_B -> state.speedKnots() > 2 ? 30_000 : 180_000;
      case BASE -> 10_000;
      case AID -> 180_000;
    };
  }

  /** Eight messages two seconds apart at the beginning of each minute (M.1371-5, annex 9). */
  private static long burst(long atMillis) {
    long ofMinute = Math.floorMod(atMillis, 60_000L);
    return ofMinute < 14_000 ? 2_000 : 60_000 - ofMinute;
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
    boolean wide = papers.set() == Papers.Set.CLASS_B || papers.set() == Papers.Set.AID;
    return wide ? 1000L * (chance.below(5) - 2) : 0;
  }
}
