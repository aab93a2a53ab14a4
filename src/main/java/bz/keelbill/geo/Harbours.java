package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ports, found by place and by what crews type for them: UN/LOCODE with or without blank, the
 * town, the pier, an old spelling. Immutable; of several that fit the first counts.
 */
public final class Harbours {
  /** So long a name is known with one letter wrong. */
  private static final int LONG_NAME = 7;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String SORTS =
      "( (PORT|PIER|MARINA|CRUISE|CARGO|CRUISE PORT|IMMIGRATION POST|CITY))+$";

  private final List<Port> ports;
  private final PlaceIndex index;
  private final Map<String, Port> byPlace = new HashMap<>();
  private final Map<String, Port> byCode = new HashMap<>();
  private final Map<String, Port> byName = new LinkedHashMap<>();

  private Harbours(List<Port> ports) {
    this.ports = List.copyOf(ports);
    this.index = new PlaceIndex(ports.stream().map(Port::place).toList());
    for (Port port : ports) {
      byPlace.putIfAbsent(port.place().id(), port);
      if (port.unlocode() != null) {
        byCode.putIfAbsent(port.unlocode(), port);
      }
      names(port).forEach(name -> byName.putIfAbsent(name, port));
    }
  }

  /** Indexes ports. */
  public static Harbours of(List<Port> ports) {
    return new Harbours(ports);
  }

  /** All of them, in the order of their layers. */
  public List<Port> ports() {
    return ports;
  }

  /** The nearest, or null if there is none. */
  public Port nearest(Position at) {
    Place place = index.nearest(at.latitude(), at.longitude());
    return place == null ? null : byPlace.get(place.id());
  }

  /** The port that a text means, or null if it means none that is known. */
  public Port named(String text) {
    String words = words(text);
    if (words.isEmpty()) {
      return null;
    }
    Port byCode = coded(words);
    return byCode != null ? byCode : spelled(words);
  }

  private Port coded(String words) {
    String[] tokens = words.split(" ");
    Port found = words.length() == 3 ? byCode.get("BZ" + words) : null;
    // Of several the last is where it is bound.
    for (int at = 0; at < tokens.length; at++) {
      boolean isPair = at + 1 < tokens.length && tokens[at].length() == 2;
      Port port = byCode.get(tokens[at]);
      Port ofPair = isPair ? byCode.get(tokens[at] + tokens[at + 1]) : null;
      if (port != null || ofPair != null) {
        found = port == null ? ofPair : port;
      }
    }
    return found;
  }

  private Port spelled(String words) {
    String town = words.replaceAll("\\bPTO\\b", "PUERTO").replaceFirst("^PORT (OF )?", "");
    String country = country(words);
    Port exact = byName.get(town);
    String best = exact == null ? "" : town;
    for (String name : byName.keySet()) {
      // A town's short name alone might be a part of many others.
      boolean isLonger = exact == null && name.length() > best.length() && name.length() > 5;
      best = isLonger && (" " + town + " ").contains(" " + name + " ") ? name : best;
    }
    for (String name : byName.keySet()) {
      boolean isNear = best.isEmpty() && name.length() >= LONG_NAME;
      best = isNear && Spelling.differsByAtMostOne(name, town) ? name : best;
    }
    Port port = byName.get(best);
    boolean isElsewhere =
        port != null && country != null && !country.equals(port.place().country());
    return isElsewhere ? null : port;
  }

  /** The country that a text ends with, or null. */
  private static String country(String words) {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    boolean isCode = last.length() == 2 && !last.equals(words) && COUNTRIES.contains(last);
    return switch (last) {
      case "HONDURAS" -> "HN";
      case "GUATEMALA" -> "GT";
      case "MEXICO" -> "MX";
      default -> isCode ? last : null;
    };
  }

  /** Capitals and digits, one blank between words. */
  private static String words(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip();
  }

  private static List<String> names(Port port) {
    List<String> names = new ArrayList<>();
    Arrays.stream(port.place().name().split(" - |[()/]"))
        .map(Harbours::words)
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              names.add(name);
              names.add(name.replaceAll(SORTS, ""));
            });
    return names;
  }
}
