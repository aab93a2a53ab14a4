package bz.keelbill.ais;

import java.util.List;

/**
 * One whole message as the right sentences that brought it, undecoded: checksums hold, the payload
 * is armour, all parts are there.
 *
 * @param texts each from its "!" to its checksum as sent, without anything that stood around it
 * @param payload the armoured bits of all parts
 * @param isOwnShip whether they are VDO, the receiving ship's own message
 * @param mmsi who sends; {@link #NO_MMSI} if the message is too short to say
 * @param tag what the tag blocks before the first sentence say
 */
public record AisSentences(
    List<String> texts, String payload, boolean isOwnShip, int mmsi, Tag tag) {

  /** No sender is known. */
  public static final int NO_MMSI = -1;

  /** Copies the list. */
  public AisSentences {
    texts = List.copyOf(texts);
  }

  /**
   * What tag blocks with a right checksum say; of several the later ones.
   *
   * @param source value of {@code s}; null unknown
   * @param time value of {@code c} as sent, 10 digits of seconds or 13 of milliseconds; null
   *     unknown
   * @param group the number of the group of {@code g}; null if there is none
   * @param text value of {@code t}; null if there is none
   */
  public record Tag(String source, String time, Long group, String text) {}
}
