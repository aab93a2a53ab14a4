package bz.keelbill.sighting;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for craft, people, engines and speeds, English and Spanish, in folded text. */
final class CraftWords {

  /**
   * A kind of craft.
   *
   * @param word how it is kept
   * @param pattern what it is called, one or many
   */
  private record Kind(String word, Pattern pattern) {
    static Kind of(String word, String names) {
      return new Kind(word, Pattern.compile("(?<![a-z])(?:" + names + ")(?![a-z])"));
    }
  }

  /** The narrower ones first. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.of("go-fast", "go[ -]?fasts?(?: boats?)?|lanchas? rapidas?|eduardonos?"),
          Kind.of(
              "submersible",
              "semi[ -]?submersibles?|semi[ -]?sumergibles?|sumergibles?|narco[ -]?subs?|lpv"
                  + "|low[ -]profile vessels?|submarines?|submarinos?"),
          Kind.of("panga", "pangas?"),
          Kind.of("skiff", "skiffs?|esquifes?"),
          Kind.of("canoe", "canoes?|dor(?:e?y|ies)|canoas?|cayucos?|kayaks?"),
          Kind.of("jet-ski", "jet[ -]?skis?|motos? acuaticas?"),
          Kind.of("sailing-boat", "sail(?:ing)?[ -]?(?:boats?|yachts?)|sloops?|veleros?"),
          Kind.of("catamaran", "catamaranes|catamarans?"),
          Kind.of(
              "fishing-boat",
              "fishing (?:boats?|vessels?|smacks?)|trawlers?|pesqueros?|barcos? pesqueros?"
                  + "|(?:barcos?|botes?|lanchas?) de pesca|shrimpers?|lobster boats?"),
          Kind.of("yacht", "yachts?|yates?"),
          Kind.of(
              "cargo-ship",
              "cargo (?:ships?|vessels?|boats?)|freighters?|cargueros?|container ships?|buques?"),
          Kind.of("tanker", "tankers?|petroleros?"),
          Kind.of("tug", "tugs?|tugboats?|remolcador(?:es)?"),
          Kind.of("barge", "barges?|barcazas?"),
          Kind.of("water-taxi", "water taxis?|taxis? acuaticos?"),
          Kind.of("ferry", "ferry|ferries|transbordador(?:es)?"),
          Kind.of("helicopter", "helicopters?|helos?|helicopteros?"),
          Kind.of("aeroplane", "aeroplanes?|airplanes?|planes?|aircraft|avionetas?|avion(?:es)?"),
          Kind.of("drone", "drones?"),
          Kind.of("launch", "launch(?:es)?|lanchas?|speed ?boats?"),
          Kind.of("ship", "ships?|barcos?"),
          Kind.of("boat", "boats?|vessels?|botes?|embarcacion(?:es)?|craft"));

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("un", 1),
          Map.entry("una", 1),
          Map.entry("uno", 1),
          Map.entry("single", 1),
          Map.entry("two", 2),
          Map.entry("dos", 2),
          Map.entry("twin", 2),
          Map.entry("three", 3),
          Map.entry("tres", 3),
          Map.entry("triple", 3),
          Map.entry("four", 4),
          Map.entry("cuatro", 4),
          Map.entry("five", 5),
          Map.entry("cinco", 5),
          Map.entry("six", 6),
          Map.entry("seis", 6),
          Map.entry("seven", 7),
          Map.entry("siete", 7),
          Map.entry("eight", 8),
          Map.entry("ocho", 8),
          Map.entry("nine", 9),
          Map.entry("nueve", 9),
          Map.entry("ten", 10),
          Map.entry("diez", 10));

  private static final String NUMBER =
      "(?<![a-z0-9.])(\\d{1,3}|"
          + String.join("|", NUMBERS.keySet().stream().sorted().toList())
          + ")";

  /** Group 1 is the number; of a range the smaller one. */
  static final Pattern PERSONS =
      Pattern.compile(
          NUMBER
              + "(?:\\s?(?:-|to|or|a|o)\\s?\\d{1,3})?\\s+(?:men|man|persons?|people|pax|crew|women"
              + "|souls|males?|hombres?|personas?|pers|tripulantes?|individuos?|pob|on board|aboard"
              + "|a bordo)(?![a-z])(?:\\s+(?:on board|aboard|a bordo))?"
              + "|(?<![a-z])pob\\s+(\\d{1,3})(?![\\d.])");

  private static final Pattern NUMBER_BEFORE =
      Pattern.compile(NUMBER + "\\s*(?:[a-z]{3,10}\\s+)?$");

  /** All of it is the words for the engines. */
  static final Pattern ENGINES =
      Pattern.compile(
          "(?:"
              + NUMBER
              + "\\s*(?:(?:engines?|motor(?:e?s)?|outboards?)\\s*(?:of|de)?|x|of|de)?\\s*)?"
              + "(?<![\\d.])\\d{1,4}\\s?(?:h\\.?p|c\\.?v|caballos(?: de fuerza)?|horse ?power|horses)"
              + "(?![a-z])\\.?(?:\\s+(?:each|engines?|motor(?:e?s)?|outboards?|cada uno))*"
              + "|"
              + NUMBER
              + "\\s+(?:engines?|motor(?:e?s)?|outboards?|fuera de borda)(?![a-z])");

  static final Pattern LENGTH =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,3}(?:\\.\\d)?)[ -]?(m|met(?:er|re|ro)s?|ft|feet|foot|pies)(?![a-z])"
              + "(?:\\s+(?:long|de eslora|de largo))?");

  static final Pattern KNOTS =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,3}(?:\\.\\d)?)(?:\\s?(?:-|to|a)\\s?(\\d{1,3}(?:\\.\\d)?))?\\s?"
              + "(kn|kts?|knots?|nudos?|nds|km/h|kmh|kph|mph)(?![a-z])\\+?");

  private static final List<Map.Entry<Pattern, String>> PACES =
      List.of(
          pace(
              "very fast|muy rapid[oa]|high[ -]speed|alta velocidad|full speed|toda velocidad",
              "35-60"),
          pace("fast|quick|speeding|rapid[oa]|rapidamente|veloz", "25-60"),
          pace(
              "stopped|stationary|not moving|drifting|adrift|(?:at )?anchor(?:ed)?|parad[oa]"
                  + "|detenid[oa]|a la deriva|fondead[oa]|anclad[oa]",
              "0-2"),
          pace("very slow(?:ly)?|muy lent[oa]", "0-5"),
          pace("slow(?:ly)?|lent[oa]|despacio|baja velocidad", "1-8"));

  static final Pattern COLOUR =
      Pattern.compile(
          "(?<![a-z])(?:dark |light )?(?:white|blue|gr[ea]y|black|red|green|yellow|orange|brown"
              + "|blanc[oa]|azul|gris|negr[oa]|roj[oa]|verde|amarill[oa]|naranja|cafe)"
              + "(?:\\s+(?:and|y|with|con)\\s+(?:white|blue|gr[ea]y|black|red|green|yellow|orange"
              + "|brown|blanc[oa]|azul|gris|negr[oa]|roj[oa]|verde|amarill[oa]|naranja|cafe))?"
              + "(?![a-z])");

  private CraftWords() {}

  private static Map.Entry<Pattern, String> pace(String words, String knots) {
    return Map.entry(Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])"), knots);
  }

  /**
   * A kind found in a text.
   *
   * @param count how many, or null if it is not said
   */
  record Named(String kind, Integer count, int from, int to) {}

  /** The kind of craft that a folded text names; the narrowest if several; null if none. */
  static Named kind(String folded) {
    for (Kind kind : KINDS) {
      Matcher found = kind.pattern().matcher(folded);
      if (found.find()) {
        Matcher number = NUMBER_BEFORE.matcher(folded.substring(0, found.start()));
        boolean isCounted = number.find();
        Integer count = isCounted ? Integer.valueOf(number(number.group(1))) : null;
        boolean isLikely = count == null || count > 0 && count < 100;
        return new Named(
            kind.word(),
            isLikely ? count : null,
            isCounted && isLikely ? number.start() : found.start(),
            found.end());
      }
    }
    return null;
  }

  /** A number in digits or in a word. */
  static int number(String word) {
    Integer named = NUMBERS.get(word);
    return named == null ? Integer.parseInt(word) : named;
  }

  /** The range of speed that a word means, as in 25-60 knots, with where it stands; or null. */
  static PaceWord pace(String folded) {
    for (Map.Entry<Pattern, String> pace : PACES) {
      Matcher found = pace.getKey().matcher(folded);
      if (found.find()) {
        return new PaceWord(pace.getValue(), found.start(), found.end());
      }
    }
    return null;
  }

  /** A word for a speed. */
  record PaceWord(String knots, int from, int to) {}
}
