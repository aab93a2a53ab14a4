/** What keys and buttons do with alerts. Mixed into App by main. */

import {can, canClose, isShelved, isUnacknowledged, needsEvidence} from './alerts.js';
import {ask, Problem, segment} from './api.js';
import {goTo} from './chart.js';
import {askVerdict} from './closing.js';
import {latitudeOf, longitudeOf} from './geometry.js';
import {t} from './i18n.js';
import {askShelf, askWhom} from './tending.js';
import {millis} from './time.js';

/** An alert that has risen is to be looked at again. */
const seenKey = (alert) => alert.id + ' ' + alert.priority;
let keys = 0;

/** Names one act, so that the watch does not do it twice when it is sent again. */
const newKey = () => Date.now().toString(36) + '-' + Math.random().toString(36).slice(2) + '-' + ++keys;

export const alertActs = {
  toggleAlert(id) {
    if (this.openAlertId === id) {
      this.openAlert(null);
      return;
    }
    this.openAlert(id);
  },

  /** Jumps to an alert's place and draws its evidence. The only way an alert moves the map is that somebody asked. */
  async showAlert(id) {
    const alert = this.shown.alerts.byId.get(id);
    if (!alert) return;
    if (this.screen !== 'watch' && this.screen !== 'replay') this.go('watch');
    this.openAlert(id);
    this.evidenceSeen.add(seenKey(alert));
    this.rememberView();
    if (alert.position) goTo(this.map, alert.position.lon, alert.position.lat, 10.5);
    this.fenceLayer.highlight(alert.fence ?? null);
    this.selectFirst(alert);
    this.evidence.show(alert, this.knownPoints(alert));
    this.scene.evidenceUntil = new Map(this.slotsOf(alert).map((slot) => [this.shown.tracks.rows[slot].id, millis(alert.time)]));
    this.layer.redraw();
    if (this.shown === this.live) await this.fetchEvidence(alert);
    this.refresh('alerts');
  },

  dropEvidence() {
    this.evidence.clear();
    this.scene.evidenceUntil = new Map();
    this.fenceLayer.highlight(null);
    this.layer.redraw();
    this.refresh('alerts');
  },

  slotsOf(alert) {
    return (alert.tracks ?? []).map((name) => this.shown.tracks.findContact(name)).filter((slot) => slot >= 0);
  },

  selectFirst(alert) {
    const [slot] = this.slotsOf(alert);
    if (slot !== undefined) this.select(this.shown.tracks.rows[slot].id);
  },

  knownPoints(alert) {
    return (alert.tracks ?? []).map((name) => {
      const slot = this.shown.tracks.findContact(name);
      const trail = slot >= 0 ? this.shown.trails.byId.get(this.shown.tracks.rows[slot].id) : null;
      return trail ? trail.at.map((at, i) => [longitudeOf(trail.x[i]), latitudeOf(trail.y[i]), at]) : [];
    });
  },

  async fetchEvidence(alert) {
    const ids = new Set((alert.tracks ?? []).map((name) => {
      const slot = this.live.tracks.findContact(name);
      return slot >= 0 ? this.live.tracks.rows[slot].id : name;
    }));
    const answers = await Promise.allSettled([...ids].map((id) => this.points(id, 180)));
    const points = answers.filter((a) => a.value?.length).map((a) => a.value);
    if (points.length && this.evidence.alertId === alert.id) this.evidence.show(alert, points);
  },

  showNext(step) {
    const alert = this.nextUnacknowledged(step);
    if (!alert) return;
    if (this.screen !== 'watch') this.go('watch');
    this.alertView.tab = 'open';
    this.alertView.release();
    this.showAlert(alert.id);
    requestAnimationFrame(() => document.querySelector('.alert.open')?.scrollIntoView({block: 'nearest'}));
  },

  showPriority(priority) {
    const first = this.live.alerts.open(this.now()).find((a) => a.priority === priority);
    if (this.screen !== 'watch') this.go('watch');
    this.alertView.show('open');
    if (!first) return;
    this.openAlert(first.id);
    requestAnimationFrame(() => document.querySelector('.alert.open')?.scrollIntoView({block: 'nearest'}));
  },

  showOpen() {
    if (this.openAlertId) this.showAlert(this.openAlertId);
  },

  /** Whether its evidence has been on the map here, where that is asked for. */
  hasSeen(alert) {
    return !needsEvidence(alert) || this.evidenceSeen.has(seenKey(alert));
  },

  /** Does something with an alert; the result arrives for every browser through the websocket. Says whether it was done. */
  async tend(id, act, body) {
    if (this.linkState() === 'lost' || this.sent.get(id) === 'sent') return false;
    this.sent.set(id, 'sent');
    this.refresh('alerts');
    let done = true;
    try {
      await this.send(id, act, body);
      this.sent.delete(id);
    } catch (problem) {
      done = false;
      this.sent.set(id, problem.message);
      this.toast(t('alert.notDone', {act: t('tend.' + act), why: problem.message}), 'bad');
    }
    this.refresh('alerts');
    return done;
  },

  /** Sends an act; once more, under the same key, if there was no answer at all. */
  async send(id, act, body) {
    const path = '/api/alerts/' + segment(id) + '/' + act;
    const headers = {'Idempotency-Key': newKey()};
    try {
      return await ask('POST', path, body, headers);
    } catch (problem) {
      if (problem instanceof Problem) throw problem;
      return ask('POST', path, body, headers);
    }
  },

  /** `A`: acknowledges the alert that is open; with none open, or its evidence not seen, it is shown first. */
  async acknowledgeOpen(andMine = false) {
    const open = this.openOnes('ack');
    if (!open) this.showNext(1);
    else if (!this.hasSeen(open)) this.showAlert(open.id);
    else if (await this.tend(open.id, 'ack') && andMine) await this.tend(open.id, 'assign', {to: this.myName()});
  },

  /** Acknowledges several of one priority, one after the other. */
  async acknowledgeAll(alerts) {
    for (const alert of alerts) await this.tend(alert.id, 'ack');
  },

  myName() {
    return this.door?.officer?.name ?? this.live.welcome?.officer?.name ?? '';
  },

  /** The open alert, if that can be done with it from here. */
  openOnes(act) {
    const open = this.openAlertId ? this.live.alerts.byId.get(this.openAlertId) : null;
    return open && can(act, open) && this.shown === this.live && this.mayTend() ? open : null;
  },

  /** Whether whoever is signed in may do something with alerts. */
  mayTend() {
    return this.may('act');
  },

  silenceOpen() {
    const open = this.openOnes('silence');
    if (open) this.tend(open.id, 'silence');
  },

  shelveOpen() {
    const open = this.openOnes('shelve');
    if (open && this.linkState() !== 'lost') askShelf(this, open);
  },

  escalateOpen() {
    const open = this.openOnes('escalate');
    if (open) this.tend(open.id, 'escalate').then((done) => done && this.toast(t('tend.escalated'), 'good'));
  },

  assignAlert(alert) {
    askWhom(this, alert);
  },

  closeAlert(alert) {
    askVerdict(this, alert);
  },

  /** `D`: closes the alert that is open, or asks what a closed one was. */
  closeOpen() {
    const open = this.openAlertId ? this.live.alerts.byId.get(this.openAlertId) : null;
    if (open && canClose(open) && this.linkState() !== 'lost' && this.shown === this.live) this.closeAlert(open);
  },

  /** Makes this browser the second console, which hears only what nobody answered at the first; or the first again. */
  toggleConsole() {
    this.isSecondConsole = !this.isSecondConsole;
    this.storage.setItem('keelbill.console', this.isSecondConsole ? 'second' : 'first');
    this.sound.hear(this.live.alerts.ringing(this.isSecondConsole), []);
    this.refresh('strip', 'system');
  },

  showShelved() {
    if (this.screen !== 'watch') this.go('watch');
    this.alertView.show('shelved');
  },

  /** Those of a priority that wait, where they may be acknowledged together. */
  waitingOf(priority) {
    return [...this.live.alerts.byId.values()].filter((a) => a.priority === priority && isUnacknowledged(a) && !isShelved(a));
  },
};
