/** The operator's screen: fences with their hours and priority, and every rule value with its unit and meaning. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {ask, get, post, Problem, put, segment} from './api.js';
import {MARK, PRIORITIES} from './alerts.js';
import {isActive} from './fencehours.js';
import {plain} from './format.js';
import {guardForm, newGuard, putGuard} from './guardform.js';
import {t, term, tn} from './i18n.js';
import {HeldChanges} from './heldchanges.js';
import {LedgerTab} from './ledgertab.js';
import {TrialView} from './trialview.js';

const HOURS_PATTERN = '([01]\\d|2[0-3]):[0-5]\\d';

/** State and acts of the screen. */
export class FencesView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.tab = 'fences';
    this.chosenId = null;
    this.draft = null;
    this.message = null;
    this.filter = '';
    this.rules = null;
    this.changes = new Map();
    this.conditions = new Map();
    this.faults = new Map();
    this.ledger = new LedgerTab(this);
    this.trial = new TrialView(this);
    this.held = new HeldChanges(this);
  }

  /** Fetches the rules; the fences are kept by the app. */
  async load() {
    try {
      const {body, etag} = await get('/api/rules');
      this.rules = body;
      this.rulesEtag = etag;
    } catch (problem) {
      this.message = {tone: 'bad', text: problem.message};
    }
    await Promise.all([this.ledger.load(), this.held.load()]);
    this.app.refresh('fences');
  }

  draw() {
    render(html`
      <header class="side-head"><span class="tabs small">
        ${['fences', 'rules', 'ledger'].map((tab) => html`<button class="tab" aria-current=${this.tab === tab} @click=${() => this.show(tab)}>${t('fences.tab.' + tab)}</button>`)}
      </span>
      <input type="search" class="narrow" placeholder=${t('fences.filter')} aria-label=${t('fences.filter')} .value=${this.filter} @input=${(e) => this.setFilter(e.target.value)}>
      ${this.tab === 'fences' ? html`<button class="act small" @click=${() => this.openGuard()}>${t('guard.new')}</button>` : nothing}
      <small class="version">${this.version()}</small></header>
      ${this.message ? html`<p class="message ${this.message.tone}" role="alert">${this.message.text}
        ${(this.message.errors ?? []).map((e) => html`<br><code>${e.pointer}</code> ${e.detail}`)}
        ${this.message.reload ? html`<button class="act" @click=${() => this.takeTheirs()}>${t('fences.takeTheirs')}</button>` : nothing}</p>` : nothing}
      ${this.held.draw()}
      ${this.trial.draw()}
      ${this.tab === 'fences' ? this.fenceTab() : this.tab === 'rules' ? this.ruleTab() : this.ledger.draw()}`, this.element);
  }

  version() {
    if (this.tab === 'rules') return this.rules ? t('fences.rulesVersion', {n: this.rules.version}) : '';
    if (this.tab === 'ledger') return '';
    return this.app.fences ? tn('fences.count', this.app.fences.features.length) : '';
  }

  show(tab) {
    this.tab = tab;
    this.message = null;
    this.app.refresh('fences');
  }

  setFilter(text) {
    this.filter = text;
    this.app.refresh('fences');
  }

  matches(...texts) {
    const wanted = this.filter.trim().toLowerCase();
    return !wanted || texts.some((text) => String(text ?? '').toLowerCase().includes(wanted));
  }

  fenceTab() {
    const features = this.app.fences?.features ?? [];
    const kinds = [...new Set(features.map((f) => f.properties.kind))];
    return html`<div class="two-columns">
      <div class="scroll list-column">
        ${this.app.fences ? nothing : html`<p class="empty">${this.app.fencesProblem ?? t('loading')}</p>`}
        ${kinds.map((kind) => this.kindGroup(kind, features.filter((f) => f.properties.kind === kind)))}
      </div>
      <div class="scroll">${this.guard ? this.guardEditor() : this.draft ? this.editor() : html`<p class="empty">${t('fences.hint')}</p>`}</div></div>`;
  }

  kindGroup(kind, features) {
    const shown = features.filter((f) => this.matches(f.properties.name, kind, idOf(f)));
    if (!shown.length) return nothing;
    return html`<h3>${term('fenceKind', kind)} <small>${shown.length}</small></h3>
      <ul class="rows">${shown.map((f) => html`<li><button class="row ${idOf(f) === this.chosenId ? 'chosen' : ''}" @click=${() => this.choose(f)}>
        <span class="dot ${this.active(f) ? 'on' : ''}" title=${t(this.active(f) ? 'fences.active' : 'fences.inactive')}></span>
        <span class="row-name">${f.properties.name ?? idOf(f)}</span>
        <small>${hours(f.properties)}</small>${mark(f.properties.priority ?? 'caution')}</button></li>`)}</ul>`;
  }

  active(feature) {
    return isActive(feature.properties, this.app.now());
  }

  openGuard() {
    this.guard = newGuard(this.app);
    this.message = null;
    this.app.refresh('fences');
  }

  guardEditor() {
    const edit = (name, value) => { this.guard[name] = value; };
    return guardForm(this.guard, edit, (e) => this.saveGuard(e), () => { this.guard = null; this.app.refresh('fences'); });
  }

  async saveGuard(event) {
    event.preventDefault();
    try {
      await putGuard(this.guard);
      this.guard = null;
      this.message = {tone: 'good', text: t('saved')};
      await this.app.loadFences();
    } catch (problem) {
      this.message = refusal(problem);
    }
    this.app.refresh('fences');
  }

  /** A fence that goes with a track is taken down as easily as it was put up. */
  async takeDown() {
    try {
      await ask('DELETE', '/api/fences/' + segment(this.chosenId), undefined, {'If-Match': quoted(this.original.properties.etag)});
      this.draft = null;
      this.chosenId = null;
      await this.app.loadFences();
    } catch (problem) {
      this.refused(problem);
    }
    this.app.refresh('fences');
  }

  choose(feature) {
    this.guard = null;
    this.chosenId = idOf(feature);
    const p = feature.properties;
    this.original = feature;
    this.draft = {name: p.name ?? '', priority: p.priority ?? 'caution', activeFrom: p.activeFrom ?? '', activeTo: p.activeTo ?? '', reason: p.reason ?? ''};
    this.message = null;
    this.app.highlightFence(this.chosenId);
    this.app.refresh('fences');
  }

  editor() {
    const p = this.original.properties;
    const d = this.draft;
    return html`<form class="editor" @submit=${(e) => this.save(e)}>
      <h3>${term('fenceKind', p.kind)} <code>${this.chosenId}</code></h3>
      ${p.official === false ? html`<p class="small">${t('chart.notOfficial')}${p.positionalAccuracyMetres ? ' · ±' + p.positionalAccuracyMetres + ' m' : ''}</p>` : nothing}
      <label>${t('fences.name')}<input .value=${d.name} maxlength="120" required @input=${(e) => this.edit('name', e.target.value)}></label>
      <label>${t('fences.priority')}<select @change=${(e) => this.edit('priority', e.target.value)}>
        ${PRIORITIES.map((x) => html`<option value=${x} ?selected=${x === d.priority}>${t('priority.' + x)}</option>`)}</select></label>
      <div class="pair">
        <label>${t('fences.from')}<input class="mono" placeholder="18:30" pattern=${HOURS_PATTERN} .value=${d.activeFrom} @input=${(e) => this.edit('activeFrom', e.target.value)}></label>
        <label>${t('fences.to')}<input class="mono" placeholder="05:30" pattern=${HOURS_PATTERN} .value=${d.activeTo} @input=${(e) => this.edit('activeTo', e.target.value)}></label>
        <button type="button" class="act" @click=${() => this.always()}>${t('fences.always')}</button>
      </div>
      <p class="small">${t('fences.hoursHint', {zone: p.timezone ?? 'America/Belize'})}</p>
      <label>${t('fences.reason')}<textarea rows="3" maxlength="500" .value=${d.reason} @input=${(e) => this.edit('reason', e.target.value)}></textarea></label>
      <dl class="facts">
        <dt>${t('fences.appliesTo')}</dt><dd>${term('appliesTo', p.appliesTo ?? 'any')}</dd>
        <dt>${t('fences.band')}</dt><dd>${band(p)}</dd>
        <dt>${t('fences.dwell')}</dt><dd>${p.dwellSeconds ? p.dwellSeconds + ' s' : t('fences.byRule')}</dd>
        <dt>${t('fences.speeds')}</dt><dd>${speeds(p)}</dd>
        <dt>${t('fences.validity')}</dt><dd>${[p.validFrom, p.validUntil].filter(Boolean).join(' – ') || t('fences.always')}</dd>
        ${p.around ? html`<dt>${t('guard.around')}</dt><dd>${p.around.track} · ${plain(p.around.radiusMetres)} m</dd>`
          : html`<dt>${t('fences.vertices')}</dt><dd>${vertices(this.original.geometry)}</dd>`}</dl>
      <div class="acts"><button class="act primary" ?disabled=${this.saving || !this.dirty()}>${t('save')}</button>
        <button type="button" class="act" ?disabled=${!this.dirty()} @click=${() => this.choose(this.original)}>${t('undo')}</button>
        ${p.around ? nothing : this.trial.button(() => ({fences: [this.proposedFence()]}), !this.dirty())}
        ${p.around ? html`<button type="button" class="act" @click=${() => this.takeDown()}>${t('guard.remove')}</button>` : nothing}</div>
    </form>`;
  }

  edit(field, value) {
    this.draft[field] = value;
    this.app.refresh('fences');
  }

  always() {
    this.draft.activeFrom = '';
    this.draft.activeTo = '';
    this.app.refresh('fences');
  }

  dirty() {
    const p = this.original.properties;
    return Object.entries(this.draft).some(([k, v]) => (p[k] ?? (k === 'priority' ? 'caution' : '')) !== v);
  }

  /** The chosen fence as the fields have it. */
  proposedFence() {
    const properties = {...this.original.properties};
    delete properties.etag;
    for (const [k, v] of Object.entries(this.draft)) properties[k] = v === '' ? null : v;
    return {type: 'Feature', id: this.chosenId, properties, geometry: this.original.geometry};
  }

  async save(event) {
    event.preventDefault();
    const {etag} = this.original.properties;
    await this.send('/api/fences/' + segment(this.chosenId), this.proposedFence(), quoted(etag), () => {
      this.draft = null;
      this.chosenId = null;
      return this.app.loadFences();
    });
  }

  async send(path, body, etag, done) {
    this.saving = true;
    this.app.refresh('fences');
    try {
      await put(path, body, etag);
      this.message = {tone: 'good', text: t('saved')};
      await done();
    } catch (problem) {
      this.refused(problem);
      if (problem.status === 412) await this.app.loadFences();
    }
    this.saving = false;
    this.app.refresh('fences');
  }

  /** Says why; a change that is held asks for a second person at once. */
  refused(problem) {
    const held = problem.status === 409 ? problem.problem?.proposal : null;
    this.message = held ? null : refusal(problem);
    if (!held) return;
    this.held.load();
    this.held.ask(held);
  }

  /** A held change was made: what stands here was made from what was before. */
  async confirmed() {
    this.clearChanges();
    this.draft = null;
    this.chosenId = null;
    this.message = {tone: 'good', text: t('saved')};
    await Promise.all([this.app.loadFences(), this.load()]);
  }

  /** Somebody else changed it meanwhile: show what stands now; the officer's words are still in the fields until then. */
  takeTheirs() {
    if (this.tab === 'rules') {
      this.clearChanges();
      this.load();
    } else {
      const theirs = this.app.fences.features.find((f) => idOf(f) === this.chosenId);
      if (theirs) this.choose(theirs);
    }
    this.message = null;
    this.app.refresh('fences');
  }

  ruleTab() {
    const settings = this.rules?.settings ?? [];
    const detectors = [...new Set(settings.map((s) => s.key.split('.')[0]))];
    const count = this.changes.size + this.conditions.size;
    return html`<div class="scroll rules">
      ${this.attributeHelp()}${this.areaList()}
      ${detectors.map((d) => this.detectorGroup(d, settings.filter((s) => s.key.split('.')[0] === d)))}</div>
      <footer class="acts sticky"><button class="act primary" ?disabled=${!count || this.saving} @click=${() => this.saveRules()}>
        ${count ? tn('rules.save', count) : t('save')}</button>
        <button class="act" ?disabled=${!count} @click=${() => this.dropChanges()}>${t('undo')}</button>
        ${this.trial.button(() => ({rules: this.proposedRules()}), !count)}</footer>`;
  }

  detectorGroup(detector, settings) {
    const shown = settings.filter((s) => this.matches(s.key, s.explanation, term('alertKind', detector)));
    if (!shown.length) return nothing;
    return html`<h3>${term('alertKind', detector)} <code>${detector}</code></h3>
      ${this.rules.detectors?.includes(detector) ? this.condition(detector) : nothing}
      <table class="rule-table"><thead><tr><th>${t('rules.setting')}</th><th class="num">${t('rules.value')}</th><th>${t('rules.range')}</th></tr></thead>
      <tbody>${shown.map((s) => this.rule(s))}</tbody></table>`;
  }

  rule(s) {
    const value = this.changes.get(s.key) ?? s.value;
    const onOff = s.min === 0 && s.max === 1 && !s.unit && /\.(on|enabled)$/i.test(s.key);
    const outside = !(value >= s.min && value <= s.max);
    return html`<tr class="${this.changes.has(s.key) ? 'changed' : ''} ${s.value !== s.default ? 'not-default' : ''}">
      <td><b>${s.key.slice(s.key.indexOf('.') + 1)}</b><span class="explanation">${s.explanation}</span></td>
      <td class="num">${onOff
        ? html`<input type="checkbox" aria-label=${s.key} .checked=${value >= 0.5} @change=${(e) => this.change(s, e.target.checked ? 1 : 0)}>`
        : html`<input type="number" step="any" aria-label=${s.key} aria-invalid=${outside} min=${s.min} max=${s.max} .value=${String(value)}
            @input=${(e) => this.change(s, e.target.value === '' ? s.value : Number(e.target.value))}>`} <span class="unit">${s.unit}</span></td>
      <td>${onOff ? '' : plain(s.min) + ' – ' + plain(s.max)}<small>${t('rules.default', {value: onOff ? t(s.default ? 'on' : 'off') : plain(s.default)})}</small></td></tr>`;
  }

  change(setting, value) {
    if (value === setting.value) this.changes.delete(setting.key);
    else this.changes.set(setting.key, value);
    this.app.refresh('fences');
  }

  /** The condition that must hold for this detector to raise an alert; checked when the field is left. */
  condition(detector) {
    const set = this.rules.conditions?.[detector] ?? '';
    const fault = this.faults.get(detector);
    return html`<label class="condition ${this.conditions.has(detector) ? 'changed' : ''}">${t('rules.when')}
      <input class="mono" maxlength="1000" spellcheck="false" name=${'when-' + detector} placeholder=${t('rules.whenAlways')} aria-invalid=${Boolean(fault)}
        .value=${this.conditions.get(detector) ?? set} @input=${(e) => this.changeCondition(detector, e.target.value)}
        @change=${(e) => this.checkCondition(detector, e.target.value)}>
      ${fault ? html`<span class="fault" role="alert">${fault}</span>` : nothing}</label>`;
  }

  changeCondition(detector, text) {
    if (text.trim() === (this.rules.conditions?.[detector] ?? '')) this.conditions.delete(detector);
    else this.conditions.set(detector, text);
    this.faults.delete(detector);
    this.app.refresh('fences');
  }

  async checkCondition(detector, text) {
    if (!text.trim()) return;
    try {
      const {body} = await post('/api/rules/check', {condition: text});
      const still = this.conditions.get(detector) === text;
      if (still && !body.good) this.faults.set(detector, body.detail);
    } catch (problem) {
      this.faults.set(detector, problem.message);
    }
    this.app.refresh('fences');
  }

  /** The words that a condition may use. */
  attributeHelp() {
    return html`<details class="attributes"><summary>${t('rules.attributes')}</summary>
      <p class="small">${t('rules.unknown')}</p>
      <dl class="facts">${(this.rules?.attributes ?? []).map((a) => html`<dt><code>${a.name}</code></dt>
        <dd>${a.explanation}${a.values.length ? html` <small>${a.values.join(', ')}</small>` : nothing}</dd>`)}</dl></details>`;
  }

  areaList() {
    return (this.rules?.areas ?? []).map((area) => html`<p class="area-rules"><b>${t('rules.inside', {fence: area.fence})}</b>
      ${Object.entries(area.values).map(([key, value]) => html`<code>${key}: ${value}</code> `)}
      ${Object.entries(area.conditions).map(([kind, text]) => html`<code>${kind}: ${text}</code> `)}</p>`);
  }

  clearChanges() {
    this.changes.clear();
    this.conditions.clear();
    this.faults.clear();
  }

  dropChanges() {
    this.clearChanges();
    this.app.refresh('fences');
  }

  /** The changed values and conditions, as the watch takes them. */
  proposedRules() {
    const body = Object.fromEntries(this.changes);
    if (this.conditions.size) body.conditions = Object.fromEntries(this.conditions);
    return body;
  }

  saveRules() {
    return this.send('/api/rules', this.proposedRules(), this.rulesEtag, () => {
      this.clearChanges();
      return this.load();
    });
  }
}

function refusal(problem) {
  if (!(problem instanceof Problem)) return {tone: 'bad', text: problem.message};
  if (problem.status === 412) return {tone: 'bad', text: t('fences.stale'), reload: true};
  return {tone: 'bad', text: problem.message, errors: problem.problem?.errors};
}

const mark = (priority) => html`<span class="badge outline ${priority}" title=${t('priority.' + priority)}>${MARK[priority]}</span>`;
const idOf = (f) => f.properties?.id ?? f.id;
const quoted = (etag) => (etag && !/^(W\/)?"/.test(etag) ? '"' + etag + '"' : etag ?? '');
const hours = (p) => (p.activeFrom && p.activeTo ? p.activeFrom + '–' + p.activeTo : t('fences.allDay'));

function band(p) {
  if (p.floorFeet == null && p.ceilingFeet == null) return t('fences.allHeights');
  return plain(p.floorFeet ?? 0) + ' – ' + (p.ceilingFeet == null ? '∞' : plain(p.ceilingFeet)) + ' ft';
}

function speeds(p) {
  if (p.minSpeedKnots == null && p.maxSpeedKnots == null) return t('fences.anySpeed');
  return plain(p.minSpeedKnots ?? 0) + ' – ' + (p.maxSpeedKnots == null ? '∞' : plain(p.maxSpeedKnots)) + ' kn';
}

function vertices(geometry) {
  return JSON.stringify(geometry?.coordinates ?? []).split('],[').length;
}
