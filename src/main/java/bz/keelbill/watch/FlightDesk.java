package bz.keelbill.watch;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.detect.PlanLook;
import bz.keelbill.plan.Aerodromes;
import bz.keelbill.plan.PlanBook;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where flight plans and clearances come in: aircraft and alerts that one explains say so at once.
 */
final class FlightDesk {
  private final Watch watch;
  private final PlanBook plans;

  FlightDesk(Watch watch, Aerodromes aerodromes) {
    this.watch = watch;
    this.plans = new PlanBook(aerodromes);
  }

  PlanBook plans() {
    return plans;
  }

  /** Takes a message of a feed; its time counts up to a latest one. */
  void take(PlanMessage message, long latestMillis) {
    if (plans.apply(message) != null) {
      explainAlerts(Math.min(message.origin().eventAtMillis(), latestMillis));
    }
  }

  /** Takes what an officer tells. */
  void tell(List<PlanMessage> messages, Order.Act act) {
    messages.forEach(plans::apply);
    changed(act.atMillis());
  }

  /** Takes a plan back. */
  void withdraw(String planId, Order.Act act) {
    plans.withdraw(planId, act.person(), act.atMillis());
    changed(act.atMillis());
  }

  /** Ten seconds apart for each aircraft, in the same order: so a replay claims alike. */
  void claim(Track track) {
    if (track.domain() == Domain.AIR) {
      watch.scene().setNow(watch.timeMillis());
      plans.claim(track.name(), PlanLook.of(track, watch.scene()), watch.timeMillis());
    }
  }

  /** Which plan each aircraft in sight was last matched with. */
  Map<String, PlanMatch> matches() {
    Map<String, PlanMatch> matches = new LinkedHashMap<>();
    for (Track track : watch.picture().tracks()) {
      PlanMatch match = watch.watched(track).planMatch();
      if (match != null) {
        matches.put(track.name(), match);
      }
    }
    return matches;
  }

  private void changed(long atMillis) {
    explainAlerts(atMillis);
    long now = Math.max(watch.timeMillis(), atMillis);
    for (Track track : watch.picture().tracks()) {
      Watched subject = watch.watched(track);
      if (track.domain() == Domain.AIR && subject.judgePlanAnew(now)) {
        watch.tell(subject, now);
      }
    }
  }

  /** An alert about an aircraft that nobody had told us of is over as soon as somebody has. */
  private void explainAlerts(long atMillis) {
    if (watch.isCatchingUp()) {
      return;
    }
    watch.scene().setNow(Math.max(watch.timeMillis(), atMillis));
    explain(watch.alerts());
    if (watch.follower() != null) {
      explain(watch.follower().alerts());
    }
  }

  private void explain(AlertBook book) {
    for (Alert alert : thatPlansEnd(book)) {
      Track track = watch.picture().named(alert.finding().subject().lineage());
      PlanMatch match = track == null ? null : PlanLook.of(track, watch.scene());
      if (match != null && !match.isByTimeAndPlace() && PlanLook.explains(match, track)) {
        book.explained(alert.id(), match.plan().name());
      }
    }
  }

  /** Those that a plan may end; to explain one changes the book. */
  private static List<Alert> thatPlansEnd(AlertBook book) {
    List<Alert> ending = new ArrayList<>();
    for (Alert alert : book.open()) {
      if (PlanLook.ends(alert.finding().kind())) {
        ending.add(alert);
      }
    }
    return ending;
  }
}
