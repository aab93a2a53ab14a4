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

  /** A receiver writes its document anew each second. */
  private static final int LEAST_SECONDS_READSB = 1;

  private static final int USUAL_SECONDS_READSB = 5;

  /** OpenSky's documents are so far apart, for those without an account and those with one. */
  private static final int LEAST_SECONDS_OPENSKY = 10;

  private static final int LEAST_SECONDS_OPENSKY_CLIENT = 5;

  /** By these its credit for a day, 400 and 4,000, lasts for a day. */
  private static final int USUAL_SECONDS_OPENSKY = 240;

  private static final int USUAL_SECONDS_OPENSKY_CLIENT = 30;

  private static final URI OPENSKY_TOKENS =
      URI.create(
          "https://auth.opensky-network.org/auth/realms/opensky-network/protocol/openid-connect"
              + "/token");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

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
    URI url = isPolled ? url(from, "url", "http", "https") : url(from, "url", "ws", "wss");
    FeedConfig.Account account = account(from, format);
    int seconds = isPolled ? seconds(from, format, account) : USUAL_SECONDS;
    FeedConfig.Wish wish = wish(from, format, url);
    refuseHalfAnAccount(from, format, url, account, wish);
    return new FeedConfig.Online(url, seconds * 1000L, wish, account);
  }

  private static int seconds(YamlMapping from, Format format, FeedConfig.Account account) {
    boolean isClient = account.clientId() != null;
    int usual = USUAL_SECONDS;
    int least = LEAST_SECONDS;
    if (format == Format.AISHUB) {
      least = LEAST_SECONDS_AISHUB;
    } else if (format == Format.READSB) {
      usual = USUAL_SECONDS_READSB;
      least = LEAST_SECONDS_READSB;
    } else if (format == Format.OPENSKY) {
      usual = isClient ? USUAL_SECONDS_OPENSKY_CLIENT : USUAL_SECONDS_OPENSKY;
      least = isClient ? LEAST_SECONDS_OPENSKY_CLIENT : LEAST_SECONDS_OPENSKY;
    }
    return from.whole("intervalSeconds", usual, least, MOST_SECONDS);
  }

  private FeedConfig.Account account(YamlMapping from, Format format) {
    if (format == Format.OPENSKY) {
      String client = from.textOrNull("clientId");
      URI tokens = from.has("tokenUrl") ? url(from, "tokenUrl", "http", "https") : OPENSKY_TOKENS;
      return client == null
          ? FeedConfig.Account.NONE
          : FeedConfig.Account.ofClient(client.strip(), tokens);
    }
    return format == Format.READSB
        ? FeedConfig.Account.ofHeader(keyHeader(from))
        : FeedConfig.Account.NONE;
  }

  private String keyHeader(YamlMapping from) {
    String header = from.text("keyHeader", "Authorization").strip();
    if (!HEADER.matcher(header).matches()) {
      faults.add(
          from.lineOf("keyHeader"), "keyHeader must be the name of a header, such as api-auth");
    }
    return header;
  }

  private void refuseHalfAnAccount(
      YamlMapping from, Format format, URI url, FeedConfig.Account account, FeedConfig.Wish wish) {
    if (format != Format.OPENSKY) {
      return;
    }
    boolean isKeyNamed = from.has("key") || from.has("keyFile");
    if (account.clientId() != null && !isKeyNamed) {
      faults.add(from.line(), "the feed lacks the key key or keyFile, the secret of its clientId");
    }
    if (account.clientId() == null && isKeyNamed) {
      faults.add(from.line(), "the feed lacks the key clientId, whose secret its key is");
    }
    if (url.getUserInfo() != null) {
      faults.add(
          from.lineOf("url"),
          "opensky takes no user's name in url any more; use clientId and keyFile");
    }
  }

  private URI url(YamlMapping from, String key, String plain, String secured) {
    String text = from.textOrNull(key);
    if (text == null) {
      faults.add(from.line(), "the feed lacks the key " + key);
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
        from.lineOf(key),
        "%s must be a whole address that begins with %s:// or %s://"
            .formatted(key, secured, plain));
    return NOWHERE;
  }

  private FeedConfig.Wish wish(YamlMapping from, Format format, URI url) {
    if (format == Format.READSB) {
      return new FeedConfig.Wish(keyIfNamed(from), List.of(), List.of(), List.of());
    }
    if (format == Format.OPENSKY) {
      return new FeedConfig.Wish(keyIfNamed(from), oneBox(from, format), List.of(), List.of());
    }
    if (format != Format.AISSTREAM && format != Format.AISHUB) {
      return FeedConfig.Wish.NONE;
    }
    List<FeedConfig.Box> boxes = format == Format.AISHUB ? oneBox(from, format) : boxes(from);
    List<String> types = format == Format.AISSTREAM ? types(from) : List.of();
    return new FeedConfig.Wish(key(from, url), boxes, mmsis(from), types);
  }

  private List<FeedConfig.Box> oneBox(YamlMapping from, Format format) {
    List<FeedConfig.Box> boxes = boxes(from);
    if (boxes.size() > 1) {
      faults.add(
          from.lineOf("boxes"),
          format.word() + " takes one box; make a feed for each or one around all");
    }
    return boxes;
  }

  /** A key that is sent in a header, where not every sign may stand. */
  private Secret keyIfNamed(YamlMapping from) {
    if (!from.has("key") && !from.has("keyFile")) {
      return Secret.NONE;
    }
    Secret key = key(from, NOWHERE);
    if (!key.isPlain()) {
      faults.add(
          from.lineOf(from.has("key") ? "key" : "keyFile"),
          "the key must be of letters, digits and signs without blanks");
    }
    return key;
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
