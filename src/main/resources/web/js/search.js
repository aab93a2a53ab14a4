/** Finds a craft by anything it is called, or a place by its coordinates. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {live} from '/lib/lit-html/directives/live.js';
import {formatPosition, parsePosition} from './coord.js';
import {countryName} from './country.js';
import {t, term} from './i18n.js';
import {nameOf} from './tracks.js';

const MOST = 12;

/** Matches, the best first: a whole name before a beginning before a part, and then those of a country. */
export function findTracks(rows, text) {
  const wanted = text.trim().toUpperCase();
  const squeezed = wanted.replace(/[\s-]/g, '');
  if (wanted.length < 2) return [];
  const found = [];
  for (const row of rows) {
    const score = row ? scoreOf(row, wanted, squeezed) : 0;
    if (score) found.push({row, score});
  }
  return found.sort((a, b) => b.score - a.score || (nameOf(a.row) < nameOf(b.row) ? -1 : 1)).slice(0, MOST).map((f) => f.row);
}

function scoreOf(row, wanted, squeezed) {
  let best = 0;
  for (const name of namesOf(row)) {
    const upper = String(name).toUpperCase();
    const dense = upper.replace(/[\s-]/g, '');
    if (upper === wanted || dense === squeezed) best = Math.max(best, 3);
    else if (upper.startsWith(wanted) || dense.startsWith(squeezed)) best = Math.max(best, 2);
    else if (upper.includes(wanted)) best = Math.max(best, 1);
  }
  return best || (isOf(row.country, wanted) ? 0.5 : 0);
}

const unaccented = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

function isOf(country, wanted) {
  return Boolean(country) && (country === wanted || (wanted.length > 2 && unaccented(countryName(country)).startsWith(unaccented(wanted))));
}

function namesOf(row) {
  const contacts = (row.contacts ?? []).map((c) => c.slice(c.indexOf(':') + 1));
  return [row.name, row.callsign, row.mmsi, row.imo, row.registration, row.squawk, row.icao24, ...contacts, row.id].filter(Boolean);
}

/** The box in the strip with its answers. */
export function searchBox(app) {
  const s = app.search;
  return html`<span class="search" role="search">
    <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder=${t('search.hint')} aria-label=${t('search.title')}
      .value=${live(s.text)} @input=${(e) => type(app, e.target.value)} @keydown=${(e) => key(app, e)} @focus=${() => open(app, true)} @blur=${() => open(app, false)}>
    ${s.open && s.text.trim().length > 1 ? results(app) : nothing}</span>`;
}

function results(app) {
  const s = app.search;
  return html`<ul class="panel results">
    ${s.place ? html`<li class=${s.at === 0 ? 'at' : ''} @pointerdown=${() => app.goToPlace(s.place)}>
      <b>${formatPosition(s.place.latitude, s.place.longitude)}</b><small>${t('search.place')}</small></li>` : nothing}
    ${s.rows.map((row, i) => html`<li class=${s.at === i + (s.place ? 1 : 0) ? 'at' : ''} @pointerdown=${() => app.goToTrack(row.id)}>
      <b>${nameOf(row)}</b><small>${term('kind', row.kind)} · ${row.id}</small></li>`)}
    ${!s.place && !s.rows.length ? html`<li class="nothing">${t('search.nothing')}</li>` : nothing}</ul>`;
}

function type(app, text) {
  Object.assign(app.search, {text, at: 0, place: parsePosition(text), rows: findTracks(app.shown.tracks.rows, text)});
  app.drawNow('strip');
}

function open(app, isOpen) {
  app.search.open = isOpen;
  app.refresh('strip');
}

function key(app, event) {
  const s = app.search;
  const count = s.rows.length + (s.place ? 1 : 0);
  if (event.key === 'ArrowDown' && count) s.at = (s.at + 1) % count;
  else if (event.key === 'ArrowUp' && count) s.at = (s.at + count - 1) % count;
  else if (event.key === 'Enter') choose(app);
  else if (event.key === 'Escape') {
    type(app, '');
    event.target.blur();
  } else return;
  event.preventDefault();
  event.stopPropagation();
  app.refresh('strip');
}

function choose(app) {
  const s = app.search;
  if (s.place && s.at === 0) app.goToPlace(s.place);
  else if (s.rows.length) app.goToTrack(s.rows[s.at - (s.place ? 1 : 0)].id);
  else return;
  document.activeElement?.blur();
}
