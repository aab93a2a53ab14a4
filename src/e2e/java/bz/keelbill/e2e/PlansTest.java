package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The officer writes a clearance down that came by phone, and pastes plans in. */
class PlansTest {
  private static final String TEXT =
      "(FPL-TPX77-VG-C208/L-S/C-MZBZ2330-N0150A055 DCT ???-MZSP0020 MZBE-REG/V3HIK)\n"
          + "callsign,from,to,eet,colour,cleared_by\nV3AAA,MZBZ,MZCK,2x,red,Tower\n(FPL-broken\n";

  @Test
  void aClearanceIsTypedInByKeyboardAndStandsOnTheListOfEveryPage(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console first = Console.open(sea.watch);
        Console second = Console.open(sea.watch)) {
      first.page().keyboard().press("5");
      first.find(".plans .side-head .act", "Cleared by phone").press("Enter");
      first.find("input[name=callsign]").fill("V3-HHA");
      first.find("input[name=from]").fill("MZBZ");
      first.find("input[name=to]").fill("MZSP");
      first.find("input[name=offBlock]").fill("noon");
      first.find("input[name=clearedBy]").fill("Tower, Ana Pech");
      first.find("input[name=clearedBy]").press("Enter");
      first.find(".message.bad", "is no time").waitFor();
      first.find("input[name=offBlock]").fill("");
      first.find("input[name=clearedBy]").press("Enter");
      first.find(".message.good", "V3HHA MZBZ-MZSP").waitFor();
      first.find(".plan-rows .row", "V3HHA").waitFor();
      first.find(".plan-detail", "cleared by phone by Tower, Ana Pech").waitFor();
      first.screenshot("plans-clearance");
      second.page().keyboard().press("5");
      second.find(".plan-rows .plan-state", "cleared by phone").waitFor();
      withdraw(first);
    }
  }

  private static void withdraw(Console console) {
    console.find(".plan-detail .acts .act").click();
    console.find(".plan-detail .acts .act", "sure").click();
    console.find(".plan-rows .plan-state.cancelled").waitFor();
  }

  @Test
  void pastedPlansAreTakenAndRefusedLineByLine(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.page().keyboard().press("5");
      console.find(".plans .side-head .act", "Import").click();
      console.find(".import textarea").fill(TEXT);
      console.find(".import .act.primary").click();
      console.find(".outcome li", "TPX77").waitFor();
      assertTrue(console.find(".outcome li", "columns left out: colour").isVisible());
      assertTrue(console.find(".outcome li", "no closing bracket").isVisible());
      console.screenshot("plans-import");
      console.find(".outcome .link", "TPX77").click();
      console.find(".plan-detail .raw", "(FPL-TPX77").waitFor();
      assertTrue(console.find(".plan-detail", "field 15: ???").isVisible());
      console.page().keyboard().press("Shift+B");
      console.screenshot("plans-day");
      console.page().keyboard().press("Escape");
      console.find(".plans .empty").first().waitFor();
    }
  }
}
