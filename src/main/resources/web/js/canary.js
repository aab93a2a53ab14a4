/** The canary: whether a line becomes an alert on the page, as was proved last, and what this page has seen of it. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {post} from './api.js';
import {plain} from './format.js';
import {say, t, tn} from './i18n.js';
import {belize, belizeDate, millis, span, zulu} from './time.js';

const SHOWN_MILLIS = 60_000;
const STALE_MILLIS = 26 * 3_600_000;

/** What is told of it in the strip and on the System screen. */
export class CanaryView {
  constructor(app) {
    this.app = app;
    this.seenAt = NaN;
    this.cried = null;
  }

  /** How the watch says that it stands; null before it has said so. */
  get state() {
    return this.app.live.canary;
  }

  /** The canary's alert has come over the websocket. */
  came() {
    this.seenAt = Date.now();
    this.app.refresh('strip', 'system');
  }

  /** A heartbeat has come: one that failed is cried out once. */
  heard() {
    const {state} = this;
    if (state?.state !== 'failed' || this.cried === state.at) return;
    this.cried = state.at;
    this.app.sound.once('alarm', Date.now());
    this.app.spoken = this.failure();
    this.app.toast(this.failure(), 'bad');
    this.app.refresh('spoken');
  }

  /** The alert that is drawn now, as the next heartbeat's answer says it: read from the page, not from memory. */
  drawn() {
    return document.querySelector('#strip .chip.canary[data-alert]')?.dataset.alert;
  }

  failure() {
    const {at, reached} = this.state;
    return t('canary.failed', {at: belize(millis(at)), far: t('canary.reached.' + reached)});
  }

  chip() {
    const {state} = this;
    if (state?.state === 'failed') return html`<button class="chip bad canary-failed" title=${this.failure()} @click=${() => this.app.go('system')}>⚠ ${this.failure()}</button>`;
    const alert = this.app.live.alerts.canary;
    if (!alert || Date.now() - this.seenAt > SHOWN_MILLIS) return nothing;
    return html`<button class="chip canary" data-alert=${alert.id} title=${t('canary.chipTitle')} @click=${() => this.app.go('system')}>✓ ${t('canary.chip')}</button>`;
  }

  section() {
    const {state, app} = this;
    if (!state) return nothing;
    const running = state.state === 'running';
    return html`<section class="wide canary-part"><h2>${t('canary.title')}</h2>
      <p class="canary-word ${this.tone()}">${this.words()}</p>
      <p><small>${t('canary.about')}</small></p>
      ${state.nextAt ? html`<p><small>${t('canary.next', {at: belize(millis(state.nextAt), false), zulu: zulu(millis(state.nextAt), false)})}</small></p>` : html`<p><small>${t('canary.never')}</small></p>`}
      ${app.may('prove') ? html`<p class="acts"><button class="act send-canary" ?disabled=${running} @click=${() => this.send()}>${t(running ? 'canary.running' : 'canary.send')}</button></p>` : nothing}</section>`;
  }

  tone() {
    const {state} = this.state;
    return state === 'failed' ? 'bad' : state === 'alive' && !this.isStale() ? 'good' : 'warn';
  }

  isStale() {
    return this.app.live.clock.server(Date.now()) - millis(this.state.provedAt) > STALE_MILLIS;
  }

  /** "Last proved alive 02:00, 0.4 s". */
  words() {
    const {state, at, seconds, reached, pages, provedAt} = this.state;
    if (state === 'unproved') return t('canary.unproved');
    if (state === 'running') return t('canary.onItsWay', {far: t('canary.reached.' + reached)});
    if (state === 'failed') return provedAt ? this.failure() + '. ' + t('canary.lastAlive', this.when(provedAt)) : this.failure();
    const shown = reached === 'page' ? tn('canary.pages', pages) : t('canary.noPage');
    return t('canary.alive', {...this.when(at), seconds: plain(seconds, 1), shown});
  }

  when(at) {
    const ms = millis(at);
    return {at: belize(ms, false), date: belizeDate(ms), zulu: zulu(ms, false), ago: say(span(this.app.live.clock.server(Date.now()) - ms))};
  }

  async send() {
    try {
      await post('/api/canary', {});
    } catch (problem) {
      this.app.toast(problem.message, 'bad');
    }
  }
}
