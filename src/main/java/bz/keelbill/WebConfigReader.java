package bz.keelbill;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads {@code web}: where the page is served, and by what way others than this machine may come to
 * it. What would let passwords go over a network in the clear is refused.
 */
final class WebConfigReader {
  private static final int PORT = 8080;

  private final ConfigFaults faults;
  private final Function<String, Path> beside;

  /**
   * @param beside where a path of the file leads to
   */
  WebConfigReader(ConfigFaults faults, Function<String, Path> beside) {
    this.faults = faults;
    this.beside = beside;
  }

  Config.Web web(YamlMapping web) {
    Config.Web read =
        new Config.Web(
            web.text("host", "127.0.0.1"),
            web.whole("port", PORT, 0, 65_535),
            tls(web),
            new Config.WebDoor(
                web.read("accounts", null, beside),
                web.flag("proxy", false),
                origins(web),
                millis(web.number("idleMinutes", 30, 0.01, 480), TimeUnit.MINUTES),
                millis(web.number("unattendedSeconds", 60, 1, 3_600), TimeUnit.SECONDS)));
    if (!isLoopback(web, read.host())) {
      checkOpenDoor(web, read);
    }
    web.finish();
    return read;
  }

  private static long millis(double amount, TimeUnit unit) {
    return Math.round(amount * unit.toMillis(1));
  }

  private Config.Tls tls(YamlMapping web) {
    YamlMapping tls = web.mapping("tls");
    if (!web.has("tls")) {
      return null;
    }
    Config.Tls read = new Config.Tls(file(tls, "certificate"), file(tls, "key"));
    tls.finish();
    return read;
  }

  private Path file(YamlMapping tls, String key) {
    Path file = beside.apply(tls.text(key, null) == null ? "" : tls.text(key, ""));
    if (!Files.isReadable(file)) {
      faults.add(tls.lineOf(key), "web.tls." + key + ": " + file + " cannot be read");
    }
    return file;
  }

  private List<String> origins(YamlMapping web) {
    List<String> origins = web.texts("origins");
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        faults.add(
            web.lineOf("origins"),
            "web.origins must hold addresses as https://watch.example.bz, without a path, not "
                + origin);
      }
    }
    return origins;
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && text.equals("https://" + uri.getRawAuthority())
          && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private boolean isLoopback(YamlMapping web, String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      faults.add(web.lineOf("host"), "web.host " + host + " is no address of this machine");
      return true;
    }
  }

  /** Passwords and the picture go to other machines only encrypted. */
  private void checkOpenDoor(YamlMapping web, Config.Web read) {
    if (read.tls() == null && !read.door().isProxied()) {
      faults.add(
          web.lineOf("host"),
          "web.host "
              + read.host()
              + " would send passwords over the network in the clear; give web.tls a certificate"
              + " and a key, or say web.proxy: true if a proxy with TLS stands before it, or use"
              + " 127.0.0.1");
    }
    if (read.door().origins().isEmpty()) {
      faults.add(
          web.lineOf("host"),
          "web.host "
              + read.host()
              + " needs web.origins: the page's address as its users type it, as"
              + " [https://watch.example.bz]");
    }
  }
}
