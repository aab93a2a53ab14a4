package bz.keelbill.checkpoint;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as they are written, big-endian; numbers of objects are short where small. */
final class ImageBytes {
  private byte[] bytes = new byte[1 << 16];
  private ByteBuffer at = ByteBuffer.wrap(bytes);

  private ByteBuffer room(int count) {
    if (at.remaining() < count) {
      int used = at.position();
      bytes = Arrays.copyOf(bytes, Math.max(used + count, 2 * bytes.length));
      at = ByteBuffer.wrap(bytes).position(used);
    }
    return at;
  }

  void octet(int value) {
    room(1).put((byte) value);
  }

  /** A number that is not negative. */
  void number(int value) {
    int rest = value;
    for (; rest > 0x7F; rest >>>= 7) {
      octet(rest & 0x7F | 0x80);
    }
    octet(rest);
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    room(utf8.length).put(utf8);
  }

  /** A box of a primitive, by its type. */
  void primitive(Class<?> type, Object box) {
    if (type == long.class) {
      room(Long.BYTES).putLong((Long) box);
    } else if (type == int.class) {
      room(Integer.BYTES).putInt((Integer) box);
    } else if (type == double.class) {
      room(Double.BYTES).putDouble((Double) box);
    } else if (type == float.class) {
      room(Float.BYTES).putFloat((Float) box);
    } else if (type == boolean.class) {
      octet((Boolean) box ? 1 : 0);
    } else if (type == byte.class) {
      octet((Byte) box);
    } else if (type == short.class) {
      room(Short.BYTES).putShort((Short) box);
    } else {
      room(Character.BYTES).putChar((Character) box);
    }
  }

  /** All elements of an array of primitives. */
  void primitives(Object array, int length) {
    if (array instanceof double[] doubles) {
      room(length * Double.BYTES).asDoubleBuffer().put(doubles);
      skip(length * Double.BYTES);
    } else if (array instanceof float[] floats) {
      room(length * Float.BYTES).asFloatBuffer().put(floats);
      skip(length * Float.BYTES);
    } else if (array instanceof long[] longs) {
      room(length * Long.BYTES).asLongBuffer().put(longs);
      skip(length * Long.BYTES);
    } else if (array instanceof int[] ints) {
      room(length * Integer.BYTES).asIntBuffer().put(ints);
      skip(length * Integer.BYTES);
    } else if (array instanceof byte[] octets) {
      room(length).put(octets);
    } else {
      Class<?> type = array.getClass().getComponentType();
      for (int i = 0; i < length; i++) {
        primitive(type, Array.get(array, i));
      }
    }
  }

  private void skip(int count) {
    at.position(at.position() + count);
  }

  byte[] written() {
    return Arrays.copyOf(bytes, at.position());
  }

  // Reading.

  static int number(ByteBuffer from) {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int octet = from.get();
      value |= (octet & 0x7F) << shift;
      if (octet >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number too long");
  }

  static String text(ByteBuffer from) {
    byte[] utf8 = new byte[length(from, 1)];
    from.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** A number of elements that the rest can hold. */
  static int length(ByteBuffer from, int bytesEach) {
    int length = number(from);
    if (length < 0 || (long) length * bytesEach > from.remaining()) {
      throw new IllegalArgumentException("a length too long");
    }
    return length;
  }

  static Object primitive(Class<?> type, ByteBuffer from) {
    if (type == long.class) {
      return from.getLong();
    } else if (type == int.class) {
      return from.getInt();
    } else if (type == double.class) {
      return from.getDouble();
    } else if (type == float.class) {
      return from.getFloat();
    } else if (type == boolean.class) {
      return from.get() != 0;
    } else if (type == byte.class) {
      return from.get();
    } else if (type == short.class) {
      return from.getShort();
    }
    return from.getChar();
  }

  static void primitives(Object array, int length, ByteBuffer from) {
    if (array instanceof double[] doubles) {
      from.asDoubleBuffer().get(doubles);
      from.position(from.position() + length * Double.BYTES);
    } else if (array instanceof float[] floats) {
      from.asFloatBuffer().get(floats);
      from.position(from.position() + length * Float.BYTES);
    } else if (array instanceof long[] longs) {
      from.asLongBuffer().get(longs);
      from.position(from.position() + length * Long.BYTES);
    } else if (array instanceof int[] ints) {
      from.asIntBuffer().get(ints);
      from.position(from.position() + length * Integer.BYTES);
    } else if (array instanceof byte[] octets) {
      from.get(octets);
    } else {
      Class<?> type = array.getClass().getComponentType();
      for (int i = 0; i < length; i++) {
        Array.set(array, i, primitive(type, from));
      }
    }
  }
}
