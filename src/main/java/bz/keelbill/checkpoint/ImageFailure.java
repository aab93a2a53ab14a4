package bz.keelbill.checkpoint;

/** Bytes that are no memory of such a Watch; its message is one sentence for the log. */
public final class ImageFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** With one sentence. */
  public ImageFailure(String why) {
    super(why);
  }

  ImageFailure(String why, Throwable cause) {
    super(why, cause);
  }
}
