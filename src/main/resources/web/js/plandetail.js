/** One plan wholly: its flight, what flies by it, what could not be read, and every message as it was received. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {t, term, told} from './i18n.js';
import {dayOf} from './alertview.js';
import {millis, zulu} from './time.js';

/** The word for how a plan stands: its stage, or that it is a clearance which nobody has used up. */
export function stateOf(plan) {
  if (!plan.clearance || plan.state !== 'filed') return plan.state;
  return plan.enteredBy ? 'clearance' : 'table';
}

/** The plan beside the list. */
export function planDetail(view, plan) {
  const other = Object.entries(plan.other);
  return html`<div class="editor plan-detail">
    <h3 class="plan-name">${plan.name} <span class="plan-state ${stateOf(plan)}">${t('planState.' + stateOf(plan))}</span></h3>
    ${plan.clearance ? html`<p>${cleared(plan)}</p>` : nothing}
    <dl class="facts">
      ${fact('plans.matched', matches(view, plan))}
      ${fact('plans.withdrawnBy', plan.withdrawnBy)}
      ${fact('plans.remark', plan.remark)}
      ${fact('plans.callsign', plan.callsign)}
      ${fact('plans.registration', plan.registration)}
      ${fact('plans.icao24', plan.icao24?.toUpperCase())}
      ${fact('plans.squawk', plan.squawk)}
      ${fact('plans.type', plan.type ? (plan.count > 1 ? plan.count + ' × ' : '') + plan.type + (plan.wake ? '/' + plan.wake : '') : null)}
      ${fact('plans.rules', [plan.rules, plan.flightType].filter(Boolean).join(''))}
      ${fact('plans.equipment', [plan.equipment, plan.surveillance].filter(Boolean).join(' / '))}
      ${fact('plans.offBlock', at(plan.offBlock))}
      ${fact('plans.departed', at(plan.departedAt))}
      ${fact('plans.arrival', plan.enrouteMinutes === undefined ? null : at(plan.arrival))}
      ${fact('plans.until', at(plan.until))}
      ${fact('plans.landedAt', plan.landedAt ? plan.landedAt + (plan.diverted ? ' · ' + t('plans.diverted') : '') : null)}
      ${fact('plans.alternates', plan.alternates.join(' '))}
      ${fact('plans.route', plan.route)}
      ${other.map(([key, text]) => html`<dt>${key}</dt><dd>${text}</dd>`)}
      ${fact('plans.window', at(plan.opens) + ' – ' + (at(plan.closes) ?? '∞'))}
      ${fact('plans.filedAt', at(plan.filedAt))}
      ${plan.notUnderstood.length ? html`<dt class="bad">${t('plans.notUnderstood')}</dt><dd>${plan.notUnderstood.map((n) => html`<code>${told(n)}</code><br>`)}</dd>` : nothing}
    </dl>
    <h3>${t('plans.messages')}</h3>
    ${plan.messages.map((m) => html`<pre class="raw"><small>${m.type} · ${m.feed} · ${at(m.receivedAt) ?? ''}</small>
${m.text}</pre>`)}
    ${plan.state === 'cancelled' || !view.app.may('act') ? nothing : html`<div class="acts"><button class="act" ?disabled=${view.saving} @click=${() => view.withdraw(plan)}>
      ${view.sureId === plan.id ? t('plans.withdrawSure') : t('plans.withdraw')}</button></div>`}</div>`;
}

function cleared(plan) {
  const who = plan.clearedBy ?? '?';
  return plan.enteredBy ? t('plans.clearedLine', {who, at: zulu(millis(plan.filedAt), false), officer: plan.enteredBy}) : t('plans.clearedTable', {who});
}

function matches(view, plan) {
  if (!plan.matches.length) return t('plans.notMatched');
  return plan.matches.map((m) => html`<button class="link" @click=${() => view.app.goToTrack(m.track)}>${view.trackName(m.track)}</button>
    ${term('planBy', m.by)}${m.addressDiffers ? html` <b class="bad">${t('plans.otherAddress')}</b>` : nothing}<br>`);
}

const fact = (key, value) => (value ? html`<dt>${t(key)}</dt><dd>${value}</dd>` : nothing);
const at = (time) => (time ? zulu(millis(time), false) + ' · ' + dayOf(millis(time)) : null);
