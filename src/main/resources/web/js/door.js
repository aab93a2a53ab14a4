/** Who sits here: signing in, the first account, the lock, and going. The watch decides; this only asks. */

import {offerWatch} from './handover.js';
import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {ask, get, post, setGuard, whenRefused} from './api.js';
import {LANGUAGES, has, language, t, tn} from './i18n.js';
import {SecondFactor} from './secondfactor.js';
import {belize, millis, zulu} from './time.js';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];
const LEAST_SIGNS = 12;
const WAYS_IN = ['in', 'set-up', 'code', 'lock'];

/** The state of the session, and what is drawn of it over the page. */
export class Door {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.session = null;
    this.shown = null;
    this.fields = {};
    this.message = null;
    this.busy = false;
    this.touched = true;
    this.factor = new SecondFactor(this);
    for (const name of TOUCHES) document.addEventListener(name, () => { this.touched = true; }, {capture: true, passive: true});
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.close() && event.stopPropagation(), {capture: true});
    whenRefused((status) => this.refused(status));
  }

  /** Nobody is signed in: the picture is not ours to see. */
  get isOut() {
    return this.session !== null && ['out', 'set-up'].includes(this.session.state);
  }

  get isLocked() {
    return this.session?.state === 'locked';
  }

  get officer() {
    return this.session?.officer ?? null;
  }

  /** Whether the officer's role is one of these; the demo officer has all. */
  is(...roles) {
    return Boolean(this.officer && (this.officer.demo || roles.includes(this.officer.role)));
  }

  /** Whether somebody touched the page since this was asked last. */
  wasTouched() {
    const was = this.touched;
    this.touched = false;
    return was;
  }

  /** Asks the watch who one is, and begins or stops accordingly. */
  async look() {
    try {
      this.take((await get('/api/session')).body);
    } catch (problem) {
      this.app.begin(); // a watch that does not answer is a lost link, which the page knows how to show
    }
  }

  take(session) {
    const before = this.session;
    if (this.isAnother(session.officer)) return location.reload(); // nothing of one officer's is left to the next
    this.lastOfficer = session.officer ?? this.lastOfficer;
    this.session = session;
    setGuard(session.guard);
    this.message = null;
    this.fields = {};
    if (this.isOut) {
      this.shown = session.state === 'out' ? 'in' : 'set-up';
      this.app.pause();
    } else {
      if (this.isLocked) this.shown = 'lock';
      else if (WAYS_IN.includes(this.shown)) this.shown = null; // what somebody has opened inside stays: recovery codes are shown once
      if (before && before.officer?.name !== session.officer?.name) this.app.onScreen?.();
      this.app.begin();
    }
    this.app.refresh('door', 'strip', 'link', 'screen');
    this.focus();
    return undefined;
  }

  isAnother(officer) {
    const last = this.lastOfficer;
    return Boolean(last && officer && !last.demo && last.name !== officer.name);
  }

  /** The watch said over its socket that the console was locked or unlocked. */
  told(officer) {
    if (this.isOut || !this.session || officer.locked === this.isLocked) return;
    this.look();
  }

  refused(status) {
    if (status === 401 && !this.isOut) this.look();
    if (status === 423 && !this.isLocked) this.look();
    if (status === 423) this.focus();
  }

  focus() {
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.querySelector('[data-first]')?.focus()));
  }

  show(what) {
    this.shown = this.shown === what ? null : what;
    this.message = null;
    this.fields = {};
    this.app.refresh('door', 'strip');
    if (this.shown) this.focus();
  }

  /** Closes what may be closed; true if something was. */
  close() {
    if (!this.shown || this.isOut || this.shown === 'lock') return false;
    this.show(this.shown);
    return true;
  }

  draw() {
    const form = {in: () => this.signIn(), 'set-up': () => this.setUp(), lock: () => this.lock(), menu: () => this.menu(), password: () => this.passwordForm(), ...this.factor.forms()}[this.shown];
    for (const id of ['strip', 'stage', 'timeline']) document.getElementById(id).inert = this.isOut || this.shown === 'set-up';
    render(form ? form() : nothing, this.element);
  }

  frame(kind, title, content) {
    const modal = this.isOut || this.shown === 'set-up';
    return html`${modal ? html`<div class="veil"></div>` : nothing}
      <form class="panel door ${kind}" role="dialog" aria-modal=${modal} aria-label=${title} @submit=${(e) => { e.preventDefault(); this.send(); }}>
        <header><h2>${title}</h2>${modal ? this.languages() : nothing}</header>
        ${content}
        ${this.message ? html`<p class="message bad" role="alert">${this.message}</p>` : nothing}</form>`;
  }

  languages() {
    return html`<span class="languages" role="group" aria-label=${t('language')}>${LANGUAGES.map((l) => html`<button type="button" class="language" lang=${l}
      aria-pressed=${l === language()} @click=${() => this.app.speak(l)}>${l.toUpperCase()}</button>`)}</span>`;
  }

  field(name, {type = 'text', complete = 'off', first = false, hint, label = 'door.' + name} = {}) {
    return html`<label>${t(label)}<input name=${name} type=${type} autocomplete=${complete} required maxlength="200" spellcheck="false"
      autocapitalize="none" ?data-first=${first} .value=${this.fields[name] ?? ''} @input=${(e) => { this.fields[name] = e.target.value; }}>
      ${hint ? html`<small>${hint}</small>` : nothing}</label>`;
  }

  signIn() {
    const at = this.app.live.link.lastServerMillis;
    return this.frame('enter', t('door.signInTitle'), html`
      <p class="small">${Number.isFinite(at) ? t('door.frozen', {at: zulu(at), local: belize(at)}) : t('door.signInHint')}</p>
      ${this.field('name', {complete: 'username', first: true})}
      ${this.field('password', {type: 'password', complete: 'current-password'})}
      ${this.plainWarning()}
      <div class="acts"><button class="act primary" ?disabled=${this.busy}>${t('door.signIn')}</button></div>`);
  }

  setUp() {
    const coded = this.session.state === 'set-up';
    return this.frame('enter', t('door.setUpTitle'), html`
      <p class="small">${t(coded ? 'door.setUpHint' : 'door.setUpDemo')}</p>
      ${coded ? this.field('code', {first: true, hint: t('door.codeHint')}) : nothing}
      ${this.field('name', {complete: 'username', first: !coded, hint: t('door.nameHint')})}
      ${this.newPassword()}
      ${this.plainWarning()}
      <div class="acts"><button class="act primary" ?disabled=${this.busy}>${t('door.setUp')}</button>
        ${coded ? nothing : html`<button type="button" class="act" @click=${() => this.close()}>${t('close')}</button>`}</div>`);
  }

  newPassword() {
    return html`${this.field('new', {type: 'password', complete: 'new-password', hint: t('door.passwordHint', {n: LEAST_SIGNS})})}
      ${this.field('again', {type: 'password', complete: 'new-password'})}`;
  }

  plainWarning() {
    return this.session.encrypted ? nothing : html`<p class="small">${t('door.plain')}</p>`;
  }

  lock() {
    return this.frame('locked', t('door.lockTitle', {name: this.officer.name}), html`
      <p class="small">${t('door.lockHint')}</p>
      <div class="pair">${this.field('password', {type: 'password', complete: 'current-password', first: true})}
        <button class="act primary" ?disabled=${this.busy}>${t('door.unlock')}</button>
        <button type="button" class="act" @click=${() => this.signOut()}>${t('door.change')}</button></div>`);
  }

  menu() {
    const o = this.officer;
    const end = this.session.endsAt ? millis(this.session.endsAt) : NaN;
    return this.frame('menu', o.name, html`
      <dl class="facts"><dt>${t('door.role')}</dt><dd>${t(o.demo ? 'role.demo' : 'role.' + o.role)}${o.supervisor && !o.demo ? ' · ' + t('users.supervisor') : ''}</dd>
        ${Number.isFinite(end) ? html`<dt>${t('door.until')}</dt><dd>${belize(end)} BZ · ${zulu(end)}</dd>` : nothing}</dl>
      ${o.demo ? html`<p class="small">${t('door.demoHint')}</p>` : nothing}
      <div class="acts column">
        ${o.demo ? html`<button type="button" class="act" data-first @click=${() => this.show('set-up')}>${t('door.setUpAccounts')}</button>`
      : html`${this.keepsWatch() ? html`<button type="button" class="act" data-first @click=${() => this.act('POST', '/api/session/lock')}>${t('door.lockNow')}</button>
          <button type="button" class="act hand-over" @click=${() => { this.close(); offerWatch(this.app); }}>${t('handover.menu')}</button>` : nothing}
          ${this.factor.menuButton()}
          <button type="button" class="act" @click=${() => this.show('password')}>${t('door.changePassword')}</button>
          <button type="button" class="act" @click=${() => this.signOut()}>${t('door.signOut')}</button>`}
        <button type="button" class="act" @click=${() => this.close()}>${t('close')}</button></div>`);
  }

  keepsWatch() {
    return ['watch', 'operator'].includes(this.officer?.role);
  }

  passwordForm() {
    return this.frame('menu', t('door.changePassword'), html`
      ${this.field('old', {type: 'password', complete: 'current-password', first: true})}
      ${this.newPassword()}
      <div class="acts"><button class="act primary" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="act" @click=${() => this.close()}>${t('close')}</button></div>`);
  }

  send() {
    if (this.factor.send()) return undefined;
    const f = this.fields;
    const fresh = this.shown === 'set-up' || this.shown === 'password';
    if (fresh && f.new !== f.again) return this.say(t('door.differ'));
    switch (this.shown) {
      case 'in': return this.act('POST', '/api/session', {name: f.name, password: f.password});
      case 'lock': return this.act('POST', '/api/session/unlock', {password: f.password});
      case 'set-up': return this.act('POST', '/api/setup', {name: f.name, password: f.new, ...(f.code ? {code: f.code} : {})});
      case 'password': return this.act('PUT', '/api/session/password', {old: f.old, new: f.new});
      default: return undefined;
    }
  }

  async act(method, path, body) {
    this.busy = true;
    this.message = null;
    this.app.refresh('door');
    try {
      const answer = await ask(method, path, body ?? {});
      const changed = this.shown === 'password';
      this.shown = null;
      this.take(answer.body);
      if (changed) this.app.toast(t('door.changed'), 'good');
    } catch (problem) {
      this.objected(problem);
      this.focus();
    }
    this.busy = false;
    this.app.refresh('door');
  }

  /** A right password that needs a code as well leads to the form for it; what was typed is kept. */
  objected(problem) {
    if (problem.problem?.needs === 'code') this.shown = 'code';
    else this.say(this.shown === 'code' && problem.status === 401 ? t('factor.codeWrong') : words(problem));
  }

  words(problem) {
    return words(problem);
  }

  async signOut() {
    await ask('DELETE', '/api/session').catch(() => null);
    location.reload(); // the picture is not left on the screen
  }

  say(message) {
    this.message = message;
    this.app.refresh('door');
  }
}

/** What the watch objected to, in the reader's language where it can be said. */
export function words(problem) {
  const faults = problem.problem?.errors ?? [];
  if (faults.length) return faults.map((f) => (has('fault.' + f.reason) ? t('fault.' + f.reason) : f.detail)).join(' ');
  if (problem.status === 429) return tn('door.tooMany', Math.ceil((problem.retryAfter ?? 900) / 60));
  return has('door.status' + problem.status) ? t('door.status' + problem.status) : problem.message;
}

/** The chip of the strip that says who sits here. */
export function officerChip(app) {
  const o = app.door?.officer;
  if (!o) return nothing;
  return html`<button class="chip officer ${app.door.isLocked ? 'locked' : ''}" aria-haspopup="dialog" aria-expanded=${app.door.shown === 'menu'}
    title=${t('door.menuTitle')} @click=${() => app.door.isLocked || app.door.show('menu')}>
    <b>${o.name}</b><small>${app.door.isLocked ? t('door.isLocked') : o.demo ? '' : t('role.' + o.role)}</small> ▾</button>`;
}

/** Says that nobody keeps the watch; nothing while somebody does. */
export function attendanceChip(app) {
  const since = app.live.unattendedSince;
  if (!since) return nothing;
  return html`<span class="chip unattended" role="status" title=${t('attendance.title')}>${t('attendance.none', {at: belize(millis(since)).slice(0, 5)})}</span>`;
}
