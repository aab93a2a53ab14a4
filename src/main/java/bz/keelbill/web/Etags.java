package bz.keelbill.web;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.rule.Rules;
import bz.keelbill.watch.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags. */
public final class Etags {
  private Etags() {}

  /** Quoted: the hash of what a thing is, as text. */
  static String of(String text) {
    return '"' + hash(text) + '"';
  }

  /** The hash of what a fence is. */
  static String of(Fence fence) {
    return of(FenceGeoJson.write(fence).toString());
  }

  static String of(Rules rules) {
    return "\"rules-" + rules.version() + '"';
  }

  /** Of what an order on fences or rules changes, as it is now; null if that is not there. */
  public static String now(Board board, Order order) {
    if (order instanceof Order.SetRules) {
      return of(board.rules());
    }
    String id =
        order instanceof Order.PutFence put
            ? put.fence().id()
            : ((Order.RemoveFence) order).fenceId();
    Fence fence = board.fences().find(id);
    return fence == null ? null : of(fence);
  }

  /** Sixteen hexadecimal digits. */
  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of bytes. */
  static String hash(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
