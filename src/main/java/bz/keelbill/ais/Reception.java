package bz.keelbill.ais;

/**
 * How a message came here: what its sentences and their tag blocks say besides the payload. Filled
 * again for each message.
 */
public final class Reception {
  long lineNumber;
  long receivedAtMillis;
  long tagAtMillis;
  long wrappedAtMillis;
  long suffixAtMillis;
  String source;
  char channel;
  boolean isOwnShip;

  Reception() {}

  /** The number of the line with the message's last sentence. */
  public long lineNumber() {
    return lineNumber;
  }

  /** When that line arrived, Unix milliseconds. */
  public long receivedAtMillis() {
    return receivedAtMillis;
  }

  /**
   * The tag block's time of the first sentence, Unix milliseconds, or {@link AisMessage#NO_TIME}.
   */
  public long tagAtMillis() {
    return tagAtMillis;
  }

  /** The tag block's source station of the first sentence, or null. */
  public String source() {
    return source;
  }

  /** The radio channel as sent: A, B, 1, 2, or a blank if not given. */
  public char channel() {
    return channel;
  }

  /** Whether it is the receiving ship's own message (VDO): never a target. */
  public boolean isOwnShip() {
    return isOwnShip;
  }

  /**
   * The station's clock: the tag block's, else the logger's before or behind the sentence; or
   * {@link AisMessage#NO_TIME}.
   */
  public long stationAtMillis() {
    if (tagAtMillis != AisMessage.NO_TIME) {
      return tagAtMillis;
    }
    return wrappedAtMillis != AisMessage.NO_TIME ? wrappedAtMillis : suffixAtMillis;
  }
}
