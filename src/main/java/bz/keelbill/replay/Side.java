package bz.keelbill.replay;

import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.record.Recorded;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One of the two watches of a back-test, and what it raised. One thread at a time; {@link #alerts}
 * is for any.
 */
final class Side {
  private final ReplayScript script;
  private final Consumer<Watch> lastWord;
  private final Consumer<Change.AlertChanged> out;
  private final Watch watch;
  private final Map<String, Raised> raised = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private Side led;
  private boolean isChanged;
  private boolean hasBegun;
  private volatile int alerts;

  /**
   * Begins.
   *
   * @param lastWord changes fences and rules once more, whenever others were put in force
   * @param out takes what becomes of alerts
   */
  Side(Start start, Consumer<Watch> lastWord, Consumer<Change.AlertChanged> out) {
    this.script = start.script();
    this.lastWord = lastWord;
    this.out = out;
    watch = start.newWatch(this::changed);
    watch.setTelling(false);
    if (!start.remembers()) {
      speakLast();
    }
  }

  /** One who remembers is the live watch until the period begins, and is changed only then. */
  private void speakLast() {
    isChanged = true;
    lastWord.accept(watch);
  }

  /**
   * From now on another hears through this one: only the fences of its watch are others. Before
   * either has heard anything.
   */
  void lead(Side other) {
    watch.lead(other.watch);
    led = other;
  }

  /** Takes a part of the sequence. */
  void hear(List<Heard> part) {
    part.forEach(this::hear);
  }

  /** What it raised, by id, in the order of raising. */
  Map<String, Raised> raised() {
    return raised;
  }

  /** How many it has raised so far. */
  int alerts() {
    return alerts;
  }

  /** Detectors that failed, a sentence each. */
  List<String> failures() {
    return failures;
  }

  private void hear(Heard heard) {
    beginInTime(heard.entry().atMillis());
    switch (heard.entry().kind()) {
      case LINE -> heard.reports().forEach(watch::apply);
      case TICK -> watch.tick(((Recorded.OfTick) heard.entry()).tickMillis());
      case ORDER -> obey(((Recorded.OfOrder) heard.entry()).order());
    }
  }

  private void beginInTime(long atMillis) {
    if (!hasBegun && atMillis >= script.period().fromMillis()) {
      hasBegun = true;
      watch.setCatchingUp(false);
      if (!isChanged) {
        speakLast();
      }
    }
    if (led != null) {
      led.beginInTime(atMillis);
    }
  }

  private void obey(Order order) {
    boolean applied = Playback.applyIfPossible(order, watch, script::isWanted);
    if (applied && isChanged && Proposal.isOfFencesOrRules(order)) {
      lastWord.accept(watch);
    }
    // After it, so that rules for both are known to be the same.
    if (led != null && isForEach(order)) {
      led.obey(order);
    }
  }

  /** What is told of craft and lists, one watch takes for both. */
  private static boolean isForEach(Order order) {
    return Proposal.isOfFencesOrRules(order) || ReplayScript.isOfAlerts(order);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      if (hasBegun) {
        out.accept(changed);
        count(changed);
      }
    } else if (change instanceof Change.DetectorFailed failed) {
      failures.add("detector " + failed.detector() + " failed on " + failed.track());
    }
  }

  private void count(Change.AlertChanged changed) {
    if (changed.what() == What.RAISED || changed.what() == What.ROSE) {
      Raised known = raised.get(changed.alert().id());
      raised.put(
          changed.alert().id(),
          known == null ? Raised.first(changed.alert()) : known.again(changed.alert()));
      alerts = raised.size();
    }
  }
}
