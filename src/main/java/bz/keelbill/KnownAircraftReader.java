package bz.keelbill;

import bz.keelbill.detect.KnownAircraft;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code knownAircraft}: aircraft that the watch knows by name. */
final class KnownAircraftReader {
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");

  private final ConfigFaults faults;

  KnownAircraftReader(ConfigFaults faults) {
    this.faults = faults;
  }

  KnownAircraft known(List<YamlMapping> all) {
    List<KnownAircraft.Entry> entries = new ArrayList<>();
    all.forEach(each -> entries.add(entry(each)));
    return new KnownAircraft(entries);
  }

  private KnownAircraft.Entry entry(YamlMapping from) {
    KnownAircraft.Entry entry =
        new KnownAircraft.Entry(
            address(from),
            from.textOrNull("registration"),
            from.textOrNull("callsign"),
            from.textOrNull("name"),
            from.textOrNull("operator"),
            from.textOrNull("note"),
            validUntil(from));
    if (!from.has("icao24") && entry.registration() == null && entry.callsign() == null) {
      faults.add(from.line(), "a known aircraft needs icao24, registration or callsign");
    }
    if (entry.calledBy() == null) {
      faults.add(from.line(), "a known aircraft needs name or operator");
    }
    from.finish();
    return entry;
  }

  private Integer address(YamlMapping from) {
    String text = from.textOrNull("icao24");
    if (text == null || text.matches("[0-9A-Fa-f]{6}")) {
      return text == null ? null : Integer.valueOf(text, 16);
    }
    faults.add(from.lineOf("icao24"), "icao24 must be six hexadecimal digits, not " + text);
    return null;
  }

  /** To the end of that day in Belize. */
  private Long validUntil(YamlMapping from) {
    String text = from.textOrNull("validUntil");
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text).plusDays(1).atStartOfDay(BELIZE).toInstant().toEpochMilli() - 1;
    } catch (DateTimeParseException noDay) {
      faults.add(from.lineOf("validUntil"), "validUntil must be a day as 2026-12-31, not " + text);
      return null;
    }
  }
}
