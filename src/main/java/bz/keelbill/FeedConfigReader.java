package bz.keelbill;

import bz.keelbill.adsb.MessageClock;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.net.AllowList;
import bz.keelbill.report.Canary;
import bz.keelbill.sighting.DetectionColumns;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code feeds} of a configuration. */
final class FeedConfigReader {
  private final ConfigFaults faults;
  private final Function<String, Path> beside;
  private final OnlineConfigReader online;

  /**
   * With what feeds share.
   *
   * @param beside finds a path that is relative to the configuration
   * @param area what services are asked for if a feed does not say
   */
  FeedConfigReader(ConfigFaults faults, Function<String, Path> beside, Config.MapArea area) {
    this.faults = faults;
    this.beside = beside;
    this.online = new OnlineConfigReader(faults, beside, area);
  }

  List<FeedConfig> feeds(List<YamlMapping> all) {
    Set<String> names = new LinkedHashSet<>();
    List<FeedConfig> feeds = new ArrayList<>();
    for (YamlMapping each : all) {
      FeedConfig feed = feed(each);
      if (!names.add(feed.name())) {
        faults.add(each.lineOf("name"), "there are two feeds called " + feed.name());
      }
      if (Canary.NAME.equals(feed.name())) {
        faults.add(each.lineOf("name"), "the name canary is the watch's own; choose another");
      }
      feeds.add(feed);
    }
    return List.copyOf(feeds);
  }

  private FeedConfig feed(YamlMapping from) {
    String name = from.text("name", null);
    Format format = from.word("format", null, formats());
    FeedConfig.Transport transport = from.word("transport", null, transports());
    refuseMismatch(from, format, transport);
    FeedConfig.Endpoint endpoint = isNetwork(transport) ? endpoint(from, transport) : null;
    FeedConfig feed =
        new FeedConfig(
            name,
            format,
            transport,
            endpoint,
            file(from, transport),
            isOnline(transport) ? online.online(from, format, transport) : null,
            reading(from, name));
    if (feed.reading().trusted()) {
      refuseBlindTrust(from, format, transport, endpoint);
    }
    from.finish();
    return feed;
  }

  private void refuseMismatch(YamlMapping from, Format format, FeedConfig.Transport transport) {
    if (format != null && transport != null && !format.transports().contains(transport)) {
      String words =
          format.transports().stream()
              .map(FeedConfig.Transport::word)
              .collect(Collectors.joining(", "));
      faults.add(
          from.lineOf("transport"),
          "%s does not come by %s; its transport is one of %s"
              .formatted(format.word(), transport.word(), words));
    }
  }

  /** Whoever reaches the door of a trusted feed can make a craft one of our own. */
  private void refuseBlindTrust(
      YamlMapping from,
      Format format,
      FeedConfig.Transport transport,
      FeedConfig.Endpoint endpoint) {
    if (format != Format.COT) {
      faults.add(from.lineOf("trusted"), "only a feed of format cot is trusted; take the key away");
    }
    boolean isOpenDoor =
        transport == FeedConfig.Transport.TCP_LISTEN || transport == FeedConfig.Transport.UDP;
    boolean isForEveryone = isOpenDoor && endpoint.allow().equals(AllowList.EVERYONE);
    if (isForEveryone && !isLoopback(endpoint.host())) {
      faults.add(
          from.lineOf("trusted"),
          "a trusted feed on "
              + endpoint.host()
              + " must say who may send; name the addresses with allow, or bind 127.0.0.1");
    }
  }

  private static boolean isLoopback(String host) {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
  }

  private static boolean isNetwork(FeedConfig.Transport transport) {
    return transport == FeedConfig.Transport.TCP
        || transport == FeedConfig.Transport.TCP_LISTEN
        || transport == FeedConfig.Transport.UDP;
  }

  private static boolean isOnline(FeedConfig.Transport transport) {
    return transport == FeedConfig.Transport.WEBSOCKET || transport == FeedConfig.Transport.HTTP;
  }

  private FeedConfig.Source file(YamlMapping from, FeedConfig.Transport transport) {
    if (transport == FeedConfig.Transport.FILE) {
      return source(from);
    }
    return transport == FeedConfig.Transport.SERIAL ? FeedConfig.Source.of(path(from)) : null;
  }

  private FeedConfig.Endpoint endpoint(YamlMapping from, FeedConfig.Transport transport) {
    boolean dials = transport == FeedConfig.Transport.TCP;
    String host = from.text("host", dials ? null : "127.0.0.1");
    int port = from.whole("port", -1, dials ? 1 : 0, 65_535);
    if (!from.has("port")) {
      faults.add(from.line(), "the feed lacks the key port");
    }
    int maxClients =
        dials
            ? FeedConfig.Endpoint.DEFAULT_MAX_CLIENTS
            : from.whole("maxClients", FeedConfig.Endpoint.DEFAULT_MAX_CLIENTS, 1, 10_000);
    return new FeedConfig.Endpoint(
        host, port, maxClients, dials ? AllowList.EVERYONE : allow(from));
  }

  private AllowList allow(YamlMapping from) {
    try {
      return AllowList.parse(from.texts("allow"));
    } catch (IllegalArgumentException wrong) {
      faults.add(from.lineOf("allow"), "allow: " + wrong.getMessage());
      return AllowList.EVERYONE;
    }
  }

  private FeedConfig.Source source(YamlMapping from) {
    Map<String, FeedConfig.Pace> paces = new LinkedHashMap<>();
    paces.put("fast", FeedConfig.Pace.FAST);
    paces.put("realtime", FeedConfig.Pace.REALTIME);
    return new FeedConfig.Source(
        path(from),
        from.flag("follow", false),
        from.flag("fromEnd", false),
        from.word("pace", FeedConfig.Pace.FAST, paces));
  }

  private Path path(YamlMapping from) {
    if (!from.has("path")) {
      faults.add(from.line(), "the feed lacks the key path");
    }
    return from.read("path", Path.of(""), beside);
  }

  private static FeedConfig.Reading reading(YamlMapping from, String name) {
    return new FeedConfig.Reading(
        from.text("station", name == null ? "" : name),
        from.read("timezone", ZoneOffset.UTC, ZoneId::of),
        from.flag("mlat", false),
        from.word("counter", MessageClock.Counter.TICKS, counters()),
        from.flag("repair", false),
        from.flag("checksumOptional", false),
        from.flag("trusted", false),
        detections(from));
  }

  /** A preset, and single columns by other names. */
  private static DetectionColumns detections(YamlMapping from) {
    DetectionColumns preset = from.word("preset", DetectionColumns.ANY, DetectionColumns.presets());
    YamlMapping columns = from.mapping("columns");
    Map<DetectionColumns.Field, String> others = new EnumMap<>(DetectionColumns.Field.class);
    for (DetectionColumns.Field field : DetectionColumns.Field.values()) {
      String name = columns.textOrNull(field.word());
      if (name != null) {
        others.put(field, name);
      }
    }
    columns.finish();
    return preset.with(others);
  }

  private static Map<String, MessageClock.Counter> counters() {
    Map<String, MessageClock.Counter> words = new LinkedHashMap<>();
    words.put("12mhz", MessageClock.Counter.TICKS);
    words.put("gps", MessageClock.Counter.GPS);
    return words;
  }

  private static Map<String, Format> formats() {
    Map<String, Format> words = new LinkedHashMap<>();
    for (Format format : Format.values()) {
      words.put(format.word(), format);
    }
    return words;
  }

  private static Map<String, FeedConfig.Transport> transports() {
    Map<String, FeedConfig.Transport> words = new LinkedHashMap<>();
    for (FeedConfig.Transport transport : FeedConfig.Transport.values()) {
      words.put(transport.word(), transport);
    }
    return words;
  }
}
