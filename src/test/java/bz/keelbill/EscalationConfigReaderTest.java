package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Tending.Step;
import bz.keelbill.escalation.ContactConfig;
import bz.keelbill.escalation.Waits;
import bz.keelbill.rule.Priority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationConfigReaderTest {
  @TempDir Path folder;

  private Config.Escalation read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("k.yaml"), text);
    return ConfigReader.read(file).serving().escalation();
  }

  @Test
  void whatIsNotSaidHasItsDefault() throws IOException {
    assertEquals(new Config.Escalation(Waits.USUAL, List.of()), read("stations: []\n"));
    Waits waits = read("escalation: {alarm: {contactSeconds: 90}}\n").waits();
    assertEquals(90_000, waits.steps().get(Priority.ALARM).get(Step.CONTACT));
    assertEquals(120_000, waits.steps().get(Priority.ALARM).get(Step.SECOND_CONSOLE));
    assertEquals(0, waits.steps().get(Priority.EMERGENCY).get(Step.SECOND_CONSOLE));
  }

  @Test
  void contactsAreReadAndTheirSecretsAreShownNowhere() throws IOException {
    Files.writeString(folder.resolve("token"), "S3CRET\n");
    List<ContactConfig> contacts =
        read("""
                escalation:
                  contacts:
                    - {name: pager, kind: webhook, url: "https://pager.example.bz/k", tokenFile: token}
                    - {name: duty, kind: mail, host: mail.example.bz, tls: true, user: watch,
                       passwordFile: token, from: watch@example.bz, to: [a@example.bz]}
                    - {name: siren, kind: command, command: [/bin/sh, "on"], timeoutSeconds: 5}
                """)
            .contacts();
    URI url = URI.create("https://pager.example.bz/k");
    assertEquals(new ContactConfig.Webhook("pager", url, "S3CRET"), contacts.get(0));
    assertEquals(465, ((ContactConfig.Mail) contacts.get(1)).server().port());
    assertEquals(
        new ContactConfig.Command("siren", List.of("/bin/sh", "on"), 5_000), contacts.get(2));
    assertFalse(contacts.toString().contains("S3CRET"), contacts.toString());
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    String text =
        """
        escalation:
          alarm: {contactSeconds: -1, soundSeconds: 2}
          contacts:
            - {name: a, kind: pigeon}
            - {name: b, kind: webhook, url: "ftp://x"}
            - {name: b, kind: command, command: [siren]}
            - {name: c, kind: mail, host: h, user: u, from: "a b", to: ["x@y\\r\\nRCPT"]}
            - {name: d, kind: command}
            - {name: e, kind: webhook, url: "http://u:p@h/", tokenFile: none}
        """;
    String message = assertThrows(ConfigFaults.BadConfig.class, () -> read(text)).getMessage();
    for (String fault :
        List.of(
            ":2: escalation.alarm.contactSeconds must be a number from 0 to 86400, not -1",
            ":2: unknown key escalation.alarm.soundSeconds",
            ":4: escalation.contacts[0].kind must be one of webhook, mail, command, not pigeon",
            ":5: a webhook's url must be as https://host/path, without a password",
            ":6: there are two contacts called b",
            ":6: siren must be a program's whole path that we may run",
            ":7: user and passwordFile go together",
            ":7: a b is no mail address",
            "is no mail address as watch@example.bz",
            ":8: a contact by command lacks the key command",
            ":9: a webhook's url must be",
            "none cannot be read")) {
      assertTrue(message.contains(fault), fault + "\nin\n" + message);
    }
  }
}
