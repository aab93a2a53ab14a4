package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Reject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvrReaderTest {
  private static final long AT = 1_795_230_000_000L;
  private static final byte[] LONG = new Sender(0x0AB123).squitter(Sender.identity(4, 1, "V3HHA"));
  private static final byte[] SHORT = new Sender(0x0AB124).allCall(Sender.AIRBORNE, 0);

  private final List<String> heard = new ArrayList<>();
  private final ModeSReader.Output out =
      new ModeSReader.Output() {
        @Override
        public void message(ModeSMessage message) {
          heard.add("%06x@%d".formatted(message.address, message.ticks()));
        }

        @Override
        public void reject(Reject.Reason reason) {
          heard.add(reason.word());
        }
      };

  private final AvrReader reader =
      new AvrReader(
          new StampedFrames(new ModeSReader(null, false), MessageClock.Counter.TICKS, true));

  private List<String> read(String line) {
    heard.clear();
    reader.read(line.getBytes(StandardCharsets.ISO_8859_1), AT, out);
    return heard;
  }

  /** L and S stand for a long and a short frame. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "*L;|0ab123@-1",
        "*S;|0ab124@-1",
        "@00000000000FL;|0ab123@15",
        "@0123456789abS;|0ab124@1250999896491",
        "<00000000001AC8L;|0ab123@26",
        "<FFFFFFFFFFFFffS;|0ab124@281474976710655",
        "*L;*S;|0ab123@-1 0ab124@-1",
        "*L;@000000000001S;<00000000000200L;|0ab123@-1 0ab124@1 0ab123@2",
        "noise *L; more noise|0ab123@-1",
        "*0000;|not-used",
        "@0000000000001234;|not-used",
        "*L|short",
        "*8D0AB1*L;|short 0ab123@-1",
        "@000000*L;|short 0ab123@-1",
        "*;|malformed",
        "*L0;|malformed",
        "*8D0AB1232;|malformed",
        "*8D0AB123G;|malformed",
        "@00000000000GL;|malformed",
        "<000000000001G0L;|malformed",
        "@L;|malformed",
        "<0000000000000*L;|short 0ab123@-1",
        "anything else|malformed",
        "''|''",
        "'   '|''",
      })
  void everyFormIsReadAsItShould(String line, String expected) {
    String text = line.replace("L", Sender.hex(LONG)).replace("S", Sender.hex(SHORT));
    assertEquals(expected, String.join(" ", read(text)), text);
    assertEquals(expected, String.join(" ", read(text + "\r")), "with a line end");
  }

  @Test
  void eitherCaseIsRead() {
    assertEquals(List.of("0ab123@-1"), read("*" + Sender.hex(LONG).toLowerCase() + ";"));
  }

  @Test
  void everyBadDigitIsSeen() {
    String good = Sender.avr(LONG, 77);
    for (int at = 1; at < good.length() - 1; at++) {
      for (char bad : "G/:@`g \0\u00b1\u00ff".toCharArray()) {
        if (bad != '@') {
          String line = good.substring(0, at) + bad + good.substring(at + 1);
          assertEquals(List.of("malformed"), read(line), line);
        }
      }
    }
  }

  @Test
  void everyFrameThatBeginsIsCounted() {
    read("*" + Sender.hex(LONG) + ";*1234");
    read("noise");
    read("*zz;");
    assertEquals(3, reader.count());
  }
}
