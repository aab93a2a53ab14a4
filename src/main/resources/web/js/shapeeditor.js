/** The shape of the fence that is worked on: drawn, typed, widened, undone; judged by the watch as it changes. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {Problem, readable, send} from './api.js';
import {grouped, plain} from './format.js';
import {latitudeOf, longitudeOf} from './geometry.js';
import {t} from './i18n.js';
import {vertexTable} from './vertextable.js';

const METRES_PER_NM = 1852;
const JUDGE_AFTER_MILLIS = 250;

/** State and acts; `tab` is told by `shapeChanged()`. */
export class ShapeEditor {
  constructor(tab, drawing) {
    this.tab = tab;
    this.drawing = drawing;
    this.miles = 3;
    this.begin(null, null);
  }

  /** Works on a shape from now on; `old` is the one in force, or null. */
  begin(shape, old) {
    Object.assign(this, {shape, old, undo: [], judged: null, errors: []});
    this.show();
    this.judge();
  }

  get isChanged() {
    return this.undo.length > 0;
  }

  /** Takes another shape; the one before can be had again. */
  set(shape) {
    this.undo.push(this.shape);
    this.shape = shape;
    this.show();
    this.judge();
    this.tab.shapeChanged();
  }

  stepBack() {
    if (!this.undo.length) return;
    this.shape = this.undo.pop();
    this.show();
    this.judge();
    this.tab.shapeChanged();
  }

  show() {
    this.drawing.show(this.shape, this.isChanged || !this.old ? this.old : null, (shape) => this.set(shape), this.errors.filter((e) => Number.isFinite(e.lat)));
  }

  /** The next clicks on the map draw it anew, or cut a hole. */
  draw(kind) {
    this.drawing.begin(kind, (shape) => {
      const cut = kind === 'hole' && this.shape?.type === 'Polygon';
      this.set(cut ? {...this.shape, coordinates: [...this.shape.coordinates, shape.coordinates[0]]} : shape);
    });
    this.tab.shapeChanged();
  }

  /** Asks the watch what it makes of the shape: its area, and what is wrong with it where. */
  judge() {
    clearTimeout(this.timer);
    this.judged = null;
    if (this.shape) this.timer = setTimeout(() => this.ask(''), JUDGE_AFTER_MILLIS);
  }

  async ask(query) {
    const {shape} = this;
    const body = await judge(JSON.stringify(featureOf(shape)), query).catch((problem) => ({features: [], errors: [{detail: problem.message}]}));
    if (this.shape !== shape) return null;
    this.errors = body.errors;
    if (!query) this.judged = body.features[0]?.properties ?? null;
    if (this.errors.length) this.show();
    this.tab.shapeChanged();
    return body.features[0]?.geometry ?? null;
  }

  /** Everything that lies so many miles around it too. */
  async widen() {
    const wider = await this.ask('?bufferMetres=' + Math.round(this.miles * METRES_PER_NM));
    if (wider) this.set(wider);
  }

  form() {
    const {shape} = this;
    const button = (kind) => html`<button type="button" class="act small draw-${kind}" aria-pressed=${this.drawing.busy === kind} @click=${() => this.draw(kind)}>${t('shape.' + kind)}</button>`;
    return html`<section class="shape"><p class="small">${t(this.drawing.busy ? 'shape.drawing' : 'shape.hint')}</p>
      <div class="acts">${['area', 'circle', 'corridor'].map(button)}${shape?.type === 'Polygon' ? button('hole') : nothing}
        ${shape ? nothing : html`<button type="button" class="act small type-corners" @click=${() => this.set(square(this.tab.app.map))}>${t('shape.type')}</button>`}
        <button type="button" class="act small undo-shape" ?disabled=${!this.isChanged} @click=${() => this.stepBack()}>${t('undo')}</button></div>
      ${this.errors.map((e) => html`<p class="message bad" role="alert">${e.detail}</p>`)}
      ${this.judged ? html`<p class="judged">${t('shape.size', {km: plain(this.judged.squareKilometres, 3), nm: plain(this.judged.squareKilometres / 3.429904, 2), n: grouped(this.judged.vertices)})}</p>` : nothing}
      ${shape ? this.numbers(shape) : nothing}</section>`;
  }

  numbers(shape) {
    const metres = shape.type === 'Point' ? 'radiusMetres' : shape.type === 'LineString' ? 'bufferMetres' : null;
    return html`${metres ? html`<label>${t('shape.' + metres)}<input name=${metres} type="number" min="1" max="500000" .value=${String(shape[metres])}
        @change=${(e) => this.set({...shape, [metres]: Number(e.target.value)})}></label>` : nothing}
      ${shape.type === 'Polygon' ? html`<div class="pair widen"><label>${t('shape.parallel')}<input name="miles" type="number" min="0.1" max="200" step="0.1" .value=${String(this.miles)}
        @input=${(e) => { this.miles = Number(e.target.value); }}></label><button type="button" class="act" @click=${() => this.widen()}>${t('shape.widen')}</button></div>` : nothing}
      ${shape.type === 'MultiPolygon' ? nothing : vertexTable(this)}`;
  }
}

/** A shape as the watch reads it. */
export function featureOf(shape, properties = {name: 'shape'}) {
  const {type, coordinates, radiusMetres, bufferMetres} = shape;
  return {type: 'Feature', properties: {...properties, ...(radiusMetres ? {radiusMetres} : {}), ...(bufferMetres ? {bufferMetres} : {})}, geometry: {type, coordinates}};
}

/** What the watch makes of a text with shapes; rejects with its words. */
export async function judge(text, query = '') {
  const answer = await send('/api/fences/shapes' + query, {method: 'POST', body: text, headers: {'Content-Type': 'text/plain'}});
  const body = await answer.json();
  if (!answer.ok) throw new Problem(answer.status, body, null);
  return readable(body);
}

/** A square in the middle of what the map shows, to begin with. */
function square(map) {
  const [x, y] = map.getView().getCenter();
  const [lon, lat] = [longitudeOf(x), latitudeOf(y)].map((n) => Math.round(n * 100) / 100);
  const d = 0.02;
  return {type: 'Polygon', coordinates: [[[lon - d, lat - d], [lon + d, lat - d], [lon + d, lat + d], [lon - d, lat + d], [lon - d, lat - d]].map((p) => p.map((n) => Number(n.toFixed(6))))]};
}
