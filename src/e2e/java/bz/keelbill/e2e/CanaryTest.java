package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch proves itself, and cries out when it cannot. */
class CanaryTest {
  private static final String NO_DISTRESS =
      """
      async () => {
        const rules = await fetch('/api/rules');
        return (await fetch('/api/rules', {method: 'PUT', headers: {'Content-Type': 'application/json',
          'If-Match': rules.headers.get('ETag')}, body: JSON.stringify({'distress.enabled': 0})})).status;
      }
      """;

  @Test
  void theCanaryIsProvedOnThePageRingsNowhereAndItsFailureIsShouted(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.page().keyboard().press("4");
      console.find(".canary-word.warn").waitFor();
      console.find(".send-canary").click();
      console.await("alive", 20, () -> console.is("canary.state", "alive"));
      assertEquals("page", console.seen("canary.reached"));
      console.find("#strip .chip.canary").waitFor();
      console.find(".canary-word.good").waitFor();
      console.screenshot("canary-alive");
      assertEquals(List.of(), console.seen("alerts"), "it is in no list");
      assertEquals(0, console.drawn().size(), "and not on the map");
      assertFalse(console.page().title().contains("("), "and waits for nobody");
      assertFalse(hasSounded(console), "and rings nowhere");
      assertEquals(200, console.page().evaluate(NO_DISTRESS));
      console.find(".send-canary").click();
      console.await("failed", 40, () -> console.is("canary.state", "failed"));
      console.find("#strip .canary-failed").waitFor();
      console.find(".canary-word.bad").waitFor();
      console.await("it is heard", 3, () -> hasSounded(console));
      assertTrue(console.find("#strip .canary-failed").innerText().contains("CANARY FAILED"));
      console.find(".language[lang=es]").click();
      console.find("#strip .canary-failed", "FALLÓ EL CANARIO").waitFor();
      console.screenshot("canary-failed");
    }
  }

  private static boolean hasSounded(Console console) {
    return Boolean.TRUE.equals(
        console.page().evaluate("window.__keelbill.sounds.some(s => s.pattern === 'alarm')"));
  }
}
