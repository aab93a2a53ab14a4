package bz.keelbill.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** A class of ours with the fields that make up an object of it. */
final class Shape {
  private final Class<?> type;
  private final Part[] parts;
  private Constructor<?> maker;

  /**
   * A field.
   *
   * @param primitive null if it refers to an object
   */
  record Part(Field field, Primitive primitive) {
    static Part of(Field field) {
      return new Part(field, Primitive.of(field.getType().isPrimitive() ? field.getType() : null));
    }

    boolean isPrimitive() {
      return primitive != null;
    }

    /** What it refers to. */
    Object get(Object object) {
      try {
        return field.get(object);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Lets it refer to something else. */
    void set(Object object, Object value) {
      try {
        field.set(object, value);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Writes its primitive. */
    void write(Object object, ImageBytes out) {
      try {
        primitive.write(field, object, out);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Reads its primitive. */
    void read(Object object, ImageSource in) {
      try {
        primitive.read(field, object, in);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  Shape(Class<?> type) {
    this.type = type;
    List<Field> all = new ArrayList<>();
    try {
      if (type.isRecord()) {
        ofRecord(all);
      } else {
        ofObject(type, all);
      }
    } catch (ReflectiveOperationException | RuntimeException closed) {
      throw new IllegalStateException(type.getName() + " cannot be looked into", closed);
    }
    Field.setAccessible(all.toArray(Field[]::new), true);
    parts = all.stream().map(Part::of).toArray(Part[]::new);
  }

  private void ofRecord(List<Field> all) throws ReflectiveOperationException {
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      all.add(type.getDeclaredField(component.getName()));
      types.add(component.getType());
    }
    maker = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    maker.setAccessible(true);
  }

  private void ofObject(Class<?> part, List<Field> all) {
    if (part == Object.class) {
      return;
    }
    ofObject(part.getSuperclass(), all);
    for (Field field : part.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        all.add(field);
      }
    }
  }

  Part[] parts() {
    return parts;
  }

  /** Names and types of the fields: two programs with the same can read each other. */
  String signature() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      Field field = part.field();
      text.append(field.getName()).append(' ').append(field.getType().getName()).append(';');
    }
    return text.toString();
  }

  /** A record of these values. */
  Object made(Object[] values) {
    try {
      return maker.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(type.getName() + ": " + refused.getCause(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An object whose fields are still to be set; no constructor of ours has run. */
  Object blank() {
    try {
      if (maker == null) {
        maker = Blank.maker(type);
      }
      return maker.newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The way in which the platform itself makes objects of which it then sets the fields. */
  private static final class Blank {
    private Blank() {}

    /** Asked for by name, because compilers warn of its package, which every JDK has and opens. */
    static Constructor<?> maker(Class<?> type) throws ReflectiveOperationException {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      Constructor<?> root = Object.class.getDeclaredConstructor();
      return (Constructor<?>)
          factory
              .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
              .invoke(instance, type, root);
    }
  }
}
