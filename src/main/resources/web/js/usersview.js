/** Accounts and tokens, on the admin's System screen. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {ask, get, post, remove, segment} from './api.js';
import {words} from './door.js';
import {t} from './i18n.js';
import {belizeDate, millis} from './time.js';

const ROLES = ['viewer', 'watch', 'operator', 'analyst', 'admin', 'partner'];
const TOKEN_ROLES = ROLES.filter((role) => role !== 'admin');
const SUPERVISED = ['watch', 'operator'];
const DAYS = [7, 30, 90, 366];

/** State and acts of the two sections. */
export class UsersView {
  constructor(app) {
    this.app = app;
    this.users = null;
    this.tokens = null;
    this.draft = null;
    this.resetting = null;
    this.shownToken = null;
    this.message = null;
  }

  /** Fetches both; nobody but an admin may. */
  async load() {
    if (!this.app.door?.is('admin')) {
      this.users = null;
      return;
    }
    try {
      const [users, tokens] = await Promise.all([get('/api/users'), get('/api/tokens')]);
      this.users = users.body.items;
      this.tokens = tokens.body.items;
    } catch (problem) {
      this.message = {tone: 'bad', text: words(problem)};
    }
    this.app.refresh('system');
  }

  section() {
    if (!this.users || !this.app.door?.is('admin')) return nothing;
    if (this.app.door.officer.demo) {
      return html`<section class="wide users"><h2>${t('users.title')}</h2><p>${t('door.demoHint')}</p>
        <div class="acts"><button class="act primary set-up" @click=${() => this.app.door.show('set-up')}>${t('door.setUpAccounts')}</button></div></section>`;
    }
    return html`<section class="wide users"><h2>${t('users.title')}</h2>
      ${this.message ? html`<p class="message ${this.message.tone}" role="status">${this.message.key ? t(this.message.key) : this.message.text}</p>` : nothing}
      ${this.table()}${this.draft?.kind === 'user' ? this.userForm() : nothing}
      <div class="acts">${this.draft ? nothing : html`<button class="act primary add-user" @click=${() => this.begin('user', {role: 'watch'})}>${t('users.add')}</button>`}</div>
      <h2>${t('tokens.title')}</h2><p class="small">${t('tokens.hint')}</p>
      ${this.shownToken ? html`<div class="message good" role="status"><p>${t('tokens.once', {name: this.shownToken.name})}</p>
        <p><code class="token">${this.shownToken.token}</code> <button class="act small" @click=${() => this.copy()}>${t('tokens.copy')}</button></p></div>` : nothing}
      ${this.tokens?.length ? this.tokenTable() : html`<p class="empty">${t('tokens.none')}</p>`}${this.draft?.kind === 'token' ? this.tokenForm() : nothing}
      <div class="acts">${this.draft ? nothing : html`<button class="act add-token" @click=${() => this.begin('token', {role: 'viewer', days: 90})}>${t('tokens.add')}</button>`}</div></section>`;
  }

  table() {
    return html`<table class="audit accounts"><thead><tr><th>${t('door.name')}</th><th>${t('door.role')}</th><th>${t('users.supervisor')}</th>
      <th>${t('users.factor')}</th><th>${t('users.state')}</th><th>${t('users.passwordSet')}</th><th></th></tr></thead>
      <tbody>${this.users.map((u) => html`<tr class=${u.disabled ? 'disabled' : ''} data-name=${u.name}>
        <td><b>${u.name}</b></td>
        <td><select aria-label=${t('users.roleOf', {name: u.name})} @change=${(e) => this.change(u, {role: e.target.value})}>
          ${ROLES.map((role) => html`<option value=${role} ?selected=${role === u.role}>${t('role.' + role)}</option>`)}</select></td>
        <td>${SUPERVISED.includes(u.role) ? html`<input type="checkbox" aria-label=${t('users.supervisorOf', {name: u.name})} .checked=${u.supervisor}
          @change=${(e) => this.change(u, {supervisor: e.target.checked})}>` : '—'}</td>
        <td class="factor">${u.secondFactor ? html`✓ <button class="act small" title=${t('users.takeFactorTitle')} @click=${() => this.change(u, {secondFactor: false})}>${t('users.takeFactor')}</button>` : '—'}</td>
        <td>${u.disabled ? t('users.disabled') : u.sessions ? t('users.signedIn') : t('users.signedOut')}</td>
        <td>${day(u.passwordSetAt)}</td>
        <td class="row-acts">${this.resetting?.name === u.name ? this.resetForm(u) : html`
          <button class="act small" @click=${() => this.reset(u)}>${t('users.newPassword')}</button>
          <button class="act small" @click=${() => this.change(u, {disabled: !u.disabled})}>${t(u.disabled ? 'users.enable' : 'users.disable')}</button>`}</td></tr>`)}
      </tbody></table>`;
  }

  resetForm(user) {
    return html`<form class="inline" @submit=${(e) => { e.preventDefault(); this.change(user, {password: this.resetting.password}); }}>
      <input name="reset" type="password" autocomplete="new-password" required maxlength="200" aria-label=${t('users.newPasswordOf', {name: user.name})}
        placeholder=${t('users.newPassword')} @input=${(e) => { this.resetting.password = e.target.value; }}>
      <button class="act small primary">${t('save')}</button><button type="button" class="act small" @click=${() => this.reset(null)}>${t('undo')}</button></form>`;
  }

  userForm() {
    const d = this.draft;
    return html`<form class="editor user-form" @submit=${(e) => { e.preventDefault(); this.add(); }}><h3>${t('users.add')}</h3>
      <div class="pair">${this.field('name', 'text', 'off')}
        <label>${t('door.role')}<select name="role" @change=${(e) => this.edit('role', e.target.value)}>
          ${ROLES.map((role) => html`<option value=${role} ?selected=${role === d.role}>${t('role.' + role)}</option>`)}</select></label>
        ${this.field('password', 'password', 'new-password')}</div>
      <p class="small">${t('role.' + d.role + 'Hint')} ${t('door.passwordHint', {n: 12})}</p>
      ${SUPERVISED.includes(d.role) ? html`<label class="box"><input type="checkbox" name="supervisor" .checked=${Boolean(d.supervisor)}
        @change=${(e) => this.edit('supervisor', e.target.checked)}>${t('users.supervisorHint')}</label>` : nothing}
      <div class="acts"><button class="act primary">${t('save')}</button><button type="button" class="act" @click=${() => this.begin(null)}>${t('undo')}</button></div></form>`;
  }

  tokenTable() {
    return html`<table class="audit"><thead><tr><th>${t('door.name')}</th><th>${t('door.role')}</th><th>${t('tokens.madeBy')}</th><th>${t('tokens.ends')}</th>
      <th>${t('tokens.used')}</th><th></th></tr></thead><tbody>${this.tokens.map((k) => html`<tr>
        <td><b>${k.name}</b> <code>${k.id}</code></td><td>${t('role.' + k.role)}</td><td>${k.madeBy}</td><td>${day(k.endsAt)}</td>
        <td>${k.lastUsedAt ? day(k.lastUsedAt) : '—'}</td>
        <td class="row-acts"><button class="act small" @click=${() => this.doing(() => remove('/api/tokens/' + segment(k.id)))}>${t('tokens.revoke')}</button></td></tr>`)}
      </tbody></table>`;
  }

  tokenForm() {
    const d = this.draft;
    return html`<form class="editor token-form" @submit=${(e) => { e.preventDefault(); this.makeToken(); }}><h3>${t('tokens.add')}</h3>
      <div class="pair">${this.field('name', 'text', 'off')}
        <label>${t('door.role')}<select name="role" @change=${(e) => this.edit('role', e.target.value)}>
          ${TOKEN_ROLES.map((role) => html`<option value=${role} ?selected=${role === d.role}>${t('role.' + role)}</option>`)}</select></label>
        <label>${t('tokens.days')}<select name="days" @change=${(e) => this.edit('days', Number(e.target.value))}>
          ${DAYS.map((n) => html`<option value=${n} ?selected=${n === d.days}>${n}</option>`)}</select></label></div>
      <div class="acts"><button class="act primary">${t('save')}</button><button type="button" class="act" @click=${() => this.begin(null)}>${t('undo')}</button></div></form>`;
  }

  field(name, type, complete) {
    return html`<label>${t('door.' + name)}<input name=${name} type=${type} autocomplete=${complete} required maxlength="200" .value=${this.draft[name] ?? ''}
      @input=${(e) => { this.draft[name] = e.target.value; }}></label>`;
  }

  begin(kind, values) {
    this.draft = kind ? {kind, ...values} : null;
    this.message = null;
    this.shownToken = null;
    this.app.refresh('system');
  }

  edit(name, value) {
    this.draft[name] = value;
    this.app.refresh('system');
  }

  reset(user) {
    this.resetting = user ? {name: user.name, password: ''} : null;
    this.app.refresh('system');
  }

  add() {
    const {name, role, password, supervisor} = this.draft;
    const body = {name, role, password, ...(SUPERVISED.includes(role) && supervisor ? {supervisor} : {})};
    return this.doing(() => post('/api/users', body));
  }

  change(user, change) {
    return this.doing(() => ask('PATCH', '/api/users/' + segment(user.name), change));
  }

  makeToken() {
    const {name, role, days} = this.draft;
    return this.doing(async () => {
      this.shownToken = (await post('/api/tokens', {name, role, days})).body;
    });
  }

  copy() {
    navigator.clipboard?.writeText(this.shownToken.token).then(() => this.app.toast(t('tokens.copied'), 'good'), () => null);
  }

  async doing(work) {
    this.message = null;
    try {
      await work();
      this.draft = null;
      this.resetting = null;
      this.message = {tone: 'good', key: 'saved'};
    } catch (problem) {
      this.message = {tone: 'bad', text: words(problem)};
    }
    await this.load();
  }
}

function day(moment) {
  const d = belizeDate(millis(moment));
  return d.day + ' ' + t('month.' + d.month) + ' ' + d.year;
}
