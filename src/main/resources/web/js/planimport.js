/** Pasting flight plan messages or a table of clearances in, and what became of each line. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {Problem, send} from './api.js';
import {t, term, tn, told} from './i18n.js';

const MOST_BYTES = 256 * 1024;

/** The box beside the list. */
export function importBox(view) {
  const box = view.importing;
  return html`<form class="editor import" @submit=${(e) => { e.preventDefault(); view.takeText(); }}>
    <h3>${t('plans.importTitle')}</h3>
    <textarea name="text" rows="14" spellcheck="false" aria-label=${t('plans.importTitle')} .value=${box.text}
      @input=${(e) => { box.text = e.target.value; view.app.refresh('plans'); }}></textarea>
    <p class="small">${t('plans.importHint')}</p>
    <label>${t('plans.file')}<input type="file" accept=".txt,.csv,.fpl,.aftn,text/*" @change=${(e) => readFile(view, e.target.files[0])}></label>
    <div class="acts"><button class="act primary" ?disabled=${view.saving || !box.text.trim()}>${t('plans.take')}</button>
      <button type="button" class="act" @click=${() => view.choose(view.chosenId)}>${t('close')}</button></div>
    ${box.outcome ? outcome(view, box.outcome) : nothing}</form>`;
}

async function readFile(view, file) {
  if (!file) return;
  if (file.size > MOST_BYTES) view.message = {tone: 'bad', text: t('plans.fileTooBig')};
  else view.importing.text = await file.text();
  view.app.refresh('plans');
}

function outcome(view, {taken, refused}) {
  return html`<div role="status">
    <h3>${tn('plans.taken', taken.length)}</h3>
    <ul class="outcome">${taken.map((each) => html`<li><small>${t('plans.line', {n: each.line})}</small> ${each.type}
      ${each.id ? html`<button type="button" class="link" @click=${() => view.choose(each.id)}>${each.name}</button>` : each.name}
      ${(each.notUnderstood ?? []).map((n) => html`<br><code>${n}</code>`)}</li>`)}</ul>
    ${refused.length ? html`<h3 class="bad">${tn('plans.refused', refused.length)}</h3>
      <ul class="outcome">${refused.map((each) => html`<li><small>${t('plans.line', {n: each.line})}</small> ${term('reject', each.reason)}: ${told(each.detail)}
        <br><code>${each.text}</code></li>`)}</ul>` : nothing}</div>`;
}

/** Sends the text as it is; resolves to what was taken and what refused. */
export async function sendText(text) {
  const answer = await send('/api/plans/import', {method: 'POST', body: text, headers: {'Content-Type': 'text/plain', Accept: 'application/json'},
    signal: AbortSignal.timeout(15_000)});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body, null);
  return body;
}
