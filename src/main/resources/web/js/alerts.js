/** The alerts as the watch holds them. The page shows states, it never makes them. */

import {millis} from './time.js';

export const PRIORITIES = ['emergency', 'alarm', 'warning', 'caution'];
export const MARK = {emergency: '⬢', alarm: '▲', warning: '◆', caution: '○'};

/** 0 for emergency to 3 for caution; an unknown word is treated as a warning. */
export const rankOf = (priority) => {
  const rank = PRIORITIES.indexOf(priority);
  return rank < 0 ? 2 : rank;
};

export const isOpen = (alert) => alert.state !== 'closed';
export const isUnacknowledged = (alert) => alert.state.endsWith('-unacknowledged');
export const canAcknowledge = (alert) => isUnacknowledged(alert);

/** One that somebody has, or one that is closed and that nobody has judged. */
export const canClose = (alert) => alert.state === 'active-acknowledged' || (alert.state === 'closed' && !alert.verdict);

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

  /** `applied`, `old` for one already had, or `hole` when one between is missing. */
  apply(alert, seq) {
    if (seq <= this.seq) return 'old';
    if (seq !== this.seq + 1) return 'hole';
    this.seq = seq;
    this.byId.set(alert.id, alert);
    this.version++;
    return 'applied';
  }

  /** Open alerts, the most urgent first. */
  open(nowMillis) {
    return [...this.byId.values()].filter(isOpen).sort(byUrgency(nowMillis));
  }

  /** Closed ones, the newest first. */
  closed() {
    return [...this.byId.values()].filter((a) => !isOpen(a)).sort((a, b) => millis(b.time) - millis(a.time));
  }

  /** For each priority how many are open and how many of them nobody has acknowledged. */
  counts() {
    const counts = Object.fromEntries(PRIORITIES.map((p) => [p, {open: 0, unacknowledged: 0}]));
    for (const alert of this.byId.values()) {
      if (!isOpen(alert)) continue;
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

  /** The most urgent priority that still rings: active, unacknowledged, above caution; or null. */
  ringing() {
    let best = 3;
    for (const alert of this.byId.values()) {
      if (alert.state === 'active-unacknowledged') best = Math.min(best, rankOf(alert.priority));
    }
    return best < 3 ? PRIORITIES[best] : null;
  }
}
