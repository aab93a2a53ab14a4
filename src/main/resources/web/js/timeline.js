/** The foot of the replay: its clock and controls, what the whole period holds, and the loop from A to B. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {dayOf, headlineOf} from './alertview.js';
import {MARK, PRIORITIES, rankOf} from './alerts.js';
import {get, segment} from './api.js';
import {t} from './i18n.js';
import {speedChoices, speedText} from './speeds.js';
import {belize, millis, zulu} from './time.js';

const STEP_SECONDS = 10;
const BARS_HIGH = 26;

/** State and acts; `index` is what the watch says of the period, null until it has said so. */
export class Timeline {
  constructor(view, element, banner) {
    this.view = view;
    this.app = view.app;
    this.element = element;
    this.banner = banner;
    this.index = null;
    this.a = NaN;
    this.b = NaN;
    this.looping = false;
  }

  /** Asks what the period of the replay holds. */
  async load() {
    Object.assign(this, {index: null, a: NaN, b: NaN, looping: false});
    const {replay} = this.app;
    if (!replay) return;
    const answer = await get('/api/replays/' + segment(replay.id) + '/index').catch(() => null);
    if (this.app.replay === replay) this.index = answer?.body ?? null;
    this.app.refresh('replay');
  }

  get replay() {
    return this.app.replay?.session.replay ?? null;
  }

  /** Sets A or B to where the replay stands; both make a loop, which begins at once. */
  set(end) {
    if (!this.replay) return;
    this[end] = this.app.now();
    if (this.a > this.b) [this.a, this.b] = [this.b, this.a];
    this.looping = this.a < this.b;
    this.app.refresh('replay');
  }

  /** Begins or ends the loop; without A and B it is of nothing. */
  toggleLoop() {
    this.looping = !this.looping && this.a < this.b;
    if (!this.looping) Object.assign(this, {a: NaN, b: NaN});
    this.app.refresh('replay');
  }

  /** Goes back to A when B is passed; called each time the replay says where it is. */
  async turn() {
    const {replay} = this;
    if (!this.looping || this.turning || this.scrubbing !== undefined || !replay) return;
    if (this.app.now() < this.b && replay.state !== 'ended') return;
    this.turning = true;
    await this.view.seek(this.a);
    if (replay.state !== 'paused') await this.view.steer({state: 'playing'});
    this.turns = (this.turns ?? 0) + 1;
    this.turning = false;
  }

  draw() {
    const {replay} = this;
    this.banner.textContent = t('replay.frame') + (replay ? ' ' + speedText(replay.speed) : '');
    if (!replay) {
      render(html`<p class="empty">${t('replay.idle')}</p>`, this.element);
      return;
    }
    this.turn();
    const from = millis(replay.from);
    const to = millis(replay.to);
    const at = Math.max(from, Math.min(to, this.scrubbing ?? this.app.now()));
    render(html`${this.transport(replay, at)}
      <div class="scrub">
        <canvas class="bars" aria-hidden="true"></canvas>
        ${this.marks(from, to)}
        ${this.ends(from, to)}
        <input type="range" min="0" max="1000" step="1" aria-label=${t('replay.place')} .value=${String(Math.round((at - from) / (to - from) * 1000))}
          @input=${(e) => this.scrub(from + e.target.value / 1000 * (to - from))} @change=${() => this.dropScrub()}>
        <span class="ends"><span>${belize(from, false)} BZ ${dayOf(from)}</span>${this.bands()}<span>${belize(to, false)} BZ ${dayOf(to)}</span></span>
      </div>`, this.element);
    this.place();
  }

  transport(replay, at) {
    const button = (name, words, press) => html`<button class="tool" title=${t(name)} aria-label=${t(name)} @click=${press}>${words}</button>`;
    const {scene} = this.app;
    return html`<div class="transport">
      ${button('replay.begin', '|◀', () => this.view.seek(millis(replay.from)))}
      ${button('replay.back', '−1′', () => this.view.jump(-60))}
      ${button('replay.stepBack', '◀\uFE0E', () => this.view.jump(-STEP_SECONDS))}
      <button class="tool play" aria-label=${t(replay.state === 'playing' ? 'replay.pause' : 'replay.play')} @click=${() => this.view.togglePlay()}>${replay.state === 'playing' ? '❚❚' : '▶\uFE0E'}</button>
      <button class="tool step" title=${t('replay.step')} aria-label=${t('replay.step')} @click=${() => this.view.step()}>+1″</button>
      ${button('replay.stepAhead', '▶\uFE0E', () => this.view.jump(STEP_SECONDS))}
      ${button('replay.ahead', '+1′', () => this.view.jump(60))}
      <select aria-label=${t('replay.speed')} @change=${(e) => this.view.setSpeed(Number(e.target.value))}>${speedChoices(replay.speed)}</select>
      <span class="loop" role="group" aria-label=${t('replay.loop')}>
        <button class="tool" title=${t('replay.setA') + '  ,'} aria-label=${t('replay.setA')} @click=${() => this.set('a')}>A</button>
        <button class="tool" title=${t('replay.setB') + '  .'} aria-label=${t('replay.setB')} @click=${() => this.set('b')}>B</button>
        <button class="tool turn" title=${t('replay.loop')} aria-label=${t('replay.loop')} aria-pressed=${this.looping} ?disabled=${!(this.a < this.b)} @click=${() => this.toggleLoop()}>⟲</button></span>
      <button class="tool wide" aria-pressed=${Boolean(this.app.following)} ?disabled=${!this.app.selectedId} @click=${() => this.app.toggleFollow()}>${t('card.follow')}</button>
      <button class="tool wide" title=${t('tool.trails') + '  T'} @click=${() => this.app.nextTrail()}>${scene.trailMinutes ? t('replay.trail', {n: scene.trailMinutes}) : t('replay.noTrail')}</button>
      <span class="replay-clock"><b>${belize(at)}</b> BZ ${dayOf(at)} · <b>${zulu(at)}</b><small class=${replay.goal ? 'going' : ''}>${replay.goal ? t('replay.goingTo', {at: belize(millis(replay.goal))}) : t('replay.state.' + replay.state)}</small></span>
      <button class="act small link-to" @click=${() => this.app.copyLink()}>${t('link.copy')}</button></div>`;
  }

  /** The alerts of the whole period once the watch has told them, else those that the replay has raised so far. */
  alerts(from, to) {
    if (this.index) return this.index.alerts.map((a) => ({...a, time: a.at}));
    return [...this.app.replay.session.alerts.byId.values()].filter((a) => millis(a.time) >= from && millis(a.time) <= to);
  }

  marks(from, to) {
    return html`<div class="marks">${this.alerts(from, to).map((a) => html`<button class="mark ${PRIORITIES[rankOf(a.priority)]}" title=${belize(millis(a.time)) + ' ' + headlineOf(a)}
      data-part=${(millis(a.time) - from) / (to - from)} @click=${() => this.view.seek(millis(a.time))}>${MARK[a.priority]}</button>`)}</div>`;
  }

  ends(from, to) {
    return html`${[['a', this.a], ['b', this.b], ['▼', this.replay.goal ? millis(this.replay.goal) : NaN]].map(([name, at]) => (Number.isFinite(at) ? html`<span class="end-mark" data-part=${(at - from) / (to - from)} title=${belize(at) + ' BZ'}>${name.toUpperCase()}</span>` : nothing))}
      ${this.a < this.b ? html`<span class="loop-band" data-part=${(this.a - from) / (to - from)} data-wide=${(this.b - this.a) / (to - from)}></span>` : nothing}`;
  }

  /** What the bars leave out, in words. */
  bands() {
    if (!this.index) return nothing;
    const out = this.index.feeds.filter((feed) => silentPieces(feed, this.index).length).map((feed) => feed.feed);
    const words = [out.length ? t('replay.feedsOut', {names: out.join(', ')}) : '', this.index.watchedSeconds.some((n) => !n) ? t('replay.notRecorded') : ''].filter(Boolean);
    return words.length ? html`<span class="bands">${words.join(' · ')}</span>` : nothing;
  }

  /** Positions are set from script, because style attributes are not allowed. */
  place() {
    for (const mark of this.element.querySelectorAll('[data-part]')) {
      mark.style.left = Number(mark.dataset.part) * 100 + '%';
      if (mark.dataset.wide) mark.style.width = Number(mark.dataset.wide) * 100 + '%';
    }
    const canvas = this.element.querySelector('canvas');
    const key = JSON.stringify([this.index?.from, this.index?.to, canvas.clientWidth, this.app.palette.name]);
    if (!this.index || key === this.painted) return;
    this.painted = key;
    paintBars(canvas, this.index, this.app.palette.colours);
  }

  scrub(atMillis) {
    this.scrubbing = atMillis;
    this.app.refresh('replay');
  }

  async dropScrub() {
    await this.view.seek(this.scrubbing);
    this.scrubbing = undefined;
    this.app.refresh('replay');
  }
}

/** The pieces in which a feed that speaks in this period said nothing although the record went on. */
export function silentPieces(feed, index) {
  if (!feed.lines.some((n) => n > 0)) return [];
  const usual = index.watchedSeconds.filter((n) => n > 0).length;
  const spoken = feed.lines.filter((n) => n > 0).length;
  // One that speaks in less than half of the pieces is quiet by nature: its silence says nothing.
  if (spoken * 2 < usual) return [];
  return feed.lines.flatMap((n, i) => (!n && index.watchedSeconds[i] > 0 ? [i] : []));
}

/** How much was heard, where a feed was out, and where nothing was recorded. */
function paintBars(canvas, index, colours) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(BARS_HIGH * ratio);
  const ctx = canvas.getContext('2d');
  ctx.scale(ratio, ratio);
  const pieces = index.watchedSeconds.length;
  const heard = index.watchedSeconds.map((_, i) => index.feeds.reduce((sum, feed) => sum + feed.lines[i], 0));
  const most = Math.max(1, ...heard);
  const wide = width / pieces;
  ctx.fillStyle = colours.vessel;
  heard.forEach((n, i) => ctx.fillRect(i * wide, BARS_HIGH - n / most * (BARS_HIGH - 6), Math.max(1, wide - 0.5), n / most * (BARS_HIGH - 6)));
  ctx.fillStyle = colours['warning-line'];
  for (const feed of index.feeds) for (const i of silentPieces(feed, index)) ctx.fillRect(i * wide, 0, wide + 0.5, 4);
  ctx.strokeStyle = colours['text-2'];
  index.watchedSeconds.forEach((n, i) => {
    if (n) return;
    for (let x = i * wide; x < (i + 1) * wide; x += 5) {
      ctx.beginPath();
      ctx.moveTo(x, BARS_HIGH);
      ctx.lineTo(x + 8, 0);
      ctx.stroke();
    }
  });
}
