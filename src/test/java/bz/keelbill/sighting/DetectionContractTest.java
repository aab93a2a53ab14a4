package bz.keelbill.sighting;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class DetectionContractTest extends DecoderContract {
  @Override
  protected Decoder newDecoder() {
    return new DetectionDecoder("sar", DetectionColumns.ANY, ZoneOffset.UTC, false);
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(
            "scene_id,detect_id,lon,lat\nS1A_20260110T114502_1,d1,-87.9,17.1",
            "detect_id,detect_lat,detect_lon,detect_timestamp\nd2,17.1,-87.9,2026-01-10 11:45:13",
            "id;lat;lon;time\n\"d;3\";17.1;-87.9;1768045513")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }
}
