package bz.keelbill.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a watch remembered at one moment. What was read stays packed until its image is asked for,
 * for to unpack one takes as long as to play a busy minute. Immutable; any thread.
 */
public final class Checkpoint {
  private static final int PIECE_BYTES = 1 << 16;

  private final Head head;
  private final byte[] image;
  private final Packed packed;

  /** All but the image; the accessors below say what each of it is. */
  record Head(long atMillis, long recordSeq, long journalSeq, String epoch, boolean isLast) {}

  /**
   * An image deflated.
   *
   * @param bytes has it from an offset to its end or further
   * @param length of the image
   */
  record Packed(byte[] bytes, int offset, int length) {}

  /** One that has just been made; the accessors say what each of it is. */
  public Checkpoint(
      long atMillis, long recordSeq, long journalSeq, String epoch, boolean isLast, byte[] image) {
    this.head = new Head(atMillis, recordSeq, journalSeq, epoch, isLast);
    this.image = image;
    this.packed = null;
  }

  /** One that was read. */
  Checkpoint(Head head, Packed packed) {
    this.head = head;
    this.image = null;
    this.packed = packed;
  }

  /** When it was made, the recorder's clock. */
  public long atMillis() {
    return head.atMillis();
  }

  /** The last entry of the record that the watch had taken. */
  public long recordSeq() {
    return head.recordSeq();
  }

  /** The last order of the journal that it had carried out; 0 if there was none. */
  public long journalSeq() {
    return head.journalSeq();
  }

  /** The name of that journal. */
  public String epoch() {
    return head.epoch();
  }

  /** Whether the watch was then stopped in order: nothing came after it. */
  public boolean isLast() {
    return head.isLast();
  }

  /**
   * The memory of the watch, unpacked each time that it is asked for.
   *
   * @throws IOException if it cannot be unpacked
   */
  public byte[] image() throws IOException {
    return image == null ? unpacked() : image;
  }

  private byte[] unpacked() throws IOException {
    Inflater inflater = new Inflater();
    try {
      ByteArrayInputStream in =
          new ByteArrayInputStream(
              packed.bytes(), packed.offset(), packed.bytes().length - packed.offset());
      byte[] unpacked =
          new InflaterInputStream(in, inflater, PIECE_BYTES).readNBytes(packed.length());
      if (unpacked.length != packed.length()) {
        throw new CheckpointBytes.Unusable("is damaged");
      }
      return unpacked;
    } finally {
      inflater.end();
    }
  }
}
