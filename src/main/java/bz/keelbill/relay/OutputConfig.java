package bz.keelbill.relay;

import bz.keelbill.net.AllowList;
import java.util.List;
import java.util.Locale;

/**
 * One output as the configuration names it.
 *
 * @param name unique among the outputs
 * @param transport how the sentences leave
 * @param endpoint where
 * @param choice which of them
 * @param form how they are written
 */
public record OutputConfig(
    String name, Transport transport, Endpoint endpoint, Choice choice, Form form) {

  /** How sentences leave. */
  public enum Transport {
    /** Readers connect to us. */
    TCP_LISTEN,
    /** We throw datagrams at one address, a broadcast address or a multicast group. */
    UDP;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the configuration writes it: lower case, with a hyphen. */
    public String word() {
      return word;
    }
  }

  /**
   * A network address.
   *
   * @param host tcp-listen: the address to bind; udp: where datagrams go
   * @param port 1 to 65535; tcp-listen: 0 for any free port
   * @param maxClients tcp-listen: readers at a time, default {@value #DEFAULT_MAX_CLIENTS}
   * @param allow tcp-listen: who may read, default everyone
   */
  public record Endpoint(String host, int port, int maxClients, AllowList allow) {
    /** Readers that may be connected at a time unless the configuration says otherwise. */
    public static final int DEFAULT_MAX_CLIENTS = 16;

    /** An address with the defaults. */
    public static Endpoint of(String host, int port) {
      return new Endpoint(host, port, DEFAULT_MAX_CLIENTS, AllowList.EVERYONE);
    }

    @Override
    public String toString() {
      return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
  }

  /**
   * What leaves.
   *
   * @param feeds names of the feeds whose sentences leave
   * @param vdm whether those of other ships do; default yes
   * @param vdo whether those of the receiving ship itself do; default no
   * @param dropDuplicatesSeconds so long a message that one station heard does not leave again when
   *     others heard it too; 0, the default: it does
   */
  public record Choice(List<String> feeds, boolean vdm, boolean vdo, int dropDuplicatesSeconds) {
    /** Copies the list. */
    public Choice {
      feeds = List.copyOf(feeds);
    }

    /** The defaults for feeds. */
    public static Choice of(String... feeds) {
      return new Choice(List.of(feeds), true, false, 0);
    }
  }

  /**
   * How it is written.
   *
   * @param tags whether a tag block stands before each sentence; default yes
   * @param onePerDatagram udp: whether each sentence has a datagram of its own; default no
   */
  public record Form(boolean tags, boolean onePerDatagram) {
    /** The defaults. */
    public static final Form USUAL = new Form(true, false);
  }
}
