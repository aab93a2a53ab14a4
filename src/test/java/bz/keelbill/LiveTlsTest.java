package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page that speaks TLS itself: cookies that go no other way, and browsers told to stay with it.
 */
class LiveTlsTest {
  private static final char[] WORD = "changeit".toCharArray();

  @TempDir Path folder;

  /** A key and a certificate for this machine, as a store and as the two files of PEM. */
  private KeyStore made() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "page",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(WORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, keytool.waitFor(), () -> text(folder.resolve("keytool.log")));
    KeyStore keys = KeyStore.getInstance(store.toFile(), WORD);
    write("key.pem", "PRIVATE KEY", keys.getKey("page", WORD).getEncoded());
    write("page.pem", "CERTIFICATE", keys.getCertificate("page").getEncoded());
    return keys;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException none) {
      return none.toString();
    }
  }

  private void write(String name, String what, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(name), "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(what, body));
  }

  private static HttpClient trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("page", keys.getCertificate("page"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void cookiesGoEncryptedOrNotAtAll() throws Exception {
    HttpClient client = trusting(made());
    String tls = ", tls: {certificate: ../page.pem, key: ../key.pem}";
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, tls)) {
      URI setUp = URI.create("https://localhost:" + floor.port() + "/api/setup");
      JsonObject body = new JsonObject().put("name", "Rosa Tun").put("password", Person.PASSWORD);
      HttpRequest request =
          HttpRequest.newBuilder(setUp)
              .header("Origin", "https://localhost:" + floor.port())
              .POST(BodyPublishers.ofString(body.encode()))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(
          cookie.matches("__Host-keelbill=[\\w-]{43}; Path=/; Secure; HTTPOnly; SameSite=Strict"),
          cookie);
      assertEquals(
          "max-age=31536000; includeSubDomains",
          answer.headers().firstValue("Strict-Transport-Security").orElse(null));
      assertEquals(true, new JsonObject(answer.body()).getBoolean("encrypted"));
      String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      assertEquals(200, status(client, setUp.resolve("/api/users"), "__Host-keelbill=" + value));
      assertEquals(401, status(client, setUp.resolve("/api/users"), "keelbill=" + value));
    }
  }

  private static int status(HttpClient client, URI address, String cookie) throws Exception {
    HttpRequest read = HttpRequest.newBuilder(address).header("Cookie", cookie).build();
    return client.send(read, BodyHandlers.ofString()).statusCode();
  }
}
