package bz.keelbill.report;

/**
 * Where and when a report comes from.
 *
 * @param feed the feed's configured name
 * @param station the sensor's station: the tag block's source, else the feed's configured station
 * @param lineNumber the number of the (last) line in its feed
 * @param eventAtMillis when it happened: the best clock known for it, Unix time in milliseconds
 * @param receivedAtMillis when the line arrived here, Unix time in milliseconds
 * @param stationAtMillis what the station's own clock said, right or wrong, Unix time in
 *     milliseconds; null if it said nothing
 * @param transmission a number that is the same whoever heard the transmission, made from what was
 *     sent, so that a second station's copy is known for one; 0 where each copy must count
 */
public record Origin(
    String feed,
    String station,
    long lineNumber,
    long eventAtMillis,
    long receivedAtMillis,
    Long stationAtMillis,
    long transmission) {

  /** Of a station that tells no time, and whose copies are not told apart. */
  public Origin(
      String feed, String station, long lineNumber, long eventAtMillis, long receivedAtMillis) {
    this(feed, station, lineNumber, eventAtMillis, receivedAtMillis, null, 0);
  }
}
