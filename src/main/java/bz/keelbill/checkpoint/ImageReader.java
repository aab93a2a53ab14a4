package bz.keelbill.checkpoint;

import bz.keelbill.checkpoint.Shape.Part;
import bz.keelbill.watch.Given;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Makes a fresh object remember what an image says.
 *
 * <p>Objects that the fresh one has already stay the same and are filled: others may hold them, and
 * what the image has left out is in its place there. All others are made.
 */
final class ImageReader {
  private record Known(Sort sort, Class<?> type, Shape shape) {}

  /** An object of the image; made when it is first needed, unless the fresh root has it. */
  private static final class Slot {
    private final Known known;
    private final int length;
    private Object object;

    private Slot(Known known, int length, Object object) {
      this.known = known;
      this.length = length;
      this.object = object;
    }

    private Object object() {
      if (object == null) {
        object = made();
      }
      return object;
    }

    private Object made() {
      return switch (known.sort) {
        case ARRAY -> Array.newInstance(known.type.getComponentType(), length);
        case BITS -> new BitSet();
        case OBJECT -> known.shape.blank();
        default -> Sort.empty(known.type);
      };
    }

    /** Takes the object that stands there already, if it is one of the kind and still free. */
    private void stand(Object standing) {
      boolean fits =
          object == null
              && standing != null
              && standing.getClass() == known.type
              && (known.sort != Sort.ARRAY || Array.getLength(standing) == length);
      if (fits) {
        object = standing;
      }
    }
  }

  private final ImageSource in;
  private final Given given;
  private final List<Known> classes = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final ClassLoader loader = ImageReader.class.getClassLoader();

  ImageReader(ImageSource in, Given given) {
    this.in = in;
    this.given = given;
    while (slots.size() <= ImageWriter.LISTENER) {
      slots.add(null);
    }
  }

  void into(Object root) throws ImageFailure {
    boolean isFirst = true;
    while (true) {
      int step = in.octet();
      switch (step) {
        case ImageWriter.END -> {
          return;
        }
        case ImageWriter.CLASS -> classes.add(known());
        case ImageWriter.MAKE -> {
          slots.add(make());
          if (isFirst) {
            slots.get(slots.size() - 1).stand(root);
            isFirst = false;
          }
        }
        case ImageWriter.FILL -> fill(slots.get(in.number()));
        default -> throw new ImageFailure("there is no step " + step);
      }
    }
  }

  private Known known() throws ImageFailure {
    Sort sort = Sort.values()[in.octet()];
    String name = in.text();
    String signature = in.text();
    Class<?> type = name.isEmpty() ? null : type(name);
    if (type != null && Sort.of(type) != sort) {
      throw new ImageFailure("another version of the program wrote it: " + name);
    }
    if (sort != Sort.RECORD && sort != Sort.OBJECT) {
      return new Known(sort, type, null);
    }
    Shape shape = new Shape(type);
    if (!shape.signature().equals(signature)) {
      throw new ImageFailure("another version of the program wrote it: " + type.getName());
    }
    return new Known(sort, type, shape);
  }

  private Class<?> type(String name) throws ImageFailure {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException gone) {
      throw new ImageFailure("another version of the program wrote it: " + name, gone);
    }
  }

  private Slot make() {
    Known known = classes.get(in.number());
    return switch (known.sort) {
      case OUTSIDE -> throw new IllegalArgumentException("what is outside is not made");
      case ARRAY -> new Slot(known, length(), null);
      case COLLECTION, TABLE, BITS, OBJECT -> new Slot(known, 0, null);
      default -> new Slot(known, 0, value(known));
    };
  }

  /** Of an array whose elements are to come. */
  private int length() {
    int length = in.number();
    if (length < 0 || length > in.size()) {
      throw new IllegalArgumentException("an array too long");
    }
    return length;
  }

  private Object value(Known known) {
    return switch (known.sort) {
      case NAMED -> given.named(in.text());
      case TEXT -> in.text();
      case BOX -> Primitive.of(known.type).box(in);
      case CONSTANT -> constant(known.type, in.text());
      case RECORD -> record(known.shape);
      case LIST -> Collections.unmodifiableList(Arrays.asList(elements()));
      case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(elements())));
      default -> Collections.unmodifiableMap(map(elements()));
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class<? extends Enum>) type, name);
  }

  private Object record(Shape shape) {
    Part[] parts = shape.parts();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Primitive primitive = parts[i].primitive();
      values[i] = primitive == null ? object() : primitive.box(in);
    }
    return shape.made(values);
  }

  /** What a number names; null for none, and for what is outside. */
  private Object object() {
    int number = in.number();
    if (number == ImageWriter.LISTENER) {
      throw new IllegalArgumentException("it holds one who listens");
    }
    Slot slot = slots.get(number);
    return slot == null ? null : object(slot);
  }

  private static Object object(Slot slot) {
    return slot.known.sort == Sort.NAMED ? slot.object : slot.object();
  }

  private Object[] elements() {
    Object[] all = new Object[in.length(1)];
    for (int i = 0; i < all.length; i++) {
      all[i] = object();
    }
    return all;
  }

  private static Map<Object, Object> map(Object[] elements) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < elements.length; i += 2) {
      map.put(elements[i], elements[i + 1]);
    }
    return map;
  }

  private void fill(Slot slot) {
    Object object = slot.object();
    switch (slot.known.sort) {
      case ARRAY -> fillArray(object);
      case COLLECTION -> fillCollection(object);
      case TABLE -> fillTable(object);
      case BITS -> fillBits((BitSet) object);
      case OBJECT -> fillParts(object, slot.known.shape.parts());
      default -> throw new IllegalArgumentException("what is whole is not filled");
    }
  }

  private void fillArray(Object array) {
    if (array instanceof Object[] elements) {
      for (int i = 0; i < elements.length; i++) {
        int number = in.number();
        elements[i] = standing(number, elements[i]);
      }
    } else {
      in.primitives(array, Array.getLength(array));
    }
  }

  private void fillBits(BitSet bits) {
    long[] words = new long[in.length(Long.BYTES)];
    in.primitives(words, words.length);
    bits.clear();
    bits.or(BitSet.valueOf(words));
  }

  @SuppressWarnings("unchecked")
  private void fillCollection(Object object) {
    Collection<Object> collection = (Collection<Object>) object;
    collection.clear();
    collection.addAll(Arrays.asList(elements()));
  }

  /** What stands under the same key stays the same. */
  @SuppressWarnings("unchecked")
  private void fillTable(Object object) {
    Map<Object, Object> table = (Map<Object, Object>) object;
    Map<Object, Object> before = new LinkedHashMap<>(table);
    table.clear();
    for (int left = in.length(1) / 2; left > 0; left--) {
      Object key = object();
      table.put(key, standing(in.number(), before.get(key)));
    }
  }

  private void fillParts(Object object, Part[] parts) {
    for (Part part : parts) {
      if (part.isPrimitive()) {
        part.read(object, in);
      } else {
        fillPart(object, part);
      }
    }
  }

  private void fillPart(Object object, Part part) {
    int number = in.number();
    if (number == ImageWriter.LEFT) {
      return;
    }
    Object before = part.get(object);
    if (number == ImageWriter.LISTENER) {
      if (before == null) {
        throw new IllegalArgumentException("nobody listens in " + part.field());
      }
      return;
    }
    Object value = standing(number, before);
    if (value != before) {
      part.set(object, value);
    }
  }

  /** What a number names, in the object that stands there if it is one of the kind. */
  private Object standing(int number, Object before) {
    if (number == ImageWriter.LISTENER) {
      throw new IllegalArgumentException("it holds one who listens");
    }
    Slot slot = slots.get(number);
    if (slot == null) {
      return null;
    }
    if (!slot.known.sort.isValue()) {
      slot.stand(before);
    }
    // Other fences than these: the fresh watch has its own.
    return slot.known.sort == Sort.NAMED && slot.object == null ? before : object(slot);
  }
}
