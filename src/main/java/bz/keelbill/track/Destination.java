package bz.keelbill.track;

import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Port;
import bz.keelbill.report.VesselIdentity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Where a vessel says that it is bound (AIS message 5), as far as its crew's text means a port that
 * is known. Crews type {@code HNPCR>BZBZE}, {@code BELIZE CITY} and much else.
 *
 * @param text as it was sent; empty if nothing was
 * @param from the port before, or null
 * @param to the port, or null
 */
public record Destination(String text, Port from, Port to) {
  /** Nothing was said. */
  public static final Destination NONE = new Destination("", null, null);

  private static final int MONTHS_BACK = 1;

  /** What a craft's identity says. */
  public static Destination of(Identity identity, Harbours harbours) {
    VesselIdentity.Voyage voyage = voyage(identity);
    if (voyage == null || voyage.destination() == null || voyage.destination().isBlank()) {
      return NONE;
    }
    String text = voyage.destination();
    String[] legs = text.split("[->=]*>[->=]*| TO ");
    boolean isWay = legs.length > 1;
    return new Destination(
        text,
        isWay ? harbours.named(legs[legs.length - 2]) : null,
        legs.length == 0 ? null : harbours.named(legs[legs.length - 1]));
  }

  /** What it says now; what it has said before is not read again. */
  public Destination followedBy(Identity identity, Harbours harbours) {
    VesselIdentity.Voyage voyage = voyage(identity);
    boolean isSame = voyage != null && text.equals(voyage.destination());
    return isSame ? this : of(identity, harbours);
  }

  /** Whether it is bound for a port of Belize. */
  public boolean isInBelize() {
    return to != null && to.isOfBelize();
  }

  private static VesselIdentity.Voyage voyage(Identity identity) {
    return identity.vessel() == null ? null : identity.vessel().voyage();
  }

  /**
   * When the crew said that it would be there, Unix milliseconds: no year is sent, so it is the one
   * that lies between a month ago and eleven months ahead.
   *
   * @return null if nothing was said, or no such day is
   */
  public static Long etaMillis(Identity identity, long nowMillis) {
    VesselIdentity.Voyage said = voyage(identity);
    boolean isThere =
        said != null
            && said.etaMonth() != null
            && said.etaDay() != null
            && said.etaHour() != null
            && said.etaMinute() != null;
    if (!isThere) {
      return null;
    }
    LocalDateTime earliest =
        LocalDateTime.ofInstant(Instant.ofEpochMilli(nowMillis), ZoneOffset.UTC)
            .minusMonths(MONTHS_BACK);
    for (int year = earliest.getYear(); year <= earliest.getYear() + 1; year++) {
      try {
        LocalDateTime eta =
            LocalDateTime.of(
                year, said.etaMonth(), said.etaDay(), said.etaHour(), said.etaMinute());
        if (!eta.isBefore(earliest)) {
          return eta.toInstant(ZoneOffset.UTC).toEpochMilli();
        }
      } catch (DateTimeException noSuchDay) {
        // Next year may have a 29th of February.
      }
    }
    return null;
  }
}
