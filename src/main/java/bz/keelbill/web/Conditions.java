package bz.keelbill.web;

import io.vertx.ext.web.RoutingContext;

/** Conditional requests: nobody overwrites what he has not seen. */
final class Conditions {
  private Conditions() {}

  /**
   * Whether a change may go on: the request names the version that it was made from. If not, the
   * request has been answered with 428 or 412.
   *
   * @param etag the present version; null when there is none yet
   */
  static boolean ifMatch(RoutingContext request, String etag) {
    String match = request.request().getHeader("If-Match");
    String noneMatch = request.request().getHeader("If-None-Match");
    if (match == null && noneMatch == null) {
      Problem.answer(
          request, 428, "Version missing", "Say with If-Match which version you changed.");
      return false;
    }
    boolean fits = match != null ? match.equals(etag) : "*".equals(noneMatch) && etag == null;
    if (!fits) {
      if (etag != null) {
        request.response().putHeader("ETag", etag);
      }
      Problem.answer(
          request, 412, "Changed meanwhile", "Somebody changed it; look at it again first.");
    }
    return fits;
  }
}
