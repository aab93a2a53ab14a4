package bz.keelbill;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.net.AllowList;
import bz.keelbill.relay.OutputConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code aisOut} of a configuration, whose feeds and demo have been read. */
final class AisOutConfigReader {
  private static final int MOST_DUPLICATE_SECONDS = 600;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

  private final ConfigFaults faults;
  private final List<FeedConfig> feeds;
  private final Map<String, Format> named = new LinkedHashMap<>();

  AisOutConfigReader(ConfigFaults faults, List<FeedConfig> feeds, boolean hasDemo) {
    this.faults = faults;
    this.feeds = feeds;
    feeds.forEach(feed -> named.put(feed.name(), feed.format()));
    if (hasDemo) {
      DemoWorld.formats().forEach(named::putIfAbsent);
    }
  }

  List<OutputConfig> outputs(List<YamlMapping> all) {
    Set<String> names = new LinkedHashSet<>();
    List<OutputConfig> outputs = new ArrayList<>();
    for (YamlMapping each : all) {
      OutputConfig output = output(each);
      if (!names.add(output.name())) {
        faults.add(each.lineOf("name"), "there are two AIS outputs called " + output.name());
      }
      outputs.add(output);
    }
    return List.copyOf(outputs);
  }

  private OutputConfig output(YamlMapping from) {
    OutputConfig.Transport transport = from.word("transport", null, transports());
    OutputConfig output =
        new OutputConfig(
            from.text("name", null),
            transport,
            transport == null ? null : endpoint(from, transport),
            choice(from),
            new OutputConfig.Form(
                from.flag("tags", true),
                transport == OutputConfig.Transport.UDP && from.flag("onePerDatagram", false)));
    from.finish();
    refuseUnmarkedLoop(from, output);
    return output;
  }

  private OutputConfig.Endpoint endpoint(YamlMapping from, OutputConfig.Transport transport) {
    boolean listens = transport == OutputConfig.Transport.TCP_LISTEN;
    String host = from.text("host", listens ? "127.0.0.1" : null);
    int port = from.whole("port", -1, listens ? 0 : 1, 65_535);
    if (!from.has("port")) {
      faults.add(from.line(), "the AIS output lacks the key port");
    }
    int most = OutputConfig.Endpoint.DEFAULT_MAX_CLIENTS;
    return new OutputConfig.Endpoint(
        host,
        port,
        listens ? from.whole("maxClients", most, 1, 10_000) : most,
        listens ? allow(from) : AllowList.EVERYONE);
  }

  private AllowList allow(YamlMapping from) {
    try {
      return AllowList.parse(from.texts("allow"));
    } catch (IllegalArgumentException wrong) {
      faults.add(from.lineOf("allow"), "allow: " + wrong.getMessage());
      return AllowList.EVERYONE;
    }
  }

  private OutputConfig.Choice choice(YamlMapping from) {
    List<String> sentences = from.texts("sentences");
    for (String sentence : sentences) {
      if (!sentence.equals("VDM") && !sentence.equals("VDO")) {
        faults.add(from.lineOf("sentences"), "sentences holds VDM or VDO, not " + sentence);
      }
    }
    return new OutputConfig.Choice(
        chosenFeeds(from),
        sentences.isEmpty() || sentences.contains("VDM"),
        sentences.contains("VDO"),
        from.whole("dropDuplicatesSeconds", 0, 0, MOST_DUPLICATE_SECONDS));
  }

  /** The feeds of the configuration unless others are named; the demo's only by name. */
  private List<String> chosenFeeds(YamlMapping from) {
    List<String> chosen = from.texts("feeds").stream().distinct().toList();
    for (String name : chosen) {
      Format format = named.get(name);
      if (format == null) {
        String known = named.isEmpty() ? "none" : String.join(", ", named.keySet());
        faults.add(
            from.lineOf("feeds"), "there is no feed called " + name + "; there are " + known);
      } else if (!AisOut.isRaw(format)) {
        String why = " is of format " + format.word() + ", which holds no AIS sentences";
        faults.add(from.lineOf("feeds"), "feed " + name + why);
      }
    }
    return chosen.isEmpty()
        ? feeds.stream()
            .filter(feed -> feed.format() != null && AisOut.isRaw(feed.format()))
            .map(FeedConfig::name)
            .toList()
        : chosen;
  }

  /** Without tag blocks nothing marks what has been given on, so it must not come back at once. */
  private void refuseUnmarkedLoop(YamlMapping from, OutputConfig output) {
    if (output.form().tags() || output.endpoint() == null || output.endpoint().port() < 1) {
      return;
    }
    for (FeedConfig feed : feeds) {
      if (feed.endpoint() != null && isHeardBy(feed, output)) {
        faults.add(
            from.lineOf("port"),
            "feed "
                + feed.name()
                + " would hear this output, which without tags goes round for ever;"
                + " take another port or tags: true");
      }
    }
  }

  /** Whether what leaves there comes straight back in here. */
  private static boolean isHeardBy(FeedConfig feed, OutputConfig output) {
    boolean sends = output.transport() == OutputConfig.Transport.UDP;
    FeedConfig.Transport hears = sends ? FeedConfig.Transport.UDP : FeedConfig.Transport.TCP;
    String target = sends ? output.endpoint().host() : feed.endpoint().host();
    String bound = sends ? feed.endpoint().host() : output.endpoint().host();
    return feed.transport() == hears
        && feed.endpoint().port() == output.endpoint().port()
        && target != null
        && (THIS_MACHINE.contains(target) || target.equals(bound));
  }

  private static Map<String, OutputConfig.Transport> transports() {
    Map<String, OutputConfig.Transport> words = new LinkedHashMap<>();
    for (OutputConfig.Transport transport : OutputConfig.Transport.values()) {
      words.put(transport.word(), transport);
    }
    return words;
  }
}
