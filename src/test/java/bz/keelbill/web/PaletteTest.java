package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every palette stays readable: contrasts recomputed by the WCAG 2.2 formula from palette.css. */
class PaletteTest {
  private static final Pattern PALETTE =
      Pattern.compile(":root\\[data-palette=\"(\\w+)\"] \\{([^}]*)}");
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): #([0-9A-Fa-f]{6});");
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3.0;

  private final Map<String, Map<String, Integer>> palettes = read();

  @Test
  void dayDuskAndNightHaveTheSameTokens() {
    assertEquals(Set.of("day", "dusk", "night"), palettes.keySet());
    assertEquals(tokens("day"), tokens("dusk"));
    assertEquals(tokens("day"), tokens("night"));
  }

  @Test
  void textIsReadableOnPanelBackgroundAndWater() {
    check(TEXT, List.of("text", "text-2"), List.of("panel", "bg", "water", "land"));
  }

  @Test
  void linesAndSymbolsAreSeenOnPanelAndWater() {
    List<String> drawn =
        List.of(
            "emergency-line",
            "alarm-line",
            "warning-line",
            "caution-line",
            "vessel",
            "aircraft",
            "own",
            "unknown",
            "stale",
            "focus",
            "fence",
            "border");
    check(GRAPHICS, drawn, List.of("panel", "water"));
  }

  @Test
  void inkIsReadableOnItsBadge() {
    for (String priority : List.of("emergency", "alarm", "warning", "caution")) {
      check(TEXT, List.of(priority + "-ink"), List.of(priority + "-fill"));
    }
  }

  @Test
  void knowsTheContrastOfBlackOnWhite() {
    assertEquals(21, contrast(0x000000, 0xFFFFFF), 0.001);
    assertEquals(4.54, contrast(0x767676, 0xFFFFFF), 0.01);
  }

  private void check(double least, List<String> fronts, List<String> backs) {
    palettes.forEach(
        (palette, colours) ->
            fronts.forEach(
                front ->
                    backs.forEach(
                        back -> {
                          double contrast = contrast(colours.get(front), colours.get(back));
                          assertTrue(
                              contrast >= least,
                              palette + ": " + front + " on " + back + " is " + contrast);
                        })));
  }

  /** Without the outline of badges, which some palettes leave away. */
  private Set<String> tokens(String palette) {
    Map<String, Integer> tokens = new LinkedHashMap<>(palettes.get(palette));
    tokens.remove("badge-outline");
    return tokens.keySet();
  }

  private static double contrast(int a, int b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 255) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Map<String, Integer>> read() {
    Map<String, Map<String, Integer>> palettes = new LinkedHashMap<>();
    PALETTE
        .matcher(css())
        .results()
        .forEach(
            palette -> {
              Map<String, Integer> colours = new LinkedHashMap<>();
              TOKEN
                  .matcher(palette.group(2))
                  .results()
                  .forEach(
                      token -> colours.put(token.group(1), Integer.parseInt(token.group(2), 16)));
              palettes.put(palette.group(1), colours);
            });
    return palettes;
  }

  private static String css() {
    try (InputStream in = PaletteTest.class.getResourceAsStream("/web/css/palette.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
