package bz.keelbill.ais;

import static bz.keelbill.ais.AisEncoder.bytes;
import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Reject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the table of sentences cannot say: arrival times, loggers' times, bounds. */
class AisReaderTest {
  private static final int SHIP = 312_000_001;
  private static final List<String> PARTS =
      message(5, SHIP, 424).text(112, 20, "ALPHA").sentences(2, "1", "A");

  private final Messages messages = new Messages();
  private long number;

  @Test
  void livePartsWaitTenSecondsOfArrival() {
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    read(reader, PARTS.get(0), 0);
    read(reader, PARTS.get(1), 10_000);
    read(reader, PARTS.get(0), 20_000);
    read(reader, PARTS.get(1), 30_001);
    assertEquals(List.of("5 ALPHA"), messages.seen);
    assertEquals(2, messages.orphans());
  }

  @Test
  void tagTimesOfBothPartsAreBetterThanArrival() {
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    read(reader, tag("c:1700000000") + PARTS.get(0), 0);
    read(reader, tag("c:1700000001") + PARTS.get(1), 60_000);
    read(reader, tag("c:1700000000") + PARTS.get(0), 60_000);
    read(reader, tag("c:1700000020") + PARTS.get(1), 60_001);
    assertEquals(List.of("5 ALPHA"), messages.seen);
  }

  @Test
  void inAFilePartsWaitAThousandSentences() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    String single = position(SHIP, 17, -88, 0).sentence();
    for (int between : new int[] {999, 1000}) {
      read(reader, PARTS.get(0), 0);
      for (int i = 0; i < between; i++) {
        read(reader, single, 0);
      }
      read(reader, PARTS.get(1), 0);
    }
    assertEquals(1, messages.seen.stream().filter("5 ALPHA"::equals).count());
  }

  @Test
  void linesThatAreNoSentencesDoNotAgeParts() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    read(reader, PARTS.get(0), 0);
    for (int i = 0; i < 5000; i++) {
      read(reader, "$GPTXT,01,01,02,noise*00", 0);
    }
    read(reader, PARTS.get(1), 0);
    assertEquals(List.of("5 ALPHA"), messages.seen);
  }

  @Test
  void keepsAtMost1024UnfinishedMessagesAndDropsTheOldest() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    for (int group = 0; group < 1025; group++) {
      read(reader, tag("g:1-2-" + group + ",c:1700000000") + PARTS.get(0), 0);
    }
    assertEquals(1024, reader.unfinished());
    assertEquals(1, messages.orphans());
    read(reader, tag("g:2-2-0") + PARTS.get(1), 0);
    assertEquals(List.of(), messages.seen);
    read(reader, tag("g:2-2-1024") + PARTS.get(1), 0);
    assertEquals(List.of("5 ALPHA"), messages.seen);
  }

  @Test
  void aFailedPartOfAnotherSourceLeavesPartsWithoutSourceInDoubt() {
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    List<String> others = message(5, SHIP + 1, 424).text(112, 20, "BRAVO").sentences(2, "1", "A");
    read(reader, tag("s:one") + PARTS.get(0), 0);
    read(reader, tag("s:two") + others.get(0).replace("VDM,2,1,1,A,5", "VDM,2,1,1,A,6"), 0);
    read(reader, others.get(1), 0);
    assertEquals(List.of(), messages.seen);
    read(reader, tag("s:one") + PARTS.get(1), 0);
    assertEquals(List.of("5 ALPHA"), messages.seen);
  }

  @Test
  void aLoggersWrapperTimesTheNextMessageIfTheChecksumAgrees() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    String single = position(SHIP, 17, -88, 60).sentence();
    String checksum = single.substring(single.length() - 2);
    read(reader, wrapper(checksum), 0);
    read(reader, single, 0);
    assertEquals(1_276_256_772_386L, messages.stationAtMillis);
    read(reader, single, 0);
    assertEquals(AisMessage.NO_TIME, messages.stationAtMillis);
    read(reader, wrapper("%02X".formatted(Integer.parseInt(checksum, 16) ^ 1)), 0);
    read(reader, single, 0);
    assertEquals(AisMessage.NO_TIME, messages.stationAtMillis);
    assertEquals(List.of(), messages.rejects);
  }

  @Test
  void aWrappersChecksumIsThatOfAllPartsTogether() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    int both = checksum(PARTS.get(0)) ^ checksum(PARTS.get(1));
    read(reader, wrapper("%02X".formatted(both)), 0);
    read(reader, PARTS.get(0), 0);
    read(reader, PARTS.get(1), 0);
    assertEquals(1_276_256_772_386L, messages.stationAtMillis);
  }

  @Test
  void refusesADamagedWrapper() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    read(reader, wrapper("12").replace("2010", "2011"), 0);
    read(reader, wrapper("12").replaceAll("\\*..$", ""), 0);
    read(
        reader,
        "$" + AisEncoder.withChecksum("PGHP,1,2010,13,11,11,46,12,386,,,,1,12").substring(1),
        0);
    assertEquals(
        List.of(Reject.Reason.CHECKSUM, Reject.Reason.CHECKSUM_MISSING, Reject.Reason.MALFORMED),
        messages.rejects);
  }

  @Test
  void theSuffixGivesATimeWhereNothingElseDoes() {
    AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    String single = position(SHIP, 17, -88, 60).sentence() + ",d-077,r08XSEW1,1272412945";
    read(reader, single, 0);
    assertEquals(1_272_412_945_000L, messages.stationAtMillis);
    read(reader, tag("c:1700000000") + single, 0);
    assertEquals(1_700_000_000_000L, messages.stationAtMillis);
    read(reader, single.substring(0, single.length() - 2), 0);
    assertEquals(AisMessage.NO_TIME, messages.stationAtMillis);
  }

  @Test
  void readsALineInsideALargerBuffer() {
    String single = position(SHIP, 17, -88, 60).sentence();
    byte[] buffer = bytes("noise\n" + single + "\nnoise");
    new AisReader(AisReader.Timing.REPLAY).read(buffer, 6, 6 + single.length(), 2, 0, messages);
    assertEquals(1, messages.seen.size());
    assertTrue(messages.rejects.isEmpty());
  }

  private static int checksum(String sentence) {
    return Integer.parseInt(sentence.substring(sentence.length() - 2), 16);
  }

  private static String wrapper(String checksum) {
    String body = "PGHP,1,2010,6,11,11,46,12,386,219,24,992190924,1," + checksum;
    return "$" + AisEncoder.withChecksum(body).substring(1);
  }

  private void read(AisReader reader, String line, long receivedAtMillis) {
    byte[] bytes = bytes(line);
    reader.read(bytes, 0, bytes.length, ++number, receivedAtMillis, messages);
  }

  private static final class Messages implements AisReader.Output {
    private final List<String> seen = new ArrayList<>();
    private final List<Reject.Reason> rejects = new ArrayList<>();
    private long stationAtMillis;

    @Override
    public void message(AisMessage message) {
      String name = message.text(AisField.NAME);
      seen.add(message.type() + (name == null ? "" : " " + name));
      stationAtMillis = message.reception().stationAtMillis();
    }

    @Override
    public void reject(Reject.Reason reason) {
      if (reason != Reject.Reason.NOT_USED) {
        rejects.add(reason);
      }
    }

    long orphans() {
      return rejects.stream().filter(Reject.Reason.ORPHAN::equals).count();
    }
  }
}
