package bz.keelbill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong with a configuration file, told at once. */
final class ConfigFaults {

  /** The program cannot start as configured; the message is for people. */
  static final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadConfig(String message) {
      super(message);
    }
  }

  private record Fault(int line, String text) {}

  private final Path file;
  private final List<Fault> faults = new ArrayList<>();

  ConfigFaults(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  void add(int line, String text) {
    faults.add(new Fault(line, text));
  }

  /**
   * Throws if there were any.
   *
   * @throws BadConfig with a line {@code file:line: what} for each, in the order of the file
   */
  void throwIfAny() {
    if (faults.isEmpty()) {
      return;
    }
    faults.sort(Comparator.comparingInt(Fault::line));
    StringBuilder all = new StringBuilder();
    for (Fault fault : faults) {
      all.append(file).append(':').append(fault.line()).append(": ").append(fault.text());
      all.append(System.lineSeparator());
    }
    throw new BadConfig(all.toString().stripTrailing());
  }
}
