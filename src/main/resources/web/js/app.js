/** The page's state and what an officer can do with it. Views draw from it; nothing here touches their elements. */

import {goHome, setHome} from './chart.js';
import {ask, get, post, segment} from './api.js';
import {isOnDesk, isUnacknowledged, rankOf} from './alerts.js';
import {isFor} from './deeds.js';
import {millis} from './time.js';
import {Session} from './session.js';
import {tn, t} from './i18n.js';
import {WatchSocket} from './socket.js';

const NO_ALERT = 9;
/** Close codes: sign in, and not for this role. */
const SENT_AWAY = [4001, 4003];
const SCREENS = ['watch', 'replay', 'fences', 'system', 'plans', 'sightings'];

/** One officer's page. */
export class App {
  constructor({storage, filters, palette, sound}) {
    this.storage = storage;
    this.filters = filters;
    this.palette = palette;
    this.sound = sound;
    this.screen = 'watch';
    this.selectedId = null;
    this.openAlertId = null;
    this.seenAlerts = new Set();
    this.detail = null;
    this.fences = null;
    this.toasts = [];
    this.sent = new Map();
    this.evidenceSeen = new Set();
    this.isSecondConsole = storage.getItem('keelbill.console') === 'second';
    this.views = new Map();
    this.stale = new Set();
    this.pictureSize = 0;
    this.live = new Session(Date.now(), (topic, detail) => this.onSession(this.live, topic, detail));
    this.socket = new WatchSocket('/ws/watch', this.live, () => this.acknowledgement());
    this.replay = null;
    this.scene = this.makeScene();
  }

  makeScene() {
    const app = this;
    return {
      filters: this.filters, labels: true, labelContent: 1, trailMinutes: Number(this.storage.getItem('keelbill.trails') ?? 15),
      slow: false, ranks: new Uint8Array(0),
      get session() { return app.shown; },
      get selectedId() { return app.selectedId; },
      get frozen() { return app.shown === app.live && app.linkState() === 'lost'; },
      alertRank(slot) { return (this.ranks[slot] ?? NO_ALERT) & 15; },
      alertUnacknowledged(slot) { return Boolean(this.ranks[slot] & 16); },
      covered: () => this.covered ?? [],
      evidenceUntil: new Map(), picked: new Set(), times: false,
      onSlow: () => this.slowed(),
    };
  }

  /** The session on the map: the replay on its own screen, else the live watch. */
  get shown() {
    return this.screen === 'replay' && this.replay ? this.replay.session : this.live;
  }

  /** Time by the shown session. */
  now() {
    return this.shown.clock.watch(Date.now());
  }

  /** Opens the live socket, unless it is open. */
  begin() {
    if (this.begun) return;
    this.begun = true;
    this.socket.start();
  }

  /** Nobody is signed in: the picture stands still. */
  pause() {
    this.begun = false;
    this.socket.stop();
    this.replay?.socket.stop();
    this.sound.hear(null, []);
  }

  acknowledgement() {
    return {visible: !document.hidden, audio: this.sound.state(), active: this.door?.wasTouched() ?? false, canary: this.canaryView?.drawn()};
  }

  /** Registers a view; `names` are the topics that make it draw again. */
  view(draw, ...names) {
    for (const name of names) {
      if (!this.views.has(name)) this.views.set(name, new Set());
      this.views.get(name).add(draw);
    }
    this.stale.add(draw);
  }

  /** Asks the views of these topics to draw at the next frame. */
  refresh(...names) {
    for (const name of names) this.views.get(name)?.forEach((draw) => this.stale.add(draw));
    if (!this.drawing && this.stale.size) {
      this.drawing = true;
      requestAnimationFrame(() => this.drawStale());
    }
  }

  /** Draws the views of a topic at once, to be painted before the chart: the answer to a hand does not wait for it. */
  drawNow(name) {
    this.layer?.giveWay();
    for (const draw of this.views.get(name) ?? []) {
      this.stale.delete(draw);
      draw();
    }
  }

  drawStale() {
    this.drawing = false;
    const stale = [...this.stale];
    this.stale.clear();
    for (const draw of stale) draw();
  }

  onSession(session, topic, detail) {
    const shown = session === this.shown;
    if (topic === 'moves' || topic === 'tracks') {
      if (shown) this.onTracks(topic);
      return;
    }
    if (topic === 'alerts') this.onAlerts(session, detail);
    if (session !== this.live) return this.refresh('replay');
    if (topic === 'canary') this.canaryView.came();
    if (topic === 'heartbeat') this.canaryView.heard();
    if (topic === 'caughtUp') this.toast(tn('link.caughtUp', detail.alerts), 'good');
    if (topic === 'picture') this.deepLink?.arrived();
    if (topic === 'welcome') this.showHomeArea(session.welcome.area);
    if (topic === 'welcome' || topic === 'config') this.loadFences();
    if (topic === 'config') this.onConfig?.();
    if (topic === 'link' && SENT_AWAY.includes(detail?.code)) this.door?.look();
    if (topic === 'session') this.door?.told(detail);
    if (topic === 'welcome' && session.welcome.officer) this.door?.told(session.welcome.officer);
    this.refresh(topic, 'strip');
    return undefined;
  }

  /** The first view is the configured area; later welcomes, after a cut, move nothing. */
  showHomeArea(area) {
    if (!area || this.homeShown) return;
    this.homeShown = true;
    setHome(area);
    if (!this.viewGiven) goHome(this.map);
  }

  onTracks(topic) {
    if (topic === 'tracks') this.rankAlerts();
    this.layer?.moved();
    this.refresh('moves');
  }

  onAlerts(session, {fresh, steps}) {
    if (session === this.shown) this.rankAlerts();
    this.layer?.redraw();
    if (session === this.live) this.announce(session, fresh, steps ?? []);
    this.refresh('alerts');
  }

  /** Makes new alerts heard, by sound and by a screen reader. */
  announce(session, fresh, steps) {
    this.sound.isFlood = session.alerts.isFlood(this.live.clock.server(Date.now()));
    this.sound.hear(session.alerts.ringing(this.isSecondConsole), this.isSecondConsole ? [] : fresh);
    if (steps.includes('sound')) this.sound.once('alarm');
    const ringing = fresh.filter((alert) => rankOf(alert.priority) < 3);
    if (!ringing.length) return;
    this.spoken = ringing.map((alert) => t('priority.' + alert.priority) + ': ' + alert.headline).join('. ');
    this.refresh('spoken');
  }

  /** Tells the map which tracks have which alert. */
  rankAlerts() {
    const {tracks, alerts} = this.shown;
    const ranks = new Uint8Array(tracks.capacity).fill(NO_ALERT);
    for (const alert of alerts.byId.values()) {
      if (!isOnDesk(alert)) continue;
      for (const name of alert.tracks ?? []) {
        const slot = tracks.findContact(name);
        if (slot < 0) continue;
        const rank = Math.min(ranks[slot] & 15, rankOf(alert.priority));
        ranks[slot] = rank | (ranks[slot] & 16) | (isUnacknowledged(alert) ? 16 : 0);
      }
    }
    this.scene.ranks = ranks;
  }

  slowed() {
    this.scene.labels = false;
    this.refresh('strip', 'tools');
    this.layer.redraw();
  }

  async loadFences() {
    try {
      const {body, etag} = await get('/api/fences');
      this.fences = body;
      this.fencesEtag = etag;
      this.fenceLayer?.set(body);
      this.onFences?.();
      this.refresh('fences');
    } catch (problem) {
      this.fencesProblem = problem.message;
    }
  }

  /** Shows a short notice; it goes by itself, or when there is a newer one about the same thing. */
  toast(text, tone = 'plain', about = text) {
    const toast = {text, tone, about};
    this.toasts = [...this.toasts.filter((other) => other.about !== about), toast];
    this.refresh('toasts');
    setTimeout(() => {
      this.toasts = this.toasts.filter((other) => other !== toast);
      this.refresh('toasts');
    }, 8000);
  }

  /** Whether whoever sits here may do that kind of thing; see deeds.js. */
  may(deed) {
    return isFor(deed, this.door?.officer);
  }

  /** Goes to another screen. */
  go(screen) {
    if (!SCREENS.includes(screen)) return;
    this.screen = screen;
    document.documentElement.dataset.screen = screen;
    this.rankAlerts();
    this.layer?.labelling.forget();
    this.layer?.redraw();
    this.onScreen?.();
    this.deepLink?.write(true);
    this.refresh('strip', 'alerts', 'screen', 'fences', 'replay', 'system', 'plans', 'sightings', 'moves');
  }

  /** Selects a track by id, or nothing. */
  select(id) {
    if (id && this.ruler?.taking) this.ruler.take({track: id});
    this.selectedId = id;
    this.detail = null;
    this.voyage = null;
    this.following = false;
    this.dropReach?.();
    if (id) this.loadDetail(id, true);
    this.layer?.redraw();
    this.drawNow('selection');
  }

  async loadDetail(id, first) {
    const session = this.shown;
    const slot = session.tracks.find(id);
    const domain = slot >= 0 ? session.tracks.rows[slot].domain : 'sea';
    if (session !== this.live) return;
    const [detail, points] = await Promise.allSettled([get('/api/tracks/' + segment(id)), first ? this.points(id) : null]);
    if (points.value) session.trails.fill(id, domain, points.value);
    if (this.selectedId !== id) return;
    const before = this.detail?.revised?.reports ?? 0;
    if (detail.value) this.detail = detail.value.body;
    if (!first && (this.detail?.revised?.reports ?? 0) > before) session.trails.fill(id, domain, await this.points(id));
    await this.loadReach?.(id);
    const voyage = domain === 'sea' ? await get('/api/tracks/' + segment(id) + '/voyage').catch(() => null) : null;
    if (this.selectedId !== id) return;
    this.voyage = voyage?.body ?? null;
    this.layer?.redraw();
    this.refresh('selection');
  }

  async points(id, minutes = 60) {
    const {body} = await get('/api/tracks/' + segment(id) + '/points?minutes=' + minutes);
    return body.items ?? [];
  }

  /** Opens an alert's details in the list, or closes them. */
  openAlert(id) {
    this.openAlertId = id;
    if (id) this.seenAlerts.add(id);
    this.refresh('alerts');
  }

  linkState() {
    if (this.door?.isOut) return 'out';
    return this.live.link.stateAt(Date.now());
  }

  /** The next or previous unacknowledged alert after the open one. */
  nextUnacknowledged(step) {
    const waiting = this.live.alerts.open(this.live.clock.watch(Date.now())).filter(isUnacknowledged);
    if (!waiting.length) return null;
    const at = waiting.findIndex((alert) => alert.id === this.openAlertId);
    return waiting[(at + step + waiting.length + (at < 0 && step < 0 ? 1 : 0)) % waiting.length];
  }

  /** Starts a replay of a recorded period. */
  async startReplay(from, to, speed, more = {}) {
    await this.endReplay();
    const {body} = await post('/api/replays', {from, to, speed, ...more});
    const session = new Session(Date.now(), (topic, detail) => this.onSession(session, topic, detail));
    session.replay = {id: body.id, from, to, at: body.at ?? from, speed: body.speed ?? speed, state: body.state ?? 'playing'};
    session.setReplayTime(millis(session.replay.at), Date.now());
    const socket = new WatchSocket(body.socket, session, () => this.acknowledgement());
    this.replay = {id: body.id, session, socket, ...more};
    this.select(null);
    socket.start();
    this.go('replay');
  }

  /** Changes speed, state or place of the replay. */
  async steerReplay(change) {
    if (!this.replay) return;
    const {body} = await ask('PATCH', '/api/replays/' + segment(this.replay.id), change);
    const before = this.replay?.session.replay;
    // Whether it is still on its way the socket says, whose messages come in order.
    if (body?.at && before) this.replay.session.onReplay({...before, ...body, goal: before.goal}, Date.now());
    this.refresh('replay');
  }

  async endReplay() {
    if (!this.replay) return;
    const {id, socket} = this.replay;
    socket.stop();
    this.replay = null;
    this.select(null);
    this.go(this.screen);
    await ask('DELETE', '/api/replays/' + segment(id)).catch(() => null);
  }
}
