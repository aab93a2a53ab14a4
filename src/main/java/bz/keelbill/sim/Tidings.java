package bz.keelbill.sim;

/** How much of what one craft sent was heard by any station. */
final class Tidings {
  private int fixes;
  private int names;
  private int details;

  /** One of its messages was heard. */
  void heard(AisBits message) {
    switch (message.type()) {
      case 1, 18 -> fixes++;
      case 5 -> {
        names++;
        details++;
      }
      case 24 -> {
        if (message.isDetails()) {
          details++;
        } else {
          names++;
        }
      }
      default -> {}
    }
  }

  /** Positions heard so far. */
  int fixes() {
    return fixes;
  }

  /** Messages with its name heard so far. */
  int names() {
    return names;
  }

  /** Messages with its callsign, and of class A its IMO number, heard so far. */
  int details() {
    return details;
  }
}
