package bz.keelbill.vms;

import bz.keelbill.geo.Position;

/**
 * One position report of a fishing vessel's tracking box.
 *
 * @param type {@code ENT} entered the area, {@code POS} position, {@code EXI} left it, {@code MAN}
 *     told by hand
 * @param atMillis when, Unix time in milliseconds, told to the minute or the second
 * @param position where; never null
 * @param sigmaMetres standard deviation of the position
 * @param speedKnots 0 to 100; NaN unknown
 * @param courseDegrees true, 0 to below 360; NaN unknown
 * @param ship who
 */
public record NafMessage(
    String type,
    long atMillis,
    Position position,
    double sigmaMetres,
    double speedKnots,
    double courseDegrees,
    Ship ship) {

  /**
   * Who a ship is. Texts are as sent and hostile; each is null if not told.
   *
   * @param mark what tells it from others: its call sign, else its registration; never null
   * @param callsign RC
   * @param name NA
   * @param registration XR, the marks on its side, else IR, the flag State's number
   * @param flag FS, ISO 3166 alpha-3
   */
  public record Ship(String mark, String callsign, String name, String registration, String flag) {}
}
