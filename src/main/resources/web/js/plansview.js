/** The screen of flight plans: what was announced, what flies by it, clearances by phone, and plans pasted in. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get, post, Problem, remove, segment} from './api.js';
import {importBox, sendText} from './planimport.js';
import {planDetail, stateOf} from './plandetail.js';
import {typedTime} from './plantimes.js';
import {t, term, tn} from './i18n.js';
import {millis, zulu} from './time.js';

const SHOWS = ['now', 'today', 'all'];
const PAGE = 1000;
const RELOAD_MILLIS = 10_000;
const FIELDS = ['callsign', 'registration', 'icao24', 'squawk', 'type', 'from', 'to', 'offBlock', 'until', 'clearedBy', 'remark'];
const HALF_DAY_MILLIS = 12 * 3_600_000;

/** State and acts of the screen. */
export class PlansView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.show = 'today';
    this.filter = '';
    this.plans = null;
    this.chosenId = null;
    this.draft = null;
    this.importing = null;
    this.message = null;
    this.loadedAt = 0;
    this.sureId = null;
  }

  /** Fetches the plans anew. */
  async load() {
    this.loadedAt = Date.now();
    try {
      const items = [];
      let next = '';
      let body;
      do {
        ({body} = await get('/api/plans?limit=' + PAGE + (next ? '&cursor=' + segment(next) : '')));
        items.push(...body.items);
        next = body.next;
      } while (next);
      this.plans = items;
      this.loose = body.loose;
      this.listAt = this.app.now();
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
    this.app.refresh('plans');
  }

  /** Opens the form; a row of the picture fills it. */
  write(row = null) {
    const icao = (row?.contacts ?? [row?.id ?? '']).find((c) => c.startsWith('icao:'))?.slice(5);
    const address = row?.icao24 ?? icao ?? '';
    this.draft = Object.fromEntries(FIELDS.map((f) => [f, '']));
    Object.assign(this.draft, {callsign: row?.callsign?.trim() ?? '', registration: row?.registration ?? '',
      icao24: /^[0-9a-f]{6}$/i.test(address) ? address.toUpperCase() : '', type: row?.aircraftType ?? ''});
    const named = this.draft.callsign || this.draft.registration || this.draft.icao24;
    this.draft.track = row && !named ? row.id : '';
    this.importing = null;
    this.message = null;
    this.focusNext = row ? 'clearedBy' : 'callsign';
    this.app.refresh('plans');
  }

  openImport() {
    this.draft = null;
    this.importing = {text: '', outcome: null};
    this.message = null;
    this.app.refresh('plans');
  }

  choose(id) {
    this.chosenId = id;
    this.draft = null;
    this.importing = null;
    this.message = null;
    this.sureId = null;
    this.app.refresh('plans');
  }

  /** Closes what is open beside the list; whether anything was. */
  close() {
    const open = this.draft ?? this.importing ?? this.chosenId;
    this.choose(null);
    return Boolean(open);
  }

  draw() {
    const lost = this.app.linkState() === 'lost';
    if (!lost && Date.now() - this.loadedAt > RELOAD_MILLIS) this.load();
    const shown = this.shownPlans();
    render(html`
      <header class="side-head">
        <span class="tabs small">${SHOWS.map((show) => html`
          <button class="tab" aria-current=${this.show === show} @click=${() => this.setShow(show)}>${t('plans.show.' + show)}</button>`)}</span>
        <input type="search" class="narrow" placeholder=${t('plans.filter')} aria-label=${t('plans.filter')} .value=${this.filter}
          @input=${(e) => { this.filter = e.target.value; this.app.refresh('plans'); }}>
        <small class="version">${this.plans ? tn('plans.count', shown.length) : ''}</small>
        <span class="grow"></span>
        ${this.app.may('act') ? html`<button class="act" aria-pressed=${Boolean(this.draft)} @click=${() => this.write()}>☎ ${t('plans.clear')}</button>
        <button class="act" aria-pressed=${Boolean(this.importing)} @click=${() => this.openImport()}>${t('plans.import')}</button>` : nothing}
      </header>
      ${lost ? html`<p class="message bad">${t('plans.stale', {at: zulu(this.listAt ?? NaN)})}</p>` : nothing}
      ${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
      ${this.message ? html`<p class="message ${this.message.tone}" role="alert">${this.message.text}
        ${(this.message.errors ?? []).map((e) => html`<br><b>${fieldName(e.pointer)}</b> ${e.detail}`)}</p>` : nothing}
      <div class="two-columns">
        <div class="scroll list-column">${this.list(shown)}${this.looseList()}</div>
        <div class="scroll">${this.side()}</div></div>`, this.element);
    this.focusField();
  }

  focusField() {
    if (!this.focusNext) return;
    this.element.querySelector(`[name=${this.focusNext}]`)?.focus();
    this.focusNext = null;
  }

  setShow(show) {
    this.show = show;
    this.app.refresh('plans');
  }

  shownPlans() {
    const now = this.app.now();
    const wanted = this.filter.trim().toLowerCase();
    return (this.plans ?? []).filter((plan) => this.isInView(plan, now) && (!wanted || words(plan).includes(wanted)));
  }

  isInView(plan, now) {
    if (this.show === 'all') return true;
    if (this.show === 'now') return plan.open;
    return plan.open || Math.abs(millis(plan.offBlock ?? plan.filedAt) - now) < HALF_DAY_MILLIS || millis(plan.arrival) > now - HALF_DAY_MILLIS && millis(plan.opens) < now;
  }

  list(shown) {
    if (!this.plans) return html`<p class="empty">${t('loading')}</p>`;
    if (!shown.length) return html`<p class="empty">${t('plans.none')}</p>`;
    return html`<ul class="rows plan-rows">${shown.map((plan) => html`<li>
      <button class="row ${plan.id === this.chosenId ? 'chosen' : ''} ${plan.open ? '' : 'shut'}" data-id=${plan.id} @click=${() => this.choose(plan.id)}>
        <span class="plan-who">${plan.name.split(' ')[0]}</span>
        <span class="plan-leg">${plan.from ?? '?'} → ${plan.to ?? '?'}${plan.diverted ? html` <b>⇢ ${plan.landedAt}</b>` : nothing}</span>
        <span class="plan-time">${leaves(plan)}${plan.enrouteMinutes === undefined ? '' : '–' + zulu(millis(plan.arrival), false)}</span>
        <span class="plan-state ${stateOf(plan)}">${t('planState.' + stateOf(plan))}</span>
        <span class="plan-match">${plan.matches.length ? '✈ ' + this.trackName(plan.matches[0].track) : ''}${plan.notUnderstood.length ? html` <b title=${t('plans.notUnderstood')}>?</b>` : nothing}</span>
      </button></li>`)}</ul>`;
  }

  trackName(name) {
    const {tracks} = this.app.live;
    const row = tracks.rows[tracks.findContact(name)];
    return row?.callsign ?? row?.name ?? name.slice(name.indexOf(':') + 1).toUpperCase();
  }

  looseList() {
    if (!this.loose?.length) return nothing;
    return html`<h3>${t('plans.loose')}</h3><ul class="loose">${[...this.loose].reverse().map((l) => html`<li>
      <small>${zulu(millis(l.receivedAt), false)} · ${l.candidates.length ? tn('plans.looseCandidates', l.candidates.length) : t('plans.looseNone')}</small>
      <code>${l.text}</code></li>`)}</ul>`;
  }

  side() {
    if (this.draft) return this.form();
    if (this.importing) return importBox(this);
    const plan = this.plans?.find((p) => p.id === this.chosenId);
    return plan ? planDetail(this, plan) : html`<p class="empty">${t('plans.hint')}</p>`;
  }

  form() {
    const d = this.draft;
    const field = (name, hint = '', most = 40) => html`<label>${t('plans.' + name)}<input name=${name} autocomplete="off" spellcheck="false" maxlength=${most}
      placeholder=${hint} aria-invalid=${this.isWrong(name)} .value=${d[name]} @input=${(e) => { d[name] = e.target.value; }}></label>`;
    return html`<form class="editor clearance" @submit=${(e) => this.save(e)}>
      <h3>${t('plans.clearTitle')}</h3>
      <div class="pair">${field('callsign')}${field('registration')}</div>
      <div class="pair">${field('icao24')}${field('squawk')}${field('type')}</div>
      ${d.track ? html`<p>${t('plans.track')} <code>${d.track}</code></p>` : nothing}
      <div class="pair">${field('from', 'MZBZ')}${field('to', 'MZSP')}</div>
      <div class="pair">${field('offBlock', t('plans.timeHint'))}${field('until', t('plans.untilHint'))}</div>
      ${field('clearedBy', '', 300)}
      ${field('remark', '', 300)}
      <div class="acts"><button class="act primary" ?disabled=${this.saving}>${t('plans.save')}</button>
        <button type="button" class="act" @click=${() => this.choose(this.chosenId)}>${t('close')}</button></div></form>`;
  }

  isWrong(name) {
    return Boolean(this.message?.errors?.some((e) => e.pointer === '/' + name));
  }

  async save(event) {
    event.preventDefault();
    const body = {};
    const errors = [];
    for (const [name, value] of Object.entries(this.draft)) {
      if (!value.trim()) continue;
      const isTime = name === 'offBlock' || name === 'until';
      const at = isTime ? typedTime(value, this.app.live.clock.server(Date.now())) : null;
      if (isTime && Number.isNaN(at)) errors.push({pointer: '/' + name, detail: t('plans.badTime')});
      else body[name] = isTime ? new Date(at).toISOString() : value.trim();
    }
    if (errors.length) {
      this.message = {tone: 'bad', text: '', errors};
      return this.app.refresh('plans');
    }
    return this.send(async () => {
      const {body: plan} = await post('/api/plans', body);
      this.choose(plan.id);
      this.message = {tone: 'good', text: t('plans.saved', {name: plan.name})};
    });
  }

  /** Asks twice: a plan that is taken back explains nobody any more. */
  async withdraw(plan) {
    if (this.sureId !== plan.id) {
      this.sureId = plan.id;
      return this.app.refresh('plans');
    }
    this.sureId = null;
    return this.send(async () => {
      await remove('/api/plans/' + segment(plan.id));
      this.message = {tone: 'good', text: t('plans.withdrawn', {name: plan.name})};
    });
  }

  takeText() {
    return this.send(async () => { this.importing.outcome = await sendText(this.importing.text); });
  }

  async send(act) {
    this.saving = true;
    this.app.refresh('plans');
    try {
      await act();
      await this.load();
    } catch (problem) {
      const said = problem instanceof Problem ? problem.problem : null;
      this.message = {tone: 'bad', text: problem.message, errors: said?.errors};
      if (said?.refused && this.importing) this.importing.outcome = said;
    }
    this.saving = false;
    this.app.refresh('plans');
  }
}

const fieldName = (pointer) => term('plans', pointer.slice(1));

const leaves = (plan) => (plan.departedAt ?? plan.offBlock ? zulu(millis(plan.departedAt ?? plan.offBlock), false) : '');

function words(plan) {
  return [plan.name, plan.registration, plan.icao24, plan.squawk, plan.type, plan.from, plan.to, plan.landedAt, plan.route, plan.clearedBy,
    t('planState.' + stateOf(plan))].filter(Boolean).join(' ').toLowerCase();
}
