package bz.keelbill.sighting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a folded text names places that the gazetteer knows: the longest names, left to right. */
final class Mentions {
  private static final Pattern WORD = Pattern.compile("[a-z0-9'.]+");

  /**
   * One name.
   *
   * @param from where it begins
   * @param to the first place behind it
   * @param places what it may mean, at least one
   */
  record Mention(int from, int to, List<NamedPlace> places) {}

  private final String text;
  private final Gazetteer gazetteer;
  private final List<int[]> words = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  private Mentions(String text, Gazetteer gazetteer) {
    this.text = text;
    this.gazetteer = gazetteer;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String key = Gazetteer.key(word.group());
      if (!key.isEmpty()) {
        words.add(new int[] {word.start(), word.end()});
        keys.add(key);
      }
    }
  }

  static List<Mention> in(String folded, Gazetteer gazetteer) {
    Mentions mentions = new Mentions(folded, gazetteer);
    List<Mention> found = new ArrayList<>();
    for (int first = 0; first < mentions.words.size(); ) {
      int count = mentions.longestFrom(first);
      if (count > 0) {
        found.add(mentions.mention(first, count));
      }
      first += Math.max(1, count);
    }
    return found;
  }

  private int longestFrom(int first) {
    int longest = 0;
    StringBuilder name = new StringBuilder();
    int most = Math.min(Gazetteer.MOST_WORDS, words.size() - first);
    for (int count = 1; count <= most && isJoined(first, first + count - 1); count++) {
      name.append(count == 1 ? "" : " ").append(keys.get(first + count - 1));
      longest = gazetteer.findWords(name.toString()).isEmpty() ? longest : count;
    }
    return longest;
  }

  /** Whether nothing stands before a word that ends a name. */
  private boolean isJoined(int first, int last) {
    if (last == first) {
      return true;
    }
    for (int at = words.get(last - 1)[1]; at < words.get(last)[0]; at++) {
      char between = text.charAt(at);
      if (between == ',' || between == '|' || between == ';') {
        return false;
      }
    }
    return true;
  }

  private Mention mention(int first, int count) {
    int from = words.get(first)[0];
    int to = words.get(first + count - 1)[1];
    String name = String.join(" ", keys.subList(first, first + count));
    return new Mention(from, to, gazetteer.findWords(name));
  }
}
