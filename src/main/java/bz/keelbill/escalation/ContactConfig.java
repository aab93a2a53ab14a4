package bz.keelbill.escalation;

import java.net.URI;
import java.util.List;

/** Somebody, or something, that is called when nobody answers; as configured. */
public sealed interface ContactConfig {
  /** How officers call it. */
  String name();

  /**
   * Is told by an HTTP POST.
   *
   * @param token sent as bearer; null for none
   */
  record Webhook(String name, URI url, String token) implements ContactConfig {
    @Override
    public String toString() {
      return "webhook " + name;
    }
  }

  /**
   * Is sent mail by SMTP.
   *
   * @param server who takes the mail
   * @param from the address that it comes from
   * @param to the addresses that it goes to
   */
  record Mail(String name, MailServer server, String from, List<String> to)
      implements ContactConfig {
    /** Copies the list. */
    public Mail {
      to = List.copyOf(to);
    }

    @Override
    public String toString() {
      return "mail " + name;
    }
  }

  /**
   * A mail server.
   *
   * @param isTls whether it speaks TLS from the first byte
   * @param user null for one that asks for none
   * @param password null likewise
   */
  record MailServer(String host, int port, boolean isTls, String user, String password) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * Is a program of this machine, as a siren or an SMS modem's. It is started without a shell, with
   * these arguments and no others, and reads what is to be told from its standard input.
   *
   * @param command the program's path and its arguments
   */
  record Command(String name, List<String> command, long timeoutMillis) implements ContactConfig {
    /** Copies the list. */
    public Command {
      command = List.copyOf(command);
    }
  }
}
