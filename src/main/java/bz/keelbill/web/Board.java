package bz.keelbill.web;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.TrackState;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The web's own copy of the picture, kept by the changes of one watch (the live one or a replay's),
 * and what of it clients have not been told yet.
 *
 * <p>Belongs to the web's event loop.
 */
public final class Board {
  private static final int CLOSED_KEPT = 2_000;

  private final Map<Long, TrackState> tracks = new LinkedHashMap<>();
  private final Map<String, Long> serialOfName = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Alert> canaries = new LinkedHashMap<>();
  private final Set<String> alertedTracks = new HashSet<>();
  private final Set<Long> moved = new LinkedHashSet<>();
  private final Set<Long> entered = new LinkedHashSet<>();
  private final Set<Long> gone = new LinkedHashSet<>();
  private FenceMap fences;
  private Rules rules;
  private boolean configChanged;
  private volatile long aircraft;

  /** An empty picture with the fences and rules in force at the start. */
  public Board(FenceMap fences, Rules rules) {
    this.fences = fences;
    this.rules = rules;
  }

  /** Takes one change. */
  public void apply(Change change) {
    switch (change.kind()) {
      case TRACK_CHANGED -> put(((Change.TrackChanged) change).track());
      case TRACK_GONE -> remove((Change.TrackGone) change);
      case ALERT_CHANGED -> put(((Change.AlertChanged) change).alert());
      case FENCES_CHANGED -> fences = noted(((Change.FencesChanged) change).fences());
      case RULES_CHANGED -> rules = noted(((Change.RulesChanged) change).rules());
      case DETECTOR_FAILED -> {}
    }
  }

  /** Forgets tracks and alerts: what follows is another picture. */
  void clear() {
    tracks.clear();
    serialOfName.clear();
    alerts.clear();
    canaries.clear();
    alertedTracks.clear();
    takeNews();
    aircraft = 0;
  }

  /** The tracks with a position, oldest first. */
  public Collection<TrackState> tracks() {
    return tracks.values();
  }

  /** A track by its small number, or null. */
  public TrackState track(long serial) {
    return tracks.get(serial);
  }

  /** A track by the name of its first contact, or null. */
  public TrackState track(String name) {
    Long serial = serialOfName.get(name);
    return serial == null ? null : tracks.get(serial);
  }

  /** The alerts that are open or were closed lately, in the order of their raising. */
  public Collection<Alert> alerts() {
    return alerts.values();
  }

  /** An alert, or null. */
  public Alert alert(String id) {
    return alerts.getOrDefault(id, canaries.get(id));
  }

  /** The open alerts about the watch's own test craft, which are nobody's work. */
  public List<Alert> canaries() {
    return List.copyOf(canaries.values());
  }

  /** Whether an open alert that rings or rang is about the track. */
  public boolean isAlerted(TrackState track) {
    return alertedTracks.contains(track.name());
  }

  /** How many tracks there are at {@code sea} or in the {@code air}; from any thread. */
  public long count(String domain) {
    return domain.equals("air") ? aircraft : tracks.size() - aircraft;
  }

  /** The fences in force. */
  public FenceMap fences() {
    return fences;
  }

  /** The rules in force. */
  public Rules rules() {
    return rules;
  }

  /** What happened to tracks since the last time this was asked. */
  record News(Set<Long> moved, Set<Long> entered, Set<Long> gone) {
    boolean isEmpty() {
      return moved.isEmpty() && entered.isEmpty() && gone.isEmpty();
    }
  }

  News takeNews() {
    News news =
        new News(
            new LinkedHashSet<>(moved), new LinkedHashSet<>(entered), new LinkedHashSet<>(gone));
    moved.clear();
    entered.clear();
    gone.clear();
    return news;
  }

  boolean takeConfigChanged() {
    boolean was = configChanged;
    configChanged = false;
    return was;
  }

  private void put(TrackState track) {
    if (track.place().position() == null || track.isCanary()) {
      return;
    }
    TrackState old = tracks.put(track.serial(), track);
    serialOfName.put(track.name(), track.serial());
    if (old == null && track.domain() == Domain.AIR) {
      aircraft++;
    }
    gone.remove(track.serial());
    if (old == null || isKnownBetter(old, track)) {
      entered.add(track.serial());
      moved.remove(track.serial());
    } else if (!entered.contains(track.serial())) {
      moved.add(track.serial());
    }
  }

  private static boolean isKnownBetter(TrackState old, TrackState now) {
    return old.identity() != now.identity()
        || old.contacts().size() != now.contacts().size()
        || !java.util.Objects.equals(old.standing().plan(), now.standing().plan())
        || !java.util.Objects.equals(old.flight(), now.flight())
        || !java.util.Objects.equals(old.place().source(), now.place().source());
  }

  private void remove(Change.TrackGone change) {
    TrackState old = tracks.remove(change.serial());
    if (old != null) {
      aircraft -= old.domain() == Domain.AIR ? 1 : 0;
      serialOfName.remove(change.name(), change.serial());
      moved.remove(change.serial());
      entered.remove(change.serial());
      gone.add(change.serial());
    }
  }

  private void put(Alert alert) {
    if (alert.finding().isCanary()) {
      putCanary(alert);
      return;
    }
    alerts.put(alert.id(), alert);
    String lineage = alert.finding().subject().lineage();
    if (isRinging(alert)) {
      alertedTracks.add(lineage);
    } else if (alerts.values().stream().noneMatch(other -> isRingingOf(other, lineage))) {
      alertedTracks.remove(lineage);
    }
    Long serial = serialOfName.get(lineage);
    if (serial != null && !entered.contains(serial)) {
      moved.add(serial);
    }
    forgetOldClosed();
  }

  private void putCanary(Alert alert) {
    if (alert.isOpen()) {
      canaries.put(alert.id(), alert);
    } else {
      canaries.remove(alert.id());
    }
  }

  private static boolean isRinging(Alert alert) {
    return alert.isOpen() && alert.priority().rings();
  }

  private static boolean isRingingOf(Alert alert, String lineage) {
    return isRinging(alert) && alert.finding().subject().lineage().equals(lineage);
  }

  private void forgetOldClosed() {
    if (alerts.size() > CLOSED_KEPT) {
      var each = alerts.values().iterator();
      while (each.hasNext() && alerts.size() > CLOSED_KEPT) {
        if (!each.next().isOpen()) {
          each.remove();
        }
      }
    }
  }

  private <T> T noted(T value) {
    configChanged = true;
    return value;
  }
}
