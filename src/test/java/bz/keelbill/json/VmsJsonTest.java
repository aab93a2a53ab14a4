package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VmsJsonTest {
  @Test
  void writesOneObjectARecordAndCountsTheRest() throws IOException {
    String records =
        "//SR//TM/POS//RC/V3AA//NA/A\"B//FS/BLZ//XR/BZ-1//DA/20261123//TI/1200//LT/+17.400"
            + "//LG/-087.601//SP/125//CO/360//ER//\n//SR//TM/CAT//ER//\n"
            + "//SR//TM/EXI//RC/V3AB//DA/20261123//TI/1215//LA/N1724//LO/W08736//ER//";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VmsJson.Tally tally =
        VmsJson.decode(
            new ByteArrayInputStream(records.getBytes(StandardCharsets.ISO_8859_1)), out);
    assertEquals(
        "{\"i\":0,\"type\":\"POS\",\"time\":\"2026-11-23T12:00:00Z\",\"callsign\":\"V3AA\","
            + "\"registration\":\"BZ-1\",\"name\":\"A\\\"B\",\"flag\":\"BLZ\",\"lat\":17.4,"
            + "\"lon\":-87.601,\"sigma_m\":100,\"speed_kn\":12.5,\"course_deg\":0}\n"
            + "{\"i\":2,\"type\":\"EXI\",\"time\":\"2026-11-23T12:15:00Z\",\"callsign\":\"V3AB\","
            + "\"lat\":17.4,\"lon\":-87.6,\"sigma_m\":926}\n",
        out.toString(StandardCharsets.UTF_8));
    assertEquals(new VmsJson.Tally(2, Map.of(Reject.Reason.NOT_USED, 1L)), tally);
  }
}
