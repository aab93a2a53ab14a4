/** The rules: every value with a slider, its unit and meaning, and the condition of each detector, checked as it is typed. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, post} from './api.js';
import {plain} from './format.js';
import {t, term, tn, told, wordsOr} from './i18n.js';

/** State and acts; what is sent, refused and tried is the screen's affair. */
export class RulesTab {
  constructor(view) {
    this.view = view;
    this.app = view.app;
    this.rules = null;
    this.changes = new Map();
    this.conditions = new Map();
    this.faults = new Map();
  }

  /** Fetches the rules in force. */
  async load() {
    try {
      const {body, etag} = await get('/api/rules');
      this.rules = body;
      this.etag = etag;
    } catch (problem) {
      this.view.message = {tone: 'bad', text: problem.message};
    }
  }

  version() {
    return this.rules ? t('fences.rulesVersion', {n: this.rules.version}) : '';
  }

  draw() {
    const settings = this.rules?.settings ?? [];
    const detectors = [...new Set(settings.map((s) => s.key.split('.')[0]))];
    const count = this.changes.size + this.conditions.size;
    return html`<div class="scroll rules">
      ${this.attributeHelp()}${this.areaList()}
      ${detectors.map((d) => this.detectorGroup(d, settings.filter((s) => s.key.split('.')[0] === d)))}</div>
      ${this.app.may('draft') || this.app.may('publish') ? html`<footer class="acts sticky">${this.app.may('publish') ? html`<button class="act primary" ?disabled=${!count || this.view.saving} @click=${() => this.save()}>
        ${count ? tn('rules.save', count) : t('save')}</button>` : nothing}
        <button class="act" ?disabled=${!count} @click=${() => this.drop()}>${t('undo')}</button>
        ${this.view.trial.button(() => ({rules: this.proposedRules()}), !count)}</footer>` : nothing}`;
  }

  detectorGroup(detector, settings) {
    const shown = settings.filter((s) => this.view.matches(s.key, explained(s), term('alertKind', detector)));
    if (!shown.length) return nothing;
    return html`<h3>${term('alertKind', detector)} <code>${detector}</code></h3>
      ${this.rules.detectors?.includes(detector) ? this.condition(detector) : nothing}
      <table class="rule-table"><thead><tr><th>${t('rules.setting')}</th><th class="num">${t('rules.value')}</th><th>${t('rules.range')}</th></tr></thead>
      <tbody>${shown.map((s) => this.rule(s))}</tbody></table>`;
  }

  rule(s) {
    const value = this.changes.get(s.key) ?? s.value;
    const onOff = s.min === 0 && s.max === 1 && !s.unit && /\.(on|enabled|fencePriority|nightVfr)$/i.test(s.key);
    const outside = !(value >= s.min && value <= s.max);
    return html`<tr class="${this.changes.has(s.key) ? 'changed' : ''} ${s.value !== s.default ? 'not-default' : ''}">
      <td><span class="explanation">${explained(s)}</span><code>${s.key.slice(s.key.indexOf('.') + 1)}</code></td>
      <td class="num">${onOff
        ? html`<input type="checkbox" aria-label=${s.key} .checked=${value >= 0.5} @change=${(e) => this.change(s, e.target.checked ? 1 : 0)}>`
        : html`<input type="number" step="any" aria-label=${s.key} aria-invalid=${outside} min=${s.min} max=${s.max} .value=${String(value)}
            @input=${(e) => this.change(s, e.target.value === '' ? s.value : Number(e.target.value))}>`} <span class="unit">${s.unit}</span>
        ${onOff ? nothing : html`<input type="range" class="slider" aria-label=${s.key} min="0" max="1000" step="1" .value=${String(placeOf(s, value))}
          @input=${(e) => this.change(s, valueAt(s, Number(e.target.value)))}>`}</td>
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
      if (still && !body.good) this.faults.set(detector, told(body.detail));
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
        <dd>${wordsOr('attribute.' + a.name, a.explanation)}${a.values.length ? html` <small>${a.values.join(', ')}</small>` : nothing}</dd>`)}</dl></details>`;
  }

  areaList() {
    return (this.rules?.areas ?? []).map((area) => html`<p class="area-rules"><b>${t('rules.inside', {fence: area.fence})}</b>
      ${Object.entries(area.values).map(([key, value]) => html`<code>${key}: ${value}</code> `)}
      ${Object.entries(area.conditions).map(([kind, text]) => html`<code>${kind}: ${text}</code> `)}</p>`);
  }

  clear() {
    this.changes.clear();
    this.conditions.clear();
    this.faults.clear();
  }

  drop() {
    this.clear();
    this.app.refresh('fences');
  }

  /** The changed values and conditions, as the watch takes them. */
  proposedRules() {
    const body = Object.fromEntries(this.changes);
    if (this.conditions.size) body.conditions = Object.fromEntries(this.conditions);
    return body;
  }

  save() {
    return this.view.send('/api/rules', this.proposedRules(), this.etag, () => {
      this.clear();
      return this.load();
    });
  }

  /** Goes on from what stands now with what was chosen line by line. */
  take(chosen) {
    this.changes.clear();
    const now = new Map(this.rules.settings.map((s) => [s.key, s]));
    for (const [key, value] of chosen) if (value !== now.get(key).value) this.changes.set(key, value);
  }

  /** What somebody else has set meanwhile where we had something else in mind: {key, mine, theirs}. */
  async conflicts() {
    const before = this.rules;
    await this.load();
    const now = new Map(this.rules.settings.map((s) => [s.key, s.value]));
    const was = new Map(before.settings.map((s) => [s.key, s.value]));
    return [...now].filter(([key, value]) => value !== was.get(key) || this.changes.has(key))
      .map(([key, value]) => ({key, before: was.get(key), mine: this.changes.get(key) ?? was.get(key), theirs: value}));
  }
}

const explained = (setting) => wordsOr('rule.' + setting.key, setting.explanation);

const SLIDER = 1000;
const FINE = 100;

/** A range over more than two powers of ten is gone through by its logarithm, or its lower end could not be set. */
const isWide = (s) => s.min > 0 && s.max / s.min > FINE;

/** Where a value stands on its slider. */
export function placeOf(s, value) {
  const part = isWide(s) ? Math.log(value / s.min) / Math.log(s.max / s.min) : (value - s.min) / (s.max - s.min);
  return Math.round(Math.max(0, Math.min(1, part)) * SLIDER);
}

/** The value at a place of the slider, with three digits; the default where it is as near. */
export function valueAt(s, place) {
  if (place === placeOf(s, s.default)) return s.default;
  if (place === placeOf(s, s.value)) return s.value;
  const part = place / SLIDER;
  const value = isWide(s) ? s.min * (s.max / s.min) ** part : s.min + (s.max - s.min) * part;
  return Math.max(s.min, Math.min(s.max, Number(value.toPrecision(3))));
}
