package bz.keelbill.feed;

import bz.keelbill.report.Decoder;

/** Makes decoders. Each connection gets its own, so that parts of two senders never meet. */
public interface DecoderSource {

  /**
   * A fresh decoder.
   *
   * @param format of the lines
   * @param reading how they are to be understood
   * @param recorded whether the lines are of the past, so that only their own times count
   */
  Decoder newDecoder(Format format, FeedConfig.Reading reading, boolean recorded);
}
