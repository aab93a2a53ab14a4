package bz.keelbill.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A watch over an empty sea with one shore station and one closed square of water off Turneffe, so
 * that nothing happens but what a test says.
 */
final class QuietSea implements AutoCloseable {
  /** West edge of the closed water; it is about 4 km wide and high. */
  static final double WEST = -87.98;

  static final double SOUTH = 17.30;
  static final double MIDDLE = 17.32;
  private static final double SIZE = 0.04;

  private static final double METRES_PER_DEGREE = 111_320 * Math.cos(Math.toRadians(MIDDLE));

  final ShoreStation shore = new ShoreStation();
  final WatchProgram watch;

  private QuietSea(Path folder, String priority, String stations, String more)
      throws IOException {
    Files.writeString(folder.resolve("fences.geojson"), closedWater(priority));
    watch =
        WatchProgram.start(
            folder,
            """
            stations:
              - {id: shore, kind: ais, lat: 17.30, lon: -88.08, rangeNm: 40}
            %sfences: fences.geojson
            feeds:
              - {name: shore, format: ais, transport: tcp, host: 127.0.0.1, port: %d}
            """
                    .formatted(stations, shore.port())
                + more);
    shore.awaitListener();
  }

  /** Puts the fence, the configuration and the record into a folder and starts the watch. */
  static QuietSea begin(Path folder) throws IOException {
    return begin(folder, "warning", "");
  }

  /** The same with another priority of the closed water and more to be said in the configuration. */
  static QuietSea begin(Path folder, String priority, String more) throws IOException {
    return begin(folder, priority, "", more);
  }

  /** The same with more lines of stations too. */
  static QuietSea begin(Path folder, String priority, String stations, String more)
      throws IOException {
    Chromium.open();
    return new QuietSea(folder, priority, stations, more);
  }

  private static String closedWater(String priority) {
    double east = WEST + SIZE;
    double north = SOUTH + SIZE;
    return """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"closed-water",
         "properties":{"name":"Closed water","kind":"restricted","priority":"%5$s","appliesTo":"vessel"},
         "geometry":{"type":"Polygon","coordinates":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}}]}
        """
        .formatted(WEST, SOUTH, east, north, priority);
  }

  /** A class B boat says where it is: so many metres east of the closed water's west edge. */
  void boat(int mmsi, double metresInside) {
    boat(mmsi, MIDDLE, metresInside);
  }

  /** The same on another latitude. */
  void boat(int mmsi, double latitude, double metresInside) {
    double longitude = WEST + metresInside / METRES_PER_DEGREE;
    shore.say(AisSentences.position(mmsi, latitude, longitude, 30, 90));
  }

  /** So many boats, 90 m apart, run in side by side at 30 kn; on return all are inside. */
  void runInTogether(int firstMmsi, int boats) {
    int[] metres = {-30, -15, 65, 80};
    int[] pauses = {1_000, 5_200, 1_000, 0};
    for (int step = 0; step < metres.length; step++) {
      for (int i = 0; i < boats; i++) {
        boat(firstMmsi + i, SOUTH + 0.002 + i * 0.0008, metres[step]);
      }
      Patience.pause(pauses[step]);
    }
  }

  /**
   * A boat runs into the closed water at 30 kn; on return it is inside, and its next position
   * inside decides.
   */
  void runIn(int mmsi, String name) {
    shore.say(AisSentences.name(mmsi, name));
    boat(mmsi, -30);
    Patience.pause(1_000);
    boat(mmsi, -15);
    Patience.pause(5_200);
    boat(mmsi, 65);
    Patience.pause(1_000);
  }

  @Override
  public void close() throws IOException {
    try (shore) {
      watch.close();
    }
  }
}
