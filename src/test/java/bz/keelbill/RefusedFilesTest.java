package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch whose files are refused has touched nothing: no journal is begun and no record. */
class RefusedFilesTest {
  private static final String CROSSING_ITSELF =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"bow-tie",
       "properties":{"name":"Bow tie","kind":"restricted"},"geometry":{"type":"Polygon",
       "coordinates":[[[-87.6,17.2],[-87.5,17.3],[-87.5,17.2],[-87.6,17.3],[-87.6,17.2]]]}}]}
      """;

  @TempDir Path folder;

  @Test
  void aFenceThatCrossesItselfOpensNoRecord() throws Exception {
    Path config = folder.resolve("keelbill.yaml");
    Files.writeString(folder.resolve("fences.geojson"), CROSSING_ITSELF);
    Files.writeString(
        config,
        """
        stations:
          - {id: shore, kind: ais, lat: 17.4937, lon: -88.1810, rangeNm: 60}
        fences: fences.geojson
        web: {port: 0}
        record: {dir: data}
        """);
    Vertx vertx = Vertx.vertx();
    try {
      var opened = WatchFloor.open(vertx, ConfigReader.read(config)).toCompletionStage();
      ExecutionException refused =
          assertThrows(
              ExecutionException.class,
              () -> opened.toCompletableFuture().get(60, TimeUnit.SECONDS));
      assertInstanceOf(ConfigFaults.BadConfig.class, refused.getCause());
      assertTrue(refused.getCause().getMessage().contains("bow-tie"), refused.toString());
      assertFalse(Files.exists(folder.resolve("data")));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
  }
}
