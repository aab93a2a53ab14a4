package bz.keelbill.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the journal is told of the record, and how it is read there. */
final class Noted {
  private static final Pattern CHAIN = Pattern.compile("(\\S+) batch (\\d+) ([0-9a-f]{64})");
  private static final Pattern SEALED = Pattern.compile("(\\S+) sha256 ([0-9a-f]{64})");
  private static final String CHAIN_WORD = "chain";
  private static final String SEALED_WORD = "sealed";

  private Noted() {}

  static JournalEntry chain(String file, BatchHash.Head head) {
    return new JournalEntry.OfNote(CHAIN_WORD, file + " batch " + head.batch() + " " + head.hash());
  }

  static JournalEntry sealed(String file, String sha256) {
    return new JournalEntry.OfNote(SEALED_WORD, file + " sha256 " + sha256);
  }

  /** File, batch and hash; null if the note is not of this kind. */
  static Matcher chain(JournalEntry.OfNote note) {
    Matcher found = CHAIN.matcher(note.text());
    return note.what().equals(CHAIN_WORD) && found.matches() ? found : null;
  }

  /** File and hash; null if the note is not of this kind. */
  static Matcher sealed(JournalEntry.OfNote note) {
    Matcher found = SEALED.matcher(note.text());
    return note.what().equals(SEALED_WORD) && found.matches() ? found : null;
  }
}
