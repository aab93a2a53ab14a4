/** The alert list: the most urgent first, still while it is being read, each alert with its reasons. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {can, isOnDesk, isOpen, isShelved, isUnacknowledged, MARK, minutesLeft} from './alerts.js';
import {has, language, say, t, term, tn, told} from './i18n.js';
import {formatPosition} from './coord.js';
import {degreesTrue, plain} from './format.js';
import {comments, shelfReason, tendingWords} from './tending.js';
import {belize, belizeDate, belizeDay, millis, span, zulu} from './time.js';
import {nameOf, shortId} from './tracks.js';

/** The list and the order it holds while pointer or focus is inside. */
export class AlertView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.tab = 'open';
    this.order = [];
    this.held = false;
    element.addEventListener('pointerenter', () => this.hold(true));
    element.addEventListener('pointerleave', () => this.hold(element.contains(document.activeElement)));
    element.addEventListener('focusin', () => this.hold(true));
    element.addEventListener('focusout', (e) => this.hold(element.contains(e.relatedTarget) || element.matches(':hover')));
  }

  hold(held) {
    if (this.held === held) return;
    this.held = held;
    this.app.refresh('alerts');
  }

  /** The alerts to show in order, and how many new ones wait outside. */
  arrange() {
    const {alerts} = this.app.shown;
    const wanted = this.wanted();
    if (!this.held) {
      this.order = wanted.map((a) => a.id);
      return {items: wanted, waiting: []};
    }
    const shown = new Set(this.order);
    const items = this.order.map((id) => alerts.byId.get(id)).filter((a) => a && this.isHere(a));
    return {items, waiting: wanted.filter((a) => !shown.has(a.id))};
  }

  /** What belongs on the open tab; in a flood cautions are counted and not listed, until somebody asks for them. */
  wanted() {
    const {alerts} = this.app.shown;
    if (this.tab === 'shelved') return alerts.shelved();
    if (this.tab === 'history') return alerts.closed();
    const open = alerts.open(this.app.now());
    this.folded = this.isFlood() && !this.showsCautions ? open.filter((a) => a.priority === 'caution').length : 0;
    return this.folded ? open.filter((a) => a.priority !== 'caution') : open;
  }

  isFlood() {
    return this.app.shown === this.app.live && this.app.live.alerts.isFlood(this.app.now());
  }

  /** An alert that is closed or laid aside while its list is held still leaves it. */
  isHere(alert) {
    return this.tab === 'shelved' ? isShelved(alert) : this.tab === 'history' ? !isOpen(alert) : isOnDesk(alert);
  }

  release() {
    this.held = false;
    this.arrange();
    this.held = this.element.matches(':hover') || this.element.contains(document.activeElement);
    this.app.refresh('alerts');
  }

  show(tab) {
    this.tab = tab;
    this.release();
  }

  draw() {
    const {app} = this;
    const {items, waiting} = this.arrange();
    const {alerts} = app.shown;
    const all = [...alerts.byId.values()];
    const counts = {open: all.filter(isOnDesk).length, shelved: all.filter(isShelved).length, history: all.filter((a) => !isOpen(a)).length};
    render(html`
      <header class="side-head">
        <h2>${t(app.shown === app.live ? 'alerts.title' : 'alerts.replayTitle')}</h2>
        <span class="tabs small">
          ${['open', 'shelved', 'history'].map((tab) => html`<button class="tab ${tab}" aria-current=${this.tab === tab} @click=${() => this.show(tab)}>${t('alerts.' + tab, {n: counts[tab]})}</button>`)}
        </span>
        ${waiting.length ? html`<button class="pill" @click=${() => this.release()}>${tn('alerts.new', waiting.length)} ${MARK[waiting[0].priority]}</button>`
          : this.held && items.length ? html`<span class="held" title=${t('alerts.heldTitle')}>${t('alerts.held')}</span>` : nothing}
      </header>
      ${app.shown === app.live && app.linkState() === 'lost' ? html`<p class="message bad">${t('alert.ackLost')}</p>` : nothing}
      ${this.tab === 'open' && app.shown === app.live ? this.together() : nothing}
      ${items.length ? html`<ol class="alert-list">${items.map((alert) => this.item(alert))}</ol>` : html`<p class="empty">${t(this.emptyKey())}</p>`}
    `, this.element);
  }

  emptyKey() {
    if (!this.app.shown.link.everCaughtUp) return 'alerts.notYet';
    return {open: 'alerts.noneOpen', shelved: 'alerts.noneShelved', history: 'alerts.noneClosed'}[this.tab];
  }

  /** The flood, and what may be acknowledged together: warnings and cautions, never alarms. */
  together() {
    const {app} = this;
    const groups = ['warning', 'caution'].map((p) => [p, app.waitingOf(p)]).filter(([, waiting]) => waiting.length > 1);
    const flood = this.isFlood();
    if (!flood && !groups.length) return nothing;
    return html`<div class="together ${flood ? 'flood' : ''}">
      ${flood ? html`<p class="message flood" role="status"><b>${t('flood.title')}</b> ${t('flood.count', {n: app.live.alerts.raisedWithin(10, app.now())})}
        ${this.folded || this.showsCautions ? html`<button class="act small" @click=${() => { this.showsCautions = !this.showsCautions; this.release(); }}>
          ${this.showsCautions ? t('flood.hide') : t('flood.show', {n: this.folded})}</button>` : nothing}</p>` : nothing}
      ${app.mayTend() ? groups.map(([p, waiting]) => html`<button class="act small" ?disabled=${app.linkState() === 'lost'}
        @click=${() => app.acknowledgeAll(waiting)}>${t('alerts.ackAll', {n: waiting.length, level: t('priorities.' + p)})}</button>`) : nothing}</div>`;
  }

  item(alert) {
    const {app} = this;
    const open = app.openAlertId === alert.id;
    const unacknowledged = isUnacknowledged(alert);
    return html`<li class="alert ${alert.priority} ${alert.state} ${open ? 'open' : ''} ${unacknowledged ? 'waiting' : ''}" data-id=${alert.id}>
      <button class="alert-head" aria-expanded=${open} @click=${() => app.toggleAlert(alert.id)}>
        <span class="badge ${alert.priority} ${unacknowledged ? '' : 'outline'}">${MARK[alert.priority] ?? '◆'}</span>
        <span class="kind">${term('alertKind', alert.kind)}</span>
        <span class="level">${t('priority.' + alert.priority)}</span>
        ${this.left(alert)}
        <span class="when" title=${belizeDay(millis(alert.time))}>${belize(millis(alert.time), false)} BZ<i> ${zulu(millis(alert.time), false)}</i></span>
        <span class="headline ${alert.state === 'rectified-unacknowledged' ? 'over' : ''}" lang=${headlineLanguage(alert)}>${headlineOf(alert)}</span>
        ${this.stateLine(alert)}
      </button>
      ${open || (unacknowledged && this.tab === 'open' && alert.priority !== 'caution') ? this.acts(alert, open) : nothing}
      ${open ? this.details(alert) : nothing}
    </li>`;
  }

  left(alert) {
    const minutes = minutesLeft(alert, this.app.now());
    if (!Number.isFinite(minutes) || !isOpen(alert)) return nothing;
    return minutes > 0 ? html`<span class="left ${minutes < 10 ? 'soon' : ''}">${t('alert.left', {n: Math.ceil(minutes)})}</span>`
      : html`<span class="left gone">${t('alert.leftNone')}</span>`;
  }

  stateLine(alert) {
    const words = tendingWords(this.app, alert);
    if (alert.state === 'active-unacknowledged' && !words.length) return nothing;
    const explained = alert.message?.values?.explainedBy;
    const by = alert.acknowledgedBy ? t('alert.by', {who: alert.acknowledgedBy, at: belize(millis(alert.acknowledgedAt), false)}) : '';
    return html`<span class="state"><span>${t('state.' + alert.state)}</span>${words.map((w) => html`<span class="tending"> · ${w}</span>`)}${shelfReason(alert)}${explained ? ' · ' + t('alert.explainedBy', {plan: explained}) : ''}${by ? ' · ' + by : ''}${alert.verdict ? ' · ' + t('verdict.' + alert.verdict.is) : ''}</span>`;
  }

  acts(alert, open) {
    const {app} = this;
    if (app.shown !== app.live) return html`<div class="acts">${this.showButton(alert)}${app.takingOut.buttons(alert)}</div>`;
    const sent = app.sent.get(alert.id);
    const may = app.mayTend();
    return html`<div class="acts">
      ${may && can('ack', alert) ? this.ackButton(alert, open, sent) : nothing}
      ${may && open ? this.moreActs(alert, sent) : nothing}
      ${this.showButton(alert)}
      ${open ? app.takingOut.buttons(alert) : nothing}
      ${sent && sent !== 'sent' ? html`<small class="why bad">${sent}</small>` : nothing}</div>`;
  }

  /** An alarm is acknowledged by whoever has seen its evidence: until then the button shows it. */
  ackButton(alert, open, sent) {
    const {app} = this;
    const lost = app.linkState() === 'lost';
    const seen = app.hasSeen(alert);
    const title = lost ? t('alert.ackLost') : seen ? t('alert.ackTitle') : t('alert.ackUnseen');
    return html`<button class="act ack ${seen ? '' : 'evidence-first'}" ?disabled=${lost || sent === 'sent'} title=${title}
      @click=${() => (seen ? app.tend(alert.id, 'ack') : app.showAlert(alert.id))}>
      ${sent === 'sent' ? t('alert.ackSent') : t(seen ? 'alert.ack' : 'alert.seeFirst')} ${open ? html`<kbd>A</kbd>` : nothing}</button>`;
  }

  moreActs(alert, sent) {
    const {app} = this;
    const off = app.linkState() === 'lost' || sent === 'sent';
    const mine = alert.assigned?.to === app.myName();
    const button = (act, words, press, key) => (can(act, alert) ? html`<button class="act ${act}" ?disabled=${off} title=${t('tend.' + act + 'Title')}
      @click=${press}>${words} ${key ? html`<kbd>${key}</kbd>` : nothing}</button>` : nothing);
    return html`
      ${mine ? button('accept', t('tend.accept'), () => app.tend(alert.id, 'accept')) : nothing}
      ${button('silence', t('tend.silence'), () => app.tend(alert.id, 'silence'), 'S')}
      ${button('assign', t('tend.assign'), () => app.assignAlert(alert))}
      ${button('shelve', t('tend.shelve'), () => app.shelveOpen(), 'Z')}
      ${button('unshelve', t('tend.unshelve'), () => app.tend(alert.id, 'unshelve'))}
      ${button('escalate', t('tend.escalate'), () => app.escalateOpen(), 'E')}
      ${can('close', alert) ? html`<button class="act close-alert" ?disabled=${off} title=${t('alert.closeTitle')}
        @click=${() => app.closeAlert(alert)}>${t(isOpen(alert) ? 'alert.close' : 'alert.judge')} <kbd>D</kbd></button>` : nothing}`;
  }

  showButton(alert) {
    const shown = this.app.evidence?.alertId === alert.id;
    return html`<button class="act" aria-pressed=${shown} @click=${() => this.app.showAlert(alert.id)}>${t('alert.show')}</button>`;
  }

  details(alert) {
    return html`<div class="details">
      ${comments(this.app, alert)}
      ${reasonTable(alert)}
      <dl class="facts">
        ${fact('alert.verdict', verdictWords(alert.verdict))}
        ${fact('alert.onset', alert.onset ? zulu(millis(alert.onset)) + ' · ' + say(span(millis(alert.time) - millis(alert.onset))) + ' ' + t('alert.beforeAlert') : null)}
        ${fact('alert.position', alert.position ? formatPosition(alert.position.lat, alert.position.lon) : null)}
        ${fact('alert.tracks', this.tracks(alert))}
        ${fact('alert.fence', alert.fence ? this.fenceName(alert.fence) : null)}
        ${fact('alert.normal', told(alert.normal))}
        ${fact('alert.coverage', told(alert.coverage))}
        ${fact('slack.patrol', patrolWords(alert.patrol))}
        ${fact('alert.nearPlans', nearPlans(alert.message?.values?.plans))}
        ${fact('alert.landingSites', alert.message?.values?.sites?.split('; ').map((site) => html`${site}<br>`))}
        ${fact('alert.unknown', alert.unknown?.length ? alert.unknown.map((u) => term('unknown', u)).join(', ') : null)}
        ${fact('alert.wouldClear', told(alert.wouldClear))}
        ${fact('alert.linked', alert.linked?.length ? alert.linked.map((id) => this.linked(id)) : null)}
        ${fact('alert.evidence', alert.evidence?.length ? evidenceLines(alert.evidence) : null)}
        ${fact('alert.reference', [alert.id, alert.case, alert.ruleVersion ? t('alert.ruleVersion', {n: alert.ruleVersion}) : null,
          alert.revision > 1 ? t('alert.revision', {n: alert.revision}) : null].filter(Boolean).join(' · '))}
      </dl></div>`;
  }

  tracks(alert) {
    const {tracks} = this.app.shown;
    return (alert.tracks ?? []).map((name) => {
      const slot = tracks.findContact(name);
      const row = slot >= 0 ? tracks.rows[slot] : null;
      return row ? html`<button class="link" @click=${() => this.app.goToTrack(row.id)}>${nameOf(row)}</button> `
        : html`<span class="mono" title=${name}>${shortId(name)} <small>${t('alert.trackGone')}</small></span> `;
    });
  }

  fenceName(id) {
    const feature = this.app.fences?.features?.find((f) => (f.properties?.id ?? f.id) === id);
    return html`<button class="link" @click=${() => this.app.highlightFence(id)}>${feature?.properties?.name ?? id}</button>`;
  }

  linked(id) {
    const other = this.app.shown.alerts.byId.get(id);
    return html`<button class="link" @click=${() => this.app.openAlert(id)}>${other ? term('alertKind', other.kind) : id}</button> `;
  }
}

/** Who of ours would be there first, as it was when the alert was last revised. */
function patrolWords(patrol) {
  if (!patrol) return null;
  const meets = patrol.possible ? t('slack.meets', {min: plain(patrol.minutes, 0)}) + ', ' + t('slack.steer', {course: degreesTrue(patrol.courseDegrees), knots: plain(patrol.speedKnots, 0) + ' kn'})
    : t('slack.noMeeting', {knots: plain(patrol.speedKnots, 0) + ' kn', needed: plain(patrol.neededKnots, 0) + ' kn'});
  return patrol.name + ': ' + meets + (patrol.overLand ? ', ' + t('slack.overLand') : '');
}

/** What it turned out to be; the note is an officer's own words. */
function verdictWords(verdict) {
  if (!verdict) return null;
  const said = t('alert.judged', {verdict: t('verdict.' + verdict.is), who: verdict.by, at: belize(millis(verdict.at), false) + ' BZ'});
  return html`${said}${verdict.note ? html`<br><q>${verdict.note}</q>` : nothing}`;
}

const fact = (key, value) => (value ? html`<dt>${t(key)}</dt><dd>${value}</dd>` : nothing);

/** The sentence in the reader's language when the watch gave its parts, else as the watch wrote it. */
export function headlineOf(alert) {
  return translated(alert) ?? alert.headline;
}

function translated(alert) {
  const key = alert.message?.key;
  if (language() === 'en' || !key || !has(key)) return null;
  const values = Object.fromEntries(Object.entries(alert.message.values ?? {}).map(([k, v]) => [k, typeof v === 'number' ? plain(v, 1) : said(v)]));
  const text = t(key, values);
  return text.includes('{') ? null : text;
}

/** The watch's fixed phrases in the reader's language: where something is, and what has no name. */
function said(value) {
  if (has('said.' + value)) return t('said.' + value);
  const from = /^(\d+) nm ([a-z-]+) of (.+)$/.exec(value);
  if (from) return t('where.from', {n: from[1], direction: t('direction.' + from[2]), place: from[3]});
  const aircraft = /^Aircraft ([0-9a-f]{6})$/.exec(value);
  if (aircraft) return t('said.Aircraft', {address: aircraft[1]});
  const off = /^off (.+)$/.exec(value);
  return off ? t('where.off', {place: off[1]}) : value;
}

const headlineLanguage = (alert) => (translated(alert) ? language() : 'en');

function reasonTable(alert) {
  const reasons = alert.reasons ?? [];
  if (!reasons.length) return nothing;
  const weighted = reasons.some((r) => Number.isFinite(r.weight));
  return html`<table class="reasons"><thead><tr><th>${t('reason.term')}</th><th class="num">${t('reason.value')}</th><th class="num">${t('reason.limit')}</th>
      ${weighted ? html`<th class="num">${t('reason.weight')}</th>` : nothing}</tr></thead>
    <tbody>${reasons.map((r) => html`<tr><td>${reasonWords(r.term)}</td><td class="num">${amount(r.value, r.unit) || (r.term === 'base' ? '' : '✓')}</td>
      <td class="num">${amount(r.limit, r.unit)}</td>${weighted ? html`<td class="num weight">${signed(r.weight)}</td>` : nothing}</tr>`)}</tbody></table>`;
}

const reasonWords = (word) => (told(word) === word ? term('reasonTerm', word) : told(word));

/** The plans that came near, each with why it failed: `V3HHA MZBE-MZSP: too early; …`. */
function nearPlans(list) {
  return list?.split('; ').map((plan) => {
    const [name, why] = plan.split(': ');
    return html`${name} – ${term('planFailed', why?.replaceAll(' ', '-'))}<br>`;
  });
}

function amount(value, unit) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value !== 'number') return has('value.' + value) ? t('value.' + value) : value;
  return plain(value, Math.abs(value) < 10 ? 2 : 1) + (unit ? ' ' + unit : '');
}

const signed = (w) => (Number.isFinite(w) ? (w > 0 ? '+' : w < 0 ? '−' : '') + plain(Math.abs(w)) : '—');

function evidenceLines(evidence) {
  return evidence.slice(0, 12).map((e) => html`<span class="mono">${e.line ?? ''} ${e.time ? zulu(millis(e.time)) : ''}</span>`);
}

/** A date for lists that span days. */
export function dayOf(atMillis) {
  const d = belizeDate(atMillis);
  return t('weekday.' + d.weekday) + ' ' + d.day + ' ' + t('month.' + d.month);
}
