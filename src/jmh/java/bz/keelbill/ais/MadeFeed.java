package bz.keelbill.ais;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A made-up national feed for benchmarks: the types, talkers and channels of real streams in their
 * real shares (89,394 messages heard), every payload bit random within its field's sense.
 */
final class MadeFeed {
  private static final int CHARACTERS_PER_SENTENCE = 60;

  private final Random random;
  private final boolean isTagged;
  private final StringBuilder text = new StringBuilder();
  private long clockSeconds = 1_790_000_000L;
  private int sequence;

  private MadeFeed(long seed, boolean isTagged) {
    this.random = new Random(seed);
    this.isTagged = isTagged;
  }

  /** Lines, each ended by CR LF, holding so many whole messages. */
  static byte[] of(int messages, boolean isTagged, long seed) {
    MadeFeed feed = new MadeFeed(seed, isTagged);
    for (int i = 0; i < messages; i++) {
      feed.add();
    }
    return feed.text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add() {
    clockSeconds += random.nextInt(8) == 0 ? 1 : 0;
    int share = random.nextInt(1000);
    if (share < 690) {
      send(positionA(share < 600 ? 1 : 3));
    } else if (share < 770) {
      send(base());
    } else if (share < 820) {
      send(staticA());
    } else if (share < 900) {
      send(positionB());
    } else if (share < 960) {
      send(staticB(share % 2));
    } else if (share < 966) {
      send(aid());
    } else if (share < 995) {
      send(binary());
    } else {
      send(longRange());
    }
  }

  private Payload header(int type, int bits) {
    return new Payload(bits)
        .put(0, 6, type)
        .put(6, 2, random.nextInt(15) == 0 ? 1 : 0)
        .put(8, 30, 200_000_000 + random.nextInt(575_000_000));
  }

  private void position(Payload payload, int offset) {
    payload.put(offset, 28, (int) ((random.nextDouble() * 360 - 180) * 600_000));
    payload.put(offset + 28, 27, (int) ((random.nextDouble() * 180 - 90) * 600_000));
  }

  private Payload positionA(int type) {
    Payload payload = header(type, 168).put(38, 4, random.nextInt(16));
    payload.put(42, 8, random.nextInt(6) == 0 ? -128 : random.nextInt(20) - 10);
    payload.put(50, 10, random.nextInt(110) == 0 ? 1023 : random.nextInt(220));
    payload.put(60, 1, random.nextInt(2)).put(116, 12, random.nextInt(3600));
    payload.put(128, 9, random.nextInt(6) == 0 ? 511 : random.nextInt(360));
    payload.put(137, 6, random.nextInt(60)).put(149, 19, random.nextInt(1 << 19));
    position(payload, 61);
    return payload;
  }

  private Payload positionB() {
    Payload payload = header(18, 168).put(46, 10, random.nextInt(220));
    payload.put(112, 12, random.nextInt(10) < 3 ? 3600 : random.nextInt(3600)).put(124, 9, 511);
    payload.put(133, 6, random.nextInt(60)).put(141, 7, random.nextInt(128));
    position(payload, 57);
    return payload;
  }

  private Payload base() {
    Payload payload = header(4, 168).put(38, 14, 2026).put(52, 4, 1 + random.nextInt(12));
    payload.put(56, 5, 1 + random.nextInt(28)).put(61, 5, random.nextInt(24));
    payload.put(66, 6, random.nextInt(60)).put(72, 6, random.nextInt(60));
    position(payload, 79);
    return payload;
  }

  private Payload staticA() {
    Payload payload = header(5, 424).put(40, 30, 1_000_000 + random.nextInt(9_000_000));
    payload.text(70, 7, 5 + random.nextInt(3)).text(112, 20, 6 + random.nextInt(14));
    payload.put(232, 8, random.nextInt(100)).put(240, 30, random.nextInt(1 << 30));
    return payload.put(294, 8, random.nextInt(120)).text(302, 20, 4 + random.nextInt(12));
  }

  private Payload staticB(int part) {
    Payload payload = header(24, 168).put(38, 2, part);
    if (part == 0) {
      return payload.text(40, 20, 6 + random.nextInt(14));
    }
    payload.put(40, 8, random.nextInt(100)).text(48, 3, 3).text(90, 7, 6);
    return payload.put(132, 30, random.nextInt(1 << 30));
  }

  private Payload aid() {
    Payload payload = header(21, 272).put(38, 5, random.nextInt(32)).text(43, 20, 12);
    position(payload, 164);
    return payload.put(253, 6, random.nextInt(60));
  }

  private Payload binary() {
    Payload payload = header(8, 240).put(40, 10, 1).put(50, 6, 31);
    for (int offset = 56; offset < 240; offset += 8) {
      payload.put(offset, 8, random.nextInt(256));
    }
    return payload;
  }

  private Payload longRange() {
    Payload payload = header(27, 96).put(44, 18, random.nextInt(200_000) - 100_000);
    return payload.put(62, 17, random.nextInt(100_000) - 50_000).put(79, 15, random.nextInt(9000));
  }

  private void send(Payload payload) {
    String armour = payload.armour();
    int total = (armour.length() + CHARACTERS_PER_SENTENCE - 1) / CHARACTERS_PER_SENTENCE;
    String key = total == 1 ? "" : "" + (sequence = (sequence + 1) % 10);
    String talker = talker();
    String channel = channel();
    String station = "s:station" + random.nextInt(9) + ",c:" + clockSeconds;
    for (int part = 1; part <= total; part++) {
      int from = (part - 1) * CHARACTERS_PER_SENTENCE;
      int to = Math.min(armour.length(), from + CHARACTERS_PER_SENTENCE);
      if (isTagged) {
        text.append('\\').append(station).append(checksum(station)).append('\\');
      }
      String body =
          talker + "VDM," + total + "," + part + "," + key + "," + channel + ","
              + armour.substring(from, to) + "," + (part == total ? payload.fill() : 0);
      text.append('!').append(body).append(checksum(body)).append("\r\n");
    }
  }

  private String talker() {
    int share = random.nextInt(1000);
    return share < 450 ? "BS" : share < 860 ? "AI" : share < 983 ? "AB" : "=I";
  }

  private String channel() {
    int share = random.nextInt(100);
    return share < 46 ? "A" : share < 92 ? "B" : share < 95 ? "1" : share < 97 ? "2" : "";
  }

  private static String checksum(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum ^= body.charAt(i);
    }
    return String.format("*%02X", sum);
  }

  /** Bits being written. */
  private final class Payload {
    private final boolean[] bits;

    Payload(int length) {
      bits = new boolean[length];
    }

    Payload put(int offset, int width, int value) {
      for (int i = 0; i < width; i++) {
        bits[offset + i] = (value >> (width - 1 - i) & 1) == 1;
      }
      return this;
    }

    /** Letters, then fill. */
    Payload text(int offset, int characters, int letters) {
      for (int i = 0; i < characters; i++) {
        put(offset + 6 * i, 6, i < letters ? 1 + random.nextInt(26) : 0);
      }
      return this;
    }

    int fill() {
      return (6 - bits.length % 6) % 6;
    }

    String armour() {
      StringBuilder armour = new StringBuilder();
      for (int offset = 0; offset < bits.length; offset += 6) {
        int six = 0;
        for (int i = 0; i < 6; i++) {
          six = six << 1 | (offset + i < bits.length && bits[offset + i] ? 1 : 0);
        }
        armour.append((char) (six < 40 ? six + 48 : six + 56));
      }
      return armour.toString();
    }
  }
}
