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

  private Mentions(String text, Gazetteer gazetteer) {
    this.text = text;
    this.gazetteer = gazetteer;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
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
    int most = Math.min(Gazetteer.MOST_WORDS, words.size() - first);
    for (int count = most; count > 0; count--) {
      String name = text.substring(words.get(first)[0], words.get(first + count - 1)[1]);
      boolean isOnePiece = name.indexOf(',') < 0 && name.indexOf('|') < 0 && name.indexOf(';') < 0;
      if (isOnePiece && !gazetteer.find(name).isEmpty()) {
        return count;
      }
    }
    return 0;
  }

  private Mention mention(int first, int count) {
    int from = words.get(first)[0];
    int to = words.get(first + count - 1)[1];
    return new Mention(from, to, gazetteer.find(text.substring(from, to)));
  }
}
