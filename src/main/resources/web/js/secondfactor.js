/** The second factor: setting it up with a QR code drawn here, its recovery codes, and the code at signing in. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {ask, post} from './api.js';
import {t} from './i18n.js';

const QUIET = 4;
const CODE = {complete: 'one-time-code', first: true};

/** The forms of the door that are about it. */
export class SecondFactor {
  constructor(door) {
    this.door = door;
    this.offer = null;
    this.recoveryCodes = null;
  }

  get state() {
    return this.door.session?.secondFactor ?? null;
  }

  forms() {
    return {code: () => this.atSignIn(), factor: () => this.first(), 'factor-scan': () => this.scan(), 'factor-codes': () => this.codes()};
  }

  menuButton() {
    if (!this.state) return nothing;
    return html`<button type="button" class="act second-factor" @click=${() => this.door.show('factor')}>${t(this.state === 'set' ? 'factor.another' : 'factor.menu')}</button>`;
  }

  /** Says who should have one and has none. */
  chip() {
    if (this.state !== 'due') return nothing;
    return html`<button class="chip bad factor-due" title=${t('factor.dueTitle')} @click=${() => this.door.show('factor')}>${t('factor.due')}</button>`;
  }

  atSignIn() {
    const {door} = this;
    return door.frame('enter', t('factor.signIn'), html`<p class="small">${t('factor.signInHint')}</p>
      ${door.field('code', {...CODE, label: 'factor.code'})}
      <div class="acts"><button class="act primary" ?disabled=${door.busy}>${t('door.signIn')}</button>
        <button type="button" class="act" @click=${() => door.show('in')}>${t('tour.back')}</button></div>`);
  }

  first() {
    const {door} = this;
    return door.frame('menu factor', t('factor.title'), html`<p class="small">${t('factor.why')}</p>
      ${door.field('password', {type: 'password', complete: 'current-password', first: true})}
      ${this.state === 'set' ? door.field('code', {complete: 'one-time-code', label: 'factor.codeNow'}) : nothing}
      ${this.acts('factor.show')}`);
  }

  scan() {
    const {door} = this;
    return door.frame('menu factor', t('factor.title'), html`<p class="small">${t('factor.scan')}</p>
      ${drawn(this.offer.qr)}
      <p class="small">${t('factor.typed')} <code class="secret">${this.offer.secret.match(/.{1,4}/g).join(' ')}</code></p>
      ${door.field('code', {...CODE, label: 'factor.firstCode'})}
      ${this.acts('factor.set')}`);
  }

  codes() {
    return this.door.frame('menu factor', t('factor.codesTitle'), html`<p class="small">${t('factor.codesHint')}</p>
      <ul class="recovery">${this.recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      <div class="acts"><button type="button" class="act" @click=${() => navigator.clipboard?.writeText(this.recoveryCodes.join('\n'))}>${t('factor.copy')}</button>
        <button type="button" class="act primary" data-first @click=${() => this.door.close()}>${t('factor.kept')}</button></div>`);
  }

  acts(key) {
    return html`<div class="acts"><button class="act primary" ?disabled=${this.door.busy}>${t(key)}</button>
      <button type="button" class="act" @click=${() => this.door.close()}>${t('close')}</button></div>`;
  }

  /** Sends the form that is shown; false if it is none of these. */
  send() {
    const {door} = this;
    const f = door.fields;
    switch (door.shown) {
      case 'code': return door.act('POST', '/api/session', {name: f.name, password: f.password, code: f.code});
      case 'factor': return this.trying(() => this.show(f));
      case 'factor-scan': return this.trying(() => this.set(f.code));
      default: return false;
    }
  }

  async show({password, code}) {
    this.offer = (await post('/api/session/second-factor', {password, ...(code ? {code} : {})})).body;
    this.door.show('factor-scan');
  }

  async set(code) {
    const {body} = await ask('PUT', '/api/session/second-factor', {code});
    const {recoveryCodes, ...session} = body;
    this.offer = null;
    this.recoveryCodes = recoveryCodes;
    this.door.take(session);
    this.door.show('factor-codes');
  }

  async trying(work) {
    const {door} = this;
    door.busy = true;
    door.message = null;
    door.app.refresh('door');
    try {
      await work();
    } catch (problem) {
      door.say(problem.status === 403 ? t(door.shown === 'factor' ? 'factor.notRight' : 'factor.codeWrong') : door.words(problem));
      door.focus();
    }
    door.busy = false;
    door.app.refresh('door', 'strip');
    return true;
  }
}

/** Dark on light in every palette, with the quiet border that readers need. */
function drawn(rows) {
  const size = rows.length + 2 * QUIET;
  const path = rows.map((row, y) => [...row].map((module, x) => (module === '1' ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join('')).join('');
  return html`<svg class="qr" role="img" aria-label=${t('factor.qr')} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path></svg>`;
}
