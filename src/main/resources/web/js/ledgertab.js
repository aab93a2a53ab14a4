/** The ledger of what is known to be good: its entries, adding one, reviewing and ending them. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, post, segment} from './api.js';
import {t, term} from './i18n.js';
import {millis} from './time.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const TEXTS = ['mmsi', 'callsign', 'name', 'icao24'];
const YEAR_MILLIS = 364 * 86_400_000;

/** State and acts of the tab; `view` is the screen that it stands on. */
export class LedgerTab {
  constructor(view) {
    this.view = view;
    this.ledger = null;
    this.draft = null;
  }

  async load() {
    try {
      this.ledger = (await get('/api/known-good')).body;
    } catch (problem) {
      this.view.message = {tone: 'bad', text: problem.message};
    }
    this.view.app.refresh('fences');
  }

  draw() {
    const items = (this.ledger?.items ?? []).filter((e) => this.view.matches(e.id, e.reason, e.name, e.sort, e.kinds.join(' ')));
    return html`<div class="two-columns">
      <div class="scroll list-column ledger">
        <p class="small">${t('ledger.hint')}</p>
        ${items.length ? nothing : html`<p class="empty">${this.ledger ? t('ledger.none') : t('loading')}</p>`}
        ${items.map((entry) => this.entry(entry))}</div>
      <div class="scroll">${this.draft ? this.form() : !this.view.app.may('publish') ? nothing : html`<div class="acts"><button class="act primary add-entry" @click=${() => this.begin()}>${t('ledger.add')}</button></div>`}</div></div>`;
  }

  entry(e) {
    const open = e.state !== 'ended';
    return html`<article class="ledger-entry ${e.state}">
      <h3>${e.reason} <small>${term('ledgerSort', e.sort)} · ${term('ledgerState', e.state)}</small></h3>
      <dl class="facts">
        <dt>${t('ledger.who')}</dt><dd>${who(e)}</dd>
        <dt>${t('ledger.kinds')}</dt><dd>${e.kinds.map((k) => term('alertKind', k)).join(', ')}</dd>
        <dt>${t('ledger.where')}</dt><dd>${where(e)}</dd>
        <dt>${t('ledger.when')}</dt><dd>${when(e)}</dd>
        <dt>${t('ledger.until')}</dt><dd>${day(e.validUntil)}</dd>
        <dt>${t('ledger.entered')}</dt><dd>${e.enteredBy}</dd>
        <dt>${t('ledger.reviewed')}</dt><dd>${e.reviewedBy ? e.reviewedBy + ' · ' + day(e.reviewedAt) : t('ledger.notReviewed')}</dd></dl>
      ${this.view.app.may('publish') ? html`<div class="acts"><button class="act review" @click=${() => this.act(e, 'review')}>${t('ledger.review')}</button>
        ${open ? html`<button class="act end" @click=${() => this.act(e, 'end')}>${t('ledger.end')}</button>` : nothing}</div>` : nothing}</article>`;
  }

  begin() {
    const until = new Date(this.view.app.now() + YEAR_MILLIS).toISOString().slice(0, 10);
    this.draft = {sort: 'other', reason: '', fence: '', route: '', activeFrom: '', activeTo: '', departures: '', days: [], kinds: [], validUntil: until};
    this.view.message = null;
    this.view.app.refresh('fences');
  }

  form() {
    const d = this.draft;
    const fences = this.view.app.fences?.features ?? [];
    return html`<form class="editor ledger-form" @submit=${(e) => this.save(e)}>
      <h3>${t('ledger.add')}</h3>
      <label>${t('ledger.reason')}<input name="reason" maxlength="500" required .value=${d.reason} @input=${(e) => this.edit('reason', e.target.value)}></label>
      <label>${t('ledger.sort')}<select name="sort" @change=${(e) => this.edit('sort', e.target.value)}>
        ${(this.ledger?.sorts ?? []).map((x) => html`<option value=${x} ?selected=${x === d.sort}>${term('ledgerSort', x)}</option>`)}</select></label>
      <div class="pair">${TEXTS.map((name) => html`<label>${t('ledger.' + name)}<input name=${name} .value=${d[name] ?? ''} @input=${(e) => this.edit(name, e.target.value)}></label>`)}</div>
      <div class="pair">
        <label>${t('ledger.fence')}<select name="fence" @change=${(e) => this.edit('fence', e.target.value)}><option value="">–</option>
          ${fences.map((f) => html`<option value=${f.properties.id ?? f.id}>${f.properties.name}</option>`)}</select></label>
        <label>${t('ledger.route')}<select name="route" @change=${(e) => this.edit('route', e.target.value)}><option value="">–</option>
          ${(this.ledger?.routes ?? []).map((r) => html`<option value=${r.id}>${r.name}</option>`)}</select></label></div>
      <div class="pair">
        <label>${t('fences.from')}<input class="mono" placeholder="06:00" .value=${d.activeFrom} @input=${(e) => this.edit('activeFrom', e.target.value)}></label>
        <label>${t('fences.to')}<input class="mono" placeholder="18:30" .value=${d.activeTo} @input=${(e) => this.edit('activeTo', e.target.value)}></label>
        <label>${t('ledger.departures')}<input class="mono" placeholder="07:00 09:30" .value=${d.departures} @input=${(e) => this.edit('departures', e.target.value)}></label></div>
      <fieldset><legend>${t('ledger.days')}</legend>${WEEKDAYS.map((day) => this.box('days', day, term('weekday', day)))}</fieldset>
      <fieldset><legend>${t('ledger.kindsHint')}</legend>${(this.ledger?.kinds ?? []).map((kind) => this.box('kinds', kind, term('alertKind', kind)))}</fieldset>
      <label>${t('ledger.until')}<input name="validUntil" type="date" required .value=${d.validUntil} @input=${(e) => this.edit('validUntil', e.target.value)}></label>
      <div class="acts"><button class="act primary">${t('save')}</button>
        <button type="button" class="act" @click=${() => this.edit('done')}>${t('undo')}</button></div></form>`;
  }

  box(list, word, label) {
    const chosen = this.draft[list];
    return html`<label class="box"><input type="checkbox" value=${word} .checked=${chosen.includes(word)}
      @change=${(e) => this.edit(list, e.target.checked ? [...chosen, word] : chosen.filter((x) => x !== word))}>${label}</label>`;
  }

  edit(field, value) {
    if (field === 'done') this.draft = null;
    else this.draft[field] = value;
    this.view.app.refresh('fences');
  }

  save(event) {
    event.preventDefault();
    const body = Object.fromEntries(Object.entries(this.draft).filter(([, v]) => v?.length));
    if (body.mmsi) body.mmsi = Number(body.mmsi);
    if (body.departures) body.departures = body.departures.split(/[\s,;]+/).filter(Boolean);
    return this.send('/api/known-good', body);
  }

  act(entry, what) {
    return this.send('/api/known-good/' + segment(entry.id) + '/' + what, {});
  }

  async send(path, body) {
    try {
      await post(path, body);
      this.draft = null;
      this.view.message = {tone: 'good', text: t('saved')};
      await this.load();
    } catch (problem) {
      this.view.message = {tone: 'bad', text: problem.message, errors: problem.problem?.errors};
    }
    this.view.app.refresh('fences');
  }
}

const DAY = new Intl.DateTimeFormat('en-CA', {timeZone: 'America/Belize', year: 'numeric', month: '2-digit', day: '2-digit'});

/** The local day of a moment; a day's last moment is still that day. */
const day = (moment) => DAY.format(millis(moment) - 1);

function who(e) {
  const names = [e.name, e.callsign, e.mmsi ? 'MMSI ' + e.mmsi : null, e.icao24?.toUpperCase()].filter(Boolean);
  return names.join(' · ') || t(e.sort === 'vms' ? 'ledger.everyBox' : 'ledger.anybody');
}

function where(e) {
  if (e.fence) return e.fence;
  if (!e.geometry) return t('ledger.everywhere');
  if (e.geometry.type !== 'LineString') return t('ledger.area');
  return (e.route ?? t('ledger.line')) + ' ±' + Math.round(e.halfWidthMetres) + ' m' + (e.maxSpeedKnots ? ' ≤ ' + e.maxSpeedKnots + ' kn' : '');
}

function when(e) {
  const parts = [e.activeFrom ? e.activeFrom + '–' + e.activeTo : t('fences.allDay'), (e.days ?? []).map((day) => term('weekday', day)).join(' '),
    e.seasonFrom ? e.seasonFrom + ' – ' + e.seasonTo : '', e.departures ? e.departures.join(' ') + ' ±' + e.withinMinutes + ' min' : ''];
  return parts.filter(Boolean).join(' · ');
}
