package bz.keelbill;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Formats;
import bz.keelbill.report.Canary;
import bz.keelbill.report.Decoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which decoder reads the recorded lines of a feed again: the one that read them live. */
final class FeedDecoders {
  private record Spoken(Format format, FeedConfig.Reading reading) {}

  private final Formats formats;
  private final Map<String, Spoken> byFeed = new LinkedHashMap<>();

  FeedDecoders(Config config) {
    formats = config.formats();
    DemoWorld.formats()
        .forEach(
            (name, format) -> byFeed.put(name, new Spoken(format, FeedConfig.Reading.of(name))));
    byFeed.put(Canary.NAME, new Spoken(Format.AIS, FeedConfig.Reading.of(Canary.NAME)));
    for (FeedConfig feed : config.feeds()) {
      byFeed.put(feed.name(), new Spoken(feed.format(), feed.reading()));
    }
  }

  /** A fresh decoder, or null for a feed that the configuration no longer knows. */
  Decoder forFeed(String name) {
    Spoken spoken = byFeed.get(name);
    return spoken == null ? null : formats.newDecoder(spoken.format(), spoken.reading(), false);
  }
}
