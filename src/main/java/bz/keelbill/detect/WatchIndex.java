package bz.keelbill.detect;

import bz.keelbill.detect.Listing.By;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A watch list by every identity that its craft have, so that looking one up takes the same time
 * among five entries and among five thousand. Immutable; any thread.
 *
 * <p>Exact on IMO number, MMSI, aircraft address, registration and callsign, in this order. A name
 * may differ by one letter. An IMO number that contradicts outranks everything else.
 */
public final class WatchIndex {
  private static final int SHORTEST_FUZZY_NAME = 5;

  private final Map<String, List<Listed>> byMark = new HashMap<>();
  private final Map<String, List<Named>> byName = new HashMap<>();

  private record Listed(PublishedList list, Entry entry) {}

  private record Named(Listed listed, String plain, By by) {}

  /** One thing that a craft says of itself; {@code key} is what it is found by. */
  private record Said(By by, String key, String text) {}

  private WatchIndex(WatchList all) {
    all.entries().forEach(entry -> add(new Listed(null, entry)));
    for (PublishedList list : all.published()) {
      list.entries().forEach(entry -> add(new Listed(list, entry)));
    }
  }

  /** Indexes a list. */
  public static WatchIndex of(WatchList list) {
    return new WatchIndex(list);
  }

  private void add(Listed listed) {
    Marks marks = listed.entry().marks();
    mark(By.IMO_NUMBER, marks.imo(), listed);
    mark(By.MMSI, marks.mmsi(), listed);
    mark(By.AIRCRAFT_ADDRESS, marks.icao24(), listed);
    mark(By.REGISTRATION, marks.registration(), listed);
    mark(By.CALLSIGN, marks.callsign(), listed);
    if (listed.entry().domain() != Domain.AIR) {
      name(By.NAME, listed.entry().name(), listed);
      listed.entry().formerNames().forEach(former -> name(By.FORMER_NAME, former, listed));
    }
  }

  private void mark(By by, Object mark, Listed listed) {
    if (mark != null && !plain(mark.toString()).isEmpty()) {
      byMark.computeIfAbsent(key(by, mark), key -> new ArrayList<>(1)).add(listed);
    }
  }

  private void name(By by, String name, Listed listed) {
    String plain = name == null ? "" : plain(name);
    if (!plain.isEmpty()) {
      Named named = new Named(listed, plain, by);
      byName.computeIfAbsent(plain, key -> new ArrayList<>(1)).add(named);
      if (plain.length() >= SHORTEST_FUZZY_NAME) {
        shortened(plain)
            .forEach(each -> byName.computeIfAbsent(each, key -> new ArrayList<>(1)).add(named));
      }
    }
  }

  /** The craft's place on the list, by the surest identity; null if it is on none. */
  public Listing find(Identity identity, Domain domain) {
    if (byMark.isEmpty() && byName.isEmpty()) {
      return null;
    }
    for (Said said : said(identity)) {
      for (Listed listed : byMark.getOrDefault(said.key(), List.of())) {
        if (isPossible(listed.entry(), identity, domain)) {
          return new Listing(listed.list(), listed.entry(), said.by(), said.text());
        }
      }
    }
    return byName(identity, domain);
  }

  private static List<Said> said(Identity identity) {
    VesselIdentity vessel = identity.vessel();
    FlightIdentity flight = identity.flight();
    List<Said> all = new ArrayList<>();
    if (vessel != null) {
      say(By.IMO_NUMBER, vessel.imoNumber(), vessel.imoNumber(), all);
    }
    if (identity.mmsi() != null) {
      String nine = String.format(Locale.ROOT, "%09d", identity.mmsi());
      say(By.MMSI, identity.mmsi(), nine, all);
    }
    if (identity.address() != null && identity.address().assigned()) {
      int address = identity.address().address();
      say(By.AIRCRAFT_ADDRESS, address, String.format(Locale.ROOT, "%06x", address), all);
    }
    String mark = AircraftRegister.registration(identity);
    say(By.REGISTRATION, mark, mark, all);
    if (vessel != null) {
      say(By.REGISTRATION, vessel.names().registration(), vessel.names().registration(), all);
    }
    say(By.REGISTRATION, identity.vmsMark(), identity.vmsMark(), all);
    if (flight != null) {
      // Many small aircraft send their mark as callsign.
      say(By.REGISTRATION, flight.callsign(), flight.callsign(), all);
      say(By.CALLSIGN, flight.callsign(), flight.callsign(), all);
    }
    if (vessel != null) {
      say(By.CALLSIGN, vessel.callsign(), vessel.callsign(), all);
    }
    say(By.CALLSIGN, identity.vmsMark(), identity.vmsMark(), all);
    return all;
  }

  private static void say(By by, Object mark, Object text, List<Said> all) {
    if (mark != null && !plain(mark.toString()).isEmpty()) {
      all.add(new Said(by, key(by, mark), text.toString()));
    }
  }

  private static String key(By by, Object mark) {
    return by.ordinal() + ":" + plain(mark.toString());
  }

  private static boolean isPossible(Entry entry, Identity identity, Domain domain) {
    VesselIdentity vessel = identity.vessel();
    Integer said = vessel == null ? null : vessel.imoNumber();
    Integer imo = entry.marks().imo();
    boolean isOtherShip = imo != null && said != null && !imo.equals(said);
    return !isOtherShip && (entry.domain() == null || entry.domain() == domain);
  }

  private Listing byName(Identity identity, Domain domain) {
    VesselIdentity vessel = identity.vessel();
    String plain = vessel == null || vessel.name() == null ? "" : plain(vessel.name());
    if (plain.isEmpty()) {
      return null;
    }
    Named nearest = null;
    for (Named named : near(plain)) {
      if (isPossible(named.listed().entry(), identity, domain)) {
        if (named.plain().equals(plain)) {
          return listing(named, vessel.name());
        }
        nearest = nearest == null && isNear(named.plain(), plain) ? named : nearest;
      }
    }
    return nearest == null ? null : listing(nearest, vessel.name());
  }

  /** Short names differ by one letter from too many others. */
  private static boolean isNear(String listed, String said) {
    return listed.length() >= SHORTEST_FUZZY_NAME && differsByAtMostOne(listed, said);
  }

  private static Listing listing(Named named, String said) {
    return new Listing(named.listed().list(), named.listed().entry(), named.by(), said);
  }

  /** Names that differ by one letter have what is left without that letter in common. */
  private List<Named> near(String plain) {
    List<Named> found = new ArrayList<>(byName.getOrDefault(plain, List.of()));
    if (plain.length() >= SHORTEST_FUZZY_NAME - 1) {
      shortened(plain).forEach(key -> found.addAll(byName.getOrDefault(key, List.of())));
    }
    return found;
  }

  private static List<String> shortened(String plain) {
    List<String> all = new ArrayList<>(plain.length());
    for (int at = 0; at < plain.length(); at++) {
      // Of two letters alike the same is left.
      if (at == 0 || plain.charAt(at) != plain.charAt(at - 1)) {
        all.add(plain.substring(0, at) + plain.substring(at + 1));
      }
    }
    return all;
  }

  /** Letters and digits only: V3-HHA is V3HHA. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9') {
        plain.append(letter);
      }
    }
    return plain.toString();
  }

  static boolean differsByAtMostOne(String one, String other) {
    if (one.length() < other.length()) {
      return differsByAtMostOne(other, one);
    }
    if (one.length() - other.length() > 1) {
      return false;
    }
    int at = 0;
    while (at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    String rest = one.substring(Math.min(one.length(), at + 1));
    return rest.equals(
        one.length() == other.length() && at < other.length()
            ? other.substring(at + 1)
            : other.substring(at));
  }
}
