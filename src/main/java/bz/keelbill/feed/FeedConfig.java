package bz.keelbill.feed;

import bz.keelbill.adsb.MessageClock;
import bz.keelbill.net.AllowList;
import bz.keelbill.sighting.DetectionColumns;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * One feed as the configuration names it.
 *
 * @param name unique among the feeds
 * @param format what the bytes mean
 * @param transport how the bytes come
 * @param endpoint where from or where to; for tcp, tcp-listen and udp, else null
 * @param file which file or device, and how; for file and serial, else null
 * @param online which service, and what it is asked for; for websocket and http, else null
 * @param reading how the lines are to be understood
 */
public record FeedConfig(
    String name,
    Format format,
    Transport transport,
    Endpoint endpoint,
    Source file,
    Online online,
    Reading reading) {

  /** A service that is asked at intervals has missed three of them before it is silent. */
  private static final int MISSED_POLLS = 3;

  /** How bytes come in. */
  public enum Transport {
    /** We connect to a sender and read. */
    TCP,
    /** Senders connect to us. */
    TCP_LISTEN,
    /** Senders throw datagrams at us. */
    UDP,
    /** A file, whole or growing. */
    FILE,
    /** A serial device, read without end. */
    SERIAL,
    /** We subscribe to a service that sends messages. */
    WEBSOCKET,
    /** We ask a web server for a document again and again. */
    HTTP;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the configuration and the page write it: lower case, with a hyphen. */
    public String word() {
      return word;
    }
  }

  /**
   * A network address.
   *
   * @param host tcp: the sender's name or address; tcp-listen and udp: the address to bind, default
   *     127.0.0.1; for udp a multicast group may stand here and is joined
   * @param port 1 to 65535; 0 to listen on any free port
   * @param maxClients tcp-listen: connections at a time, default {@value #DEFAULT_MAX_CLIENTS}
   * @param allow tcp-listen and udp: who may send, default everyone
   */
  public record Endpoint(String host, int port, int maxClients, AllowList allow) {
    /** Senders that may be connected at a time unless the configuration says otherwise. */
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
   * A file.
   *
   * @param path which; gzip is known by its content
   * @param follow whether to wait for more at its end, through growth, truncation and replacement
   *     as {@code tail -F}; default no
   * @param fromEnd with {@code follow}: whether to pass over what the file holds at the start;
   *     default no
   * @param pace how fast; default {@link Pace#FAST}
   */
  public record Source(Path path, boolean follow, boolean fromEnd, Pace pace) {
    /** The whole file as fast as it goes. */
    public static Source of(Path path) {
      return new Source(path, false, false, Pace.FAST);
    }
  }

  /**
   * A service on the network.
   *
   * @param url where: ws, wss, http or https
   * @param intervalMillis http: from the start of one request to the start of the next
   * @param wish what it is asked for
   * @param account how it learns who asks
   */
  public record Online(URI url, long intervalMillis, Wish wish, Account account) {

    /** A service that learns who asks from the address, or not at all. */
    public Online(URI url, long intervalMillis, Wish wish) {
      this(url, intervalMillis, wish, Account.NONE);
    }

    /** The address without a user's name, query or fragment, for these hold keys. */
    static String plain(URI url) {
      String host = url.getHost() == null ? "" : url.getHost();
      String port = url.getPort() < 0 ? "" : ":" + url.getPort();
      String path = url.getRawPath() == null ? "" : url.getRawPath();
      return url.getScheme() + "://" + host + port + path;
    }

    @Override
    public String toString() {
      return plain(url);
    }
  }

  /**
   * How a service learns who asks, beyond what its address says; the key itself is with the wish.
   *
   * @param clientId the name for which the key is the secret (OAuth2 client credentials); null if
   *     the service knows no such thing
   * @param tokenUrl where a token is had for the two; null without a client
   * @param keyHeader the header in which the key itself is sent; null if it is not sent in one
   */
  public record Account(String clientId, URI tokenUrl, String keyHeader) {
    /** Nobody in particular asks. */
    public static final Account NONE = new Account(null, null, null);

    /** The key for a token. */
    public static Account ofClient(String clientId, URI tokenUrl) {
      return new Account(clientId, tokenUrl, null);
    }

    /** The key in a header, in {@code Authorization} as a bearer's. */
    public static Account ofHeader(String keyHeader) {
      return new Account(null, null, keyHeader);
    }
  }

  /**
   * What a service is asked for, where its format knows how to ask.
   *
   * @param key who asks; {@link Secret#NONE} if nobody needs to know
   * @param boxes the areas; empty if the service sends what it likes
   * @param mmsis only these vessels; empty for all
   * @param types only these messages, in the service's words; empty for all
   */
  public record Wish(Secret key, List<Box> boxes, List<Integer> mmsis, List<String> types) {
    /** Nothing in particular. */
    public static final Wish NONE = new Wish(Secret.NONE, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Wish {
      boxes = List.copyOf(boxes);
      mmsis = List.copyOf(mmsis);
      types = List.copyOf(types);
    }
  }

  /** An area between two parallels and two meridians, degrees. */
  public record Box(double south, double west, double north, double east) {}

  /** How fast a file is read. */
  public enum Pace {
    /** As fast as the watch takes it. */
    FAST,
    /** As far apart as the lines' own times are. */
    REALTIME
  }

  /**
   * How lines are to be understood.
   *
   * @param station the sensor of lines that do not name theirs; default the feed's name
   * @param timezone of times written without one (SBS); default UTC
   * @param positionsAreMlat whether a flight feed's positions come from multilateration; default no
   * @param counter what the counter of a Beast or AVR feed counts; default ticks of 12 MHz
   * @param repairs whether a frame of a known aircraft with one wrong bit is put right; default no
   * @param checksumOptional whether a radar's sentences may come without a checksum; default no
   * @param trusted whether those who call themselves friends on it (Cursor on Target) are our own;
   *     default no
   * @param detections which columns of a table of satellite detections hold what; default any usual
   */
  public record Reading(
      String station,
      ZoneId timezone,
      boolean positionsAreMlat,
      MessageClock.Counter counter,
      boolean repairs,
      boolean checksumOptional,
      boolean trusted,
      DetectionColumns detections) {
    /** The defaults for a station. */
    public static Reading of(String station) {
      return new Reading(
          station,
          ZoneOffset.UTC,
          false,
          MessageClock.Counter.TICKS,
          false,
          false,
          false,
          DetectionColumns.ANY);
    }
  }

  /** How long nothing valid may come at the least before the feed is silent, milliseconds. */
  public long patienceMillis(FeedTiming timing) {
    long usual = Math.max(format.pauseMillis(), timing.silenceMillis());
    boolean isPolled = transport == Transport.HTTP;
    return isPolled ? Math.max(usual, MISSED_POLLS * online.intervalMillis()) : usual;
  }

  /** A feed that connects to a sender. */
  public static FeedConfig tcp(String name, Format format, String host, int port) {
    return network(name, format, Transport.TCP, Endpoint.of(host, port));
  }

  /** A feed that senders connect to. */
  public static FeedConfig tcpListen(String name, Format format, String host, int port) {
    return network(name, format, Transport.TCP_LISTEN, Endpoint.of(host, port));
  }

  /** A feed of datagrams. */
  public static FeedConfig udp(String name, Format format, String host, int port) {
    return network(name, format, Transport.UDP, Endpoint.of(host, port));
  }

  /** A feed over the network with the default reading. */
  public static FeedConfig network(
      String name, Format format, Transport transport, Endpoint endpoint) {
    return new FeedConfig(name, format, transport, endpoint, null, null, Reading.of(name));
  }

  /** A feed from a file. */
  public static FeedConfig file(String name, Format format, Source file) {
    return new FeedConfig(name, format, Transport.FILE, null, file, null, Reading.of(name));
  }

  /** A feed from a serial device. */
  public static FeedConfig serial(String name, Format format, Path device) {
    Source source = Source.of(device);
    return new FeedConfig(name, format, Transport.SERIAL, null, source, null, Reading.of(name));
  }

  /** A feed from a service on the network. */
  public static FeedConfig online(String name, Format format, Transport transport, Online online) {
    return new FeedConfig(name, format, transport, null, null, online, Reading.of(name));
  }

  /** Where the bytes come from, for people. */
  public String address() {
    if (online != null) {
      return online.toString();
    }
    return endpoint == null ? file.path().toString() : endpoint.toString();
  }

  /** What must never be shown; {@link Secret#NONE} if there is nothing of the kind. */
  Secret secret() {
    return online == null ? Secret.NONE : online.wish().key();
  }
}
