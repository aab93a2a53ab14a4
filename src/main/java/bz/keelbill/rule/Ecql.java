package bz.keelbill.rule;

import bz.keelbill.rule.Clause.Verdict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;

/**
 * Reads ECQL with GeoTools' parser and makes clauses of it: every name is one of {@link Attribute},
 * every comparison makes sense. Functions, times and foreign reference systems are refused: the
 * first two read more than the craft, the last would have to be looked up.
 */
final class Ecql {
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
  private static final Pattern TOKEN = Pattern.compile("Encountered:? \"([^\"]*)\"");
  private static final Pattern REFERENCE_SYSTEM =
      Pattern.compile("\\bSRID\\b|\\bBBOX\\s*\\([^()]*'", Pattern.CASE_INSENSITIVE);

  private final EcqlValues values;
  private final EcqlPlaces places;

  private Ecql(String text) {
    values = new EcqlValues(text);
    places = new EcqlPlaces(values);
  }

  static Clause parse(String text) throws BadCondition {
    if (text.isEmpty() || text.length() > Condition.LONGEST) {
      throw new BadCondition(1, "must have 1 to " + Condition.LONGEST + " characters");
    }
    Matcher system = REFERENCE_SYSTEM.matcher(text);
    if (system.find()) {
      throw new BadCondition(
          system.start() + 1, "a reference system cannot be given; write degrees, longitude first");
    }
    return new Ecql(text).clause(filter(text));
  }

  private static Filter filter(String text) throws BadCondition {
    try {
      return ECQL.toFilter(text);
    } catch (CQLException | RuntimeException | Error unreadable) {
      if (unreadable instanceof VirtualMachineError
          && !(unreadable instanceof StackOverflowError)) {
        throw (VirtualMachineError) unreadable;
      }
      throw unreadable(text, String.valueOf(unreadable.getMessage()));
    }
  }

  /** The parser tells place and word, and then all that it would have taken. */
  private static BadCondition unreadable(String text, String message) {
    Matcher place = PLACE.matcher(message);
    int column = place.find() ? Integer.parseInt(place.group(2)) : 1;
    Matcher token = TOKEN.matcher(message);
    String word = token.find() ? token.group(1) : "";
    boolean isEnd = word.contains("<EOF>") || column > text.length() || word.isEmpty();
    return new BadCondition(
        Math.max(1, Math.min(column, text.length())),
        (isEnd ? "something is missing here" : "cannot be read from \"" + word + "\" on")
            + "; write comparisons as speed > 25 or flag = 'BZ', texts in single quotes, joined by"
            + " AND, OR, NOT");
  }

  private Clause clause(Filter filter) throws BadCondition {
    if (filter instanceof And and) {
      return new Clause.All(clauses(and.getChildren()));
    }
    if (filter instanceof Or or) {
      return new Clause.Any(clauses(or.getChildren()));
    }
    if (filter instanceof Not not) {
      return new Clause.Not(clause(not.getFilter()));
    }
    if (filter instanceof BinaryComparisonOperator comparison) {
      return values.comparison(comparison);
    }
    if (filter instanceof PropertyIsBetween between) {
      return values.between(between);
    }
    if (filter instanceof PropertyIsLike like) {
      return values.like(like);
    }
    if (filter instanceof PropertyIsNull unknown) {
      return new Clause.IsUnknown(values.operand(unknown.getExpression()).value());
    }
    if (filter instanceof BinarySpatialOperator spatial) {
      return places.clause(spatial);
    }
    if (filter instanceof IncludeFilter || filter instanceof ExcludeFilter) {
      return new Clause.Always(Verdict.of(filter instanceof IncludeFilter));
    }
    throw new BadCondition(1, "only comparisons, LIKE, IN, BETWEEN, IS NULL and places are known");
  }

  private List<Clause> clauses(List<Filter> filters) throws BadCondition {
    Clause[] parts = new Clause[filters.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = clause(filters.get(i));
    }
    return List.of(parts);
  }
}
