package bz.keelbill.feed;

import bz.keelbill.json.AisStreamSubscription;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a format asks of the service that speaks it. */
final class Request {
  private Request() {}

  /** The first message on a fresh websocket, or null if the format begins with listening. */
  static String opening(FeedConfig config) {
    if (config.format() != Format.AISSTREAM) {
      return null;
    }
    FeedConfig.Wish wish = config.online().wish();
    List<double[]> boxes =
        wish.boxes().stream()
            .map(box -> new double[] {box.south(), box.west(), box.north(), box.east()})
            .toList();
    return AisStreamSubscription.json(wish.key().reveal(), boxes, wish.mmsis(), wish.types());
  }

  /** The address with all that the format puts into its query; what stands there already stays. */
  static URI address(FeedConfig config) {
    URI url = config.online().url();
    return switch (config.format()) {
      case AISHUB -> withQuery(url, aisHub(config.online().wish()));
      case OPENSKY -> withQuery(url, openSky(config.online().wish()));
      case AIS,
          RADAR,
          NMEA,
          SBS,
          BEAST,
          AVR,
          PLANS,
          ASTERIX,
          COT,
          VMS,
          AISSTREAM,
          READSB,
          DETECTIONS ->
          url;
    };
  }

  private static URI withQuery(URI url, Map<String, String> wanted) {
    StringBuilder query = new StringBuilder(url.getRawQuery() == null ? "" : url.getRawQuery());
    wanted.forEach(
        (name, value) -> {
          boolean isThere = ("&" + query).contains("&" + name + "=");
          String end = query.isEmpty() ? "" : "&";
          query.append(isThere ? "" : end + name + "=" + encoded(value));
        });
    return URI.create(FeedConfig.Online.plain(url) + "?" + query);
  }

  /** The header that a user's name in the address stands for (RFC 7617), or null. */
  static String authorization(URI url) {
    if (url.getUserInfo() == null) {
      return null;
    }
    byte[] user = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user);
  }

  /** What the feed is known by to its service; feeds of one name share what it allows. */
  static String account(FeedConfig config) {
    FeedConfig.Online online = config.online();
    boolean isShared = config.format() == Format.OPENSKY || online.wish().key().isThere();
    if (!isShared) {
      return "feed " + config.name();
    }
    String client = online.account().clientId();
    String who = client == null ? online.wish().key().reveal() : client;
    return online.url().getHost() + ":" + online.url().getPort() + " " + who;
  }

  /** The header that holds the key; null if none does. */
  static String keyHeader(FeedConfig.Online online) {
    return online.wish().key().isThere() ? online.account().keyHeader() : null;
  }

  /** The key as its header has it. */
  static String keyValue(FeedConfig.Online online) {
    boolean isBearer = online.account().keyHeader().equalsIgnoreCase("Authorization");
    return (isBearer ? "Bearer " : "") + online.wish().key().reveal();
  }

  /** The form that is given for a token. */
  static String tokenForm(FeedConfig.Online online) {
    return "grant_type=client_credentials&client_id="
        + encoded(online.account().clientId())
        + "&client_secret="
        + encoded(online.wish().key().reveal());
  }

  private static Map<String, String> openSky(FeedConfig.Wish wish) {
    Map<String, String> all = new LinkedHashMap<>();
    if (!wish.boxes().isEmpty()) {
      FeedConfig.Box box = wish.boxes().get(0);
      all.put("lamin", degrees(box.south()));
      all.put("lomin", degrees(box.west()));
      all.put("lamax", degrees(box.north()));
      all.put("lomax", degrees(box.east()));
    }
    return all;
  }

  private static Map<String, String> aisHub(FeedConfig.Wish wish) {
    Map<String, String> all = new LinkedHashMap<>();
    if (wish.key().isThere()) {
      all.put("username", wish.key().reveal());
    }
    all.put("format", "1");
    all.put("output", "json");
    all.put("compress", "0");
    if (!wish.boxes().isEmpty()) {
      FeedConfig.Box box = wish.boxes().get(0);
      all.put("latmin", degrees(box.south()));
      all.put("latmax", degrees(box.north()));
      all.put("lonmin", degrees(box.west()));
      all.put("lonmax", degrees(box.east()));
    }
    if (!wish.mmsis().isEmpty()) {
      all.put("mmsi", wish.mmsis().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    return all;
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
