package bz.keelbill.record;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Sensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Keeps over a restart what the stations have learned of where they hear.
 *
 * <p>Big-endian: {@code KBCV}, version, the time up to which was learned, the sensors, the cells,
 * and a CRC-32 of all that. It is written beside and renamed, so that there is always a whole one;
 * a damaged one is set aside, for a watch without experience is better than none. Files block: on a
 * worker, one call at a time.
 */
public final class CoverageFile {
  private static final int MAGIC = 0x4B424356;
  private static final int VERSION = 1;
  private static final int CRC_BYTES = 8;

  private final Path path;

  /**
   * What a file held.
   *
   * @param snapshot null if there was no file, or none that can be used
   * @param problem what was wrong, in one sentence; null if nothing was
   */
  public record Loaded(Coverage.Snapshot snapshot, String problem) {}

  /** In a folder that exists. */
  public CoverageFile(Path path) {
    this.path = path;
  }

  /** Replaces the file durably. */
  public void write(Coverage.Snapshot snapshot) throws IOException {
    WholeFile.write(path, bytes(snapshot));
  }

  private static byte[] bytes(Coverage.Snapshot snapshot) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeLong(snapshot.untilMillis());
      out.writeInt(snapshot.sensors().size());
      for (Sensor sensor : snapshot.sensors()) {
        write(out, sensor);
      }
      out.writeInt(snapshot.cells().size());
      for (Coverage.Learned cell : snapshot.cells()) {
        write(out, cell);
      }
      out.writeLong(crc(bytes.toByteArray(), bytes.size()));
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Sensor sensor) throws IOException {
    out.writeUTF(sensor.id());
    out.writeUTF(sensor.kind().name());
    out.writeDouble(sensor.position().latitude());
    out.writeDouble(sensor.position().longitude());
    out.writeDouble(sensor.rangeNauticalMiles());
  }

  private static void write(DataOutputStream out, Coverage.Learned cell) throws IOException {
    out.writeUTF(cell.station());
    out.writeUTF(cell.kind().word());
    out.writeInt(cell.row());
    out.writeInt(cell.column());
    out.writeFloat(cell.expected());
    out.writeFloat(cell.heard());
    out.writeInt(cell.minute());
  }

  private static long crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /** Reads the file; never fails, for a watch must start without it too. */
  public Loaded read() {
    try {
      return new Loaded(parsed(Files.readAllBytes(path)), null);
    } catch (NoSuchFileException none) {
      return new Loaded(null, null);
    } catch (Damaged damaged) {
      return new Loaded(
          null,
          path.getFileName()
              + " "
              + damaged.getMessage()
              + "; "
              + WholeFile.setAside(path)
              + ", and coverage begins anew");
    } catch (IOException unreadable) {
      return new Loaded(null, "coverage cannot be read and begins anew: " + unreadable);
    }
  }

  private static final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String how) {
      super(how);
    }
  }

  private static Coverage.Snapshot parsed(byte[] bytes) throws Damaged {
    int length = bytes.length - CRC_BYTES;
    if (length < 0 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      throw new Damaged("is no coverage file");
    }
    if (ByteBuffer.wrap(bytes, length, CRC_BYTES).getLong() != crc(bytes, length)) {
      throw new Damaged("is damaged");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 4, length - 4))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new Damaged("is of version " + version + ", which is not known here");
      }
      return snapshot(in);
    } catch (Damaged damaged) {
      throw damaged;
    } catch (IOException | IllegalArgumentException wrong) {
      throw new Damaged("is damaged");
    }
  }

  private static Coverage.Snapshot snapshot(DataInputStream in) throws IOException {
    long untilMillis = in.readLong();
    List<Sensor> sensors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      sensors.add(
          new Sensor(
              in.readUTF(),
              Sensor.Kind.valueOf(in.readUTF()),
              new Position(in.readDouble(), in.readDouble()),
              in.readDouble()));
    }
    List<Coverage.Learned> cells = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      cells.add(cell(in));
    }
    return new Coverage.Snapshot(untilMillis, sensors, cells);
  }

  private static Coverage.Learned cell(DataInputStream in) throws IOException {
    Coverage.Learned cell =
        new Coverage.Learned(
            in.readUTF(),
            Coverage.Kind.of(in.readUTF()),
            in.readInt(),
            in.readInt(),
            in.readFloat(),
            in.readFloat(),
            in.readInt());
    boolean possible =
        cell.kind() != null
            && cell.expected() >= 0
            && cell.heard() >= 0
            && Float.isFinite(cell.expected() + cell.heard());
    if (!possible) {
      throw new Damaged("is damaged");
    }
    return cell;
  }
}
