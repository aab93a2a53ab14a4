package bz.keelbill;

import bz.keelbill.account.AccountBook;
import bz.keelbill.web.Door;
import bz.keelbill.web.Doorway;
import bz.keelbill.web.WebVerticle;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Where the page is and who is let in, as the configuration has it. */
final class DoorSetup {
  private static final Logger LOG = System.getLogger(DoorSetup.class.getName());

  private DoorSetup() {}

  /** Where to listen, with the key if there is one. */
  static WebVerticle.Address address(Config.Web web) {
    return new WebVerticle.Address(web.host(), web.port(), key(web.tls()));
  }

  private static KeyCertOptions key(Config.Tls tls) {
    return tls == null
        ? null
        : new PemKeyCertOptions()
            .setCertPath(tls.certificate().toString())
            .setKeyPath(tls.key().toString());
  }

  /** The door, and the code for it where nobody has an account yet and others can reach it. */
  static Door door(Config config, LongSupplier clock) throws IOException {
    Config.Web web = config.serving().web();
    Config.WebDoor settings = web.door();
    boolean loopback = InetAddress.getByName(web.host()).isLoopbackAddress();
    Doorway doorway =
        new Doorway(
            !loopback || settings.isProxied(),
            settings.isProxied(),
            web.tls() != null,
            settings.origins());
    Path file =
        settings.accounts() == null
            ? config.serving().record().dir().resolve("accounts.json")
            : settings.accounts();
    Door door =
        new Door(
            AccountBook.open(file),
            doorway,
            new Door.Patience(settings.idleMillis(), settings.unattendedMillis()),
            clock);
    if (door.setUpCode() != null) {
      LOG.log(
          Level.INFO,
          "nobody has an account yet: open the page and set up with the code " + door.setUpCode());
    }
    return door;
  }
}
