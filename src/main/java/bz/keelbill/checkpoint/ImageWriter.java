package bz.keelbill.checkpoint;

import bz.keelbill.checkpoint.Shape.Part;
import bz.keelbill.watch.Given;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes an object and everything that it remembers.
 *
 * <p>The image is a row of steps. One tells a class, one makes an object and numbers it, one fills
 * an object that was made before. What is made whole comes after its parts; what changes is made
 * empty first, so that it may refer to itself by any way round. No step waits for a later one, and
 * no depth of references is a depth of calls, but that of values within values.
 */
final class ImageWriter {
  static final int END = 0;
  static final int CLASS = 1;
  static final int MAKE = 2;
  static final int FILL = 3;

  /** The number of no object. */
  static final int NULL = 0;

  /** The number of what is outside and stays as the new watch has it. */
  static final int LEFT = 1;

  /** The number of whoever listens: stays too, and must be there. */
  static final int LISTENER = 2;

  private static final int FIRST = 3;

  private record Known(int number, Sort sort, Shape shape) {}

  private final ImageBytes out = new ImageBytes();
  private final Given given;
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Class<?>, Known> classes = new HashMap<>();
  private final Deque<Object> toFill = new ArrayDeque<>();

  ImageWriter(Given given) {
    this.given = given;
  }

  /** After a text. */
  byte[] image(Object root, String before) {
    out.text(before);
    number(root);
    for (Object next = toFill.poll(); next != null; next = toFill.poll()) {
      fill(next);
    }
    out.octet(END);
    return out.written();
  }

  /** The number of an object; written before if it is new. */
  private int number(Object object) {
    if (object == null) {
      return NULL;
    }
    Integer number = numbers.get(object);
    return number == null ? make(object) : number;
  }

  private int make(Object object) {
    Class<?> type = object instanceof Enum<?> one ? one.getDeclaringClass() : object.getClass();
    Known known = known(type);
    return switch (known.sort) {
      case OUTSIDE -> Given.isLeftOut(type) ? LEFT : LISTENER;
      case NAMED -> named(object, known);
      case TEXT -> {
        begin(known);
        out.text((String) object);
        yield numbered(object);
      }
      case BOX -> {
        begin(known);
        Primitive.of(type).write(object, out);
        yield numbered(object);
      }
      case CONSTANT -> {
        begin(known);
        out.text(((Enum<?>) object).name());
        yield numbered(object);
      }
      case RECORD -> record(object, known);
      case LIST, SET -> whole(object, numbersOf(((Collection<?>) object).toArray()), known);
      case MAP -> whole(object, numbersOf((Map<?, ?>) object), known);
      case ARRAY -> {
        begin(known);
        out.number(Array.getLength(object));
        yield later(object);
      }
      case COLLECTION, TABLE, BITS, OBJECT -> {
        begin(known);
        yield later(object);
      }
    };
  }

  private void begin(Known known) {
    out.octet(MAKE);
    out.number(known.number);
  }

  private int numbered(Object object) {
    int number = FIRST + numbers.size();
    numbers.put(object, number);
    return number;
  }

  private int later(Object object) {
    toFill.add(object);
    return numbered(object);
  }

  private int named(Object object, Known known) {
    String name = given.nameOf(object);
    if (name == null) {
      return NULL;
    }
    begin(known);
    out.text(name);
    return numbered(object);
  }

  private int record(Object object, Known known) {
    Part[] parts = known.shape.parts();
    int[] numbers = numbersOf(object, parts);
    begin(known);
    put(object, parts, numbers);
    return numbered(object);
  }

  private int[] numbersOf(Object object, Part[] parts) {
    int[] all = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isPrimitive()) {
        all[i] = number(parts[i].get(object));
      }
    }
    return all;
  }

  private void put(Object object, Part[] parts, int[] numbers) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isPrimitive()) {
        parts[i].write(object, out);
      } else {
        out.number(numbers[i]);
      }
    }
  }

  private int whole(Object object, int[] elements, Known known) {
    begin(known);
    put(elements);
    return numbered(object);
  }

  private void put(int[] elements) {
    out.number(elements.length);
    for (int element : elements) {
      out.number(element);
    }
  }

  private int[] numbersOf(Object[] elements) {
    int[] all = new int[elements.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = number(elements[i]);
    }
    return all;
  }

  /** Key, value, key, value. */
  private int[] numbersOf(Map<?, ?> map) {
    int[] all = new int[2 * map.size()];
    int i = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      all[i++] = number(entry.getKey());
      all[i++] = number(entry.getValue());
    }
    return all;
  }

  private void fill(Object object) {
    Known known = known(object.getClass());
    switch (known.sort) {
      case ARRAY -> fillArray(object);
      case COLLECTION -> filled(object, numbersOf(((Collection<?>) object).toArray()));
      case TABLE -> filled(object, numbersOf((Map<?, ?>) object));
      case BITS -> {
        long[] words = ((BitSet) object).toLongArray();
        fillStep(object);
        out.number(words.length);
        out.primitives(words, words.length);
      }
      default -> {
        Part[] parts = known.shape.parts();
        int[] numbers = numbersOf(object, parts);
        fillStep(object);
        put(object, parts, numbers);
      }
    }
  }

  private void fillStep(Object object) {
    out.octet(FILL);
    out.number(numbers.get(object));
  }

  private void filled(Object object, int[] elements) {
    fillStep(object);
    put(elements);
  }

  private void fillArray(Object array) {
    if (array instanceof Object[] elements) {
      int[] all = numbersOf(elements);
      fillStep(array);
      for (int element : all) {
        out.number(element);
      }
    } else {
      fillStep(array);
      out.primitives(array, Array.getLength(array));
    }
  }

  private Known known(Class<?> type) {
    Known known = classes.get(type);
    if (known == null) {
      Sort sort = Sort.of(type);
      boolean isOurs = sort == Sort.RECORD || sort == Sort.OBJECT;
      known = new Known(classes.size(), sort, isOurs ? new Shape(type) : null);
      classes.put(type, known);
      out.octet(CLASS);
      out.octet(sort.ordinal());
      // Of what is fixed the sort is enough, and a lambda's name is another each time.
      boolean isBare = sort.compareTo(Sort.NAMED) <= 0 || sort.isFixed();
      out.text(isBare ? "" : type.getName());
      out.text(isOurs ? known.shape.signature() : "");
    }
    return known;
  }
}
