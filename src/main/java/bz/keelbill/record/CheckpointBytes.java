package bz.keelbill.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A checkpoint as a file holds it, big-endian: {@code KBCP}, version, when, the last entry of the
 * record, the last order, the journal's name, whether it is the last, the length of the image, the
 * image deflated, and a CRC-32C of all that. Stateless; any thread.
 */
public final class CheckpointBytes {
  private static final int MAGIC = 0x4B424350;
  private static final int VERSION = 1;
  private static final int CRC_BYTES = 8;
  private static final int LONGEST_IMAGE = 1 << 30;

  private CheckpointBytes() {}

  /** Why bytes are no checkpoint; the message follows the name of the file. */
  public static final class Unusable extends IOException {
    private static final long serialVersionUID = 1;

    Unusable(String how) {
      super(how);
    }
  }

  /**
   * Packs one.
   *
   * @throws IOException if its image cannot be packed
   */
  public static byte[] of(Checkpoint checkpoint) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(checkpoint.atMillis());
    out.writeLong(checkpoint.recordSeq());
    out.writeLong(checkpoint.journalSeq());
    out.writeUTF(checkpoint.epoch());
    out.writeBoolean(checkpoint.isLast());
    byte[] image = checkpoint.image();
    out.writeInt(image.length);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    DeflaterOutputStream deflated = new DeflaterOutputStream(out, fast);
    deflated.write(image);
    deflated.finish();
    fast.end();
    out.writeLong(crc(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /**
   * Reads one; its image stays packed, in the same bytes.
   *
   * @throws Unusable if the bytes are none, are damaged or of a later version
   */
  public static Checkpoint read(byte[] bytes) throws Unusable {
    int length = bytes.length - CRC_BYTES;
    if (length < 8 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      throw new Unusable("is no checkpoint");
    }
    int version = ByteBuffer.wrap(bytes).getInt(4);
    if (version != VERSION) {
      throw new Unusable("is of version " + version + ", which is not known here");
    }
    if (ByteBuffer.wrap(bytes, length, CRC_BYTES).getLong() != crc(bytes, length)) {
      throw new Unusable("is damaged");
    }
    try {
      return read(bytes, length);
    } catch (IOException | RuntimeException wrong) {
      throw new Unusable("is damaged");
    }
  }

  private static Checkpoint read(byte[] bytes, int end) throws IOException {
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes, 8, end - 8);
    DataInputStream in = new DataInputStream(rest);
    Checkpoint.Head head =
        new Checkpoint.Head(
            in.readLong(), in.readLong(), in.readLong(), in.readUTF(), in.readBoolean());
    int length = in.readInt();
    if (length < 0 || length > LONGEST_IMAGE) {
      throw new Unusable("is damaged");
    }
    return new Checkpoint(head, new Checkpoint.Packed(bytes, end - rest.available(), length));
  }
}
