package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detectors;
import bz.keelbill.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertEquals(3.5, rules.value(Detectors.setting("go-fast.warningScore")));
    assertEquals(4, rules.value(Detectors.setting("go-fast.alarmScore")));
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
}
