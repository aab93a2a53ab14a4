/** Feeds, audit, versions and where the chart comes from. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {get} from './api.js';
import {dayOf, headlineOf} from './alertview.js';
import {ATTRIBUTION} from './mapview.js';
import {feedTable} from './strip.js';
import {grouped, plain} from './format.js';
import {noteWords} from './servernotes.js';
import {t, term, worded} from './i18n.js';
import {belize, millis, zulu} from './time.js';
import {UsersView} from './usersview.js';
import {WatchLists} from './watchlists.js';

/** A moment as the audit has it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** State of the screen. */
export class SystemView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.audit = null;
    this.health = null;
    this.radars = [];
    this.watchLists = new WatchLists(app);
    this.usersView = new UsersView(app);
  }

  /** Fetches audit and health anew. */
  async load() {
    this.watchLists.load();
    this.usersView.load();
    const readsAudit = this.app.may('audit');
    const [audit, health, stations] = await Promise.allSettled([readsAudit ? get('/api/audit?limit=100') : {body: {items: []}}, readHealth(), get('/api/stations')]);
    this.audit = audit.value?.body.items ?? [];
    this.auditProblem = audit.reason?.message;
    this.health = health.value ?? null;
    this.radars = (stations.value?.body.items ?? []).filter((s) => s.kind === 'radar');
    this.app.refresh('system');
  }

  draw() {
    const {app} = this;
    render(html`<div class="system">
      <section class="wide"><h2>${t('feeds.title')}</h2>${app.live.feeds.length ? feedTable(app) : html`<p class="empty">${t('feeds.none')}</p>`}</section>
      ${this.radars.length ? html`<section class="wide"><h2>${t('radars.title')}</h2>${this.radarTable()}</section>` : nothing}
      ${this.app.canaryView.section()}
      ${this.usersView.section()}
      ${this.watchLists.section()}
      <section><h2>${t('system.versions')}</h2>${this.versions()}<h2>${t('system.health')}</h2>${this.checks()}</section>
      <section><h2>${t('system.sound')}</h2><p class="acts">
        ${['emergency', 'alarm', 'warning', 'lost'].map((p) => html`<button class="act" @click=${() => app.playSample(p)}>♪ ${t('sound.' + p)}</button>`)}</p>
        <p><label class="check"><input type="checkbox" name="second" .checked=${app.isSecondConsole} @change=${() => app.toggleConsole()}> ${t('console.isSecond')}</label>
          <small>${t('console.secondNote')}</small></p>
        <h2>${t('system.page')}</h2>${this.page()}</section>
      <section class="wide"><h2>${t('system.audit')} <button class="act small" @click=${() => this.load()}>${t('reload')}</button></h2>${this.auditTable()}</section>
      <section class="wide"><h2>${t('system.chart')}</h2><p><b>${t('chart.notOfficial')}</b></p><p>${ATTRIBUTION}</p>${this.layers()}</section>
    </div>`, this.element);
  }

  versions() {
    const w = this.app.live.welcome;
    const v = this.app.live.versions;
    return html`<dl class="facts">
      <dt>Keelbill</dt><dd>${w?.build ?? '—'}</dd>
      <dt>${t('system.epoch')}</dt><dd class="mono">${w?.epoch ?? '—'}</dd>
      <dt>${t('system.rules')}</dt><dd>${v.ruleVersion ?? '—'}</dd>
      <dt>${t('system.fences')}</dt><dd>${v.fenceVersion ?? this.app.fences?.features?.length ?? '—'}</dd>
      <dt>OpenLayers</dt><dd>${window.ol.util?.VERSION ?? '10.7.0'} · BSD-2-Clause</dd>
      <dt>lit-html</dt><dd>3.3.2 · BSD-3-Clause</dd></dl>`;
  }

  checks() {
    if (!this.health) return html`<p>—</p>`;
    return html`<dl class="facts"><dt>${t('system.ready')}</dt><dd>${term('health', this.health.status)}</dd>
      ${Object.entries(this.health.checks ?? {}).map(([k, v]) => html`<dt>${term('check', k)}</dt><dd>${Array.isArray(v) ? v.map(noteWords).join('; ') || '—' : term('checked', v)}</dd>`)}</dl>`;
  }

  /** By how much each radar measures wrong, as ships tell that it sees. */
  radarTable() {
    return html`<table class="audit"><thead><tr><th>${t('radars.radar')}</th><th class="num">${t('radars.pairs')}</th><th class="num">${t('radars.bearing')}</th>
      <th class="num">${t('radars.range')}</th><th>${t('radars.advice')}</th></tr></thead>
      <tbody>${this.radars.map(({id, bias: b}) => b ? html`<tr><td>${id}</td><td class="num">${t('radars.ofShips', {pairs: grouped(b.pairs), ships: b.ships})}</td>
        <td class="num">${plain(b.bearingDeg, 2)} ± ${plain(b.bearingSigmaDeg, 2)}°</td><td class="num">${plain(b.rangeM, 0)} ± ${plain(b.rangeSigmaM, 0)} m</td>
        <td>${b.set.length ? t(b.needsApproval ? 'radars.approve' : 'radars.set', {keys: b.set.join(', ')}) : t('radars.right')}</td></tr>`
    : html`<tr><td>${id}</td><td colspan="4">${t('radars.unknown')}</td></tr>`)}</tbody></table>`;
  }

  page() {
    const {app} = this;
    const {renderer} = app.layer;
    return html`<dl class="facts"><dt>${t('system.tracks')}</dt><dd>${grouped(app.live.tracks.size)}</dd>
      <dt>${t('system.draw')}</dt><dd>${plain(app.layer.drawMillis, 1)} ms</dd>
      <dt>${t('system.renderer')}</dt><dd class="renderer">${t('renderer.' + (renderer.trouble ?? renderer.name))}</dd>
      <dt>${t('system.alertSeq')}</dt><dd>${app.live.alerts.seq}</dd>
      <dt>${t('system.clockOffset')}</dt><dd>${plain(app.live.clock.offset / 1000, 1)} s</dd></dl>`;
  }

  auditTable() {
    if (this.auditProblem) return html`<p class="message bad">${this.auditProblem}</p>`;
    if (!this.audit) return html`<p class="empty">${t('loading')}</p>`;
    if (!this.audit.length) return html`<p class="empty">${t('system.noAudit')}</p>`;
    return html`<table class="audit"><thead><tr><th class="num">#</th><th>${t('audit.at')}</th><th>${t('audit.actor')}</th><th>${t('audit.act')}</th><th>${t('audit.detail')}</th></tr></thead>
      <tbody>${this.audit.map((a) => html`<tr><td class="num">${a.seq}</td><td>${belize(millis(a.at))} BZ <small>${dayOf(millis(a.at))} · ${zulu(millis(a.at))}</small></td>
        <td>${a.actor === 'watch' ? t('actor.watch') : a.actor}</td><td>${term('act', a.act.replaceAll(' ', '-'))}</td><td>${detailOf(a)}</td></tr>`)}</tbody></table>`;
  }

  layers() {
    const list = this.app.basemap?.metadata ?? [];
    return html`<table class="audit"><thead><tr><th>${t('layers.layer')}</th><th>${t('layers.licence')}</th><th>${t('layers.from')}</th><th>${t('layers.official')}</th></tr></thead>
      <tbody>${list.map((m) => html`<tr><td>${m.name}</td><td>${m.licence ?? '—'}</td><td>${m.attribution && m.attribution !== 'none required' ? m.attribution : m.source ?? '—'}
        ${m.authority ? html`<small>${m.authority} ${m.reference ?? ''}</small>` : nothing}</td>
        <td>${m.official === true ? t('yes') : t('layers.notOfficial')}</td></tr>`)}</tbody></table>`;
  }
}

/** What an entry tells, times by the clock on the wall; an alert's own sentence comes with a pattern. */
function detailOf({said, message}) {
  const valued = (values) => (message ? {...values, text: headlineOf({headline: values.text, message})} : values);
  return worded(said.map((piece) => ({...piece, values: onTheWall(valued(piece.values))})));
}

function onTheWall(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, MOMENT.test(value) ? `${dayOf(millis(value))} ${belize(millis(value))} BZ` : value]));
}

/** Not ready is an answer too, with the reasons in its body. */
async function readHealth() {
  const answer = await fetch('/health/ready');
  return answer.json();
}
