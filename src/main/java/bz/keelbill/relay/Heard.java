package bz.keelbill.relay;

import bz.keelbill.ais.AisSentences;

/**
 * One message on its way through the relay.
 *
 * @param feed who heard it
 * @param station the sensor, unless the message's tag names one
 * @param receivedAtMillis when its last line arrived, Unix milliseconds
 * @param message its sentences
 */
record Heard(String feed, String station, long receivedAtMillis, AisSentences message) {

  /** The station that heard it, as it will be written. */
  String source() {
    String own = message.tag().source();
    return TagText.isValue(own) ? own : TagText.madeValue(station);
  }
}
