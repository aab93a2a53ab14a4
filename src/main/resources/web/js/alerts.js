/** The alerts as the watch holds them. The page shows states, it never makes them. */

import {millis} from './time.js';

export const PRIORITIES = ['emergency', 'alarm', 'warning', 'caution'];
const FLOOD = 10;
export const MARK = {emergency: '⬢', alarm: '▲', warning: '◆', caution: '○'};

/** 0 for emergency to 3 for caution; an unknown word is treated as a warning. */
export const rankOf = (priority) => {
  const rank = PRIORITIES.indexOf(priority);
  return rank < 0 ? 2 : rank;
};

export const isOpen = (alert) => alert.state !== 'closed';
export const isShelved = (alert) => alert.state === 'shelved';

/** Open and not laid aside. */
export const isOnDesk = (alert) => isOpen(alert) && !isShelved(alert);
const isGiven = (alert) => alert.state === 'responsibility-transferred' && !alert.assigned?.acceptedAt;
const isTaken = (alert) => alert.state === 'responsibility-transferred' && Boolean(alert.assigned?.acceptedAt);

/** Whether it still asks for somebody, be it silent for the moment. */
export const isUnacknowledged = (alert) => alert.state.endsWith('-unacknowledged') || alert.state === 'active-silenced';
export const rings = (alert) => rankOf(alert.priority) < 3;

/** What can be done with an alert in its state; the watch has the last word. */
const POSSIBLE = {
  ack: (a) => isUnacknowledged(a) || isGiven(a),
  silence: (a) => a.state === 'active-unacknowledged' && rings(a),
  assign: (a) => a.state.startsWith('active-') || a.state === 'responsibility-transferred',
  accept: isGiven,
  shelve: (a) => a.state.startsWith('active-') && a.priority !== 'emergency',
  unshelve: isShelved,
  escalate: (a) => (a.state.startsWith('active-') || a.state === 'responsibility-transferred') && rings(a),
  comment: isOpen,
  close: (a) => a.state === 'active-acknowledged' || isTaken(a) || (a.state === 'closed' && !a.verdict),
};

/** Whether an act of `/api/alerts/{id}/…` is possible. */
export const can = (act, alert) => POSSIBLE[act](alert);
export const canAcknowledge = POSSIBLE.ack;
export const canClose = POSSIBLE.close;

/** Alarms and emergencies are acknowledged one by one, and only by whoever has seen their evidence. */
export const needsEvidence = (alert) => rankOf(alert.priority) < 2;

/** Whether a change makes an alert news again: back from a silence, a shelf or somebody who had it. */
export const isBack = (before, now) => now.state === 'active-unacknowledged'
  && ['active-silenced', 'active-acknowledged', 'shelved', 'responsibility-transferred'].includes(before.state);

/** The steps that were taken with an alert since it was last told, because nobody answered. */
export function newSteps(before, now) {
  const known = new Set((before?.escalations ?? []).map((e) => e.step + e.at));
  return (now.escalations ?? []).filter((e) => !known.has(e.step + e.at)).map((e) => e.step);
}

/** Minutes left to act at a time, or NaN when the watch did not say. */
export function minutesLeft(alert, nowMillis) {
  if (alert.minutesToAct === null || alert.minutesToAct === undefined) return NaN;
  return alert.minutesToAct - (nowMillis - millis(alert.time)) / 60_000;
}

/** Priority first, unacknowledged first, fewest minutes left, then the newest. */
export function byUrgency(nowMillis) {
  return (a, b) =>
    rankOf(a.priority) - rankOf(b.priority)
    || Number(isUnacknowledged(b)) - Number(isUnacknowledged(a))
    || last(minutesLeft(a, nowMillis)) - last(minutesLeft(b, nowMillis))
    || millis(b.time) - millis(a.time)
    || (a.id < b.id ? -1 : 1);
}

const last = (minutes) => (Number.isFinite(minutes) ? minutes : 1e6);

/** All alerts by id, with the number of the last message of their channel. */
export class AlertList {
  constructor() {
    this.byId = new Map();
    this.canary = null;
    this.seq = 0;
    this.version = 0;
  }

  /** Takes a whole snapshot; returns the alerts that were not known before. */
  replace(items, seq) {
    const fresh = items.filter((alert) => !this.byId.has(alert.id));
    this.byId = new Map(items.map((alert) => [alert.id, alert]));
    this.seq = seq;
    this.version++;
    return fresh;
  }

  /** `applied`, `old` for one already had, `hole` when one between is missing, or `canary` for one that is nobody's work. */
  apply(alert, seq) {
    if (seq <= this.seq) return 'old';
    if (seq !== this.seq + 1) return 'hole';
    this.seq = seq;
    if (alert.canary) {
      if (isOpen(alert)) this.canary = alert;
      return 'canary';
    }
    this.byId.set(alert.id, alert);
    this.version++;
    return 'applied';
  }

  /** Alerts on the desk, the most urgent first. */
  open(nowMillis) {
    return [...this.byId.values()].filter(isOnDesk).sort(byUrgency(nowMillis));
  }

  /** What is laid aside, the first to come back first. */
  shelved() {
    return [...this.byId.values()].filter(isShelved).sort((a, b) => millis(a.shelf.until) - millis(b.shelf.until));
  }

  /** How many that ring were raised within so many minutes before a time. */
  raisedWithin(minutes, nowMillis) {
    let count = 0;
    for (const alert of this.byId.values()) {
      const at = millis(alert.raisedAt ?? alert.onset ?? alert.time);
      if (rings(alert) && nowMillis - at < minutes * 60_000) count++;
    }
    return count;
  }

  /** More than ten in ten minutes: nobody can read that. */
  isFlood(nowMillis) {
    return this.raisedWithin(10, nowMillis) > FLOOD;
  }

  /** Closed ones, the newest first. */
  closed() {
    return [...this.byId.values()].filter((a) => !isOpen(a)).sort((a, b) => millis(b.time) - millis(a.time));
  }

  /** For each priority how many are open and how many of them nobody has acknowledged. */
  counts() {
    const counts = Object.fromEntries(PRIORITIES.map((p) => [p, {open: 0, unacknowledged: 0}]));
    for (const alert of this.byId.values()) {
      if (!isOnDesk(alert)) continue;
      const count = counts[PRIORITIES[rankOf(alert.priority)]];
      count.open++;
      if (isUnacknowledged(alert)) count.unacknowledged++;
    }
    return counts;
  }

  /** Open alerts that name one of these contacts. */
  ofContacts(contacts) {
    const names = new Set(contacts);
    return [...this.byId.values()].filter((a) => isOpen(a) && (a.tracks ?? []).some((t) => names.has(t)));
  }

  /**
   * The most urgent priority that still rings: active, unacknowledged, above caution; or null. At the second console only
   * what has been passed on to it.
   */
  ringing(isSecondConsole = false) {
    let best = 3;
    for (const alert of this.byId.values()) {
      const heard = !isSecondConsole || (alert.escalations ?? []).some((e) => e.step === 'second-console');
      if (alert.state === 'active-unacknowledged' && heard) best = Math.min(best, rankOf(alert.priority));
    }
    return best < 3 ? PRIORITIES[best] : null;
  }
}
