/** What the card says of why there is no alert: what was kept quiet, and each detector's own word when somebody asks. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, segment} from './api.js';
import {plain} from './format.js';
import {has, t, term} from './i18n.js';
import {belize, millis} from './time.js';

/** The section for the selected track. */
export function reasons(app, row) {
  if (app.shown !== app.live) return nothing;
  const asked = app.reasons?.id === row.id ? app.reasons : null;
  return html`<section class="reasons">
    ${(app.detail?.suppressed ?? []).map((quiet) => html`<p class="quiet"><b>${t('why.quiet', {kind: term('alertKind', quiet.kind)})}</b>
      ${keptBy(quiet)} <small>${belize(millis(quiet.said))}</small></p>`)}
    <button class="act small ask-why" aria-expanded=${Boolean(asked)} @click=${() => (asked ? drop(app) : ask(app, row.id))}>${t('why.title')}</button>
    ${asked?.items ? html`<p class="note">${t('why.asOf', {time: belize(millis(asked.time))})}</p>
      <dl class="facts why">${asked.items.map((item) => html`<dt>${term('alertKind', item.kind)}</dt><dd class=${item.outcome}>${answer(app, item)}</dd>`)}</dl>` : nothing}
    ${asked?.problem ? html`<p class="message bad" role="alert">${asked.problem}</p>` : nothing}</section>`;
}

async function ask(app, id) {
  app.reasons = {id};
  try {
    const {body} = await get('/api/tracks/' + segment(id) + '/why');
    app.reasons = {id, ...body};
  } catch (problem) {
    app.reasons = {id, problem: problem.message};
  }
  app.refresh('selection');
}

function drop(app) {
  app.reasons = null;
  app.refresh('selection');
}

function answer(app, item) {
  if (item.by) return keptBy(item);
  if (!item.condition) return t('why.' + item.outcome);
  const unit = item.unit ? ' ' + item.unit : '';
  const words = {value: number(item.value) + unit, limit: number(item.limit) + unit, apart: number(item.apart) + unit};
  const condition = conditionWord(app, item.condition);
  if (Number.isFinite(item.limit)) return html`${condition} <b>${words.value}</b> <small>${t('why.limit', words)}</small>`;
  return Number.isFinite(item.value) ? html`${condition} <b>${words.value}</b>` : condition;
}

const number = (n) => (Number.isFinite(n) ? plain(n, 2) : '');

/** Conditions are the detectors' own words, some with a fence as `inside: port-honduras`; what nobody translated is shown as it is. */
function conditionWord(app, condition) {
  const [word, fence] = condition.split(': ');
  const key = 'whyCondition.' + word.replaceAll(/[^A-Za-z0-9]+/g, '-');
  return has(key) ? t(key, {about: fenceName(app, fence)}) : condition.replaceAll('-', ' ');
}

const fenceName = (app, id) => app.fences?.features?.find((f) => (f.properties?.id ?? f.id) === id)?.properties?.name ?? id;

function keptBy(quiet) {
  return t('why.by.' + quiet.by, {why: quiet.why});
}
