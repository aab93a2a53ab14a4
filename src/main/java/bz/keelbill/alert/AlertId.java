package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that come from what is named, so that a replay gives the same ones. */
final class AlertId {
  private static final int HASH_BYTES = 6;

  private AlertId() {}

  /**
   * Kind's initials and a hash of kind, first contact, fence and onset: {@code gf-8c1f0a52b3d4}.
   */
  static String of(Finding finding) {
    return initials(finding.kind()) + "-" + hash(finding);
  }

  /** The case that begins with this finding. */
  static String ofCase(Finding finding) {
    return "c-" + hash(finding);
  }

  private static String initials(String kind) {
    StringBuilder initials = new StringBuilder();
    for (String word : kind.split("-")) {
      initials.append(word.charAt(0));
    }
    return initials.toString();
  }

  private static String hash(Finding finding) {
    String text = finding.key() + "|" + finding.moment().onsetMillis();
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
