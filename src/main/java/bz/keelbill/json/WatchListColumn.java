package bz.keelbill.json;

import java.util.List;
import java.util.Locale;

/** What a column of a published watch list holds, by the names that keepers give it. */
enum WatchListColumn {
  NUMBER("number", "id", "uid", "entnum", "sdnid", "listid", "reference"),
  NAME("name", "sdnname", "vesselname", "shipname", "craftname"),
  FORMER_NAMES("formernames", "formername", "aka", "fka", "aliases", "alsoknownas", "exnames"),
  SORT("type", "sdntype", "kind", "entitytype", "sort"),
  IMO("imo", "imonumber", "imono"),
  MMSI("mmsi", "mmsinumber"),
  CALLSIGN("callsign", "radiocallsign"),
  REGISTRATION("registration", "registrationnumber", "tailnumber", "tail", "mark", "regno"),
  ADDRESS("icao24", "transponder", "transponderaddress", "transpondercode", "modes", "modescode"),
  PROGRAMME("programme", "program", "programs", "programmes"),
  REASON("reason"),
  REMARKS("remarks", "remark", "comments", "notes"),
  PRIORITY("priority");

  /** The Treasury's own file has no header line; null where a column tells nothing that counts. */
  static final List<WatchListColumn> OF_SDN_CSV =
      java.util.Collections.unmodifiableList(
          java.util.Arrays.asList(
              NUMBER, NAME, SORT, PROGRAMME, null, CALLSIGN, null, null, null, null, null,
              REMARKS));

  private final List<String> names;

  WatchListColumn(String... names) {
    this.names = List.of(names);
  }

  /** The column of a header's name, however it is written; null if there is none. */
  static WatchListColumn ofName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (WatchListColumn column : values()) {
      if (column.names.contains(plain)) {
        return column;
      }
    }
    return null;
  }
}
