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

  void int16(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  void int32(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void long64(long value) {
    room(Long.BYTES).putLong(value);
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
      Primitive primitive = Primitive.of(array.getClass().getComponentType());
      for (int i = 0; i < length; i++) {
        primitive.write(Array.get(array, i), this);
      }
    }
  }

  private void skip(int count) {
    at.position(at.position() + count);
  }

  byte[] written() {
    return Arrays.copyOf(bytes, at.position());
  }
}
