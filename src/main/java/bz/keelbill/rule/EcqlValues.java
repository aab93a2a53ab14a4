package bz.keelbill.rule;

import bz.keelbill.rule.Attribute.Type;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.locationtech.jts.geom.Geometry;

/** The values and comparisons of one condition, with the types that they must have. */
final class EcqlValues {
  private final String text;

  EcqlValues(String text) {
    this.text = text;
  }

  /**
   * One side of a comparison.
   *
   * @param attribute null if it is none
   */
  record Operand(Type type, Attribute attribute, Clause.Value value) {
    Object constant() {
      return attribute == null ? value.of(none -> null) : null;
    }
  }

  Operand operand(Expression expression) throws BadCondition {
    if (expression instanceof PropertyName name) {
      return attribute(name.getPropertyName());
    }
    if (expression instanceof Literal literal) {
      return literal(literal.getValue());
    }
    if (expression instanceof BinaryExpression sum) {
      return sum(sum);
    }
    throw new BadCondition(1, "functions cannot be used; compare attributes with plain values");
  }

  private Operand attribute(String name) throws BadCondition {
    Attribute attribute = Attribute.ofWord(name);
    if (attribute == null) {
      List<String> all = List.of(Attribute.values()).stream().map(Attribute::word).toList();
      throw new BadCondition(
          column(name), "there is no " + name + "; there are " + String.join(", ", all));
    }
    return new Operand(attribute.type(), attribute, craft -> craft.apply(attribute));
  }

  private static Operand literal(Object value) {
    Type type = Type.TEXT;
    if (value instanceof Number) {
      type = Type.NUMBER;
    } else if (value instanceof Boolean) {
      type = Type.FLAG;
    } else if (value instanceof Geometry) {
      type = Type.PLACE;
    }
    return new Operand(type, null, craft -> value);
  }

  private Operand sum(BinaryExpression sum) throws BadCondition {
    Operand left = operand(sum.getExpression1());
    Operand right = operand(sum.getExpression2());
    require(left, Type.NUMBER);
    require(right, Type.NUMBER);
    DoubleBinaryOperator operator = operator(sum);
    return new Operand(
        Type.NUMBER,
        null,
        craft ->
            left.value().of(craft) instanceof Number one
                    && right.value().of(craft) instanceof Number other
                ? (Object) operator.applyAsDouble(one.doubleValue(), other.doubleValue())
                : null);
  }

  private static DoubleBinaryOperator operator(BinaryExpression sum) throws BadCondition {
    if (sum instanceof Add) {
      return Double::sum;
    }
    if (sum instanceof Subtract) {
      return (a, b) -> a - b;
    }
    if (sum instanceof Multiply) {
      return (a, b) -> a * b;
    }
    if (sum instanceof Divide) {
      return (a, b) -> a / b;
    }
    throw new BadCondition(1, "numbers can be added, subtracted, multiplied and divided only");
  }

  Clause comparison(BinaryComparisonOperator comparison) throws BadCondition {
    Operand left = operand(comparison.getExpression1());
    Operand right = operand(comparison.getExpression2());
    boolean isNot = comparison instanceof PropertyIsNotEqualTo;
    boolean isEqual = isNot || comparison instanceof PropertyIsEqualTo;
    if (left.type() == Type.NUMBER || right.type() == Type.NUMBER) {
      require(left, Type.NUMBER);
      require(right, Type.NUMBER);
      return new Clause.Ordered(left.value(), right.value(), order(comparison));
    }
    if (!isEqual) {
      throw wrong(left, "can be compared by = and <> only");
    }
    require(right, left.type());
    requireWord(left, right);
    requireWord(right, left);
    Clause same = new Clause.Same(left.value(), right.value());
    return isNot ? new Clause.Not(same) : same;
  }

  private static IntPredicate order(BinaryComparisonOperator comparison) throws BadCondition {
    if (comparison instanceof PropertyIsEqualTo) {
      return order -> order == 0;
    }
    if (comparison instanceof PropertyIsNotEqualTo) {
      return order -> order != 0;
    }
    if (comparison instanceof PropertyIsLessThan) {
      return order -> order < 0;
    }
    if (comparison instanceof PropertyIsLessThanOrEqualTo) {
      return order -> order <= 0;
    }
    if (comparison instanceof PropertyIsGreaterThan) {
      return order -> order > 0;
    }
    if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
      return order -> order >= 0;
    }
    throw new BadCondition(1, "numbers can be compared by = <> < <= > >= and BETWEEN only");
  }

  Clause between(PropertyIsBetween between) throws BadCondition {
    Operand value = operand(between.getExpression());
    Operand low = operand(between.getLowerBoundary());
    Operand high = operand(between.getUpperBoundary());
    require(value, Type.NUMBER);
    require(low, Type.NUMBER);
    require(high, Type.NUMBER);
    return new Clause.All(
        List.of(
            new Clause.Ordered(value.value(), low.value(), order -> order >= 0),
            new Clause.Ordered(value.value(), high.value(), order -> order <= 0)));
  }

  Clause like(PropertyIsLike like) throws BadCondition {
    Operand value = operand(like.getExpression());
    require(value, Type.TEXT);
    StringBuilder pattern = new StringBuilder();
    for (char sign : like.getLiteral().toCharArray()) {
      pattern.append(sign == '%' ? ".*" : sign == '_' ? "." : Pattern.quote(String.valueOf(sign)));
    }
    return new Clause.Like(
        value.value(), Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE));
  }

  void require(Operand operand, Type type) throws BadCondition {
    if (operand.type() != type) {
      throw wrong(operand, "is compared with " + type.words());
    }
  }

  /** A value that the attribute never has would make a condition that nobody means. */
  private void requireWord(Operand attribute, Operand constant) throws BadCondition {
    if (attribute.attribute() == null || constant.attribute() != null) {
      return;
    }
    List<String> allowed = attribute.attribute().allowed();
    Object word = constant.constant();
    if (!allowed.isEmpty()
        && allowed.stream().noneMatch(each -> each.equalsIgnoreCase("" + word))) {
      throw new BadCondition(
          column("" + word),
          attribute.attribute().word() + " is never '" + word + "'; it is " + quoted(allowed));
    }
  }

  private static String quoted(List<String> words) {
    return "'" + String.join("', '", words) + "'";
  }

  BadCondition wrong(Operand operand, String what) {
    if (operand.attribute() == null) {
      Object constant = operand.constant();
      return new BadCondition(
          column("" + constant), constant + " is " + type(operand) + what(what));
    }
    String word = operand.attribute().word();
    return new BadCondition(column(word), word + " is " + type(operand) + what(what));
  }

  private static String type(Operand operand) {
    return operand.type().words();
  }

  private static String what(String what) {
    return ", but " + what;
  }

  /** Where a word stands first, counted from 1. */
  int column(String word) {
    Matcher found =
        Pattern.compile("(?<![\\w'])" + Pattern.quote(word) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
            .matcher(text);
    return found.find() ? found.start() + 1 : Math.max(0, text.indexOf(word)) + 1;
  }
}
