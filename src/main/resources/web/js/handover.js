/** Handing the watch over: who goes offers it with what is to be known, who comes signs for it. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {MARK, PRIORITIES} from './alerts.js';
import {ask, post} from './api.js';
import {t} from './i18n.js';
import {belize, millis} from './time.js';

/** How many alerts of each priority, how many wait, how many lie aside. */
const summary = (desk) => html`<p class="handover-desk">${PRIORITIES.map((p) => html`<span><span class="badge ${p} outline">${MARK[p]}</span> <b>${desk[p] ?? 0}</b></span>`)}
  <span>${t('handover.waiting', {n: desk.waiting ?? 0})}</span><span>${t('handover.shelved', {n: desk.shelved ?? 0})}</span></p>`;

function deskNow(app) {
  const counts = app.live.alerts.counts();
  const desk = Object.fromEntries(PRIORITIES.map((p) => [p, counts[p].open]));
  desk.waiting = PRIORITIES.reduce((sum, p) => sum + counts[p].unacknowledged, 0);
  desk.shelved = app.live.alerts.shelved().length;
  return desk;
}

/** Asks who goes what the next one must know. */
export function offerWatch(app) {
  const said = {note: ''};
  app.dialog.ask({
    title: () => t('handover.offerTitle'),
    act: () => t('handover.offerAct'),
    submit: () => post('/api/handover', said),
    fields: () => html`${summary(deskNow(app))}
      <label>${t('handover.note')}<textarea name="note" rows="4" maxlength="1000" autofocus placeholder=${t('handover.noteHint')}
        @input=${(e) => { said.note = e.target.value; }}></textarea></label>
      <p class="small">${t('handover.offerHint')}</p>`,
  });
}

/** Shows who comes what was left for him, to be signed. */
function takeWatch(app, offer) {
  app.dialog.ask({
    title: () => t('handover.takeTitle', {who: offer.from}),
    act: () => t('handover.takeAct', {who: app.myName()}),
    submit: async () => {
      await post('/api/handover/sign');
      app.live.handover = null;
      app.toast(t('handover.done'), 'good');
      app.refresh('strip');
    },
    fields: () => html`${summary(offer.desk)}
      ${offer.note ? html`<blockquote dir="auto">${offer.note}</blockquote>` : html`<p class="small">${t('handover.noNote')}</p>`}
      <p class="small">${t('handover.takeHint', {who: offer.from, at: belize(millis(offer.at), false)})}</p>`,
  });
}

async function withdraw(app) {
  await ask('DELETE', '/api/handover').catch((problem) => app.toast(problem.message, 'bad'));
  app.live.handover = null;
  app.refresh('strip');
}

/** The offer that stands, to be signed or taken back. */
export function handoverChip(app) {
  const offer = app.live.handover;
  if (!offer || !app.mayTend()) return nothing;
  if (offer.from === app.myName()) {
    return html`<button class="chip handover" title=${t('handover.withdrawTitle')} @click=${() => withdraw(app)}>${t('handover.mine')}</button>`;
  }
  return html`<button class="chip handover theirs" @click=${() => takeWatch(app, offer)}>${t('handover.theirs', {who: offer.from})}</button>`;
}
