package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst looks through a whole day: where a ship was, what rang, a loop, and the link to it. */
class DayReplayTest {
  private static final int INTRUDER = 312_000_271;
  private static final double MILES_PER_DEGREE = 60;
  private static final Duration DAY = Duration.ofHours(24);
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");
  private static final String FEED =
      "  - {name: cape, format: ais, transport: tcp, host: 127.0.0.1, port: %d}\n";

  @Test
  void aDayIsLookedThroughAndALinkOpensTheSameView(@TempDir Path folder) throws IOException {
    long now = System.currentTimeMillis() / 30_000 * 30_000;
    long from = now - DAY.toMillis();
    PastDay day = new PastDay(from, now - 60_000);
    day.write(folder.resolve("data"));
    try (ShoreStation cape = new ShoreStation();
        QuietSea sea = QuietSea.begin(folder, "alarm", "", FEED.formatted(cape.port()));
        Console console = Console.open(sea.watch)) {
      sea.runIn(INTRUDER, "NIGHT HERON");
      sea.boat(INTRUDER, 80);
      console.await("it rings", 3, () -> console.find("li.alert.alarm").count() == 1);
      Patience.pause(2_500); // the record writes its batch twice a second
      console.page().keyboard().press("2");
      begin(console, from, System.currentTimeMillis());
      wholeDay(console, from);
      for (double hours : new double[] {1.5, 3.9, 9.25, 17.7, 22}) {
        isWhereItSaid(console, day, from + (long) (hours * 3_600_000) + 5_000);
      }
      loop(console, from + 2 * 3_600_000);
      link(console, sea, day, from + 8 * 3_600_000 + 5_000);
      dress(console);
    }
  }

  private static void begin(Console console, long from, long to) {
    Locator fields = console.find(".replay .editor input.mono");
    fields.nth(0).waitFor();
    fields.nth(0).fill(belize(from));
    fields.nth(1).fill(belize(to));
    console.page().keyboard().press("Tab");
    console.find(".replay .act.primary").click();
    console.await("the replay is shown", 20, () -> console.is("state.mode", "replay"));
    console.await("what the day holds", 10, () -> console.is("replay?.index?.feeds.length", 2));
    console.page().keyboard().press(" ");
    console.await("it stands", 5, () -> console.is("replay.state", "paused"));
  }

  private static String bands(Console console) {
    Locator bands = console.find("#timeline .bands");
    bands.first().waitFor();
    return bands.first().innerText();
  }

  private static String belize(long millis) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .format(Instant.ofEpochMilli(millis).atZone(BELIZE));
  }

  /** The marks are what the journal says was raised; silence and what was not recorded are told. */
  private static void wholeDay(Console console, long from) {
    assertEquals(1, console.find("#timeline .mark.alarm").count(), "what rang in the day");
    assertTrue(console.find("#timeline .mark.alarm").getAttribute("title").contains("NIGHT HERON"));
    String told = bands(console);
    assertTrue(told.matches("(?s).*silent for a while: .*shore.*not recorded.*"), told);
    String date =
        DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK)
            .format(Instant.ofEpochMilli(from).atZone(BELIZE));
    String clock = console.find("#timeline .replay-clock").innerText();
    assertTrue(clock.contains(date), clock + " has no " + date);
    assertEquals(0, console.find(".chip.live").count(), "nothing calls it live");
  }

  private static void seek(Console console, long atMillis) {
    console
        .page()
        .evaluate(
            "async ([id, at]) => (await fetch('/api/replays/' + id, {method: 'PATCH',"
                + " body: JSON.stringify({at, state: 'paused'})})).status",
            List.of(console.seen("replay.id"), Instant.ofEpochMilli(atMillis).toString()));
    console.await(
        "it is there",
        15,
        () -> Math.abs(((Number) console.seen("replay.now")).doubleValue() - atMillis) < 1_000);
  }

  private static void isWhereItSaid(Console console, PastDay day, long atMillis) {
    seek(console, atMillis);
    String id = "mmsi:" + PastDay.PACKET;
    console.await(
        "the packet is where it said",
        5,
        () -> {
          Console.Drawn packet = console.drawn(id);
          return packet != null
              && Math.abs(packet.latitude() - day.latitude(atMillis)) * MILES_PER_DEGREE <= 0.01
              && Math.abs(packet.longitude() - PastDay.LONGITUDE) * MILES_PER_DEGREE <= 0.01;
        });
  }

  /** Two minutes from A to B at three hundred times: it goes round more than once in a few seconds. */
  private static void loop(Console console, long a) {
    seek(console, a + 600_000);
    console.page().keyboard().press(".");
    seek(console, a);
    console.page().keyboard().press(",");
    assertEquals(true, console.seen("replay.looping"));
    console.find("#timeline .transport select").selectOption("300");
    console.find("#timeline .play").click();
    console.await(
        "it has gone round twice", 30, () -> ((Number) console.seen("replay.turns")).intValue() >= 2);
    // A page that is late by a second is five minutes late at this pace; it comes back all the same.
    console.await("between A and B, give or take a step", 15, () -> isWithin(console, a));
    console.screenshot("day-loop");
    console.find("#timeline .turn").click();
    console.find("#timeline .play").click();
    console.await("it stands", 5, () -> console.is("replay.state", "paused"));
  }

  private static boolean isWithin(Console console, long a) {
    double now = ((Number) console.seen("replay.now")).doubleValue();
    return now >= a - 1_000 && now < a + 700_000;
  }

  private static void link(Console console, QuietSea sea, PastDay day, long atMillis) {
    seek(console, atMillis);
    console.page().keyboard().press("/");
    console.find("#search").fill("" + PastDay.PACKET);
    console.page().keyboard().press("Enter");
    console.find(".card-name").waitFor();
    console.page().waitForTimeout(600);
    console.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    console.find("#timeline .link-to").click();
    console.find(".toast", "link to this view").waitFor();
    String address = (String) console.page().evaluate("navigator.clipboard.readText()");
    try (Console other = Console.open(sea.watch, address)) {
      other.await("the replay is shown", 20, () -> other.is("state.mode", "replay"));
      other.find(".card-name", "" + PastDay.PACKET).waitFor();
      isWhereItSaidHere(other, day, atMillis);
      other.await("the same centre", 3, () -> isSamePlace(console, other));
      assertEquals(console.seen("state.selected"), other.seen("state.selected"));
      assertEquals("paused", other.seen("replay.state"));
      other.screenshot("day-link");
    }
  }

  private static void isWhereItSaidHere(Console console, PastDay day, long atMillis) {
    console.await(
        "the packet is where it said",
        15,
        () -> {
          Console.Drawn packet = console.drawn("mmsi:" + PastDay.PACKET);
          return packet != null && Math.abs(packet.latitude() - day.latitude(atMillis)) * 60 <= 0.01;
        });
  }

  /** Where the same craft is drawn: a pixel apart at most. */
  private static boolean isSamePlace(Console one, Console other) {
    double[] here = pixel(one);
    double[] there = pixel(other);
    return Math.abs(here[0] - there[0]) <= 1 && Math.abs(here[1] - there[1]) <= 1;
  }

  private static double[] pixel(Console console) {
    Map<?, ?> row =
        (Map<?, ?>)
            console
                .page()
                .evaluate(
                    "id => window.__keelbill.tracks.drawn.find(t => t.id === id) ?? {x: NaN, y: NaN}",
                    "mmsi:" + PastDay.PACKET);
    return new double[] {
      ((Number) row.get("x")).doubleValue(), ((Number) row.get("y")).doubleValue()
    };
  }

  private static void dress(Console console) {
    for (String palette : List.of("day", "dusk", "night")) {
      console.page().evaluate("document.activeElement.blur()");
      while (!console.is("state.palette", palette)) {
        console.page().keyboard().press("b");
        console.page().waitForTimeout(150);
      }
      console.page().waitForTimeout(500);
      console.screenshot("day-replay-" + palette);
    }
    console.find(".language[lang=es]").click();
    console.page().waitForTimeout(500);
    console.screenshot("day-replay-spanish");
  }
}
