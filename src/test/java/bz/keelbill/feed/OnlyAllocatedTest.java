package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnlyAllocatedTest {
  private final List<String> said = new ArrayList<>();
  private final Decoder decoder =
      new Formats(List.of(), Map.of(), belizeAlone())
          .newDecoder(Format.SBS, FeedConfig.Reading.of("tower"), true);

  private static AddressBlocks belizeAlone() {
    return AddressBlocks.of(
        List.of(new AddressBlocks.Block(0x0AB000, 0x0AB3FF, "Belize", "BZ", List.of("V3-"), true)));
  }

  private List<String> decode(String address) {
    said.clear();
    String text = "MSG,3,,," + address + ",,2026/11/23,12:00:00,,,,3500,,,17.5,-88.25,,,,,,";
    decoder.decode(
        new Line("sbs", 1, 0, text.getBytes(StandardCharsets.US_ASCII)),
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            said.add(report.contact().name());
          }

          @Override
          public void reject(Reject reject) {
            said.add(reject.reason().word());
          }
        });
    return said;
  }

  @Test
  void anAddressThatNoStateGivesOutIsAGhost() {
    assertEquals(List.of("icao:0ab001"), decode("0AB001"));
    assertEquals(List.of("unallocated"), decode("0AB400"));
    assertEquals(List.of("unallocated"), decode("0AAFFF"));
  }

  @Test
  void whoeverSaysItTenTimesInAMinuteIsAnAircraftWithAnInventedAddress() {
    for (int i = 0; i < 9; i++) {
      assertEquals(List.of("unallocated"), decode("0AB400"));
      assertEquals(List.of("unallocated"), decode("0AAF00"));
    }
    assertEquals(List.of("icao:0ab400"), decode("0AB400"));
    assertEquals(List.of("unallocated"), decode("0AB401"));
    assertEquals(List.of("icao:0ab400"), decode("0AB400"));
  }

  @Test
  void aTrackNumberThatAGroundStationMadeUpIsInNoStatesBlock() {
    assertEquals(List.of("icao:~0ab400"), decode("~0AB400"));
  }
}
