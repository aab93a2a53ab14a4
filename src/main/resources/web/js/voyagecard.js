/** What the card says of a vessel's voyage: where it is bound and when it is there, and where it has called. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {nauticalMiles, plain} from './format.js';
import {say, t, term} from './i18n.js';
import {belize, millis, span, zulu} from './time.js';

const SHOWN_CALLS = 4;

/** The section for the selected track. */
export function voyage(app) {
  const v = app.shown === app.live ? app.voyage : null;
  if (!v || (!v.to && !v.from && !v.calls.length)) return nothing;
  return html`<dl class="facts voyage">
    ${v.to ? html`<dt>${t('voyage.to')}</dt><dd>${place(v.to)} ${v.bound ? html`<small>${distance(v.bound)}</small>` : nothing}</dd>` : nothing}
    ${v.from ? html`<dt>${t('voyage.from')}</dt><dd>${place(v.from)}</dd>` : nothing}
    ${v.eta ? html`<dt>${t('voyage.eta')}</dt><dd>${belize(millis(v.eta))} BZ <small>${zulu(millis(v.eta))}</small></dd>` : nothing}
    ${v.odd.length ? html`<dt>${t('voyage.odd')}</dt><dd class="warn">${v.odd.map((each) => term('odd', each)).join(' · ')}</dd>` : nothing}
    ${v.calls.length ? html`<dt>${t('voyage.calls')}</dt>${v.calls.slice(0, SHOWN_CALLS).map((call) => html`<dd>${call.port ? place(call.port) : t('voyage.atAnchor')}
      <small>${stay(call)}</small></dd>`)}` : nothing}</dl>`;
}

const place = (port) => port.name + (port.country && port.country !== 'BZ' ? ', ' + port.country : '');

function distance(bound) {
  const way = nauticalMiles(bound.miles);
  if (!Number.isFinite(bound.minutes)) return way;
  const hours = Math.floor(bound.minutes / 60);
  const rest = bound.minutes % 60;
  return way + ' · ' + t('voyage.there', {time: hours ? hours + ' h ' + String(rest).padStart(2, '0') : plain(rest, 0) + ' min'});
}

function stay(call) {
  const words = call.departed ? 'voyage.left' : 'voyage.since';
  const at = zulu(millis(call.departed ?? call.arrived), false);
  return t(words, {at, span: say(span(call.minutes * 60_000))}) + (call.seenArriving ? '' : ' · ' + t('voyage.notSeenArriving'));
}
