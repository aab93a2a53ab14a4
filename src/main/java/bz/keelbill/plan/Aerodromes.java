package bz.keelbill.plan;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where aerodromes lie. */
public interface Aerodromes {
  /** Nobody knows where any of them lies. */
  Aerodromes NONE = indicator -> null;

  /** The place of an ICAO location indicator, in capitals; null if it is not known. */
  Position find(String indicator);

  /** Those that have an indicator. */
  static Aerodromes of(List<Aerodrome> known) {
    Map<String, Position> places = new HashMap<>();
    for (Aerodrome aerodrome : known) {
      if (aerodrome.indicator() != null) {
        places.putIfAbsent(aerodrome.indicator(), aerodrome.position());
      }
    }
    return places::get;
  }
}
