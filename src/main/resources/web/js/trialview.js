/** What a change would have done on the last days: asks the watch, shows how far it is, then which alerts are new, lost and changed. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {MARK} from './alerts.js';
import {dayOf, headlineOf} from './alertview.js';
import {get, post, remove, segment} from './api.js';
import {goTo} from './chart.js';
import {grouped, percent} from './format.js';
import {t, term, tn, told} from './i18n.js';
import {belize, millis, zulu} from './time.js';
import {SIGNS} from './triallayer.js';

const DAYS = [1, 3, 7, 14, 30];
const ASK_AGAIN_MILLIS = 700;
const SHOWN = 100;

/** State and acts of one trial, inside the fences' screen. */
export class TrialView {
  constructor(view) {
    this.view = view;
    this.days = 7;
    this.run = null;
  }

  /** The button beside "Save", with how many days; `proposal` makes what is to be tried. */
  button(proposal, disabled) {
    if (!this.view.app.may('draft')) return nothing;
    return html`<span class="try"><button type="button" class="act try-it" ?disabled=${disabled || this.busy()} @click=${() => this.begin(proposal())}>${t('trial.try')}</button>
      <select aria-label=${t('trial.days')} @change=${(e) => { this.days = Number(e.target.value); }}>
        ${DAYS.map((n) => html`<option value=${n} ?selected=${n === this.days}>${tn('trial.day', n)}</option>`)}</select></span>`;
  }

  busy() {
    return this.run?.state === 'waiting' || this.run?.state === 'running';
  }

  async begin(proposal) {
    this.view.message = null;
    this.view.app.trialLayer.set(null);
    try {
      const {body} = await post('/api/backtests', {days: this.days, ...proposal});
      this.run = body;
      this.follow(body.id);
    } catch (problem) {
      this.run = null;
      this.view.message = {tone: 'bad', text: problem.message, errors: problem.problem?.errors};
    }
    this.view.app.refresh('fences');
  }

  /** Asks until it is over, or until another one is looked at. */
  async follow(id) {
    while (this.run?.id === id && this.busy()) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLIS));
      if (this.run?.id !== id) return;
      try {
        const {body} = await get('/api/backtests/' + segment(id));
        if (this.run?.id === id) this.take(body);
      } catch (problem) {
        // While the link is down it goes on by itself; one that is forgotten is not to be had.
        if (problem.status === 404) this.run = {...this.run, state: 'failed', failure: problem.message};
      }
      this.view.app.refresh('fences');
    }
  }

  /** How it stands; a result is drawn on the map, and the map shows where. */
  take(run) {
    this.run = run;
    if (run.state !== 'done') return;
    const {app} = this.view;
    app.trialLayer.set(run.result);
    const extent = app.trialLayer.extent();
    if (!extent) return;
    app.rememberView();
    app.map.getView().fit(extent, {duration: 250, maxZoom: 10, padding: [80, 60, 80, 60]});
  }

  /** Brings one alert out, in the list and on the map. */
  choose(id, place) {
    const {app} = this.view;
    this.chosen = id;
    app.trialLayer.choose(id);
    if (place) {
      app.rememberView();
      goTo(app.map, place.lon, place.lat, 10);
    }
    app.refresh('fences');
    if (!place) requestAnimationFrame(() => document.querySelector('.differences .chosen')?.scrollIntoView({block: 'nearest'}));
  }

  async end() {
    const {id} = this.run;
    this.run = null;
    this.view.app.trialLayer.set(null);
    this.view.app.refresh('fences');
    try {
      await remove('/api/backtests/' + segment(id));
    } catch {
      // It is gone already.
    }
  }

  draw() {
    if (!this.run) return nothing;
    const {run} = this;
    return html`<section class="trial" aria-label=${t('trial.title')}>
      <header class="side-head"><h3>${t('trial.title')} <small>${span(run)}</small></h3>
        <button class="act small end-trial" @click=${() => this.end()}>${t(this.busy() ? 'trial.cancel' : 'trial.close')}</button></header>
      ${this.busy() ? html`<p class="small" role="status"><progress max="1" .value=${run.progress}></progress>
        ${run.state === 'waiting' ? tn('trial.waiting', run.before) : t('trial.running', {percent: percent(run.progress)})}</p>` : nothing}
      ${run.failure ? html`<p class="message bad" role="alert">${told(run.failure)}</p>` : nothing}
      ${run.state === 'done' ? this.result(run.result) : nothing}</section>`;
  }

  result(r) {
    const {counts} = r;
    return html`<p class="verdict">${t('trial.counts', {new: counts.new, lost: counts.lost, changed: counts.changed, same: counts.same})}
        <small>${t('trial.basis', {lines: grouped(r.lines)})}</small></p>
      ${r.problems.map((problem) => html`<p class="message bad">${told(problem)}</p>`)}
      ${r.known.missed.length ? html`<p class="message bad missed" role="alert">${tn('trial.missed', r.known.missed.length)}</p>` : nothing}
      <table class="loads"><thead><tr><th>${t('trial.watch')}</th><th class="num" colspan="2">${t('trial.alerts')}</th><th class="num" colspan="2">${t('trial.rings')}</th></tr></thead>
        <tbody>${r.watches.map((w) => html`<tr><td>${dayOf(millis(w.from))} ${belize(millis(w.from), false)}</td>${pair(w.before.alerts, w.after.alerts)}${pair(w.before.rings, w.after.rings)}</tr>`)}
          <tr class="sum"><td>${t('trial.all')}</td>${pair(r.before.alerts, r.after.alerts)}${pair(r.before.rings, r.after.rings)}</tr>
          <tr><td>${t('trial.worst')}</td>${pair(worst(r.before), worst(r.after))}<td colspan="2"></td></tr></tbody></table>
      ${this.list('new', r.new.map((row) => this.row(row, row)))}
      ${this.list('lost', r.lost.map((row) => this.row(row, row)))}
      ${this.list('changed', r.changed.map((row) => this.row(row.before, row.after)))}
      ${r.omitted ? html`<p class="small">${t('trial.omitted', {n: r.omitted})}</p>` : nothing}`;
  }

  list(what, rows) {
    if (!rows.length) return nothing;
    return html`<h4><span class="sign ${what}" aria-hidden="true">${SIGNS[what]}</span> ${t('trial.' + what)} <small>${rows.length}</small></h4>
      <table class="differences ${what}"><tbody>${rows.slice(0, SHOWN)}</tbody></table>
      ${rows.length > SHOWN ? html`<p class="small">${t('trial.omitted', {n: rows.length - SHOWN})}</p>` : nothing}`;
  }

  /** One alert, as it was and as it would be. */
  row(before, after) {
    const at = millis(before.time);
    const later = Math.round((millis(after.time) - at) / 1000);
    const {id, position} = after.alert;
    return html`<tr class=${this.chosen === id ? 'chosen' : ''}><td class="mono">${dayOf(at)} ${belize(at)}<small>${zulu(at)}</small></td>
      <td>${badge(before.priority)}${before.priority === after.priority ? nothing : html` → ${badge(after.priority)}`}</td>
      <td><b>${term('alertKind', before.alert.kind)}</b> ${headlineOf(before.alert)}
        ${position ? html`<button class="link on-map" @click=${() => this.choose(id, position)}>${t('trial.onMap')}</button>` : nothing}
        ${before.known ? html`<small class="known">${t('trial.known')}</small>` : nothing}
        ${later ? html`<small>${t(later > 0 ? 'trial.later' : 'trial.earlier', {n: Math.abs(later)})}</small>` : nothing}</td></tr>`;
  }
}

const pair = (before, after) => html`<td class="num">${before}</td><td class="num ${before === after ? '' : 'other'}">${after}</td>`;
const worst = (load) => load.worstTenMinutes?.alerts ?? 0;
const span = (run) => dayOf(millis(run.from)) + ' ' + belize(millis(run.from), false) + ' – ' + dayOf(millis(run.to)) + ' ' + belize(millis(run.to), false) + ' BZ';
const badge = (priority) => html`<span class="badge outline ${priority}" title=${t('priority.' + priority)}>${MARK[priority]}</span>`;
