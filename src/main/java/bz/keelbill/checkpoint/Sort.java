package bz.keelbill.checkpoint;

import bz.keelbill.watch.Given;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sorts of objects that a memory is made of, as they stand in an image; order matters. */
enum Sort {
  /** Not part of it: configuration, law, whoever listens. */
  OUTSIDE,
  /** Given to the watch; only its name is kept. */
  NAMED,
  /** Text. */
  TEXT,
  /** A box of a primitive. */
  BOX,
  /** A constant of an enum. */
  CONSTANT,
  /** A record of ours: made whole. */
  RECORD,
  /** A list that never changes: made whole. */
  LIST,
  /** A set that never changes: made whole. */
  SET,
  /** A map that never changes: made whole. */
  MAP,
  /** An array: made first, filled later. */
  ARRAY,
  /** A collection that changes: made first, filled later. */
  COLLECTION,
  /** A map that changes: made first, filled later. */
  TABLE,
  /** Bits. */
  BITS,
  /** An object of a class of ours: made first, filled later. */
  OBJECT;

  private static final String OURS = "bz.keelbill.";

  private static final Set<Class<?>> COLLECTIONS =
      Set.of(ArrayList.class, ArrayDeque.class, HashSet.class, LinkedHashSet.class);
  private static final Set<Class<?>> TABLES =
      Set.of(HashMap.class, LinkedHashMap.class, TreeMap.class, EnumMap.class);

  /** Whether objects of it are made whole, at once. */
  boolean isValue() {
    return compareTo(ARRAY) < 0;
  }

  /** Whether objects of it are collections that never change. */
  boolean isFixed() {
    return this == LIST || this == SET || this == MAP;
  }

  static Sort of(Class<?> type) {
    if (type == String.class) {
      return TEXT;
    } else if (Primitive.of(type) != null) {
      return BOX;
    } else if (type.isArray()) {
      return ARRAY;
    } else if (COLLECTIONS.contains(type)) {
      return COLLECTION;
    } else if (TABLES.contains(type)) {
      return TABLE;
    } else if (type == BitSet.class) {
      return BITS;
    }
    return type.getName().startsWith(OURS) ? ofOurs(type) : ofFixed(type);
  }

  private static Sort ofOurs(Class<?> type) {
    if (Given.isNamed(type)) {
      return NAMED;
    } else if (type.isHidden() || type.isSynthetic() || Given.isLeftOut(type)) {
      // Hidden is a lambda, or a method handed over: whoever listens.
      return OUTSIDE;
    } else if (Enum.class.isAssignableFrom(type)) {
      return CONSTANT;
    }
    return type.isRecord() ? RECORD : OBJECT;
  }

  private static Sort ofFixed(Class<?> type) {
    String name = type.getName();
    boolean isFixed =
        name.startsWith("java.util.ImmutableCollections$")
            || name.startsWith("java.util.Collections$Empty")
            || name.startsWith("java.util.Collections$Singleton")
            || name.startsWith("java.util.Collections$Unmodifiable");
    if (isFixed && List.class.isAssignableFrom(type)) {
      return LIST;
    } else if (isFixed && Set.class.isAssignableFrom(type)) {
      return SET;
    } else if (isFixed && Map.class.isAssignableFrom(type)) {
      return MAP;
    }
    throw new IllegalStateException("a memory cannot keep an object of " + name);
  }

  /** An empty collection or map of a type. */
  static Object empty(Class<?> type) {
    if (type == EnumMap.class) {
      throw new IllegalArgumentException("an EnumMap whose keys are not known");
    }
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
