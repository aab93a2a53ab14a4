package bz.keelbill.radar;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Mutations;
import java.util.List;
import java.util.stream.Stream;

class RadarContractTest extends DecoderContract {
  @Override
  protected Decoder newDecoder() {
    Station station = Station.of("demo", new Position(17.5, -88.0));
    return new RadarDecoder(List.of(station), "demo", false);
  }

  @Override
  protected List<byte[]> goodLines() {
    return Stream.of(
            "$RATTM,07,8.420,141.5,T,31.2,187.0,T,3.10,12.4,N,,T,*5B",
            "$RATLL,07,1724.0000,N,08736.0000,W*4F",
            "$RATTM,07,,,T,,,T,,,N,,L,*77",
            "!RATTD,01,01,1,07F74pM>wwP=:00,0*6C")
        .map(Mutations::bytes)
        .toList();
  }
}
