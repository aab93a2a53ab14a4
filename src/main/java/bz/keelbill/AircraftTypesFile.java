package bz.keelbill;

import bz.keelbill.adsb.AircraftClass;
import bz.keelbill.adsb.AircraftTypes;
import bz.keelbill.adsb.AircraftTypes.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code aircraft-types.csv}: what ICAO type designators stand for. */
final class AircraftTypesFile {
  private static final String RESOURCE = "geodata/aircraft-types.csv";
  private static final List<String> COLUMNS = List.of("designator", "name", "class", "cruiseKnots");
  private static final double FASTEST_KNOTS = 1500;

  private AircraftTypesFile() {}

  /**
   * Reads a table.
   *
   * @param file null for the one that the program brings along
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static AircraftTypes read(Path file) {
    if (file == null) {
      return AircraftTypes.of(TableFile.packaged(RESOURCE, COLUMNS, AircraftTypesFile::type));
    }
    ConfigFaults faults = new ConfigFaults(file);
    List<Type> types = TableFile.read(file, COLUMNS, AircraftTypesFile::type, faults);
    faults.throwIfAny();
    try {
      return AircraftTypes.of(types);
    } catch (IllegalArgumentException twice) {
      throw new ConfigFaults.BadConfig(file + ": " + twice.getMessage() + "; take one away");
    }
  }

  private static Type type(TableFile.Row row) {
    String designator = row.text("designator");
    if (!designator.matches("[A-Z][A-Z0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "designator must be two to four capital letters and digits as C208, not " + designator);
    }
    return new Type(designator, row.text("name"), sort(row), knots(row));
  }

  private static AircraftClass sort(TableFile.Row row) {
    AircraftClass sort = AircraftClass.ofWord(row.text("class"));
    if (sort == null) {
      String words =
          Arrays.stream(AircraftClass.values())
              .map(AircraftClass::word)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "class must be one of " + words + ", not " + row.text("class"));
    }
    return sort;
  }

  private static double knots(TableFile.Row row) {
    String text = row.text("cruiseKnots");
    if (text.isEmpty()) {
      return Double.NaN;
    }
    boolean whole = text.matches("\\d{1,4}");
    if (!whole || Integer.parseInt(text) > FASTEST_KNOTS) {
      throw new IllegalArgumentException(
          "cruiseKnots must be a whole number up to 1500, or empty, not " + text);
    }
    return Integer.parseInt(text);
  }
}
