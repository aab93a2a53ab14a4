package bz.keelbill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagBlockTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String tag(String body) {
    return String.format("\\%s*%02x\\", body, NmeaChecksum.of(bytes(body), 0, body.length()));
  }

  @Test
  void sourceTimeAndGroupAreRead() {
    TagBlock tag = TagBlock.of(bytes(tag("g:2-3-1604,s:calabash,c:1795435200,x:y") + "$RATTM"));
    assertEquals("calabash", tag.source());
    assertEquals(1_795_435_200_000L, tag.atMillis());
    assertEquals(new TagBlock.Group(2, 3, 1604), tag.group());
    assertEquals(0, tag.wrongChecksums());
  }

  @ParameterizedTest
  @CsvSource({
    "1795435200, 1795435200000",
    "1795435200.25, 1795435200250",
    "1795435200250, 1795435200250",
    "0, 0",
    "-1,",
    "x,",
    "99999999999999999,",
    "999999999999999,",
  })
  void timesAreSecondsOrMilliseconds(String text, Long millis) {
    assertEquals(millis, TagBlock.of(bytes(tag("c:" + text))).atMillis());
  }

  @ParameterizedTest
  @CsvSource({"1-2", "0-2-5", "3-2-5", "1-2-x", "1-9999-5", "--", "''"})
  void groupsOutOfFormAreNone(String text) {
    assertNull(TagBlock.of(bytes(tag("g:" + text))).group());
  }

  @Test
  void withoutATagTheSentenceBeginsAtItsMark() {
    TagBlock tag = TagBlock.of(bytes("UdPbC\0$RATTM"));
    assertEquals(6, tag.sentenceStart());
    assertNull(tag.source());
    assertEquals(5, TagBlock.of(bytes("hello")).sentenceStart());
  }

  @Test
  void aTagWithoutAChecksumSaysNothing() {
    TagBlock tag = TagBlock.of(bytes("\\s:calabash\\$RATTM"));
    assertNull(tag.source());
    assertEquals(1, tag.wrongChecksums());
    assertEquals(12, tag.sentenceStart());
  }

  @Test
  void aTagCutOffByTheNextCostsOnlyItself() {
    String cut = "\\s:calabash,c:17954" + tag("s:demo") + "$RATTM,1*00";
    TagBlock tag = TagBlock.of(bytes(cut));
    assertEquals('$', cut.charAt(tag.sentenceStart()));
    assertTrue(tag.wrongChecksums() > 0);
  }

  @Test
  void bothWaysToTheSentenceAgreeOnAnyBytes() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    System.out.println("TagBlock fuzz: seed " + seed);
    Random random = new Random(seed);
    String alphabet = "\\\\\\$!*sgc:,-012F\0\u00ff";
    for (int round = 0; round < 200_000; round++) {
      byte[] line = new byte[random.nextInt(40)];
      for (int at = 0; at < line.length; at++) {
        line[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      int start = TagBlock.sentenceStart(line);
      assertEquals(start, TagBlock.of(line).sentenceStart());
      assertTrue(start == line.length || line[start] == '$' || line[start] == '!');
    }
  }
}
