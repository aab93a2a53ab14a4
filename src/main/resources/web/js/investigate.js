/** The analyst's questions to the record: who was where, when; the answer as a list and on the map, and taken away as a file. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get} from './api.js';
import {formatPosition, parsePosition} from './coord.js';
import {grouped, nauticalMiles} from './format.js';
import {latitudeOf, longitudeOf} from './geometry.js';
import {t, term, tn} from './i18n.js';
import {dayOf} from './alertview.js';
import {belize, fromLocalField, millis, toLocalField} from './time.js';

const DAY = 86_400_000;
const WHO = ['anybody', 'name', 'mmsi', 'imo', 'callsign', 'icao24', 'registration', 'track'];
const WHERE = ['anywhere', 'view', 'fence', 'crossed', 'near'];
const FORMATS = ['geojson', 'csv', 'kml', 'gpx', 'parquet'];
const LOCAL_PATTERN = '\\d{4}-\\d\\d-\\d\\d[ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const PAGE = 100;
const METRES_PER_NM = 1852;

/** State and acts; drawn inside the replay's screen. */
export class Investigation {
  constructor(app) {
    this.app = app;
    this.who = 'anybody';
    this.text = '';
    this.where = 'anywhere';
    this.fence = '';
    this.place = null;
    this.placeText = '';
    this.miles = 2;
    this.format = 'geojson';
    this.picking = false;
    this.typed = false;
    this.forget();
  }

  forget() {
    Object.assign(this, {asked: null, items: [], next: null, problems: [], message: null, busy: false, chosen: null});
    this.app.foundLayer?.clear();
  }

  /** The last day of a recorded period, unless a period is chosen already or somebody is typing one. */
  propose(recording) {
    if (this.from || this.typed || !recording) return;
    this.to = millis(recording.to);
    this.from = Math.max(millis(recording.from), this.to - DAY);
  }

  refresh() {
    this.app.refresh('replay');
  }

  set(field, value) {
    this[field] = value;
    if (field === 'where' || field === 'miles') this.showPlace();
    this.refresh();
  }

  setPlace(place, text) {
    this.place = place;
    this.placeText = text ?? formatPosition(place.latitude, place.longitude);
    this.showPlace();
    this.refresh();
  }

  showPlace() {
    const shown = this.where === 'near' && this.place && this.miles > 0;
    this.app.foundLayer.setPlace(shown ? {...this.place, miles: this.miles} : null);
  }

  /** The next click on the map says where "here" is; once more: no longer. */
  pick() {
    this.picking = !this.picking;
    document.documentElement.dataset.picking = String(this.picking);
    this.refresh();
  }

  picked(place) {
    this.pick();
    this.setPlace(place);
  }

  /** Why it cannot be asked yet, as a key; null if it can. */
  lack() {
    if (!(this.from < this.to)) return 'search.lack.period';
    if (this.who !== 'anybody' && !this.text.trim()) return 'search.lack.who';
    if (this.who === 'anybody' && this.where === 'anywhere' && this.to - this.from > DAY) return 'search.lack.any';
    if (['fence', 'crossed'].includes(this.where) && !this.fence) return 'search.lack.fence';
    if (this.where === 'near' && !(this.place && this.miles > 0)) return 'search.lack.place';
    return null;
  }

  /** The question as the record is asked. */
  words() {
    const words = new URLSearchParams({from: new Date(this.from).toISOString(), to: new Date(this.to).toISOString()});
    if (this.who !== 'anybody') words.set(this.who, this.text.trim());
    if (this.where === 'view') words.set('bbox', this.view().join(','));
    if (['fence', 'crossed'].includes(this.where)) words.set('fence', this.fence);
    if (this.where === 'near') {
      words.set('near', this.place.latitude.toFixed(6) + ',' + this.place.longitude.toFixed(6));
      words.set('withinNm', String(this.miles));
    }
    return words;
  }

  /** West, south, east, north of what the map shows. */
  view() {
    const {map} = this.app;
    const [w, s, e, n] = map.getView().calculateExtent(map.getSize());
    return [longitudeOf(w), latitudeOf(s), longitudeOf(e), latitudeOf(n)].map((x) => x.toFixed(5));
  }

  async ask(event) {
    event.preventDefault();
    this.forget();
    this.showPlace();
    const crossed = this.where === 'crossed';
    this.asked = {words: this.words(), crossed, near: this.where === 'near'};
    await this.more();
  }

  /** The next page; more are asked for when a page has none that crossed. */
  async more() {
    const {asked} = this;
    this.busy = true;
    this.message = null;
    this.refresh();
    try {
      do await this.page(asked); while (this.asked === asked && !this.items.length && this.next);
    } catch (problem) {
      if (this.asked === asked) this.message = problem.message;
    }
    if (this.asked === asked) this.busy = false;
    this.refresh();
  }

  async page(asked) {
    const words = new URLSearchParams(asked.words);
    words.set('limit', String(PAGE));
    if (this.next) words.set('cursor', this.next);
    const {body} = await get('/api/recordings/tracks?' + words);
    if (this.asked !== asked) return;
    this.items.push(...body.items.filter((one) => !asked.crossed || one.crossings?.length));
    this.next = body.next ?? null;
    this.problems = body.problems ?? [];
    this.app.foundLayer.set(this.items);
    this.refresh();
  }

  /** Shows the way of a craft that was found, or takes it away. */
  async choose(track) {
    if (this.chosen === track) {
      this.chosen = null;
      this.app.foundLayer.setWay(null, null);
      this.refresh();
      return;
    }
    this.chosen = track;
    this.message = null;
    this.refresh();
    requestAnimationFrame(() => document.querySelector('.found .row.chosen')?.scrollIntoView({block: 'nearest'}));
    try {
      const {body} = await get(this.file('geojson', track));
      if (this.chosen !== track) return;
      this.app.foundLayer.setWay(track, body.features);
      this.fit();
    } catch (problem) {
      this.message = problem.message;
    }
    this.refresh();
  }

  fit() {
    const extent = this.app.foundLayer.extent();
    if (!extent) return;
    this.app.rememberView();
    this.app.map.getView().fit(extent, {duration: 250, maxZoom: 12, padding: [80, 60, 80, 60]});
  }

  /** Where a file of the answer is to be had: of all that was asked, or of one track of the period. */
  file(format, track) {
    const words = new URLSearchParams(track ? {from: this.asked.words.get('from'), to: this.asked.words.get('to'), track} : this.asked.words);
    words.set('format', format);
    return '/api/recordings/export?' + words;
  }

  /** Plays what was found again, from a little before it. */
  replay(one) {
    const {replayView} = this.app;
    replayView.from = Math.max(millis(this.asked.words.get('from')), millis(one.first.time) - 5 * 60_000);
    replayView.to = Math.min(millis(one.last.time) + 5 * 60_000, replayView.from + DAY);
    replayView.show('replay');
  }

  /** Up and down go through the list. */
  walk(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    const rows = [...event.currentTarget.querySelectorAll('.row')];
    const next = rows[rows.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  draw() {
    const lack = this.lack();
    return html`<form class="editor search-form" @submit=${(e) => this.ask(e)}>
        <div class="pair">
          <label>${t('search.who')}<select name="who" @change=${(e) => this.set('who', e.target.value)}>
            ${WHO.map((w) => html`<option value=${w} ?selected=${w === this.who}>${t('search.by.' + w)}</option>`)}</select></label>
          <label class="grow">${t('search.text')}<input name="text" maxlength="60" autocomplete="off" ?disabled=${this.who === 'anybody'} .value=${this.text} @input=${(e) => this.set('text', e.target.value)}></label></div>
        <div class="pair" @input=${() => { this.typed = true; }}>
          <label>${t('replay.from')}<input name="from" class="mono" pattern=${LOCAL_PATTERN} .value=${this.from ? toLocalField(this.from) : ''} required @change=${(e) => this.set('from', fromLocalField(e.target.value))}></label>
          <label>${t('replay.to')}<input name="to" class="mono" pattern=${LOCAL_PATTERN} .value=${this.to ? toLocalField(this.to) : ''} required @change=${(e) => this.set('to', fromLocalField(e.target.value))}></label></div>
        <div class="pair">
          <label>${t('search.where')}<select name="where" @change=${(e) => this.set('where', e.target.value)}>
            ${WHERE.map((w) => html`<option value=${w} ?selected=${w === this.where}>${t('search.in.' + w)}</option>`)}</select></label>
          ${['fence', 'crossed'].includes(this.where) ? this.fenceField() : nothing}</div>
        ${this.where === 'near' ? this.placeFields() : nothing}
        <div class="pair"><button class="act primary" ?disabled=${this.busy || Boolean(lack)}>${t(this.busy ? 'search.busy' : 'search.ask')}</button>
          <small class="grow">${lack ? t(lack) : ''}</small></div>
        ${this.message ? html`<p class="message bad" role="alert">${this.message}</p>` : nothing}
        ${this.problems.map((problem) => html`<p class="message bad">${problem}</p>`)}
      </form>${this.asked && !this.busy ? this.answer() : nothing}`;
  }

  fenceField() {
    const fences = (this.app.fences?.features ?? []).map((f) => [f.properties?.id ?? f.id, f.properties?.name ?? f.id]);
    fences.sort((a, b) => (a[1] < b[1] ? -1 : 1));
    return html`<label class="grow">${t('search.fence')}<select name="fence" @change=${(e) => { this.app.fenceLayer.highlight(e.target.value || null); this.set('fence', e.target.value); }}>
      <option value="" ?selected=${!this.fence}>—</option>
      ${fences.map(([id, name]) => html`<option value=${id} ?selected=${id === this.fence}>${name}</option>`)}</select></label>`;
  }

  placeFields() {
    return html`<div class="pair">
      <label>${t('search.miles')}<input name="miles" class="miles" type="number" min="0.1" max="60" step="0.1" .value=${String(this.miles)} @input=${(e) => this.set('miles', Number(e.target.value))}></label>
      <label class="grow">${t('search.here')}<input name="here" class="mono" placeholder="17°29.94'N 088°11.20'W" .value=${this.placeText}
        @change=${(e) => { const place = parsePosition(e.target.value); this.placeText = e.target.value; if (place) this.setPlace(place); else this.set('place', null); }}></label>
      <button type="button" class="act pick" aria-pressed=${this.picking} @click=${() => this.pick()}>◎ ${t(this.picking ? 'search.picking' : 'search.pick')}</button></div>`;
  }

  answer() {
    if (!this.items.length) return this.message ? nothing : html`<p class="empty" role="status">${t('search.none')}</p>`;
    return html`<div class="found-head"><b role="status">${this.next ? t('search.countMore', {n: this.items.length}) : tn('search.count', this.items.length)}</b>
        ${this.taking(null)}</div>
      <div class="scroll found" @keydown=${(e) => this.walk(e)}><ul class="rows">${this.items.map((one) => this.row(one))}</ul>
        ${this.next ? html`<button class="act more" @click=${() => this.more()}>${t('search.more')}</button>` : nothing}</div>`;
  }

  /** The choice of a file's format, and the way to the file. */
  taking(track) {
    if (!this.app.may('export')) return nothing;
    return html`<span class="taking"><select class="format" aria-label=${t('search.format')} @change=${(e) => this.set('format', e.target.value)}>
        ${FORMATS.map((f) => html`<option value=${f} ?selected=${f === this.format}>${t('search.format.' + f)}</option>`)}</select>
      <a class="act small take" href=${this.file(this.format, track)} download=${'keelbill.' + this.format}>${t(track ? 'search.takeOne' : 'search.take')}</a></span>`;
  }

  row(one) {
    const chosen = this.chosen === one.track;
    const from = millis(one.first.time);
    const to = millis(one.last.time);
    return html`<li><button class="row ${chosen ? 'chosen' : ''}" aria-expanded=${chosen} data-track=${one.track} @click=${() => this.choose(one.track)}>
        <span class="row-name"><b>${one.name ?? one.registration ?? one.track}</b> <small class="mono">${one.name ? one.track : ''}</small></span>
        ${one.closestMetres === undefined ? nothing : html`<small class="closest">${nauticalMiles(one.closestMetres / METRES_PER_NM)} · ${belize(millis(one.closestAt), false)}</small>`}
        <small>${dayOf(from)} ${belize(from, false)}–${belize(to, false)}</small></button>
      ${chosen ? this.detail(one) : nothing}</li>`;
  }

  detail(one) {
    const facts = [one.domain ? t('search.domain.' + one.domain) : null, one.mmsi ? 'MMSI ' + one.mmsi : null, one.imo ? 'IMO ' + one.imo : null, one.callsign,
      one.icao24?.toUpperCase(), one.registration, tn('search.fixes', one.fixes, {count: grouped(one.fixes)})].filter(Boolean);
    return html`<div class="found-more"><p>${facts.join(' · ')}</p>
      ${(one.crossings ?? []).slice(0, 8).map((c) => html`<p class="crossing"><small>${term('search.crossing', c.how)} ${belize(millis(c.after))}–${belize(millis(c.before))}</small></p>`)}
      <p class="found-acts">${this.taking(one.track)}<button class="act small" @click=${() => this.replay(one)}>${t('search.replay')}</button></p></div>`;
  }
}
