package bz.keelbill.checkpoint;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an image from the first to the last, as {@link ImageBytes} wrote them. Beyond the
 * last it throws an {@link IndexOutOfBoundsException}. A start reads millions of them before
 * anything is compiled, so it goes through no layers.
 */
final class ImageSource {
  private final byte[] bytes;
  private int at;

  ImageSource(byte[] bytes) {
    this.bytes = bytes;
  }

  byte octet() {
    return bytes[at++];
  }

  int int16() {
    return (bytes[at++] & 0xFF) << 8 | bytes[at++] & 0xFF;
  }

  int int32() {
    int from = at;
    at += Integer.BYTES;
    return bytes[from] << 24
        | (bytes[from + 1] & 0xFF) << 16
        | (bytes[from + 2] & 0xFF) << 8
        | bytes[from + 3] & 0xFF;
  }

  long long64() {
    long high = int32();
    return high << 32 | int32() & 0xFFFF_FFFFL;
  }

  /** A number that is not negative. */
  int number() {
    int value = bytes[at++];
    if (value >= 0) {
      return value;
    }
    value &= 0x7F;
    for (int shift = 7; shift < 32; shift += 7) {
      int octet = bytes[at++];
      value |= (octet & 0x7F) << shift;
      if (octet >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number too long");
  }

  String text() {
    int length = length(1);
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** A number of elements that the rest can hold. */
  int length(int bytesEach) {
    int length = number();
    if (length < 0 || (long) length * bytesEach > bytes.length - at) {
      throw new IllegalArgumentException("a length too long");
    }
    return length;
  }

  /** How many there are in all. */
  int size() {
    return bytes.length;
  }

  /** All elements of an array of primitives. */
  void primitives(Object array, int length) {
    if (array instanceof double[] doubles) {
      next(length * Double.BYTES).asDoubleBuffer().get(doubles);
    } else if (array instanceof float[] floats) {
      next(length * Float.BYTES).asFloatBuffer().get(floats);
    } else if (array instanceof long[] longs) {
      next(length * Long.BYTES).asLongBuffer().get(longs);
    } else if (array instanceof int[] ints) {
      next(length * Integer.BYTES).asIntBuffer().get(ints);
    } else if (array instanceof byte[] octets) {
      next(length).get(octets);
    } else {
      Primitive primitive = Primitive.of(array.getClass().getComponentType());
      for (int i = 0; i < length; i++) {
        Array.set(array, i, primitive.box(this));
      }
    }
  }

  private ByteBuffer next(int count) {
    ByteBuffer next = ByteBuffer.wrap(bytes, at, count);
    at += count;
    return next;
  }
}
