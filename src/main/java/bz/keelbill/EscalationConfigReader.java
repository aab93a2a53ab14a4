package bz.keelbill;

import bz.keelbill.alert.Tending.Step;
import bz.keelbill.escalation.ContactConfig;
import bz.keelbill.escalation.Waits;
import bz.keelbill.rule.Priority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code escalation}: how long alerts wait for somebody, and who is called then. */
final class EscalationConfigReader {
  private static final int DAY_SECONDS = 86_400;

  /** What may stand between angle brackets in SMTP without more ado. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

  private enum Way {
    WEBHOOK,
    MAIL,
    COMMAND
  }

  private static final Map<String, Way> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("webhook", Way.WEBHOOK);
    WAYS.put("mail", Way.MAIL);
    WAYS.put("command", Way.COMMAND);
  }

  private final ConfigFaults faults;
  private final Function<String, Path> beside;

  /**
   * @param beside where a path of the file leads to
   */
  EscalationConfigReader(ConfigFaults faults, Function<String, Path> beside) {
    this.faults = faults;
    this.beside = beside;
  }

  Config.Escalation escalation(YamlMapping from) {
    Map<Priority, Map<Step, Long>> steps = new EnumMap<>(Priority.class);
    steps.put(
        Priority.EMERGENCY,
        steps(from.mapping("emergency"), Priority.EMERGENCY, Step.SECOND_CONSOLE, Step.CONTACT));
    steps.put(
        Priority.ALARM,
        steps(from.mapping("alarm"), Priority.ALARM, Step.SECOND_CONSOLE, Step.CONTACT));
    steps.put(Priority.WARNING, steps(from.mapping("warning"), Priority.WARNING, Step.SOUND));
    YamlMapping unattended = from.mapping("unattended");
    long unattendedMillis =
        millis(unattended, "contactSeconds", Waits.USUAL.unattendedMillis(), DAY_SECONDS);
    unattended.finish();
    Config.Escalation read =
        new Config.Escalation(
            new Waits(steps, unattendedMillis), contacts(from.mappings("contacts")));
    from.finish();
    return read;
  }

  private static Map<Step, Long> steps(YamlMapping from, Priority priority, Step... steps) {
    Map<Step, Long> read = new LinkedHashMap<>();
    for (Step step : steps) {
      long usual = Waits.USUAL.steps().get(priority).get(step);
      read.put(step, millis(from, key(step), usual, DAY_SECONDS));
    }
    from.finish();
    return read;
  }

  private static String key(Step step) {
    return switch (step) {
      case SECOND_CONSOLE -> "secondConsoleSeconds";
      case CONTACT -> "contactSeconds";
      case SOUND -> "soundSeconds";
    };
  }

  private static long millis(YamlMapping from, String key, long usualMillis, int mostSeconds) {
    double seconds = from.number(key, usualMillis / 1_000.0, 0, mostSeconds);
    return Math.round(seconds * TimeUnit.SECONDS.toMillis(1));
  }

  private List<ContactConfig> contacts(List<YamlMapping> all) {
    List<ContactConfig> contacts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlMapping each : all) {
      String name = each.text("name", null);
      Way way = each.word("kind", null, WAYS);
      if (name != null && !names.add(name)) {
        faults.add(each.lineOf("name"), "there are two contacts called " + name);
      }
      if (way != null) {
        contacts.add(contact(name, way, each));
        each.finish();
      }
    }
    return List.copyOf(contacts);
  }

  private ContactConfig contact(String name, Way way, YamlMapping from) {
    return switch (way) {
      case WEBHOOK -> new ContactConfig.Webhook(name, url(from), secret(from, "tokenFile"));
      case MAIL -> mail(name, from);
      case COMMAND -> command(name, from);
    };
  }

  private URI url(YamlMapping from) {
    String text = from.text("url", null);
    try {
      URI url = URI.create(text == null ? "http://missing" : text);
      boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (isWeb && url.getHost() != null && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Said below.
    }
    faults.add(
        from.lineOf("url"), "a webhook's url must be as https://host/path, without a password");
    return URI.create("http://missing");
  }

  private ContactConfig mail(String name, YamlMapping from) {
    boolean isTls = from.flag("tls", false);
    String user = from.textOrNull("user");
    String password = secret(from, "passwordFile");
    if ((user == null) != (password == null)) {
      faults.add(from.line(), "user and passwordFile go together");
    } else if (user != null && !isTls) {
      faults.add(from.lineOf("user"), "a password goes over the network only with tls: true");
    }
    ContactConfig.MailServer server =
        new ContactConfig.MailServer(
            from.text("host", null),
            from.whole("port", isTls ? 465 : 25, 1, 65_535),
            isTls,
            user,
            password);
    List<String> to = from.texts("to");
    if (to.isEmpty()) {
      faults.add(from.line(), "a contact by mail lacks the key to, a list of addresses");
    }
    to.forEach(address -> checkAddress(from, "to", address));
    String sender = from.text("from", null);
    if (sender != null) {
      checkAddress(from, "from", sender);
    }
    return new ContactConfig.Mail(name, server, sender, to);
  }

  private void checkAddress(YamlMapping from, String key, String address) {
    if (!ADDRESS.matcher(address).matches()) {
      faults.add(from.lineOf(key), address + " is no mail address as watch@example.bz");
    }
  }

  private ContactConfig command(String name, YamlMapping from) {
    List<String> command = from.texts("command");
    if (command.isEmpty()) {
      faults.add(from.line(), "a contact by command lacks the key command, a list: program, words");
    } else if (!Path.of(command.get(0)).isAbsolute()
        || !Files.isExecutable(Path.of(command.get(0)))) {
      faults.add(
          from.lineOf("command"),
          command.get(0) + " must be a program's whole path that we may run");
    }
    long timeoutMillis = Math.round(from.number("timeoutSeconds", 20, 1, 120) * 1_000);
    return new ContactConfig.Command(name, command, timeoutMillis);
  }

  /** The first line of a file; null if none is named. */
  private String secret(YamlMapping from, String key) {
    if (!from.has(key)) {
      return null;
    }
    Path file = beside.apply(from.text(key, ""));
    try {
      String secret = Files.readString(file).strip();
      if (!secret.isEmpty() && secret.chars().allMatch(sign -> sign > ' ' && sign < 0x7F)) {
        return secret;
      }
      faults.add(from.lineOf(key), file + " must hold one line of ASCII without blanks");
    } catch (IOException unreadable) {
      faults.add(from.lineOf(key), file + " cannot be read");
    }
    return null;
  }
}
