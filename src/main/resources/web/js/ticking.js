/** What happens without anybody doing anything: seconds, the link's state, the sun, hidden pages. */

import {say, t} from './i18n.js';
import {span} from './time.js';

const HIDDEN_WORTH_SAYING_MILLIS = 60_000;
const DETAIL_EVERY_SECONDS = 10;

/** While an intercept is drawn. */
const INTERCEPT_EVERY_SECONDS = 2;

/** Starts the page's own clocks. */
export function wake(app) {
  let seconds = 0;
  setInterval(() => second(app, ++seconds), 1000);
  setInterval(() => watchLink(app), 250);
  app.view(() => beat(app), 'heartbeat');
  for (const name of ['pointerdown', 'keydown']) document.addEventListener(name, () => app.sound.state() !== 'running' && app.sound.unlock(), {capture: true});
  app.sound.unlock();
  document.addEventListener('visibilitychange', () => visibility(app));
  window.addEventListener('hashchange', () => app.deepLink.read(location.hash));
  app.deepLink.read(location.hash);
}

function second(app, n) {
  if (!app.door.isOut) app.socket.look(Date.now());
  app.replay?.socket.look(Date.now());
  app.measure();
  app.follow();
  app.sightingsView.second();
  app.ageReach();
  if (app.palette.apply(app.live.clock.server(Date.now()))) app.recolour();
  app.fenceLayer.follow(app.shown.tracks);
  if (n % 60 === 0) app.fenceLayer.refresh(app.palette.colours, app.now());
  const every = app.interceptShown ? INTERCEPT_EVERY_SECONDS : DETAIL_EVERY_SECONDS;
  if (n % every === 0 && app.selectedId && app.linkState() === 'live') app.loadDetail(app.selectedId, false);
  app.framesPerSecond = app.layer.frames - (app.framesBefore ?? 0);
  app.framesBefore = app.layer.frames;
  if ([...app.shown.alerts.byId.values()].some((a) => a.state.endsWith('-unacknowledged'))) app.layer.wanted = true;
  app.deepLink.write();
  app.refresh('second');
}

/** The live mark is painted by a heartbeat and by nothing else. */
function beat(app) {
  const beat = app.heartbeat ?? {on: false};
  if (app.live.link.lastHeartbeatAt === beat.at) return;
  app.heartbeat = {on: !beat.on, at: app.live.link.lastHeartbeatAt, seconds: app.live.delayMillis / 1000};
  app.refresh('strip');
}

function watchLink(app) {
  const state = app.linkState();
  const counts = app.live.alerts.counts();
  const waiting = Object.values(counts).reduce((sum, c) => sum + c.unacknowledged, 0);
  document.title = title(state, waiting, counts);
  if (app.layer && app.blink !== (Date.now() % 1000 < 600)) {
    app.blink = !app.blink;
    if (waiting) app.layer.wanted = true;
  }
  if (state === app.lastLink) return;
  const before = app.lastLink;
  app.lastLink = state;
  document.documentElement.dataset.link = state;
  if (state === 'lost') app.lostHeard = false;
  app.sound.setLost(state === 'lost' && before !== undefined);
  app.layer.redraw();
  app.refresh('link', 'strip', 'alerts');
}

function title(state, waiting, counts) {
  if (state === 'lost') return t('title.lost') + ' Keelbill';
  const mark = counts.emergency.unacknowledged ? '⬢ ' : counts.alarm.unacknowledged ? '▲ ' : counts.warning.unacknowledged ? '◆ ' : '';
  return (waiting ? '(' + waiting + ') ' + mark : '') + 'Keelbill';
}

function visibility(app) {
  if (document.hidden) {
    app.hiddenAt = Date.now();
    return;
  }
  const away = Date.now() - (app.hiddenAt ?? Date.now());
  if (away > HIDDEN_WORTH_SAYING_MILLIS) app.toast(t('hidden.was', {span: say(span(away))}));
  app.layer.redraw();
}
