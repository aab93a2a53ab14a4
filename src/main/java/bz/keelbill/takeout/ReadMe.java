package bz.keelbill.takeout;

/** What a bundle says to whoever opens it. */
final class ReadMe {
  static final String TEXT =
      """
      This is evidence for one alert of a Keelbill watch.

      alert.json     the alert as it stands now
      journal.jsonl  its entries in the journal, byte for byte, with the orders that made fences and
                     rules what they were and the acts of people; each line ends with its SHA-256
      chain.txt      number and hash of every journal entry of the period, also of those left out
      days/          what was heard, line by line, with the ticks of the clock, the positions and
                     the alerts that came of it: DuckDB files, whose rows are hashed batch by batch
      config/ ...    the configuration of the watch
      manifest.json  the period, and the SHA-256 of every file

      The last 64 characters of the bundle are the SHA-256 of all bytes before them.

      To prove it, without a network:   keelbill verify BUNDLE
      It checks every hash, follows the chain from the lines to the alert and to what people did
      with it, and plays the lines again through a watch, which must raise the same alert.
      """;

  private ReadMe() {}
}
