package bz.keelbill.json;

import bz.keelbill.ais.ImoNumber;
import bz.keelbill.ais.MmsiClass;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a published watch list: which craft it lists, and which of its identities cannot be.
 */
final class WatchListRow {
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_NAMES = 20;
  private static final String EMPTY = "-0-";
  private static final Pattern SEVEN = Pattern.compile("\\bIMO\\b\\D{0,12}(\\d+)");
  private static final Pattern NINE = Pattern.compile("\\bMMSI\\b\\D{0,12}(\\d+)");
  private static final Pattern TRANSPONDER =
      Pattern.compile("Mode S Transponder Code\\W{1,3}(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile("(Previous )?Aircraft Tail Number\\W{1,3}([\\w-]+)");
  private static final Pattern OTHER_NAME =
      Pattern.compile("\\b[afn]\\.k\\.a\\.,?\\s+[\"']?([^\"';,()]+)");
  private static final Pattern MARK =
      Pattern.compile("[A-Z0-9]{1,2}-[A-Z0-9]{2,5}|N\\d{1,5}[A-Z]{0,2}");

  private final Map<WatchListColumn, String> cells;
  private final BiConsumer<String, String> remarks;

  /**
   * A row.
   *
   * @param remarks hears which identity cannot be: the reason's word, and what stands there
   */
  WatchListRow(Map<WatchListColumn, String> cells, BiConsumer<String, String> remarks) {
    this.cells = cells;
    this.remarks = remarks;
  }

  /** The word for why the row lists no craft; null if it does. */
  String leftOut() {
    String sort = text(WatchListColumn.SORT).toLowerCase(Locale.ROOT);
    if (sort.matches(".*(individual|person|crew|captain|master).*")) {
      return "person";
    }
    boolean isNoCraft =
        sort.matches(".*(entity|organi[sz]ation|company|bank|other).*")
            || cells.containsKey(WatchListColumn.SORT) && sort.isEmpty() && !hasCraftMark();
    return isNoCraft ? "entity" : null;
  }

  private boolean hasCraftMark() {
    String remark = text(WatchListColumn.REMARKS);
    return !text(WatchListColumn.IMO).isEmpty()
        || !text(WatchListColumn.MMSI).isEmpty()
        || !text(WatchListColumn.ADDRESS).isEmpty()
        || SEVEN.matcher(remark).find()
        || TRANSPONDER.matcher(remark).find();
  }

  /** The listed craft; null if nothing tells it from others. */
  Entry entry(Urgency usual) {
    Domain domain = domain();
    Marks marks = marks(domain);
    String name = bounded(text(WatchListColumn.NAME));
    boolean isNamed = name != null && domain != Domain.AIR;
    return marks.isEmpty() && !isNamed
        ? null
        : new Entry(
            bounded(text(WatchListColumn.NUMBER)),
            domain,
            marks,
            name,
            formerNames(),
            reason(),
            urgency(usual));
  }

  private Domain domain() {
    String sort = text(WatchListColumn.SORT).toLowerCase(Locale.ROOT);
    boolean flies =
        sort.matches(".*(aircraft|helicopter|aeroplane|airplane).*")
            || sort.isEmpty() && !text(WatchListColumn.ADDRESS).isEmpty();
    return flies ? Domain.AIR : Domain.SEA;
  }

  private Marks marks(Domain domain) {
    String said = text(WatchListColumn.REMARKS);
    return new Marks(
        imo(digits(WatchListColumn.IMO, SEVEN, said)),
        mmsi(digits(WatchListColumn.MMSI, NINE, said)),
        address(either(text(WatchListColumn.ADDRESS), found(TRANSPONDER, said))),
        bounded(registration(domain, said)),
        bounded(text(WatchListColumn.CALLSIGN)));
  }

  private String digits(WatchListColumn column, Pattern inRemarks, String said) {
    String cell = text(column).replaceAll("(?i)^(imo|mmsi)\\W*", "");
    return either(cell, found(inRemarks, said));
  }

  private Integer imo(String text) {
    if (text.isEmpty()) {
      return null;
    }
    boolean isNumber = text.matches("\\d{7}");
    if (isNumber && ImoNumber.isValid(Integer.parseInt(text))) {
      return Integer.valueOf(text);
    }
    remarks.accept(isNumber ? "imo-check-digit" : "imo-form", text);
    return null;
  }

  private Integer mmsi(String text) {
    if (text.isEmpty()) {
      return null;
    }
    boolean isNumber = text.matches("\\d{9}");
    if (isNumber && MmsiClass.of(Integer.parseInt(text)) == MmsiClass.SHIP) {
      return Integer.valueOf(text);
    }
    remarks.accept(isNumber ? "mmsi-no-ship" : "mmsi-form", text);
    return null;
  }

  private Integer address(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9A-Fa-f]{6}")) {
      return Integer.valueOf(text, 16);
    }
    remarks.accept("address-form", text);
    return null;
  }

  /** The Treasury calls an aircraft by its mark. */
  private String registration(Domain domain, String said) {
    Matcher tail = TAIL.matcher(said);
    String found = "";
    while (tail.find()) {
      found = tail.group(1) == null && found.isEmpty() ? tail.group(2) : found;
    }
    String name = text(WatchListColumn.NAME);
    String called = domain == Domain.AIR && MARK.matcher(name).matches() ? name : "";
    return either(text(WatchListColumn.REGISTRATION), either(found, called));
  }

  private List<String> formerNames() {
    List<String> names = new ArrayList<>();
    for (String name : text(WatchListColumn.FORMER_NAMES).split("[;|]")) {
      add(name, names);
    }
    Matcher other = OTHER_NAME.matcher(text(WatchListColumn.REMARKS));
    while (other.find()) {
      add(other.group(1), names);
    }
    return names;
  }

  private static void add(String name, List<String> names) {
    String kept = bounded(name.strip());
    if (kept != null && names.size() < MOST_NAMES && !names.contains(kept)) {
      names.add(kept);
    }
  }

  /** Remarks are left out of it: they may tell of persons. */
  private String reason() {
    String reason = either(text(WatchListColumn.REASON), text(WatchListColumn.PROGRAMME));
    return reason.isEmpty() ? "listed" : bounded(reason);
  }

  private Urgency urgency(Urgency usual) {
    String word = text(WatchListColumn.PRIORITY).toLowerCase(Locale.ROOT);
    Priority own = Priority.ofWord(word);
    if (own == null && !word.isEmpty()) {
      remarks.accept("priority-unknown", word);
    }
    return own == null ? usual : new Urgency(own, own.orAbove(usual.whenBound()));
  }

  private String text(WatchListColumn column) {
    String cell = cells.getOrDefault(column, "").strip();
    return cell.equals(EMPTY) ? "" : cell;
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** At most so long, without control characters; null for nothing. */
  private static String bounded(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
  }
}
