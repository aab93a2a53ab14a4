package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Reject.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsterixJsonTest {
  private static String decode(String hex, AsterixJson.Tally expected) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(expected, new AsterixJson().decode(new ByteArrayInputStream(bytes), out));
    return out.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void writesWhatARecordCarriesAndNothingElse() throws IOException {
    String tracks =
        decode(
            "3e00199b0c190154600000317e4bff06d3a00050ffc404d200",
            new AsterixJson.Tally(1, Map.of()));
    assertEquals(
        "{\"i\":0,\"cat\":62,\"sac\":25,\"sic\":1,\"time\":\"12:00:00.000\",\"lat\":17.3999995,"
            + "\"lon\":-87.6000023,\"vx_ms\":20,\"vy_ms\":-15,\"number\":1234}\n",
        tracks);
    String adsb =
        decode(
            "150025c319030980190100062fc963e0da740e0ab001546000008c02ab84fa5b3208060820",
            new AsterixJson.Tally(1, Map.of()));
    assertEquals(
        "{\"i\":0,\"cat\":21,\"sac\":25,\"sic\":1,\"time\":\"12:00:00.000\",\"lat\":17.4,"
            + "\"lon\":-87.5999999,\"speed_kn\":150.0732,\"track_deg\":186.9983,\"fl\":35,"
            + "\"address\":\"0ab001\",\"address_type\":0,\"callsign\":\"V3HHA\"}\n",
        adsb);
  }

  @Test
  void countsWhatItCannotRead() throws IOException {
    Map<Reason, Long> rejects = Map.of(Reason.NOT_USED, 1L, Reason.SHORT, 1L);
    String none = decode("f00004003e0019", new AsterixJson.Tally(0, rejects));
    assertEquals("", none);
  }
}
