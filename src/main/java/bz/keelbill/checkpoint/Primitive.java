package bz.keelbill.checkpoint;

import java.lang.reflect.Field;

/** The primitives, each with its way into an image and out of it, big-endian and without a box. */
enum Primitive {
  /** Eight bytes. */
  LONG(long.class, Long.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.long64(field.getLong(object));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setLong(object, in.long64());
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.long64((Long) box);
    }

    @Override
    Object box(ImageSource in) {
      return in.long64();
    }
  },
  /** Four bytes. */
  INT(int.class, Integer.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.int32(field.getInt(object));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setInt(object, in.int32());
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.int32((Integer) box);
    }

    @Override
    Object box(ImageSource in) {
      return in.int32();
    }
  },
  /** The eight bytes of IEEE 754. */
  DOUBLE(double.class, Double.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.long64(Double.doubleToRawLongBits(field.getDouble(object)));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setDouble(object, Double.longBitsToDouble(in.long64()));
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.long64(Double.doubleToRawLongBits((Double) box));
    }

    @Override
    Object box(ImageSource in) {
      return Double.longBitsToDouble(in.long64());
    }
  },
  /** The four bytes of IEEE 754. */
  FLOAT(float.class, Float.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.int32(Float.floatToRawIntBits(field.getFloat(object)));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setFloat(object, Float.intBitsToFloat(in.int32()));
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.int32(Float.floatToRawIntBits((Float) box));
    }

    @Override
    Object box(ImageSource in) {
      return Float.intBitsToFloat(in.int32());
    }
  },
  /** One byte, 0 or 1. */
  BOOLEAN(boolean.class, Boolean.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.octet(field.getBoolean(object) ? 1 : 0);
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setBoolean(object, in.octet() != 0);
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.octet((Boolean) box ? 1 : 0);
    }

    @Override
    Object box(ImageSource in) {
      return in.octet() != 0;
    }
  },
  /** One byte. */
  BYTE(byte.class, Byte.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.octet(field.getByte(object));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setByte(object, in.octet());
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.octet((Byte) box);
    }

    @Override
    Object box(ImageSource in) {
      return in.octet();
    }
  },
  /** Two bytes. */
  SHORT(short.class, Short.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.int16(field.getShort(object));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setShort(object, (short) in.int16());
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.int16((Short) box);
    }

    @Override
    Object box(ImageSource in) {
      return (short) in.int16();
    }
  },
  /** Two bytes. */
  CHAR(char.class, Character.class) {
    @Override
    void write(Field field, Object object, ImageBytes out) throws IllegalAccessException {
      out.int16(field.getChar(object));
    }

    @Override
    void read(Field field, Object object, ImageSource in) throws IllegalAccessException {
      field.setChar(object, (char) in.int16());
    }

    @Override
    void write(Object box, ImageBytes out) {
      out.int16((Character) box);
    }

    @Override
    Object box(ImageSource in) {
      return (char) in.int16();
    }
  };

  private final Class<?> type;
  private final Class<?> boxed;

  Primitive(Class<?> type, Class<?> boxed) {
    this.type = type;
    this.boxed = boxed;
  }

  /** The one that is a type or is in a box of that type; null if none is. */
  static Primitive of(Class<?> type) {
    for (Primitive primitive : values()) {
      if (primitive.type == type || primitive.boxed == type) {
        return primitive;
      }
    }
    return null;
  }

  abstract void write(Field field, Object object, ImageBytes out) throws IllegalAccessException;

  abstract void read(Field field, Object object, ImageSource in) throws IllegalAccessException;

  abstract void write(Object box, ImageBytes out);

  abstract Object box(ImageSource in);
}
