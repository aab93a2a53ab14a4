package bz.keelbill.ais;

import bz.keelbill.report.Reject;

/**
 * Reads the lines of one feed and gives out each whole message, decoded.
 *
 * <p>Never throws on any bytes; keeps at most 1,024 unfinished messages. One thread at a time.
 */
public final class AisReader extends AisFraming {

  /** How time is told. */
  public enum Timing {
    /** Lines come as they are heard: their arrival tells the time. */
    LIVE,
    /** Lines come from a file: only what is written in them tells the time. */
    REPLAY
  }

  /** Where messages go. */
  public interface Output {

    /** Takes a message; the object is filled again for the next one. */
    void message(AisMessage message);

    /** Takes one refusal. */
    void reject(Reject.Reason reason);
  }

  private final AisMessage message = new AisMessage();
  private final Reception reception = message.reception();
  private Output out;

  /** Begins a feed. */
  public AisReader(Timing timing) {
    super(timing);
  }

  /**
   * Reads one line. Whatever stands around a sentence is skipped, and one cut short by the next "!"
   * does not hide what follows.
   *
   * @param line holds the line from {@code from} to before {@code to}, without its line end
   * @param number the line's number in its feed
   * @param receivedAtMillis when it arrived, Unix milliseconds
   */
  public void read(
      byte[] line, int from, int to, long number, long receivedAtMillis, Output output) {
    out = output;
    reception.lineNumber = number;
    reception.receivedAtMillis = receivedAtMillis;
    readLine(line, from, to, receivedAtMillis);
  }

  @Override
  void single() {
    boolean isMeant = wrapper.checksum == sentence.checksum;
    receive(
        tag.source,
        tag.atMillis,
        isMeant ? wrapper.atMillis : AisMessage.NO_TIME,
        sentence.suffixAtMillis);
    give();
  }

  @Override
  void joined(Assembler.Pending whole) {
    if (whole.unarmour(bits)) {
      receive(whole.source, whole.tagAtMillis, whole.wrappedAtMillis(), whole.suffixAtMillis);
      give();
    }
  }

  @Override
  void refused(Reject.Reason reason) {
    out.reject(reason);
  }

  private void receive(String source, long tagged, long wrapped, long suffixed) {
    reception.channel = sentence.channel;
    reception.isOwnShip = sentence.isOwnShip;
    reception.source = source;
    reception.tagAtMillis = tagged;
    reception.wrappedAtMillis = wrapped;
    reception.suffixAtMillis = suffixed;
  }

  private void give() {
    Reject.Reason fault = message.decode(bits);
    if (fault == null) {
      out.message(message);
    } else {
      out.reject(fault);
    }
  }
}
