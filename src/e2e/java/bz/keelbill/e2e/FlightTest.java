package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planned hop, an airliner, an overflight and an unplanned low flight, told apart at a glance. */
class FlightTest {
  private static final String HOP = "icao:0ab011";
  private static final String AIRLINER = "icao:a4f2bb";
  private static final String OVERFLIGHT = "icao:a83052";
  private static final String LOW = "icao:0d8123";
  private static final double JUDGED_SECONDS = 25;

  /** One that flies straight on. */
  private record Flying(
      String id,
      String callsign,
      double latitude,
      double longitude,
      double course,
      double knots,
      double feet,
      String squawk) {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String line(Instant began, Instant now) {
      double miles = knots * (now.toEpochMilli() - began.toEpochMilli()) / 3.6e6;
      double lat = latitude + miles / 60 * Math.cos(Math.toRadians(course));
      double lon = longitude + miles / 57.3 * Math.sin(Math.toRadians(course));
      String time = TIME.format(now);
      return String.format(
          Locale.ROOT,
          "MSG,3,1,1,%s,1,%s,%s,%s,%.0f,%.0f,%.0f,%.5f,%.5f,0,%s,0,0,0,0",
          id.substring(5).toUpperCase(Locale.ROOT),
          time,
          time,
          callsign,
          feet,
          knots,
          course,
          lat,
          lon,
          squawk);
    }
  }

  private static final List<Flying> SKY =
      List.of(
          new Flying(HOP, "V3HHA", 17.62, -88.14, 28, 145, 3_500, "4521"),
          new Flying(AIRLINER, "KBX401", 18.10, -87.70, 215, 330, 17_800, "2417"),
          new Flying(OVERFLIGHT, "AVX720", 16.95, -88.35, 20, 452, 35_000, "2413"),
          new Flying(LOW, "", 16.85, -87.85, 300, 210, 900, "1200"));

  private static String plan(
      String flight, String type, String from, int inMinutes, String to, String enroute, String more) {
    Instant now = Instant.now();
    Instant offBlock = now.plusSeconds(60L * inMinutes);
    return String.join(
        "\r\n",
        "FF MZBZZQZX",
        at("ddHHmm", offBlock.minusSeconds(3_600)) + " MZBZZPZX",
        "(FPL-" + flight + "-IS",
        "-" + type + "/L-SDG/S",
        "-" + from + at("HHmm", offBlock),
        "-N0145A035 DCT",
        "-" + to + enroute,
        "-DOF/" + at("yyMMdd", offBlock) + " " + more + ")\r\n");
  }

  private static String at(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(time);
  }

  private static final String CONFIG =
      """
      stations:
        - {id: mast, kind: adsb, lat: 17.53, lon: -88.30, rangeNm: 200}
      feeds:
        - {name: sky, format: sbs, transport: tcp, host: 127.0.0.1, port: %d, station: mast}
        - {name: plans, format: plans, transport: file, path: plans.fpl}
      knownAircraft:
        - {registration: V3-HHA, name: island hopper, operator: Test Air}
      """;

  @Test
  void eachFlightShowsAtAGlanceAndOnItsCardHowItStandsWithThePlans(@TempDir Path folder)
      throws IOException {
    Chromium.open();
    Files.writeString(
        folder.resolve("plans.fpl"),
        plan("V3HHA", "C208", "MZBE", -8, "MZSP", "0030", "REG/V3HHA CODE/0AB011")
            + plan("KBX401", "B738", "KMIA", -100, "MZBZ", "0200", "CODE/A4F2BB")
            + plan("V3ABC", "C206", "MZBE", 400, "MZPL", "0040", "REG/V3ABC"));
    try (ShoreStation mast = new ShoreStation();
        WatchProgram watch = WatchProgram.start(folder, CONFIG.formatted(mast.port()));
        Console console = Console.open(watch)) {
      mast.awaitListener();
      Instant began = Instant.now();
      fly(mast, began, console, "each is judged", JUDGED_SECONDS, () -> areJudged(console));
      assertEquals("prop", shown(console, HOP).get("kind"));
      assertEquals("jet", shown(console, AIRLINER).get("kind"));
      assertLabels(console);
      fly(
          mast,
          began,
          console,
          "the low flight is an alert",
          90,
          () -> console.find("li.alert", "without a flight plan").count() == 1);
      readCards(console);
      for (String palette : List.of("day", "dusk", "night")) {
        console.page().evaluate("p => localStorage.setItem('keelbill.palette', p)", palette);
        console.page().reload();
        fly(mast, began, console, "drawn", 20, () -> isPainted(console, palette));
        console.screenshot("flights-" + palette);
      }
    }
  }

  /** Everybody speaks once a second until something is so. */
  private static void fly(
      ShoreStation mast,
      Instant began,
      Console console,
      String what,
      double seconds,
      java.util.function.BooleanSupplier isSo) {
    long[] last = {0};
    console.await(
        what,
        seconds,
        () -> {
          Instant now = Instant.now();
          if (now.toEpochMilli() - last[0] >= 1_000) {
            last[0] = now.toEpochMilli();
            SKY.forEach(one -> mast.say(one.line(began, now)));
          }
          return isSo.getAsBoolean();
        });
  }

  private static Map<?, ?> shown(Console console, String id) {
    return ((List<?>) console.seen("tracks.drawn"))
        .stream()
            .map(row -> (Map<?, ?>) row)
            .filter(row -> id.equals(row.get("id")))
            .findFirst()
            .orElse(Map.of());
  }

  private static boolean areJudged(Console console) {
    return "explained".equals(shown(console, HOP).get("planState"))
        && "explained".equals(shown(console, AIRLINER).get("planState"))
        && "above".equals(shown(console, OVERFLIGHT).get("planState"))
        && "waiting".equals(shown(console, LOW).get("planState"));
  }

  private static boolean isPainted(Console console, String palette) {
    return console.is("state.palette", palette)
        && "unexplained".equals(shown(console, LOW).get("planState"))
        && label(console, LOW).contains("NO PLAN");
  }

  private static String label(Console console, String id) {
    return ((List<?>) console.seen("labelLines"))
        .stream()
            .map(row -> (Map<?, ?>) row)
            .filter(row -> id.equals(row.get("id")))
            .map(row -> row.get("lines").toString())
            .findFirst()
            .orElse("");
  }

  private static void assertLabels(Console console) {
    console.await("labels", 3, () -> label(console, LOW).contains("plan?"));
    assertTrue(label(console, HOP).contains("plan ✓"), label(console, HOP));
    assertTrue(label(console, AIRLINER).contains("17,800 ft"), label(console, AIRLINER));
    assertTrue(label(console, OVERFLIGHT).contains("FL350"), label(console, OVERFLIGHT));
    assertTrue(label(console, OVERFLIGHT).contains("overflight"), label(console, OVERFLIGHT));
  }

  private static void readCards(Console console) {
    String hop = card(console, "v3hha");
    assertTrue(hop.contains("No alert: the plan V3HHA MZBE-MZSP explains it."), hop);
    assertTrue(hop.contains("aircraft address"), hop);
    assertTrue(hop.contains("C208") && hop.contains("turboprop"), hop);
    assertTrue(hop.contains("Belize (V3-)") && hop.contains("island hopper · Test Air"), hop);
    assertTrue(hop.contains("4521 · assigned code"), hop);
    String airliner = card(console, "kbx401");
    assertTrue(airliner.contains("the plan KBX401 KMIA-MZBZ explains it"), airliner);
    assertTrue(airliner.contains("N418KB"), airliner);
    String over = card(console, "avx720");
    assertTrue(over.contains("above the lower airspace's ceiling of 19,500 ft"), over);
    console.screenshot("flights-card-overflight");
    card(console, "0d8123");
    console.find(".verdict", "no plan or clearance explains it").waitFor();
    String low = console.find(".card").innerText();
    assertTrue(low.contains("no plan or clearance explains it"), low);
    assertTrue(low.contains("1200 · generic, visual flight"), low);
    assertTrue(low.contains("V3HHA MZBE-MZSP") && low.contains("another aircraft"), low);
    assertFalse(low.contains("No alert"), low);
    console.screenshot("flights-card-low");
    // Once a second the page writes where it is into its address, from which it is opened anew.
    console.await(
        "the address says what is seen",
        5,
        () ->
            console
                .page()
                .evaluate("location.hash")
                .toString()
                .matches(".*c=16\\.[89].*sel=icao:0d8123.*"));
    console.find("button.language", "ES").click();
    console.find(".verdict", "ningún plan ni autorización la explica").waitFor();
    console.find("button.language", "EN").click();
    console.find(".verdict", "no plan or clearance explains it").waitFor();
  }

  private static String card(Console console, String text) {
    console.page().keyboard().press("/");
    console.find("#search").fill(text);
    console.page().keyboard().press("Enter");
    console.find(".card .plan").waitFor();
    console.find(".card .verdict").waitFor();
    console.await("its detail is there", 5, () -> console.find(".card section.plan").count() == 1);
    return console.find(".card").innerText();
  }
}
