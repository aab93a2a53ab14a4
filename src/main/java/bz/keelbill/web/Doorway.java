package bz.keelbill.web;

import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Set;

/**
 * By which addresses the page may be reached.
 *
 * @param isExposed whether others than this machine can reach it: then there is no demo officer
 * @param isProxied whether a declared proxy stands before it, which says who calls
 * @param isEncrypted whether the server itself speaks TLS
 * @param origins the page's addresses as browsers send them, as {@code https://watch.example.bz}
 */
public record Doorway(
    boolean isExposed, boolean isProxied, boolean isEncrypted, List<String> origins) {
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** Copies the list. */
  public Doorway {
    origins = List.copyOf(origins);
  }

  /** The first steps: plain HTTP, for this machine alone. */
  public static Doorway ofLoopback() {
    return new Doorway(false, false, false, List.of());
  }

  /**
   * Whether a name is one of this server's. Any other would be somebody's rebinding of his name to
   * this address.
   */
  boolean isOurName(HostAndPort authority) {
    return isLoopback(authority)
        || (authority != null && origins.stream().anyMatch(each -> isOf(each, authority)));
  }

  /** Whether a page of that origin is this server's own. */
  boolean isOurOrigin(HostAndPort authority, String origin) {
    String scheme = isEncrypted ? "https://" : "http://";
    return origins.contains(origin) || (isLoopback(authority) && origin.equals(scheme + authority));
  }

  /** Whether what is said under this name goes encrypted, so that its cookies must. */
  boolean isSecure(HostAndPort authority) {
    return isEncrypted || (isProxied && !isLoopback(authority));
  }

  private static boolean isLoopback(HostAndPort authority) {
    return authority != null && LOOPBACK_NAMES.contains(authority.host());
  }

  private static boolean isOf(String origin, HostAndPort authority) {
    String named = origin.substring(origin.indexOf("://") + 3);
    String usual = origin.startsWith("https:") ? ":443" : ":80";
    String whole = authority.toString();
    return named.equals(whole) || (named + usual).equals(whole);
  }
}
