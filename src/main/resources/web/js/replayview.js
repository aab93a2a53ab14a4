/** The analyst's screen: which periods are recorded, and the controls of the replay that runs on the map. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get} from './api.js';
import {bytes, grouped} from './format.js';
import {Investigation} from './investigate.js';
import {t} from './i18n.js';
import {belize, fromLocalField, millis, toLocalField} from './time.js';
import {speedChoices, SPEEDS} from './speeds.js';
import {Timeline} from './timeline.js';

const HOUR = 3_600_000;
const LOCAL_PATTERN = '\\d{4}-\\d\\d-\\d\\d[ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';

/** State and acts of the screen. */
export class ReplayView {
  constructor(app, side, timeline, banner) {
    this.app = app;
    this.side = side;
    this.timeline = new Timeline(this, timeline, banner);
    this.recordings = null;
    this.speed = 10;
    this.today = false;
    this.typed = false;
    this.message = null;
    this.tab = 'replay';
    this.search = new Investigation(app);
  }

  /** Goes to the replay's controls or to the questions to the record. */
  show(tab) {
    this.tab = tab;
    if (this.search.picking) this.search.pick();
    this.app.foundLayer.layer.setVisible(tab === 'search');
    this.app.refresh('replay');
  }

  /** Fetches what is recorded and proposes the last hour of it, unless somebody has begun to say which period. */
  async load() {
    try {
      const {body} = await get('/api/recordings');
      this.recordings = (body.items ?? []).sort((a, b) => (a.day < b.day ? 1 : -1));
      const newest = this.recordings.find((day) => day.from);
      if (newest && !this.from && !this.typed) this.propose(newest);
      this.search.propose(newest);
    } catch (problem) {
      this.message = problem.message;
    }
    this.app.refresh('replay');
  }

  propose(recording) {
    const to = millis(recording.to);
    this.to = to;
    this.from = Math.max(millis(recording.from), to - HOUR);
    // At once: what is typed before the next drawing would be written over by it.
    this.drawSide();
    this.app.refresh('replay');
  }

  draw() {
    this.drawSide();
    this.timeline.draw();
  }

  drawSide() {
    const {app} = this;
    this.side.classList.toggle('searching', this.tab === 'search');
    render(html`
      <header class="side-head"><span class="tabs small">
        ${['replay', 'search'].map((tab) => html`<button class="tab" aria-current=${this.tab === tab} @click=${() => this.show(tab)}>${t('replay.tab.' + tab)}</button>`)}</span>
        ${app.replay ? html`<button class="act small" @click=${() => app.endReplay()}>${t('replay.end')}</button>` : nothing}</header>
      ${this.tab === 'search' ? this.search.draw() : this.controls()}`, this.side);
  }

  controls() {
    const {app} = this;
    return html`<form class="editor" @submit=${(e) => this.begin(e)}>
        <label>${t('replay.from')}<input class="mono" placeholder="2026-11-23 05:30:00" pattern=${LOCAL_PATTERN} .value=${this.from ? toLocalField(this.from) : ''} required
          @input=${() => { this.typed = true; }} @change=${(e) => this.set('from', e.target.value)}></label>
        <label>${t('replay.to')}<input class="mono" placeholder="2026-11-23 06:30:00" pattern=${LOCAL_PATTERN} .value=${this.to ? toLocalField(this.to) : ''} required
          @input=${() => { this.typed = true; }} @change=${(e) => this.set('to', e.target.value)}></label>
        <div class="pair"><label>${t('replay.speed')}<select name="speed" @change=${(e) => this.setSpeed(Number(e.target.value))}>
          ${speedChoices(this.speed)}</select></label>
          <button class="act primary" ?disabled=${this.starting || !(this.from < this.to)}>${t(app.replay ? 'replay.restart' : 'replay.start')}</button></div>
        <label class="check"><input type="checkbox" name="today" .checked=${this.today} @change=${(e) => { this.today = e.target.checked; }}>${t('replay.today')}</label>
        <p class="small">${t('replay.hint')}</p>
        ${this.message ? html`<p class="message bad" role="alert">${this.message}</p>` : nothing}
        ${(app.replay?.session.replay.problems ?? []).map((problem) => html`<p class="message bad">${problem}</p>`)}
      </form>
      <h3 class="list-title">${t('replay.recordings')}</h3>
      <div class="scroll">${this.recordingList()}</div>`;
  }

  recordingList() {
    if (!this.recordings) return html`<p class="empty">${t('loading')}</p>`;
    if (!this.recordings.length) return html`<p class="empty">${t('replay.none')}</p>`;
    return html`<ul class="rows">${this.recordings.map((r) => r.from ? this.recordingRow(r) : html`<li><p class="row">
      <span class="row-name"><b>${r.day}</b></span><small>${t('replay.unreadable')}</small></p></li>`)}</ul>`;
  }

  recordingRow(r) {
    return html`<li><button class="row" @click=${() => this.propose(r)}>
      <span class="row-name"><b>${r.day}</b></span><small>${belize(millis(r.from), false)}–${belize(millis(r.to), false)} BZ</small>
      <small>${grouped(r.lines)} ${t('replay.lines')}</small><small>${bytes(r.bytes)}</small></button></li>`;
  }

  set(end, text) {
    this[end] = fromLocalField(text);
    this.app.refresh('replay');
  }

  setSpeed(speed) {
    this.speed = speed;
    if (this.app.replay) this.steer({speed});
    this.app.refresh('replay');
  }

  async begin(event) {
    event.preventDefault();
    this.starting = true;
    this.message = null;
    try {
      await this.app.startReplay(new Date(this.from).toISOString(), new Date(this.to).toISOString(), this.speed, this.today ? {rules: 'today'} : {});
      await this.timeline.load();
    } catch (problem) {
      this.message = problem.message;
    }
    this.starting = false;
    this.app.refresh('replay');
  }

  async steer(change) {
    try {
      await this.app.steerReplay(change);
    } catch (problem) {
      this.message = problem.message;
    }
  }

  togglePlay() {
    const replay = this.app.replay?.session.replay;
    if (!replay) return;
    if (replay.state === 'ended') this.steer({at: replay.from, state: 'playing'});
    else this.steer({state: replay.state === 'playing' ? 'paused' : 'playing'});
  }

  /** Steps through the speeds. */
  faster(step) {
    const replay = this.app.replay?.session.replay;
    const at = SPEEDS.findIndex((s) => s >= (replay?.speed ?? this.speed));
    this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + step))]);
  }

  /** Goes to a moment of the period. */
  seek(atMillis) {
    const {from, to} = this.app.replay.session.replay;
    return this.steer({at: new Date(Math.max(millis(from), Math.min(millis(to), atMillis))).toISOString()});
  }

  /** Jumps by seconds of recorded time. */
  /** Time stands, and goes on by one second: every sweep and every report by itself. */
  async step() {
    if (this.app.replay?.session.replay.state === 'playing') await this.steer({state: 'paused'});
    this.jump(1);
  }

  jump(seconds) {
    const replay = this.app.replay?.session.replay;
    if (!replay) return;
    this.seek(this.app.now() + seconds * 1000);
  }
}
