package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;

/** An aircraft of which nothing is heard any more: whether it came down, and where. */
record FellSilent(Track track, Scene scene, Rules rules, Findings found) {
  private static final double FLYING_KNOTS = 40;
  private static final long LOOKED_AT_MILLIS = 2 * 60_000L;
  private static final long AGAIN_MILLIS = 20 * 60_000L;
  private static final double ECHO_SEEN = 0.5;

  void look(long silentMillis) {
    if (!isTime(silentMillis)) {
      return;
    }
    boolean echo = track.domain() == Domain.SEA;
    if (echo && !PrimaryEcho.is(track, scene, rules)) {
      return;
    }
    FlightPath path = FlightPath.of(track);
    if (!(path.knots() >= FLYING_KNOTS) || Double.isNaN(path.courseDegrees())) {
      found.stoppedBy("flying", path.knots(), "kn", FLYING_KNOTS);
      return;
    }
    if (isComingDown(path) && offField().isAway(path.from())) {
      lookWhereItCameDown(path);
    }
  }

  private OffField offField() {
    return new OffField(track, scene, rules, found);
  }

  /** Silent for long enough, and not for so long that it is no news. */
  private boolean isTime(long silentMillis) {
    long patience = Landed.patienceMillis(track.history(), rules.millis(ClandestineLanding.SILENT));
    long since = silentMillis - patience;
    if (since < 0) {
      found.stoppedBy("silence", silentMillis / 1000, "s", patience / 1000);
      return false;
    }
    if (since > LOOKED_AT_MILLIS && !isSaidAgain(silentMillis)) {
      long limit = (patience + LOOKED_AT_MILLIS) / 1000;
      found.stoppedBy("silence", silentMillis / 1000, "s", limit);
      return false;
    }
    return true;
  }

  /** It stays open while nothing is heard: said again now and then. */
  private boolean isSaidAgain(long silentMillis) {
    return silentMillis % AGAIN_MILLIS < LOOKED_AT_MILLIS / 2
        && scene.open(ClandestineLanding.KIND).stream()
            .anyMatch(open -> open.subject().lineage().equals(track.name()));
  }

  private boolean isComingDown(FlightPath path) {
    double low = rules.value(ClandestineLanding.LOW);
    if (path.sinks(rules.value(ClandestineLanding.SINKING)) || path.feet() < low) {
      return true;
    }
    if (!Double.isNaN(path.feet())) {
      found.stoppedBy("height", path.feet(), "ft", low);
      return false;
    }
    // Without a height: one that slows down, and an echo that a radar had well in sight besides.
    boolean slows = path.slowedShare() >= 0.2;
    boolean isDown =
        track.domain() == Domain.SEA ? slows && wouldBeSeen(path) : slows || path.knots() <= 160;
    if (!isDown) {
      found.stoppedBy("slowing", 100 * path.slowedShare(), "%", 20);
    }
    return isDown;
  }

  /** How far a radar sees of which nobody has said where it stands is not known. */
  private boolean wouldBeSeen(FlightPath path) {
    Coverage coverage = scene.coverage();
    boolean isPlaced = coverage.sensors().stream().anyMatch(one -> one.kind() == Sensor.Kind.RADAR);
    return !isPlaced
        || coverage.chance(Coverage.Kind.RADAR, path.after(path.metresIn(0.5))) >= ECHO_SEEN;
  }

  private void lookWhereItCameDown(FlightPath path) {
    PathDown down = new PathDown(path, scene.geography(), rules);
    double limit = rules.value(ClandestineLanding.DOWN_MINUTES);
    if (down.minutes() > limit) {
      found.stoppedBy("down-within", down.minutes(), "min", limit);
      return;
    }
    Position at = down.place();
    if (at == null) {
      found.stoppedBy("over-water");
    } else if (offField().isOurs(at) && offField().isAway(at) && !isHonest(path, down, at)) {
      found.holds(new Landed(track, scene, rules, path, at, false).finding());
    }
  }

  /** Whether something else than a landing off fields explains it. */
  private boolean isHonest(FlightPath path, PathDown down, Position at) {
    if (down.leadsToField()) {
      found.stoppedBy("bound-for-field");
      return true;
    }
    if (!offField().isUnexplained(at)) {
      return true;
    }
    if (!down.sinks() && LostStation.isLeavingItsHorizon(track, path, scene)) {
      found.stoppedBy("radio-horizon");
      return true;
    }
    boolean isDeaf = LostStation.isSilent(track, scene);
    if (isDeaf) {
      found.stoppedBy("station-silent");
    }
    return isDeaf;
  }
}
