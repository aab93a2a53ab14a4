/** The analyst's screen: which periods are recorded, and the controls of the replay that runs on the map. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get} from './api.js';
import {dayOf} from './alertview.js';
import {bytes, grouped} from './format.js';
import {Investigation} from './investigate.js';
import {t} from './i18n.js';
import {MARK, PRIORITIES, rankOf} from './alerts.js';
import {belize, fromLocalField, millis, toLocalField, zulu} from './time.js';

/** Faster than any machine plays: as fast as it goes. */
const FASTEST = 10_000;
export const SPEEDS = [1, 2, 5, 10, 20, 30, 60, 120, FASTEST];
const HOUR = 3_600_000;
const LOCAL_PATTERN = '\\d{4}-\\d\\d-\\d\\d[ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';

/** State and acts of the screen. */
export class ReplayView {
  constructor(app, side, timeline, banner) {
    this.app = app;
    this.side = side;
    this.timeline = timeline;
    this.banner = banner;
    this.recordings = null;
    this.speed = 10;
    this.rules = 'then';
    this.loops = false;
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

  /** Fetches what is recorded and proposes the last hour of it. */
  async load() {
    try {
      const {body} = await get('/api/recordings');
      this.recordings = (body.items ?? []).sort((a, b) => (a.day < b.day ? 1 : -1));
      const newest = this.recordings[0];
      if (newest && !this.from) this.propose(newest);
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
    this.app.refresh('replay');
  }

  draw() {
    this.drawSide();
    this.drawTimeline();
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
          @change=${(e) => this.set('from', e.target.value)}></label>
        <label>${t('replay.to')}<input class="mono" placeholder="2026-11-23 06:30:00" pattern=${LOCAL_PATTERN} .value=${this.to ? toLocalField(this.to) : ''} required
          @change=${(e) => this.set('to', e.target.value)}></label>
        <label>${t('replay.rules')}<select name="rules" @change=${(e) => { this.rules = e.target.value; }}>
          ${['then', 'today'].map((r) => html`<option value=${r} ?selected=${r === this.rules}>${t('replay.rules.' + r)}</option>`)}</select></label>
        <div class="pair"><label>${t('replay.speed')}<select name="speed" @change=${(e) => this.setSpeed(Number(e.target.value))}>
          ${this.speedOptions(this.speed)}</select></label>
          <button class="act primary" ?disabled=${this.starting || !(this.from < this.to)}>${t(app.replay ? 'replay.restart' : 'replay.start')}</button></div>
        <p class="small">${t('replay.hint')}</p>
        ${this.message ? html`<p class="message bad" role="alert">${this.message}</p>` : nothing}
        ${(app.replay?.session.replay.problems ?? []).map((problem) => html`<p class="message bad">${problem}</p>`)}
      </form>
      <h3 class="list-title">${t('replay.recordings')}</h3>
      <div class="scroll">${this.recordingList()}</div>`;
  }

  speedOptions(chosen) {
    return SPEEDS.map((s) => html`<option value=${s} ?selected=${s === chosen}>${this.speedText(s)}</option>`);
  }

  speedText(speed) {
    return speed >= FASTEST ? t('replay.fastest') : speed + '×';
  }

  recordingList() {
    if (!this.recordings) return html`<p class="empty">${t('loading')}</p>`;
    if (!this.recordings.length) return html`<p class="empty">${t('replay.none')}</p>`;
    return html`<ul class="rows">${this.recordings.map((r) => html`<li><button class="row" @click=${() => this.propose(r)}>
      <span class="row-name"><b>${r.day}</b></span><small>${belize(millis(r.from), false)}–${belize(millis(r.to), false)} BZ</small>
      <small>${grouped(r.lines)} ${t('replay.lines')}</small><small>${bytes(r.bytes)}</small></button></li>`)}</ul>`;
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
      await this.app.startReplay(new Date(this.from).toISOString(), new Date(this.to).toISOString(), this.speed, this.rules);
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

  toggleLoop() {
    this.loops = !this.loops;
    this.app.refresh('replay');
  }

  /** Steps through the speeds. */
  faster(step) {
    const replay = this.app.replay?.session.replay;
    const at = SPEEDS.findIndex((s) => s >= (replay?.speed ?? this.speed));
    this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + step))]);
  }

  /** Jumps by seconds of recorded time. */
  jump(seconds) {
    const replay = this.app.replay?.session.replay;
    if (!replay) return;
    const at = Math.max(millis(replay.from), Math.min(millis(replay.to), this.app.now() + seconds * 1000));
    this.steer({at: new Date(at).toISOString()});
  }

  /** Time stands, and goes on by one second: every sweep and every report by itself. */
  async step() {
    const replay = this.app.replay?.session.replay;
    if (replay?.state === 'playing') await this.steer({state: 'paused'});
    this.jump(1);
  }

  /** Where the end is not the end: begins again, once for each end. */
  goRound(replay) {
    const isDue = this.loops && replay.state === 'ended' && this.scrubbing === undefined;
    if (isDue && !this.goingRound) {
      this.goingRound = true;
      this.steer({at: replay.from, state: 'playing'}).finally(() => { this.goingRound = false; });
    }
  }

  drawTimeline() {
    const replay = this.app.replay?.session.replay;
    this.banner.textContent = t('replay.frame') + (replay ? ' ' + this.speedText(replay.speed) : '');
    if (!replay) {
      render(html`<p class="empty">${t('replay.idle')}</p>`, this.timeline);
      return;
    }
    this.goRound(replay);
    const from = millis(replay.from);
    const to = millis(replay.to);
    const at = Math.max(from, Math.min(to, this.scrubbing ?? this.app.now()));
    render(html`
      <div class="transport">
        <button class="tool" title=${t('replay.back')} aria-label=${t('replay.back')} @click=${() => this.jump(-60)}>−1′</button>
        <button class="tool play" aria-label=${t(replay.state === 'playing' ? 'replay.pause' : 'replay.play')} @click=${() => this.togglePlay()}>${replay.state === 'playing' ? '❚❚' : '▶\uFE0E'}</button>
        <button class="tool step" title=${t('replay.step')} aria-label=${t('replay.step')} @click=${() => this.step()}>+1″</button>
        <button class="tool" title=${t('replay.ahead')} aria-label=${t('replay.ahead')} @click=${() => this.jump(60)}>+1′</button>
        <select aria-label=${t('replay.speed')} @change=${(e) => this.setSpeed(Number(e.target.value))}>
          ${this.speedOptions(replay.speed)}</select>
        <button class="tool loop" title=${t('replay.loop')} aria-label=${t('replay.loop')} aria-pressed=${this.loops} @click=${() => this.toggleLoop()}>⟳\uFE0E</button>
        <span class="replay-clock"><b>${belize(at)}</b> BZ ${dayOf(at)} · <b>${zulu(at)}</b><small>${t('replay.state.' + replay.state)}</small></span>
      </div>
      <div class="scrub">
        ${this.marks(from, to)}
        <input type="range" min="0" max="1000" step="1" aria-label=${t('replay.place')} .value=${String(Math.round((at - from) / (to - from) * 1000))}
          @input=${(e) => this.scrub(from + e.target.value / 1000 * (to - from))} @change=${() => this.dropScrub()}>
        <span class="ends"><span>${belize(from, false)} BZ ${dayOf(from)}</span><span>${belize(to, false)} BZ ${dayOf(to)}</span></span>
      </div>`, this.timeline);
    this.placeMarks();
  }

  /** Alerts of the replay so far, where they were raised; positions are set from script because style attributes are not allowed. */
  marks(from, to) {
    const alerts = [...this.app.replay.session.alerts.byId.values()].filter((a) => millis(a.time) >= from && millis(a.time) <= to);
    return html`<div class="marks">${alerts.map((a) => html`<button class="mark ${PRIORITIES[rankOf(a.priority)]}" title=${a.headline}
      data-part=${(millis(a.time) - from) / (to - from)} @click=${() => this.steer({at: a.time})}>${MARK[a.priority]}</button>`)}</div>`;
  }

  placeMarks() {
    for (const mark of this.timeline.querySelectorAll('.mark')) mark.style.left = Number(mark.dataset.part) * 100 + '%';
  }

  scrub(atMillis) {
    this.scrubbing = atMillis;
    this.app.refresh('replay');
  }

  async dropScrub() {
    const at = this.scrubbing;
    await this.steer({at: new Date(at).toISOString()});
    this.scrubbing = undefined;
    this.app.refresh('replay');
  }
}
