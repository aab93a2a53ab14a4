package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The AIS messages that simulated stations send (ITU-R M.1371-5, annex 8). */
final class AisMessages {
  private static final int NO_HEADING = 511;
  private static final int NO_TURN = -128;
  private static final int GPS = 1;

  private AisMessages() {}

  /** Type 1, position of class A; the heading follows the course. */
  static AisBits positionA(Papers.Vessel vessel, Craft.State state, int status, long atMillis) {
    AisBits bits = head(1, vessel.mmsi()).put(status, 4).put(turn(state), 8);
    motion(bits, state);
    int heading = (int) Math.round(state.courseDegrees()) % 360;
    return bits.put(heading, 9).put(second(atMillis), 6).put(0, 2).put(0, 3).put(0, 1).put(0, 19);
  }

  /** Type 5, static and voyage data of class A. */
  static AisBits voyageA(Papers.Vessel vessel, String destination, double draughtMetres) {
    AisBits bits = head(5, vessel.mmsi()).put(0, 2).put(vessel.imo(), 30);
    bits.text(vessel.callsign(), 7).text(vessel.name(), 20).put(vessel.shipType(), 8);
    hull(bits, vessel.hull()).put(GPS, 4);
    bits.put(0, 4).put(0, 5).put(24, 5).put(60, 6);
    return bits.put(Math.round(draughtMetres * 10), 8).text(destination, 20).put(0, 2);
  }

  /** Type 18, position of class B (carrier sense, no heading). */
  static AisBits positionB(Papers.Vessel vessel, Craft.State state, long atMillis) {
    AisBits bits = head(18, vessel.mmsi()).put(0, 8);
    motion(bits, state);
    bits.put(NO_HEADING, 9).put(second(atMillis), 6).put(0, 2);
    bits.flag(true).flag(false).flag(true).flag(true).flag(true).flag(false).flag(false);
    return bits.put(1, 1).put(6, 19);
  }

  /** Type 24 part A: the name. */
  static AisBits nameB(Papers.Vessel vessel) {
    return head(24, vessel.mmsi()).put(0, 2).text(vessel.name(), 20);
  }

  /** Type 24 part B: type, callsign, size. */
  static AisBits detailsB(Papers.Vessel vessel) {
    AisBits bits = head(24, vessel.mmsi()).put(1, 2).put(vessel.shipType(), 8);
    bits.text("SIM", 3).put(1, 4).put(vessel.mmsi() % 1_000_000, 20);
    return hull(bits.text(vessel.callsign(), 7), vessel.hull()).put(GPS, 4).put(0, 2);
  }

  /** Type 4, a base station's report: its clock and place. */
  static AisBits base(Papers.Vessel station, Position at, long atMillis) {
    OffsetDateTime utc = Instant.ofEpochMilli(atMillis).atOffset(ZoneOffset.UTC);
    AisBits bits = head(4, station.mmsi()).put(utc.getYear(), 14).put(utc.getMonthValue(), 4);
    bits.put(utc.getDayOfMonth(), 5).put(utc.getHour(), 5).put(utc.getMinute(), 6);
    bits.put(utc.getSecond(), 6).flag(true);
    return place(bits, at).put(7, 4).put(0, 10).put(0, 1).put(0, 19);
  }

  /** Type 21, an aid to navigation. */
  static AisBits aid(Papers.Vessel aid, Position at, long atMillis) {
    AisBits bits = head(21, aid.mmsi()).put(aid.shipType(), 5).text(aid.name(), 20).flag(true);
    hull(place(bits, at), aid.hull()).put(GPS, 4).put(second(atMillis), 6);
    return bits.flag(false).put(0, 8).flag(false).flag(false).flag(false).put(0, 1);
  }

  /** Type 14, what a search and rescue transmitter says beside its place. */
  static AisBits safetyText(Papers.Vessel beacon) {
    String text = beacon.name();
    return head(14, beacon.mmsi()).put(0, 2).text(text, text.length());
  }

  private static AisBits head(int type, int mmsi) {
    return new AisBits().put(type, 6).put(0, 2).put(mmsi, 30);
  }

  /** Speed, accuracy, place and course: the same run of fields in types 1 and 18. */
  private static void motion(AisBits bits, Craft.State state) {
    bits.put(Math.min(1022, Math.round(state.speedKnots() * 10)), 10).flag(true);
    place(bits, state.position());
    bits.put(Math.round(state.courseDegrees() * 10) % 3600, 12);
  }

  private static AisBits place(AisBits bits, Position at) {
    return bits.put(Math.round(at.longitude() * 600_000), 28)
        .put(Math.round(at.latitude() * 600_000), 27);
  }

  private static AisBits hull(AisBits bits, Papers.Hull hull) {
    return bits.put(hull.bow(), 9)
        .put(hull.stern(), 9)
        .put(hull.port(), 6)
        .put(hull.starboard(), 6);
  }

  private static int turn(Craft.State state) {
    return state.moor() == Leg.Moor.NONE ? NO_TURN : 0;
  }

  private static long second(long atMillis) {
    return Math.floorMod(Math.floorDiv(atMillis, 1000L), 60L);
  }
}
