/** The screen of sightings: what people saw, a form for one more, and tables brought in. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get, post, Problem, put, remove, segment, send} from './api.js';
import {goTo} from './chart.js';
import {faultWords, fieldsOf, sightingFacts, sightingForm} from './sightingform.js';
import {isRefusal, newReportId, SightingQueue} from './sightingqueue.js';
import {t, term, tn} from './i18n.js';
import {belize, millis, zulu} from './time.js';

const RELOAD_MILLIS = 10_000;
const READ_AFTER_MILLIS = 350;
const PLACE = ['from_point', 'bearing_deg', 'range_nm'];
const POSITION = ['lat', 'lon'];
const MOST_BYTES = 256 * 1024;

/** State and acts of the screen. */
export class SightingsView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.queue = new SightingQueue(app.storage);
    this.entries = null;
    this.draft = null;
    this.importing = null;
    this.chosenId = null;
    this.message = null;
    this.picking = false;
    this.loadedAt = 0;
    this.sureId = null;
  }

  /** Fetches the sightings anew. */
  async load() {
    this.loadedAt = Date.now();
    try {
      const {body} = await get('/api/sightings?limit=1000');
      this.entries = body.items;
      this.app.sightingLayer.set(this.entries, this.app.live.clock.server(Date.now()));
    } catch (problem) {
      this.problem = problem.message;
    }
    this.app.refresh('sightings');
  }

  /** Each second: what waits is sent, and other consoles' reports are fetched. */
  second() {
    if (this.app.linkState() !== 'live') return;
    if (this.queue.waiting) this.queue.flush((body) => this.sendQueued(body), (answer) => this.sent(answer));
    if (Date.now() - this.loadedAt > RELOAD_MILLIS) this.load();
  }

  async sendQueued(body) {
    return (await post('/api/sightings', body)).body;
  }

  sent(answer) {
    if (answer) this.app.toast(t('sightings.sentLater', {what: whatOf(answer)}), 'good');
    this.load();
  }

  /** Opens the form for a new one. */
  write() {
    this.draft = {id: null, text: '', fields: {}, read: null, open: false};
    this.importing = null;
    this.message = null;
    this.focusNext = 'text';
    this.app.refresh('sightings');
  }

  /** Opens the form for a known one. */
  change(entry) {
    this.draft = {id: entry.report_id, text: '', fields: fieldsOf(entry), read: null, open: true};
    this.message = null;
    this.readSoon();
    this.app.refresh('sightings');
  }

  openImport() {
    this.draft = null;
    this.stopPicking();
    this.importing = {text: '', errors: null};
    this.message = null;
    this.app.refresh('sightings');
  }

  choose(id) {
    this.chosenId = id;
    this.draft = null;
    this.importing = null;
    this.message = null;
    this.sureId = null;
    this.stopPicking();
    this.app.sightingLayer.setDraft(null);
    this.app.sightingLayer.choose(id);
    this.app.refresh('sightings');
  }

  /** Closes what is open beside the list; whether anything was. */
  close() {
    const open = this.picking || this.draft || this.importing || this.chosenId;
    if (this.picking) this.stopPicking();
    else this.choose(null);
    return Boolean(open);
  }

  typed(text) {
    this.draft.text = text;
    this.readSoon();
  }

  typedField(name, value) {
    const {fields} = this.draft;
    // A place and a position are two ways to say one thing: the one typed last counts.
    if (PLACE.includes(name)) for (const other of POSITION) delete fields[other];
    if (POSITION.includes(name)) for (const other of PLACE) delete fields[other];
    if (value.trim()) fields[name] = value;
    else delete fields[name];
    this.app.refresh('sightings');
    this.readSoon();
  }

  toggleFields() {
    this.draft.open = !this.draft.open;
    this.app.refresh('sightings');
  }

  /** The next click on the map says where it was. */
  pick() {
    this.picking = !this.picking;
    document.documentElement.dataset.picking = String(this.picking);
    this.app.refresh('sightings');
  }

  stopPicking() {
    this.picking = false;
    document.documentElement.dataset.picking = 'false';
  }

  picked({latitude, longitude}) {
    this.stopPicking();
    for (const name of PLACE) delete this.draft.fields[name];
    Object.assign(this.draft.fields, {lat: latitude.toFixed(5), lon: longitude.toFixed(5)});
    this.readSoon();
    this.app.refresh('sightings');
  }

  readSoon() {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => this.read(), READ_AFTER_MILLIS);
  }

  /** Asks the watch what it understands; nothing is recorded. */
  async read() {
    const {draft} = this;
    if (!draft || this.app.linkState() === 'lost') return;
    const body = bodyOf(draft);
    try {
      const answer = Object.keys(body).length ? (await post('/api/sightings/read', body)).body : null;
      if (this.draft !== draft || JSON.stringify(bodyOf(draft)) !== JSON.stringify(body)) return;
      draft.read = answer;
      this.app.sightingLayer.setDraft(answer?.sighting ?? placeOf(answer?.fields));
    } catch {
      draft.read = null;
    }
    this.app.refresh('sightings');
  }

  async submit() {
    const {draft} = this;
    const toldAt = new Date(this.app.live.clock.server(Date.now())).toISOString();
    const body = {...bodyOf(draft), told_at: toldAt};
    if (draft.id) return this.act(() => put('/api/sightings/' + segment(draft.id), body, '*'), 'sightings.changed');
    body.report_id = newReportId();
    if (this.app.linkState() === 'lost') return this.keep(body);
    return this.act(() => post('/api/sightings', body), 'sightings.saved', () => this.keep(body));
  }

  /** Keeps a report until the watch is back. */
  keep(body) {
    if (!body.text && !Object.keys(body).some((name) => name !== 'told_at' && name !== 'report_id')) return;
    const kept = this.queue.add(body);
    if (kept) this.choose(null);
    this.message = kept ? {tone: 'good', text: t('sightings.kept')} : {tone: 'bad', text: t('sightings.cannotKeep')};
    this.app.refresh('sightings');
  }

  /** Asks twice: a sighting that is taken back is no longer in the picture. */
  async withdraw(entry) {
    if (this.sureId !== entry.report_id) {
      this.sureId = entry.report_id;
      return this.app.refresh('sightings');
    }
    return this.act(() => remove('/api/sightings/' + segment(entry.report_id)), 'sightings.withdrawn');
  }

  async act(send, words, unreachable = null) {
    this.saving = true;
    this.app.refresh('sightings');
    try {
      const {body} = await send();
      this.choose(body.report_id);
      this.message = {tone: 'good', text: t(words, {what: whatOf(body)})};
      this.show(body);
      await this.load();
    } catch (failure) {
      if (unreachable && !isRefusal(failure)) unreachable();
      else this.message = {tone: 'bad', text: failure.message, errors: failure instanceof Problem ? failure.problem.errors : null};
    }
    this.saving = false;
    this.app.refresh('sightings');
  }

  show(entry) {
    goTo(this.app.map, entry.lon, entry.lat, 9);
  }

  async takeTable() {
    this.saving = true;
    try {
      const answer = await send('/api/sightings/import', {method: 'POST', body: this.importing.text, headers: {'Content-Type': 'text/csv', Accept: 'application/json'}, signal: AbortSignal.timeout(15_000)});
      const body = await answer.json().catch(() => ({}));
      this.importing.errors = answer.ok ? null : body.errors ?? [];
      this.message = answer.ok ? {tone: 'good', text: tn('sightings.taken', body.taken)} : {tone: 'bad', text: t('sightings.tableRefused')};
      if (answer.ok) this.importing.text = '';
    } catch (failure) {
      this.message = {tone: 'bad', text: failure.message};
    }
    this.saving = false;
    await this.load();
  }

  async readFile(file) {
    if (!file) return;
    if (file.size > MOST_BYTES) this.message = {tone: 'bad', text: t('plans.fileTooBig')};
    else this.importing.text = await file.text();
    this.app.refresh('sightings');
  }

  draw() {
    render(html`
      <header class="side-head">
        <small class="version">${this.entries ? tn('sightings.count', this.entries.length) : ''}</small>
        ${this.queue.waiting ? html`<span class="chip warn" role="status">${tn('sightings.waiting', this.queue.waiting)}</span>` : nothing}
        <span class="grow"></span>
        ${this.app.may('act') ? html`<button class="act" aria-pressed=${Boolean(this.draft)} @click=${() => this.write()}>+ ${t('sightings.new')} <kbd>W</kbd></button>
        <button class="act" aria-pressed=${Boolean(this.importing)} @click=${() => this.openImport()}>${t('plans.import')}</button>` : nothing}
      </header>
      ${this.message ? html`<p class="message ${this.message.tone}" role="alert">${this.message.text}
        ${(this.message.errors ?? []).map((e) => html`<br>${faultWords(e)}`)}</p>` : nothing}
      <div class="two-columns">
        <div class="scroll list-column">${this.waitingList()}${this.list()}</div>
        <div class="scroll">${this.side()}</div></div>`, this.element);
    if (this.focusNext) this.element.querySelector(`[name=${this.focusNext}]`)?.focus();
    this.focusNext = null;
  }

  waitingList() {
    return html`<ul class="rows sighting-rows">${this.queue.items.map((item) => html`<li class="row queued ${item.problem ? 'refused' : ''}">
      <span class="sighting-what">${item.body.text ?? item.body.kind ?? ''}</span>
      <span class="sighting-when">${zulu(millis(item.body.told_at), false)}</span>
      <small>${item.problem ? (item.problem.errors ?? [item.problem]).map(faultWords).join(' · ') : t('sightings.queued')}</small>
      ${item.problem ? html`<button class="act" @click=${() => { this.queue.drop(item.body.report_id); this.app.refresh('sightings'); }}>${t('sightings.discard')}</button>` : nothing}</li>`)}</ul>`;
  }

  list() {
    if (!this.entries) return html`<p class="empty">${this.problem ?? t('loading')}</p>`;
    if (!this.entries.length) return html`<p class="empty">${t('sightings.none')}</p>`;
    return html`<ul class="rows sighting-rows">${this.entries.map((e) => html`<li>
      <button class="row ${e.report_id === this.chosenId ? 'chosen' : ''} ${e.withdrawn_at ? 'gone' : ''}" data-id=${e.report_id} @click=${() => { this.choose(e.report_id); this.show(e); }}>
        <span class="sighting-what">${whatOf(e)}</span>
        <span class="sighting-when">${belize(millis(e.observed_at), false)} BZ</span>
        <small>${[e.from_point, e.entered_by, e.withdrawn_at ? t('sightings.isWithdrawn') : null].filter(Boolean).join(' · ')}</small></button></li>`)}</ul>`;
  }

  side() {
    if (this.draft) return sightingForm(this);
    if (this.importing) return this.importBox();
    const entry = this.entries?.find((e) => e.report_id === this.chosenId);
    return entry ? this.detail(entry) : html`<p class="empty">${t('sightings.hint')}</p>`;
  }

  detail(entry) {
    const lost = this.app.linkState() === 'lost';
    return html`<section class="sighting-detail"><h3>${whatOf(entry)}</h3>${sightingFacts(entry)}
      <p class="small">${t('sightings.entered', {who: entry.entered_by, at: zulu(millis(entry.entered_at))})}
        ${entry.withdrawn_at ? html`<br><b>${t('sightings.withdrawnBy', {who: entry.withdrawn_by, at: zulu(millis(entry.withdrawn_at))})}</b>` : nothing}</p>
      ${entry.earlier.length ? html`<h3>${t('sightings.earlier')}</h3>${[...entry.earlier].reverse().map((v) => html`<details><summary>${zulu(millis(v.entered_at))} ${v.entered_by}</summary>${sightingFacts(v)}</details>`)}` : nothing}
      <div class="acts">${this.app.may('act') ? html`<button class="act" ?disabled=${lost} @click=${() => this.change(entry)}>${t('sightings.change')}</button>
        ${entry.withdrawn_at ? nothing : html`<button class="act" ?disabled=${lost} @click=${() => this.withdraw(entry)}>${t(this.sureId === entry.report_id ? 'plans.withdrawSure' : 'plans.withdraw')}</button>`}` : nothing}
        <button class="act" @click=${() => this.choose(null)}>${t('close')}</button></div></section>`;
  }

  importBox() {
    const box = this.importing;
    return html`<form class="editor import" @submit=${(e) => { e.preventDefault(); this.takeTable(); }}>
      <h3>${t('sightings.importTitle')}</h3>
      <textarea name="table" rows="12" spellcheck="false" aria-label=${t('sightings.importTitle')} .value=${box.text} @input=${(e) => { box.text = e.target.value; this.app.refresh('sightings'); }}></textarea>
      <p class="small">${t('sightings.importHint')}</p>
      <label>${t('plans.file')}<input type="file" accept=".csv,.txt,text/*" @change=${(e) => this.readFile(e.target.files[0])}></label>
      <div class="acts"><button class="act primary" ?disabled=${this.saving || !box.text.trim()}>${t('sightings.take')}</button>
        <button type="button" class="act" @click=${() => this.choose(this.chosenId)}>${t('close')}</button></div>
      ${box.errors ? html`<ul class="outcome">${box.errors.map((e) => html`<li><small>${t('plans.line', {n: e.line})}</small> ${faultWords(e)}</li>`)}</ul>` : nothing}</form>`;
  }
}

/** What is sent of a draft: the words, and the fields that were typed. */
function bodyOf(draft) {
  const body = {};
  if (draft.text.trim()) body.text = draft.text.trim();
  for (const [name, value] of Object.entries(draft.fields)) body[name] = value.trim();
  return body;
}

/** The position in fields that are not a sighting yet. */
function placeOf(fields) {
  const [lat, lon] = [Number(fields?.lat), Number(fields?.lon)];
  return fields?.lat && Number.isFinite(lat) && Number.isFinite(lon) ? {lat, lon, pos_error_nm: 0.5} : null;
}

const whatOf = (s) => [s.count > 1 ? s.count + ' ×' : null, s.kind ? term('sightingKind', s.kind) : t('sightings.something'), s.from_point].filter(Boolean).join(' ');
