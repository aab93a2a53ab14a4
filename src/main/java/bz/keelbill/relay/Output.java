package bz.keelbill.relay;

import bz.keelbill.ais.AisSentences;

/** One output: which messages leave through its door, and how they are written. */
final class Output {
  private final OutputConfig config;
  private final Door door;
  private final OutputTally tally;
  private final Marker marker;
  private final TagText text;
  private final Duplicates duplicates;

  Output(OutputConfig config, Door door, OutputTally tally, Marker marker) {
    this.config = config;
    this.door = door;
    this.tally = tally;
    this.marker = marker;
    text = new TagText(config.choice().feeds(), marker, config.form().tags());
    duplicates = new Duplicates(config.choice().dropDuplicatesSeconds() * 1000L);
  }

  String name() {
    return config.name();
  }

  Door door() {
    return door;
  }

  /** Takes one message of any feed. */
  void take(Heard heard, long nowMillis) {
    AisSentences message = heard.message();
    if (!hears(heard.feed()) || !isWanted(message)) {
      return;
    }
    String objection = objectionTo(heard, nowMillis);
    int count = message.texts().size();
    if (objection == null) {
      door.give(text.lines(heard));
    } else {
      tally.dropped(objection, count);
    }
  }

  /** Counts sentences of a feed that will not leave; from any thread. */
  void lost(String feed, String reason, int count) {
    if (hears(feed)) {
      tally.dropped(reason, count);
    }
  }

  private boolean hears(String feed) {
    return config.choice().feeds().contains(feed);
  }

  private boolean isWanted(AisSentences message) {
    return message.isOwnShip() ? config.choice().vdo() : config.choice().vdm();
  }

  private String objectionTo(Heard heard, long nowMillis) {
    AisSentences message = heard.message();
    if (!message.texts().stream().allMatch(TagText::isPlain)) {
      return OutputTally.UNPRINTABLE;
    }
    if (marker.endsHere(message.tag().text())) {
      return OutputTally.LOOP;
    }
    boolean isDuplicate = duplicates.isDuplicate(heard.source(), message, nowMillis);
    return isDuplicate ? OutputTally.DUPLICATE : null;
  }
}
