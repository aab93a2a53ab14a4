package bz.keelbill.asterix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Wireshark's dissector of ASTERIX, asked through its program tshark: blocks in, leaves out. */
final class Tshark {
  /** The edition that is looked at: others have other names for some leaves, and other faults. */
  private static final String VERSION = "TShark (Wireshark) 4.0.";

  /** Item of category 062 whose octets it skips none of: what follows it is wrong. */
  static final String LOSES_PLACE = "510";

  private static final int PORT = 8600;
  private static final int RAW_IPV4 = 101;
  private static final int IP_OCTETS = 20;
  private static final int UDP_OCTETS = 8;

  /** What it writes before a leaf's name: category, and edition where that is not the newest. */
  private static final String PREFIX = "asterix\\.\\d{3}_(V\\d+_\\d+_)?";

  private Tshark() {}

  /** Whether this machine has the one that we know. */
  static boolean isInstalled() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("tshark", "--version").redirectErrorStream(true).start();
      byte[] says = process.getInputStream().readAllBytes();
      process.waitFor();
      return new String(says, StandardCharsets.UTF_8).contains(VERSION);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What it finds in blocks of one category, each sent as a datagram.
   *
   * @param edition of the category, as its preferences name it
   * @return of each block, and in it of each record, what its leaves show, by their names as
   *     048/090's level is {@code 090_FL}
   */
  static List<List<Map<String, String>>> dissect(List<byte[]> blocks, int category, String edition)
      throws IOException, InterruptedException, XMLStreamException {
    Path capture = Files.createTempFile("blocks", ".pcap");
    try {
      Files.write(capture, capture(blocks));
      String port = "udp.port==" + PORT + ",asterix";
      String preference = "asterix.i%03d_version:%s".formatted(category, edition);
      List<String> command =
          new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-d", port));
      command.addAll(List.of("-o", preference, "-T", "pdml"));
      ProcessBuilder builder = new ProcessBuilder(command);
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      List<List<Map<String, String>>> found = read(process.getInputStream());
      if (process.waitFor() != 0 || found.size() != blocks.size()) {
        throw new IOException("tshark failed: " + command);
      }
      return found;
    } finally {
      Files.delete(capture);
    }
  }

  /** A capture file of datagrams without link layer. */
  private static byte[] capture(List<byte[]> blocks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
    head.putInt(0).putInt(0).putInt(1 << 16).putInt(RAW_IPV4);
    all.writeBytes(head.array());
    for (byte[] block : blocks) {
      byte[] packet = packet(block);
      ByteBuffer each = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      each.putInt(0).putInt(0).putInt(packet.length).putInt(packet.length);
      all.writeBytes(each.array());
      all.writeBytes(packet);
    }
    return all.toByteArray();
  }

  private static byte[] packet(byte[] block) {
    int length = IP_OCTETS + UDP_OCTETS + block.length;
    ByteBuffer packet = ByteBuffer.allocate(length);
    packet.putShort((short) 0x4500).putShort((short) length).putInt(0);
    packet.putInt(0x40110000).putInt(0x7F000001).putInt(0x7F000001);
    packet.putShort((short) PORT).putShort((short) PORT);
    packet.putShort((short) (length - IP_OCTETS)).putShort((short) 0);
    return packet.put(block).array();
  }

  private static List<List<Map<String, String>>> read(InputStream pdml) throws XMLStreamException {
    List<List<Map<String, String>>> packets = new ArrayList<>();
    XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(pdml);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        element(reader, packets);
      }
    }
    return packets;
  }

  private static void element(XMLStreamReader reader, List<List<Map<String, String>>> packets) {
    if (reader.getLocalName().equals("packet")) {
      packets.add(new ArrayList<>());
      return;
    }
    String name = reader.getAttributeValue(null, "name");
    if (name == null || !name.startsWith("asterix.")) {
      return;
    }
    List<Map<String, String>> records = packets.get(packets.size() - 1);
    if (name.equals("asterix.message")) {
      records.add(new HashMap<>());
    } else if (!records.isEmpty()) {
      String leaf = name.replaceFirst(PREFIX, "");
      String shown = reader.getAttributeValue(null, "show");
      records.get(records.size() - 1).putIfAbsent(leaf, shown);
    }
  }
}
