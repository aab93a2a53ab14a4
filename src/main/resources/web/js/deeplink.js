/** The address of what is seen: screen, place, selection, filters and, in a replay, the moment. Whoever opens it sees the same. */

import {fromPoint} from './chart.js';
import {latitudeOf, longitudeOf} from './geometry.js';
import {t} from './i18n.js';
import {millis} from './time.js';

/** Writes the page's address and reads the one it was opened with. */
export class DeepLink {
  constructor(app) {
    this.app = app;
    this.wanted = null;
    this.written = null;
  }

  /** The part of the address after the page's own. */
  text() {
    const {app} = this;
    const [x, y] = app.map.getView().getCenter();
    const words = new URLSearchParams();
    words.set('c', latitudeOf(y).toFixed(6) + ',' + longitudeOf(x).toFixed(6));
    words.set('z', app.map.getView().getZoom().toFixed(4));
    if (app.filters.off.size) words.set('off', [...app.filters.off].sort().join(','));
    if (app.selectedId) words.set('sel', app.selectedId);
    if (app.openAlertId) words.set('alert', app.openAlertId);
    const replay = app.screen === 'replay' ? app.replay?.session.replay : null;
    if (replay) {
      for (const name of ['from', 'to', 'speed']) words.set(name, replay[name]);
      words.set('at', new Date(app.now()).toISOString());
      if (app.replay.rules) words.set('rules', app.replay.rules);
    }
    return '#' + app.screen + '?' + words.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  }

  /** Lets the address say what is seen; a screen of its own is a step for the browser's "back". */
  write(isStep = false) {
    if (this.wanted || !this.app.map) return;
    const text = this.text();
    if (text === this.written) return;
    this.written = text;
    if (isStep) history.pushState(null, '', text);
    else history.replaceState(null, '', text);
  }

  /** Goes to what an address says; what needs the picture waits for it. */
  read(hash) {
    if (hash === this.written || hash.length < 2) return;
    const [screen, query = ''] = hash.slice(1).split('?');
    const words = new URLSearchParams(query);
    this.wanted = words;
    this.look(words);
    this.app.go(screen);
    if (this.app.live.link.caughtUp) this.arrived();
  }

  look(words) {
    const {app} = this;
    const [latitude, longitude] = (words.get('c') ?? '').split(',').map(Number);
    const zoom = Number(words.get('z'));
    if (words.has('c') && Number.isFinite(latitude) && Number.isFinite(longitude) && zoom > 0) {
      app.viewGiven = true;
      app.map.getView().setCenter(fromPoint(longitude, latitude));
      app.map.getView().setZoom(zoom);
    }
    if (words.has('c')) app.filters.set((words.get('off') ?? '').split(',').filter(Boolean));
  }

  /** The picture is here: the replay can be begun, and what is selected can be shown. */
  async arrived() {
    const words = this.wanted;
    if (!words) return;
    if (words.has('from')) await this.replay(words);
    this.wanted = null;
    if (words.get('sel')) this.app.select(words.get('sel'));
    if (words.get('alert')) this.app.openAlert(words.get('alert'));
  }

  /** Begins the replay and lets it stand at its moment. */
  async replay(words) {
    const {app} = this;
    const [from, to, speed] = [words.get('from'), words.get('to'), Number(words.get('speed') ?? 10)];
    try {
      await app.startReplay(from, to, speed, words.get('rules') === 'today' ? {rules: 'today'} : {});
      await app.steerReplay({state: 'paused'});
      if (words.has('at')) await app.steerReplay({at: words.get('at')});
      Object.assign(app.replayView, {from: millis(from), to: millis(to), speed});
      await app.replayView.timeline.load();
    } catch (problem) {
      app.toast(problem.message, 'bad');
    }
  }

  /** Puts the address of what is seen on the clipboard. */
  async copy() {
    const address = location.origin + '/' + this.text();
    try {
      await navigator.clipboard.writeText(address);
      this.app.toast(t('link.copied'), 'good');
    } catch {
      this.app.toast(address);
    }
  }
}
