package bz.keelbill;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Secret;
import bz.keelbill.json.AisStreamDecoder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a feed says of a service on the network. Neither key nor address is ever repeated in a
 * fault, for addresses hold keys too.
 */
final class OnlineConfigReader {
  private static final int USUAL_SECONDS = 60;
  private static final int LEAST_SECONDS = 5;
  private static final int MOST_SECONDS = 3600;

  /** AISHub answers nobody more often than once a minute. */
  private static final int LEAST_SECONDS_AISHUB = 60;

  private static final long MOST_KEY_BYTES = 4096;
  private static final int HIGHEST_MMSI = (1 << 30) - 1;
  private static final URI NOWHERE = URI.create("http://invalid");
  private static final Pattern USERNAME = Pattern.compile("(?:^|&)username=([^&]+)");

  private final ConfigFaults faults;
  private final Function<String, Path> beside;
  private final Config.MapArea area;

  OnlineConfigReader(ConfigFaults faults, Function<String, Path> beside, Config.MapArea area) {
    this.faults = faults;
    this.beside = beside;
    this.area = area;
  }

  /** The service of one feed; a format is null if it was wrong. */
  FeedConfig.Online online(YamlMapping from, Format format, FeedConfig.Transport transport) {
    boolean isPolled = transport == FeedConfig.Transport.HTTP;
    URI url = isPolled ? url(from, "http", "https") : url(from, "ws", "wss");
    int least = format == Format.AISHUB ? LEAST_SECONDS_AISHUB : LEAST_SECONDS;
    int seconds =
        isPolled
            ? from.whole("intervalSeconds", USUAL_SECONDS, least, MOST_SECONDS)
            : USUAL_SECONDS;
    return new FeedConfig.Online(url, seconds * 1000L, wish(from, format, url));
  }

  private URI url(YamlMapping from, String plain, String secured) {
    String text = from.textOrNull("url");
    if (text == null) {
      faults.add(from.line(), "the feed lacks the key url");
      return NOWHERE;
    }
    try {
      URI url = new URI(text.strip());
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      if (url.getHost() != null && (scheme.equals(plain) || scheme.equals(secured))) {
        return url;
      }
    } catch (URISyntaxException notAnAddress) {
      // Said below.
    }
    faults.add(
        from.lineOf("url"),
        "url must be a whole address that begins with %s:// or %s://".formatted(secured, plain));
    return NOWHERE;
  }

  private FeedConfig.Wish wish(YamlMapping from, Format format, URI url) {
    if (format != Format.AISSTREAM && format != Format.AISHUB) {
      return FeedConfig.Wish.NONE;
    }
    List<FeedConfig.Box> boxes = boxes(from);
    if (format == Format.AISHUB && boxes.size() > 1) {
      faults.add(
          from.lineOf("boxes"), "aishub takes one box; make a feed for each or one around all");
    }
    List<String> types = format == Format.AISSTREAM ? types(from) : List.of();
    return new FeedConfig.Wish(key(from, url), boxes, mmsis(from), types);
  }

  private Secret key(YamlMapping from, URI url) {
    String key = from.textOrNull("key");
    String file = from.textOrNull("keyFile");
    if (key != null && file != null) {
      faults.add(from.lineOf("keyFile"), "key and keyFile exclude each other; keep one");
    }
    if (key != null) {
      return new Secret(key.strip());
    }
    if (file != null) {
      return new Secret(contents(from, file));
    }
    Matcher inUrl = USERNAME.matcher(url.getRawQuery() == null ? "" : url.getRawQuery());
    if (inUrl.find()) {
      return new Secret(URLDecoder.decode(inUrl.group(1), StandardCharsets.UTF_8));
    }
    faults.add(from.line(), "the feed lacks the key key or keyFile");
    return Secret.NONE;
  }

  private String contents(YamlMapping from, String name) {
    try {
      Path file = beside.apply(name);
      String text = Files.size(file) > MOST_KEY_BYTES ? "" : Files.readString(file).strip();
      if (!text.isEmpty() && text.lines().count() == 1) {
        return text;
      }
      faults.add(from.lineOf("keyFile"), "keyFile must hold the key and nothing else");
    } catch (IOException | RuntimeException unreadable) {
      faults.add(from.lineOf("keyFile"), "keyFile cannot be read; check path and rights");
    }
    return "";
  }

  private List<FeedConfig.Box> boxes(YamlMapping from) {
    List<FeedConfig.Box> boxes = new ArrayList<>();
    for (List<String> row : from.rows("boxes")) {
      FeedConfig.Box box = box(row);
      if (box == null) {
        faults.add(
            from.lineOf("boxes"),
            "boxes must hold lists [south, west, north, east] in degrees, south below north and"
                + " west below east");
      } else {
        boxes.add(box);
      }
    }
    return from.has("boxes") && !boxes.isEmpty()
        ? boxes
        : List.of(new FeedConfig.Box(area.south(), area.west(), area.north(), area.east()));
  }

  private static FeedConfig.Box box(List<String> row) {
    try {
      double[] sides = row.stream().mapToDouble(Double::parseDouble).toArray();
      boolean isBox =
          sides.length == 4
              && sides[0] >= -90
              && sides[0] < sides[2]
              && sides[2] <= 90
              && sides[1] >= -180
              && sides[1] < sides[3]
              && sides[3] <= 180;
      return isBox ? new FeedConfig.Box(sides[0], sides[1], sides[2], sides[3]) : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private List<Integer> mmsis(YamlMapping from) {
    List<Integer> all = new ArrayList<>();
    for (String text : from.texts("mmsi")) {
      boolean isMmsi = text.matches("\\d{1,10}") && Long.parseLong(text) <= HIGHEST_MMSI;
      if (isMmsi) {
        all.add(Integer.parseInt(text));
      } else {
        faults.add(from.lineOf("mmsi"), "mmsi must hold numbers of up to nine digits, not " + text);
      }
    }
    return all;
  }

  private List<String> types(YamlMapping from) {
    List<String> all = from.texts("types");
    for (String type : all) {
      if (!AisStreamDecoder.isMessageType(type)) {
        faults.add(
            from.lineOf("types"),
            "aisstream.io has no message " + type + "; such as PositionReport, ShipStaticData");
      }
    }
    return all;
  }
}
