package bz.keelbill.rule;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;

/** A part of a condition, in three-valued logic. */
interface Clause {
  /** Yes, no, or that it cannot be said. */
  enum Verdict {
    YES,
    NO,
    UNKNOWN;

    static Verdict of(boolean holds) {
      return holds ? YES : NO;
    }
  }

  Verdict judge(Function<Attribute, Object> craft);

  /** A value that stands in a condition; null if it is not known. */
  interface Value {
    Object of(Function<Attribute, Object> craft);
  }

  /** All must hold; one that does not decides. */
  record All(List<Clause> parts) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Verdict all = Verdict.YES;
      for (Clause part : parts) {
        Verdict one = part.judge(craft);
        if (one == Verdict.NO) {
          return one;
        }
        all = one == Verdict.UNKNOWN ? one : all;
      }
      return all;
    }
  }

  /** One must hold; one that does decides. */
  record Any(List<Clause> parts) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Verdict any = Verdict.NO;
      for (Clause part : parts) {
        Verdict one = part.judge(craft);
        if (one == Verdict.YES) {
          return one;
        }
        any = one == Verdict.UNKNOWN ? one : any;
      }
      return any;
    }
  }

  /** The contrary. */
  record Not(Clause part) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      return switch (part.judge(craft)) {
        case YES -> Verdict.NO;
        case NO -> Verdict.YES;
        case UNKNOWN -> Verdict.UNKNOWN;
      };
    }
  }

  /** Always the same. */
  record Always(Verdict verdict) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      return verdict;
    }
  }

  /** Whether a value is not known. */
  record IsUnknown(Value value) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      return Verdict.of(value.of(craft) == null);
    }
  }

  /** Two numbers in an order: less (-1), equal (0) or more (1). */
  record Ordered(Value left, Value right, IntPredicate order) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Object one = left.of(craft);
      Object other = right.of(craft);
      return one instanceof Number first && other instanceof Number second
          ? Verdict.of(order.test(Double.compare(first.doubleValue(), second.doubleValue())))
          : Verdict.UNKNOWN;
    }
  }

  /** Two texts or flags that are the same; of several texts one. */
  record Same(Value left, Value right) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Object one = left.of(craft);
      Object other = right.of(craft);
      if (one == null || other == null) {
        return Verdict.UNKNOWN;
      }
      return Verdict.of(anyOf(one, each -> anyOf(other, each::equalsIgnoreCase)));
    }
  }

  /** A text that looks like a pattern; of several one. */
  record Like(Value value, Pattern pattern) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Object text = value.of(craft);
      return text == null
          ? Verdict.UNKNOWN
          : Verdict.of(anyOf(text, each -> pattern.matcher(each).matches()));
    }
  }

  /** A place that passes. */
  record Placed(Value value, Predicate<Geometry> test) implements Clause {
    @Override
    public Verdict judge(Function<Attribute, Object> craft) {
      Object place = value.of(craft);
      return place instanceof Geometry point ? Verdict.of(test.test(point)) : Verdict.UNKNOWN;
    }
  }

  private static boolean anyOf(Object value, Predicate<String> test) {
    if (value instanceof Collection<?> several) {
      return several.stream().anyMatch(each -> test.test(each.toString()));
    }
    return test.test(value.toString());
  }
}
