package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.json.GeodataJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HarboursTest {
  private static final Harbours HARBOURS = GeodataJson.load(null).harbours();

  private static String called(String text) {
    Port port = HARBOURS.named(text);
    return port == null ? null : port.calledBy();
  }

  @Test
  void crewsTypeAPortInManyWays() {
    Map<String, List<String>> texts =
        Map.of(
            "Belize City",
            List.of(
                "BZBZE",
                "BZ BZE",
                "bz-bze",
                "BELIZE CITY",
                "BELIZE CITY BZ",
                "BELIZE",
                "BZE",
                "PORT OF BELIZE",
                "BELIZE CTY",
                "BELIZECITY",
                "HNPCR BZBZE"),
            "Big Creek Port",
            List.of("BZ BGK", "BIG CREEK", "BIG CREEK, BELIZE", "BIG CREEK BZ"),
            "Puerto Cortes",
            List.of(
                "HNPCR",
                "PTO CORTES",
                "PUERTO CORTEZ",
                "PUERTO CORTES HN",
                "PUERTO CORTES HONDURAS"),
            "San Pedro",
            List.of("SAN PEDRO", "SAN PEDRO BZ", "AMBERGRIS CAYE"),
            "Roatan",
            List.of("ROATAN", "COXEN HOLE", "HN RTB"));
    texts.forEach((port, all) -> all.forEach(text -> assertEquals(port, called(text), text)));
  }

  @Test
  void whatMeansNoPortOfOursMeansNone() {
    for (String text :
        List.of(
            "",
            "@@@",
            "FOR ORDERS",
            "SEA",
            "HOUSTON",
            "USMIA",
            "SAN PEDRO HN",
            "FISHING",
            "BELIZE US",
            "CITY",
            "PORT",
            "1",
            "USMIA>USHOU")) {
      assertNull(HARBOURS.named(text), text);
    }
  }

  @Test
  void theNearestIsThePierNotTheTown() {
    assertEquals(
        "port-belize-city-cruise-anchorage",
        HARBOURS.nearest(HARBOURS.ports().get(2).place().position()).place().id());
  }
}
