package bz.keelbill.relay;

import java.util.regex.Pattern;

/**
 * Keeps sentences from going round for ever where an output comes back as a feed.
 *
 * <p>Each line that leaves with a tag block carries a text {@code t:kb-IDENTITY}; the identity is
 * drawn when the relay starts. A line that comes in with our identity is not given on again. One
 * that other relays marked keeps their marks before ours ({@code t:kb-A-B}), so that rings of
 * several relays end too, and after {@value #MOST_RELAYS} relays it goes no further. Readers skip a
 * text key that they do not know; outputs without tag blocks carry no marks.
 */
final class Marker {
  static final int MOST_RELAYS = 4;

  private static final Pattern MARKS = Pattern.compile("kb(-[0-9a-f]{6}){1," + MOST_RELAYS + "}");
  private static final int MARK_CHARACTERS = 7;

  private final String mark;

  /** A marker of an identity, six hexadecimal digits. */
  Marker(String identity) {
    mark = "-" + identity;
  }

  /** Whether a line with that text was here before, or has come far enough. */
  boolean endsHere(String text) {
    return isMarked(text)
        && (text.contains(mark) || text.length() == 2 + MOST_RELAYS * MARK_CHARACTERS);
  }

  /** The text with which a line goes on. */
  String onward(String text) {
    return (isMarked(text) ? text : "kb") + mark;
  }

  private static boolean isMarked(String text) {
    return text != null && MARKS.matcher(text).matches();
  }
}
