package bz.keelbill.radar;

import bz.keelbill.report.TagBlock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets the later lines of a tag-block group inherit source and time from the first. Remembers the
 * last 64 groups, each for ten seconds of arrival.
 */
final class TagGroups {
  private static final int MAX_GROUPS = 64;
  private static final long MAX_AGE_MILLIS = 10_000;

  private record Key(int total, int id) {}

  private record First(TagBlock tag, long receivedAtMillis) {}

  private final Map<Key, First> firsts = new LinkedHashMap<>();

  /** The tag with what it inherits. */
  TagBlock complete(TagBlock tag, long receivedAtMillis) {
    if (tag.group() == null) {
      return tag;
    }
    Key key = new Key(tag.group().total(), tag.group().id());
    if (tag.group().part() == 1) {
      remember(key, new First(tag, receivedAtMillis));
      return tag;
    }
    First first = firsts.get(key);
    return first != null && Math.abs(receivedAtMillis - first.receivedAtMillis) <= MAX_AGE_MILLIS
        ? inherited(tag, first.tag)
        : tag;
  }

  private static TagBlock inherited(TagBlock tag, TagBlock first) {
    return new TagBlock(
        tag.source() == null ? first.source() : tag.source(),
        tag.atMillis() == null ? first.atMillis() : tag.atMillis(),
        tag.group(),
        tag.sentenceStart(),
        tag.wrongChecksums());
  }

  private void remember(Key key, First first) {
    firsts.remove(key);
    firsts.put(key, first);
    if (firsts.size() > MAX_GROUPS) {
      Iterator<Key> eldest = firsts.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }
}
