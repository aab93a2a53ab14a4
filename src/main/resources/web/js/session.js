/** One picture with its alerts and its link: the live watch is one, a replay is another. No DOM, no sockets. */

import {AlertList, isBack, isOpen, newSteps, rankOf} from './alerts.js';
import {WatchClock} from './clock.js';
import {Link} from './link.js';
import {millis} from './time.js';
import {TrackStore} from './tracks.js';
import {Trails} from './trails.js';

const FASTEST_STEADY = 120;

/** Receives the messages of protocol keelbill.v1 and says by `changed(topic, detail)` what they changed. */
export class Session {
  constructor(nowMillis, changed) {
    this.changed = changed;
    this.tracks = new TrackStore();
    this.trails = new Trails();
    this.alerts = new AlertList();
    this.clock = new WatchClock();
    this.link = new Link(nowMillis);
    this.feeds = [];
    this.notes = [];
    this.welcome = null;
    this.firstBuild = null;
    this.delayMillis = NaN;
    this.replay = null;
    this.versions = {};
    this.missedAlerts = 0;
    this.canary = null;
    this.catchingUp = false;
    this.seen = null;
    /** How many whole pictures have come. */
    this.pictures = 0;
  }

  /** The `hello` that asks only for what was missed. */
  hello() {
    if (!this.welcome) return {type: 'hello'};
    return {type: 'hello', resume: {epoch: this.welcome.epoch, seq: this.alerts.seq}};
  }

  /** Takes one message. Returns `resume` when an alert was missed and the link must be opened anew. */
  receive(message, nowMillis) {
    switch (message.type) {
      case 'welcome': return this.onWelcome(message, nowMillis);
      case 'alerts': return this.onAlerts(message);
      case 'alert': return this.onAlert(message);
      case 'snap': return this.onSnap(message, nowMillis);
      case 'snapEnd': return this.onSnapEnd();
      case 'delta': return this.onDelta(message, nowMillis);
      case 'feeds': this.feeds = message.items ?? []; return this.changed('feeds');
      case 'config': this.versions = message; return this.changed('config');
      case 'hb': return this.onHeartbeat(message, nowMillis);
      case 'session': return this.changed('session', message.officer);
      case 'replay': return this.onReplay(message, nowMillis);
      default: return undefined; // a newer watch may say more than we understand
    }
  }

  onWelcome(message, nowMillis) {
    this.catchingUp = this.link.everCaughtUp;
    this.missedAlerts = 0;
    const serverMillis = millis(message.serverTime);
    this.link.heard(nowMillis, serverMillis);
    if (Number.isFinite(serverMillis)) this.clock.heard(serverMillis, nowMillis);
    if (!message.resumed) this.alerts.seq = message.seq;
    this.welcome = message;
    this.firstBuild ??= message.build;
    if (message.replay) this.onReplay(message.replay, nowMillis);
    this.changed('welcome');
  }

  onAlerts(message) {
    const fresh = this.alerts.replace(message.items ?? [], message.seq);
    if (this.catchingUp) this.missedAlerts += fresh.filter(isOpen).length;
    this.changed('alerts', {fresh: this.catchingUp ? fresh : []});
  }

  onAlert(message) {
    const known = this.alerts.byId.get(message.alert.id);
    const result = this.alerts.apply(message.alert, message.seq);
    if (result === 'hole') return 'resume';
    if (result === 'canary') this.changed('canary', message.alert);
    if (result !== 'applied') return undefined;
    const risen = known && rankOf(message.alert.priority) < rankOf(known.priority);
    const fresh = (!known && isOpen(message.alert)) || risen || (known && isBack(known, message.alert));
    if (this.catchingUp && !known) this.missedAlerts++;
    this.changed('alerts', {fresh: fresh ? [message.alert] : [], steps: newSteps(known, message.alert)});
    return undefined;
  }

  onSnap(message, nowMillis) {
    if (message.ch !== 'tracks') return;
    if (message.part === 1 || !this.seen) this.seen = new Set();
    for (const row of message.rows) {
      this.seen.add(row.id);
      this.put(row, nowMillis);
    }
  }

  onSnapEnd() {
    this.tracks.keepOnly(this.seen ?? new Set());
    this.seen = null;
    this.link.complete();
    this.pictures++;
    const caughtUp = this.catchingUp;
    this.catchingUp = false;
    this.changed('tracks');
    this.changed('picture');
    if (caughtUp) this.changed('caughtUp', {alerts: this.missedAlerts});
  }

  onDelta(message, nowMillis) {
    for (const row of message.enter ?? []) this.put(row, nowMillis);
    for (const move of message.up ?? []) {
      const slot = this.tracks.move(move, nowMillis);
      if (slot >= 0) this.remember(slot);
    }
    for (const tid of message.rm ?? []) {
      const row = this.tracks.remove(tid);
      if (row) this.trails.remove(row.id);
    }
    this.changed(message.enter?.length || message.rm?.length ? 'tracks' : 'moves');
  }

  put(row, nowMillis) {
    this.remember(this.tracks.put(row, nowMillis));
  }

  remember(slot) {
    const t = this.tracks;
    this.trails.add(t.rows[slot].id, t.rows[slot].domain, t.x[slot], t.y[slot], t.at[slot]);
  }

  onHeartbeat(message, nowMillis) {
    const serverMillis = millis(message.t);
    this.delayMillis = this.clock.heard(serverMillis, nowMillis);
    this.link.heard(nowMillis, serverMillis);
    this.notes = message.notes ?? [];
    this.handover = message.handover ?? null;
    this.canary = message.canary ?? null;
    this.unattendedSince = message.unattendedSince ?? null;
    if (message.replay) this.onReplay(message.replay, nowMillis);
    else if (this.replay) this.setReplayTime(millis(message.watchTime), nowMillis);
    this.changed('heartbeat');
    return (message.seqs?.alerts ?? 0) > this.alerts.seq && this.link.caughtUp ? 'behind' : undefined;
  }

  onReplay(message, nowMillis) {
    const jumped = this.replay && millis(message.at) < this.clock.watch(nowMillis) - 2_000 * (this.replay.speed ?? 1);
    this.replay = message;
    this.setReplayTime(millis(message.at), nowMillis);
    if (jumped) this.trails.clear();
    this.changed('replay');
  }

  setReplayTime(watchMillis, nowMillis) {
    if (!Number.isFinite(watchMillis)) return;
    // One that goes as fast as it can is nobody's to foretell.
    const goesOn = this.replay.state === 'playing' && this.replay.speed <= FASTEST_STEADY;
    this.clock.setReplay(watchMillis, nowMillis, goesOn ? this.replay.speed : 0);
  }
}
