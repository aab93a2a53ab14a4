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
  private final Field[] fields;
  private Constructor<?> maker;

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
    fields = all.toArray(Field[]::new);
    Field.setAccessible(fields, true);
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

  Field[] fields() {
    return fields;
  }

  /** Names and types of the fields: two programs with the same can read each other. */
  String signature() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
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

  static Object get(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void set(Field field, Object object, Object value) {
    try {
      field.set(object, value);
    } catch (IllegalAccessException impossible) {
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
