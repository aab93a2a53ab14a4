/** The card of the selected track: the same layout for sea and air, with source and age of what it says. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {MARK} from './alerts.js';
import {headlineOf} from './alertview.js';
import {formatPosition} from './coord.js';
import {countryName} from './country.js';
import {closestApproach} from './cpa.js';
import {altitude, degreesTrue, knots, nauticalMiles, plain, UNKNOWN} from './format.js';
import {facts, heightKind, plans, verdict} from './flightcard.js';
import {bearingDegrees, distanceNm} from './geometry.js';
import {has, say, t, term} from './i18n.js';
import {slack} from './slackcard.js';
import {belize, millis, span, zulu} from './time.js';
import {reasons} from './whycard.js';
import {flies, FLAG, nameOf, nineDigits} from './tracks.js';
import {voyage} from './voyagecard.js';

/** Draws the card, or a hint when nothing is selected. */
export function drawCard(app, element) {
  const {tracks} = app.shown;
  const slot = app.selectedId ? tracks.find(app.selectedId) : -1;
  element.classList.toggle('with-track', slot >= 0);
  if (slot < 0) {
    render(html`<p class="empty">${app.selectedId ? t('card.gone', {id: app.selectedId}) : t('card.hint')}</p>`, element);
    return;
  }
  const row = tracks.rows[slot];
  render(html`
    <header class="side-head card-head">
      <span class="card-name"><b>${nameOf(row)}</b><small>${subtitle(row)}</small></span>
      <button class="icon" aria-label=${t('close')} @click=${() => app.select(null)}>×</button>
    </header>
    <div class="card-body">
      ${flags(tracks.flags[slot], row)}
      ${why(app, row)}
      ${row.domain === 'air' ? verdict(app, row) : nothing}
      ${motion(app, tracks, slot)}
      ${slack(app, tracks, slot)}
      ${identity(app, row)}
      ${row.domain === 'sea' ? voyage(app) : nothing}
      ${row.domain === 'air' ? plans(app, row) : nothing}
      ${nearestOwn(app, tracks, slot)}
      ${fences(app)}
      ${sources(app, row)}
      ${notes(app, row)}
      ${reasons(app, row)}
    </div>
    <footer class="acts card-acts">
      <button class="act" @click=${() => app.centreOn(row.id)}>${t('card.centre')}</button>
      <button class="act" aria-pressed=${Boolean(app.following)} @click=${() => app.toggleFollow()}>${t('card.follow')} <kbd>F</kbd></button>
      ${row.domain === 'air' && app.shown === app.live ? html`<button class="act" @click=${() => app.clearByPhone(row)}>${t('card.clear')}</button>` : nothing}
      <button class="act" @click=${() => app.copyPosition()}>${t('card.copy')} <kbd>C</kbd></button>
    </footer>`, element);
}

function subtitle(row) {
  return [term('kind', row.kind), countryName(row.country), row.own ? t('card.own') : null].filter(Boolean).join(' · ');
}

function flags(bits, row) {
  const names = [[FLAG.LOST, 'lost'], [FLAG.STALE, 'stale'], [FLAG.TENTATIVE, 'tentative'], [FLAG.EXTRAPOLATED, 'extrapolated'],
    [FLAG.GROUND, row.domain === 'air' ? 'ground' : 'moored']].filter(([bit]) => bits & bit);
  const shown = names.filter(([, name]) => name !== 'stale' || !(bits & FLAG.LOST));
  if (!shown.length && !row.watchlist) return nothing;
  return html`<p class="flags">${row.watchlist ? html`<span class="chip warn">★ ${t('card.watchlist', {why: watchReason(row.watchlist)})}</span>` : nothing}
    ${shown.map(([, name]) => html`<span class="chip" title=${t('flag.' + name + 'Title')}>${t('flag.' + name)}</span>`)}</p>`;
}

const watchReason = (entry) => (typeof entry === 'string' ? entry : entry.reason ?? '');

function why(app, row) {
  const alerts = app.shown.alerts.ofContacts([row.id, ...(row.contacts ?? [])]);
  return alerts.map((a) => html`<button class="card-alert ${a.priority}" @click=${() => app.showAlert(a.id)}>
    <span class="badge ${a.priority} ${a.state.endsWith('-unacknowledged') ? '' : 'outline'}">${MARK[a.priority]}</span>
    <span><b>${term('alertKind', a.kind)}</b> ${headlineOf(a)}</span></button>`);
}

function motion(app, tracks, slot) {
  const row = tracks.rows[slot];
  const age = app.now() - tracks.at[slot];
  const lost = app.linkState() === 'lost' && app.shown === app.live;
  return html`<section class="motion">
    ${figure('card.speed', knots(nullable(tracks.speed[slot])))}
    ${figure('card.course', degreesTrue(nullable(tracks.course[slot])))}
    ${flies(row) ? figure('card.altitude', altitude(nullable(tracks.altitude[slot]))) : figure('card.heading', degreesTrue(nullable(tracks.heading[slot])))}
    ${figure('card.age', lost ? t('card.frozen') : say(span(age)), age > 120_000 || lost ? 'old' : '')}
    ${row.domain === 'air' && Number.isFinite(tracks.altitude[slot]) ? html`<p class="height"><small>${heightKind(app, row)}</small></p>` : nothing}
    <p class="position"><span class="mono">${formatPosition(tracks.latitude[slot], tracks.longitude[slot])}</span>
      <small>${belize(tracks.at[slot])} BZ · ${zulu(tracks.at[slot])}</small></p></section>`;
}

const nullable = (v) => (Number.isFinite(v) ? v : null);
const figure = (key, value, tone = '') => html`<p class="figure-box ${tone}"><small>${t(key)}</small><b>${value}</b></p>`;

function identity(app, row) {
  const contact = (row.contacts ?? [row.id]).find((c) => c.startsWith('icao:'));
  const icao = row.icao24 ?? contact?.slice(5);
  const pairs = [['card.mmsi', nineDigits(row.mmsi)], ['card.parent', parent(app, row)], ['card.imo', imo(row)], ['card.callsign', row.callsign], ['card.icao', icao?.toUpperCase()],
    ...(row.domain === 'air' ? facts(row) : [['card.registration', row.registration], ['card.type', typeOf(row)]]),
    ['card.length', row.lengthMetres ? plain(row.lengthMetres, 0) + ' m' : null], ['card.destination', row.destination]];
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="facts">${known.map(([key, value]) => html`<dt>${t(key)}</dt><dd>${value}</dd>`)}
    <dt>${t('card.source')}</dt><dd>${[term('source', row.source), row.station].filter((x) => x && x !== UNKNOWN).join(' · ')}</dd>
    ${app.detail?.revised ? html`<dt>${t('card.revised')}</dt><dd>${t('card.revisedBy', {count: plain(app.detail.revised.reports, 0), time: belize(Date.parse(app.detail.revised.last))})}</dd>` : nothing}
    ${(row.contacts ?? []).length > 1 ? html`<dt>${t('card.contacts')}</dt><dd>${row.contacts.map((c) => html`<span class="mono">${c}</span> `)}</dd>` : nothing}</dl>`;
}

/** The IMO number, with a quiet mark when its check digit is wrong: many crews mistype it. */
function imo(row) {
  return row.imo && row.imoValid === false ? html`${row.imo} <small>${t('card.imoWrong')}</small>` : row.imo;
}

/** The ship that a tender belongs to: a way to it while it is in the picture, else its number. */
function parent(app, row) {
  if (!row.parentMmsi) return null;
  const number = nineDigits(row.parentMmsi);
  const ship = app.shown.tracks.rows[app.shown.tracks.findContact('mmsi:' + number)];
  return ship ? html`<button class="link" @click=${() => app.goToTrack(ship.id)}>${nameOf(ship)}</button>` : 'MMSI ' + number;
}

function typeOf(row) {
  if (row.aidType) return term('aidType', row.aidType);
  if (!row.shipType) return null;
  return term('kind', row.kind) + ' (' + row.shipType + ')';
}

function nearestOwn(app, tracks, slot) {
  if (tracks.rows[slot].own) return nothing;
  const patrol = app.shown === app.live ? tracks.find(app.detail?.slack?.patrol?.track) : -1;
  if (patrol >= 0) return html`<dl class="facts">${approach(tracks, patrol, slot)}</dl>`;
  let best = null;
  for (let s = 0; s < tracks.end; s++) {
    if (!tracks.rows[s]?.own || tracks.rows[s].domain !== 'sea' || !Number.isFinite(tracks.latitude[s])) continue;
    const nm = distanceNm(tracks.latitude[s], tracks.longitude[s], tracks.latitude[slot], tracks.longitude[slot]);
    if (!best || nm < best.nm) best = {s, nm};
  }
  if (!best) return nothing;
  const bearing = bearingDegrees(tracks.latitude[best.s], tracks.longitude[best.s], tracks.latitude[slot], tracks.longitude[slot]);
  const own = tracks.rows[best.s];
  return html`<dl class="facts"><dt>${t('card.nearestOwn')}</dt>
    <dd><button class="link" @click=${() => app.goToTrack(own.id)}>${nameOf(own)}</button> ${nauticalMiles(best.nm)} · ${degreesTrue(bearing)}</dd>
    ${approach(tracks, best.s, slot)}</dl>`;
}

/** How near they come if both go on as they do. */
function approach(tracks, ownSlot, slot) {
  const cpa = closestApproach(craft(tracks, ownSlot), craft(tracks, slot));
  return html`<dt>CPA</dt><dd>${Number.isFinite(cpa.minutes) ? t('card.cpa', {nm: nauticalMiles(cpa.distanceNm), min: plain(cpa.minutes, 0)}) : UNKNOWN}</dd>`;
}

const craft = (t2, s) => ({latitude: t2.latitude[s], longitude: t2.longitude[s], courseDegrees: t2.course[s], speedKnots: t2.speed[s]});

/** Where it is inside, and what it left in the last hour. */
function fences(app) {
  const stays = app.detail?.fences ?? [];
  const inside = stays.filter((stay) => !stay.left);
  const left = stays.filter((stay) => stay.left).slice(-3);
  if (!stays.length) return nothing;
  return html`<dl class="facts">
    ${inside.length ? html`<dt>${t('card.fences')}</dt>${inside.map((stay) => html`<dd>${fenceLink(app, stay)} <small>${entered(app, stay)}</small></dd>`)}` : nothing}
    ${left.length ? html`<dt>${t('card.fencesLeft')}</dt>${left.map((stay) => html`<dd>${fenceLink(app, stay)} <small>${zulu(millis(stay.left), false)}</small></dd>`)}` : nothing}</dl>`;
}

function fenceLink(app, stay) {
  return html`<button class="link" @click=${() => app.highlightFence(stay.fence)}>${stay.name ?? stay.fence}</button>`;
}

function entered(app, stay) {
  const at = millis(stay.entered);
  if (!Number.isFinite(at)) return '';
  return t(stay.seenEntering === false ? 'card.sinceSeen' : 'card.since', {at: zulu(at, false), span: say(span(app.now() - at))});
}

function sources(app, row) {
  const list = app.detail?.sources ?? [];
  if (!list.length) return nothing;
  return html`<table class="sources"><thead><tr><th>${t('sources.what')}</th><th>${t('sources.from')}</th><th class="num">${t('sources.age')}</th></tr></thead>
    <tbody>${list.map((s) => html`<tr><td>${sourceOf(s)}</td><td>${[s.station, s.feed].filter(Boolean).join(' · ') || row.station}</td>
      <td class="num">${say(span(app.now() - millis(s.atMillis ?? s.at ?? s.lastAt ?? s.time)))}</td></tr>`)}</tbody></table>`;
}

function sourceOf(s) {
  if (s.field) return has('field.' + s.field) ? t('field.' + s.field) : s.field;
  return term('source', s.source ?? s.origin ?? s.contact);
}

function notes(app, row) {
  const list = [...ofNumber(row), ...app.detail?.notes ?? []];
  return list.length ? html`<ul class="notes">${list.map((n) => html`<li>${typeof n === 'string' ? n : n.text}</li>`)}</ul>` : nothing;
}

/** What is odd about an aid to navigation, or about a number. */
function ofNumber(row) {
  return [row.offPosition ? t('note.offPosition') : null, row.virtualAid ? t('note.virtualAid') : null,
    row.mmsiClass === 'irregular' ? t('note.irregularNumber') : null].filter(Boolean);
}
