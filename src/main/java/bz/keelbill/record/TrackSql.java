package bz.keelbill.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/** The conditions of a question in SQL, with their values in order. Values never become SQL. */
final class TrackSql {
  private static final String BARE = "upper(replace(replace(%s, '-', ''), ' ', '')) = ?";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  TrackSql() {}

  /** The fixes that may be wanted. */
  static TrackSql fixes(TrackQuery query, boolean hasCrafts) {
    TrackSql sql = whenAndWhere(query);
    sql.who(query.who(), hasCrafts);
    return sql;
  }

  /** The same of tracks whose names are known. */
  static TrackSql fixesOf(TrackQuery query, List<String> tracks) {
    return whenAndWhere(query).add(" and ").addAnyOf("track", tracks);
  }

  private static TrackSql whenAndWhere(TrackQuery query) {
    TrackSql sql = new TrackSql();
    sql.add("fix_millis >= ? and fix_millis < ?", query.fromMillis(), query.toMillis());
    if (query.where() != null) {
      Envelope box = query.where().bounds();
      sql.add(" and lat >= ? and lat <= ?", box.getMinY(), box.getMaxY());
      sql.add(" and lon >= ? and lon <= ?", box.getMinX(), box.getMaxX());
    }
    return sql;
  }

  /** The visits of tracks that may be wanted, in a file that is in order; there is a place. */
  static TrackSql visits(TrackQuery query) {
    TrackSql sql = new TrackSql();
    sql.addVisits(query);
    sql.who(query.who(), true);
    return sql;
  }

  private void addVisits(TrackQuery query) {
    Envelope box = query.where().bounds();
    add("last_millis >= ? and first_millis < ?", query.fromMillis(), query.toMillis());
    add(
        " and south between ? and ?",
        OrderedDay.cell(box.getMinY()),
        OrderedDay.cell(box.getMaxY()));
    add(
        " and west between ? and ?",
        OrderedDay.cell(box.getMinX()),
        OrderedDay.cell(box.getMaxX()));
  }

  /**
   * Fixes around the visits alone: those between two fixes both far away say nothing.
   *
   * @param aroundMillis so long before and after a visit
   */
  TrackSql addNearVisits(TrackQuery query, long aroundMillis) {
    add(" and exists (select 1 from visits where visits.track = fixes.track and ");
    addVisits(query);
    add(" and fix_millis >= first_millis - ?", aroundMillis);
    return add(" and fix_millis <= last_millis + ?)", aroundMillis);
  }

  private void who(TrackQuery.Who who, boolean hasCrafts) {
    if (who.isAnybody()) {
      return;
    }
    if (!hasCrafts) {
      byTrackName(who);
      return;
    }
    add(" and track in (select track from crafts where true");
    addConditions(who);
    add(")");
  }

  /** The crafts that are meant. */
  static TrackSql crafts(TrackQuery.Who who) {
    TrackSql sql = new TrackSql().add("true");
    sql.addConditions(who);
    return sql;
  }

  private void addConditions(TrackQuery.Who who) {
    if (who.track() != null) {
      add(
          " and (track = ? or list_contains(string_split(contacts, ' '), ?))",
          who.track(),
          who.track());
    }
    addKnown(" and contains(upper(name), ?)", upper(who.name()));
    addKnown(" and mmsi = ?", who.mmsi());
    addKnown(" and imo = ?", who.imo());
    addKnown(" and " + BARE.formatted("callsign"), bare(who.callsign()));
    addKnown(" and " + BARE.formatted("registration"), bare(who.registration()));
    addKnown(" and icao_address = ?", lower(who.icaoAddress()));
  }

  /** Files of the first versions know tracks by their names alone. */
  private void byTrackName(TrackQuery.Who who) {
    boolean more = who.name() != null || who.imo() != null || who.callsign() != null;
    if (more || who.registration() != null) {
      add(" and false");
    }
    addKnown(" and track = ?", who.track());
    addKnown(" and track = ?", who.mmsi() == null ? null : "mmsi:" + who.mmsi());
    addKnown(
        " and track = ?", who.icaoAddress() == null ? null : "icao:" + lower(who.icaoAddress()));
  }

  private static String upper(String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  private static String lower(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static String bare(String text) {
    return text == null ? null : upper(text).replace("-", "").replace(" ", "");
  }

  TrackSql add(String condition, Object... its) {
    text.append(condition);
    Collections.addAll(values, its);
    return this;
  }

  private void addKnown(String condition, Object value) {
    if (value != null) {
      add(condition, value);
    }
  }

  /** One of some texts. */
  TrackSql addAnyOf(String column, List<String> texts) {
    text.append(column).append(" in (").append("?,".repeat(texts.size()));
    text.setCharAt(text.length() - 1, ')');
    values.addAll(texts);
    return this;
  }

  String text() {
    return text.toString();
  }

  /** Puts the values in; a statement may have more of its own after them. */
  void fill(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
