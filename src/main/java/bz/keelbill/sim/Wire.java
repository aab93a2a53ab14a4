package bz.keelbill.sim;

/** The way from sensors to the watch, on which lines are lost, doubled and overtaken. */
final class Wire implements Sensor.Outbox {
  private static final long COPY_MILLIS = 400;

  private final Sensing sensing;
  private final Chance chance;
  private final Sensor.Outbox out;

  private Wire(Sensing sensing, Chance chance, Sensor.Outbox out) {
    this.sensing = sensing;
    this.chance = chance;
    this.out = out;
  }

  /** What sensors are to speak into so that it comes out so. */
  static Sensor.Outbox of(Sensing sensing, Chance chance, Sensor.Outbox out) {
    return sensing.isClean() ? out : new Wire(sensing, chance, out);
  }

  /** Plans come by another way, one that loses nothing. */
  @Override
  public boolean say(Spoken spoken) {
    if (spoken.feed().equals(Spoken.PLANS)) {
      return out.say(spoken);
    }
    boolean ais = spoken.feed().equals(Spoken.AIS);
    if (ais && chance.happens(sensing.aisLoss()) || chance.happens(sensing.harm().dropped())) {
      return false;
    }
    Spoken late = later(spoken, (long) chance.between(0, sensing.disorderMillis()));
    out.say(late);
    if (sensing.harm().doubled() || chance.happens(sensing.copies())) {
      out.say(later(late, COPY_MILLIS));
    }
    return true;
  }

  private static Spoken later(Spoken spoken, long millis) {
    return new Spoken(spoken.feed(), spoken.atMillis() + millis, spoken.bytes());
  }
}
