package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone's code beside the password: the QR code is read off the page as a camera would. */
class SecondFactorTest {
  @Test
  void theQrCodeIsReadFromThePageAndItsCodesLetIn(@TempDir Path folder) throws Exception {
    try (QuietSea sea = QuietSea.begin(folder)) {
      Crew crew = Crew.setUp(sea.watch);
      String secret;
      String recovery;
      try (Console rosa = crew.open("Rosa Tun", sea.watch.origin())) {
        rosa.forgive(SecondFactorTest::isExpected);
        rosa.find(".chip.officer").click();
        rosa.find(".door .second-factor").click();
        rosa.find(".door [name=password]").fill(Crew.PASSWORD);
        rosa.page().keyboard().press("Enter");
        rosa.find(".door .qr").waitFor();
        for (String palette : new String[] {"day", "night", "dusk"}) {
          rosa.page().evaluate("document.documentElement.dataset.palette = '" + palette + "'");
          String read = read(rosa);
          assertTrue(read.startsWith("otpauth://totp/Keelbill:Rosa%20Tun?secret="), read);
        }
        secret = read(rosa).replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        rosa.screenshot("second-factor-scan");
        rosa.find(".door [name=code]").fill("000000");
        rosa.page().keyboard().press("Enter");
        rosa.find(".door .message").waitFor();
        rosa.find(".door [name=code]").fill(Phone.code(secret, -1));
        rosa.page().keyboard().press("Enter");
        rosa.find(".door .recovery li").first().waitFor();
        rosa.await("ten codes", 3, () -> rosa.find(".door .recovery li").count() == 10);
        recovery = rosa.find(".door .recovery li").first().innerText().strip();
        rosa.screenshot("second-factor-recovery");
        rosa.find(".door .primary").click();
        rosa.await("the form is gone", 3, () -> rosa.find(".door").count() == 0);
      }
      signsIn(sea, Phone.code(secret, 0), true);
      signsIn(sea, recovery, false);
    }
  }

  private static void signsIn(QuietSea sea, String code, boolean wrongFirst) {
    try (Console again = Console.arrive(sea.watch)) {
      again.forgive(SecondFactorTest::isExpected);
      again.find(".door [name=name]").fill("Rosa Tun");
      again.find(".door [name=password]").fill(Crew.PASSWORD);
      again.page().keyboard().press("Enter");
      again.find(".door [name=code]").waitFor();
      again.screenshot("second-factor-sign-in");
      if (wrongFirst) {
        again.find(".door [name=code]").fill("999999x");
        again.page().keyboard().press("Enter");
        again.find(".door .message", "not the code of now").waitFor();
      }
      again.find(".door [name=code]").fill(code);
      again.page().keyboard().press("Enter");
      again.find(".chip.officer", "Rosa Tun").waitFor();
      again.await("the page is live", 15, () -> again.is("link", "live"));
      assertEquals(0, again.find(".door").count());
    }
  }

  /** What was refused on purpose. */
  private static boolean isExpected(String offence) {
    return offence.matches("answer (401|403) to .*/api/session.*")
        || offence.matches("console error: Failed to load resource.*status of (401|403).*");
  }

  private static String read(Console console) throws IOException {
    byte[] png = console.find(".door .qr").screenshot();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    } catch (NotFoundException
        | com.google.zxing.ChecksumException
        | com.google.zxing.FormatException unreadable) {
      throw new AssertionError("no camera reads this", unreadable);
    }
  }
}
