package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the watch words in English is read in Spanish: rules, refusals, reasons for an alert and for none. */
class SpanishTest {
  private static final int BOAT = 312_000_123;
  private static final String STILL_ENGLISH =
      """
      async () => {
        const rules = await (await fetch('/api/rules')).json();
        const english = new Set([...rules.settings, ...rules.attributes].map(each => each.explanation));
        return [...document.querySelectorAll('.explanation, .attributes dd')].map(each => each.firstChild.textContent)
          .concat([...document.querySelectorAll('.attributes dd')].map(each => each.innerText.trim())).filter(words => english.has(words));
      }
      """;

  private static final String ACTS =
      """
      async () => {
        const alert = (await (await fetch('/api/alerts')).json()).items[0].id;
        const act = async (name, body) => fetch('/api/alerts/' + alert + '/' + name, {method: 'POST', body: JSON.stringify(body ?? {})});
        await act('ack');
        await act('comment', {text: 'called on channel 16'});
        await act('shelve', {minutes: 60, reason: 'dredging until {when}'});
        await act('unshelve');
        await act('ack');
        await act('close', {verdict: 'nuisance', note: 'net'});
        await fetch('/api/handover', {method: 'POST', body: JSON.stringify({note: 'dredger off Dangriga'})});
      }
      """;

  @Test
  void rulesAndTheirRefusals(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.contains("422"));
      console.find(".language[lang=es]").click();
      console.page().keyboard().press("3");
      console.find(".tabs.small .tab", "Reglas").click();
      console.find(".explanation", "Si se informa de las llamadas de socorro").waitFor();
      console.screenshot("spanish-rules");
      console.find(".attributes summary").click();
      console.screenshot("spanish-attributes");
      assertEquals(List.of(), console.page().evaluate(STILL_ENGLISH));
      console.find(".attributes summary").click();
      console.find(".fences .narrow").fill("arrecife");
      console.find("h3", "Dónde suelen parar las naves").scrollIntoViewIfNeeded();
      console.screenshot("spanish-rules-filtered");
      console.find(".fences .narrow").fill("zona");
      fault(console, "speed >", "columna 7: aquí falta algo; escriba comparaciones");
      fault(console, "velocity > 3", "no existe velocity; existen");
      fault(console, "INCLUDE", "INCLUDE no limita nada");
      console.find(".sticky .act.primary").click();
      console.find(".message.bad", "No se cambió nada.").waitFor();
      console.screenshot("spanish-refusal");
    }
  }

  /** What officers did is read in Spanish, what they wrote as they wrote it. */
  @Test
  void whatTheAuditTells(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.find(".language[lang=es]").click();
      sea.runIn(BOAT, "BLUE DIVER");
      sea.boat(BOAT, 100);
      console.find("li.alert", "BLUE DIVER").click();
      console.page().evaluate(ACTS);
      console.page().keyboard().press("4");
      console.find("table.audit td", " BZ: dredging until {when}").waitFor();
      console.find("table.audit td", "Molestia: net").waitFor();
      console.find("table.audit td", "BLUE DIVER entró en").first().waitFor();
      console.find("h2", "Auditoría").scrollIntoViewIfNeeded();
      console.screenshot("spanish-audit");
    }
  }

  private static void fault(Console console, String condition, String fault) {
    console.find("[name=when-fence-entry]").fill(condition);
    console.page().keyboard().press("Tab");
    console.find(".condition .fault", fault).waitFor();
  }

  @Test
  void whyThereIsAnAlertAndWhyNone(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.find(".language[lang=es]").click();
      sea.runIn(BOAT, "BLUE DIVER");
      sea.boat(BOAT, 100);
      console.find("li.alert", "BLUE DIVER").click();
      console.find(".details", "salir del área, o una zona que no se le aplique").waitFor();
      console.screenshot("spanish-alert");
      console.page().keyboard().press("/");
      console.page().keyboard().type("BLUE DIVER");
      console.page().keyboard().press("Enter");
      console.find(".ask-why").click();
      console.find(".why dd.stopped", "dentro de Closed water").waitFor();
      console.find(".why dd").last().scrollIntoViewIfNeeded();
      console.screenshot("spanish-why");
    }
  }
}
