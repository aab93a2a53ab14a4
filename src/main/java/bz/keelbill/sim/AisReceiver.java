package bz.keelbill.sim;

import bz.keelbill.geo.Position;

/**
 * One AIS shore station: hears most of what is near, less of what is far, delivers a second late
 * and garbles a line now and then.
 */
final class AisReceiver {
  private static final double BEST = 0.97;
  private static final double CLASS_B_REACH = 0.75;
  private static final double BEACON_REACH = 0.45;
  private static final double GARBLED = 0.0015;
  private static final double SLOW = 0.01;

  private final Station station;
  private final StationFaults faults;
  private final Chance chance;
  private int sequence;

  AisReceiver(Station station, StationFaults faults, Chance chance) {
    this.station = station;
    this.faults = faults;
    this.chance = chance;
  }

  /** Hears a message, perhaps, and says whether all of it came through. */
  boolean hear(Craft from, AisBits message, char channel, long atMillis, Sensor.Outbox out) {
    Papers.Set set = ((Papers.Vessel) from.papers()).set();
    if (!chance.happens(probability(station, set, from.state().position()))) {
      return false;
    }
    if (faults.isDeaf(station.id(), atMillis)) {
      faults.swallow(station.id(), from.id());
      return false;
    }
    sequence = (sequence + 1) % 10;
    long arrival = atMillis + 100 + chance.below(800);
    if (chance.happens(SLOW)) {
      arrival += 1000 + chance.below(3000);
    }
    long stamp = faults.clock(station.id(), atMillis);
    boolean isWhole = true;
    for (String sentence : message.sentences(channel, sequence)) {
      String sent = garbled(sentence);
      boolean came =
          out.say(Spoken.line(Spoken.AIS, arrival, Nmea.tagged(station.id(), stamp, sent)));
      isWhole &= came && sent.equals(sentence);
    }
    return isWhole;
  }

  /** Another station heard what this one heard. */
  void shared(long atMillis) {
    if (faults.isSkewed(station.id(), atMillis)) {
      faults.share(station.id());
    }
  }

  /** How likely a station is to hear one message sent from a place. */
  static double probability(Station station, Papers.Set set, Position at) {
    double reach = station.rangeNm();
    if (set == Papers.Set.CLASS_B) {
      reach *= CLASS_B_REACH;
    } else if (set == Papers.Set.BEACON) {
      reach *= BEACON_REACH;
    }
    double part = station.milesTo(at) / reach;
    return part >= 1 ? 0 : BEST * (1 - part * part * part);
  }

  /** A character of the payload is wrong, and the checksum shows it. */
  private String garbled(String sentence) {
    if (!chance.happens(GARBLED)) {
      return sentence;
    }
    int at = sentence.lastIndexOf(',') - 1 - chance.below(10);
    char wrong = sentence.charAt(at) == '7' ? '0' : '7';
    return sentence.substring(0, at) + wrong + sentence.substring(at + 1);
  }
}
