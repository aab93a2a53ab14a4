/** The frame that never scrolls away: screens, search, clocks, link, sound, and how many alerts wait. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {MARK, PRIORITIES} from './alerts.js';
import {attendanceChip, officerChip} from './door.js';
import {handoverChip} from './handover.js';
import {LANGUAGES, language, say, t, term, tn} from './i18n.js';
import {belize, belizeDate, millis, span, zulu} from './time.js';
import {plain} from './format.js';
import {searchBox} from './search.js';
import {notesOf} from './servernotes.js';

const CLOCK_OFF_MILLIS = 2_000;
const LOAD_AN_HOUR = 2;
const LOAD_A_WATCH = 20;

/** Draws the strip into its element. */
export function drawStrip(app, element) {
  render(html`
    <div class="strip-row">
      <span class="brand">KEELBILL</span>
      <nav class="tabs" aria-label=${t('screens')}>
        ${['watch', 'replay', 'fences', 'system', 'plans', 'sightings'].map((screen, i) => (screen === 'replay' && !app.may('lookBack') ? nothing : html`
          <button class="tab" aria-current=${app.screen === screen ? 'page' : 'false'} @click=${() => app.go(screen)}>
            <kbd>${i + 1}</kbd>${t('screen.' + screen)}</button>`))}
      </nav>
      ${searchBox(app)}
      <span class="grow"></span>
      ${clock(app)}
      ${linkChip(app)}
      ${soundChip(app)}
      <button class="icon" data-palette title=${t('palette.' + app.palette.choice)} aria-label=${t('palette.title')} @click=${() => app.nextPalette()}>
        ${{auto: '◐', day: '☀\uFE0E', dusk: '◑', night: '☾\uFE0E'}[app.palette.choice]}</button>
      <span class="languages" role="group" aria-label=${t('language')}>
        ${LANGUAGES.map((l) => html`<button class="language" lang=${l} aria-pressed=${l === language()} @click=${() => app.speak(l)}>${l.toUpperCase()}</button>`)}
      </span>
      <button class="icon" data-help title=${t('help.title')} aria-label=${t('help.title')} @click=${() => app.toggleHelp()}>?</button>
    </div>
    <div class="strip-row second">
      ${alertCounts(app)}
      <span class="grow"></span>
      ${notices(app)}
      ${feedChips(app)}
      ${officerChip(app)}
    </div>
    ${app.live.welcome?.officer?.demo ? html`<div class="demo">${t('demo.banner', {name: app.live.welcome.officer.name})} <button class="link begin-tour" @click=${() => app.tour.toggle()}>${t('tour.begin')}</button></div>` : nothing}
  `, element);
}

function clock(app) {
  const now = app.live.clock.server(Date.now());
  const d = belizeDate(now);
  return html`<span class="clock" title=${t('clock.title')}>
    <b>${belize(now)}</b><i>BZ</i>
    <span class="date">${t('weekday.' + d.weekday)} ${d.day} ${t('month.' + d.month)}</span>
    <b class="zulu">${zulu(now)}</b></span>`;
}

function linkChip(app) {
  const state = app.linkState();
  const silence = Math.round((Date.now() - app.live.link.lastHeartbeatAt) / 1000);
  if (state === 'delayed') return html`<span class="chip pulse delayed" role="status">${t('link.delayed', {n: silence})}</span>`;
  if (state === 'lost') return html`<span class="chip pulse lost">${t('link.lost')}</span>`;
  if (state === 'out') return html`<span class="chip pulse lost">${t('link.out')}</span>`;
  if (state === 'connecting') return html`<span class="chip pulse">${t('link.connecting')}</span>`;
  if (app.shown !== app.live) return html`<span class="chip pulse replaying" title=${t('replay.hint')}>${t('replay.frame')}</span>`;
  const beat = app.heartbeat ?? {on: true, seconds: NaN};
  return html`<span class="chip pulse live" title=${t('link.liveTitle')}><span class="beat">${beat.on ? '●' : '○'}</span>${t('link.live')}
    <span class="figure">${Number.isFinite(beat.seconds) ? t('seconds', {n: beat.seconds.toFixed(1)}) : ''}</span></span>`;
}

function soundChip(app) {
  const running = app.sound.state() === 'running';
  return html`<button class="chip sound ${running ? 'on' : 'blocked'}" title=${t(running ? 'sound.testTitle' : 'sound.blockedTitle')}
    @click=${() => app.testSound()}>♪ ${t(running ? 'sound.on' : 'sound.blocked')}${app.isSecondConsole ? html` <small>${t('console.second')}</small>` : nothing}</button>`;
}

function alertCounts(app) {
  const counts = app.live.alerts.counts();
  const waiting = PRIORITIES.reduce((sum, p) => sum + counts[p].unacknowledged, 0);
  return html`
    <span class="counts">${PRIORITIES.map((p) => count(app, p, counts[p]))}</span>
    <button class="next" ?disabled=${!waiting} title=${t('alerts.nextTitle')} @click=${() => app.showNext(1)}>
      <kbd>N</kbd>${t('alerts.next')}</button>
    ${shelvedChip(app)}
    ${loadMeter(app)}`;
}

/** How many lie aside and when the first comes back. */
function shelvedChip(app) {
  const shelved = app.live.alerts.shelved();
  if (!shelved.length) return nothing;
  const next = belize(millis(shelved[0].shelf.until), false);
  return html`<button class="chip shelved" title=${t('shelf.chipTitle')} @click=${() => app.showShelved()}>${t('shelf.chip', {n: shelved.length, at: next})}</button>`;
}

/** How much the watch has to bear: alerts that rang in the last hour and the last twelve, against what two people can take. */
function loadMeter(app) {
  const now = app.live.clock.server(Date.now());
  const hour = app.live.alerts.raisedWithin(60, now);
  const watch = app.live.alerts.raisedWithin(720, now);
  const over = hour > LOAD_AN_HOUR || watch > LOAD_A_WATCH;
  return html`<span class="chip load ${over ? 'warn' : ''}" title=${t('load.title', {hour: LOAD_AN_HOUR, watch: LOAD_A_WATCH})}>
    <meter min="0" max=${LOAD_A_WATCH} high=${LOAD_A_WATCH - 1} value=${Math.min(watch, LOAD_A_WATCH)} aria-label=${t('load.label')}></meter>${t('load.words', {hour, watch})}</span>`;
}

function count(app, priority, {open, unacknowledged}) {
  const words = unacknowledged ? t('alerts.waiting', {n: unacknowledged}) : open ? t('alerts.acknowledgedAll') : '';
  return html`<button class="count ${priority} ${open ? '' : 'none'} ${unacknowledged ? 'waiting' : ''}" @click=${() => app.showPriority(priority)}>
    <span class="badge ${priority} ${unacknowledged ? '' : 'outline'}">${MARK[priority]}</span>
    <b>${open}</b> ${t('priority.' + priority)}<small>${words}</small></button>`;
}

function notices(app) {
  const session = app.live;
  const off = session.welcome ? session.clock.offset : 0;
  return html`
    ${handoverChip(app)}
    ${attendanceChip(app)}
    ${app.door?.factor.chip() ?? nothing}
    ${app.canaryView.chip()}
    ${notesOf(session).map((note) => html`<span class="chip warn note" title=${note}>${note}</span>`)}
    ${Math.abs(off) > CLOCK_OFF_MILLIS ? html`<span class="chip warn" title=${t('clock.offTitle')}>${t(off > 0 ? 'clock.slow' : 'clock.fast', {n: plain(Math.abs(off) / 1000, 0)})}</span>` : nothing}
    ${session.firstBuild && session.welcome?.build !== session.firstBuild ? html`<button class="chip warn" @click=${() => location.reload()}>${t('build.new')}</button>` : nothing}
    ${app.scene.slow ? html`<button class="chip warn" title=${t('slow.title')} @click=${() => app.unslow()}>${t('slow.chip')}</button>` : nothing}`;
}

/** One chip a feed while they fit, else one for all that are well. */
function feedChips(app) {
  if (['lost', 'out'].includes(app.linkState())) return html`<span class="feeds"><span class="chip feed down">${t('feeds.unknown')}</span></span>`;
  const feeds = app.live.feeds;
  const ill = feeds.filter((f) => f.state !== 'up' && f.state !== 'done');
  const well = feeds.length - ill.length;
  return html`<span class="feeds">
    ${ill.map((f) => html`<button class="chip feed ${f.state}" @click=${() => app.showFeeds(f.name)}>
      ${f.name} · ${t('feed.' + f.state)}${f.lastLineAt ? ' ' + since(app, f.lastLineAt) : ''}</button>`)}
    <button class="chip feed up" aria-expanded=${Boolean(app.feedsOpen)} @click=${() => app.showFeeds(null)}>
      ${feeds.length ? tn('feeds.up', well, {all: feeds.length, rate: plain(rate(feeds), 0)}) : t('feeds.none')}</button>
    ${app.feedsOpen ? feedPanel(app) : nothing}</span>`;
}

const rate = (feeds) => feeds.reduce((sum, f) => sum + (f.linesPerSecond ?? 0), 0);
const since = (app, at) => say(span(app.live.clock.server(Date.now()) - millis(at)));

function feedPanel(app) {
  return html`<div class="panel feed-panel" role="dialog" aria-label=${t('feeds.title')}>
    <header><h2>${t('feeds.title')}</h2><button class="icon" aria-label=${t('close')} @click=${() => app.showFeeds(undefined)}>×</button></header>
    ${feedTable(app)}</div>`;
}

/** The table of feeds, also on the System screen. */
export function feedTable(app) {
  return html`<table class="feed-table">
    <thead><tr><th>${t('feeds.name')}</th><th>${t('feeds.state')}</th><th>${t('feeds.last')}</th><th class="num">${t('feeds.rate')}</th>
      <th class="num">${t('feeds.lines')}</th><th class="num">${t('feeds.reports')}</th><th>${t('feeds.rejects')}</th></tr></thead>
    <tbody>${app.live.feeds.map((f) => html`<tr class=${f.name === app.feedsOpen ? 'marked' : ''}>
      <td><b>${f.name}</b><small>${[f.format, f.transport, f.address].filter(Boolean).join(' · ')}</small>
        ${(f.notes ?? []).map((n) => html`<small class="note">${t('note.' + n.kind, {about: n.about, value: n.value})}</small>`)}</td>
      <td><span class="chip feed ${f.state}">${t('feed.' + f.state)}</span>${f.since ? html`<small>${since(app, f.since)}</small>` : nothing}</td>
      <td>${f.lastLineAt ? html`${since(app, f.lastLineAt)}<small>${zulu(millis(f.lastLineAt))}</small>` : '—'}</td>
      <td class="num">${plain(f.linesPerSecond, 1)}</td><td class="num">${plain(f.lines)}</td><td class="num">${plain(f.reports)}</td>
      <td>${rejects(f.rejects)}</td></tr>`)}</tbody></table>`;
}

function rejects(byReason) {
  const entries = Object.entries(byReason ?? {}).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  return entries.length ? entries.map(([reason, n]) => html`<span class="reject"><b>${n}</b> ${term('reject', reason)}</span>`) : '—';
}
