package bz.keelbill.plan;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

class PlanContractTest extends DecoderContract {
  @Override
  protected Decoder newDecoder() {
    return new PlanDecoder("aftn", false);
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(
            "(FPL-V3HHA-VG-C208/L-S/C-MZBZ1430-N0150A055 DCT-MZSP0020-REG/V3HHA CODE/0AB001)",
            "FF MZBZZTZX 231130 MZBZYAYX (CNL-V3HHA-MZBZ1430-MZSP-0)",
            "(DEP-AFR1/A3440-ESSA1150-LFPG-0)",
            "(ARR-CSA406-LHBP0800-LKPR0913)",
            "callsign,from,to,off_block\nV3HHA,MZBZ,MZSP,1430")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }
}
