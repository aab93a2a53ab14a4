/** What the card says of the time there is to act: to the coast, to the border, until a patrol is there; or where a lost craft may be. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {degreesTrue, knots, nauticalMiles, plain} from './format.js';
import {say, t, term} from './i18n.js';
import {millis, span} from './time.js';
import {FLAG} from './tracks.js';

/** The section for the selected track. */
export function slack(app, tracks, slot) {
  if (app.shown !== app.live) return nothing;
  return tracks.flags[slot] & FLAG.LOST ? reach(app) : app.detail?.slack ? times(app, app.detail.slack) : nothing;
}

/** The words that stand on the map and on the card of a lost craft. */
export function reachWords(app) {
  const seen = millis(app.reach?.properties.seenAt);
  return t('reach.words', {span: say(span(app.now() - seen))});
}

function reach(app) {
  if (!app.reach) return nothing;
  const p = app.reach.properties;
  const words = {ability: term('ability', p.ability), knots: plain(p.maxKnots, 0) + ' kn'};
  return html`<section class="reach"><p><b>${app.reach.geometry ? reachWords(app) : t('reach.none')}</b></p>
    <p class="note">${t(p.stoppedByLand ? 'reach.assumed' : 'reach.assumedAir', words)}
      ${p.timeErrorMinutes ? t('reach.told', {n: plain(p.timeErrorMinutes, 0)}) : nothing}
      ${p.minutes >= p.limitMinutes ? t('reach.limit', {n: plain(p.limitMinutes / 60, 1)}) : nothing}</p></section>`;
}

function times(app, s) {
  const rows = [coast(s.coast), crossing('border', s.border), crossing('zone', s.economicZone), patrol(app, s.patrol)].filter(Boolean);
  return rows.length ? html`<dl class="facts slack">${rows}</dl>` : nothing;
}

const minutes = (n) => plain(n, n < 10 ? 1 : 0);

function coast(c) {
  if (!c) return null;
  const earliest = Number.isFinite(c.earliestMinutes) ? t('slack.earliest', {min: minutes(c.earliestMinutes)}) : '';
  const ahead = Number.isFinite(c.minutes) ? t('slack.inMinutes', {min: minutes(c.minutes)}) : t('slack.noneAhead');
  const still = !Number.isFinite(c.nearestMinutes);
  const nearest = Number.isFinite(c.nearestNauticalMiles)
    ? t(still ? 'slack.nearestStill' : 'slack.nearest', {nm: nauticalMiles(c.nearestNauticalMiles), min: still ? '' : minutes(c.nearestMinutes)}) : '';
  return html`<dt>${t('slack.coast')}</dt><dd class="coast"><b>${ahead}</b> <small>${[earliest, nearest].filter(Boolean).join(' · ')}</small></dd>`;
}

function crossing(name, c) {
  if (!c) return null;
  const key = 'slack.' + name + (c.inward ? 'In' : 'Out');
  return html`<dt>${t('slack.' + name)}</dt><dd class=${name}>${t(key, {min: minutes(c.minutes)})}</dd>`;
}

function patrol(app, p) {
  if (!p) return null;
  const drawn = app.interceptShown;
  return html`<dt>${t('slack.patrol')}</dt>
    <dd class="patrol"><button class="link" @click=${() => app.goToTrack(p.track)}>${p.name}</button> ${nauticalMiles(p.rangeNauticalMiles)}
      ${p.possible ? html`<b>${t('slack.meets', {min: minutes(p.minutes)})}</b> ${between(p)}<br>${t('slack.steer', {course: degreesTrue(p.courseDegrees), knots: knots(p.speedKnots)})}`
        : html`<b>${t('slack.noMeeting', {knots: knots(p.speedKnots), needed: knots(p.neededKnots)})}</b>`}
      ${p.overLand ? html`<small>${t('slack.overLand')}</small>` : nothing}
      ${p.possible ? html`<button class="act small" aria-pressed=${Boolean(drawn)} @click=${() => app.toggleIntercept()}>${t('slack.show')} <kbd>I</kbd></button>` : nothing}</dd>`;
}

function between(p) {
  const [from, to] = [minutes(p.earliestMinutes), minutes(p.latestMinutes)];
  if (!Number.isFinite(p.latestMinutes)) return html`<small>${t('slack.orNever', {from})}</small>`;
  return from === to ? nothing : html`<small>${t('slack.between', {from, to})}</small>`;
}
