/** Watch lists: those in force, what a file would change, and putting it in force. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {ask, get, Problem, segment, send as sendMarked} from './api.js';
import {MARK, PRIORITIES} from './alerts.js';
import {grouped} from './format.js';
import {t, term} from './i18n.js';
import {belize, millis} from './time.js';

/** State and acts of the section. */
export class WatchLists {
  constructor(app) {
    this.app = app;
    this.lists = [];
    this.form = null;
  }

  /** Fetches what is in force. */
  async load() {
    try {
      const {body} = await get('/api/watchlists');
      this.lists = body.items;
      this.own = body.ownEntries;
    } catch (problem) {
      this.message = {tone: 'bad', text: problem.message};
    }
    this.app.refresh('system');
  }

  section() {
    return html`<section class="wide"><h2>${t('lists.title')} ${this.app.may('publish') ? html`<button class="act small" @click=${() => this.open()}>${t('lists.bring')}</button>` : nothing}</h2>
      <p class="small">${t('lists.craftOnly')}</p>
      ${this.message ? html`<p class="message ${this.message.tone}" role="alert">${this.message.text}
        ${(this.message.errors ?? []).map((e) => html`<br><code>${e.pointer}</code> ${e.detail}`)}</p>` : nothing}
      ${this.lists.length ? this.table() : html`<p class="empty">${t('lists.none')}</p>`}
      ${this.past ? this.historyTable() : nothing}
      ${this.form ? this.editor() : nothing}</section>`;
  }

  table() {
    return html`<table class="audit"><thead><tr><th>${t('lists.keeper')}</th><th>${t('lists.asOf')}</th><th class="num">${t('lists.craft')}</th><th class="num">${t('lists.version')}</th><th>${t('lists.by')}</th><th></th></tr></thead>
      <tbody>${this.lists.map((l) => html`<tr><td>${l.keeper} <small>${l.id}</small></td><td>${l.asOf}</td><td class="num">${grouped(l.craft)}</td><td class="num">${l.version}</td>
        <td>${l.by ? l.by + ' · ' + belize(millis(l.at)) + ' BZ' : t('lists.configured')}</td>
        <td><button class="act small" @click=${() => this.history(l)}>${t('lists.history')}</button>
          ${this.app.may('publish') ? html`<button class="act small" @click=${() => this.open(l)}>${t('lists.replace')}</button>
          <button class="act small" @click=${() => this.remove(l)}>${t(this.sure === l.id ? 'lists.sure' : 'lists.remove')}</button>` : nothing}</td></tr>`)}</tbody></table>`;
  }

  async history(list) {
    const {body} = await get('/api/watchlists/' + segment(list.id) + '/history');
    this.past = {list, items: body.items};
    this.app.refresh('system');
  }

  historyTable() {
    return html`<h3>${t('lists.history')}: ${this.past.list.keeper}</h3><table class="audit"><tbody>${this.past.items.map((v) => html`<tr><td>v${v.version}</td><td>${v.asOf}</td>
      <td>${counts(v)}</td><td>${v.by ?? t('lists.configured')}</td></tr>`)}</tbody></table>`;
  }

  open(list = null) {
    this.form = {id: list?.id ?? null, etag: list?.etag ?? null, keeper: list?.keeper ?? '', asOf: '', priority: 'warning', whenBound: '', file: null, preview: null};
    this.message = null;
    this.app.refresh('system');
  }

  editor() {
    const f = this.form;
    const choice = (name, empty) => html`<select @change=${(e) => this.edit(name, e.target.value)}>${empty ? html`<option value="">${t('lists.same')}</option>` : nothing}
      ${PRIORITIES.map((p) => html`<option value=${p} ?selected=${p === f[name]}>${MARK[p]} ${t('priority.' + p)}</option>`)}</select>`;
    return html`<form class="editor" @submit=${(e) => { e.preventDefault(); this.preview(); }}>
      <label>${t('lists.file')}<input type="file" accept=".csv,text/*" @change=${(e) => this.edit('file', e.target.files[0])}></label>
      <div class="pair"><label>${t('lists.keeper')}<input name="keeper" required maxlength="80" .value=${f.keeper} ?disabled=${Boolean(f.id)} @input=${(e) => this.edit('keeper', e.target.value)}></label>
        <label>${t('lists.asOf')}<input name="asOf" type="date" required .value=${f.asOf} @input=${(e) => this.edit('asOf', e.target.value)}></label>
        <label>${t('fences.priority')}${choice('priority')}</label><label>${t('lists.whenBound')}${choice('whenBound', true)}</label></div>
      <div class="acts"><button class="act" ?disabled=${!f.file || !f.keeper || !f.asOf || this.busy}>${t('lists.preview')}</button>
        <button type="button" class="act primary" ?disabled=${!f.preview || f.preview.errors.length > 0 || this.busy} @click=${() => this.activate()}>${t('lists.activate')}</button>
        <button type="button" class="act" @click=${() => this.close()}>${t('close')}</button></div>
      ${f.preview ? preview(f.preview) : nothing}</form>`;
  }

  edit(name, value) {
    this.form[name] = value;
    this.form.preview = null;
    this.app.refresh('system');
  }

  close() {
    this.form = null;
    this.app.refresh('system');
  }

  query() {
    const {id, keeper, asOf, priority, whenBound} = this.form;
    return '?' + new URLSearchParams({...(id ? {id} : {}), keeper, asOf, priority, ...(whenBound ? {whenBound} : {})});
  }

  preview() {
    return this.doing(async () => {
      this.form.preview = await send('POST', '/api/watchlists/preview' + this.query(), this.form.file, {});
    });
  }

  activate() {
    return this.doing(async () => {
      const {preview: seen, etag, file} = this.form;
      const condition = etag ? {'If-Match': etag} : {'If-None-Match': '*'};
      await send('PUT', '/api/watchlists/' + segment(seen.id) + this.query(), file, condition);
      this.form = null;
      this.message = {tone: 'good', text: t('saved')};
      await this.load();
    });
  }

  remove(list) {
    if (this.sure !== list.id) {
      this.sure = list.id;
      this.app.refresh('system');
      return;
    }
    this.sure = null;
    this.doing(async () => {
      await ask('DELETE', '/api/watchlists/' + segment(list.id), undefined, {'If-Match': list.etag});
      await this.load();
    });
  }

  async doing(work) {
    this.busy = true;
    this.message = null;
    this.app.refresh('system');
    try {
      await work();
    } catch (problem) {
      this.message = {tone: 'bad', text: problem.message, errors: problem.problem?.errors};
    }
    this.busy = false;
    this.app.refresh('system');
  }
}

async function send(method, path, file, headers) {
  const answer = await sendMarked(path, {method, body: file, headers: {'Content-Type': 'text/csv', Accept: 'application/json', ...headers}, signal: AbortSignal.timeout(60_000)});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body, null);
  return body;
}

const counts = (c) => t('lists.counts', {added: grouped(c.added), removed: grouped(c.removed), changed: grouped(c.changed)});
const reasons = (byReason) => Object.entries(byReason).map(([why, n]) => term('listFault', why) + ' ' + grouped(n)).join(' · ') || '—';

function preview(p) {
  return html`<div role="status"><dl class="facts">
      <dt>${t('lists.craft')}</dt><dd>${grouped(p.craft)}</dd><dt>${t('lists.diff')}</dt><dd><b>${counts(p.counts)}</b></dd>
      <dt>${t('lists.leftOut')}</dt><dd>${reasons(p.leftOut)}</dd><dt>${t('lists.wrong')}</dt><dd>${reasons(p.wrong)}</dd></dl>
    ${p.isOlder ? html`<p class="message bad">${t('lists.older')}</p>` : nothing}
    ${p.errors.map((e) => html`<p class="message bad"><code>${e.pointer}</code> ${e.detail}</p>`)}
    ${entries('lists.added', p.added)}${entries('lists.removed', p.removed)}
    ${p.changed.length ? html`<h3>${t('lists.changed')}</h3><ul class="outcome">${p.changed.map((c) => html`<li>${line(c.before)} → ${line(c.after)}</li>`)}</ul>` : nothing}
    ${p.remarks.length ? html`<h3>${t('lists.wrong')}</h3><ul class="outcome">${p.remarks.map((r) => html`<li><small>${t('plans.line', {n: r.line})}</small> ${term('listFault', r.reason)}: <code>${r.text}</code></li>`)}</ul>` : nothing}</div>`;
}

function entries(key, list) {
  return list.length ? html`<h3>${t(key)}</h3><ul class="outcome">${list.map((e) => html`<li>${line(e)}</li>`)}</ul>` : nothing;
}

const line = (e) => [e.name, e.imo && 'IMO ' + e.imo, e.mmsi && 'MMSI ' + e.mmsi, e.icao24, e.registration, e.callsign, e.reason].filter(Boolean).join(' · ');
