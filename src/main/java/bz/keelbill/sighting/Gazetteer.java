package bz.keelbill.sighting;

import bz.keelbill.geo.Geodesy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds places by the names that people give them: whatever the case and accents, without what
 * stands in brackets, with {@code cay} and {@code cayo} for {@code caye}. Immutable.
 *
 * <p>Places come in ranks: a name of the sea goes before one of a town, a town here before one
 * abroad. Places of one name and rank that lie next to each other are one.
 */
public final class Gazetteer {
  /** The most words of a name. */
  static final int MOST_WORDS = 8;

  private static final double SAME_METRES = 5_000;
  private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");
  private static final Pattern PARTS = Pattern.compile(" - | / ");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern CAYE = Pattern.compile("\\b(?:cay|cayo|key|caye)(s?)\\b");
  private static final Pattern LEADING_CAYE = Pattern.compile("^(cayes?) (.+)$");
  private static final Pattern SAINT = Pattern.compile("\\bst\\b");

  private final Map<String, List<NamedPlace>> byKey = new LinkedHashMap<>();

  /**
   * Puts it together.
   *
   * @param ranks places, those that go first in the first list
   */
  public Gazetteer(List<List<NamedPlace>> ranks) {
    for (List<NamedPlace> rank : ranks) {
      // "Turneffe" is the atoll that is called so before it is Turneffe (north).
      add(rank, Gazetteer::names);
      add(rank, Gazetteer::shortNames);
    }
  }

  private void add(List<NamedPlace> rank, Function<NamedPlace, List<String>> names) {
    Map<String, List<NamedPlace>> ofRank = new LinkedHashMap<>();
    for (NamedPlace place : rank) {
      for (String name : names.apply(place)) {
        add(place, ofRank.computeIfAbsent(key(name), first -> new ArrayList<>()));
      }
    }
    ofRank.forEach(byKey::putIfAbsent);
  }

  private static void add(NamedPlace place, List<NamedPlace> same) {
    for (NamedPlace other : same) {
      if (Geodesy.distanceMetres(place.position(), other.position()) <= SAME_METRES) {
        return;
      }
    }
    same.add(place);
  }

  private static List<String> names(NamedPlace place) {
    List<String> names = new ArrayList<>(place.aliases());
    names.add(place.name());
    return names;
  }

  /** Without what stands in brackets, and each of two names alone. */
  private static List<String> shortNames(NamedPlace place) {
    List<String> names = new ArrayList<>();
    for (String part : PARTS.split(place.name())) {
      names.add(BRACKETS.matcher(part).replaceAll(" "));
    }
    names.add(BRACKETS.matcher(place.name()).replaceAll(" "));
    return names;
  }

  /** A name as it is looked up. */
  static String key(String name) {
    String plain = Folded.of(name).replace("'", "");
    String words = NO_LETTERS.matcher(plain).replaceAll(" ").strip();
    return inOrder(SAINT.matcher(CAYE.matcher(words).replaceAll("caye$1")).replaceAll("saint"));
  }

  /** Cayo Tobacco is Tobacco Caye. */
  private static String inOrder(String words) {
    return words.startsWith("caye") ? LEADING_CAYE.matcher(words).replaceFirst("$2 $1") : words;
  }

  /** As {@link #find}, of the keys of single words with blanks between. */
  List<NamedPlace> findWords(String words) {
    return byKey.getOrDefault(inOrder(words), List.of());
  }

  /** The places of a name; more than one if it is ambiguous, none if it is not known. */
  public List<NamedPlace> find(String name) {
    return byKey.getOrDefault(key(name), List.of());
  }
}
