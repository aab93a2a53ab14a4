package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.adsb.Sender;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecognitionTest {

  private static final String AIS = "\\s:b,c:1795435200*00\\!AIVDM,1,1,,A,13u?etPv2;0n:,0*00\r\n";
  private static final String TTM = "$RATTM,07,8.420,141.5,T,31.2,187.0,T,,,N,,T,,,A*00\r\n";
  private static final String SBS =
      "MSG,3,,,0AB123,,2026/11/21,03:00:00.000,,,,9000,,,17.2,-88.1\n";
  private static final String PLAN = "(FPL-V3HHA-VG\n-C208/L-S/C\n-MZBZ1200\n-N0160A045 DCT\n)\n";

  private static Format of(String content, String name) throws IOException {
    InputStream in =
        new BufferedInputStream(
            new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    Format format = Recognition.of(in, name);
    assertEquals(content.length(), in.readAllBytes().length, "the stream begins anew");
    return format;
  }

  @Test
  void knowsEachFormatByItsLines() throws IOException {
    assertEquals(Format.NMEA, of(AIS, "x"));
    assertEquals(Format.NMEA, of("1795435200123 " + AIS, "x"));
    assertEquals(Format.NMEA, of("!=IVDM,1,1,,A,13u?etPv2;0n:,0*00", "x"));
    assertEquals(Format.NMEA, of("\\s:r,c:1795435200*00\\" + TTM, "x"));
    assertEquals(Format.SBS, of(SBS, "x"));
    assertEquals(Format.PLANS, of("FF MZBZZQZX\n201415 MZBZZPZX\n" + PLAN, "x"));
    assertEquals(Format.PLANS, of("(DEP-CSA4311-EGPD1923-ENZV-0)", "x"));
    assertEquals(Format.PLANS, of("(ARRA/B012-CSA406-LHBP0800-LKPR0913)", "x"));
  }

  private static final byte[] FRAME = new Sender(0x0AB123).squitter(Sender.target(9));
  private static final String BEAST =
      new String(Sender.beast(FRAME, 0x1A1A1A), StandardCharsets.ISO_8859_1);

  @Test
  void knowsModeSFramesOfEitherForm() throws IOException {
    assertEquals(Format.BEAST, of(BEAST, "x"));
    assertEquals(Format.BEAST, of(BEAST.repeat(2_000), "x.csv"));
    assertEquals(Format.BEAST, of(BEAST.substring(7) + BEAST.repeat(3), "x"), "begun in a frame");
    String status = "\u001a4" + "\0".repeat(14);
    assertEquals(Format.BEAST, of((status + BEAST).repeat(20), "x"));
    assertEquals(Format.AVR, of(Sender.avr(FRAME) + "\r\n", "x"));
    assertEquals(Format.AVR, of("*0000;\n" + Sender.avr(FRAME, 7).toLowerCase() + "\n", "x"));
    assertEquals(Format.AVR, of("<00000000000720" + Sender.hex(FRAME) + ";\n", "x"));
    assertEquals(Format.BEAST, of("", "x.beast"));
    assertEquals(Format.AVR, of("*0000;\n", "x.avr.gz"));
    assertEquals(Format.NMEA, of(BEAST + AIS.repeat(30), "x"), "more lines than frames");
    assertNull(of("*1234;\n*8D0AB1;\n", "x"));
  }

  @Test
  void theMajorityOfTheFirstTwoHundredDecides() throws IOException {
    assertEquals(Format.SBS, of("# comment\n" + AIS + SBS + "\n\n" + SBS, "x.nmea"));
    assertEquals(Format.NMEA, of(AIS.repeat(101) + SBS.repeat(5_000), "x.sbs"));
  }

  @Test
  void theEndingBreaksATieAndSpeaksForASilentFile() throws IOException {
    assertEquals(Format.SBS, of(AIS + SBS, "x.csv"));
    assertEquals(Format.NMEA, of(SBS + AIS, "x.nm4.gz"));
    assertEquals(Format.PLANS, of("", "plans.FPL"));
    assertNull(of("nothing known", "x.txt"));
    assertNull(of("", "notes"));
  }

  @Test
  void knowsWhatServicesSend() throws IOException {
    String message = "{\"Message\":{\"X\":{}},\"MessageType\":\"X\",\"MetaData\":{\"MMSI\":1}}\n";
    String vessel = "{\"MMSI\":1,\"TIME\":\"2026-11-25 10:00:43 GMT\",\"LATITUDE\":17.5}";
    String header = "[{\"ERROR\":false,\"FORMAT\":\"HUMAN\"},[";
    assertEquals(Format.AISSTREAM, of(message, "x.json"));
    assertEquals(Format.AISHUB, of(header + vessel + "]]", "x.json"));
    assertEquals(Format.AISHUB, of(header + (vessel + ",").repeat(5_000) + vessel + "]]", "x"));
    assertEquals(
        Format.AISHUB, of("[\n {\n  \"ERROR\": false\n },\n [\n  {\n   \"MMSI\": 1,\n", "x"));
    assertEquals(
        Format.AISHUB, of("MMSI,TSTAMP,LATITUDE\r\n1,2026-11-25 10:00:43 GMT,17\r\n", "x.csv"));
    assertNull(of("[{\"name\":\"x\"}]\n{\"type\":\"FeatureCollection\"}", "x.json"));
  }

  @Test
  void knowsWhatFlightServicesSend() throws IOException {
    String aircraft = "{\"hex\":\"0ab123\",\"type\":\"adsb_icao\",\"lat\":17.5,\"lon\":-88.1}";
    String many = (aircraft + ",\n").repeat(500) + aircraft;
    assertEquals(
        Format.READSB, of("{ \"now\" : 1.5,\n \"aircraft\" : [\n" + many + "]}", "x.json"));
    String oneLine = many.replace("\n", "");
    assertEquals(Format.READSB, of("{\"now\":1.5,\"aircraft\":[" + oneLine + "]}", "x.json"));
    String huge = oneLine + "," + oneLine + "," + oneLine;
    assertEquals(
        Format.READSB,
        of("{\"now\":1795600858.875,\"messages\":11329251,\"aircraft\":[" + huge + "]}", "x"));
    assertEquals(Format.READSB, of("{\"ac\":[" + huge + "],\"now\":1795600858875}", "x"));
    assertEquals(Format.READSB, of("{\"now\":1.5,\"aircraft\":[]}", "x"));
    assertEquals(Format.READSB, of(aircraft + ",\n" + aircraft + "\n", "x.jsonl"));
    assertEquals(Format.READSB, of("{\"hex\":\"~0ab123\"}", "x"));
    assertEquals(
        Format.READSB,
        of("{\"icao\":\"0ab123\",\"timestamp\":1,\"trace\":[[0,1,2]]}", "trace_full"));
    String state = "[\"0ab123\",\"TPS301  \",\"Belize\",1,1,-88.1,17.5]";
    assertEquals(Format.OPENSKY, of("{\"time\":1,\"states\":[" + state + "]}", "x.json"));
    String states = (state + ",").repeat(3_000) + state;
    assertEquals(Format.OPENSKY, of("{\"time\":1795600858,\"states\":[" + states + "]}", "x"));
    assertEquals(Format.OPENSKY, of("{\n \"time\": 1,\n \"states\": [\n" + state, "x.json"));
    assertEquals(Format.OPENSKY, of("{\"time\":1,\"states\":null}", "x.json"));
    assertNull(of("[{\"icao24\":\"0ab123\",\"latitude\":1}]", "x.json"));
  }

  @Test
  void binaryNoiseIsNoFormat() throws IOException {
    byte[] noise = new byte[100_000];
    new java.util.Random(7).nextBytes(noise);
    assertNull(of(new String(noise, StandardCharsets.ISO_8859_1), "x.bin"));
  }
}
