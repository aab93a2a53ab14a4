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
    if (config.format() != Format.AISHUB) {
      return url;
    }
    StringBuilder query = new StringBuilder(url.getRawQuery() == null ? "" : url.getRawQuery());
    aisHub(config.online().wish())
        .forEach(
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
