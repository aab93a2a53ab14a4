package bz.keelbill.e2e;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of every screen of the shipped demo in each palette and language, to be looked at; no
 * test. One sheet a screen, two languages beside each other and three palettes below: {@code mvn
 * -B verify -Pe2e -Dtest=Gallery -Dsurefire.failIfNoSpecifiedTests=false}, then {@code
 * target/e2e/gallery}. With {@code -Dgallery.screen=menu} that one alone, before there are alerts.
 */
class Gallery {
  private static final Path FOLDER = Path.of("target", "e2e", "gallery");
  private static final List<String> PALETTES = List.of("day", "dusk", "night");
  private static final List<String> LANGUAGES = List.of("en", "es");
  private static final int WIDTH = 800;
  private static final int HEIGHT = 450;
  private static final double ALERTS_SECONDS = 400;

  /** What leads to a screen, from the watch, and what leads back is Escape and the key 1. */
  private static Map<String, Runnable> ways(Console console) {
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put("watch", () -> press(console, "n"));
    ways.put("watch-shelve", () -> press(console, "n", "z"));
    ways.put("watch-close", () -> press(console, "n", "a", "d"));
    ways.put("help", () -> press(console, "?"));
    ways.put("commands", () -> press(console, "Control+k"));
    ways.put("tour", () -> click(console, ".demo .begin-tour"));
    ways.put("layers", () -> click(console, "#tools .tool:last-child"));
    ways.put("fences", () -> click(console, "3", ".fences .row"));
    ways.put("rules", () -> click(console, "3", ".fences .tab:nth-child(2)"));
    ways.put("system", () -> press(console, "4"));
    ways.put("plans", () -> click(console, "5", ".plans .row"));
    ways.put("sightings", () -> press(console, "6"));
    ways.put("replay", () -> click(console, "2"));
    ways.put("replay-playing", () -> click(console, "2", ".replay .primary"));
    ways.put("replay-search", () -> click(console, "2", ".replay .tab:nth-child(2)"));
    ways.put("menu", () -> click(console, ".chip.officer"));
    return ways;
  }

  @Test
  void everyScreenInEachPaletteAndLanguage(@TempDir Path folder) throws IOException {
    Chromium.open();
    Files.createDirectories(FOLDER);
    try (WatchProgram watch = WatchProgram.start(folder, DemoTest.shipped());
        Console console = Console.open(watch)) {
      String only = System.getProperty("gallery.screen");
      if (only == null) {
        console.await(
            "alerts", ALERTS_SECONDS, () -> ((List<?>) console.seen("alerts")).size() >= 4);
      }
      console.page().evaluate("document.getElementById('notices').style.display = 'none'");
      for (Map.Entry<String, Runnable> way : ways(console).entrySet()) {
        if (only == null || only.equals(way.getKey())) {
          sheet(console, way.getKey(), way.getValue());
        }
      }
    }
  }

  private static void sheet(Console console, String screen, Runnable way) throws IOException {
    BufferedImage sheet =
        new BufferedImage(
            WIDTH * LANGUAGES.size(), HEIGHT * PALETTES.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D on = sheet.createGraphics();
    on.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    for (int column = 0; column < LANGUAGES.size(); column++) {
      String language = LANGUAGES.get(column);
      console.find(".language[lang=" + language + "]").first().click();
      console.await(language, 5, () -> console.is("state.language", language));
      way.run();
      for (int row = 0; row < PALETTES.size(); row++) {
        String name = screen + "-" + PALETTES.get(row) + "-" + language;
        dress(console, PALETTES.get(row));
        byte[] png = console.page().screenshot();
        Files.write(FOLDER.resolve(name + ".png"), png);
        BufferedImage picture = ImageIO.read(FOLDER.resolve(name + ".png").toFile());
        on.drawImage(picture, column * WIDTH, row * HEIGHT, WIDTH, HEIGHT, null);
      }
      back(console);
    }
    on.dispose();
    ImageIO.write(sheet, "png", FOLDER.resolve("sheet-" + screen + ".png").toFile());
  }

  /** The button of the strip, which a question may lie over. */
  private static void dress(Console console, String palette) {
    while (!console.is("state.palette", palette)) {
      console.page().evaluate("document.querySelector('#strip [data-palette]').click()");
      console.page().waitForTimeout(200);
    }
    console.page().waitForTimeout(700);
  }

  private static void back(Console console) {
    for (int i = 0; i < 4; i++) {
      console.page().keyboard().press("Escape");
    }
    console.page().evaluate("document.activeElement.blur()");
    console.page().keyboard().press("1");
    console.page().waitForTimeout(300);
  }

  private static void press(Console console, String... keys) {
    for (String key : keys) {
      console.page().keyboard().press(key);
      console.page().waitForTimeout(900);
    }
  }

  /** Keys of one figure are pressed, anything else is clicked. */
  private static void click(Console console, String... steps) {
    for (String step : steps) {
      if (step.length() == 1) {
        press(console, step);
      } else {
        // What is there already, as a replay that goes on, is not begun again.
        if (console.find(step).count() > 0) {
          console.find(step).first().click();
        }
        console.page().waitForTimeout(2_000);
      }
    }
  }
}
