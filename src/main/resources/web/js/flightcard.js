/** What the card says of an aircraft: why it is or is not an alert, who it is, and the plans held against it. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {isOpen} from './alerts.js';
import {countryName} from './country.js';
import {grouped} from './format.js';
import {has, t, term} from './i18n.js';
import {millis, zulu} from './time.js';

const KINDS = ['unreported-flight', 'plan-deviation'];

/** One sentence: why it is or is not an alert; then what is odd about it. */
export function verdict(app, row) {
  if (!row.planState) return nothing;
  const flight = app.detail?.flight;
  const notes = flight?.notes ?? [];
  const standing = flight?.planState ?? row.planState;
  return html`<section class="verdict ${standing}"><p>${sentence(app, row, flight, standing)}</p>
    ${notes.map((note) => html`<p class="note">${spoken(note)}</p>`)}</section>`;
}

function sentence(app, row, flight, standing) {
  const open = app.shown.alerts.ofContacts([row.id, ...(row.contacts ?? [])]).filter((a) => isOpen(a) && KINDS.includes(a.kind));
  const deviates = open.some((a) => a.kind === 'plan-deviation');
  const plan = flight?.plan?.name ?? row.plan;
  if (standing === 'explained' && deviates) return t('verdict.deviates', {plan});
  if (standing === 'explained' && open.length) return t('verdict.explained.late', {plan});
  return flight?.verdict ? spoken(flight.verdict) : term('planState', standing);
}

/** Key and values from the watch, in the reader's language. */
function spoken({key, values}) {
  const words = Object.fromEntries(Object.entries(values ?? {}).map(([name, v]) => [name, word(name, v)]));
  return has(key) ? t(key, words) : key;
}

function word(name, value) {
  if (/ountry$/.test(name)) return countryName(value);
  return typeof value === 'number' ? grouped(Math.round(value)) : value;
}

/** The rows of who it is and what it transmits. */
export function facts(row) {
  return [['card.known', row.known ? [row.known.name, row.known.operator].filter(Boolean).join(' · ') : null],
    ['card.registration', row.registration], ['card.state', state(row)], ['card.squawk', squawk(row.squawk)], ['card.type', type(row)]];
}

function state(row) {
  if (!row.country) return null;
  const mark = row.mark ? ' (' + row.mark + ')' : '';
  return countryName(row.country) + mark + (row.countryAgreed === false ? ' · ' + t('card.stateDoubtful') : '');
}

function squawk(code) {
  if (!code) return null;
  return code + ' · ' + t('squawk.' + (has('squawk.' + code) ? code : 'assigned'));
}

function type(row) {
  const sort = row.aircraftClass ? term('aircraftClass', row.aircraftClass) : null;
  return [row.aircraftType, sort, row.category ? t('card.category', {code: row.category}) : null].filter(Boolean).join(' · ') || null;
}

/** What its height is measured by, and how it changes. */
export function heightKind(app, row) {
  const rate = app.detail?.flight?.verticalRateFeetPerMinute;
  const way = Number.isFinite(rate) && Math.abs(rate) >= 100 ? (rate > 0 ? '↑ ' : '↓ ') + grouped(Math.abs(rate)) + ' ft/min' : null;
  return [t(row.altitudeKind === 'gnss' ? 'card.heightGnss' : 'card.heightPressure'), way].filter(Boolean).join(' · ');
}

/** The plan that explains it, or each that came near and why it failed. */
export function plans(app, row) {
  const flight = app.detail?.flight;
  if (!flight) return row.plan ? html`<p class="plan"><b>${t('plan.title')}</b> ${row.plan}</p>` : nothing;
  if (flight.plan) return explained(flight.plan);
  return html`<section class="plan none"><b>${t('plan.title')}</b> ${flight.near.length ? t('plan.near') : t('plan.none')}
    ${flight.near.map((near) => html`<p>${near.name} <small>${times(near)}</small> – ${term('planFailed', near.failed)}</p>`)}</section>`;
}

function explained(found) {
  const rows = [['plan.name', found.name], ['plan.route', found.route], ['plan.times', times(found)], ['plan.rules', found.rules ? t('plan.rules.' + found.rules) : null],
    ['plan.type', found.type], ['plan.registration', found.registration], ['plan.state', term('planStage', found.state)],
    ['plan.matchedBy', term('planKey', found.matchedBy)]];
  return html`<section class="plan"><b>${t('plan.title')}</b><dl class="facts">${rows.filter(([, v]) => v)
    .map(([key, value]) => html`<dt>${t(key)}</dt><dd>${value}</dd>`)}</dl></section>`;
}

/** Off-block and arrival time. */
function times({eobt, eta}) {
  return [eobt, eta].map((at) => (at ? zulu(millis(at), false) : null)).filter(Boolean).join(' → ');
}
