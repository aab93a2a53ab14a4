package bz.keelbill.sighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a place's name: how far off and in which direction it was seen, or that it was
 * going there.
 */
final class PlaceWords {
  private static final String UNIT =
      "(nm|nmi|mn|nautical miles?|millas? nauticas?|miles?|millas?|mi|kms?|kilomet(?:er|re|ro)s?"
          + "|m|met(?:er|re|ro)s?)";
  private static final String DISTANCE = "(\\d{1,3}(?:\\.\\d{1,2})?)\\s?" + UNIT;
  private static final String ARTICLE = "\\s*(?:(?:the|la|el|los|las)\\s+)?$";

  private static final Pattern AWAY =
      Pattern.compile(
          DISTANCE
              + "\\s+(?:to the\\s+|al\\s+|hacia el\\s+)?("
              + Compass.PATTERN
              + ")\\s+(?:of|from|off|de|del|desde)"
              + ARTICLE);
  private static final Pattern BY_BEARING =
      Pattern.compile(
          "(\\d{1,3})\\s?(?:\u00b0\\s?t?|deg(?:rees)?(?: true)?|grados|t\\b)?[ ,]+"
              + "(?:at\\s+|a\\s+)?"
              + DISTANCE
              + "\\s+(?:of|from|off|de|del|desde)"
              + ARTICLE);
  private static final Pattern TOWARDS =
      Pattern.compile(
          "(?<![a-z])(" + Compass.PATTERN + ")(?: side| end)?\\s+(?:of|from|off|de|del)" + ARTICLE);
  private static final Pattern SOMEWHERE =
      Pattern.compile(
          DISTANCE + "\\s+(?:of|from|off|outside|de|del|desde|frente a|afuera de)" + ARTICLE);
  private static final Pattern OFF =
      Pattern.compile(
          "(?<![a-z])(?:off|outside|frente a|afuera de|fuera de|a la altura de|abeam)" + ARTICLE);
  private static final Pattern NEAR =
      Pattern.compile(
          "(?<![a-z])(?:near|around|close to|by|cerca de|cerca del|junto a|por)" + ARTICLE);
  private static final Pattern AT =
      Pattern.compile("(?<![a-z])(?:at|in|inside|on|en|dentro de|de|del|over|sobre)" + ARTICLE);
  private static final Pattern BOUND =
      Pattern.compile(
          "(?<![a-z])(?:(?:heading|headed|bound|going|making|rumbo|destino)\\s+(?:to|for|towards?"
              + "|a|al|hacia)|towards?|hacia|para)"
              + ARTICLE);
  private static final Pattern COMING =
      Pattern.compile(
          "(?<![a-z])(?:coming from|came from|from|desde|procedente de|viene de)" + ARTICLE);

  private static final double OFF_ERROR_NM = 3;
  private static final double NEAR_ERROR_NM = 2;
  private static final double USUAL_AWAY_NM = 2;

  private PlaceWords() {}

  /** What the words before a name make of it. */
  enum Role {
    /** It was seen there. */
    THERE,
    /** Named, but in no connection with where it was seen. */
    LOOSE,
    /** It was going there. */
    BOUND,
    /** It came from there. */
    COMING
  }

  /**
   * A place with the words before it.
   *
   * @param from where the words begin
   * @param bearingDegrees from the place; NaN none
   * @param rangeNauticalMiles from the place; NaN none
   * @param errorNauticalMiles of the words; NaN the usual one
   */
  record Said(
      Mentions.Mention mention,
      Role role,
      int from,
      double bearingDegrees,
      double rangeNauticalMiles,
      double errorNauticalMiles) {}

  /** Every place that a folded text names, with the words before it. */
  static List<Said> in(String folded, Gazetteer gazetteer) {
    List<Said> said = new ArrayList<>();
    for (Mentions.Mention mention : Mentions.in(folded, gazetteer)) {
      said.add(before(folded.substring(0, mention.from()), mention));
    }
    return said;
  }

  private static Said before(String words, Mentions.Mention mention) {
    Matcher away = AWAY.matcher(words);
    if (away.find()) {
      double range = nauticalMiles(away.group(1), away.group(2));
      return at(mention, away.start(), Compass.degrees(away.group(3)), range, Double.NaN);
    }
    Matcher bearing = BY_BEARING.matcher(words);
    if (bearing.find() && Integer.parseInt(bearing.group(1)) <= 360) {
      double range = nauticalMiles(bearing.group(2), bearing.group(3));
      return at(mention, bearing.start(), Integer.parseInt(bearing.group(1)), range, Double.NaN);
    }
    Matcher somewhere = SOMEWHERE.matcher(words);
    if (somewhere.find()) {
      double range = nauticalMiles(somewhere.group(1), somewhere.group(2));
      return at(mention, somewhere.start(), Double.NaN, Double.NaN, Math.max(1, range));
    }
    Matcher towards = TOWARDS.matcher(words);
    if (towards.find() && !Double.isNaN(Compass.degrees(towards.group(1)))) {
      double direction = Compass.degrees(towards.group(1));
      return at(mention, towards.start(), direction, USUAL_AWAY_NM, USUAL_AWAY_NM);
    }
    return byPreposition(words, mention);
  }

  private static Said byPreposition(String words, Mentions.Mention mention) {
    Matcher bound = BOUND.matcher(words);
    if (bound.find()) {
      return said(mention, Role.BOUND, bound.start());
    }
    Matcher off = OFF.matcher(words);
    if (off.find()) {
      return at(mention, off.start(), Double.NaN, Double.NaN, OFF_ERROR_NM);
    }
    Matcher near = NEAR.matcher(words);
    if (near.find()) {
      return at(mention, near.start(), Double.NaN, Double.NaN, NEAR_ERROR_NM);
    }
    Matcher coming = COMING.matcher(words);
    if (coming.find()) {
      return said(mention, Role.COMING, coming.start());
    }
    Matcher at = AT.matcher(words);
    boolean isAt = at.find();
    return said(mention, isAt ? Role.THERE : Role.LOOSE, isAt ? at.start() : mention.from());
  }

  private static Said said(Mentions.Mention mention, Role role, int from) {
    return new Said(mention, role, from, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Said at(
      Mentions.Mention mention, int from, double bearing, double range, double error) {
    return new Said(mention, Role.THERE, from, bearing, range, error);
  }

  /** At sea a mile is a nautical one. */
  private static double nauticalMiles(String number, String unit) {
    double value = Double.parseDouble(number);
    if (unit.startsWith("k")) {
      value /= 1.852;
    } else if (unit.equals("m") || unit.startsWith("met")) {
      value /= 1852;
    }
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
  }
}
