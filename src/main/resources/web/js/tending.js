/** What people write and decide beside an alert: comments, to whom it is given, until when it is laid aside. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {can, isShelved, MARK} from './alerts.js';
import {headlineOf} from './alertview.js';
import {get} from './api.js';
import {language, say, t, term} from './i18n.js';
import {belize, millis, span} from './time.js';

const HOURS = [0.5, 1, 2, 4, 8, 12];
const clockTime = (at) => belize(millis(at), false) + ' BZ';
const about = (alert) => html`<p class="ask-about"><span class="badge ${alert.priority} outline">${MARK[alert.priority]}</span>
  <b>${term('alertKind', alert.kind)}</b> ${headlineOf(alert)}</p>`;

/** Asks until when and why an alert is laid aside. */
export function askShelf(app, alert) {
  const said = {minutes: 60, reason: ''};
  app.dialog.ask({
    title: () => t('shelf.title'),
    act: () => t('shelf.act'),
    ready: () => said.reason.trim() !== '',
    submit: () => app.send(alert.id, 'shelve', said),
    fields: () => html`${about(alert)}
      <label>${t('shelf.for')}<select name="minutes" @input=${(e) => { said.minutes = Number(e.target.value); }}>
        ${HOURS.map((h) => html`<option value=${h * 60} ?selected=${h === 1}>${say(span(h * 3_600_000))}</option>`)}</select></label>
      <label>${t('shelf.reason')}<input name="reason" maxlength="200" autofocus placeholder=${t('shelf.reasonHint')}
        @input=${(e) => { said.reason = e.target.value; }}></label>
      <p class="small">${t('shelf.note')}</p>`,
  });
}

/** Asks to whom an alert is given. */
export async function askWhom(app, alert) {
  const officers = await get('/api/officers').then((answer) => answer.body.items, () => []);
  const me = app.myName();
  const names = [...new Set([me, ...officers.map((o) => o.name)])].filter(Boolean);
  const said = {to: null};
  app.dialog.ask({
    title: () => t('assign.title'),
    act: () => t('assign.act'),
    ready: () => said.to !== null,
    submit: () => app.send(alert.id, 'assign', said),
    fields: () => html`${about(alert)}
      <fieldset class="choices"><legend>${t('assign.whom')}</legend>
        ${names.map((name, i) => html`<label class="choice"><input type="radio" name="to" value=${name} ?autofocus=${i === 0}
          @input=${() => { said.to = name; }}><span><b>${name}</b>${name === me ? html`<small>${t('assign.me')}</small>` : nothing}</span></label>`)}</fieldset>
      <p class="small">${t('assign.note')}</p>`,
  });
}

/** In whose hands it is, for how long it is silent or aside, and who was told; in one line. */
export function tendingWords(app, alert) {
  const now = app.now();
  const words = [];
  if (alert.state === 'active-silenced') {
    words.push(t('tend.silentFor', {n: Math.max(0, Math.ceil((millis(alert.silencedUntil) - now) / 1000))}));
  }
  if (alert.state === 'responsibility-transferred') {
    words.push(t(alert.assigned.acceptedAt ? 'tend.accepted' : 'tend.given', {to: alert.assigned.to, by: alert.assigned.by}));
  }
  if (isShelved(alert)) {
    const left = millis(alert.shelf.until) - now;
    words.push(t(left > 0 ? 'tend.shelved' : 'tend.shelfOver', {by: alert.shelf.by, at: clockTime(alert.shelf.until), left: say(span(left))}));
  }
  for (const e of alert.escalations ?? []) words.push(t('step.' + e.step, {at: clockTime(e.at)}));
  return words;
}

/** Why it lies aside: an officer's own words. */
export const shelfReason = (alert) => (isShelved(alert) ? html`<q dir="auto">${alert.shelf.reason}</q>` : nothing);

/** The comments and a field for one more. */
export function comments(app, alert) {
  const live = app.shown === app.live;
  const said = alert.comments ?? [];
  const writes = live && can('comment', alert) && app.mayTend();
  if (!said.length && !writes) return nothing;
  return html`<div class="comments">
    ${said.length ? html`<ul>${said.map((c) => html`<li><b>${c.by}</b> <small>${clockTime(c.at)}</small><span dir="auto">${c.text}</span></li>`)}</ul>` : nothing}
    ${writes ? html`<form @submit=${(e) => write(app, alert, e)}>
      <textarea name="comment" rows="1" maxlength="1000" lang=${language()} aria-label=${t('comment.label')} placeholder=${t('comment.hint')}
        @keydown=${(e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.target.form.requestSubmit(); }}></textarea>
      <button class="act">${t('comment.act')}</button></form>` : nothing}</div>`;
}

/** What was typed stays when it could not be sent. */
async function write(app, alert, event) {
  event.preventDefault();
  const field = event.target.elements.comment;
  const text = field.value.trim();
  if (text && await app.tend(alert.id, 'comment', {text})) field.value = '';
}
