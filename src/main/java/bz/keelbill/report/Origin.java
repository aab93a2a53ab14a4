package bz.keelbill.report;

/**
 * Where and when a report comes from.
 *
 * @param feed the feed's configured name
 * @param station the sensor's station: the tag block's source, else the feed's configured station
 * @param lineNumber the number of the (last) line in its feed
 * @param eventAtMillis when it happened: the best clock known for it, Unix time in milliseconds
 * @param receivedAtMillis when the line arrived here, Unix time in milliseconds
 */
public record Origin(
    String feed, String station, long lineNumber, long eventAtMillis, long receivedAtMillis) {}
