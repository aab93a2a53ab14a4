/** Where the stations hear: one picture under the symbols, its key, and what an empty place means. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get} from './api.js';
import {faint} from './basemap.js';
import {formatPosition} from './coord.js';
import {percent} from './format.js';
import {mercatorX, mercatorY} from './geometry.js';
import {say, t} from './i18n.js';
import {millis, span} from './time.js';

export const CLASSES = ['ais-a', 'ais-b', 'radar', 'aircraft'];
const AGAIN_MILLIS = 180_000;

/** By grade: unseen, poorly seen, seen. */
const GRADES = [['unseen', 0.44], ['poorly-seen', 0.26], ['seen', 0.14]];

/** The layer. A cell is one pixel of a picture that is stretched over the map row by row. */
export class CoverageLayer {
  constructor(app) {
    this.app = app;
    this.visible = false;
    this.kind = 'ais-a';
    setInterval(() => this.visible && !document.hidden && this.load(), AGAIN_MILLIS);
  }

  toggle() {
    this.visible = !this.visible;
    if (this.visible) this.load();
    this.app.layer.redraw();
  }

  choose(kind) {
    this.kind = kind;
    this.load();
    this.app.refresh('tools');
  }

  async load() {
    const kind = this.kind;
    try {
      const {body} = await get('/api/coverage?class=' + kind);
      if (kind !== this.kind) return;
      this.map = body;
    } catch (problem) {
      this.app.toast(t('coverage.failed', {why: problem.message}), 'bad', 'coverage');
      return;
    }
    this.paint();
    this.app.layer.redraw();
    this.app.refresh('tools');
  }

  recolour(colours) {
    this.colours = colours;
    if (this.map) this.paint();
  }

  /** Paints the cells into their picture, north up. */
  paint() {
    const {cells, cellDegrees} = this.map;
    this.tints = GRADES.map(([token, opacity]) => faint(this.colours[token], opacity));
    this.picture = null;
    if (!cells.length) return;
    const souths = cells.map(([south]) => south);
    const wests = cells.map(([, west]) => west);
    const box = {south: least(souths), west: least(wests), step: cellDegrees};
    box.rows = Math.round((most(souths) - box.south) / cellDegrees) + 1;
    box.columns = Math.round((most(wests) - box.west) / cellDegrees) + 1;
    const canvas = document.createElement('canvas');
    canvas.width = box.columns;
    canvas.height = box.rows;
    const ctx = canvas.getContext('2d');
    ctx.fillStyle = this.tints[0];
    ctx.fillRect(0, 0, box.columns, box.rows);
    for (const [south, west, , , grade] of cells) {
      if (!grade) continue;
      const x = Math.round((west - box.west) / cellDegrees);
      const y = box.rows - 1 - Math.round((south - box.south) / cellDegrees);
      ctx.clearRect(x, y, 1, 1);
      ctx.fillStyle = this.tints[grade];
      ctx.fillRect(x, y, 1, 1);
    }
    this.picture = {canvas, ...box};
  }

  /** Draws it on the underlay; what lies around it is unseen. */
  draw(ctx, f) {
    if (!this.visible || !this.map || this.app.shown !== this.app.live) return;
    ctx.fillStyle = this.tints[0];
    if (!this.picture) {
      ctx.fillRect(0, 0, f.width, f.height);
      return;
    }
    const p = this.picture;
    const xOf = (longitude) => Math.round((mercatorX(longitude) - f.cx) / f.resolution + f.width / 2);
    const yOf = (latitude) => Math.round(f.height / 2 - (mercatorY(latitude) - f.cy) / f.resolution);
    const left = xOf(p.west);
    const right = xOf(p.west + p.columns * p.step);
    const bottom = yOf(p.south);
    const top = yOf(p.south + p.rows * p.step);
    around(ctx, f, left, top, right, bottom);
    ctx.imageSmoothingEnabled = false;
    for (let row = 0; row < p.rows; row++) {
      const north = yOf(p.south + (p.rows - row) * p.step);
      const south = yOf(p.south + (p.rows - row - 1) * p.step);
      if (south > 0 && north < f.height) ctx.drawImage(p.canvas, 0, row, p.columns, 1, left, north, right - left, south - north);
    }
    ctx.imageSmoothingEnabled = true;
  }

  /** The key, for the list of layers. */
  key() {
    if (!this.visible) return nothing;
    return html`<div class="coverage-key"><h2>${t('coverage.title')}</h2>
      <div class="coverage-classes" role="group" aria-label=${t('coverage.of')}>${CLASSES.map((kind) => html`<button class="chip" aria-pressed=${kind === this.kind}
        @click=${() => this.choose(kind)}>${t('coverageClass.' + kind)}</button>`)}</div>
      <ul>${[2, 1, 0].map((grade) => html`<li><i class=${'grade-' + GRADES[grade][0]}></i>${t('coverage.grade.' + grade)}</li>`)}</ul>
      <p class="small">${this.map && !this.map.stations.length ? t('coverage.noStations') : t('coverage.note')}</p></div>`;
  }

  /** Says beside the click what an empty place means. */
  async ask(place, [x, y], element) {
    let look;
    try {
      look = (await get('/api/coverage/at?lat=' + place.latitude + '&lon=' + place.longitude)).body;
    } catch (problem) {
      this.app.toast(t('coverage.failed', {why: problem.message}), 'bad', 'coverage');
      return;
    }
    const now = this.app.now();
    const chosen = look.classes.find((each) => each.class === this.kind);
    const others = look.classes.filter((each) => each !== chosen && each.stations.length);
    render(html`<div class="coverage-answer is-${chosen.verdict}"><h2>${formatPosition(look.lat, look.lon)}</h2>
      <p><b>${t('coverage.verdict.' + chosen.verdict)}</b> · ${t('coverageClass.' + chosen.class)}</p>
      <p>${why(chosen)}</p>
      <ul>${chosen.stations.map((ear) => html`<li>${ear.alive ? '●' : '○'} ${ear.station} <b>${percent(ear.chance)}</b>
        <small>${sign(ear, now)}</small></li>`)}</ul>
      ${others.map((each) => html`<p class="small">${t('coverageClass.' + each.class)}: ${t('coverage.verdict.' + each.verdict)} (${percent(each.chance)})</p>`)}</div>`, element);
    element.style.left = x + 12 + 'px';
    element.style.top = y + 12 + 'px';
    element.hidden = false;
  }
}

function why(look) {
  const chance = percent(look.chance);
  if (look.verdict === 'heard') return t('coverage.why.heard');
  if (look.verdict === 'quiet') return t('coverage.why.quiet', {chance});
  if (look.usualChance >= 0.3) return t('coverage.why.silent', {chance: percent(look.usualChance)});
  return t('coverage.why.unseen', {chance});
}

function sign(ear, now) {
  if (!ear.lastLifeSign) return t('coverage.never');
  const ago = say(span(Math.max(0, now - millis(ear.lastLifeSign))));
  return t(ear.alive ? 'coverage.alive' : 'coverage.silent', {ago});
}

function around(ctx, f, left, top, right, bottom) {
  const y0 = Math.max(0, Math.min(f.height, top));
  const y1 = Math.max(y0, Math.min(f.height, bottom));
  ctx.fillRect(0, 0, f.width, y0);
  ctx.fillRect(0, y1, f.width, f.height - y1);
  ctx.fillRect(0, y0, Math.max(0, left), y1 - y0);
  ctx.fillRect(right, y0, Math.max(0, f.width - right), y1 - y0);
}

const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);
