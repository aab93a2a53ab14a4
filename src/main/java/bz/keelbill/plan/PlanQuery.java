package bz.keelbill.plan;

/**
 * An aircraft that wants explaining, as plain values; each null if not known.
 *
 * @param address 24-bit address, only if it is a real one
 * @param registration of the address
 * @param callsign as transmitted
 * @param squawk as transmitted
 * @param atMillis when it is seen, Unix time in milliseconds
 */
public record PlanQuery(
    Integer address, String registration, String callsign, String squawk, long atMillis) {}
