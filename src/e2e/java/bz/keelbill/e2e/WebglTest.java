package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbols drawn by WebGL are those that the canvas draws, and are nowhere without it. */
class WebglTest {
  private static final int FIRST = 311_500_000;
  private static final int BOATS = 96;
  private static final int COLUMNS = 8;

  /** The same place to the pixel. */
  private static final String VIEW = "#watch?c=17.1,-87.2&z=8";

  /** More than the canvas draws where WebGL is fast. */
  private static final int CROWD = 8_200;

  /** How far around a craft pixels are compared, and how much of 255 they may differ. */
  private static final int REACH = 12;

  private static final int TOLERANCE = 3;

  /** OpenLayers shows a chart drawn for another scale until there is time for a sharp one. */
  private static final String HIDE_CHART = "document.querySelector('.ol-layers').style.visibility = 'hidden'";

  private static final String FETCHED =
      "performance.getEntriesByType('resource').some(e => e.name.endsWith('/js/webglsymbols.js'))";

  /** Whether there is a WebGL that the browser does not call slow. */
  private static final String IS_FAST =
      "document.createElement('canvas').getContext('webgl2', {failIfMajorPerformanceCaveat: true}) !== null";

  private static final String LOSE =
      "document.querySelector('canvas.symbols').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()";

  /** Each shape in each state and nine directions by both ways; the largest difference of a pixel, and how many are not empty. */
  private static final String EACH_SYMBOL =
      """
      async ratio => {
        const [{WebglSymbols}, {Sprites}, {SHAPES}] = await Promise.all(['webglsymbols', 'sprites', 'shapes'].map(name => import('/js/' + name + '.js')));
        const colours = new Proxy({water: '#0b1e2a', stale: '#8a969d', vessel: '#35b4d6', aircraft: '#ffd0f0'}, {get: (all, name) => all[name] ?? '#f9a03f'});
        const sprites = new Sprites(colours, ratio);
        const count = SHAPES.length * 8 * 9;
        const across = Math.ceil(Math.sqrt(count));
        const frame = {width: across * 30, height: across * 30, ratio};
        const at = new Float32Array(count).map((_, i) => i % across * 30 + 15);
        const layer = {sprites, count, drawn: new Int32Array(count), px: at, py: at.map((_, i) => Math.floor(i / across) * 30 + 15),
          symbolAt: i => i * 8, canvas: () => document.createElement('canvas'), over: document.createElement('canvas')};
        const drawn = () => {
          const canvas = new OffscreenCanvas(frame.width * ratio, frame.height * ratio);
          return [canvas.getContext('2d', {willReadFrequently: true}), () => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data];
        };
        const [one, pixels] = drawn();
        for (let i = 0; i < count; i++) sprites.draw(one, i * 8, layer.px[i] * ratio, layer.py[i] * ratio);
        const [other, others] = drawn();
        const webgl = WebglSymbols.begin(layer, false, () => undefined);
        webgl.draw(layer, frame);
        other.drawImage(webgl.gl.canvas, 0, 0);
        const [a, b] = [pixels(), others()];
        let most = 0;
        let inked = 0;
        for (let i = 0; i < a.length; i += 4) {
          inked += a[i + 3] > 0;
          for (let c = 0; c < 4; c++) most = Math.max(most, Math.abs(a[i + c] * a[i + 3] - b[i + c] * b[i + 3]) / 255);
        }
        return {count, most, inked};
      }
      """;

  @Test
  void bothWaysShowTheSameAndTheCanvasTakesOverWhenWebglIsLost(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console canvas = Console.open(sea.watch, sea.watch.origin() + "/" + VIEW);
        Console webgl = Console.open(sea.watch, sea.watch.origin() + "/?renderer=webgl" + VIEW)) {
      webgl.forgive(offence -> offence.contains("CONTEXT_LOST") || offence.contains("ReadPixels"));
      speak(sea);
      for (Console console : List.of(canvas, webgl)) {
        console.await("all are there", 15, () -> console.is("tracks.inView", BOATS));
        console.page().keyboard().press("l");
        console.page().evaluate(HIDE_CHART);
      }
      webgl.await("by WebGL", 10, () -> webgl.is("tracks.renderer", "webgl"));
      assertTrue(canvas.is("tracks.renderer", "canvas"));
      assertEquals(false, canvas.page().evaluate(FETCHED), "what nobody needs is not fetched");
      assertAlike(canvas, webgl, "dusk");
      for (Console console : List.of(canvas, webgl)) {
        dress(console, "day");
      }
      assertAlike(canvas, webgl, "day");
      hover(webgl);
      assertSays(webgl, "WebGL");
      assertSays(canvas, "canvas");
      webgl.page().evaluate(LOSE);
      webgl.await("by the canvas", 5, () -> webgl.is("tracks.renderer", "canvas"));
      assertAlike(canvas, webgl, "lost");
      assertSays(webgl, "canvas; WebGL was lost");
    }
  }

  @Test
  void eachSymbolIsTheSameByBothWays(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      for (double ratio : new double[] {1, 1.5, 2}) {
        Map<?, ?> found = (Map<?, ?>) console.page().evaluate(EACH_SYMBOL, ratio);
        double most = number(found, "most");
        assertTrue(most <= TOLERANCE, "at ratio " + ratio + " pixels differ by " + most);
        assertTrue(number(found, "inked") > 100 * number(found, "count"), "symbols are drawn");
      }
    }
  }

  @Test
  void aCrowdIsDrawnByWebglWhereItIsFastAndOnlyWhileItIsInView(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.contains("ReadPixels"));
      for (int ship = 0; ship < CROWD; ship++) {
        double latitude = 16.0 + ship / 100 * 0.025;
        sea.shore.say(AisSentences.position(FIRST + ship, latitude, -87.8 + ship % 100 * 0.01, 12, 90));
      }
      console.await("all are drawn", 60, () -> number((Map<?, ?>) console.seen("tracks"), "inView") >= CROWD);
      console.await("WebGL is asked for", 10, () -> (boolean) console.page().evaluate(FETCHED));
      boolean isFast = (boolean) console.page().evaluate(IS_FAST);
      System.out.println("webgl: the browser calls its WebGL " + (isFast ? "fast" : "slow"));
      assertSays(console, isFast ? "WebGL" : "canvas; this PC has no fast WebGL");
      console.screenshot("webgl-crowd");
      console.page().evaluate("location.hash = '#watch?c=17.32,-87.7&z=12'");
      console.await("few are in view", 10, () -> number((Map<?, ?>) console.seen("tracks"), "inView") < 1_000);
      console.await("by the canvas", 10, () -> console.is("tracks.renderer", "canvas"));
      assertEquals(isFast ? 1 : 0, console.find("canvas.symbols").count(), "it is kept, and hidden");
    }
  }

  /** Boats on a grid, each on a course of its own, some of them lying still. */
  private static void speak(QuietSea sea) {
    for (int i = 0; i < BOATS; i++) {
      double latitude = 16.0 + i / COLUMNS * 0.2;
      double longitude = -87.9 + i % COLUMNS * 0.2;
      sea.shore.say(AisSentences.position(FIRST + i, latitude, longitude, i % 5 == 0 ? 0 : 20, i * 7 % 360));
    }
  }

  private static void dress(Console console, String palette) {
    while (!console.is("state.palette", palette)) {
      console.page().keyboard().press("b");
      console.page().waitForTimeout(150);
    }
  }

  /** Around each craft both pages show the same, and something. */
  private static void assertAlike(Console canvas, Console webgl, String name) throws IOException {
    canvas.page().waitForTimeout(1_500);
    BufferedImage one = seen(canvas, "webgl-" + name + "-canvas");
    BufferedImage other = seen(webgl, "webgl-" + name);
    List<?> drawn = (List<?>) webgl.seen("tracks.drawn");
    assertEquals(BOATS, drawn.size());
    for (Object boat : drawn) {
      assertAlike((Map<?, ?>) boat, one, other);
    }
  }

  private static void assertAlike(Map<?, ?> boat, BufferedImage one, BufferedImage other) {
    int left = (int) number(boat, "x") - REACH;
    int top = (int) number(boat, "y") - REACH;
    int background = one.getRGB(left, top);
    int inked = 0;
    for (int x = left; x < left + 2 * REACH; x++) {
      for (int y = top; y < top + 2 * REACH; y++) {
        int difference = difference(one.getRGB(x, y), other.getRGB(x, y));
        assertTrue(difference <= TOLERANCE, boat + " at " + x + ", " + y + " differs by " + difference);
        inked += difference(background, other.getRGB(x, y)) > 60 ? 1 : 0;
      }
    }
    assertTrue(inked > 30, boat + " is not drawn: " + inked);
  }

  private static int difference(int one, int other) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }
    return most;
  }

  /** The map as it is seen, its own pixels only. */
  private static BufferedImage seen(Console console, String name) throws IOException {
    console.screenshot(name);
    byte[] png = console.find("#map").screenshot();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static void hover(Console console) {
    Map<?, ?> boat = (Map<?, ?>) ((List<?>) console.seen("tracks.drawn")).get(BOATS / 2);
    Map<?, ?> map = (Map<?, ?>) console.page().evaluate("document.getElementById('map').getBoundingClientRect().toJSON()");
    Page page = console.page();
    assertFalse(console.find("#tip").isVisible());
    page.mouse().move(number(map, "left") + number(boat, "x"), number(map, "top") + number(boat, "y"));
    console.find("#tip", ((String) boat.get("id")).replace("mmsi:", "")).waitFor();
    page.mouse().move(number(map, "left") + 500, number(map, "top") + 4);
    console.await("nothing is there", 3, () -> !console.find("#tip").isVisible());
  }

  /** What the page says under System. */
  private static void assertSays(Console console, String words) {
    console.page().keyboard().press("4");
    console.find("dd.renderer").waitFor();
    console.await(words, 10, () -> console.find("dd.renderer").innerText().equals(words));
    console.page().keyboard().press("1");
  }

  private static double number(Map<?, ?> row, String key) {
    return ((Number) row.get(key)).doubleValue();
  }
}
