package bz.keelbill;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.AddressBlocks.Block;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code address-blocks.csv}: which State gives out which aircraft addresses. */
final class AddressBlocksFile {
  private static final String RESOURCE = "geodata/address-blocks.csv";
  private static final List<String> COLUMNS =
      List.of("first", "last", "state", "country", "marks", "agreed");

  private AddressBlocksFile() {}

  /**
   * Reads a table.
   *
   * @param file null for the one that the program brings along
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static AddressBlocks read(Path file) {
    if (file == null) {
      return AddressBlocks.of(TableFile.packaged(RESOURCE, COLUMNS, AddressBlocksFile::block));
    }
    ConfigFaults faults = new ConfigFaults(file);
    List<Block> blocks = TableFile.read(file, COLUMNS, AddressBlocksFile::block, faults);
    faults.throwIfAny();
    try {
      return AddressBlocks.of(blocks);
    } catch (IllegalArgumentException overlap) {
      throw new ConfigFaults.BadConfig(
          file + ": " + overlap.getMessage() + "; make one of them shorter or take it away");
    }
  }

  private static Block block(TableFile.Row row) {
    String country = row.text("country");
    if (!country.matches("([A-Z]{2})?")) {
      throw new IllegalArgumentException(
          "country must be two capital letters of ISO 3166-1 or empty, not " + country);
    }
    return new Block(
        address(row, "first"),
        address(row, "last"),
        row.text("state"),
        country.isEmpty() ? null : country,
        Arrays.stream(row.text("marks").split(" ")).filter(mark -> !mark.isEmpty()).toList(),
        isAgreed(row));
  }

  private static int address(TableFile.Row row, String column) {
    String text = row.text(column);
    if (!text.matches("[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException(
          column + " must be six hexadecimal digits as 0AB000, not " + text);
    }
    return Integer.parseInt(text, 16);
  }

  private static boolean isAgreed(TableFile.Row row) {
    String text = row.text("agreed");
    if (!text.equals("yes") && !text.equals("no")) {
      throw new IllegalArgumentException("agreed must be yes or no, not " + text);
    }
    return text.equals("yes");
  }
}
