package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.rule.Rules;
import bz.keelbill.watch.Tunables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
  @TempDir Path folder;

  private Rules read(String text) throws IOException {
    return RulesFile.read(Files.writeString(folder.resolve("rules.yaml"), text));
  }

  /** After a change of settings: mvn test -Dtest=RulesFileTest -Drules.write=true */
  @Test
  void theShippedFileNamesEverySettingWithItsDefault() throws IOException {
    Path shipped = Path.of("config/rules.yaml");
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(shipped, RulesFile.complete());
    }
    assertEquals(RulesFile.complete(), Files.readString(shipped));
  }

  @Test
  void theShippedFileIsTheDefaults() {
    Rules rules = RulesFile.read(Path.of("config/rules.yaml"));
    assertEquals(Rules.defaults(), rules);
  }

  @Test
  void aChangedValueIsTakenAndTheRestKeepsItsDefault() throws IOException {
    Rules rules = read("go-fast:\n  warningScore: 3.5\n");
    assertEquals(3.5, rules.value(Tunables.find("go-fast.warningScore")));
    assertEquals(4, rules.value(Tunables.find("go-fast.alarmScore")));
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    String message =
        assertThrows(
                ConfigFaults.BadConfig.class,
                () ->
                    read(
                        """
                        go-fast:
                          warningScore: 99
                          speedy: 1
                        go-slow:
                          enabled: true
                        distress:
                          enabled: 7
                        """))
            .getMessage();
    assertTrue(message.contains("rules.yaml:2: go-fast.warningScore must be a number"), message);
    assertTrue(message.contains("rules.yaml:3: unknown key go-fast.speedy; allowed"), message);
    assertTrue(message.contains("rules.yaml:4: unknown key go-slow; allowed here:"), message);
    assertTrue(message.contains("rules.yaml:7: distress.enabled must be true or false"), message);
  }

  @Test
  void detectorsHaveConditionsAndAreasHaveRulesOfTheirOwn() throws IOException {
    Rules rules =
        read(
            """
            go-fast:
              warningScore: 3
              when: "ship_type <> 'Passenger' OR hour < 6"
            areas:
              - fence: port
                go-fast: {warningScore: 2.5, when: "speed > 35"}
              - fence: reef
                rendezvous: {enabled: false}
            """);
    assertEquals("ship_type <> 'Passenger' OR hour < 6", rules.condition("go-fast").text());
    assertEquals(2, rules.areas().size());
    Rules port = rules.in(rules.areas().get(0));
    assertEquals(2.5, port.value(Tunables.find("go-fast.warningScore")));
    assertEquals("speed > 35", port.condition("go-fast").text());
    Rules reef = rules.in(rules.areas().get(1));
    assertEquals(3, reef.value(Tunables.find("go-fast.warningScore")));
    assertEquals(false, reef.isOn(Tunables.find("rendezvous.enabled")));
    assertEquals(1, reef.version());
  }

  @Test
  void aBadConditionOrFenceIsSaidWithFileLineColumnAndRemedy() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            go-fast:
              when: "sped > 25"
            clock-skew:
              when: "speed > 25"
            areas:
              - fence: nowhere
                go-fast: {when: "speed >"}
            """);
    String message =
        assertThrows(ConfigFaults.BadConfig.class, () -> RulesFile.read(file, Set.of("port")))
            .getMessage();
    assertTrue(
        message.contains("rules.yaml:2: go-fast.when: column 1: there is no sped; there are kind,"),
        message);
    assertTrue(message.contains("rules.yaml:4: unknown key clock-skew.when"), message);
    assertTrue(
        message.contains("rules.yaml:6: there is no fence nowhere; there are port"), message);
    assertTrue(
        message.contains("rules.yaml:7: areas[0].go-fast.when: column 7: something is missing"),
        message);
  }

  @Test
  void howAlertsAreKeptIsAlikeEverywhere() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            case: {memory: 60}
            areas:
              - fence: port
                case: {memory: 30}
            """);
    String message =
        assertThrows(ConfigFaults.BadConfig.class, () -> RulesFile.read(file, Set.of("port")))
            .getMessage();
    assertTrue(message.contains("rules.yaml:4: unknown key areas[0].case"), message);
    assertTrue(!message.contains(":1:"), message);
  }
}
