package bz.keelbill.sighting;

import java.util.Map;
import java.util.stream.Collectors;

/** Directions in words, English and Spanish. */
final class Compass {
  private static final String[] POINTS = {
    "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw",
    "nnw"
  };
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("north", "n"),
          Map.entry("south", "s"),
          Map.entry("east", "e"),
          Map.entry("west", "w"),
          Map.entry("northeast", "ne"),
          Map.entry("southeast", "se"),
          Map.entry("southwest", "sw"),
          Map.entry("northwest", "nw"),
          Map.entry("norte", "n"),
          Map.entry("sur", "s"),
          Map.entry("este", "e"),
          Map.entry("oeste", "w"),
          Map.entry("noreste", "ne"),
          Map.entry("nordeste", "ne"),
          Map.entry("sureste", "se"),
          Map.entry("sudeste", "se"),
          Map.entry("suroeste", "sw"),
          Map.entry("sudoeste", "sw"),
          Map.entry("noroeste", "nw"));

  /** Matches a direction in folded text: words, with a hyphen or blank between two, or letters. */
  static final String PATTERN =
      "(?:north|south|norte|sur)[ -]?(?:north|south)?[ -]?(?:east|west|este|oeste)"
          + "|"
          + WORDS.keySet().stream().sorted(Compass::longestFirst).collect(Collectors.joining("|"))
          + "|[ns]?[ns][eow]|[eow][ns][eow]|[nseow]";

  private Compass() {}

  private static int longestFirst(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other)
        : Integer.compare(other.length(), one.length());
  }

  /** Degrees true of a folded word that {@link #PATTERN} matched; NaN if it is no direction. */
  static double degrees(String word) {
    String plain = word.replace(" ", "").replace("-", "");
    String letters = WORDS.getOrDefault(plain, plain);
    if (letters.length() > 3) {
      letters = shortened(plain);
    }
    // West is oeste: NO is northwest, O is west.
    String english = letters.replace('o', 'w');
    for (int at = 0; at < POINTS.length; at++) {
      if (POINTS[at].equals(english)) {
        return at * 22.5;
      }
    }
    return Double.NaN;
  }

  /** As "northnorthwest" or "norteeste" to letters. */
  private static String shortened(String plain) {
    return plain
        .replace("north", "n")
        .replace("norte", "n")
        .replace("south", "s")
        .replace("sur", "s")
        .replace("oeste", "w")
        .replace("west", "w")
        .replace("east", "e")
        .replace("este", "e");
  }
}
